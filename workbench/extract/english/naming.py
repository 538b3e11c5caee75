"""Quote marks around a name, a title or a word talked about: nobody is said to speak there."""

from workbench.extract.english.cue_subjects import BE, agent, helper_before
from workbench.extract.english.cues import NAMING, is_called
from workbench.extract.english.grammar import Tokens, is_adverb, is_finite
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import Form, cue_words
from workbench.text.wordlists import listed

_NAMED_BY = frozenset(listed("so-called surname surnamed name named nickname nicknamed alias pseudonym codenamed hashtag username entitled titled"))
_WORKS = frozenset(
    listed(
        """book film movie novel song album play show series documentary article essay programme program poem hymn anthem ballad single sitcom drama
    comedy musical opera memoir autobiography painting sculpture podcast column sketch episode chapter blockbuster bestseller pamphlet
    exhibition lecture thesis anthology manifesto app game"""
    )
)
_RENDERINGS = frozenset(
    listed(
        """recording rendition performance version copy screening production reading adaptation remake cover showing author writer director creator
    star producer composer"""
    )
)
_AS_REACH = 8


def is_title(said: str) -> bool:
    """Whether all long words have capitals, as in the title of a book."""
    parts = said.split()
    long_words = [word for word in parts if len(word) > 3]
    return 1 <= len(parts) <= 16 and bool(long_words) and all(word[0].isupper() for word in long_words) and not said.endswith(("?", "!", ","))


def names_something(sentence: Tokens, at: int, said: str) -> bool:
    """Whether the region at token `at`, which says `said`, is what something is called: “known as “Abu Hamza””, “her novel “Salt Road””."""
    title = is_title(said.rstrip(",."))
    if at == 0:
        return is_title(said) and len(sentence) > 1 and is_finite(sentence, 1)  # “The Long Thaw” is a mess
    before = sentence[at - 1]
    if before.low in _NAMED_BY or _is_called_so(sentence, at):
        return True
    if said[:1].isupper() and before.owner and (before.low in words.KNOWN_OUTLETS or before.low in words.OUTLET_NAME_PARTS):
        return True  # on NBC's “Meet the Press”
    if title and before.low in ("on", "in") and len(said.split()) > 1:
        return True
    if not (title or (said[:1].isupper() and len(said.split()) <= 2)):
        return False
    if at + 1 < len(sentence) and sentence[at + 1].low in _WORKS:
        return True  # on the CBS “Face the Nation” program
    if before.low == "of" and at > 1 and sentence[at - 2].low in _WORKS | _RENDERINGS:
        return True
    return before.low in _WORKS or (before.text == "," and _is_work(sentence, at - 1))


def _is_work(sentence: Tokens, comma: int) -> bool:
    """“Her second novel, “The Salt Road,””: the noun in front of the comma, or not far from it, is a work's."""
    for index in range(comma - 1, max(-1, comma - 5), -1):
        token = sentence[index]
        if not token.is_word:
            return False
        if token.low in _WORKS or token.low in _NAMED_BY:
            return True
    return False


def _is_called_so(sentence: Tokens, at: int) -> bool:
    """A passive of naming without an agent: dubbed “…”, is known as “…”, was referred to in mails as “…”."""
    verb = at - 1
    while verb > 0 and (is_adverb(sentence[verb]) or sentence[verb].low in ("a", "an", "the")):
        verb -= 1
    if sentence[verb].low == "as":
        return _passive_before_as(sentence, verb)
    word = cue_words().get(sentence[verb].low)
    if word is None or word.lemma not in NAMING or word.form not in (Form.FINITE, Form.DONE):
        return False
    if _by_everybody(sentence, verb):
        return True
    passive = helper_before(sentence, verb) in BE or (verb == at - 1 and is_called(sentence, verb, word))
    return passive and agent(sentence, verb) is None


def _by_everybody(sentence: Tokens, verb: int) -> bool:
    """“that everybody here calls “the ladder””: a name that goes round, nobody's word."""
    return any(token.low in ("everybody", "everyone", "people") for token in sentence[max(0, verb - 2) : verb])


def _passive_before_as(sentence: Tokens, link: int) -> bool:
    for index in range(link - 1, max(-1, link - _AS_REACH), -1):
        word = cue_words().get(sentence[index].low)
        if word is not None and word.lemma in NAMING and word.form is not Form.PARTICIPLE:
            if word.form is Form.BASE:
                return False
            without_object = index + 1 == link or is_adverb(sentence[index + 1]) or sentence[index + 1].low in words.PREPOSITIONS
            parted = index > 0 and (sentence[index - 1].text == "," or word.form is Form.DONE)
            reduced = without_object and parted and helper_before(sentence, index) is None
            return (helper_before(sentence, index) in BE or reduced) and agent(sentence, index) is None
        if sentence[index].region is not None or sentence[index].text in (".", ";"):
            return False
    return False
