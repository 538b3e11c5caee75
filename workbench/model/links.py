"""Where in the sources a quotation was found, and which segments belong together."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.spans import Span

SPAN_JOINER = " […] "
"""Between the pieces of a source that a link found in several places."""


class LinkState(StrEnum):
    """What is known of a quotation's place in the sources."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    NO_SOURCE = "no-source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One place in one source that may hold a quotation's words.

    `score` and `margin` are in -1..1: the likeness to the quotation, and the distance to the next distinct place.
    `reasons` say in words what spoke for it.
    """

    quotation_id: str
    document_id: str
    spans: tuple[Span, ...]
    score: float
    margin: float
    state: LinkState = LinkState.PROPOSED
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"a link of {self.quotation_id} has no span; where no source holds it there is no link")

    def text(self, source: str) -> str:
        """The spans in order, what stands between them shown as […]."""
        return SPAN_JOINER.join(span.of(source) for span in self.spans)


class Certainty(StrEnum):
    """How sure the machine is of a place, in the reader's words."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What the search found for one quotation: at most five candidates, best first.

    `confidence` is a calibrated probability in 0..1 that the first candidate is right, whatever the state.
    """

    quotation_id: str
    state: LinkState
    confidence: float
    candidates: tuple[Link, ...] = ()
    certainty: Certainty = Certainty.UNSURE

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is outside 0..1")


@dataclass(frozen=True, slots=True)
class Bead:
    """Source segments and the target segments that translate them; an empty side is an omission or an addition."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 0.0
