"""Word-to-word links inside a pair, for highlighting and for checks: names, numbers, what a lexicon is sure of in both directions, a dictionary."""

from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.align.dictionary import Dictionary, stems_of
from workbench.align.lexicon import EMPTY, Lexicon, Table, Word, source_words, target_words
from workbench.ports import WordLink
from workbench.text import names
from workbench.text.arabic import fold
from workbench.text.numbers import numbers

CONFIDENT, KNOWN, UNSEEN = 0.8, 0.1, 1e-4
"""The lesser of the two directions' shares from which a link is shown; the probability below which a lexicon knows nothing of two words; and what
such a pair counts.

Chosen for precision on the tuning half of NTREX, cut in two: lexicon from one part, links in the other. What is linked in a sentence beside a wrong
translation must be chance (`python -m tests.benchmarks.word_links`): 5 % of the links. With CONFIDENT .5 and no KNOWN it was 13 %.
"""

NAME_SHARE, NUMBER_SHARE, DICTIONARY_SHARE = 0.9, 0.95, 0.9


class LearntLinks:
    """`WordLinks` from a lexicon and a dictionary; with empty ones only names and numbers are linked."""

    def __init__(self, lexicon: Lexicon, dictionary: Dictionary | None = None) -> None:
        self._lexicon = lexicon
        self._dictionary = dictionary or Dictionary()

    def links(self, source: str, target: str) -> list[WordLink]:
        """Confident links in the order of the source; each word is in at most one.

        >>> [(link.source.pair(), link.target.pair()) for link in LearntLinks(Lexicon({}, {})).links("زار خالد المدينة", "Khaled visited the city")]
        [([4, 8], [0, 6])]
        """
        found: list[WordLink] = []
        sure = (*_numbers(source, target), *_names(source, target), *self._learnt(source, target), *self._printed(source, target))
        for link in sure:
            if not any(link.source.overlap(other.source) or link.target.overlap(other.target) for other in found):
                found.append(link)
        return sorted(found, key=lambda link: link.source)

    def _learnt(self, source: str, target: str) -> Iterator[WordLink]:
        """Pairs of words that each take the other for the likeliest, the surest first."""
        left, right = source_words(source), target_words(target)
        forward, backward = self._lexicon.forward, self._lexicon.backward
        ahead = [_shares(word, left, forward, word_is_right=True) for word in right]
        behind = [_shares(word, right, backward, word_is_right=False) for word in left]
        sure = [
            WordLink(word.span, other.span, round(min(ahead[column][row], behind[row][column]), 4))
            for row, word in enumerate(left)
            for column, other in enumerate(right)
            if min(ahead[column][row], behind[row][column]) >= CONFIDENT
        ]
        yield from sorted(sure, key=lambda link: (-link.confidence, link.source))

    def _printed(self, source: str, target: str) -> Iterator[WordLink]:
        """Pairs of words that the dictionary gives for each other and for no other word of the pair of texts."""
        if not len(self._dictionary):
            return
        left, right = source_words(source), target_words(target)
        said = [stems_of(fold(word.span.of(source))) for word in left]
        wanted = [self._dictionary.given_for(word.span.of(target).casefold()) for word in right]
        given = [(row, column) for row, mine in enumerate(said) for column, its in enumerate(wanted) if not mine.isdisjoint(its)]
        rows, columns = Counter(row for row, _ in given), Counter(column for _, column in given)
        for row, column in given:
            if rows[row] == columns[column] == 1:
                yield WordLink(left[row].span, right[column].span, DICTIONARY_SHARE)


def _shares(word: Word, others: Sequence[Word], table: Table, *, word_is_right: bool) -> list[float]:
    """How the word's probability is shared among the words of the other side, the empty word taking its part."""
    forms = [*(other.form for other in others), EMPTY]
    known = [table.get((form, word.form) if word_is_right else (word.form, form), UNSEEN) for form in forms]
    weights = [share if share >= KNOWN else UNSEEN for share in known]
    total = sum(weights)
    return [weight / total for weight in weights[:-1]]


def _names(source: str, target: str) -> Iterator[WordLink]:
    """Capitalised words and the one Arabic word that is the same name; where two could be, none is sure."""
    arabic = source_words(source)
    for word in target_words(target):
        written = word.span.of(target)
        if written[:1].isupper() and len(written) > 2:
            same = [other for other in arabic if names.is_same_name(other.span.of(source), written)]
            if len(same) == 1:
                yield WordLink(same[0].span, word.span, NAME_SHARE)


def _numbers(source: str, target: str) -> Iterator[WordLink]:
    """Numbers with one counterpart of the same value."""
    left = [number for number in numbers(source) if not (number.small_talk or number.vague)]
    right = [number for number in numbers(target) if not (number.small_talk or number.vague)]
    for number in left:
        same = [other for other in right if number.readings & other.readings]
        if len(same) == 1 and sum(bool(own.readings & same[0].readings) for own in left) == 1:
            yield WordLink(number.span, same[0].span, NUMBER_SHARE)
