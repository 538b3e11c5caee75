"""The words of a sentence that attribute speech, each with its subject."""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.extract.english.clauses import clause_floor, main_subject, subject_before
from workbench.extract.english.grammar import Phrase, Tokens, is_adverb, is_finite
from workbench.extract.english.phrases import phrase_after
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import AUXILIARIES, CueWord, Form, Strength, cue_words
from workbench.text.wordlists import listed


class Found(NamedTuple):
    """A cue at tokens `start`..`end` with who it attributes to; `kind` says by which construction."""

    start: int
    end: int
    subject: Phrase
    strength: float
    kind: str
    lemma: str


_GOES = frozenset(listed("goes went"))
_BE = frozenset(listed("is are was were be been being am"))
_MODALS = frozenset(
    listed("""will would shall should can could may might must to do does did not don't doesn't didn't won't wouldn't can't couldn't""")
)
_TAKES_NO_INVERSION = frozenset(listed("tell inform notify assure remind call describe accuse urge"))
_NOUN_STRENGTH = 2.0
_QUOTED_AS = frozenset(["quoted", "reported", "cited", "heard", "recorded", "overheard", "known"])


def cues(sentence: Tokens) -> list[Found]:
    """Every cue of a sentence, in order; a word that could be one but has no subject is left out."""
    found: list[Found] = []
    for at, token in enumerate(sentence):
        if token.region is not None or not token.is_word:
            continue
        if token.low == "according" and at + 2 < len(sentence) and sentence[at + 1].low == "to":
            found.extend(_according(sentence, at))
        elif token.low in _GOES and at + 1 < len(sentence) and sentence[at + 1].low == "on":
            found.extend(_verb(sentence, at, CueWord("go on", Form.FINITE, Strength.ATTITUDE)))
        elif (word := cue_words().get(token.low)) and (not token.is_capital or at == 0):
            found.extend(_verb(sentence, at, word))
        if token.low in words.SPEECH_NOUNS:
            found.extend(_noun(sentence, at))
    found.extend(_label(sentence))
    return found


def _according(sentence: Tokens, at: int) -> Iterator[Found]:
    subject = phrase_after(sentence, at + 2)
    if subject:
        yield Found(at, at + 2, subject, Strength.SPEECH.value, "according", "according to")


def _verb(sentence: Tokens, at: int, word: CueWord) -> Iterator[Found]:
    before = sentence[at - 1] if at else None
    if before is not None and (before.owner or before.low in words.ARTICLES or before.low in words.POSSESSIVES):
        return  # a noun or an adjective: “the claims”, “his alleged”
    helper = _helper_before(sentence, at)
    if word.form is Form.PARTICIPLE and helper not in _BE:
        subject, kind = _participle_subject(sentence, at), "participle"
    elif word.form is Form.FINITE and (helper in _BE or _is_called(sentence, at, word)):
        subject, kind = _agent(sentence, at), "passive"
    else:
        if not _is_verb_here(sentence, at, word, helper):
            return
        governed = word.form is Form.BASE and (helper == "to" or helper in _MODALS)
        subject, kind = subject_before(sentence, at), "infinitive" if governed else "verb"
        if subject is None and word.lemma not in _TAKES_NO_INVERSION and word.form is not Form.BASE and _follows_speech(sentence, at):
            subject, kind = phrase_after(sentence, at + 1), "inverted"
    if subject is not None:
        yield Found(at, at + 1, subject, word.strength.value, kind, word.lemma)


def _follows_speech(sentence: Tokens, at: int) -> bool:
    """Whether a verb stands right behind a quoted region, or first in its sentence: only there does its subject follow it."""
    index = at - 1
    while index >= 0 and (sentence[index].text in ",-\N{EM DASH}\N{EN DASH}" or is_adverb(sentence[index])):
        index -= 1
    return index < 0 or sentence[index].region is not None


NAMING = frozenset(listed("call dub nickname title entitle term label brand describe style christen"))


def _is_called(sentence: Tokens, at: int, word: CueWord) -> bool:
    """“Molinari, dubbed “Molliwood””, “a plan called “Thunder””: a passive without its auxiliary."""
    if word.lemma not in NAMING or at < 2:
        return False
    before = sentence[at - 1]
    if before.text == ",":
        return at + 1 < len(sentence) and sentence[at + 1].region is not None
    return (
        before.is_word
        and not before.is_capital
        and sentence[at - 2].low in ("a", "an")
        and at + 1 < len(sentence)
        and sentence[at + 1].region is not None
    )


_ALSO_NOUNS = frozenset(
    listed("report claim comment post demand answer remark promise pledge vow boast joke quip shout yell protest dispute note tweet message text")
)


def _helper_before(sentence: Tokens, at: int) -> str | None:
    """The auxiliary in front, adverbs skipped."""
    index = at - 1
    while index >= 0 and (is_adverb(sentence[index]) or sentence[index].low == "not"):
        index -= 1
    return sentence[index].low if index >= 0 and sentence[index].low in AUXILIARIES | {"to"} else None


