"""Whose words a verb reports where its subject does not simply stand in front: participles, passives, “quoted as saying”."""

from typing import NamedTuple

from workbench.extract.english.clauses import clause_floor, main_subject, subject_before
from workbench.extract.english.grammar import Phrase, Tokens, is_adverb, is_finite
from workbench.extract.english.phrases import phrase_after
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import AUXILIARIES
from workbench.text.wordlists import listed


class Found(NamedTuple):
    """A cue at tokens `start`..`end` with who it attributes to; `kind` says by which construction."""

    start: int
    end: int
    subject: Phrase
    strength: float
    kind: str
    lemma: str


BE = frozenset(listed("is are was were be been being am"))
_RELAYING = frozenset(["quoted", "quotes", "quote", "quoting", "reported", "cited", "cites", "citing", "heard", "recorded", "overheard", "known"])
_DEGREES = frozenset(["not", "no", "longer", "more", "most", "less", "very"])
_RELAY_REACH = 18


def helper_before(sentence: Tokens, at: int) -> str | None:
    """The auxiliary in front, adverbs skipped."""
    index = at - 1
    while index >= 0 and (is_adverb(sentence[index]) or sentence[index].low in _DEGREES):
        index -= 1
    return sentence[index].low if index >= 0 and sentence[index].low in AUXILIARIES | {"to"} else None


def agent(sentence: Tokens, at: int) -> Phrase | None:
    """Who did it in a passive: “was called a “disgrace” by the mayor”; None where nobody is named."""
    for index in range(at + 1, min(at + 14, len(sentence))):
        if sentence[index].low == "by":
            return phrase_after(sentence, index + 1)
        if sentence[index].text in (".", ";") or is_finite(sentence, index):
            return None
    return None


def relayed(sentence: Tokens, at: int) -> Phrase | None:
    """Who is quoted in “the governor was quoted by X as saying”, “X quoted the governor as saying”."""
    if at < 2 or sentence[at - 1].low != "as":
        return None
    for index in range(at - 2, max(-1, at - _RELAY_REACH), -1):
        if sentence[index].text in (".", ";") or sentence[index].region is not None:
            return None
        if sentence[index].low in _RELAYING:
            passive = helper_before(sentence, index) in BE
            return subject_before(sentence, index) if passive else phrase_after(sentence, index + 1)
    return None


def companion_or_subject(sentence: Tokens, at: int) -> Phrase | None:
    """Who is saying: the noun right in front or behind “with”, the subject of the main clause, or that of the clause to come."""
    floor = clause_floor(sentence, at)
    companion = _companion(sentence, floor, at)
    if companion is not None:
        return phrase_after(sentence[:at], companion)
    near = _noun_in_front(sentence, at)
    if near is not None and sentence[near.start].low in words.DETERMINERS:
        return near  # “found a teenager urging others”
    while (subject := main_subject(sentence, floor, at)) is None:
        if near is not None:
            return near  # “groups chanting …”
        if floor == 0:
            return _coming_subject(sentence, at)
        floor = clause_floor(sentence, floor - 1)
    return subject


def _companion(sentence: Tokens, floor: int, at: int) -> int | None:
    """Where the noun phrase behind “with” begins: “with its agency saying that”."""
    crossed = False
    for index in range(at - 1, max(floor, at - 14) - 1, -1):
        if is_finite(sentence, index):
            return None
        if sentence[index].low == "with":
            opens_clause = index > 0 and sentence[index - 1].text == ","
            return index + 1 if index + 1 < at and (opens_clause or not crossed) else None
        crossed = crossed or sentence[index].text == ","
    return None


def _noun_in_front(sentence: Tokens, at: int) -> Phrase | None:
    """The noun phrase a participle stands right behind, no comma between."""
    before = sentence[at - 1] if at else None
    if before is None or not before.is_word or before.low in words.PREPOSITIONS | words.SUBORDINATORS | words.COORDINATORS or is_adverb(before):
        return None
    near = subject_before(sentence, at)
    return near if near is not None and near.end == at else None


def _coming_subject(sentence: Tokens, at: int) -> Phrase | None:
    """The subject behind an introduction: “Calling it “unfair,” the mayor left”, “Despite insisting he was “no rebel,” Jaber ran”."""
    end = min(at + 60, len(sentence))
    start = next((index for index in range(at + 1, end) if sentence[index].region is not None or sentence[index].text == ","), at)
    for index in range(start + 1, end):
        if is_finite(sentence, index) and sentence[index - 1].low not in words.RELATIVES:
            return subject_before(sentence, index)
    return None
