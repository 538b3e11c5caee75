"""The dynamic programme: the best way through a band of the table of source by target positions."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.align.likeness import LONGEST, SHAPES, Block, Side, Table, Weights
from workbench.model import Bead
from workbench.ports import Offsets

BLOCK = 192
"""Source positions whose scores are held at a time."""

HALF_BAND = 24
"""Target positions to each side of the path that are looked at."""

SKIP_SOURCE, SKIP_TARGET = -1, -2
"""Moves that leave one segment alone; other moves are indexes into SHAPES."""

OUTSIDE = -1e9
"""The value of what lies outside the band; finite, so that sums of it stay comparable."""


class Programme:
    """The dynamic programme over a band of the table of source by target positions."""

    def __init__(self, source: Side, target: Side, route: Offsets, weights: Weights, *, background: float, skip: float) -> None:
        """`route` is the target position near which each source position is looked at, `(segments + 1,)`; `skip` what leaving one alone is worth."""
        self._source, self._target, self._weights = source, target, weights
        self._background, self._skip = background, skip
        self._low, self._high = band(route, len(target))
        self._width = int((self._high - self._low).max()) + 1
        self._moves = np.full((len(source) + 1, self._width), SKIP_TARGET, np.int8)
        self._scores = np.zeros((len(source) + 1, self._width), np.float32)

    def beads(self) -> list[Bead]:
        """Fill the table block by block and walk back through it."""
        best = np.full((LONGEST + 1, self._width), OUTSIDE)  # the values of the latest rows, the newest first
        best[0] = np.arange(self._width) * self._skip
        for first in range(1, len(self._source) + 1, BLOCK):
            last = min(first + BLOCK - 1, len(self._source))
            columns = int(self._low[first]), int(self._high[last])
            block = Block(self._source, self._target, (first, last), columns, self._background, self._weights)
            shapes = [self._allowed(block, shape) for shape in SHAPES]
            for row in range(first, last + 1):
                places = np.clip(np.arange(self._width) + self._low[row] - columns[0], 0, columns[1] - columns[0])
                self._fill(row, best, [scores[row - first, places] for scores in shapes])
        return self._walked_back()

    def _allowed(self, block: Block, shape: tuple[int, int]) -> Table:
        """The scores of beads of a shape, those ruled out that would take in a segment that has to stay alone, `(rows, columns)`."""
        scores = block.scores(shape)
        if not (self._source.any_alone or self._target.any_alone):
            return scores
        (a, b), (first, last), (left, right) = shape, block.rows, block.columns
        rows = self._source.has_alone(np.arange(first, last + 1), a)
        columns = self._target.has_alone(np.arange(left, right + 1), b)
        return np.where(rows[:, None] | columns[None, :], np.float32(OUTSIDE), scores)

    def _fill(self, row: int, best: NDArray[np.float64], shapes: Sequence[Table]) -> None:
        """One row of the table from the rows above; `best` moves down by one."""
        columns: Offsets = np.arange(self._width) + self._low[row]
        here = self._above(best, row, 1, columns) + self._skip
        moves, gained = np.full(self._width, SKIP_SOURCE, np.int8), np.zeros(self._width, np.float32)
        for move, ((a, b), scores) in enumerate(zip(SHAPES, shapes, strict=True)):
            if a <= row:
                value = self._above(best, row, a, columns - b) + scores
                better = value > here
                here[better], gained[better], moves[better] = value[better], scores[better], move
        inside = columns <= self._high[row]
        here = np.where(inside, here, OUTSIDE)
        slope = self._skip * np.arange(self._width)  # leaving target segments alone: a running maximum along the row
        running = np.maximum.accumulate(here - slope) + slope
        moves[running > here + 1e-9] = SKIP_TARGET
        best[1:] = best[:-1].copy()
        best[0] = np.where(inside, running, OUTSIDE)
        self._moves[row], self._scores[row] = moves, gained

    def _above(self, best: NDArray[np.float64], row: int, back: int, columns: Offsets) -> NDArray[np.float64]:
        """The values `back` rows above at `columns`."""
        places = columns - self._low[row - back]
        there = (places >= 0) & (places < self._width) & (columns >= 0)
        return np.where(there, best[back - 1, np.clip(places, 0, self._width - 1)], OUTSIDE)

    def _walked_back(self) -> list[Bead]:
        found = []
        row, column = len(self._source), len(self._target)
        while row or column:
            place = column - int(self._low[row])
            move = int(self._moves[row, place]) if 0 <= place < self._width else SKIP_TARGET
            if column and (row == 0 or move == SKIP_TARGET):
                column -= 1
                found.append(Bead((), (column,)))
            elif column == 0 or move < 0:
                row -= 1
                found.append(Bead((row,), ()))
            else:
                a, b = SHAPES[move]
                score = round(float(self._scores[row, place]), 4)
                row, column = row - a, column - b
                found.append(Bead(tuple(range(row, row + a)), tuple(range(column, column + b)), score))
        return found[::-1]


def band(route: Offsets, columns: int) -> tuple[Offsets, Offsets]:
    """The first and last target position looked at for each source position; neither ever falls."""
    low = np.maximum(route - HALF_BAND, 0)
    high = np.minimum(np.maximum(np.append(route[1:], columns), route) + HALF_BAND, columns)
    low[0], high[-1] = 0, columns
    return np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
