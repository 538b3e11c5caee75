"""“Two” that Arabic says by an ending and the rendering lost."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text.duals import duals

_TWO = re.compile(
    r"\b(?:two|both|pair|couple|twins?|either|neither|second|twice|double[ds]?|each|2|ii|half|halves|between|bilateral|dual|other|another)\b",
    re.IGNORECASE,
)


def dual(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic says “two” by a dual, the rendering says nothing of two.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in dual(Unit.of("استهدفوا مقري الحزب والشرطة", "targeted the headquarters of the Party"), NOTHING_KNOWN)]
    ['“مقري” is a dual: two of them']

    Silent when the rendering has two, both, a pair, or names the two.
    """
    if not unit.target or _TWO.search(unit.target):
        return
    for span in duals(unit.source):
        yield Finding("dual", f"“{span.of(unit.source)}” is a dual: two of them", source_span=span)
