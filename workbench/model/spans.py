"""Ranges of code points, and texts joined from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self


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
