"""The words of a sentence that attribute speech, each with its subject."""

from collections.abc import Iterator

from workbench.extract.english.clauses import subject_before
from workbench.extract.english.cue_nouns import is_speech_noun, label, noun, owner_before, signature
from workbench.extract.english.cue_subjects import BE, Found, agent, companion_or_subject, helper_before, relayed
from workbench.extract.english.grammar import Phrase, Tokens, can_start, is_adverb, is_finite
from workbench.extract.english.phrases import phrase_after
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import AUXILIARIES, CueWord, Form, Strength, cue_words, forms
from workbench.extract.tokens import Token
from workbench.text.wordlists import listed

__all__ = ["NAMING", "Found", "cues"]

NAMING = frozenset(
    listed("call dub nickname title entitle term label brand describe style christen identify name know refer codename bill pronounce tag")
)
"""Verbs that give something a name or a word; without an agent nobody is said to use it."""

_GOES = frozenset(listed("goes went"))
_PUTS = frozenset(["put", "puts", "phrased"])
_HAVE = frozenset(["has", "have", "had", "having"])
_MODALS = frozenset(
    listed("""will would shall should can could may might must to do does did not don't doesn't didn't won't wouldn't can't couldn't""")
)
_TAKES_NO_INVERSION = frozenset(listed("tell inform notify assure remind call describe accuse urge"))
_QUOTING = frozenset(["quote", "cite", "report"])
_DASHES = frozenset(["-", "--", "\N{EM DASH}", "\N{EN DASH}"])
_PAUSES = _DASHES | {","}


def cues(sentence: Tokens) -> list[Found]:
    """Every cue of a sentence, in order; a word that could be one but has no subject is left out."""
    found: list[Found] = []
    for at, token in enumerate(sentence):
        if token.region is None and token.is_word:
            found.extend(_at(sentence, at))
            if is_speech_noun(token.low):
                found.extend(noun(sentence, at))
    found.extend(label(sentence))
    found.extend(signature(sentence))
    return found


def _at(sentence: Tokens, at: int) -> Iterator[Found]:
    token = sentence[at]
    following = sentence[at + 1].low if at + 1 < len(sentence) else ""
    word = cue_words().get(token.low)
    if token.low == "according" and following == "to":
        yield from _governed(sentence, at, at + 2, "according to")
    elif token.low in ("in", "to") and (start := _words_of(sentence, at)) is not None:
        yield from _governed(sentence, at, start, "in the words of")
    elif token.low in _GOES and following == "on":
        yield from _verb(sentence, at, CueWord("go on", Form.FINITE, Strength.ATTITUDE))
    elif token.low in _PUTS and following in ("it", "this"):
        yield from _verb(sentence, at, CueWord("put it", Form.FINITE, Strength.SPEECH))
    elif (phrasal := _phrasal(sentence, at)) is not None:
        yield from _verb(sentence, at, phrasal)
    elif word is not None and (not token.is_capital or at == 0):
        yield from _verb(sentence, at, word)
    elif word is None and not token.is_capital:
        yield from _manner(sentence, at)


_PHRASAL = {
    **dict.fromkeys(("point", "blurt", "lash", "cry", "call", "spell", "sing"), ("out",)),
    **dict.fromkeys(("hit", "fire", "shoot", "push", "clap", "snap", "bite"), ("back",)),
    **dict.fromkeys(("weigh", "chime"), ("in",)),
    **dict.fromkeys(("pipe", "sum", "speak"), ("up",)),
    "make": ("clear", "plain"),
}
_PHRASAL_FORMS = {word: (lemma, form) for lemma in _PHRASAL for word, form in forms(lemma).items() if form in (Form.FINITE, Form.PARTICIPLE)}


def _phrasal(sentence: Tokens, at: int) -> CueWord | None:
    """Verbs that report speech with their particle only: pointed out, hit back, weighed in, made (it) clear."""
    found = _PHRASAL_FORMS.get(sentence[at].low)
    if found is None or sentence[at].is_capital:
        return None
    lemma, form = found
    particle = at + 2 if at + 2 < len(sentence) and sentence[at + 1].low == "it" else at + 1
    if particle >= len(sentence) or sentence[particle].low not in _PHRASAL[lemma]:
        return None
    return CueWord(f"{lemma} {sentence[particle].low}", form, Strength.SPEECH)


def _governed(sentence: Tokens, at: int, start: int, lemma: str) -> Iterator[Found]:
    """According to X, in the words of X, in X's words."""
    subject = phrase_after(sentence, start)
    if subject:
        yield Found(at, start, subject, Strength.SPEECH.value, "according", lemma)


def _words_of(sentence: Tokens, at: int) -> int | None:
    """Where the speaker begins behind “in the words of”, “in the opinion of”."""
    low = [token.low for token in sentence[at + 1 : at + 4]]
    if len(low) == 3 and low[0] == "the" and low[1] in ("words", "opinion", "view", "judgment", "judgement", "phrase", "verdict") and low[2] == "of":
        return at + 4
    return None


