"""Two texts of segments to beads: which source segments and which target segments translate each other, in order."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.align.band import path
from workbench.align.likeness import LONGEST, SHAPES, Block, Side, Table, Weights
from workbench.model import Bead
from workbench.ports import Offsets, SpanEncoder, Vectors

BLOCK = 192
"""Source positions whose scores are held at a time."""

HALF_BAND = 24
"""Target positions to each side of the path that are looked at."""

SKIP_SOURCE, SKIP_TARGET = -1, -2
"""Moves that leave one segment alone; other moves are indexes into SHAPES."""

OUTSIDE = -1e9
"""The value of what lies outside the band; finite, so that sums of it stay comparable."""

CLEAR, UNCLEAR = 0.42, 0.30
"""Median cosine, above the background, of a segment with its best single counterpart: news has about .45, broken into clauses about .40."""

SAMPLED = 500

SHORT = 8
"""Segments on the shorter side from which true pairs weigh little in the likeness of all to all."""

BACKGROUND = 0.2
"""That likeness where one line stands against others and it cannot be measured: what the documents of the tuning half have."""


def align(source: Sequence[str], target: Sequence[str], encoder: SpanEncoder, *, weights: Weights | None = None) -> list[Bead]:
    """The beads of two texts, in order; each segment is in just one bead.

    A segment without counterpart is a bead with an empty side and score 0. Time and memory grow with the length, not its square. An empty side
    makes every segment of the other a bead of its own.
    """
    if not source or not target:
        return [Bead((index,), ()) for index in range(len(source))] + [Bead((), (index,)) for index in range(len(target))]
    left, right = (Side(encoder.segments(texts), [len(text.strip()) for text in texts]) for texts in (source, target))
    return _Table(left, right, weights or Weights()).beads()


class _Table:
    """The dynamic programme over a band of the table of source by target positions."""

    def __init__(self, source: Side, target: Side, weights: Weights) -> None:
        self._source, self._target, self._weights = source, target, weights
        singles = source.runs(1, len(source), 1), target.runs(1, len(target), 1)
        self._background = background(*singles)
        route = path(*singles)
        self._skip = weights.skip + weights.skip_unclear * unclearness(*singles, route, self._background)
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
            shapes = [block.scores(shape) for shape in SHAPES]
            for row in range(first, last + 1):
                places = np.clip(np.arange(self._width) + self._low[row] - columns[0], 0, columns[1] - columns[0])
                self._fill(row, best, [scores[row - first, places] for scores in shapes])
        return self._walked_back()

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


def background(source: Vectors, target: Vectors) -> float:
    """The likeness of any source to any target segment; in a short text without each source's best, which would be most of it."""
    if min(len(source), len(target)) >= SHORT:
        return float(source.mean(axis=0) @ target.mean(axis=0))
    likeness = source @ target.T
    others = likeness.size - len(source)
    return float(likeness.sum() - likeness.max(axis=1).sum()) / others if others else BACKGROUND


def unclearness(source: Vectors, target: Vectors, route: Offsets, background: float) -> float:
    """0 where single segments have a clear counterpart near the path, as in news and law, to 1 where they hardly have, as in literature."""
    best = []
    for row in range(0, len(source), max(1, len(source) // SAMPLED)):
        near = target[max(0, int(route[row]) - HALF_BAND // 2) : int(route[row]) + HALF_BAND // 2]
        if len(near):
            best.append(float((near @ source[row]).max()) - background)
    clarity = float(np.median(best)) if best else CLEAR
    return min(1.0, max(0.0, (CLEAR - clarity) / (CLEAR - UNCLEAR)))


def band(route: Offsets, columns: int) -> tuple[Offsets, Offsets]:
    """The first and last target position looked at for each source position; neither ever falls."""
    low = np.maximum(route - HALF_BAND, 0)
    high = np.minimum(np.maximum(np.append(route[1:], columns), route) + HALF_BAND, columns)
    low[0], high[-1] = 0, columns
    return np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
