"""Clock times of a text, Arabic and English: 10:30, الساعة ٢٢٫٣٠, الثالثة والنصف فجرا, half past three, 5pm, noon, midnight."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day in minutes of its half, 0..719; `after_noon` says which half, None where the text does not."""

    minutes: int
    after_noon: bool | None
    span: Span

    def may_be(self, other: "ClockTime") -> bool:
        """Whether both may mean one time.

        >>> ten = ClockTime(600, None, Span(0, 1))
        >>> ten.may_be(ClockTime(600, True, Span(0, 1))), ten.may_be(ClockTime(630, None, Span(0, 1)))
        (True, False)
        """
        return self.minutes == other.minutes and (None in (self.after_noon, other.after_noon) or self.after_noon is other.after_noon)


# Folded, without the article. The ordinals are written, the others spoken; “the third” is an hour only after الساعة or before a part of the day.
_ORDINALS = dict(zip(listed("واحده ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره حاديه"), range(1, 12), strict=True))
_SPOKEN = {
    "وحده": 1, "تنتين": 2, "ثنتين": 2, "اتنين": 2, "تلاته": 3, "ثلاثه": 3, "اربعه": 4, "خمسه": 5, "سته": 6, "سبعه": 7, "تمانيه": 8, "ثمانيه": 8,
    "تسعه": 9, "عشره": 10, "حداشر": 11, "حدعش": 11, "احدعش": 11, "اتناشر": 12, "تنعش": 12, "طنعش": 12, "اثنعش": 12,
}  # fmt: skip
_STEPS = {"نصف": 30, "نص": 30, "ربع": 15, "ثلث": 20, "تلت": 20, "خمس": 5, "عشر": 10, "عشرين": 20, "عشرون": 20}
_MORNING = "صباحا|الصبح|فجرا|الفجر|قبل الظهر"
_EVENING = "مساء|المسا|عصرا|العصر|ظهرا|الضهر|بعد الظهر|بعد الضهر"
_NIGHT = "ليلا|الليل|بالليل"
_ARABIC = re.compile(
    rf"""
    (?P<at>\b[وفبع]?(?:ال|لل)ساعه\s+(?:حوالي\s+|نحو\s+)?)?
    (?: (?<![\d:.,٫/]) (?P<digits>\d{{1,2}}) (?:[:.٫](?P<minute>\d\d)(?![\d:]))?
      | \b[وفبل]?(?:ال|لل)?(?P<word>[^\W\d_]+)(?P<teen>\s+عشره?\b)? )
    (?:\s+و\s?(?:ال)?(?P<plus>نصف|نص|ربع|ثلث|تلت|(?:خمس|عشر|عشرين|عشرون|\d{{1,2}})(?=\s+دق))\w*(?:\s+دق\w+)?|\s+الا\s+(?:ال)?(?P<minus>ربع|ثلث|تلت)\w*)?
    (?:\s+(?:من\s+|في\s+)?(?:(?P<morning>{_MORNING})|(?P<evening>{_EVENING})|(?P<night>{_NIGHT}))\b(?P<of>\s+(?:امس|ال\w+))?)?
    """,
    re.VERBOSE,
)
_MIDNIGHT = re.compile(r"منتصف الليل\b")

