"""Where in two long texts to look for beads: a path through ever finer poolings of both, so that the work grows with the length, not its square."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from workbench.align.likeness import AT_ONCE, Compact
from workbench.ports import Offsets

SMALL = 96
"""Segments on the longer side up to which the whole table is looked at."""

HALF_WIDTH = 12
"""Pooled segments to each side of the path that the next finer level looks at."""

ROWS_AT_ONCE = 64
"""Rows compared with their stretch of the other text in one product."""

MATCH = 1e-3
"""What a match is worth where nothing is said by likeness, so that texts of identical lines are walked along their diagonal."""


def path(source: Compact, target: Compact) -> Offsets:
    """For every source segment 0..n the target segment 0..m that the path passes, `(n + 1,)`, never falling.

    `source` `(n, d)` and `target` `(m, d)` are vectors of single segments. Two texts of at most SMALL segments are compared as a whole; longer ones
    are pooled by twos until they are, and the path found there is refined level by level within a band (the idea of FastDTW, Salvador & Chan 2007).
    """
    levels = [(source, target)]
    while max(len(levels[-1][0]), len(levels[-1][1])) > SMALL and min(len(levels[-1][0]), len(levels[-1][1])) > 1:
        levels.append((pooled(levels[-1][0]), pooled(levels[-1][1])))
    rows, columns = len(levels[-1][0]), len(levels[-1][1])
    low, high = np.zeros(rows, np.intp), np.full(rows, columns, np.intp)
    while True:
        here_source, here_target = levels.pop()
        found = _traced(here_source, here_target, low, high)
        if not levels:
            return found
        rows, columns = len(levels[-1][0]), len(levels[-1][1])
        finer = np.minimum(np.interp(np.arange(rows + 1) / 2, np.arange(len(found)), found * 2.0), columns)
        low = np.maximum(np.floor(finer[:-1]) - 2 * HALF_WIDTH, 0).astype(np.intp)
        high = np.minimum(np.ceil(finer[1:]) + 2 * HALF_WIDTH, columns).astype(np.intp)


def pooled(vectors: Compact) -> Compact:
    """The mean directions of neighbouring pairs; the last of an odd number stays as it is."""
    found = np.empty((-(-len(vectors) // 2), vectors.shape[1]), np.float16)
    for first in range(0, len(vectors), AT_ONCE):
        block = vectors[first : first + AT_ONCE].astype(np.float32)
        summed = np.add.reduceat(block, np.arange(0, len(block), 2), axis=0)
        found[first // 2 : first // 2 + len(summed)] = summed / (np.linalg.norm(summed, axis=1, keepdims=True) + 1e-9)
    return found


def _traced(source: Compact, target: Compact, low: Offsets, high: Offsets) -> Offsets:
    """The best path of matches and skips through the table, row i limited to columns low[i]..high[i]."""
    width = int((high - low).max(initial=0)) + 1
    best = np.zeros(width)
    matched = np.zeros((len(source), width), bool)
    came_from = np.zeros((len(source), width), np.int32)
    base = 0
    for row, likeness in enumerate(_likenesses(source, target, low, width)):
        columns = np.arange(low[row], low[row] + width)
        inside = columns <= high[row]
        shift = low[row] - base
        above = _shifted(best, shift)
        diagonal = _shifted(best, shift - 1)
        through = np.where((columns > 0) & inside, diagonal + np.maximum(likeness, 0) + MATCH, -np.inf)
        best = np.where(inside, np.maximum(through, above), -np.inf)
        matched[row] = through > above
        running = np.maximum.accumulate(best)
        came_from[row] = _latest(best >= running)
        best, base = np.where(inside, running, -np.inf), int(low[row])
    return _walked_back(len(source), len(target), low, matched, came_from)


def _likenesses(source: Compact, target: Compact, low: Offsets, width: int) -> Iterator[NDArray[np.float32]]:
    """For every row what matching it with the target segment before each of the columns low[row]..low[row] + width - 1 is worth, above the mean."""
    mean = float(source.mean(axis=0, dtype=np.float32) @ target.mean(axis=0, dtype=np.float32))
    for first in range(0, len(source), ROWS_AT_ONCE):
        rows = source[first : first + ROWS_AT_ONCE].astype(np.float32)
        starts = low[first : first + ROWS_AT_ONCE]
        left, right = max(int(starts.min()) - 1, 0), min(int(starts.max()) + width, len(target))
        table = rows @ target[left:right].astype(np.float32).T - mean
        for row, start in zip(table, starts, strict=True):
            places = np.arange(start - 1, start - 1 + width) - left
            there = (places >= 0) & (places < len(row))
            yield np.where(there, row[np.clip(places, 0, len(row) - 1)], 0)


def _shifted(values: NDArray[np.float64], by: int) -> NDArray[np.float64]:
    """The values moved left by `by` places (right when negative); what comes in is -inf."""
    found = np.full(len(values), -np.inf)
    if by >= 0:
        found[: max(0, len(values) - by)] = values[by:]
    else:
        found[-by:] = values[:by]
    return found


def _latest(marks: NDArray[np.bool_]) -> NDArray[np.intp]:
    """For every place the last marked place at or before it."""
    return np.maximum.accumulate(np.where(marks, np.arange(len(marks)), 0))


def _walked_back(rows: int, columns: int, low: Offsets, matched: NDArray[np.bool_], came_from: NDArray[np.int32]) -> Offsets:
    found = np.full(rows + 1, columns, np.intp)
    column = columns
    for row in range(rows - 1, -1, -1):
        place = min(max(column - int(low[row]), 0), matched.shape[1] - 1)
        place = int(came_from[row][place])
        column = int(low[row]) + place - (1 if matched[row, place] else 0)
        found[row] = column
    found[0] = 0
    return np.minimum(np.maximum.accumulate(found), columns)
