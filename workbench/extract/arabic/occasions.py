"""When something was said in Arabic news: أمس, اليوم, مساء الخميس, counted from the document's own date."""

from collections.abc import Sequence
from datetime import date, timedelta

from workbench.extract.arabic.cues import Report
from workbench.extract.arabic.tokens import Word
from workbench.model import Span, When
from workbench.text.arabic import fold
from workbench.text.dates import arabic_weekdays

_DAYS = {fold("أمس"): -1, fold("البارحة"): -1, fold("اليوم"): 0, fold("الليلة"): 0}
_PARTS = frozenset(map(fold, ("يوم", "مساء", "صباح", "فجر", "ظهر", "عصر", "ليلة", "ليل", "نهار", "أول")))
_WEEKDAYS = frozenset(map(fold, ("الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")))
_WEEK = 7
NEAR = 25
"""Words on either side of the cue in which its time stands."""


def when_said(sentence: Sequence[Word], report: Report, text: str, published: date | None) -> When | None:
    """The time among the words between the cue and what it opens, or in front of the cue; never from inside what is said."""
    places = [
        *range(report.at + 1, report.said),
        *range(report.at - 1, report.before if report.before is not None else max(-1, report.at - NEAR), -1),
    ]
    if report.opens is None and report.before is not None:
        places = list(range(report.at + 1, min(len(sentence), report.at + NEAR)))
    at = next((index for index in places if index < len(sentence) and _is_time(sentence[index])), None)
    if at is None:
        return None
    first, last = at, at + 1
    while first > 0 and (sentence[first - 1].root in _PARTS or sentence[first - 1].bare.removeprefix("و") in _DAYS):
        first -= 1
    while last < len(sentence) and _is_time(sentence[last]):
        last += 1
    span = Span(sentence[first].start, sentence[last - 1].end)
    return When(span.of(text), span, _day(sentence[first:last], span.of(text), published))


def _is_time(word: Word) -> bool:
    return word.region is None and (word.bare in _DAYS or word.bare in _WEEKDAYS)


def _day(inside: Sequence[Word], phrase: str, published: date | None) -> date | None:
    if published is None:
        return None
    weekdays = arabic_weekdays(f"يوم {phrase}")
    if weekdays:
        return published - timedelta(days=(published.weekday() - weekdays[0].number) % _WEEK)
    days = next((_DAYS[word.bare] for word in inside if word.bare in _DAYS), None)
    return published + timedelta(days=days) if days is not None else None
