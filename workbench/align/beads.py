"""Two texts of segments to beads: which source segments and which target segments translate each other, in order."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.align.band import path
from workbench.align.beadscores import LONGEST, SHAPES, Block, Side, Weights
from workbench.model import Bead
from workbench.ports import Offsets, SpanEncoder

BLOCK = 192
"""Rows of the table whose scores are held at a time."""

HALF_BAND = 24
"""Target segments to each side of the path that are looked at."""

SKIP_SOURCE, SKIP_TARGET = -1, -2
LOWEST = -1e9


def align(source: Sequence[str], target: Sequence[str], encoder: SpanEncoder, *, weights: Weights | None = None) -> list[Bead]:
    """The beads of two texts, in order; each segment is in just one bead.

    A segment without counterpart is a bead with an empty side and score 0. Time and memory grow with the length, not its square. An empty side
    makes every segment of the other a bead of its own.
    """
    if not source or not target:
        return [Bead((index,), ()) for index in range(len(source))] + [Bead((), (index,)) for index in range(len(target))]
    table = _Table(Side(encoder.segments(source), list(source)), Side(encoder.segments(target), list(target)), weights or Weights())
    return table.beads()


class _Table:
    """The dynamic programme over a band of the table of source by target positions."""

    def __init__(self, source: Side, target: Side, weights: Weights) -> None:
        self._source, self._target, self._weights = source, target, weights
        singles = source.runs(1, len(source), 1), target.runs(1, len(target), 1)
        self._background = float(singles[0].mean(axis=0) @ singles[1].mean(axis=0))
        self._low, self._high = band(path(*singles), len(target))
        self._width = int((self._high - self._low).max()) + 1
        self._moves = np.zeros((len(source) + 1, self._width), np.int8)
        self._ratio = target.lengths[-1] / max(source.lengths[-1], 1)

    def beads(self) -> list[Bead]:
        skip = self._weights.skip
        best = np.full((LONGEST + 1, self._width), LOWEST)  # the last rows, the newest first
        rows = len(self._source)
        self._score = np.zeros((rows + 1, self._width), np.float32)
        best[0] = np.arange(self._width) * skip
        self._moves[0] = SKIP_TARGET
        block: Block | None = None
        shapes: list[NDArray[np.float32]] = []
        for row in range(1, rows + 1):
            if block is None or row > block.rows[1]:
                last = min(row + BLOCK - 1, rows)
                columns = int(self._low[row : last + 1].min()), min(int(self._low[row : last + 1].max()) + self._width - 1, len(self._target))
                block = Block(self._source, self._target, (row, last), columns, self._background, self._weights)
                block.ratio = self._ratio
                shapes = [block.scores(shape) for shape in SHAPES]
            self._fill(row, best, block, shapes)
        return self._walk_back()

    def _fill(self, row: int, best: NDArray[np.float64], block: Block, shapes: list[NDArray[np.float32]]) -> None:
        low, width, skip = int(self._low[row]), self._width, self._weights.skip
        columns = np.arange(low, low + width)
        inside = columns <= self._high[row]
        places = np.clip(columns - block.columns[0], 0, block.columns[1] - block.columns[0])
        here = self._from(best, row, 1, columns) + skip
        moves = np.full(width, SKIP_SOURCE, np.int8)
        gained = np.zeros(width, np.float32)
        for index, (a, b) in enumerate(SHAPES):
            if a > row:
                continue
            score = shapes[index][row - block.rows[0], places]
            value = self._from(best, row, a, columns - b) + score
            better = value > here
            here = np.where(better, value, here)
            gained = np.where(better, score, gained)
            moves[better] = index
        here = np.where(inside, here, LOWEST)
        slope = skip * np.arange(width)
        running = np.maximum.accumulate(here - slope) + slope
        skipped = running > here + 1e-9
        moves[skipped] = SKIP_TARGET
        best[1:] = best[:-1].copy()
        best[0] = np.where(inside, running, LOWEST)
        self._moves[row], self._score[row] = moves, gained

    def _from(self, best: NDArray[np.float64], row: int, back: int, columns: Offsets) -> NDArray[np.float64]:
        """The values `back` rows above at `columns`."""
        places = columns - self._low[row - back]
        there = (places >= 0) & (places < self._width) & (columns >= 0)
        return np.where(there, best[back - 1, np.clip(places, 0, self._width - 1)], LOWEST)

    def _walk_back(self) -> list[Bead]:
        found = []
        row, column = len(self._source), len(self._target)
        while row or column:
            place = column - int(self._low[row])
            move = int(self._moves[row, place]) if 0 <= place < self._width else SKIP_TARGET
            if row == 0 or (move == SKIP_TARGET and column):
                column -= 1
                found.append(Bead((), (column,)))
            elif column == 0 or move == SKIP_SOURCE:
                row -= 1
                found.append(Bead((row,), ()))
            else:
                a, b = SHAPES[move]
                score = float(self._score[row, place])
                found.append(Bead(tuple(range(row - a, row)), tuple(range(column - b, column)), round(score, 4)))
                row, column = row - a, column - b
        return found[::-1]


def band(route: Offsets, columns: int) -> tuple[Offsets, Offsets]:
    """The first and last target position looked at for each source position, from the path through the table."""
    low = np.maximum(route - HALF_BAND, 0)
    high = np.minimum(np.maximum(np.append(route[1:], columns), route) + HALF_BAND, columns)
    low[0], high[-1] = 0, columns
    return np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
