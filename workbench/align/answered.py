"""Which words of a quotation a dictionary finds in a source, and how many of them stand in a stretch."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.ports import Offsets

Given = tuple[frozenset[str], ...]
"""For each word of a quotation the stems of its translations."""


class Answered:
    """The words of a quotation against the words of a source, each counted once wherever a stretch has any of its translations."""

    def __init__(self, given: Given, places: Mapping[str, Sequence[int]], words: int) -> None:
        """`places` has the words of the source by their stems, `words` is how many it has."""
        there = np.zeros((len(given), words), bool)
        for row, stems in enumerate(given):
            for stem in stems:
                there[row, places.get(stem, ())] = True
        self._before = np.concatenate([np.zeros((len(given), 1), np.int32), np.cumsum(there, axis=1, dtype=np.int32)], axis=1)
        often = there.sum(axis=1)
        rarity = np.log((words + 1) / (often + 1)) / np.log(words + 1)
        self._weights = np.where(often > 0, rarity, 0).astype(np.float32)

    def share(self, first: Offsets, last: Offsets) -> NDArray[np.float32]:
        """For each range of words first..last (last included) the part of the quotation's words it answers, 0..1, `(n,)`; rare words count more."""
        here = self._before[:, last + 1] > self._before[:, first]
        found: NDArray[np.float32] = self._weights @ here / np.float32(len(self._weights))
        return found
