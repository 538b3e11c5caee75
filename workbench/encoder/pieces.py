"""Token numbers with the place of each token in the text."""

import re
from functools import lru_cache
from typing import Any, NamedTuple, cast

import numpy as np

from workbench.ports import Offsets

WORD = re.compile(r"\S+")
WORDS_KEPT = 1 << 16
UNKNOWN = 0
WORD_MARK = "\N{LOWER ONE EIGHTH BLOCK}"
"""The tokenizer writes a space before a word as this character."""


class Pieces(NamedTuple):
    """The token numbers of a text, without begin and end marks, and the code point at which each token starts."""

    numbers: list[int]
    starts: Offsets


class Tokenizer:
    """Cuts text into the encoder's tokens word by word, and remembers words.

    No token of the vocabulary reaches across a space, so the best division of a text is that of its words, one after the other; a dictionary of
    words seen spares most of the search, which is the slow part of a tokenizer in pure Python.
    """

    def __init__(self, package_tokenizer: Any) -> None:
        self._tokenizer = package_tokenizer
        self._word = lru_cache(maxsize=WORDS_KEPT)(self._divide)

    def numbers(self, text: str) -> list[int]:
        """The token numbers of a text, without begin and end marks."""
        return [number for word in text.split() for number in self._word(word)[0]]

    def pieces(self, text: str, offset: int = 0) -> Pieces:
        """The tokens with their places, `offset` added to each."""
        numbers: list[int] = []
        starts: list[int] = []
        for match in WORD.finditer(text):
            word_numbers, word_starts = self._word(match.group())
            numbers.extend(word_numbers)
            starts.extend(offset + match.start() + start for start in word_starts)
        return Pieces(numbers, np.array(starts, np.intp))

    def _divide(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The tokens of one word, and where in it each starts."""
        if not self._tokenizer._normalizer.normalize(word).strip(WORD_MARK):
            return (), ()  # only invisible characters
        numbers = cast("list[int]", self._tokenizer.encode(word, out_type=int, add_bos=False, add_eos=False))
        lengths = [1 if number == UNKNOWN else len(self._tokenizer._pieces[number].replace(WORD_MARK, "")) for number in numbers]
        total = sum(lengths)
        # Normalisation can change the length (a ligature, a dropped mark); then places are proportional, which is right at both ends.
        starts = [sum(lengths[:index]) * len(word) // max(total, 1) for index in range(len(lengths))]
        return tuple(numbers), tuple(starts)
