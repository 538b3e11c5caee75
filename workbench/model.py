"""The types everything else speaks in: frozen, slotted, checked on construction, standard library only.

Source is the Arabic and target the English, always. All offsets are Unicode code points into the text their field names, half-open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self

SPAN_JOINER = " […] "
"""Between the pieces of a source that a link found in several places."""

FRAGMENT_JOINER = " "
"""Between the fragments of a quotation that the article interrupts (“…,” he said, “…”)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points.

    >>> Span(3, 7).of("from Hama")
    'm Ha'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The text the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """How many code points both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies inside, edges included."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def pair(self) -> list[int]:
        """`[start, end]`, as the command line prints it."""
        return [self.start, self.end]


class Role(StrEnum):
    """What a document is in its project."""

    ARTICLE = "article"
    SOURCE = "source"
    TRANSLATION = "translation"


class DocumentKind(StrEnum):
    """What sort of text it is; decides how its furniture is recognised."""

    ARTICLE = "article"
    WIRE = "wire"
    POST = "post"
    LIVE_BLOG = "live blog"
    TRANSCRIPT = "transcript"
    SCAN = "scan"
    STATEMENT = "statement"


class Provenance(StrEnum):
    """Whether these are the words themselves."""

    ORIGINAL = "original"
    RECONSTRUCTION = "reconstruction"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a document with its own author and time: one post of a live blog, one turn of a transcript."""

    span: Span
    author: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and who, where, when; the text never changes, so spans into it never rot.

    `furniture` lists what is in the text without being said by anyone: time stamps, speaker labels, page furniture. No span may touch it.
    `original_sha256` is the hash of the file as it was supplied, None for pasted text.
    """

    id: str
    language: str
    role: Role
    kind: DocumentKind
    text: str
    title: str = ""
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    retrieved: datetime | None = None
    provenance: Provenance = Provenance.ORIGINAL
    original_sha256: str | None = None
    furniture: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        if "\r" in self.text or self.text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}"):
            raise ValueError("the text of a document has line feeds only and no byte order mark")
        for span in (*self.furniture, *(entry.span for entry in self.entries)):
            if span.end > len(self.text):
                raise ValueError(f"{span} lies outside the text of {self.id}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence-like stretch of a document: the aligner's unit."""

    document_id: str
    index: int
    span: Span


class QuotationKind(StrEnum):
    """How a quoted region is used; a badge for the reader, never a filter."""

    DIRECT = "direct"
    PARTIAL = "partial"
    SCARE = "scare"
    BLOCK = "block"
    INDIRECT = "indirect"


class AttributionRole(StrEnum):
    """The links of an attribution, from the mouth to the page."""

    QUOTED = "quoted inside the quote"
    SPEAKER = "speaker"
    CHANNEL = "channel"
    AGENCY = "agency"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Party:
    """One link of an attribution: who, where the text says so, and the full name it stands for.

    `span` is None when nothing in the text names the party at this place; `stated` is False for what was inferred from elsewhere.
    """

    who: str
    span: Span | None
    role: AttributionRole
    resolved: str | None = None
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that makes it speech: said, telling, according to, a colon."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it to whom, as a chain, and the cue."""

    chain: tuple[Party, ...] = ()
    cue: Cue | None = None

    def party(self, role: AttributionRole) -> Party | None:
        """The first party in this role."""
        return next((party for party in self.chain if party.role is role), None)

    @property
    def speaker(self) -> Party | None:
        """Who is quoted."""
        return self.party(AttributionRole.SPEAKER)

    @property
    def outlet(self) -> Party | None:
        """The outlet it was said to or carried by."""
        return self.party(AttributionRole.OUTLET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quoted region of an article; its fragments stand inside the quote marks, in order, without overlap.

    `interpolations` include their square brackets. `reasons` say in words why it has this kind. `group` joins what one speaker says in one go.
    """

    id: str
    document_id: str
    fragments: tuple[Span, ...]
    kind: QuotationKind
    interpolations: tuple[Span, ...] = ()
    elisions: tuple[Span, ...] = ()
    attribution: Attribution | None = None
    group: str | None = None
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.fragments:
            raise ValueError(f"quotation {self.id} has no fragment")
        if any(left.end > right.start for left, right in zip(self.fragments, self.fragments[1:], strict=False)):
            raise ValueError(f"the fragments of quotation {self.id} overlap or are out of order")

    @property
    def span(self) -> Span:
        """From the start of the first fragment to the end of the last."""
        return Span(self.fragments[0].start, self.fragments[-1].end)

    def text(self, article: str) -> str:
        """The fragments joined by a space, without outer quote marks."""
        return FRAGMENT_JOINER.join(fragment.of(article) for fragment in self.fragments)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands around a unit, for checks and for reading."""

    source_before: str = ""
    source_after: str = ""
    target_before: str = ""
    target_after: str = ""
    interpolations: tuple[Span, ...] = ()
    elisions: tuple[Span, ...] = ()
    speaker: str | None = None
    outlet: str | None = None
    published: date | None = None


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
class Piece:
    """A stretch of a joined text and where in its document it comes from."""

    offset: int
    span: Span


@dataclass(frozen=True, slots=True)
class JoinedText:
    """Spans of a document put together as one text, with the way back to the document's offsets.

    >>> joined = JoinedText.of("one two three", [Span(0, 3), Span(8, 13)], " ")
    >>> joined.text
    'one three'
    >>> joined.to_document(Span(4, 9))
    (Span(start=8, end=13),)
    """

    text: str
    pieces: tuple[Piece, ...] = field(default=())

    @classmethod
    def of(cls, text: str, spans: Sequence[Span], joiner: str) -> Self:
        """Join `spans` of `text`."""
        pieces, offset = [], 0
        for span in spans:
            pieces.append(Piece(offset, span))
            offset += len(span) + len(joiner)
        return cls(joiner.join(span.of(text) for span in spans), tuple(pieces))

    def to_document(self, span: Span) -> tuple[Span, ...]:
        """The document spans that `span` of the joined text covers; what it covers of a joiner is left out."""
        found = []
        for piece in self.pieces:
            start, end = max(span.start, piece.offset), min(span.end, piece.offset + len(piece.span))
            if start < end:
                found.append(Span(start, end).shifted(piece.span.start - piece.offset))
        return tuple(found)

    def from_document(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The spans of the joined text that lie in document `spans`; what lies outside is left out."""
        found = []
        for span in spans:
            for piece in self.pieces:
                start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
                if start < end:
                    found.append(Span(start, end).shifted(piece.offset - piece.span.start))
        return tuple(found)


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
