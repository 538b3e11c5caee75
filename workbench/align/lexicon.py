"""Which words translate each other, learnt from pairs of texts: IBM model 1 in both directions.

Brown et al. 1993, “The Mathematics of Statistical Machine Translation”: t(e|a) is found by expectation maximisation over all ways of linking the
words of each pair, an empty word taking what has no counterpart. Counts are added up over arrays of all cells, so that no loop runs over words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from workbench.model import Span
from workbench.text.arabic import ARTICLE, fold
from workbench.text.tokens import words

MOST_PAIRS = 20_000
"""Pairs that are learnt from, the first ones: so many news sentences take 15 seconds of CPU and 850 MB while fitting."""

LONGEST = 60
"""Words on a side; longer pairs say little about single words."""

ROUNDS = 6
FORGOTTEN = 0.01
"""Probabilities below this are not kept."""

EMPTY = ""
"""The word that stands for no word."""

Table = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is looked up, and where it stands."""

    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`forward[source, target]` is the probability that the source word gives the target word, `backward` the other way round; 0..1 each."""

    forward: Table
    backward: Table

    @classmethod
    def fit(cls, pairs: Iterable[tuple[str, str]], *, rounds: int = ROUNDS) -> "Lexicon":
        """Learn from Arabic texts with their English translations; the same for the same pairs, nothing from none."""
        cut = [(source_words(source), target_words(target)) for source, target in islice(pairs, MOST_PAIRS)]
        forms = [
            ([word.form for word in left], [word.form for word in right])
            for left, right in cut
            if 0 < len(left) <= LONGEST and 0 < len(right) <= LONGEST
        ]
        swapped = [(right, left) for left, right in forms]
        return cls(_fitted(forms, rounds), {(left, right): share for (right, left), share in _fitted(swapped, rounds).items()})


def source_words(text: str) -> list[Word]:
    """The Arabic words of a text, folded, without “and” and the article glued to them."""
    return [Word(bare(fold(token.text)), token.span) for token in words(text)]


def target_words(text: str) -> list[Word]:
    """The English words of a text in lower case, without the plural and possessive ending."""
    return [Word(_singular(token.text.casefold()), token.span) for token in words(text)]


def bare(word: str) -> str:
    """A folded Arabic word without what is glued before it, where enough is left.

    >>> [bare(fold(word)) for word in ("والمدينة", "بالبيت", "للناس", "ولد")]
    ['مدينه', 'بيت', 'ناس', 'ولد']
    """
    for glued in ("و" + ARTICLE, "ف" + ARTICLE, "ب" + ARTICLE, "ك" + ARTICLE, "وب" + ARTICLE, "ولل", "لل", ARTICLE):
        if word.startswith(glued) and len(word) - len(glued) >= 2:
            return word[len(glued) :]
    return word


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _fitted(pairs: Sequence[tuple[list[str], list[str]]], rounds: int) -> dict[tuple[str, str], float]:
    """t(right|left) for the pairs of words that stand together."""
    if not pairs:
        return {}
    left_names, left_ids = _numbered([[EMPTY, *left] for left, _ in pairs])
    right_names, right_ids = _numbered([right for _, right in pairs])
    cells = np.concatenate([(left[None, :] * len(right_names) + right[:, None]).ravel() for left, right in zip(left_ids, right_ids, strict=True)])
    widths = np.concatenate([np.full(len(right), len(left), np.int32) for left, right in zip(left_ids, right_ids, strict=True)])
    places = np.repeat(np.arange(len(widths), dtype=np.int32), widths)  # which word of the right side each cell explains
    kinds, kind_of = np.unique(cells, return_inverse=True)
    owners = kinds // len(right_names)
    shares = np.ones(len(kinds))
    for _ in range(rounds):
        weights = shares[kind_of]
        weights /= np.bincount(places, weights)[places]
        counts = np.bincount(kind_of, weights, len(kinds))
        shares = counts / np.bincount(owners, counts, len(left_names))[owners]
    kept = np.flatnonzero(shares >= FORGOTTEN)
    named = zip(owners[kept].tolist(), (kinds[kept] % len(right_names)).tolist(), shares[kept].tolist(), strict=True)
    return {(left_names[left], right_names[right]): share for left, right, share in named}


def _numbered(sides: Sequence[Sequence[str]]) -> tuple[list[str], list[NDArray[np.int64]]]:
    numbers: dict[str, int] = {}
    ids = [np.array([numbers.setdefault(word, len(numbers)) for word in side], np.int64) for side in sides]
    return list(numbers), ids
