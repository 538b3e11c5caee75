"""Numbers and percentages that differ between the two sides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from workbench.checks.check import CheckContext
from workbench.checks.clock import times_judged
from workbench.model import Finding, Span, Unit
from workbench.text import dates, duals
from workbench.text.arabic import is_run_together
from workbench.text.measures import arabic_measures, english_measures, same_quantity, same_temperature
from workbench.text.numbers import Number, numbers

_TWO = Fraction(2)
_WHOLE = 100  # percent: said of anything that is so altogether
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
    yield from (Finding("number", *claim) for claim in _claims(unit) if _weighs(claim, unit))


def number_word(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A number in words has no counterpart at all; idioms do that more often than errors (في المرتبة الأولى والثانية, “at sixes and sevens”).

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in number_word(Unit.of("اقتحموا المبنى", "Five of them stormed the building"), NOTHING_KNOWN)]
    ['“Five” is not in the Arabic']
    """
    yield from (Finding("number-word", *claim) for claim in _claims(unit) if not _weighs(claim, unit))


Claim = tuple[str, Span | None, Span | None, str | None]


def _weighs(claim: Claim, unit: Unit) -> bool:
    """Whether a number stands against another, or digits against nothing."""
    _, source, target, _ = claim
    if source and target:
        return True
    written = source.of(unit.source) if source else target.of(unit.target) if target else ""
    return any(character.isdigit() for character in written)


def _claims(unit: Unit) -> list[Claim]:
    """Message, places and repair of every number without its equal."""
    if not unit.source or not unit.target or is_run_together(unit.source):
        return []
    _, source_left, target_left = _compared(unit)
    target_left = [found for found in target_left if not any(span.contains(found.span) for span in unit.context.interpolations)]
    source_left, target_left = _without_times(unit, source_left, target_left)
    if len(source_left) == 1 and len(target_left) == 1:
        return [_differs(unit, source_left[0], target_left[0])]
    added: list[Claim] = [(f"“{found.span.of(unit.target)}” is not in the Arabic", None, found.span, None) for found in target_left]
    return added + [(f"“{found.span.of(unit.source)}” of the Arabic is missing", found.span, None, None) for found in source_left]


def _without_times(unit: Unit, source: list[Number], target: list[Number]) -> tuple[list[Number], list[Number]]:
    """What is left that is no part of a clock time that was compared as such (سبعة ونص, 7:30)."""
    if not source and not target:
        return source, target
    there, here = times_judged(unit)
    return _outside(there, source), _outside(here, target)


def _outside(spans: Sequence[Span], found: Sequence[Number]) -> list[Number]:
    return [number for number in found if not any(span.overlap(number.span) for span in spans)]


def _differs(unit: Unit, source: Number, target: Number) -> Claim:
    """One number stands where the Arabic has another; the repair is offered where it is written in digits."""
    message = f"“{target.span.of(unit.target)}” is “{source.span.of(unit.source)}” in the Arabic"
    value = source.value
    plain = target.digits and value.denominator == 1 and target.span.of(unit.target).replace(",", "").isdigit()
    written = f"{int(value):,}" if value >= 10_000 or "," in target.span.of(unit.target) else str(int(value))
    return message, source.span, target.span, written if plain else None


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
    source_left, target_left = _ordinals_against_each_other(source_left, target_left)
    left = [found for found in source_left if _matters(found) and not _said_otherwise_in_english(found, target, target_numbers=numbers(target))]
    added = [found for found in target_left if _matters(found) and not _said_otherwise_in_arabic(found, source, source_numbers)]
    if left or added:
        left, added = _without_converted(left, added, source, target)
    else:
        left, added = _fractions_against_each_other(source_left, target_left)
    return tuple(pairs), left, added


def _ordinals_against_each_other(source: list[Number], target: list[Number]) -> tuple[list[Number], list[Number]]:
    """First and second count, where the other side has another ordinal instead: القرن الثالث and “the second century”."""
    if len(source) != 1 or len(target) != 1:
        return source, target
    for here, there in ((source, target), (target, source)):
        spoken = [found for found in here if found.ordinal and found.small_talk]
        others = [found for found in there if found.ordinal and not found.small_talk]
        if spoken and others:
            here[here.index(spoken[0])] = replace(spoken[0], small_talk=False)
    return source, target


def _fractions_against_each_other(source: list[Number], target: list[Number]) -> tuple[list[Number], list[Number]]:
    """A half, third or quarter in words counts, where the other side has another one instead: ثلث المباني and “a quarter of the buildings”."""
    there, here = ([found for found in side if 0 < found.value < 1 and not found.digits and not found.vague] for side in (source, target))
    return (there, here) if len(there) == len(here) == 1 else ([], [])


def _without_converted(left: list[Number], added: list[Number], source: str, target: str) -> tuple[list[Number], list[Number]]:
    """What is left of either side without quantities that the other says in another unit: 100 كيلومتر and “62 miles”, عقدين and “20 years”."""
    here = arabic_measures(source, numbers(source))
    there = english_measures(target, numbers(target))
    same = [(one, other) for one in here for other in there if same_quantity(one, other)]
    texts = (source, target)
    degrees = [(one, other) for one in left for other in added if same_temperature(one, other, texts)]
    spans = {one.span for pair in same for one in pair} | {one.span for pair in degrees for one in pair}
    return [found for found in left if found.span not in spans], [found for found in added if found.span not in spans]


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
    return not (found.small_talk or found.vague or (found.value.denominator != 1 and found.value < 1 and not found.digits))


def _said_otherwise_in_arabic(found: Number, source: str, source_numbers: Sequence[Number]) -> bool:
    if found.value == _TWO and not found.ordinal and duals.may_be_dual(source):
        return True
    if found.percent and (found.value == _WHOLE or any(other.value * _WHOLE == found.value for other in source_numbers)):  # ثلاثة أرباع, 75 percent
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
