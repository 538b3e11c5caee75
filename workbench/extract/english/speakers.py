"""Which cue of its sentence a quoted region belongs to: candidates are scored by construction and distance, the best one wins.

The weights were set by hand on news articles whose speakers were read off by eye; `tests/extract/test_annotated_news.py` says what they
reached on articles nobody had looked at, and what after those had been looked at too.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.extract.english.clauses import main_subject
from workbench.extract.english.cue_nouns import owner_start
from workbench.extract.english.cues import NAMING, Found
from workbench.extract.english.grammar import Phrase, Tokens, is_finite
from workbench.extract.lexicon import words

ADJACENT_AFTER = 6.0
"""“…,” he said: nothing but the speaker between the marks and the cue."""

ADJACENT_BEFORE = 6.0
"""he said: “…”, told reporters that “…”."""

COMPLEMENT = 3.6
"""The region lies somewhere in what the verb governs: said the plan would “…” everything."""

TRAILING = 3.9
"""A comment that ends the sentence: … a “disgrace” for the city, the mayor said."""

DISTANCE = 0.06
"""Lost for each token between."""

BARRIER = 1.2
"""Lost for each clause that begins in between."""

ACCORDING = 3.0
"""“according to”, on either side; a verb with another subject is the speaker's own, and this one only who reports it."""

REPORTED = 2.4
"""“…,” the agency reported: it may only carry what somebody else in the sentence says."""

SPEECH = 2.0
"""Strength from which a cue reports speech rather than opinion."""

CROWDED = 0.6
"""Lost for every other verb that reports something between the cue and the region."""

RELAYED_TOO = 0.8
"""Lost by a cue behind the region where a cue in front tells it to somebody (Zinni told them they had “two days”, an official said)."""

GOVERNED = 3.5
"""Lost by an infinitive or a verb with a modal, where a reporting verb governs it."""

RELAYER = 8
"""Tokens that may name who passes the words on: “…,” the paper's Aleppo correspondent quoted him as saying."""

MOST_CUES = 16
"""Cues weighed for one region, the nearest ones; no sentence of the news has as many."""

THRESHOLD = 1.0

_NOUN_OPENERS = frozenset({",", ":", "that", "the", "a", "an", "of", "about"})
_OPENERS = frozenset({",", ":", "that", "how", "as", "a", "an", "the", "it", "him", "her", "them", "us", "is", "are", "was", "were", "and", "so"})


class Choice(NamedTuple):
    """The cue chosen for a region, and how well it fits."""

    cue: Found
    score: float


def choose(sentence: Tokens, at: int, cues: Sequence[Found], last_character: str) -> Choice | None:
    """The cue that fits the region at token `at` best; `last_character` is the region's last one, inside its marks."""
    best: Choice | None = None
    nearest = sorted(range(len(cues)), key=lambda index: abs(cues[index].start - at))[:MOST_CUES]
    cues = [cues[index] for index in sorted(nearest)]
    for index, cue in enumerate(cues):
        score = _score(sentence, at, cue, last_character) * _trust(cue) + cue.strength * 0.25
        score -= _crowding(at, cue, cues)
        if cue.start > at and sentence[cue.start - 1].region is None and _told_before(at, cues):
            score -= RELAYED_TOO
        if cue.kind == "infinitive" and any(earlier.kind in ("verb", "participle") and earlier.end > cue.start - 16 for earlier in cues[:index]):
            score -= GOVERNED  # “vowed rebels would avoid to repeat …”: what is vowed is said, what is to be repeated is not
        if score >= THRESHOLD and (best is None or score > best.score):
            best = Choice(cue, score)
    owner = _possessor(sentence, at)
    return owner if owner is not None and (best is None or best.score < owner.score) else best


def _told_before(at: int, cues: Sequence[Found]) -> bool:
    """Whether somebody tells somebody in front of the region: who speaks behind it then only passes that on."""
    return any(cue.lemma in ("tell", "inform") and cue.kind == "verb" and cue.end <= at for cue in cues)


