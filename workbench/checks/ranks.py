"""Ranks and offices taken for others, or written otherwise than the house writes them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text import offices
from workbench.text.arabic import fold, fold_with_offsets, folded_words, unglued
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed

# Folded, without the article. Words that are mostly something else (لواء, brigade; رائد, pioneer; مقدم, presenter) count as the rank beside
# others but never raise a finding alone: they are marked by a star.
_RANKS = {
    "عميد*": "brigadier dean brigadier-general general",
    "عقيد": "colonel",
    "مقدم*": "lieutenant colonel presenter",
    "راءد*": "major pioneer",
    "نقيب*": "captain head president",
    "ملازم": "lieutenant",
    "رقيب*": "sergeant",
    "عريف": "corporal",
    "لواء*": "general major brigade banner flag",
    "فريق*": "general lieutenant team lieutenant-general",
    "مشير*": "marshal",
    "وزير": "minister secretary ministers vizier chancellor",
    "وزيره": "minister secretary",
    "محافظ*": "governor conservative",
    "سفير": "ambassador envoy",
    "قنصل": "consul",
    "قاضي": "judge magistrate justice",
    "ملك": "king monarch",
    "امير": "prince emir commander amir",
    "سلطان": "sultan",
    "رءيس*": "president head chief chairman prime premier director leader mayor chair chairwoman speaker boss chairperson",
    "ناطق": "spokesman spokesperson spokeswoman spokespeople",
    "مفتي": "mufti",
    "بطريرك": "patriarch",
    "مطران": "bishop archbishop metropolitan",
}
_CERTAIN = {word: frozenset(listed(english)) for word, english in _RANKS.items() if not word.endswith("*")}
_KNOWN = {word.rstrip("*"): frozenset(listed(english)) for word, english in _RANKS.items()}
# English ranks that say one thing only
_ENGLISH = frozenset(
    listed(
        "brigadier colonel lieutenant captain sergeant corporal marshal minister governor ambassador consul judge king prince sultan mufti "
        "patriarch bishop"
    )
)
_WORD = re.compile(r"\w+")


def rank(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A rank or office of the rendering is another one in the Arabic.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in rank(Unit.of("قال العقيد رامي", "said Captain Rami"), NOTHING_KNOWN)]
    ['“Captain” is not the rank the Arabic gives: “العقيد”, colonel']

    Speaks up only where both sides name a rank without other meanings, and no rank of one can be one of the other; likewise of ministers, and of
    prime ministers that became presidents.
    """
    yield from _offices(unit)
    shown = _ENGLISH & english_words(unit.target)
    if not shown:
        return
    said = {word: found for word in folded_words(unit.source) if (found := _rank_of(word))}
    certain = [word for word in said if _is_certain(word)]
    if not certain or not shown.isdisjoint(frozenset().union(*said.values())):
        return
    folded = fold_with_offsets(unit.source)
    there = next(match for match in _WORD.finditer(folded.text) if match.group() == certain[0])
    span = folded.original(Span(*there.span()))
    right = min(said[certain[0]], key=_in_order(certain[0]).index)
    for match in _WORD.finditer(unit.target):
        if match.group().lower() in shown:
            message = f"“{match.group()}” is not the rank the Arabic gives: “{span.of(unit.source)}”, {right}"
            yield Finding("rank", message, source_span=span, target_span=Span(*match.span()))


def _offices(unit: Unit) -> Iterator[Finding]:
    """One minister for another, where each side names one ministry; a president for a prime minister."""
    here = offices.english_ministries(unit.target) if "inist" in unit.target or "ecretary" in unit.target else ()
    there = offices.arabic_ministries(unit.source) if here else ()
    if len({office for office, _ in here}) == len({office for office, _ in there}) == 1 and here[0][0] != there[0][0]:
        message = f"“{here[0][1].of(unit.target)}” is “{there[0][1].of(unit.source)}” in the Arabic"
        yield Finding("rank", message, source_span=there[0][1], target_span=here[0][1])
    if "resident" in unit.target and (places := offices.premier_as_president(unit.source, unit.target)):
        message = f"“{places[1].of(unit.target)}” is “{places[0].of(unit.source)}” in the Arabic, prime minister"
        yield Finding("rank", message, source_span=places[0], target_span=places[1])


@lru_cache(maxsize=65_536)
def _rank_of(word: str) -> frozenset[str]:
    return next((_KNOWN[reading] for reading in unglued(word) if reading in _KNOWN), frozenset())


def _is_certain(word: str) -> bool:
    return any(reading in _CERTAIN for reading in unglued(word))


def _in_order(word: str) -> tuple[str, ...]:
    return next(listed(_RANKS[reading]) for reading in unglued(word) if reading in _RANKS)


# The ways English copy writes one rank, hyphens and full stops left out.
_WRITINGS = tuple(
    frozenset(row.split("|"))
    for row in (
        "brigadier general|brig gen|brigadier|brig|bg",
        "major general|maj gen",
        "lieutenant general|lt gen",
        "general|gen",
        "lieutenant colonel|lt col",
        "colonel|col",
        "major|maj",
        "captain|capt",
        "first lieutenant|1st lt|lieutenant|lt",
        "sergeant|sgt",
        "corporal|cpl",
        "doctor|dr",
        "professor|prof",
        "engineer|eng",
        "sheikh|shaikh|shaykh|sheik",
        "emir|amir",
        "haj|hajj|hajji|haji|hadji",
        "mister|mr",
    )
)
_BEFORE_A_NAME = re.compile(r"\b((?:[A-Z1][\w]*\.?[ -]){0,1}[A-Z][a-z]+\.?)(?= [A-Z][\w’'-])")


def rank_spelling(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A rank or title before a name is written otherwise than the house sheet has it.

    >>> from workbench.checks.house import HouseSheet
    >>> sheet = CheckContext(house=HouseSheet(ranks=(("عقيد", "Col."),)))
    >>> [finding.suggestion for finding in rank_spelling(Unit.of("قال العقيد رامي", "said Colonel Rami"), sheet)]
    ['Col.']

    Silent without a name behind it, where the Arabic has no such rank, and on another rank altogether, which is for another check.
    """
    for arabic, written in context.house.ranks:
        others = next((row for row in _WRITINGS if _plain(written) in row), frozenset({_plain(written)}))
        if not any(fold(arabic) in unglued(word) for word in folded_words(unit.source)):
            continue
        for start, text in _titles(unit.target):
            if _plain(text) in others and text != written:
                message = f"“{text}” is written “{written}” here"
                yield Finding("rank-spelling", message, target_span=Span(start, start + len(text)), suggestion=written)


def _titles(text: str) -> Iterator[tuple[int, str]]:
    """Every one or two words in capitals before another one, the longer ones first; those inside one that is a rank are left out."""
    for match in _BEFORE_A_NAME.finditer(text):
        whole = match.group(1)
        last = re.split(r"[ -]", whole)[-1]
        known = any(_plain(whole) in row for row in _WRITINGS)
        yield (match.start(), whole) if known or last == whole else (match.end() - len(last), last)


def _plain(rank: str) -> str:
    return re.sub(r"[\s-]+", " ", rank.replace(".", "").lower()).strip()
