"""When something was said: “on Thursday”, “late Tuesday”, “Oct. 3”, “yesterday”, counted from the document's own date."""

from datetime import date, timedelta

from workbench.extract.english.cues import Found
from workbench.extract.english.grammar import Tokens, is_date
from workbench.extract.lexicon import words
from workbench.model import Span, When
from workbench.text.dates import english_months, english_weekdays
from workbench.text.wordlists import listed

REACH = 14
"""Tokens on either side of the cue in which the time may stand."""

_WEEK = 7
_PARTS = frozenset(listed("early late earlier later last this morning afternoon evening night week month year noon midnight"))
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0}
_STOPS = frozenset(["that", ":", ";"])


def when_said(sentence: Tokens, cue: Found, text: str, published: date | None) -> When | None:
    """The time beside the cue, outside quotations and outside what is told behind “that”."""
    end = max(cue.end, cue.subject.end)
    behind = _first_time(sentence, end, min(len(sentence), end + REACH))
    start = min(cue.start, cue.subject.start)
    found = behind or _between(sentence, cue) or _last_time(sentence, max(0, start - REACH), start)
    if found is None:
        return None
    span = Span(sentence[found[0]].start, sentence[found[1] - 1].end)
    return When(span.of(text), span, _day(span.of(text), published))


def _between(sentence: Tokens, cue: Found) -> tuple[int, int] | None:
    """A time between the subject and its verb: “the minister on Wednesday told parliament”."""
    if cue.subject.end >= cue.start:
        return None
    return _first_time(sentence, cue.subject.end, cue.start)


def _first_time(sentence: Tokens, start: int, end: int) -> tuple[int, int] | None:
    for at in range(start, end):
        token = sentence[at]
        if token.region is not None or token.low in _STOPS or token.text in _STOPS:
            return None
        if _is_time(sentence, at):
            return _whole(sentence, at, start, end)
    return None


def _last_time(sentence: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """A time in front, in the introduction of the sentence: “On Monday, Khalaf said”."""
    for at in range(end - 1, start - 1, -1):
        if sentence[at].region is not None or sentence[at].text in (";", ":"):
            return None
        if _is_time(sentence, at):
            first, last = _whole(sentence, at, start, end)
            return (first, last) if first <= 1 else None
    return None


def _is_time(sentence: Tokens, at: int) -> bool:
    token = sentence[at]
    if token.low in _DAYS:
        return True
    if token.is_capital and (token.low in words.WEEKDAYS or token.low in words.MONTHS):
        return is_date(sentence, at)
    return token.low in ("week", "month", "year") and at > 0 and sentence[at - 1].low in ("last", "this")


def _whole(sentence: Tokens, at: int, start: int, end: int) -> tuple[int, int]:
    """The time expression around its sure word: “late on Monday night”, “Oct. 3, 2016”."""
    first, last = at, at + 1
    while first > start and (sentence[first - 1].low in _PARTS or sentence[first - 1].low == "on" or sentence[first - 1].low.isdigit()):
        first -= 1
    while last < min(end + 3, len(sentence)) and _goes_on(sentence, last):
        last += 1
    return first, last


def _goes_on(sentence: Tokens, at: int) -> bool:
    token = sentence[at]
    if token.region is not None:
        return False
    if token.low.isdigit():
        return len(token.low) in (1, 2, 4)
    if token.text in (".", ","):
        return at + 1 < len(sentence) and sentence[at + 1].low.isdigit() and sentence[at - 1].low not in words.WEEKDAYS
    return token.low in ("morning", "afternoon", "evening", "night")


def _day(phrase: str, published: date | None) -> date | None:
    """The day of a time expression, none later than the document; None where it is no single day or the document has no date."""
    if published is None:
        return None
    for word, days in _DAYS.items():
        if word in phrase.lower():
            return published + timedelta(days=days)
    if weekdays := english_weekdays(phrase):
        return published - timedelta(days=(published.weekday() - weekdays[0].number) % _WEEK)
    return _calendar_day(phrase, published)


def _calendar_day(phrase: str, published: date) -> date | None:
    months = english_months(f"on {phrase}")
    numbers = [int(number) for number in "".join(character if character.isdigit() else " " for character in phrase).split()]
    day = next((number for number in numbers if number <= 31), None)
    if not months or day is None:
        return None
    year = next((number for number in numbers if number > 999), published.year)
    try:
        found = date(year, months[0].number, day)
    except ValueError:
        return None
    return found if found <= published or year != published.year or len(numbers) > 1 else found.replace(year=year - 1)