def _verb(sentence: Tokens, at: int, word: CueWord) -> Iterator[Found]:
    if _is_nominal(sentence, at):
        return
    helper = helper_before(sentence, at)
    if word.form is Form.PARTICIPLE and helper not in BE:
        quoted = relayed(sentence, at)
        subject, kind = (quoted, "relayed") if quoted is not None else (companion_or_subject(sentence, at), "participle")
    elif word.form is not Form.PARTICIPLE and _is_passive(sentence, at, word, helper):
        subject, kind = (subject_before(sentence, at) if word.lemma in _QUOTING else agent(sentence, at)), "passive"
    elif word.lemma in _QUOTING and _quotes_somebody(sentence, at):
        return
    else:
        subject, kind = _active(sentence, at, word, helper)
    if subject is not None:
        yield Found(at, at + 1, subject, word.strength.value, kind, word.lemma)


def _active(sentence: Tokens, at: int, word: CueWord, helper: str | None) -> tuple[Phrase | None, str]:
    if not _is_verb_here(sentence, at, word, helper):
        return None, ""
    invertible = word.form is not Form.BASE and word.lemma not in _TAKES_NO_INVERSION
    if invertible and word.strength is Strength.SPEECH and (subject := _parenthetical(sentence, at)) is not None:
        return subject, "inverted"
    governed = word.form is Form.BASE and (helper == "to" or helper in _MODALS)
    subject = subject_before(sentence, at)
    if subject is None and invertible and _follows_speech(sentence, at):
        return phrase_after(sentence, at + 1), "inverted"
    return subject, "infinitive" if governed else "verb"


def _parenthetical(sentence: Tokens, at: int) -> Phrase | None:
    """“The plan, said Attar, was “an insult””: the subject behind a verb that stands with it between commas."""
    if at < 2 or sentence[at - 1].text not in _PAUSES or at + 1 >= len(sentence) or not can_start(sentence[at + 1]):
        return None
    if sentence[at - 2].region is None and not sentence[at - 2].is_word:
        return None
    subject = phrase_after(sentence, at + 1)
    if subject is None or sentence[subject.start].low in words.OBJECT_PRONOUNS:
        return None
    closed = subject.end < len(sentence) and sentence[subject.end].text in _PAUSES
    return subject if closed else None


def _is_nominal(sentence: Tokens, at: int) -> bool:
    """A noun or an adjective: “the claims”, “his alleged”, “her closing remarks”."""
    before = sentence[at - 1] if at else None
    if before is None:
        return False
    if before.owner or before.low in words.ARTICLES or before.low in words.POSSESSIVES:
        return True
    return (
        sentence[at].low in words.SPEECH_NOUNS
        and before.low.endswith(_ADJECTIVE_ENDINGS)
        and not before.is_capital
        and owner_before(sentence, at) is not None
    )


_ADJECTIVE_ENDINGS = ("ing", "al", "ic", "ed", "ous", "ive", "ful", "ary", "rlier", "cent", "ated", "own", "ist")


def _is_passive(sentence: Tokens, at: int, word: CueWord, helper: str | None) -> bool:
    """Whether the form is a passive, with its auxiliary or reduced (“dismissed by analysts as”, “known as”)."""
    if word.form is Form.BASE:
        return False
    if helper in BE:
        return True
    if word.form is Form.DONE:
        return helper not in _HAVE
    by_whom = at + 1 < len(sentence) and sentence[at + 1].low == "by" and sentence[at].low.endswith("d")
    return (by_whom and helper is None) or is_called(sentence, at, word)


def is_called(sentence: Tokens, at: int, word: CueWord) -> bool:
    """“Molinari, dubbed “Molliwood””, “a plan called “Thunder””, “a server named “Hotel””: a passive without its auxiliary."""
    if word.lemma not in NAMING or word.form is Form.BASE or at < 2 or sentence[at].low.endswith("s"):
        return False
    before = sentence[at - 1]
    named = at + 1 < len(sentence) and sentence[at + 1].region is not None
    if before.text in _PAUSES or is_adverb(before):
        return named
    if not named or not before.is_word or before.is_capital or before.low in words.PRONOUNS | words.INDEFINITE:
        return False
    return not any(token.low in _OBJECT_IN_FRONT for token in sentence[max(0, at - 6) : at])


_OBJECT_IN_FRONT = words.RELATIVES | {"what", "that"}
"""“what the envoy called “…””: the verb is active, its object stands in front."""


def _quotes_somebody(sentence: Tokens, at: int) -> bool:
    """“The paper quoted him as saying”: the words are his."""
    for index in range(at + 1, min(at + 18, len(sentence) - 1)):
        if sentence[index].text in (".", ";"):
            return False
        if sentence[index].low == "as" and sentence[index + 1].low.endswith("ing"):
            return True
    return False


