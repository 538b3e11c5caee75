"""Nouns that news counts, in the singular and the plural of both languages: which of them a text has, and in which number.

Most Arabic plurals are words of their own (بيوت from بيت), so that only a list can tell them; the list is ours. Left out are collectives and words
that are mostly something else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.model import Span
from workbench.text.arabic import fold, fold_with_offsets, placed_words, unglued

# folded Arabic singular, its plurals | English nouns, whose plurals are regular or stand behind a slash
_NOUNS = """
بيت بيوت | house home
منزل منازل | house home
شاحنه شاحنات | truck lorry
سياره سيارات | car vehicle
طاءره طاءرات | plane aircraft/aircraft jet aeroplane airplane
حافله حافلات | bus/buses
دبابه دبابات | tank
مدرعه مدرعات | vehicle
قريه قري | village
مدينه مدن | city town
حي احياء | neighbourhood neighborhood district quarter
شارع شوارع | street
طريق طرق طرقات | road
جسر جسور | bridge
حاجز حواجز | checkpoint roadblock barrier
مدرسه مدارس | school
مستشفي مستشفيات مشاف مشافي | hospital
مسجد مساجد | mosque
كنيسه كناءس | church/churches
مخبز مخابز | bakery
مصنع مصانع | factory plant
مخيم مخيمات | camp
سجن سجون | prison jail
مقر مقرات مقار | headquarters/headquarters base office
مستودع مستودعات | warehouse depot
مبني مبان مباني | building
خيمه خيام | tent
صاروخ صواريخ | rocket missile
قذيفه قذاءف | shell mortar
قنبله قنابل | bomb grenade
غاره غارات | raid strike airstrike
هجوم هجمات | attack assault
انفجار انفجارات | explosion blast
تفجير تفجيرات | bombing explosion blast
طفل اطفال | child/children
جندي جنود | soldier
ضابط ضباط | officer
مقاتل مقاتلون مقاتلين | fighter
مهاجم مهاجمون مهاجمين | attacker
طالب طلاب طلبه | student pupil
طبيب اطباء | doctor physician
معلم معلمون معلمين | teacher
صحفي صحفيون صحفيين | journalist reporter
شاهد شهود | witness/witnesses
جثه جثث | body corpse
رهينه رهاءن | hostage
سجين سجناء | prisoner
عاءله عاءلات | family
اسره اسر | family
امراه نساء | woman/women
رساله رساءل | letter message
تقرير تقارير | report
قرار قرارات | decision resolution
اتفاق اتفاقات | agreement deal
اتفاقيه اتفاقيات | agreement treaty convention
بيان بيانات | statement
وثيقه وثاءق | document
صوره صور | picture photo photograph image
شرط شروط | condition
هدنه هدن | truce ceasefire
وفد وفود | delegation
فصيل فصاءل | faction group
حزب احزاب | party
كتيبه كتاءب | battalion brigade
بءر ابار | well
سد سدود | dam
سفينه سفن | ship vessel
قارب قوارب | boat
باب ابواب | door gate
نافذه نوافذ | window
غرفه غرف | room
كتاب كتب | book
شجره اشجار | tree
"""


class _Row(NamedTuple):
    one: frozenset[str]
    several: frozenset[str]


def _plural(noun: str) -> tuple[str, str]:
    singular, slash, plural = noun.partition("/")
    if slash:
        return singular, plural
    return singular, f"{singular[:-1]}ies" if singular.endswith("y") and singular[-2] not in "aeou" else f"{singular}s"


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[_Row, _Row], ...]:
    rows = []
    for line in _NOUNS.strip().splitlines():
        arabic, english = (column.split() for column in line.split("|"))
        pairs = [_plural(noun) for noun in english]
        same = {one for one, several in pairs if one == several}  # headquarters, aircraft: of either number
        here = _Row(frozenset(one for one, _ in pairs) - same, frozenset(several for _, several in pairs) - same)
        rows.append((_Row(frozenset(arabic[:1]), frozenset(arabic[1:])), here))
    return tuple(rows)


@lru_cache(maxsize=1)
def _english_rows() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, (_, here) in enumerate(_rows()):
        for word in here.one | here.several:
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


# “a house”, “the truck reached”; before another noun a singular counts nothing (“the house owners”, “truck drivers”)
_ONE = re.compile(
    r"\b(?P<which>an?|the|this|that|one|his|her|its|their|our|my)\s(?:\w+\s)??(?P<noun>[a-z]+)\b(?=[.,;:!?]|$|\s(?:in|on|at|of|to|from|by|with|and|or|was|is|"
    r"has|had|were|are|that|which|who|when|after|before|near|into|for|during|under|over|reached|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"[a-z]+")


def misnumbered(arabic: str, english: str) -> Iterator[tuple[Span, Span, bool]]:
    """Places of a noun in the Arabic and in the English that has it in the other number only; and whether the Arabic has several.

    >>> [(there.of("وصلت الشاحنات"), several) for there, _, several in misnumbered("وصلت الشاحنات", "The truck arrived")]
    [('الشاحنات', True)]
    >>> list(misnumbered("وصلت الشاحنات", "The trucks arrived")), list(misnumbered("وصلت عشرون شاحنة", "Twenty trucks arrived"))
    ([], [])
    """
    words = {match.group() for match in _SMALL_WORD.finditer(english.lower())}
    numbers = {number for word in words & _english_rows().keys() for number in _english_rows()[word]}
    if not numbers:
        return
    said = list(_readings(arabic))
    for number in sorted(numbers):
        there, here = _rows()[number]
        one, several = (next((span for readings, span in said if not readings.isdisjoint(forms)), None) for forms in there)
        if several and not one and not _ONE_OF.search(_before(arabic, several)) and words.isdisjoint(here.several):
            if match := next((match for match in _ONE.finditer(english) if match["noun"].lower() in here.one), None):
                yield several, Span(*match.span()), True
        elif one and not several and words.isdisjoint(here.one) and not _is_counted(arabic, one):
            match = next(match for match in re.finditer(r"[A-Za-z]+", english) if match.group().lower() in here.several)
            yield one, Span(*match.span()), False


def _readings(arabic: str) -> Iterator[tuple[frozenset[str], Span]]:
    folded = fold_with_offsets(arabic)
    for word, start in placed_words(folded.text):
        yield frozenset(_bare(word)), folded.original(Span(start, start + len(word)))


@lru_cache(maxsize=16_384)
def _bare(word: str) -> tuple[str, ...]:
    """The word without what is glued to it, also behind: بيتنا, شاحنته."""
    readings = unglued(word)
    owned = [reading[: -len(owner)] for reading in readings for owner in _OWNERS if reading.endswith(owner) and len(reading) > len(owner) + 2]
    return (*readings, *owned, *(f"{reading[:-1]}ه" for reading in owned if reading.endswith("ت")))


_OWNERS = ("نا", "ها", "هم", "هن", "كم", "ه", "ي", "ك")


# after eleven and more, after كل and after كم Arabic counts in the singular: عشرون شاحنة, كل بيت
_COUNTING = re.compile(r"(?:\d|ون|ين|مءه|ماءه|مءات|الف|الاف|مليون|عشره?|كل|كم|اي|ايه|مءتا|اكثر من|رب|عشرات|\bمن)\s+(?:من\s+)?(?:ال)?$")


_ONE_OF = re.compile(r"\b[وفبل]?(?:احد[ي]?|واحد\w?\sمن|من\sبين)\s+$")


def _is_counted(arabic: str, span: Span) -> bool:
    return _COUNTING.search(_before(arabic, span)) is not None


def _before(arabic: str, span: Span) -> str:
    """The folded text before a span."""
    return fold(arabic[: span.start])
