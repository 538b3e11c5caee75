"""Clock times that differ."""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.clock import ClockTime, english_times, zones
from workbench.text.clock_arabic import arabic_times

_HOUR = 60  # minutes


def clock_time(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The rendering gives another time of day than the Arabic.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in clock_time(Unit.of("في الساعة الثالثة والنصف فجرا", "at 3:20 a.m."), NOTHING_KNOWN)]
    ['“3:20 a.m.” is “الساعة الثالثة والنصف فجرا” in the Arabic']

    Silent where a side gives no time, and where only the hours differ and a time zone is named: then they may have been converted.
    """
    for time, other in _compare(unit).differing:
        message = f"“{time.span.of(unit.target)}” is “{other.span.of(unit.source)}” in the Arabic"
        yield Finding("clock-time", message, source_span=other.span, target_span=time.span)


def times_judged(unit: Unit) -> tuple[list[Span], list[Span]]:
    """Where in the Arabic and in the rendering times stand that are the same or reported as others: no number in them need be compared again."""
    compared = _compare(unit)
    source = [*compared.same_there, *(other for _, other in compared.differing)]
    return [time.span for time in source], [time.span for time in (*compared.same_here, *(time for time, _ in compared.differing))]


class _Compared(NamedTuple):
    """Times of the Arabic and of the rendering that are the same, and pairs of one of the rendering and what the Arabic has instead."""

    same_there: list[ClockTime]
    same_here: list[ClockTime]
    differing: list[tuple[ClockTime, ClockTime]]


def _compare(unit: Unit) -> _Compared:
    here = english_times(unit.target)
    there = arabic_times(unit.source) if here else ()
    if not there:
        return _Compared([], [], [])
    same_here = [time for time in here if any(time.may_be(other) for other in there)]
    same_there = [time for time in there if any(time.may_be(other) for other in here)]
    added = [time for time in here if time.sure and time not in same_here]
    missing = [time for time in there if time not in same_there]
    converted = _zoned(unit) and _full_hours_apart(added, missing)
    return _Compared(same_there, same_here, [] if converted else list(zip(added, missing, strict=False)))


def _zoned(unit: Unit) -> bool:
    return any(zones(unit.source)) or any(zones(unit.target))


def _full_hours_apart(added: list[ClockTime], missing: list[ClockTime]) -> bool:
    past = {other.minutes % _HOUR for other in missing}
    return all(time.minutes % _HOUR in past for time in added)
