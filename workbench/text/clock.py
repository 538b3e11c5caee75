"""Clock times of an English text: 10:30, half past three, ten to one, 5pm, two in the afternoon, 0830 GMT, noon, midnight."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.model import Span
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day in minutes of its half, 0..719; `after_noon` says which half, None where the text does not.

    One that is not `sure` may as well count something else (“before seven”): it can answer a time of the other language, and says nothing by itself.
    """

    minutes: int
    after_noon: bool | None
    span: Span
    sure: bool = True

    def may_be(self, other: "ClockTime") -> bool:
        """Whether both may mean one time.

        >>> ten = ClockTime(600, None, Span(0, 1))
        >>> ten.may_be(ClockTime(600, True, Span(0, 1))), ten.may_be(ClockTime(630, None, Span(0, 1)))
        (True, False)
        """
        return self.minutes == other.minutes and (None in (self.after_noon, other.after_noon) or self.after_noon is other.after_noon)


_HOURS = dict(zip(listed("one two three four five six seven eight nine ten eleven twelve"), range(1, 13), strict=True))
_HOUR = "|".join(_HOURS)
_STEPS = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
# “at ten to one” is a time, “ten to twelve people” is none
_BEFORE_A_STEP = "|".join(rf"(?<={word}\s)" for word in listed("at by until till before after since showed nearly"))
_WHICH_DAY = r"in\sthe|at|this|that|every|the\ssame|yesterday|tomorrow|last|on\s\w+day|\w+day"
_DAY = rf"\s(?:{_WHICH_DAY})\s(?P<day>morning|afternoon|evening|night)\b|\s(?P<tonight>tonight)\b"
_ENGLISH = re.compile(
    rf"""
    (?: \b(?P<part>half|quarter)\s(?P<way>past|to)\s(?P<named>{_HOUR}|\d{{1,2}})\b
      | (?: (?P<step>\b(?:five|ten|twenty-five|twenty)\b|(?<![\d:.,])\d{{1,2}})(?:\sminutes?)?\spast
          | (?:{_BEFORE_A_STEP})(?P<few>(?:five|ten|twenty-five|twenty)\b|\d{{1,2}})(?:\sminutes?)?\sto )\s(?P<near>{_HOUR}|\d{{1,2}})\b
      | (?P<clock>\b(?:{_HOUR})|(?<![\d:.,])\d{{1,2}})\so['’]clock
      | (?<![\d:.,$£€/])(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:GMT|UTC|hours\b|hrs\b|local\stime))
      | (?<![\d:.,$£€/])(?P<digits>\d{{1,2}})(?:(?P<mark>[:.])(?P<minute>\d\d)(?![\d:]|[.,]\d))?
      | \b(?P<word>{_HOUR})\b )
    (?:\s?(?P<half>[ap])\.?\s?m\b\.?)?
    (?:{_DAY})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TWELVE = re.compile(r"\b(?:noon|midnight)\b", re.IGNORECASE)
_BEFORE_AN_HOUR = re.compile(r"\b(?:at|by|until|till|before|after|from|to|between|and|around|about|since)\s$", re.IGNORECASE)
_QUICK = re.compile(r"\d(?:[:.]\d\d(?!\d)|\s?[ap]\.?\s?m\b|\s?(?:GMT|UTC|hours\b|hrs\b))", re.IGNORECASE)
_CLOCK_WORDS = frozenset(listed("o'clock o’clock midnight noon half quarter past"))
_DAY_WORDS = frozenset(listed("morning afternoon evening night tonight"))
_HOUR_WORDS = frozenset(_HOURS)
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=64)
def english_times(text: str) -> tuple[ClockTime, ...]:
    """The clock times of an English text, in order.

    >>> [(time.minutes, time.after_noon) for time in english_times("at 10:30, at half past three and at 5pm")]
    [(630, None), (210, None), (300, True)]
    >>> [(time.minutes, time.after_noon) for time in english_times("at ten to one, two in the afternoon and 0830 GMT")]
    [(50, None), (120, True), (510, False)]
    >>> english_times("It cost 10.50 and ended 2.30 to 1"), [time.minutes for time in english_times("from 4.15 a.m. to midnight")]
    ((), [255, 0])
    """
    if not _may_hold_times(text):
        return ()
    found = [time for match in _ENGLISH.finditer(text) if (time := _english_time(match, text)) is not None]
    found += [ClockTime(0, match.group().lower() == "noon", Span(*match.span())) for match in _TWELVE.finditer(text)]
    return tuple(sorted(found, key=lambda time: time.span)) if any(time.sure for time in found) else ()


def _may_hold_times(text: str) -> bool:
    """A quick look that misses nothing."""
    words = english_words(text)
    digits = _DIGIT.search(text)
    if not _CLOCK_WORDS.isdisjoint(words) or (digits and _QUICK.search(text)):
        return True
    hours = not _HOUR_WORDS.isdisjoint(words)
    if not _DAY_WORDS.isdisjoint(words) and (hours or digits):
        return True
    return hours and "to" in words and any(step in words for step in ("five", "ten", "twenty", "twenty-five", "minutes"))


def _english_time(match: re.Match[str], text: str) -> ClockTime | None:
    span = Span(*match.span())
    half, day = match["half"], (match["day"] or ("night" if match["tonight"] else "")).lower()
    if match["military"]:
        hour, minute = divmod(int(match["military"]), 100)
        return time_of(hour, minute, 0, hour >= 12, span)
    named = (match["named"] or match["near"] or match["clock"] or match["digits"] or match["word"]).lower()
    hour = _HOURS.get(named) or (int(named) if named.isdigit() else 0)
    after_noon = half.lower() == "p" if half else half_of_day(day, hour) if day else None
    bare = not (match["named"] or match["near"] or match["clock"] or half or day or match["mark"] == ":")
    if bare and not (_BEFORE_AN_HOUR.search(text, max(0, span.start - 8), span.start) and match["mark"] is None):
        return None
    time = time_of(hour, int(match["minute"] or 0), _shift(match), after_noon, span)
    return ClockTime(time.minutes, time.after_noon, span, sure=False) if time and bare else time


def _shift(match: re.Match[str]) -> int:
    """How many minutes past the hour, or to it."""
    if match["part"]:
        return _STEPS[match["part"].lower()] * (1 if match["way"].lower() == "past" else -1)
    step = (match["step"] or match["few"] or "0").lower()
    return (_STEPS.get(step) or int(step)) * (-1 if match["few"] else 1)


def half_of_day(day: str, hour: int) -> bool:
    """Whether an hour of a part of the day is after noon; ten at night is, two at night and twelve at night are not."""
    return 5 < hour < 12 if day == "night" else day != "morning"


def time_of(hour: int, minute: int, shift: int, after_noon: bool | None, span: Span) -> ClockTime | None:
    """The time, or None for one that no clock shows; an hour after twelve, or one with a nought before it, tells the half of the day."""
    if hour > 24 or minute > 59:
        return None
    if after_noon is None and (hour == 0 or hour > 12):
        after_noon = 12 < hour < 24
    return ClockTime((hour * 60 + minute + shift) % 720, after_noon, span)


def zones(text: str) -> Iterator[str]:
    """What names a time zone, in either language; where it stands hours may have been converted.

    >>> list(zones("at 10:30 GMT, 12:30 local time")), list(zones("بتوقيت دمشق"))
    (['GMT', 'local time'], ['بتوقيت'])
    """
    yield from (match.group() for match in _ZONE.finditer(text))


_ZONE = re.compile(r"\b(?:[A-Z]{0,3}(?:GMT|UTC)|[BCEPM][SDE]?T|local time|Eastern|Pacific|Greenwich)\b|بتوقيت|توقيت|التوقيت|غرينتش|جرينتش")
