"""Nouns that news counts, in the singular and the plural of both languages: which of them a text has, and in which number.

Most Arabic plurals are words of their own (بيوت from بيت), so that only a list can tell them; the list is ours. Left out are collectives, words
that are mostly something else, and what translators render by the other number as often as not (decisions, agreements, statements).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets, folded_words, unglued
from workbench.text.tokens import english_words

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
صوره صور | picture photo photograph image
هدنه هدن | truce ceasefire
فصيل فصاءل | faction group
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


class _Noun(NamedTuple):
    """A row of the list, and whether a word is its plural."""

    row: int
    several: bool


def _plural(noun: str) -> tuple[str, str]:
    singular, slash, plural = noun.partition("/")
    if slash:
        return singular, plural
    return singular, f"{singular[:-1]}ies" if singular.endswith("y") and singular[-2] not in "aeou" else f"{singular}s"


@lru_cache(maxsize=1)
def _nouns() -> tuple[dict[str, frozenset[_Noun]], dict[str, frozenset[_Noun]]]:
    """What each folded Arabic and each English word may be; English words of either number (headquarters, aircraft) are none."""
    arabic: dict[str, set[_Noun]] = {}
    english: dict[str, set[_Noun]] = {}
    for row, line in enumerate(_NOUNS.strip().splitlines()):
        there, here = (column.split() for column in line.split("|"))
        for place, word in enumerate(there):
            arabic.setdefault(word, set()).add(_Noun(row, place > 0))
        for one, several in map(_plural, here):
            if one != several:
                english.setdefault(one, set()).add(_Noun(row, several=False))
                english.setdefault(several, set()).add(_Noun(row, several=True))
    return tuple({word: frozenset(nouns) for word, nouns in table.items()} for table in (arabic, english))  # type: ignore[return-value]


@lru_cache(maxsize=1)
def _arabic_stems() -> dict[_Noun, tuple[str, ...]]:
    """The forms of each Arabic noun as they stand in every word that is one, for a quick look: without an ه that may have become ت."""
    stems: dict[_Noun, tuple[str, ...]] = {}
    for word, nouns in _nouns()[0].items():
        for noun in nouns:
            stems[noun] = (*stems.get(noun, ()), word.removesuffix("ه"))
    return stems


# “a house”, “the truck reached”; before another noun a singular counts nothing (“the house owners”, “truck drivers”)
_ONE = re.compile(
    r"\b(?P<which>an?|the|this|that|one)\s(?:\w+\s)??(?P<noun>[a-z]+)\b(?=[.,;:!?]|$|\s(?:in|on|at|of|to|from|by|with|and|or|was|is|"
    r"has|had|were|are|that|which|who|when|after|before|near|into|for|during|under|over|reached|came|went|fell|hit|left|took|said|saw|did|began|broke|burnt|rose|stood|lay|fled|got|made|"
    r"gave|told|met|brought|ran|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_ENGLISH_WORD = re.compile(r"[A-Za-z]+")
_ARABIC_WORD = re.compile(r"[^\W\d_]+")


def misnumbered(arabic: str, english: str) -> Iterator[tuple[Span, Span, bool]]:
    """Places of a noun in the Arabic and in the English that has it in the other number only; and whether the Arabic has several.

    >>> [(there.of("وصلت الشاحنات"), several) for there, _, several in misnumbered("وصلت الشاحنات", "The truck arrived")]
    [('الشاحنات', True)]
    >>> list(misnumbered("وصلت الشاحنات", "The trucks arrived")), list(misnumbered("وصلت عشرون شاحنة", "Twenty trucks arrived"))
    ([], [])
    """
    nouns = _nouns()[1]
    here = _in_one_number(noun for word in nouns.keys() & english_words(english) for noun in nouns[word])
    folded = fold_with_offsets(arabic).text if here else ""
    if not any(stem in folded for noun in here for stem in _arabic_stems()[_Noun(noun.row, not noun.several)]):
        return
    there = _in_one_number(noun for word in folded_words(arabic) for noun in _arabic_nouns(word))
    for noun in sorted(there):
        if _Noun(noun.row, not noun.several) in here:
            said, shown = _arabic_place(arabic, noun), _english_place(english, noun)
            if said and shown:
                yield said, shown, noun.several


def _in_one_number(nouns: Iterable[_Noun]) -> frozenset[_Noun]:
    """Those that do not stand in the other number as well."""
    found = frozenset(nouns)
    return frozenset(noun for noun in found if _Noun(noun.row, not noun.several) not in found)


def _arabic_place(arabic: str, noun: _Noun) -> Span | None:
    """Where the noun stands; None where Arabic counts in the singular, or means one of several."""
    folded = fold_with_offsets(arabic)
    match = next(match for match in _ARABIC_WORD.finditer(folded.text) if noun in _arabic_nouns(match.group()))
    counted = (_ONE_OF if noun.several else _COUNTING).search(folded.text, 0, match.start())
    return None if counted else folded.original(Span(*match.span()))


def _english_place(english: str, noun: _Noun) -> Span | None:
    """Where the English has the noun in the other number; a singular only where it is surely one."""
    wanted, nouns = _Noun(noun.row, not noun.several), _nouns()[1]
    if noun.several:
        matches = (match for match in _ONE.finditer(english) if wanted in nouns.get(match["noun"].lower(), ()))
    else:
        matches = (match for match in _ENGLISH_WORD.finditer(english) if wanted in nouns.get(match.group().lower(), ()))
    match = next(matches, None)
    return Span(*match.span()) if match else None


@lru_cache(maxsize=65_536)
def _arabic_nouns(word: str) -> frozenset[_Noun]:
    """What a folded word may be, whatever is glued to it before and behind (بيتنا, شاحنته)."""
    readings, nouns = unglued(word), _nouns()[0]
    owned = [reading[: -len(owner)] for reading in readings for owner in _OWNERS if reading.endswith(owner) and len(reading) > len(owner) + 2]
    forms = (*readings, *owned, *(f"{reading[:-1]}ه" for reading in owned if reading.endswith("ت")))
    return frozenset(noun for form in forms for noun in nouns.get(form, ()))


_OWNERS = ("نا", "ها", "هم", "هن", "كم", "ه", "ي", "ك")


# after eleven and more, after كل and after كم Arabic counts in the singular: عشرون شاحنة, كل بيت
_COUNTING = re.compile(r"(?:\d|ون|ين|مءه|ماءه|مءات|الف|الاف|مليون|عشره?|كل|كم|اي|ايه|مءتا|اكثر من|رب|عشرات|\bمن)\s+(?:من\s+)?(?:ال)?$")


_ONE_OF = re.compile(r"\b[وفبل]?(?:احد[ي]?|واحد\w?\sمن|من\sبين)\s+$")
