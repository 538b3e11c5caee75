"""What of the words in front of a verb is its subject: introductions, clauses inside and stray marks cut away.

Works on the tokens of one sentence and gives token indices.
"""

from workbench.extract.english.grammar import MAX_PHRASE, PARTICLES, Phrase, Tokens, can_start, is_adverb, is_date, is_finite
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import AUXILIARIES, Form, Strength, cue_words
from workbench.extract.tokens import Token, is_date_word

BREAKS = frozenset(";:-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}") | {"--"}
"""Marks that part one clause from the next."""


def matching(sentence: Tokens, at: int) -> int:
    """The opening bracket of the closing one at `at`, or `at` itself."""
    for index in range(at - 1, max(-1, at - 15), -1):
        if sentence[index].text in ("(", "["):
            return index
    return at


def trimmed(sentence: Tokens, start: int, end: int) -> Phrase | None:
    """The noun phrase that ends at `end` and begins at `start` or later, without what introduces it or clauses inside it."""
    start, end = _within_clause(sentence, start, end)
    start = _behind_object(sentence, start, end)
    while start < end and (
        sentence[start].low in words.COORDINATORS or sentence[start].low == "that" or is_adverb(sentence[start]) or not can_start(sentence[start])
    ):
        start += 1
    while end > start and (is_date(sentence, end - 1) or sentence[end - 1].text in _STRAY or sentence[end - 1].low in ("on", "last")):
        end -= 1
    if start < end and (
        sentence[start].low in words.PREPOSITIONS or sentence[start].low in words.TIME_WORDS or sentence[start].low in words.SUBORDINATORS
    ):
        start = _behind_introduction(sentence, start, end)
    if start >= end or end - start > MAX_PHRASE:
        return None
    return Phrase(start, end) if any(token.is_word for token in sentence[start:end]) else None


def _behind_object(sentence: Tokens, start: int, end: int) -> int:
    """Where the subject begins of a clause that narrows the noun before it without a pronoun: “a claim the ministry rejected”."""
    if end - start < 4 or sentence[start].low not in ("a", "an"):
        return start
    linked = words.PREPOSITIONS | words.COORDINATORS | words.DETERMINERS
    for at in range(start + 2, end - 1):
        before = sentence[at - 1]
        if sentence[at].low in ("the", "its", "his", "her", "their") and before.is_word and not before.owner and before.low not in linked:
            return at
    return start


_STRAY = BREAKS | frozenset(",.'’\"\N{RIGHT DOUBLE QUOTATION MARK}")


def _within_clause(sentence: Tokens, start: int, end: int) -> tuple[int, int]:
    """Walk left from `end`: over words of the phrase, around relative clauses, up to the verb or conjunction of another clause."""
    at, joined = end - 1, None
    while at >= start:
        token = sentence[at]
        if token.text in (")", "]"):
            at = matching(sentence, at)
        elif token.low in words.RELATIVES:
            if at + 1 < end and not is_finite(sentence, at + 1) and not is_adverb(sentence[at + 1]):
                return at + 1, end  # “during which he vowed”: the subject stands inside the relative clause
            end, joined = at, None
        elif token.low == "and":
            joined = at
        elif at < end - 1 and _is_saying(token):
            return at + 1, end
        elif at < end - 1 and is_finite(sentence, at):
            around = _around_verb(sentence, start, at, end)
            if around is None:
                return (joined if joined is not None else at) + 1, end
            end, joined, at = around, None, around
        elif at < end - 1 and (_begins_clause(token, first=at == start) or _is_time_clause(sentence, start, at)):
            return at + 1, end
        at -= 1
    return start, end


def _is_saying(token: Token) -> bool:
    """“quoted as saying Hamas had …”: what is said begins behind the participle."""
    word = cue_words().get(token.low)
    return word is not None and word.form is Form.PARTICIPLE and word.strength is Strength.SPEECH


def _is_time_clause(sentence: Tokens, start: int, at: int) -> bool:
    """“a day after the White House said”: behind a time, “after” and “before” begin a clause."""
    if sentence[at].low not in ("after", "before", "since", "until") or at == start:
        return False
    return sentence[at - 1].low in _DURATIONS or sentence[at - 1].low in ("day", "hour", "minute") or is_date(sentence, at - 1)


def _begins_clause(token: Token, *, first: bool) -> bool:
    """Whether a conjunction parts what follows it from what precedes; “before” and its like may be prepositions."""
    if token.low == "that":
        return not first
    return token.low in words.SUBORDINATORS and token.low not in ("than", "before", "after", "until", "since")


def _around_verb(sentence: Tokens, start: int, at: int, end: int) -> int | None:
    """Where the phrase ends in front of the relative clause or participle that the verb at `at` belongs to; None if it has a clause of its own."""
    verb = _first_of_verb(sentence, start, at)
    before = sentence[verb - 1] if verb > start else None
    if before is not None and (before.low in words.RELATIVES or (before.low == "that" and verb - 1 > start)):
        return verb - 1
    if (relative := _relative_before(sentence, start, at, end)) is not None:
        return relative
    return at if _is_reduced(sentence, at) else None


def _first_of_verb(sentence: Tokens, start: int, at: int) -> int:
    """Where a verb begins with its auxiliaries and adverbs: “had never made”."""
    while at > start and (is_adverb(sentence[at - 1]) or (sentence[at - 1].low in AUXILIARIES and not sentence[at - 1].is_capital)):
        at -= 1
    return at


def _relative_before(sentence: Tokens, start: int, at: int, end: int) -> int | None:
    """The relative pronoun whose clause reaches over the verb at `at` up to `end`, where what follows that verb is no subject.

    “An official who came and did not want to be named looked up”: “not want to be named” begins no noun phrase.
    """
    following = sentence[at + 1]
    if at + 1 >= end or not (is_adverb(following) or following.low in ("not", "to") or following.low in words.PREPOSITIONS):
        return None
    for index in range(at - 1, start, -1):
        if sentence[index].low in words.RELATIVES:
            return index
    return None


def _is_reduced(sentence: Tokens, at: int) -> bool:
    """A participle that only narrows its noun (“men arrested in Hama said”)."""
    token = sentence[at]
    if token.low in AUXILIARIES or not token.low.endswith(("ed", "wn", "en", "ht", "ld", "de")):
        return False
    return sentence[at + 1].low in words.PREPOSITIONS and sentence[at - 1].is_word and sentence[at - 1].low not in words.PRONOUNS


def _behind_introduction(sentence: Tokens, start: int, end: int) -> int:
    """Where the subject starts behind an introduction without a comma (“On Wednesday Trump said”)."""
    for at in range(end - 1, start, -1):
        token, before = sentence[at], sentence[at - 1]
        if (token.low in words.PERSONAL or token.low in ("i", "we", "it")) and before.low not in words.PREPOSITIONS:
            return at
        if before.low in words.PREPOSITIONS or before.low in words.DETERMINERS or before.low in PARTICLES:
            continue
        if (
            token.low in words.ARTICLES
            or token.low == "one"
            or (token.is_capital and not is_date_word(token) and (not before.is_capital or is_date_word(before)))
        ):
            return at
    times = [at for at in range(start, end - 1) if sentence[at].low in _DURATIONS]
    return times[-1] + 1 if times else end  # “Over several hours groups chanted”


_DURATIONS = words.TIME_WORDS | frozenset(["hours", "days", "weeks", "months", "years", "minutes", "moments"])
