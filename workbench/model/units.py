"""Translation units, what checks find in them, and the signature of a number."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from workbench.model.links import Link
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryOffer:
    """A rendering that a translation memory offered for a unit because its own source is similar.

    `source` is the memory's, None where the file does not give it; `percent` how similar it is, 0..100; `origin` the memory's name.
    """

    target: str
    source: str | None = None
    percent: float | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands around a unit, for checks and for reading.

    `outlet` and `published` are the article's, `source_outlet` and `source_published` those of the document the Arabic is from; `offered` is what a
    translation memory had for it.
    """

    source_before: str = ""
    source_after: str = ""
    target_before: str = ""
    target_after: str = ""
    interpolations: tuple[Span, ...] = ()
    elisions: tuple[Span, ...] = ()
    speaker: str | None = None
    outlet: str | None = None
    published: date | None = None
    source_published: date | None = None
    source_outlet: str | None = None
    offered: MemoryOffer | None = None


NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A translation unit: what is reviewed and exported.

    `target` is the rendering without its outer quote marks; `source` is the Arabic, empty where no source holds it. The spans of `context`
    count in `target`.
    """

    key: str
    source: str
    target: str
    source_language: str = "ar"
    target_language: str = "en"
    quotation_id: str | None = None
    link: Link | None = None
    context: Context = NO_CONTEXT

    @classmethod
    def of(cls, source: str, target: str, key: str = "unit") -> Self:
        """A unit of two bare texts."""
        return cls(key=key, source=source, target=target)


class Severity(StrEnum):
    """How bad, from what may be left alone to what must not be printed."""

    INFO = "info"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for info to 3 for critical."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check claims, with its place; `suggestion` replaces the text of `target_span` (or inserts at an empty one)."""

    check_id: str
    message: str
    source_span: Span | None = None
    target_span: Span | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What a number was made with, so that it can be made again.

    >>> str(Signature((("checks", "14"), ("langs", "ar-en"))))
    'checks:14|langs:ar-en'
    """

    pairs: tuple[tuple[str, str], ...]

    SEPARATOR: ClassVar[str] = "|"

    def __str__(self) -> str:
        return self.SEPARATOR.join(f"{name}:{value}" for name, value in self.pairs)
