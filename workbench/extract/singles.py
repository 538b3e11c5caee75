"""Quotations in single marks, told from apostrophes and plurals' possessives."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from workbench.extract.paragraphs import Paragraph
from workbench.model import Span
from workbench.text.quotemarks import SINGLE, Facing, Mark, single_marks

MAX_CANDIDATES = 24
"""Closing marks weighed for one opening mark; keeps the search linear."""

_SPEECH_ENDS = frozenset(".,?!;:\N{HORIZONTAL ELLIPSIS}\N{EM DASH}")


def single_regions(text: str, paragraphs: Sequence[Paragraph], doubles: Sequence[Span]) -> list[tuple[int, int]]:
    """Start and end, marks included, of every quotation in single marks; none crosses a region of `doubles`.

    >>> from workbench.extract.paragraphs import paragraphs
    >>> text = "The rebels' men 'will not go', he said; the players' union's 'no' stands."
    >>> [text[start:end] for start, end in single_regions(text, paragraphs(text), [])]
    ["'will not go'", "'no'"]
    """
    if not any(mark in text for mark in SINGLE):
        return []
    fences = _Fences(doubles)
    found: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        marks = single_marks(text, paragraph.span.start, paragraph.span.end)
        if any(mark.facing is Facing.OPENS for mark in marks):
            found.extend(_pairs(text, marks, fences))
    return found


def _pairs(text: str, marks: Sequence[Mark], fences: "_Fences") -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(marks):
        opening = marks[index]
        index += 1
        if opening.facing is not Facing.OPENS:
            continue
        closing = _closing(text, opening, marks, index, fences)
        if closing is not None:
            yield opening.start, marks[closing].end
            index = closing + 1


def _closing(text: str, opening: Mark, marks: Sequence[Mark], first: int, fences: "_Fences") -> int | None:
    """The index of the mark that closes `opening`: one after a sentence's punctuation if there is one before the next opening."""
    doubtful: int | None = None
    for index in range(first, min(first + MAX_CANDIDATES, len(marks))):
        mark = marks[index]
        if not fences.same_side(opening.start, mark.start):
            continue
        if mark.facing is Facing.OPENS:
            break
        if mark.start == opening.end:
            return None
        if not _may_be_possessive(text, mark):
            return index
        if doubtful is None:
            doubtful = index
    return doubtful


def _may_be_possessive(text: str, mark: Mark) -> bool:
    """Whether the mark may be a plural's apostrophe: after an s, with a word in lower case to follow."""
    if text[mark.start - 1] in _SPEECH_ENDS or text[mark.start - 1] not in "sS":
        return False
    return text[mark.end : mark.end + 1].isspace() and text[mark.end + 1 : mark.end + 2].isalpha()


class _Fences:
    """The double regions of the text, to ask whether two places lie in the same ones."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """`spans` nest or stand apart; which of them is innermost changes only at their edges."""
        self.edges: list[int] = []
        self.innermost: list[int | None] = []
        holders: list[tuple[int, int]] = []
        for index, span in enumerate(sorted(spans, key=lambda span: (span.start, -span.end))):
            self._leave(holders, span.start)
            holders.append((span.end, index))
            self._enter(span.start, index)
        self._leave(holders, None)

    def _leave(self, holders: list[tuple[int, int]], before: int | None) -> None:
        while holders and (before is None or holders[-1][0] <= before):
            end, _ = holders.pop()
            self._enter(end, holders[-1][1] if holders else None)

    def _enter(self, place: int, index: int | None) -> None:
        self.edges.append(place)
        self.innermost.append(index)

    def same_side(self, left: int, right: int) -> bool:
        """Whether the innermost region at both places is the same one, or none at either."""
        return self._at(left) == self._at(right)

    def _at(self, place: int) -> int | None:
        index = bisect_right(self.edges, place) - 1
        return self.innermost[index] if index >= 0 else None
