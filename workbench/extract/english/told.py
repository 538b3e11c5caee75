"""Speech told without quote marks: “He said that the road was open.” Read only when asked for: it is precise and finds a part.

A clause is taken where its limits are sure: behind “that” or the bare verb up to the end of the sentence, or in front of a comment that
ends it (“The road is open, the mayor said.”). Sentences with quote marks are left to those.
"""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.extract.english.article import Article, Sentence
from workbench.extract.english.cues import Found
from workbench.extract.english.grammar import Tokens, can_start, is_adverb, is_date, is_finite
from workbench.extract.lexicon import words
from workbench.extract.paragraphs import Part
from workbench.model import Span
from workbench.text.wordlists import listed

SPEECH = 3.0
"""Strength from which a verb reports speech."""

REACH = 12
"""Tokens between a verb and its “that”: an addressee, a time, an occasion."""

MIN_WORDS = 3

_BARE = frozenset(listed("say claim warn add insist argue announce confirm believe deny tell note allege predict suggest stress maintain concede"))
"""Verbs whose clause may begin without “that”."""

_INTENT = frozenset(listed("vow promise pledge threaten swear urge volunteer"))
"""Verbs that tell an intention: vowed to retake the town."""

_NOBODY = frozenset(listed("i we you it there one this that which who"))
"""Subjects whose words are the author's own, or nobody's."""

_LEADING = frozenset(listed("but and however meanwhile yet so still"))


class Told(NamedTuple):
    """What was told, in sentence number `sentence`, by the subject of `cue`."""

    sentence: int
    span: Span
    cue: Found


def told(article: Article) -> Iterator[Told]:
    """The clauses of the running text that tell what somebody said, one for each sentence at most."""
    for index, sentence in enumerate(article.sentences):
        if sentence.part is not Part.BODY or any(token.region is not None for token in sentence.tokens):
            continue
        found = next((clause for cue in sentence.cues if (clause := _clause(sentence, cue)) is not None), None)
        if found is not None:
            (start, end), cue = found
            tokens = sentence.tokens
            yield Told(index, Span(tokens[start].start, tokens[end - 1].end), cue)


def _clause(sentence: Sentence, cue: Found) -> tuple[tuple[int, int], Found] | None:
    tokens = sentence.tokens
    if tokens[cue.subject.start].low in _NOBODY:
        return None
    if cue.kind == "according":
        found = _beside(tokens, cue)
    elif cue.strength < SPEECH or cue.kind not in ("verb", "inverted", "infinitive", "participle"):
        return None
    else:
        found = _behind(tokens, cue) or _in_front(tokens, cue)
    trimmed = _trimmed(tokens, *found) if found is not None else None
    return (trimmed, cue) if trimmed is not None else None


def _beside(tokens: Tokens, cue: Found) -> tuple[int, int] | None:
    """Around “according to X”: what follows its comma, else what stands before it."""
    if cue.start <= 1:
        comma = next((at for at in range(cue.subject.end, len(tokens)) if tokens[at].text == ","), None)
        return (comma + 1, len(tokens)) if comma is not None else None
    return 0, cue.start


def _behind(tokens: Tokens, cue: Found) -> tuple[int, int] | None:
    start = max(cue.end, cue.subject.end)
    end = _end(tokens, cue)
    for at in range(start, min(start + REACH, end)):
        if tokens[at].low == "that":
            return at + 1, end
        if is_finite(tokens, at) or tokens[at].text in (":", ";"):
            break
    if start < end and cue.lemma in _INTENT and tokens[start].low == "to":
        return start, end
    if start >= end or cue.lemma not in _BARE or not can_start(tokens[start]) or is_adverb(tokens[start]) or is_date(tokens, start):
        return None
    if tokens[start].low in words.PREPOSITIONS | words.SUBORDINATORS or tokens[start].low in words.OBJECT_PRONOUNS:
        return None
    verb = next((at for at in range(start + 1, min(start + REACH + 6, end)) if is_finite(tokens, at)), None)
    return (start, end) if verb is not None else None


def _end(tokens: Tokens, cue: Found) -> int:
    """The end of the sentence, or the comma before another participle of saying (“…, adding that”)."""
    for at in range(cue.end + 3, len(tokens) - 1):
        if tokens[at].text == "," and tokens[at + 1].low in ("adding", "saying", "stressing", "noting", "insisting", "warning", "telling"):
            return at
    return len(tokens)


def _in_front(tokens: Tokens, cue: Found) -> tuple[int, int] | None:
    """A clause whose sentence ends with who said it."""
    first, last = min(cue.start, cue.subject.start), max(cue.end, cue.subject.end)
    if first < MIN_WORDS or tokens[first - 1].text != "," or len(tokens) - last > REACH:
        return None
    if any(is_finite(tokens, at) or tokens[at].low == "that" for at in range(last, len(tokens))):
        return None
    clause = range(1, first - 1)
    return (0, first - 1) if any(is_finite(tokens, at) for at in clause) else None


def _trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """Without conjunctions in front and stops behind; None when few words are left."""
    while start < end and (not tokens[start].is_word or tokens[start].low in _LEADING):
        start += 1
    while end > start and not tokens[end - 1].is_word:
        end -= 1
    return (start, end) if sum(token.is_word for token in tokens[start:end]) >= MIN_WORDS else None
