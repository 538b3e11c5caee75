"""Numbers and percentages that differ between the two sides."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text import dates, duals
from workbench.text.arabic import is_run_together
from workbench.text.numbers import Number, numbers

_TWO = Fraction(2)
_CENTURY = 100
_OLDEST_CENTURY = 15  # that a decade is told by

Pairs = tuple[tuple[Number, Number], ...]


def number(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A number on one side has no equal on the other, whether written in digits of any script or in words.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in number(Unit.of("ثلاثة وخمسون صفا", "in 31 rooms"), NOTHING_KNOWN)]
    ['“31” is “ثلاثة وخمسون” in the Arabic']
    >>> list(number(Unit.of("قُتل ٣٥ بينهم خمسة وعشرون طفلا", "thirty-five were killed, 25 of them children"), NOTHING_KNOWN))
    []

    Silent on one, first and second, on “two” where the Arabic has a dual, on halves and quarters in words, on clock times, and inside brackets.
    """
    if not unit.source or not unit.target or is_run_together(unit.source):
        return
    _, source_left, target_left = _compared(unit)
    target_left = [found for found in target_left if not any(span.contains(found.span) for span in unit.context.interpolations)]
    if len(source_left) == 1 and len(target_left) == 1:
        yield _differs(unit, source_left[0], target_left[0])
        return
    for found in target_left:
        yield Finding("number", f"“{found.span.of(unit.target)}” is not in the Arabic", target_span=found.span)
    for found in source_left:
        yield Finding("number", f"“{found.span.of(unit.source)}” of the Arabic is missing", source_span=found.span)


def _differs(unit: Unit, source: Number, target: Number) -> Finding:
    """One number stands where the Arabic has another; the repair is offered where it is written in digits."""
    message = f"“{target.span.of(unit.target)}” is “{source.span.of(unit.source)}” in the Arabic"
    value = source.value
    plain = target.digits and value.denominator == 1 and target.span.of(unit.target).replace(",", "").isdigit()
    written = f"{int(value):,}" if value >= 10_000 or "," in target.span.of(unit.target) else str(int(value))
    return Finding("number", message, source_span=source.span, target_span=target.span, suggestion=written if plain else None)


def percent(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A percentage became a plain number, or a plain number a percentage.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in percent(Unit.of("٪٦٢ من السعة", "stands at 62 and is falling"), NOTHING_KNOWN)]
    ['“62” is a percentage in the Arabic']
    >>> list(percent(Unit.of("٪٤٠ من السكان", "forty percent of residents"), NOTHING_KNOWN))
    []
    """
    if not unit.source or not unit.target:
        return
    pairs, _, _ = _compared(unit)
    in_source, in_target = (sum(found.percent for found in numbers(text)) for text in (unit.source, unit.target))
    for source, target in pairs:
        if source.percent and not target.percent and in_source > in_target:
            written = target.span.of(unit.target)
            yield Finding("percent", f"“{written}” is a percentage in the Arabic", source.span, target.span, f"{written} percent")
        elif target.percent and not source.percent and in_target > in_source and "نسبة" not in unit.source:
            yield Finding("percent", f"“{target.span.of(unit.target)}” is no percentage in the Arabic", source.span, target.span)


def _compared(unit: Unit) -> tuple[Pairs, list[Number], list[Number]]:
    """Equal numbers in pairs, and what is left and matters on either side."""
    return _compare(unit.source, unit.target)


@lru_cache(maxsize=64)
def _compare(source: str, target: str) -> tuple[Pairs, list[Number], list[Number]]:
    source_numbers, target_left = list(numbers(source)), list(numbers(target))
    pairs, source_left = [], []
    for found in source_numbers:
        partner = next((other for other in target_left if _same(found, other)), None)
        if partner is None:
            source_left.append(found)
        else:
            target_left.remove(partner)
            pairs.append((found, partner))
    return (
        tuple(pairs),
        [found for found in source_left if _matters(found) and not _said_otherwise_in_english(found, target, target_numbers=numbers(target))],
        [found for found in target_left if _matters(found) and not _said_otherwise_in_arabic(found, source, source_numbers)],
    )


def _same(source: Number, target: Number) -> bool:
    if source.vague or target.vague:
        return source.vague and target.vague
    if not source.readings.isdisjoint(target.readings):
        return True
    if source.ordinal != target.ordinal or source.value.denominator != target.value.denominator:
        return _inverse(source, target)
    # التسعينيات is said of the 1990s, عام 67 of 1967
    years = {value % _CENTURY for value in target.readings if 1800 <= value < 2100}
    return bool(years & source.readings) or bool({value % _CENTURY for value in source.readings if 1800 <= value < 2100} & target.readings)


def _inverse(source: Number, target: Number) -> bool:
    """“a third” is read as third; الثلث is read as 1/3."""
    return bool({1 / value for value in source.readings if value} & target.readings)


def _matters(found: Number) -> bool:
    return not (found.small_talk or found.vague or (found.value.denominator != 1 and not found.digits))


def _said_otherwise_in_arabic(found: Number, source: str, source_numbers: Sequence[Number]) -> bool:
    if found.value == _TWO and duals.may_be_dual(source):
        return True
    if any(month.number == found.value for month in dates.arabic_months(source)):  # 3/10 for 3 October
        return True
    return _elsewhere(found, source_numbers) or _in_century(found, source_numbers) or _in_longer_digits(found, source)


def _said_otherwise_in_english(found: Number, target: str, target_numbers: Sequence[Number]) -> bool:
    if any(month.number == found.value for month in dates.english_months(target)):
        return True
    return _elsewhere(found, target_numbers) or any(_in_century(other, [found]) for other in target_numbers) or _in_longer_digits(found, target)


def _elsewhere(found: Number, others: Sequence[Number]) -> bool:
    """Said once on one side, twice on the other."""
    return any(found.readings & other.readings for other in others)


def _in_century(year: Number, others: Sequence[Number]) -> bool:
    """The 1980s are said as ثمانينيات القرن العشرين, the early 2000s as بداية القرن الحادي والعشرين."""
    return any(other.value > _OLDEST_CENTURY and other.value == year.value // _CENTURY + 1 for other in others)


def _in_longer_digits(found: Number, text: str) -> bool:
    """A telephone number is grouped otherwise: 116 123 and 116123."""
    digits = str(int(found.value)) if found.digits and found.value.denominator == 1 else ""
    return len(digits) >= 3 and digits in _longest_digits(text)


@lru_cache(maxsize=64)
def _longest_digits(text: str) -> str:
    """The longest run of digits of a text, spaces between them taken out; empty below six."""
    runs = (re.sub(r"\D", "", match.group()) for match in re.finditer(r"\d[\d\s-]{4,}\d", text))
    return max((run for run in runs if len(run) >= 6), key=len, default="")
