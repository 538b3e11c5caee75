"""How well a run of source segments and a run of target segments answer each other."""

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from workbench.ports import EncodedSegments, Offsets, Vectors

Table = NDArray[np.float32]

LONGEST = 8
"""Segments on one side of a bead."""

SHAPES: tuple[tuple[int, int], ...] = tuple(
    sorted(
        ((a, b) for a in range(1, LONGEST + 1) for b in range(1, LONGEST + 1) if a == 1 or b == 1 or a + b <= 7),
        key=lambda shape: (shape[0] + shape[1], shape),
    )
)
"""Source and target segments of the beads that are tried."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The figures of a bead's score; see `Scorer.rows`. Set on noisy bitexts of the tuning half of NTREX by strict F1."""

    neighbours: float = 0.5
    background: float = 0.2
    length: float = 1.3
    merged: float = 0.0
    skip: float = -0.05


class Side:
    """One text of a pair: its segments read, and their lengths in code points."""

    def __init__(self, read: EncodedSegments, texts: list[str]) -> None:
        self.read = read
        self.lengths = np.concatenate([[0], np.cumsum([len(text.strip()) for text in texts])]).astype(np.int64)

    def __len__(self) -> int:
        return len(self.read)

    def runs(self, low: int, high: int, size: int) -> Vectors:
        """The vectors of the runs of `size` segments that end before each of low..high (high included); zeros where there is no such run."""
        ends: Offsets = np.arange(low, high + 1)
        found = np.zeros((len(ends), self.read.joined(ends[:0], ends[:0]).shape[1]), np.float32)
        there = ends >= size
        found[there] = self.read.joined(ends[there] - size, ends[there])
        return found

    def run_lengths(self, low: int, high: int, size: int) -> NDArray[np.int64]:
        """Their lengths; 0 where there is no such run."""
        ends = np.arange(low, high + 1)
        return np.where(ends >= size, self.lengths[ends] - self.lengths[np.maximum(ends - size, 0)], 0)


class Block:
    """All bead scores for the rows low..high of the table and the columns left..right."""

    def __init__(self, source: Side, target: Side, rows: tuple[int, int], columns: tuple[int, int], background: float, weights: Weights) -> None:
        self._weights = weights
        self._background = background
        sizes = range(1, LONGEST + 1)
        (low, high), (left, right) = rows, columns
        # one more row and column at the end: the segment after a run is its neighbour
        above = {size: source.runs(low, min(high + 1, len(source)), size) for size in sizes}
        beside = {size: target.runs(left, min(right + 1, len(target)), size) for size in sizes}
        self._source_single, self._target_single = source, target
        self.rows, self.columns = rows, columns
        self._likeness = {(a, b): above[a][: high - low + 1] @ beside[b][: right - left + 1].T for a, b in SHAPES}
        before = source.runs(max(low - LONGEST, 0), min(high + 1, len(source)), 1)
        across = target.runs(max(left - LONGEST, 0), min(right + 1, len(target)), 1)
        self._run_to_column = {a: above[a][: high - low + 1] @ across.T for a in sizes}
        self._run_to_row = {b: before @ beside[b][: right - left + 1].T for b in sizes}
        self._first_row, self._first_column = max(low - LONGEST, 0), max(left - LONGEST, 0)
        self._lengths = (
            {a: source.run_lengths(low, high, a) for a in sizes},
            {b: target.run_lengths(left, right, b) for b in sizes},
        )

    def scores(self, shape: tuple[int, int]) -> Table:
        """The scores of beads of one shape that end at each row and column of the block."""
        a, b = shape
        weights = self._weights
        likeness = self._likeness[shape]
        found = likeness - weights.neighbours * self._neighbours(a, b) - weights.background * self._background
        factor = self._length_factor(a, b)
        found = np.where(found > 0, found * factor, found) - weights.merged * (a + b - 2)
        return found.astype(np.float32)

    def _neighbours(self, a: int, b: int) -> Table:
        """The mean likeness of each run to the segments just outside the other: where it is high, the bead should take them in."""
        (low, high), (left, right) = self.rows, self.columns
        rows, columns = np.arange(low, high + 1), np.arange(left, right + 1)
        total = np.zeros((len(rows), len(columns)), np.float32)
        count = np.zeros_like(total)
        for at in (columns + 1, columns - b):  # runs ending there have length one: the segment after, the segment before
            place = at - self._first_column
            there = (place >= 0) & (place < self._run_to_column[a].shape[1]) & (at >= 1)
            total[:, there] += self._run_to_column[a][:, place[there]]
            count[:, there] += 1
        for at in (rows + 1, rows - a):
            place = at - self._first_row
            there = (place >= 0) & (place < self._run_to_row[b].shape[0]) & (at >= 1)
            total[there] += self._run_to_row[b][place[there]]
            count[there] += 1
        return cast("Table", total / np.maximum(count, 1))

    def _length_factor(self, a: int, b: int) -> Table:
        """1 where both sides are equally long in proportion, towards 0 where one is much shorter."""
        source = self._lengths[0][a][:, None] * self.ratio
        target = self._lengths[1][b][None, :]
        share = np.minimum(source, target) / np.maximum(np.maximum(source, target), 1)
        return cast("Table", np.log2(1 + share).astype(np.float32) ** self._weights.length)

    ratio: float = 1.0
