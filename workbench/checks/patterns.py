"""A house's own patterns: regular expressions for either side, with a time limit."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from workbench.checks.check import CheckContext
from workbench.checks.house import Pattern
from workbench.errors import BadInput
from workbench.model import Finding, Span, Unit

TIME_LIMIT = 0.05
"""Seconds a pattern may take on one unit: more would be felt while typing."""

LONGEST = 1_000
"""Code points of an expression."""


def pattern(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    r"""What the project's own patterns find.

    >>> from workbench.checks.house import HouseSheet
    >>> dashes = Pattern(name="dashes", target=r"\s-\s", message="a dash is written –", replacement=" – ")
    >>> [finding.suggestion for finding in pattern(Unit.of("", "the town - all of it"), CheckContext(house=HouseSheet(patterns=(dashes,))))]
    [' – ']

    A pattern that takes too long, or cannot be read, is one finding that says so.
    """
    for row in context.house.patterns:
        try:
            yield from _apply(row, unit)
        except TimeoutError:
            yield Finding("pattern", f"the pattern “{row.name}” takes too long on this text", target_span=Span(0, len(unit.target)))
        except BadInput as error:
            yield Finding("pattern", str(error), target_span=Span(0, len(unit.target)))


def _apply(row: Pattern, unit: Unit) -> Iterator[Finding]:
    there = compiled(row.source, row.name).search(unit.source, timeout=TIME_LIMIT) if row.source else None
    if row.source and there is None:
        return
    place = Span(*there.span()) if there else None
    matches = list(compiled(row.target, row.name).finditer(unit.target, timeout=TIME_LIMIT)) if row.target else []
    if row.must_match:
        if not matches:
            message = row.message or f"“{row.name}” asks for something that is not there"
            yield Finding("pattern", message, source_span=place, target_span=Span(0, len(unit.target)))
        return
    for match in matches:
        suggestion = _replaced(match, row)
        message = row.message or f"“{match.group()}” matches “{row.name}”"
        yield Finding("pattern", message, source_span=place, target_span=Span(*match.span()), suggestion=suggestion)


def _replaced(match: "regex.Match[str]", row: Pattern) -> str | None:
    """What the pattern wants instead; BadInput where its replacement speaks of a group that it has not."""
    try:
        return match.expand(row.replacement) if row.replacement is not None else None
    except (IndexError, regex.error) as error:
        raise BadInput(f"the replacement cannot be read ({error})", where=row.name, remedy="write \\1 for the first group, \\\\ for a \\") from error


@lru_cache(maxsize=256)
def compiled(expression: str, name: str) -> "regex.Pattern[str]":
    """The expression, ready; BadInput where it is none or too long."""
    if len(expression) > LONGEST:
        raise BadInput(f"the pattern has {len(expression)} characters, at most {LONGEST} are read", where=name, remedy="shorten it")
    try:
        return regex.compile(expression)
    except regex.error as error:
        raise BadInput(f"the pattern cannot be read ({error})", where=name, remedy="try it in the settings of checks") from error
