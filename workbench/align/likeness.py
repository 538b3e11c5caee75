"""How well a run of source segments and a run of target segments answer each other: the score of a bead."""

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from workbench.ports import EncodedSegments, Offsets, Vectors

Table = NDArray[np.float32]
Compact = NDArray[np.float16]

AT_ONCE = 4096
"""Segments whose vectors are held in full precision at a time."""

LONGEST = 8
"""Segments on one side of a bead."""

SHAPES: tuple[tuple[int, int], ...] = tuple(
    sorted(
        ((a, b) for a in range(1, LONGEST + 1) for b in range(1, LONGEST + 1) if a == 1 or b == 1 or a + b <= 7),
        key=lambda shape: (shape[0] + shape[1], shape),
    )
)
"""Source and target segments of the beads that are tried, the smallest first: of equal scores the smaller bead wins."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The figures of a bead's score.

    A bead's score is its cosine, less `neighbours` times the likeness of each run to the segments just outside the other, less `background` times
    the likeness of any source to any target segment; multiplied by log2(1 + shorter / longer side) to the power `length`; less `stranger` times the
    cosine it would gain by dropping an outer segment. A segment left alone scores `skip`, and `skip_unclear` on top where a text's segments hardly
    find counterparts (literature): there the low cosine of a true bead is no reason to tear it apart.

    Chosen by strict F1 on the tuning half of NTREX, made into bitexts with light and heavy noise, and cut into clauses on one side (many 1–n beads
    of low cosine), so that no kind of text pays for another.
    """

    neighbours: float = 0.5
    background: float = 0.5
    length: float = 1.3
    stranger: float = 3.0
    skip: float = -0.03
    skip_unclear: float = -0.06


class Side:
    """One text of a pair, or a part of it: its segments read, their lengths in code points, and which of them have to stay alone."""

    def __init__(self, read: EncodedSegments, lengths: Sequence[int], *, alone: Collection[int] = ()) -> None:
        self.read = read
        self.total = int(sum(lengths))
        self._sums = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self._alone = np.concatenate([[0], np.cumsum([index in alone for index in range(len(lengths))])]).astype(np.int64)
        self._low, self._high = 0, len(lengths)

    def __len__(self) -> int:
        """The number of segments."""
        return self._high - self._low

    def part(self, low: int, high: int) -> "Side":
        """The segments low..high-1 as a text of their own; `total` stays that of the whole."""
        found = copy(self)
        found._low, found._high = self._low + low, self._low + high
        return found

    def runs(self, low: int, high: int, size: int) -> Vectors:
        """The vectors of the runs of `size` segments that end before each of low..high (high included); zeros where there is no such run."""
        ends: Offsets = np.arange(low, high + 1)
        return self.read.joined(self._low + np.where(ends >= size, ends - size, ends), self._low + ends)

    def singles(self) -> Compact:
        """The vectors of the single segments, `(segments, d)`; float16 halves the largest tables of a long text and moves a cosine by 1e-4."""
        found = [self.runs(low + 1, min(low + AT_ONCE, len(self)), 1).astype(np.float16) for low in range(0, len(self), AT_ONCE)]
        return np.concatenate(found)

    def run_lengths(self, low: int, high: int, size: int) -> NDArray[np.int64]:
        """Their lengths; 0 where there is no such run."""
        return self._within(self._sums, np.arange(low, high + 1), size)

    @property
    def any_alone(self) -> bool:
        """Whether some segment has to stay alone."""
        return bool(self._alone[self._high] > self._alone[self._low])

    def has_alone(self, ends: Offsets, size: int) -> NDArray[np.bool_]:
        """Whether the runs of `size` segments that end before `ends` take in one that has to stay alone."""
        return self._within(self._alone, ends, size) > 0

    def _within(self, sums: NDArray[np.int64], ends: Offsets, size: int) -> NDArray[np.int64]:
        places = self._low + ends
        return np.where(ends >= size, sums[places] - sums[np.maximum(places - size, 0)], 0)


