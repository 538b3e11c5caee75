"""Quoted regions of an Arabic text: those of the usual marks, and those of double brackets, which Arabic newsrooms type for them."""

import re
from collections.abc import Sequence

from workbench.extract.paragraphs import Paragraph
from workbench.extract.regions import Marks, Region, regions
from workbench.model import Span

_DOUBLE_BRACKETS = re.compile(r"\(\(([^()\n]{2,600})\)\)")


def arabic_regions(text: str, parts: Sequence[Paragraph]) -> tuple[Region, ...]:
    """All quoted regions in order, nested ones behind the one that holds them.

    >>> from workbench.extract.paragraphs import paragraphs
    >>> text = "قال: ((كفى)) وقال: «لا»"
    >>> [region.inner.of(text) for region in arabic_regions(text, paragraphs(text))]
    ['كفى', 'لا']
    """
    found = list(regions(text, parts))
    if "((" not in text:
        return tuple(found)
    taken = [region.outer for region in found]
    for match in _DOUBLE_BRACKETS.finditer(text):
        outer, inner = Span(*match.span()), Span(*match.span(1))
        if not any(span.overlap(outer) for span in taken[:MOST_COMPARED]):
            found.append(Region(inner, outer, Marks.DOUBLE))
    return tuple(sorted(found, key=lambda region: (region.outer.start, -region.outer.end)))


MOST_COMPARED = 4000
"""Regions a bracketed one is held against; keeps the time linear for texts of nothing but marks."""
