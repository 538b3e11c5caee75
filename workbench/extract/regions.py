"""Every quoted region of a text, by its marks alone.

Marks are read paragraph by paragraph: a lost mark then spoils one paragraph and no more. Two exceptions follow the press: a quotation over
several paragraphs opens again at each and closes once, at the last; and a quotation may run on over the end of a line to a closing mark
that nothing else explains.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from workbench.extract.paragraphs import Paragraph
from workbench.extract.singles import single_regions
from workbench.model import Span
from workbench.text.quotemarks import Facing, Mark, double_marks

MAX_DEPTH = 4
"""Quotations inside quotations; deeper nesting is a sign of lost marks."""

MAX_RUN_ON = 12
"""Paragraphs a quotation may run on without opening again."""

MAX_LOOKAHEAD = 64
"""Marks looked at to find where a quotation that runs on is closed; keeps the scan linear."""


LONG_STRETCH = 240
"""Code points; a quotation whose opening mark is lost is hardly longer."""

_SENTENCE_START = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bGen)[.!?]\s+(?=[A-Z\[])")


class Marks(Enum):
    """Which marks a region stands in."""

    DOUBLE = "double"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Region:
    """What stands between two marks, without them.

    `outer` includes the marks. `closed` and `opened` are false where that mark is missing and the edge is the paragraph's or a guess.
    `continues` is true when the region before it in the list goes on here: the paragraph opened again without the former being closed.
    """

    inner: Span
    outer: Span
    marks: Marks = Marks.DOUBLE
    depth: int = 0
    opened: bool = True
    closed: bool = True
    continues: bool = False


def regions(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Region, ...]:
    """All quoted regions in order of their start, nested ones after the one that holds them; empty ones are left out.

    >>> from workbench.extract.paragraphs import paragraphs
    >>> text = 'The "mayor" said: “It is ‘over’ now.”'
    >>> [region.inner.of(text) for region in regions(text, paragraphs(text))]
    ['mayor', 'It is ‘over’ now.', 'over']
    """
    doubles = _double_regions(text, paragraphs)
    singles = single_regions(text, paragraphs, [region.outer for region in doubles])
    found = doubles + [Region(Span(start + 1, end - 1), Span(start, end), Marks.SINGLE) for start, end in singles]
    return _with_depth(sorted(found, key=lambda region: (region.outer.start, -region.outer.end)))


def _with_depth(found: Sequence[Region]) -> tuple[Region, ...]:
    """Depth by containment: single marks may hold double ones and the other way round."""
    result: list[Region] = []
    holders: list[int] = []
    for region in found:
        while holders and holders[-1] <= region.outer.start:
            holders.pop()
        result.append(
            Region(region.inner, region.outer, region.marks, len(holders), region.opened, region.closed, region.continues) if holders else region
        )
        holders.append(region.outer.end)
    return tuple(result)


def _double_regions(text: str, paragraphs: Sequence[Paragraph]) -> list[Region]:
    marks = double_marks(text)
    starts = [mark.start for mark in marks]
    firsts = [bisect_left(starts, paragraph.span.start) for paragraph in paragraphs] + [len(marks)]
    found: list[Region] = []
    index, continued = 0, False
    while index < len(paragraphs):
        last = index
        scan = _Scan(text, paragraphs[index].span, marks[firsts[index] : firsts[index + 1]], continued)
        scan.run()
        continued = False
        unclosed = max(scan.unclosed, 1 if scan.left_open else 0)
        if unclosed > 0 and index + 1 < len(paragraphs):
            if scan.left_open and _opens_again(marks, firsts[index + 1], paragraphs[index + 1]):
                continued = True
            elif (closing := _closing_paragraph(marks, firsts, paragraphs, index, unclosed)) is not None:
                last = closing
                whole = Span(paragraphs[index].span.start, paragraphs[last].span.end)
                scan = _Scan(text, whole, marks[firsts[index] : firsts[last + 1]], continues=scan.continues)
                scan.run()
        found.extend(scan.found)
        index = last + 1
    return found


def _opens_again(marks: Sequence[Mark], first: int, paragraph: Paragraph) -> bool:
    return first < len(marks) and marks[first].start == paragraph.span.start and marks[first].facing is not Facing.CLOSES


def _closing_paragraph(marks: Sequence[Mark], firsts: Sequence[int], paragraphs: Sequence[Paragraph], index: int, depth: int) -> int | None:
    """The later paragraph in which the `depth` quotations left open at the end of paragraph `index` are closed, None if they are not."""
    following = index + 1
    for at in range(firsts[index + 1], min(firsts[index + 1] + MAX_LOOKAHEAD, len(marks))):
        while following + 1 < len(firsts) and at >= firsts[following + 1]:
            following += 1
        if following - index > MAX_RUN_ON or (at == firsts[following] and _opens_again(marks, at, paragraphs[following])):
            return None
        depth += 1 if marks[at].facing is Facing.OPENS else -1
        if depth == 0:
            return following
    return None


class _Scan:
    """One paragraph's marks, paired from left to right."""

    def __init__(self, text: str, within: Span, marks: Sequence[Mark], continues: bool) -> None:
        self.text = text
        self.within = within
        self.marks = marks
        self.continues = continues
        self.stack: list[Mark] = []
        self.found: list[Region] = []
        self.left_open = False

    def run(self) -> None:
        closers_left = self._closers_after()
        for mark, closers in zip(self.marks, closers_left, strict=True):
            if self._opens(mark):
                if self.stack and (len(self.stack) >= MAX_DEPTH or closers <= len(self.stack)):
                    self._abandon(mark)  # too few closing marks are left for a nested quotation: the one before was never closed
                self.stack.append(mark)
            elif self.stack:
                opening = self.stack.pop()
                self._add(opening.start, opening.end, mark.start, mark.end)
            else:
                self._add_unopened(mark)
        if self.stack:
            self.left_open = True
            self._abandon(None)

    @property
    def unclosed(self) -> int:
        """How many more marks open than close."""
        facing = [mark.facing for mark in self.marks]
        return facing.count(Facing.OPENS) - facing.count(Facing.CLOSES)

    def _closers_after(self) -> list[int]:
        """For each mark, how many more close than open after it."""
        net, result = 0, []
        for mark in reversed(self.marks):
            result.append(net)
            if mark.facing is Facing.CLOSES:
                net += 1
            elif mark.facing is Facing.OPENS:
                net -= 1
        return result[::-1]

    def _opens(self, mark: Mark) -> bool:
        return mark.facing is Facing.OPENS or (mark.facing is Facing.EITHER and not self.stack)

    def _abandon(self, successor: Mark | None) -> None:
        """Close what is open without a mark, before `successor` or at the paragraph's end."""
        opening = self.stack[0]
        self.stack.clear()
        end = self.within.end if successor is None else successor.start
        self._add(opening.start, opening.end, end, end, closed=False)

    def _add(self, outer_start: int, start: int, end: int, outer_end: int, *, opened: bool = True, closed: bool = True) -> None:
        if not closed or not opened:
            stretch = self.text[start:end]
            end -= len(stretch) - len(stretch.rstrip())
            outer_end = min(outer_end, end) if not closed else outer_end
        if start < end and not self.text[start:end].isspace():
            goes_on = self.continues and outer_start == self.within.start
            self.found.append(Region(Span(start, end), Span(outer_start, outer_end), opened=opened, closed=closed, continues=goes_on))

    def _add_unopened(self, mark: Mark) -> None:
        """A closing mark that nothing opened: what stands before it is quoted if the mark looks like the end of speech.

        That is the paragraph up to it; of a long stretch only the last sentence.
        """
        start = self.within.start
        ends_speech = start < mark.start and self.text[mark.start - 1] in ",?!." and mark.facing is Facing.CLOSES
        if self.found or not ends_speech:
            return
        if mark.start - start > LONG_STRETCH:
            start = max((match.end() for match in _SENTENCE_START.finditer(self.text, mark.start - LONG_STRETCH, mark.start)), default=start)
        self._add(start, start, mark.start, mark.end, opened=False)
