"""Clock times that differ."""

from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text.clock import ClockTime, arabic_times, english_times, zones

_HOUR = 60  # minutes


def clock_time(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The rendering gives another time of day than the Arabic.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in clock_time(Unit.of("في الساعة الثالثة والنصف فجرا", "at 3:20 a.m."), NOTHING_KNOWN)]
    ['“3:20 a.m.” is “الساعة الثالثة والنصف فجرا” in the Arabic']

    Silent where a side gives no time, and where only the hours differ and a time zone is named: then they may have been converted.
    """
    here = english_times(unit.target)
    there = arabic_times(unit.source) if here else ()
    if not there:
        return
    added = [time for time in here if not any(time.may_be(other) for other in there)]
    missing = [time for time in there if not any(time.may_be(other) for other in here)]
    if not added or not missing or (_zoned(unit) and _full_hours_apart(added, missing)):
        return
    for time, other in zip(added, missing, strict=False):
        message = f"“{time.span.of(unit.target)}” is “{other.span.of(unit.source)}” in the Arabic"
        yield Finding("clock-time", message, source_span=other.span, target_span=time.span)


def _zoned(unit: Unit) -> bool:
    return any(zones(unit.source)) or any(zones(unit.target))


def _full_hours_apart(added: list[ClockTime], missing: list[ClockTime]) -> bool:
    past = {other.minutes % _HOUR for other in missing}
    return all(time.minutes % _HOUR in past for time in added)