class Block:
    """All bead scores for source positions low..high and target positions left..right, the last included.

    A position is the number of segments before it; a bead ends at a position.
    """

    def __init__(self, source: Side, target: Side, rows: tuple[int, int], columns: tuple[int, int], background: float, weights: Weights) -> None:
        self.rows, self.columns = rows, columns
        self._background, self._weights = background, weights
        (low, high), (left, right) = rows, columns
        sizes = range(1, LONGEST + 1)
        above = {size: source.runs(low, high, size) for size in sizes}
        beside = {size: target.runs(left, right, size) for size in sizes}
        # single segments from just before the longest run to one after the block: the neighbours of every run
        self._outer_rows, self._outer_columns = max(low - LONGEST, 0), max(left - LONGEST, 0)
        outer_source = source.runs(self._outer_rows, min(high + 1, len(source)), 1)
        outer_target = target.runs(self._outer_columns, min(right + 1, len(target)), 1)
        self._cosines = {(a, b): above[a] @ beside[b].T for a, b in SHAPES}
        self._to_target = {size: above[size] @ outer_target.T for size in sizes}
        self._to_source = {size: outer_source @ beside[size].T for size in sizes}
        self._source_lengths = {size: source.run_lengths(low, high, size) for size in sizes}
        self._target_lengths = {size: target.run_lengths(left, right, size) for size in sizes}
        self._ratio = target.total / max(source.total, 1)

    def scores(self, shape: tuple[int, int]) -> Table:
        """The scores of beads of one shape, `(rows, columns)`."""
        a, b = shape
        weights = self._weights
        found = self._cosines[shape] - weights.neighbours * self._neighbours(a, b) - weights.background * self._background
        found = np.where(found > 0, found * self._length_factor(a, b), found)
        if a + b > 2:
            found -= weights.stranger * self._gain_by_dropping(a, b)
        return found.astype(np.float32)

    def _gain_by_dropping(self, a: int, b: int) -> Table:
        """How much cosine each bead would gain by leaving out its first or last segment of a side; nothing where it would lose.

        A stranger hardly moves the vector of a long run, so the bead's own score does not betray it.
        """
        cosines = self._cosines[a, b]
        best = np.full_like(cosines, -1)
        for shape, down, right in (((a - 1, b), 0, 0), ((a - 1, b), 1, 0), ((a, b - 1), 0, 0), ((a, b - 1), 0, 1)):
            # without its last segment the run ends one position earlier, without its first where it did
            if shape in self._cosines:
                shifted = self._cosines[shape][: len(best) - down, : best.shape[1] - right]
                best[down:, right:] = np.maximum(best[down:, right:], shifted)
        return cast("Table", np.maximum(best - cosines, 0))

    def _neighbours(self, a: int, b: int) -> Table:
        """The mean likeness of each run to the segments just outside the other: where it is high, the bead should take them in."""
        rows, columns = np.arange(self.rows[0], self.rows[1] + 1), np.arange(self.columns[0], self.columns[1] + 1)
        total = np.zeros((len(rows), len(columns)), np.float32)
        count = np.zeros_like(total)
        for ends in (columns + 1, columns - b):  # where the segment after a run ends, and the segment before it
            place = ends - self._outer_columns
            there = (place >= 0) & (place < self._to_target[a].shape[1]) & (ends >= 1)
            total[:, there] += self._to_target[a][:, place[there]]
            count[:, there] += 1
        for ends in (rows + 1, rows - a):
            place = ends - self._outer_rows
            there = (place >= 0) & (place < len(self._to_source[b])) & (ends >= 1)
            total[there] += self._to_source[b][place[there]]
            count[there] += 1
        return cast("Table", total / np.maximum(count, 1))

    def _length_factor(self, a: int, b: int) -> Table:
        """1 where both sides are equally long in proportion to their texts, towards 0 where one is much shorter."""
        source = self._source_lengths[a][:, None] * self._ratio
        target = self._target_lengths[b][None, :]
        share = np.minimum(source, target) / np.maximum(np.maximum(source, target), 1)
        return cast("Table", np.log2(1 + share).astype(np.float32) ** self._weights.length)
