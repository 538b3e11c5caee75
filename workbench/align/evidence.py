"""Weak evidence beside the words themselves: numbers, names, the outlet, the neighbouring quotations."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.align.answers import Answer
from workbench.align.ground import Ground
from workbench.align.query import Query
from workbench.text import names
from workbench.text.numbers import numbers

NUMBER_FOUND, NUMBER_MISSING = 1.0, -1.5
SPEAKER_NEAR = 1.0
OUTLET = 1.5
SAME_SOURCE, CROSSING = 0.8, -1.0
"""For neighbouring quotations that stand in one source, in order or not; only quotations said in one go must, others may."""

NAME = re.compile(r"\b[A-Z][\w’'-]+")
ARABIC_WORD = re.compile(r"[^\W\d_]{2,}")


def weigh(query: Query, ground: Ground, answer: Answer) -> Answer:
    """The answer with what numbers, the speaker's name and the outlet say."""
    text = " ".join(ground.span(stretch.first, stretch.last).of(ground.document.text) for stretch in answer.stretches)
    answer = answer.with_evidence("numbers", number_evidence(" ".join(query.parts), text))
    if query.speaker:
        answer = answer.with_evidence("speaker", SPEAKER_NEAR * is_named(query.speaker, neighbourhood(ground, answer)))
    if query.outlet:
        holders = [holder for holder in (ground.document.outlet, ground.document.author) if holder]
        answer = answer.with_evidence("outlet", OUTLET * any(is_same_outlet(query.outlet, holder) for holder in holders))
    return answer


def number_evidence(quote: str, text: str) -> float:
    """What the numbers of a quotation say about an Arabic stretch."""
    wanted = [number for number in numbers(quote) if not (number.small_talk or number.vague)]
    if not wanted:
        return 0.0
    there = frozenset().union(*(number.readings for number in numbers(text)))
    return sum(NUMBER_FOUND if number.readings & there else NUMBER_MISSING for number in wanted[:3])


def holding(ground: Ground, answer: Answer) -> tuple[int, int]:
    """The code points of the sentences an answer lies in."""
    first = ground.sentences[int(ground.sentence_of[answer.stretches[0].first])]
    last = ground.sentences[int(ground.sentence_of[answer.stretches[-1].last])]
    return first.start, last.end


def neighbourhood(ground: Ground, answer: Answer) -> str:
    """The sentences an answer lies in and the one before: where Arabic reports name the speaker."""
    first = max(0, int(ground.sentence_of[answer.stretches[0].first]) - 1)
    return ground.document.text[ground.sentences[first].start : holding(ground, answer)[1]]


def is_named(name: str, arabic: str) -> bool:
    """Whether the last capitalised word of an English name stands in an Arabic text."""
    words = NAME.findall(name)
    return bool(words) and any(names.is_same_name(word, words[-1]) for word in set(ARABIC_WORD.findall(arabic)))


def is_same_outlet(english: str, holder: str) -> bool:
    """Whether an outlet named in the article is the one that carried the source."""
    left, right = english.casefold().removeprefix("the ").strip(), holder.casefold().strip()
    return left in right or right in left or names.similarity(holder, english) >= names.SAME_NAME


def decode_together(queries: Sequence[Query], found: Sequence[list[Answer]]) -> list[list[Answer]]:
    """For quotations in the order of the article, each with its answers: the answers with what the neighbours' places say, best first.

    A chain is decoded: an answer's evidence is what the best path through it gains (or loses) by its ties to the places before and after, so a
    strong place draws its neighbours and a weak one draws nobody.
    """
    filled = [index for index, own in enumerate(found) if own]
    bonds = {index: _bond(queries[before], queries[index]) for before, index in pairwise(filled)}
    ahead = _messages([found[index] for index in filled], [bonds[index] for index in filled[1:]], forward=True)
    behind = _messages([found[index] for index in reversed(filled)], [bonds[index] for index in reversed(filled[1:])], forward=False)[::-1]
    weighed: list[list[Answer]] = [[] for _ in found]
    for index, before, after in zip(filled, ahead, behind, strict=True):
        own = [answer.with_evidence("neighbours", left + right) for answer, left, right in zip(found[index], before, after, strict=True)]
        weighed[index] = sorted(own, key=lambda answer: -answer.total)
    return weighed


def _bond(left: Query, right: Query) -> float:
    """How much two neighbouring quotations belong together: said in one go, by one speaker, or only in one article."""
    if left.group is not None and left.group == right.group:
        return 1.0
    return 0.7 if left.speaker and left.speaker == right.speaker else 0.3


def _messages(chain: Sequence[list[Answer]], bonds: Sequence[float], *, forward: bool) -> list[list[float]]:
    """For every answer what the best path up to it gains by ties, compared with the best path without any."""
    gains = [[0.0] * len(own) for own in chain[:1]]
    for before, own, bond in zip(chain, chain[1:], bonds, strict=False):
        values = [answer.total + gain for answer, gain in zip(before, gains[-1], strict=True)]
        free = max(values)
        gains.append(
            [
                max(value + bond * (_tie(other, answer) if forward else _tie(answer, other)) for value, other in zip(values, before, strict=True))
                - free
                for answer in own
            ]
        )
    return gains


def _tie(left: Answer, right: Answer) -> float:
    """What it is worth that of two quotations the first stands at `left` and the next at `right`."""
    if left.source != right.source:
        return 0.0
    return SAME_SOURCE if left.stretches[-1].last < right.stretches[0].first else CROSSING
