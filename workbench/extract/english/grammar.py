"""What a word is in its sentence, as far as its form and its neighbours tell: verb, adverb, date, part of a name."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.extract.lexicon import names, words
from workbench.extract.lexicon.verbs import AUXILIARIES, finite_words
from workbench.extract.tokens import Token, is_date_word
from workbench.text.wordlists import listed

Tokens = Sequence[Token]


class Phrase(NamedTuple):
    """Tokens `start`..`end` (half-open) of a sentence."""

    start: int
    end: int


MAX_PHRASE = 40
"""Tokens; a longer stretch is no noun phrase."""

PARTICLES = frozenset(listed("al el bin ibn bint abu de del der den di da dos du la le van von ter ten y ul ud ad"))


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return token.low in words.ADVERBS or (token.low.endswith("ly") and token.low not in words.NOT_ADVERBS and not token.is_capital)


def is_finite(sentence: Tokens, at: int) -> bool:
    """Whether the word is, by its form and neighbours, the verb of a clause."""
    token = sentence[at]
    low = token.low
    if token.region is not None or token.owner or (token.is_capital and at > 0):
        return False
    if low in AUXILIARIES:
        return low not in ("been", "being", "be", "having")
    if low not in finite_words() and not (low.endswith("ed") and len(low) > 4 and low not in ("indeed", "hundred", "need", "sacred", "naked")):
        return False
    before = sentence[at - 1] if at else None
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if before is None or before.low in words.DETERMINERS or before.low in words.PREPOSITIONS or before.owner or before.text == "-":
        return False
    if low.endswith("s"):  # a plural or a third person: “state media reports” or “the paper reports that”
        if before.low in words.PRONOUNS or (before.is_capital and not (at == 1 and after is not None and is_finite(sentence, at + 1))):
            return True
        return after is None or not (after.low in ("of", "by", "from", "about", "and") or is_finite(sentence, at + 1))
    return not (after is not None and after.is_word and not after.is_capital and _looks_like_adjective(sentence, at))


def _looks_like_adjective(sentence: Tokens, at: int) -> bool:
    """A participle before its noun (“the US proposed plan”): behind a name or adverb that a determiner opens, noun to follow."""
    after, before = sentence[at + 1], sentence[at - 1]
    if not (before.is_capital or is_adverb(before)):
        return False
    if after.low in words.DETERMINERS | words.PREPOSITIONS | words.SUBORDINATORS | words.COORDINATORS or is_adverb(after):
        return False
    return after.low not in words.OBJECT_PRONOUNS | words.PRONOUNS and at >= 2 and sentence[at - 2].low in words.ARTICLES


_ALSO_NAMES = frozenset(listed("may april june august march"))
_SHORT_MONTHS = frozenset(listed("jan feb mar apr jun jul aug sep sept oct nov dec"))


def is_date(sentence: Tokens, at: int) -> bool:
    """Whether a day's or month's name is one here; Mrs May and Theresa May are not."""
    if not is_date_word(sentence[at]):
        return False
    before = sentence[at - 1].low if at else ""
    if sentence[at].low in _SHORT_MONTHS:
        around = (before, sentence[at + 1].text if at + 1 < len(sentence) else "")
        return any(text[:1].isdigit() or text == "." for text in around)  # Akbar Jan is no date
    if sentence[at].low in _ALSO_NAMES and at and sentence[at - 1].is_capital and not is_date_word(sentence[at - 1]):
        return at + 1 < len(sentence) and sentence[at + 1].text[:1].isdigit()  # Elsie May; Tuesday May 3 is a date
    return before not in words.TITLES and before not in names.MALE_NAMES and before not in names.FEMALE_NAMES


def is_name(sentence: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is nothing but a name: capitals and the particles inside names."""
    inside = sentence[phrase.start : phrase.end]
    if not inside or not inside[0].is_capital or inside[0].low in words.DETERMINERS:
        return False
    return all(token.is_capital or token.low in PARTICLES or token.text in ".-" for token in inside)


def can_start(token: Token) -> bool:
    """Whether a noun phrase may begin with this token."""
    return token.region is None and (token.is_word or token.text[0] in "@#$")