def _is_verb_here(sentence: Tokens, at: int, word: CueWord, helper: str | None) -> bool:
    """Whether a form that could be a noun (claims, report) is a verb at this place."""
    if helper is not None and helper not in ("has", "have", "had"):
        return True
    token, before = sentence[at], sentence[at - 1] if at else None
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if word.form is Form.BASE:
        if before is None or (after is not None and after.low in ("of", "by", "from")):
            return False
        plural = (
            before.low in words.PRONOUNS
            or before.low in words.INDEFINITE
            or before.low in words.RELATIVES
            or before.low.endswith("s")
            or before.low in _PLURALS
        )
        return plural or (is_adverb(before) and at > 1)
    if token.low.endswith("s") and token.low != "was":
        if before is None or before.low in words.PREPOSITIONS or before.low in words.DETERMINERS:
            return False
        alone = before.text == "," or before.low in words.PRONOUNS | words.RELATIVES
        if word.strength is not Strength.SPEECH and not (before.is_capital or alone):
            objects = words.DETERMINERS | words.OBJECT_PRONOUNS
            return after is not None and (after.region is not None or after.is_capital or after.low in objects)
        if after is not None and after.text in ".,":
            return before.is_capital or before.low in words.PRONOUNS or word.lemma not in _ALSO_NOUNS
        if word.lemma in ("speak", "talk", "complain", "warn", "boast", "tell"):
            return True
        return after is None or after.low not in ("of", "by", "from", "about", "against", "were", "are", "have")
    return True


_PLURALS = frozenset(listed("people police media men women children family government team company militants"))


def _agent(sentence: Tokens, at: int) -> Phrase | None:
    """Who did it in a passive: “was called a “disgrace” by the mayor”; None where nobody is named."""
    for index in range(at + 1, min(at + 14, len(sentence))):
        if sentence[index].low == "by":
            return phrase_after(sentence, index + 1)
        if sentence[index].text in (".", ";") or is_finite(sentence, index):
            return None
    return None


def _participle_subject(sentence: Tokens, at: int) -> Phrase | None:
    """Who is saying: the noun right in front or behind “with”, the subject of the main clause, or that of the clause to come."""
    before = sentence[at - 1] if at else None
    if before is not None and before.low == "as" and at > 1 and sentence[at - 2].low in _QUOTED_AS:
        return subject_before(sentence, at - 2)
    floor = clause_floor(sentence, at)
    companion = _companion(sentence, floor, at)
    if companion is not None:
        return phrase_after(sentence[:at], companion)
    if (near := _noun_in_front(sentence, at)) is not None and sentence[near.start].low in words.DETERMINERS:
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
    for index in range(at - 1, max(floor, at - 14) - 1, -1):
        if sentence[index].text == "," or is_finite(sentence, index):
            return None
        if sentence[index].low == "with":
            return index + 1 if index + 1 < at else None
    return None


def _noun_in_front(sentence: Tokens, at: int) -> Phrase | None:
    """The noun phrase a participle stands right behind, no comma between."""
    before = sentence[at - 1] if at else None
    if before is None or not before.is_word or before.low in words.PREPOSITIONS | words.SUBORDINATORS | words.COORDINATORS or is_adverb(before):
        return None
    near = subject_before(sentence, at)
    return near if near is not None and near.end == at else None


def _coming_subject(sentence: Tokens, at: int) -> Phrase | None:
    """The subject behind an introduction: “Calling it “unfair,” the mayor left”."""
    for index in range(at + 1, min(at + 60, len(sentence))):
        if is_finite(sentence, index) and sentence[index - 1].low not in words.RELATIVES:
            return subject_before(sentence, index)
    return None


def _noun(sentence: Tokens, at: int) -> Iterator[Found]:
    """“the mayor's remark that …”, “a statement from the ministry”, “her “basket” comment”."""
    lemma = sentence[at].low
    owner = _owner_before(sentence, at)
    if owner is None and at + 2 < len(sentence) and sentence[at + 1].low in ("by", "from", "of"):
        owner = phrase_after(sentence, at + 2)
        if sentence[at + 1].low == "of" and lemma not in ("words", "opinion", "view"):
            owner = None
    if owner is not None:
        yield Found(at, at + 1, owner, _NOUN_STRENGTH, "noun", lemma)


def _owner_before(sentence: Tokens, at: int) -> Phrase | None:
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


_MAX_LABEL = 8


def _label(sentence: Tokens) -> Iterator[Found]:
    """A name and a colon at the start of a sentence: “TRUMP: “Wrong.””."""
    for at in range(1, min(_MAX_LABEL, len(sentence) - 1)):
        token = sentence[at]
        if token.text == ":" and sentence[at + 1].region is not None and sentence[0].is_capital:
            if not any(is_finite(sentence, index) for index in range(1, at)):
                yield Found(at, at + 1, Phrase(0, at), Strength.SPEECH.value, "label", ":")
            return
        if token.region is not None:
            return
