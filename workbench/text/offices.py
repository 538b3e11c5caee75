"""Which office a minister holds, and heads of state against heads of government, in both languages."""

import re
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets
from workbench.text.wordlists import listed

# Folded Arabic after وزير or وزارة, and the English words that name the same ministry; a ministry may have several names.
_MINISTRIES = {
    "defence": ("دفاع", "defence defense"),
    "foreign": ("خارجيه", "foreign state"),
    "interior": ("داخليه", "interior home"),
    "justice": ("عدل|عدليه", "justice"),
    "finance": ("ماليه|خزانه", "finance treasury exchequer"),
    "health": ("صحه", "health"),
    "education": ("تربيه|تعليم|معارف", "education"),
    "information": ("اعلام", "information media"),
    "economy": ("اقتصاد", "economy economic economics"),
    "trade": ("تجاره", "trade commerce"),
    "oil": ("نفط|بترول", "oil petroleum"),
    "energy": ("طاقه|كهرباء", "energy electricity"),
    "agriculture": ("زراعه|فلاحه", "agriculture agricultural farming"),
    "culture": ("ثقافه", "culture"),
    "transport": ("نقل|مواصلات", "transport transportation"),
    "labour": ("عمل|شغل", "labour labor employment"),
    "environment": ("بيءه", "environment"),
    "endowments": ("اوقاف", "endowments religious awqaf"),
    "water": ("ماءيه|مياه|ري", "water irrigation"),
}
_ARABIC = {word: office for office, (arabic, _) in _MINISTRIES.items() for word in arabic.split("|")}
_ENGLISH = {word: office for office, (_, english) in _MINISTRIES.items() for word in listed(english)}
_THERE = re.compile(r"\b[وفبل]{0,2}(?:ال|لل)?وز(?:ير\w?|راء|اره)\s(?:ال|لل)(?P<what>[^\W\d_]+)")
_HERE = re.compile(
    r"\b(?!(?:the|a|an|his|her|their|our|new|former)\b)(?P<before>[A-Za-z]+)\s(?:minister|secretary|ministry)\b|\b(?:minister|secretary|ministry)\s(?:of|for)\s(?:the\s)?(?P<after>[A-Za-z]+)",
    re.IGNORECASE,
)
_HEAD_OF_GOVERNMENT = re.compile(r"\b[وفبل]{0,2}رءيس\w?\s(?:مجلس\s)?(?:ال|لل)?(?:وزراء|حكومه)\b")
_PREMIER = re.compile(r"\b(?:prime minister|premier|PM|head of (?:the )?government|chancellor)\b", re.IGNORECASE)
_PRESIDENT = re.compile(r"\bpresident\b", re.IGNORECASE)
_OF_STATE = re.compile(r"\b[وفبل]{0,2}(?:ال|لل)?رءيس(?!\w?\s(?:مجلس\s)?(?:ال|لل)?(?:وزراء|حكومه))|رءاس")


@lru_cache(maxsize=64)
def arabic_ministries(text: str) -> tuple[tuple[str, Span], ...]:
    """The ministries an Arabic text names with their ministers or by themselves.

    >>> [office for office, _ in arabic_ministries("وصل وزير الدفاع ووزير الخارجية")]
    ['defence', 'foreign']
    """
    folded = fold_with_offsets(text)
    found = [(_ARABIC.get(match["what"]), folded.original(Span(*match.span()))) for match in _THERE.finditer(folded.text)]
    return tuple((office, span) for office, span in found if office)


def english_ministries(text: str) -> tuple[tuple[str, Span], ...]:
    """The same of an English text.

    >>> [office for office, _ in english_ministries("the foreign minister and the Ministry of Defence")]
    ['foreign', 'defence']
    """
    found = [(_ENGLISH.get((match["before"] or match["after"]).lower()), Span(*match.span())) for match in _HERE.finditer(text)]
    return tuple((office, span) for office, span in found if office)


def premier_as_president(arabic: str, english: str) -> tuple[Span, Span] | None:
    """Where the Arabic names a head of government only and the English a president only; None where they do not.

    >>> premier_as_president("التقى رئيس الوزراء", "He met the president") is not None, premier_as_president("الرئيس", "the president")
    (True, None)
    """
    shown = _PRESIDENT.search(english)
    if shown is None or _PREMIER.search(english):
        return None
    folded = fold_with_offsets(arabic)
    said = _HEAD_OF_GOVERNMENT.search(folded.text)
    return (folded.original(Span(*said.span())), Span(*shown.span())) if said and not _OF_STATE.search(folded.text) else None
