"""Months and weekdays that differ."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text import dates as facts

_IN_HIJRI_NAMES = ("Muharram", "Safar", "Rabi", "Jumada", "Rajab", "Sha", "Ramad", "Dhu al")


def date(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The rendering names another month or weekday than the Arabic.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.suggestion for finding in date(Unit.of("من 1 كانون الثاني", "from 1 December"), NOTHING_KNOWN)]
    ['January']

    Silent when a side names none, when the month is a number, and when the Arabic says yesterday or today (unless a day of publication is known).
    """
    if months := facts.english_months(unit.target):
        yield from _compare(facts.arabic_months(unit.source), months, unit, facts.MONTHS, first=1)
    if any(beginning in unit.target for beginning in _IN_HIJRI_NAMES) and (islamic := facts.english_hijri(unit.target)):
        yield from _compare(facts.arabic_hijri(unit.source), islamic, unit, facts.HIJRI, first=1)
    if weekdays := facts.english_weekdays(unit.target):
        named = facts.arabic_weekdays(unit.source)
        if named or not (relative := facts.relative_days(unit.source)):
            yield from _compare(named, weekdays, unit, facts.WEEKDAYS, first=0)
        else:
            yield from _against_publication(unit, relative)


def _compare(source: Sequence[facts.Named], target: Sequence[facts.Named], unit: Unit, names: Sequence[str], *, first: int) -> Iterator[Finding]:
    """What the rendering names and the Arabic does not, as long as the Arabic names anything of the kind."""
    if not source or not target:
        return
    said, shown = {named.number for named in source}, {named.number for named in target}
    unsaid = [named for named in target if named.number not in said]
    unshown = [named for named in source if named.number not in shown]
    for named in unsaid:
        written = named.span.of(unit.target)
        if len(unshown) == 1:
            right = names[unshown[0].number - first]
            message = f"“{written}” is “{unshown[0].span.of(unit.source)}” in the Arabic: {right}"
            yield Finding("date", message, source_span=unshown[0].span, target_span=named.span, suggestion=right)
        else:
            yield Finding("date", f"“{written}” is not in the Arabic", target_span=named.span)


def _against_publication(unit: Unit, relative: frozenset[int]) -> Iterator[Finding]:
    """A weekday for “yesterday”, “today” or “tomorrow”, counted from the day the Arabic was published.

    Where that is not known, from the article's, which may have come a day later than what it quotes.
    """
    spoken = unit.context.source_published
    day = spoken or unit.context.published
    if day is None:
        return
    late = (0,) if spoken else (0, -1)
    possible = {(day + timedelta(days=shift + by)).weekday() for shift in relative for by in late}
    for named in facts.english_weekdays(unit.target):
        if named.number not in possible:
            yield Finding("date", f"“{named.span.of(unit.target)}” is not the day the Arabic means, counted from publication", target_span=named.span)
