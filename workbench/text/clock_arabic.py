"""Clock times of an Arabic text: الساعة ٢٢٫٣٠, الثالثة والنصف فجرا, الثامنة إلا خمس دقائق, الساعة سبعة ونص المسا, منتصف الليل."""

import re
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets
from workbench.text.clock import ClockTime, half_of_day, time_of
from workbench.text.numbers import numbers
from workbench.text.wordlists import listed

# Folded, without the article. The ordinals are written, the others spoken; “the third” is an hour only after الساعة, before a part of the day or a
# part of an hour.
_ORDINALS = dict(zip(listed("واحده ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره حاديه"), range(1, 12), strict=True))
_SPOKEN = {
    "وحده": 1, "تنتين": 2, "ثنتين": 2, "اتنين": 2, "تلاته": 3, "ثلاثه": 3, "اربعه": 4, "خمسه": 5, "سته": 6, "سبعه": 7, "تمانيه": 8, "ثمانيه": 8,
    "تسعه": 9, "عشره": 10, "حداشر": 11, "حدعش": 11, "احدعش": 11, "اتناشر": 12, "تنعش": 12, "طنعش": 12, "اثنعش": 12,
}  # fmt: skip
_STEPS = {"نصف": 30, "نص": 30, "ربع": 15, "ثلث": 20, "تلت": 20}
_STEP = "|".join(_STEPS)
_MORNING = r"صباحا?|الصبح|فجرا?|الفجر|قبل\sالظهر|قبل\sالضهر|بعد\sمنتصف\sالليل"
_EVENING = r"مساء|المسا|عصرا?|العصر|ظهرا?|الضهر|بعد\sالظهر|بعد\sظهر|بعد\sالضهر"
_NIGHT = "ليلا?|ليله|الليل|بالليل"
_MINUTES = r"[^\W\d_]+(?:\s+و[^\W\d_]+)?|\d{1,2}"
_TIME = re.compile(
    rf"""
    (?P<at>\b[وفبع]?(?:ال|لل)ساعه\s+(?:(?:حوالي|نحو|قرابه|تقريبا)\s+)?)?
    (?: (?<![\d:.,٫/]) (?P<digits>\d{{1,2}}) (?:[:.٫](?P<minute>\d\d)(?![\d:]))?
      | \b(?P<glued>[وفبل]?)(?P<the>ال|لل)?(?P<word>[^\W\d_]+)(?P<teen>\s+عشره?\b)? )
    (?: \s+و\s?(?:ال)?(?:(?P<plus>{_STEP})\w*(?:\s+ساعه)?|(?P<more>{_MINUTES})\s+دق\w+)
      | \s+الا\s+(?:ال)?(?:(?P<minus>{_STEP})\w*|(?P<less>{_MINUTES})\s+دق\w+) )?
    (?:\s+(?P<from>من\s+|في\s+)?(?:(?P<morning>{_MORNING})|(?P<evening>{_EVENING})|(?P<night>{_NIGHT}))\b(?P<of>\s+(?:امس|غد\w?|يوم|ال\w+))?)?
    """,
    re.VERBOSE,
)
_MIDNIGHT = re.compile(r"(?<!بعد )منتصف الليل\b")
_NOON = re.compile(r"منتصف النهار\b")


@lru_cache(maxsize=64)
def arabic_times(text: str) -> tuple[ClockTime, ...]:
    """The clock times of an Arabic text, in order.

    >>> [(time.minutes, time.after_noon) for time in arabic_times("من الساعة ٢٢:٣٠ حتى الثالثة والنصف فجرا")]
    [(630, True), (210, False)]
    >>> [(time.minutes, time.after_noon) for time in arabic_times("الساعة الثانية عشرة إلا ربعا ليلا")], arabic_times("الثالثة في السباق")
    ([(705, False)], ())
    """
    folded = fold_with_offsets(text)
    times = (_time(match, folded.original(Span(*match.span()))) for match in _TIME.finditer(folded.text))
    found = [time for time in times if time is not None]
    for pattern, after_noon in ((_MIDNIGHT, False), (_NOON, True)):
        found += [ClockTime(0, after_noon, folded.original(Span(*match.span()))) for match in pattern.finditer(folded.text)]
    return tuple(sorted(found, key=lambda time: time.span))


def _time(match: re.Match[str], span: Span) -> ClockTime | None:
    part = next((part for part in ("morning", "evening", "night") if match[part]), None)
    hour = _hour(match, part)
    if hour is None:
        return None
    shift = _shift(match)
    return None if shift is None else time_of(hour, int(match["minute"] or 0), shift, half_of_day(part, hour) if part else None, span)


def _hour(match: re.Match[str], part: str | None) -> int | None:
    """The hour as it is named; None where the word or number is none."""
    at, step = match["at"], any(match[name] for name in ("plus", "more", "minus", "less"))
    # مساء أمس and صباح اليوم may say when of five dead as well as of five o'clock
    dated = bool(at or (part and (match["from"] or not match["of"])))
    if match["digits"]:
        return int(match["digits"]) if dated or (match["minute"] and ":" in match.group()) else None
    readings = (match["word"], match["glued"] + match["word"])  # واحده begins with its own و
    named = next(filter(None, map(_ORDINALS.get, readings)), None) if dated or (step and match["the"]) else None
    hour = named or (next(filter(None, map(_SPOKEN.get, readings)), None) if at else None)
    return hour + 10 if hour == 2 and match["teen"] else hour or None


def _shift(match: re.Match[str]) -> int | None:
    """How many minutes past the hour, or to it; None where what stands there is no number."""
    if match["plus"] or match["minus"]:
        return _STEPS[match["plus"]] if match["plus"] else -_STEPS[match["minus"]]
    written = match["more"] or match["less"]
    if written is None:
        return 0
    found = numbers(written)
    return int(found[0].value) * (1 if match["more"] else -1) if len(found) == 1 else None