def _trust(cue: Found) -> float:
    """How far the score of a cue counts: opinion less than speech, thought least (“planned to attack “soft” targets”)."""
    if cue.strength >= SPEECH:
        return 1.0
    return 0.85 if cue.strength > 1 else 0.7


def _crowding(at: int, cue: Found, cues: Sequence[Found]) -> float:
    return CROWDED * sum(1 for other in cues if cue.start < other.start < at and other.kind != "infinitive")


def _score(sentence: Tokens, at: int, cue: Found, last_character: str) -> float:
    first, end = min(cue.start, cue.subject.start), max(cue.end, cue.subject.end)
    if cue.kind == "manner":
        return _manner(sentence, at, first, last_character)
    if first > at:
        return _after(sentence, at, cue, first, last_character)
    if end <= at or cue.start < at:
        return _before(sentence, at, cue)
    return 0.0


_PAUSES = frozenset([",", "-", "--", "\N{EM DASH}", "\N{EN DASH}"])
_GOES_ON = frozenset(",?!-\N{EM DASH}\N{HORIZONTAL ELLIPSIS}")
"""A quotation that ends so is followed by who said it."""


def _manner(sentence: Tokens, at: int, first: int, last_character: str) -> float:
    """A verb of any meaning reports speech only right behind words that end in the middle of the sentence."""
    near = first > at == 0 and all(token.text in _PAUSES for token in sentence[at + 1 : first])
    return ADJACENT_AFTER - 1.0 if near and last_character in _GOES_ON else 0.0


def _after(sentence: Tokens, at: int, cue: Found, first: int, last_character: str) -> float:
    """The cue follows the region."""
    between = sentence[at + 1 : first]
    if cue.kind == "according":
        return ACCORDING - DISTANCE * len(between)
    if cue.kind == "relayed" and len(between) <= RELAYER and all(token.region is None and token.text != "." for token in between):
        return ADJACENT_AFTER - 0.5
    if any(token.text in (";", ":", ")") for token in between):
        return 0.0
    if between and between[-1].low == "as" and all(token.text in _PAUSES for token in between[:-1]):
        return ADJACENT_AFTER - 1.0  # “…,” as the minister claims
    if all(token.text in _PAUSES for token in between):
        return _adjacent(sentence, at, cue, last_character)
    return _trailing(sentence, at, cue, first)


def _adjacent(sentence: Tokens, at: int, cue: Found, last_character: str) -> float:
    """Nothing but a pause stands between the region and the cue with its subject."""
    paused = sentence[at + 1].text in _PAUSES
    if cue.kind in ("participle", "passive", "noun"):
        return 1.2 if cue.kind == "passive" else 0.0
    if any(is_finite(sentence, index) for index in range(cue.subject.end + 1, cue.start - 1)) and cue.start > cue.subject.end:
        return COMPLEMENT - 2.0  # the subject's first verb is another one
    if not paused and (_modifies(sentence, at, last_character) or (cue.strength < SPEECH and last_character not in ",?!")):
        return 0.0
    goes_on = last_character in _GOES_ON or paused
    if cue.lemma == "report":
        return REPORTED
    if not goes_on and at and cue.kind == "inverted":
        return 0.0  # “told him that “our client” demanded cameras”: the quoted words are the verb's subject
    return ADJACENT_AFTER if goes_on else ADJACENT_AFTER - 2.2


def _trailing(sentence: Tokens, at: int, cue: Found, first: int) -> float:
    """Other words stand between: a comment that ends the sentence, “… a “disgrace” for the city, the mayor said”."""
    between = sentence[at + 1 : first]
    if cue.kind in ("participle", "noun", "passive"):
        return COMPLEMENT - 1.6 - DISTANCE * len(between) if cue.kind == "passive" else 0.0
    if cue.strength < SPEECH:
        return 0.0
    closing = between[-1].text in (",", "\N{EM DASH}")
    others = sum(1 for token in between if token.region is not None)
    penalty = DISTANCE * len(between) + (BARRIER * others if others and not _joined(sentence, at, first) else 0.0)
    return (TRAILING if closing and _ends_sentence(sentence, cue) else 1.4) - penalty


