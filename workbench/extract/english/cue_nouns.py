"""Attribution without a verb: “the mayor's remark that”, a label with a colon, a name behind a dash."""

from collections.abc import Iterator

from workbench.extract.english.cue_subjects import Found
from workbench.extract.english.grammar import Phrase, Tokens, is_finite, is_name
from workbench.extract.english.phrases import phrase_after
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import Strength
from workbench.text.wordlists import listed

_NOUN_STRENGTH = 2.0
_WHOSE = frozenset(["words", "opinion", "view"])
_ALSO_PLURAL = frozenset(
    listed(
        """warning promise pledge vow accusation allegation denial demand appeal complaint assertion contention prediction threat admission plea
    chant cry shout"""
    )
)
_MAX_LABEL = 8
_MAX_SIGNATURE = 12
_DASHES = frozenset(["-", "--", "\N{EM DASH}", "\N{EN DASH}", "\N{HORIZONTAL BAR}"])


def is_speech_noun(low: str) -> bool:
    """Whether a noun, in singular or plural, stands for something said."""
    return low in words.SPEECH_NOUNS or (low.endswith("s") and low[:-1] in _ALSO_PLURAL)


def noun(sentence: Tokens, at: int) -> Iterator[Found]:
    """“the mayor's remark that …”, “a statement from the ministry”, “her “basket” comment”."""
    lemma = sentence[at].low
    owner = owner_before(sentence, at) or _chanting(sentence, at)
    if owner is None and at + 2 < len(sentence) and sentence[at + 1].low in ("by", "from", "of"):
        owner = phrase_after(sentence, at + 2)
        if sentence[at + 1].low == "of" and lemma not in _WHOSE:
            owner = None
    if owner is not None:
        yield Found(at, at + 1, owner, _NOUN_STRENGTH, "noun", lemma)


def _chanting(sentence: Tokens, at: int) -> Phrase | None:
    """“chants of “Bread!” from the crowd”."""
    low = [token.low for token in sentence[at + 1 : at + 4]]
    if len(low) == 3 and low[0] == "of" and sentence[at + 2].region is not None and low[2] in ("from", "by"):
        return phrase_after(sentence, at + 4)
    return None


def owner_before(sentence: Tokens, at: int) -> Phrase | None:
    """The possessor of a noun, over adjectives and over a quoted region."""
    for index in range(at - 1, max(-1, at - 6), -1):
        token = sentence[index]
        if token.low in ("his", "her", "their"):
            return Phrase(index, index + 1)
        if token.owner:
            return Phrase(owner_start(sentence, index), index + 1)
        if token.region is None and (not token.is_word or token.low in words.PREPOSITIONS or is_finite(sentence, index)):
            return None
    return None


def owner_start(sentence: Tokens, at: int) -> int:
    """Where the name or description begins whose possessive is at `at`."""
    start = at
    if sentence[at].is_capital:
        while start > 0 and (sentence[start - 1].is_capital or sentence[start - 1].text == ".") and not sentence[start - 1].owner and start > 1:
            start -= 1
        return start
    while start > 0 and at - start < 6:
        start -= 1
        if sentence[start].low in words.DETERMINERS:
            return start
        if not sentence[start].is_word or sentence[start].low in words.PREPOSITIONS or is_finite(sentence, start):
            return start + 1
    return start


def label(sentence: Tokens) -> Iterator[Found]:
    """A name and a colon at the start of a sentence: “TRUMP: “Wrong.””; the Q and A of a printed interview name nobody."""
    if not sentence[0].is_capital or len(sentence[0].text) == 1:
        return
    for at in range(1, min(_MAX_LABEL, len(sentence) - 1)):
        token = sentence[at]
        if token.text == ":" and sentence[at + 1].region is not None:
            if not any(is_finite(sentence, index) for index in range(1, at)):
                yield Found(at, at + 1, Phrase(0, at), Strength.SPEECH.value, "label", ":")
            return
        if token.region is not None:
            return


def signature(sentence: Tokens) -> Iterator[Found]:
    """A name behind a quotation that stands alone: “Nothing ages like certainty.” — Munir Azar."""
    if len(sentence) < 3 or len(sentence) > _MAX_SIGNATURE or sentence[0].region is None or sentence[1].text not in _DASHES:
        return
    end = next((at for at in range(2, len(sentence)) if sentence[at].text in (",", ".")), len(sentence))
    if is_name(sentence, Phrase(2, end)) and not any(is_finite(sentence, at) for at in range(2, len(sentence))):
        yield Found(1, 2, Phrase(2, end), Strength.SPEECH.value, "signature", sentence[1].text)
