"""Ranks and offices taken for others."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import fold_with_offsets, folded_words, unglued
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
        "brigadier colonel lieutenant captain sergeant corporal marshal minister governor ambassador judge king prince sultan mufti patriarch bishop"
    )
)
_WORD = re.compile(r"\w+")


def rank(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A rank or office of the rendering is another one in the Arabic.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in rank(Unit.of("قال العقيد رامي", "said Captain Rami"), NOTHING_KNOWN)]
    ['“Captain” is not the rank the Arabic gives: “العقيد”, colonel']

    Speaks up only where both sides name a rank without other meanings, and no rank of one can be one of the other.
    """
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


@lru_cache(maxsize=65_536)
def _rank_of(word: str) -> frozenset[str]:
    return next((_KNOWN[reading] for reading in unglued(word) if reading in _KNOWN), frozenset())


def _is_certain(word: str) -> bool:
    return any(reading in _CERTAIN for reading in unglued(word))


def _in_order(word: str) -> tuple[str, ...]:
    return next(listed(_RANKS[reading]) for reading in unglued(word) if reading in _RANKS)