def _modifies(sentence: Tokens, at: int, last_character: str) -> bool:
    """Whether the region only narrows the noun behind it: “60 Minutes” correspondent, “fake” accounts."""
    if last_character in ",?!.\N{EM DASH}\N{HORIZONTAL ELLIPSIS}" or at + 1 >= len(sentence):
        return False
    noun = sentence[at + 1]
    plain = noun.is_word and not noun.is_capital and noun.low not in words.PRONOUNS | words.DETERMINERS | words.INDEFINITE
    return plain and not is_finite(sentence, at + 1)


def _joined(sentence: Tokens, start: int, end: int) -> bool:
    """Whether the regions in between are listed side by side with this one."""
    return any(token.low in ("and", "or") or token.text == "," for token in sentence[start + 1 : end] if token.region is None)


def _ends_sentence(sentence: Tokens, cue: Found) -> bool:
    """Whether little follows the cue: a time, a place, an apposition."""
    end = max(cue.end, cue.subject.end)
    rest = sentence[end:]
    return len(rest) <= 2 or rest[0].text in (".", ",") or not any(token.region is not None or token.low == "that" for token in rest)


def _before(sentence: Tokens, at: int, cue: Found) -> float:
    """The cue stands in front of the region."""
    end = max(cue.end, cue.subject.end) if cue.kind in ("inverted", "according", "noun", "passive") else cue.end
    between = sentence[end:at]
    if cue.kind == "according":
        return ACCORDING - DISTANCE * len(between)
    if cue.kind == "noun" and not all(token.low in _NOUN_OPENERS or token.text in _NOUN_OPENERS for token in between):
        told = any(token.low == "that" for token in between)
        return COMPLEMENT - (0.0 if told else 2.0) - DISTANCE * len(between) - BARRIER * (_barriers(sentence, cue, at) if told else 0.0)
    if all(token.low in _OPENERS or token.text in _OPENERS for token in between):
        return ADJACENT_BEFORE - 0.1 * len(between)
    if cue.lemma in NAMING and len(between) <= 6 and not any(is_finite(sentence, index) for index in range(end, at)):
        return COMPLEMENT + 0.8 - DISTANCE * len(between)
    return COMPLEMENT - min(1.8, DISTANCE * len(between)) - BARRIER * _barriers(sentence, cue, at)


def _barriers(sentence: Tokens, cue: Found, at: int) -> float:
    """How often the verb's complement may have been left: a new clause behind a comma, a stop, a finished quotation."""
    count = 0.0
    for index in range(cue.end, at):
        token = sentence[index]
        if token.text in (";", ")"):
            count += 1
        elif token.region is not None and index + 1 < at and sentence[index + 1].low not in ("and", "or", ",") and sentence[index + 1].text != ",":
            count += 0.3
        elif token.text == "," and index + 1 < at and sentence[index + 1].low in ("but", "while", "although", "though", "and", "as", "so"):
            count += 0.5
    return count


def _possessor(sentence: Tokens, at: int) -> Choice | None:
    """“her “basket of deplorables” remark”, “Trump's “America First””: whose words they are stands right in front."""
    if at == 0:
        return None
    before = sentence[at - 1]
    if before.low in ("his", "her", "their") and before.region is None:
        phrase = Phrase(at - 1, at)
    elif before.owner:
        phrase = Phrase(owner_start(sentence, at - 1), at)
    else:
        return None
    if any(token.low in words.KNOWN_OUTLETS or token.low in words.OUTLET_NAME_PARTS for token in sentence[phrase.start : phrase.end]):
        return None
    spoken = any(token.low in words.SPEECH_NOUNS for token in sentence[at + 1 : at + 4])
    return Choice(Found(at - 1, at, phrase, 1.0, "possessor", ""), 5.0 if spoken else 2.4)


def bystander(sentence: Tokens, at: int) -> Phrase | None:
    """The subject of the region's sentence, when no word of it reports speech."""
    floor = 0
    if not any(is_finite(sentence, index) for index in range(at)):
        return None
    return main_subject(sentence, floor, at)
