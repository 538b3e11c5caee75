"""Words and phrases written twice."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.tokens import Token, TokenKind, tokens

LONGEST_PHRASE = 8
_MARKS = ".,;:!?…\"'“”‘’()[]«»–—-"

# Said twice on purpose or by grammar: “he had had”, “that that”, “what it is is”, emphasis, baby talk, onomatopoeia.
_RIGHT_TWICE = re.compile(
    "had|that|is|was|do|very|much|many|so|far|long|over|no|yes|never|really|ha|bye|knock|hear|now|there|tut|bang|boom|please|go|more|plus",
    re.IGNORECASE,
)


def repeated_words(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A word or phrase of up to eight words stands twice in a row, nothing but space between.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.suggestion for finding in repeated_words(Unit.of("", "agreed on the need the need to preserve"), NOTHING_KNOWN)]
    ['the need']

    Silent where repeating is right or meant: “had had”, names (Duran Duran), and what the Arabic repeats too:

    >>> list(repeated_words(Unit.of("لن نرحل لن نرحل", "He had had enough: we stay we stay"), NOTHING_KNOWN))
    []
    """
    found = list(_repetitions(tokens(unit.target))) if _may_repeat(unit.target) else []
    if not found or next(_repetitions(tokens(unit.source)), None):
        return
    for first, span in found:
        phrase = first.of(unit.target)
        yield Finding("repeated-words", f"“{phrase}” is written twice", target_span=span, suggestion=phrase)


def said_once(text: str) -> str:
    """The text without the second copies of doubled words and phrases.

    >>> said_once("agreed on the need the need to preserve")
    'agreed on the need to preserve'
    """
    found = list(_repetitions(tokens(text))) if _may_repeat(text) else []
    for first, span in reversed(found):
        text = text[: first.end] + text[span.end :]
    return text


@lru_cache(maxsize=16)  # asked again when lengths are compared
def _may_repeat(text: str) -> bool:
    """A quick look that misses nothing: whether any stretch of words, stripped of their marks, stands twice in a row."""
    words = [word.strip(_MARKS) for word in text.casefold().split()]
    latest: dict[str, int] = {}
    earlier: list[int | None] = []  # for each word where it stood before
    for second, word in enumerate(words):
        first = latest.get(word)
        earlier.append(first)
        latest[word] = second
        while first is not None and second - first <= LONGEST_PHRASE:
            if words[first:second] == words[second : second + second - first]:
                return True
            first = earlier[first]
    return False


def _repetitions(sequence: Sequence[Token]) -> Iterator[tuple[Span, Span]]:
    """The first copy and the whole stretch of every repetition, the longest phrase first at each place."""
    folded = [token.text.casefold() for token in sequence]
    at = 0
    while at < len(sequence):
        length = _repeated_length(sequence, folded, at)
        if length:
            end = at + 2 * length
            while folded[end : end + length] == folded[at : at + length]:
                end += length
            yield Span(sequence[at].span.start, sequence[at + length - 1].span.end), Span(sequence[at].span.start, sequence[end - 1].span.end)
            at = end
        else:
            at += 1


def _repeated_length(sequence: Sequence[Token], folded: Sequence[str], at: int) -> int:
    """How many tokens from `at` stand there twice; 0 for none."""
    if not sequence[at].is_word:
        return 0
    for length in range(min(LONGEST_PHRASE, (len(sequence) - at) // 2), 0, -1):
        second = at + length
        if folded[at] != folded[second] or folded[at:second] != folded[second : second + length] or not sequence[second - 1].is_word:
            continue
        if not _is_right(sequence[at:second], sequence[second : second + length]):
            return length
    return 0


def _is_right(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """Whether the repetition is one that writers mean."""
    if len(first) > 1:
        return all(re.match(r"[A-Z]", token.text) for token in (*first, *second) if token.kind is TokenKind.WORD)
    both_capital = first[0].text[:1].isupper() and second[0].text[:1].isupper()
    return _RIGHT_TWICE.fullmatch(first[0].text) is not None or both_capital or len(first[0].text) == 1