def _follows_speech(sentence: Tokens, at: int) -> bool:
    """Whether a verb stands right behind a quoted region, or first in its sentence: only there does its subject follow it."""
    index = at - 1
    while index >= 0 and sentence[index].region is None and (sentence[index].text in _PAUSES or is_adverb(sentence[index])):
        index -= 1
    return index < 0 or sentence[index].region is not None


def _manner(sentence: Tokens, at: int) -> Iterator[Found]:
    """Any other verb right behind a quoted region: “…,” she spluttered; “…,” goes the chorus."""
    low = sentence[at].low
    if not ((low.endswith("ed") and len(low) > 4) or low in _MANNERS) or low in AUXILIARIES:
        return
    if at and _follows_speech(sentence, at) and (subject := phrase_after(sentence, at + 1)) is not None:
        named = subject.start + 1 < subject.end and sentence[subject.start + 1].is_capital  # beamed fan Ollie Reed
        if named or _begins_subject(sentence[subject.start]):
            yield Found(at, at + 1, subject, Strength.ATTITUDE.value, "manner", low)
        return
    subject = subject_before(sentence, at)
    if subject is None or subject.start == 0 or at - subject.end > 2 or not _begins_subject(sentence[subject.start]):
        return
    front = sentence[subject.start - 1]
    if front.region is not None or (front.text in _PAUSES and subject.start > 1 and sentence[subject.start - 2].region is not None):
        yield Found(at, at + 1, subject, Strength.ATTITUDE.value, "manner", low)


def _begins_subject(token: Token) -> bool:
    return token.is_capital or token.low in words.DETERMINERS or token.low in words.PERSONAL


_MANNERS = frozenset(listed("goes went runs ran began begins rang rings wept weeps reads"))

_ALSO_NOUNS = frozenset(
    listed("report claim comment post demand answer remark promise pledge vow boast joke quip shout yell protest dispute note tweet message text")
)
_MOSTLY_NOUNS = frozenset(
    listed(
        """call attack praise blame hope fear view challenge charge order command direct address detail outline mention voice express label brand
    style term title cast slam blast wish worry doubt plan regret care wonder judge rule trust back paint object dream guess charge nod smile grin
    laugh rate frame mock support tar slap name tag"""
    )
)
"""Their -s forms are plurals at least as often as verbs."""


def _is_verb_here(sentence: Tokens, at: int, word: CueWord, helper: str | None) -> bool:
    """Whether a form that could be a noun (claims, report) is a verb at this place."""
    if helper is not None and helper not in _HAVE:
        return True
    before = sentence[at - 1] if at else None
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if word.form is Form.BASE:
        return before is not None and not (after is not None and after.low in ("of", "by", "from")) and _is_plural(sentence, at)
    if not sentence[at].low.endswith("s") or sentence[at].low == "was":
        return True
    if before is None or before.low in words.PREPOSITIONS or before.low in words.DETERMINERS:
        return False
    return _is_third_person(sentence, at, word)


def _is_plural(sentence: Tokens, at: int) -> bool:
    """Whether what stands before a bare form can be its subject."""
    before = sentence[at - 1]
    if before.low in words.PRONOUNS or before.low in words.INDEFINITE - _SINGULAR or before.low in words.RELATIVES:
        return True
    return before.low.endswith("s") or before.low in _PLURALS or (is_adverb(before) and at > 1)


def _is_third_person(sentence: Tokens, at: int, word: CueWord) -> bool:
    if at + 1 < len(sentence) and (word.lemma in _ALSO_NOUNS or word.lemma in _MOSTLY_NOUNS) and is_finite(sentence, at + 1):
        return False  # “Initial reports spoke of”
    before, after = sentence[at - 1], sentence[at + 1] if at + 1 < len(sentence) else None
    alone = before.text in _PAUSES or before.region is not None or before.low in words.PRONOUNS | words.RELATIVES
    if word.lemma in _MOSTLY_NOUNS and not (before.is_capital or alone):
        return after is not None and (after.region is not None or after.is_capital or after.low in words.DETERMINERS | words.OBJECT_PRONOUNS)
    if after is not None and after.text in (".", ","):
        return before.is_capital or alone or _as_claimed(sentence, at) or word.lemma not in _ALSO_NOUNS
    if word.lemma in ("speak", "talk", "complain", "warn", "boast", "tell"):
        return True
    return after is None or after.low not in ("of", "by", "from", "about", "against", "were", "are", "have")


def _as_claimed(sentence: Tokens, at: int) -> bool:
    """“as the minister claims,”: a clause of comparison whose verb this is."""
    return any(sentence[index].low == "as" and sentence[index + 1].low in words.DETERMINERS for index in range(max(0, at - 6), at - 1))


_SINGULAR = frozenset(listed("another everyone someone nobody somebody anyone either neither"))
_PLURALS = frozenset(listed("people police media men women children family government team company militants"))
