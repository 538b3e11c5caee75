"""From the lines of pages to paragraphs, by where the lines stand."""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from workbench.ingest.pdf_lines import PageLine
from workbench.text.bidi import direction

LEADING: Final = 1.35
"""A step to the next line larger than the page's usual one by this factor parts paragraphs."""

MIN_STEP: Final = 0.8
"""In ems: lines are not set closer; what is closer belongs to the same line."""

SHORT: Final = 0.8
"""A line narrower than this share of the page's usual measure is the last of its paragraph, or a heading."""

INDENT: Final = 0.8
"""In ems."""

SIZE_CHANGE: Final = 1.2

# Prefixes that keep their hyphen when a line ends after them.
_PREFIX = re.compile(r"\b(?:pro|anti|non|ex|self|well|co|post|pre|half|mid|counter|semi|vice|al|an|ar|as|ash|at|el|us|un)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?؟:…][\"'”’»)\]]*$")


def paragraphs(pages: Sequence[Sequence[PageLine]]) -> list[str]:
    """The paragraphs of a document; one that goes on over the page is put together."""
    found: list[str] = []
    last: PageLine | None = None
    for page in pages:
        parts = list(_on_page(page))
        for number, part in enumerate(parts):
            goes_on = number == 0 and last is not None and _goes_on_overleaf(last, page)
            text = _joined([line.text for line in part])
            if goes_on:
                found[-1] = _joined([found[-1], text])
            else:
                found.append(text)
        last = page[-1] if page else None
    return found


def _on_page(page: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    if not page:
        return
    usual = _usual(page)
    part = [page[0]]
    for before, line in itertools.pairwise(page):
        if _parts(before, line, usual):
            yield part
            part = []
        part.append(line)
    yield part


class _Usual(NamedTuple):
    """What most lines of a page are like, in points: the step to the next, the width of a full one, the size of the type."""

    leading: float
    measure: float
    size: float


def _usual(page: Sequence[PageLine]) -> _Usual:
    steps = sorted(step for before, line in itertools.pairwise(page) if (step := before.baseline - line.baseline) > MIN_STEP * line.size)
    widths = sorted(line.width for line in page)
    return _Usual(
        leading=steps[len(steps) // 5] if steps else 0.0,  # low: paragraphs of one line have more wide steps than narrow ones
        measure=widths[int(0.8 * (len(widths) - 1))],
        size=statistics.median(line.size for line in page),
    )


def _parts(before: PageLine, line: PageLine, usual: _Usual) -> bool:
    """Whether a paragraph ends between two lines."""
    if before.text.endswith("\N{SOFT HYPHEN}"):
        return False
    taller, smaller = max(before.size, line.size), min(before.size, line.size)
    if taller > SIZE_CHANGE * smaller:
        return True
    if smaller > SIZE_CHANGE * usual.size:  # a heading over two lines: both are short
        return before.baseline - line.baseline > 2 * smaller
    return before.baseline - line.baseline > LEADING * usual.leading or before.width < SHORT * usual.measure or _indented(before, line)


def _indented(before: PageLine, line: PageLine) -> bool:
    """Whether a line begins further in than the one above; the end of an Arabic line is its left."""
    if direction(line.text) == "rtl":
        return before.right - line.right > INDENT * line.size
    return line.left - before.left > INDENT * line.size


def _goes_on_overleaf(last: PageLine, page: Sequence[PageLine]) -> bool:
    """A full line without the end of a sentence at the foot of a page, and the same size at the head of the next."""
    return last.width >= SHORT * _usual(page).measure and not _SENTENCE_END.search(last.text) and page[0].size <= SIZE_CHANGE * last.size


def _joined(lines: Sequence[str]) -> str:
    """Lines as running text; a word parted by a hyphen is put together, a hyphen that belongs to it is kept."""
    text = lines[0]
    for line in lines[1:]:
        stem = text.removesuffix("\N{SOFT HYPHEN}")
        if stem == text:
            text = f"{text} {line}"
        elif _PREFIX.search(stem) or not line[:1].islower():
            text = f"{stem}-{line}"
        else:
            text = stem + line
    return text.replace("\N{SOFT HYPHEN}", "-") if text.endswith("\N{SOFT HYPHEN}") else text