_HOURS = dict(zip(listed("one two three four five six seven eight nine ten eleven twelve"), range(1, 13), strict=True))
_HOUR = "|".join(_HOURS)
_ENGLISH = re.compile(
    rf"""
    (?: \b(?P<part>half|quarter)\s(?P<way>past|to)\s(?P<named>{_HOUR}|\d{{1,2}})\b
      | (?P<clock>\b(?:{_HOUR})|(?<![\d:.,])\d{{1,2}})\so['’]clock
      | (?<![\d:.,$£€/])(?P<digits>\d{{1,2}})(?:(?P<mark>[:.])(?P<minute>\d\d)(?![\d:]|[.,]\d))? )
    (?:\s?(?P<half>[ap])\.?\s?m\b\.?)?
    (?:\s(?:in\sthe|at)\s(?P<day>morning|afternoon|evening|night)\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TWELVE = re.compile(r"\b(?:at noon|midnight)\b", re.IGNORECASE)
_QUICK = re.compile(r"\d(?:[:.]\d\d(?!\d)|\s?[ap]\.?\s?m\b)", re.IGNORECASE)
_CLOCK_WORDS = frozenset(listed("o'clock o’clock midnight noon half quarter"))


def english_times(text: str) -> tuple[ClockTime, ...]:
    """The clock times of an English text, in order.

    >>> [(time.minutes, time.after_noon) for time in english_times("at 10:30, at half past three and at 5pm")]
    [(630, None), (210, None), (300, True)]
    >>> english_times("It cost 10.50 and ended 2.30 to 1"), [time.minutes for time in english_times("from 4.15 a.m. to midnight")]
    ((), [255, 0])
    """
    if _CLOCK_WORDS.isdisjoint(english_words(text)) and not _QUICK.search(text):
        return ()
    found = [time for match in _ENGLISH.finditer(text) if (time := _english_time(match)) is not None]
    found += [ClockTime(0, None if match.group().lower() == "midnight" else True, Span(*match.span())) for match in _TWELVE.finditer(text)]
    return tuple(sorted(found, key=lambda time: time.span))


def _english_time(match: re.Match[str]) -> ClockTime | None:
    part, minute, half, day = match["part"], int(match["minute"] or 0), match["half"], match["day"]
    if match["digits"] and not (half or match["mark"] == ":"):
        return None
    named = (match["named"] or match["clock"] or match["digits"]).lower()
    hour = _HOURS.get(named) or (int(named) if named.isdigit() else 0)
    shift = 0 if part is None else (30 if part.lower() == "half" else 15) * (1 if match["way"].lower() == "past" else -1)
    after_noon = half.lower() == "p" if half else _after_noon(day.lower(), hour) if day else None
    return _time(hour, minute, shift, after_noon, Span(*match.span()))


def _after_noon(day: str, hour: int) -> bool | None:
    """Which half of the day a part of it is in; ten at night is in the second, two at night in the first, twelve in neither."""
    if day == "night":
        return None if hour == 12 else hour > 5
    return day != "morning"


def arabic_times(text: str) -> tuple[ClockTime, ...]:
    """The clock times of an Arabic text, in order.

    >>> [(time.minutes, time.after_noon) for time in arabic_times("من الساعة ٢٢:٣٠ حتى الثالثة والنصف فجرا")]
    [(630, True), (210, False)]
    >>> [(time.minutes, time.after_noon) for time in arabic_times("الساعة الثانية عشرة إلا ربعا ليلا")], arabic_times("الثالثة في السباق")
    ([(705, None)], ())
    """
    folded = fold_with_offsets(text)
    times = (_arabic_time(match, folded.original(Span(*match.span()))) for match in _ARABIC.finditer(folded.text))
    found = [time for time in times if time is not None]
    found += [ClockTime(0, None, folded.original(Span(*match.span()))) for match in _MIDNIGHT.finditer(folded.text)]
    return tuple(sorted(found, key=lambda time: time.span))


def _arabic_time(match: re.Match[str], span: Span) -> ClockTime | None:
    at = match["at"]
    part = next((part for part in ("morning", "evening", "night") if match[part]), None)
    # مساء أمس and صباح اليوم may say when of five dead as well as of five o'clock
    dated = bool(at or (part and not match["of"]))
    if match["digits"]:
        if not (dated or (match["minute"] and ":" in match.group())):
            return None
        hour = int(match["digits"])
    else:
        named = _ORDINALS.get(match["word"]) if dated else None
        hour = named or (_SPOKEN.get(match["word"], 0) if at else 0)
        hour += 10 if match["teen"] and hour == 2 else 0
        if not hour:
            return None
    plus, minus = match["plus"], match["minus"]
    shift = (int(plus) if plus.isdigit() else _STEPS[plus]) if plus else -_STEPS[minus] if minus else 0
    after_noon = _after_noon(part, hour) if part else None
    return _time(hour, int(match["minute"] or 0), shift, after_noon, span)


def _time(hour: int, minute: int, shift: int, after_noon: bool | None, span: Span) -> ClockTime | None:
    """The time, or None for one that no clock shows; an hour after twelve tells the half of the day."""
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
