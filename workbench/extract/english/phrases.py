"""The noun phrase that begins at a place: an inverted subject, an agent, an object, an outlet."""

from workbench.extract.english.grammar import MAX_PHRASE, Phrase, Tokens, can_start, is_adverb, is_date, is_finite, is_name
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import Form, cue_words
from workbench.extract.tokens import is_date_word
from workbench.text.wordlists import listed

_STOPS_AFTER = words.SUBORDINATORS | words.RELATIVES | frozenset(listed("during after before on following amid by when who whose and-but"))


_NOUN_LINKS = frozenset(["of", "for", "at", "from", "in", "with", "and"])


_OCCASIONS = frozenset(listed("""conference meeting rally hearing briefing event debate session response reaction town press broadcast"""))


def phrase_after(sentence: Tokens, at: int) -> Phrase | None:
    """The noun phrase that begins at `at`: an inverted subject, an agent, an object. It ends before a comma, a verb, a time or an adjunct.

    A description goes on over “of”, “for”, “at”, “from”, “in”; a bare name only over “of” and “and” to another name.
    """
    if at >= len(sentence) or not can_start(sentence[at]):
        return None
    first = sentence[at]
    if first.low in words.OBJECT_PRONOUNS | words.PRONOUNS | words.INDEFINITE and not _counts(sentence, at):
        return Phrase(at, at + 1)
    if first.low in words.PREPOSITIONS or first.low in words.SUBORDINATORS or is_adverb(first) or is_date(sentence, at) or is_finite(sentence, at):
        return None
    end = at + 1
    while end < len(sentence) and end - at < MAX_PHRASE and _goes_on(sentence, at, end):
        end += 1
    while end > at and (
        sentence[end - 1].low in _NOUN_LINKS or is_date(sentence, end - 1) or not (sentence[end - 1].is_word or sentence[end - 1].text == ")")
    ):
        end -= 1
    return Phrase(at, end) if end > at else None


def _counts(sentence: Tokens, at: int) -> bool:
    """Whether “one”, “several” or “another” only counts the noun behind it: “one resident of the village”, “her colleagues”."""
    if sentence[at].low not in words.INDEFINITE | {"one", "her"} or at + 1 >= len(sentence):
        return False
    following = sentence[at + 1]
    if following.low == "of" or following.low in words.PRONOUNS:
        return following.low == "of"
    closed = words.PREPOSITIONS | words.SUBORDINATORS | words.COORDINATORS | words.RELATIVES | words.TIME_WORDS
    return following.is_word and following.low not in closed and not is_adverb(following) and not is_finite(sentence, at + 1)


def _goes_on(sentence: Tokens, start: int, at: int) -> bool:
    token, before = sentence[at], sentence[at - 1]
    if token.region is not None or token.low in _STOPS_AFTER:
        return False
    if not token.is_word:
        if token.text == ".":
            return (
                before.low in words.ABBREVIATIONS
                or (len(before.text) == 1 and before.is_capital and at + 1 < len(sentence))
                or ("." in before.low and at + 1 < len(sentence))
            )
        return token.text in "'’#$&" or (token.text in "()" and sentence[start].is_capital)
    if is_date(sentence, at) or (token.low in words.TIME_WORDS and not token.is_capital) or (is_adverb(token) and not token.is_capital):
        return False
    cue = cue_words().get(token.low)
    if cue is not None and cue.form is Form.PARTICIPLE:
        return False
    if token.low in words.PRONOUNS or token.low in words.OBJECT_PRONOUNS or (is_finite(sentence, at) and not before.owner):
        return False
    if token.low in words.PREPOSITIONS or token.low == "and":
        named = is_name(sentence, Phrase(start, at))
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if (
            following is None
            or not following.is_word
            or is_date_word(following)
            or following.low in words.TIME_WORDS
            or (following.low in words.POSSESSIVES and sentence[start].low not in words.INDEFINITE | {"one"})
        ):
            return False
        return token.low in ("of", "and") and following.is_capital if named else token.low in _NOUN_LINKS and not _is_setting(sentence, at)
    return not (token.low in words.ARTICLES and before.low not in words.PREPOSITIONS | {"and"})


def _is_setting(sentence: Tokens, at: int) -> bool:
    """“said a spokesman in a statement”: an adjunct that tells where it was said, not who said it."""
    window = [token.low for token in sentence[at + 1 : at + 5]]
    return sentence[at].low in ("in", "at", "with", "from") and any(low in words.SPEECH_NOUNS or low in _OCCASIONS for low in window)
