"""Units and currencies taken for others."""

from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text.measures import arabic_measures, english_measures, unconverted
from workbench.text.numbers import numbers


def unit_of_measure(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The number is the same, but it counts something else: kilometres became miles, liras dollars.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in unit_of_measure(Unit.of("على بعد 40 كيلومترا", "40 miles away"), NOTHING_KNOWN)]
    ['“40” counts miles here, kilometres in the Arabic']

    Silent where the figure was converted, and where a side has both units.
    """
    here = english_measures(unit.target, numbers(unit.target))
    there = numbers(unit.source) if here else ()
    for source, target in unconverted(arabic_measures(unit.source, there), here) if there else ():
        message = f"“{target.span.of(unit.target)}” counts {target.unit.plural} here, {source.unit.plural} in the Arabic"
        yield Finding("unit", message, source_span=source.span, target_span=target.span)
