"""Where in a text a person marked something, kept so that it can be found again after edits."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from workbench.model.spans import Span

CONTEXT = 32
"""Code points kept on either side of an anchor: enough to tell repeated words apart, short enough to survive edits further off."""


class ErrorSeverity(StrEnum):
    """How much an error matters, by MQM 2.0; the penalty points are its multipliers 0, 1, 5 and 25."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def points(self) -> int:
        """Penalty points of one error."""
        return {"neutral": 0, "minor": 1, "major": 5, "critical": 25}[self.value]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of one side as it read when it was marked: where it was, the exact words, a little of what stood before and after.

    An empty span is a point: where something is missing.
    """

    span: Span
    exact: str
    before: str = ""
    after: str = ""

    def __post_init__(self) -> None:
        if len(self.exact) != len(self.span):
            raise ValueError(f"the words {self.exact!r} do not fill {self.span.start}..{self.span.end}")

    @classmethod
    def of(cls, text: str, span: Span) -> Self:
        """The anchor of a span of `text`; ValueError where the span reaches beyond it.

        >>> Anchor.of("we had talks", Span(3, 6))
        Anchor(span=Span(start=3, end=6), exact='had', before='we ', after=' talks')
        """
        return cls(span, span.of(text), text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT])
