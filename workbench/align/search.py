"""From a part of a quotation to the best stretches of a source: a first look through windows, then every stretch around the best of them."""

from dataclasses import dataclass

import numpy as np

from workbench.align.clauses import LEAST, idle
from workbench.align.ground import Ground, Windows
from workbench.align.scoring import LENGTH_RATIO, LIKENESS, Part, around, scores
from workbench.ports import Offsets, Vectors

LOOKED_AT = 12
"""Windows that are looked at closely, over all sources."""

PER_SOURCE = 6
STRETCHES = 900
"""Stretches scored in a close look, over all sources: about 25 ms."""

FURTHEST = 48
"""Words that an edge may lie from the edge of the window that led to it; long quotations are near their windows in proportion."""

KEPT = 24
"""Stretches kept of a source for each part, overlapping ones among them."""

SHORTEST, LONGEST = 0.4, 2.0
"""Stretches are tried between these multiples of the expected length."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range of words of a source, last included, with its score for a part and its cosine.

    `around` is the cosine of the sentence that holds it to what stands around the quotation, 0 where nothing does; `across` says that it begins and
    ends in different quote marks, or only one end of it stands in any.
    """

    first: int
    last: int
    score: float
    likeness: float
    around: float = 0.0
    across: bool = False


def search(part: Part, grounds: list[Ground]) -> list[list[Stretch]]:
    """For every source the best stretches for a part, best first, overlapping ones among them; empty where nothing came near."""
    near = _first_look(part, grounds)
    budget = max(60, STRETCHES // max(1, sum(len(ranges) for ranges in near)))
    return [_close_look(part, ground, ranges, budget) if ranges else [] for ground, ranges in zip(grounds, near, strict=True)]


def expected_words(part: Part, ground: Ground) -> float:
    """How many words of this source say as much as the part."""
    if not len(ground):
        return 1.0
    letters = float((ground.ends - ground.starts).mean()) + 1
    return max(1.0, LENGTH_RATIO * len(part.text) / letters)


def _first_look(part: Part, grounds: list[Ground]) -> list[list[tuple[int, int]]]:
    """The word ranges worth a close look, for every source."""
    best: list[tuple[float, int, int, int]] = []
    for index, ground in enumerate(grounds):
        if not len(ground):
            continue
        windows = _with_regions(part, ground)
        found = scores(ground, windows.first, windows.last, windows.vectors, part)
        best.extend((float(found[at]), index, int(windows.first[at]), int(windows.last[at])) for at in _spread(windows, found))
    best.sort(reverse=True)
    near: list[list[tuple[int, int]]] = [[] for _ in grounds]
    for _, index, first, last in best[:LOOKED_AT]:
        near[index].append((first, last))
    return near


def _with_regions(part: Part, ground: Ground) -> Windows:
    """The windows of the part's length, and what stands in quote marks."""
    words = expected_words(part, ground)
    windows = ground.windows(words)
    fitting = [region for region in ground.regions if SHORTEST * words - 1 <= region[1] - region[0] + 1 <= LONGEST * words + 1]
    if not fitting:
        return windows
    first, last = np.array(fitting, np.intp).T
    return Windows(
        np.concatenate([windows.first, first]), np.concatenate([windows.last, last]), np.concatenate([windows.vectors, ground.vectors(first, last)])
    )


def _spread(windows: Windows, found: Vectors) -> list[int]:
    """The best windows of a source, leaving out those that lie mostly inside a better one."""
    chosen: list[int] = []
    for at in np.argsort(-found)[: 8 * PER_SOURCE].tolist():
        first, last = windows.first[at], windows.last[at]
        if all(2 * (min(last, windows.last[c]) - max(first, windows.first[c]) + 1) <= last - first + 1 for c in chosen):
            chosen.append(at)
        if len(chosen) == PER_SOURCE:
            break
    return chosen


def _close_look(part: Part, ground: Ground, ranges: list[tuple[int, int]], budget: int) -> list[Stretch]:
    """Score the stretches around the ranges, first coarsely, then all near the best."""
    words = expected_words(part, ground)
    pairs = np.unique(np.concatenate([_around(ground, part, words, low, high, budget) for low, high in ranges]), axis=0)
    found = _scored(part, ground, pairs)
    best = sorted(found, key=lambda stretch: -stretch.score)[:3]
    closer = np.unique(np.concatenate([_nearest(ground, stretch) for stretch in best]), axis=0)
    known = {(stretch.first, stretch.last) for stretch in found}
    more = np.array([pair for pair in closer.tolist() if tuple(pair) not in known], np.intp).reshape(-1, 2)
    found += _scored(part, ground, more)
    return sorted(found, key=lambda stretch: (-stretch.score, stretch.first, stretch.last))[:KEPT]


def _around(ground: Ground, part: Part, words: float, low: int, high: int, budget: int) -> Offsets:
    """Word ranges around low..high, of a fitting length, not more than `budget`; natural edges are the last to be thinned out."""
    pad = min(int(np.ceil(0.6 * words)) + 2, FURTHEST)
    sentence_of = ground.sentence_of
    reach = 1 if part.stops or words > 0.6 * np.count_nonzero(sentence_of == sentence_of[low]) else 0
    lowest = max(low - pad, int(np.searchsorted(sentence_of, sentence_of[low] - reach)))
    highest = min(high + pad, int(np.searchsorted(sentence_of, sentence_of[high] + reach, side="right")) - 1)
    firsts, lasts = np.arange(lowest, min(high, low + FURTHEST) + 1), np.arange(max(low, high - FURTHEST), highest + 1)
    for step in (1, 2, 3, 4, 6, 8):
        pairs = _fitting(ground, part, _thinned(firsts, ground.edges.start, step), _thinned(lasts, ground.edges.end, step))
        if len(pairs) <= budget:
            break
    return np.concatenate([pairs[:: -(-len(pairs) // budget) or 1], [[low, high]]])


def _thinned(places: Offsets, weights: Vectors, step: int) -> Offsets:
    return places[(places % step == 0) | (weights[places] > 0.2)] if step > 1 else places


def _fitting(ground: Ground, part: Part, firsts: Offsets, lasts: Offsets) -> Offsets:
    """All pairs of a first and a last word that enclose a fitting length, `(n, 2)`."""
    first, last = (grid.ravel() for grid in np.meshgrid(firsts, lasts, indexing="ij"))
    expected = LENGTH_RATIO * len(part.text)
    length = ground.ends[last] - ground.starts[first]
    fitting = (first <= last) & (length <= LONGEST * expected + 12) & (length >= SHORTEST * expected - 6)
    return np.stack([first[fitting], last[fitting]], axis=1)


def _nearest(ground: Ground, stretch: Stretch) -> Offsets:
    """The word ranges whose edges are at most three words from a stretch's."""
    first, last = (grid.ravel() for grid in np.meshgrid(np.arange(-3, 4) + stretch.first, np.arange(-3, 4) + stretch.last, indexing="ij"))
    fitting = (first >= 0) & (last < len(ground)) & (first <= last)
    return np.stack([first[fitting], last[fitting]], axis=1)


def _scored(part: Part, ground: Ground, pairs: Offsets) -> list[Stretch]:
    if not len(pairs):
        return []
    first, last = pairs[:, 0], pairs[:, 1]
    vectors = ground.vectors(first, last)
    found = scores(ground, first, last, vectors, part)
    likeness, near = vectors @ part.vector, around(ground, first, part)
    if len(part.text) >= LEAST:
        found -= LIKENESS * idle(ground, first, last, likeness, part.vector)
    across = ground.region_of[first] != ground.region_of[last]
    return [Stretch(*row) for row in zip(*(column.tolist() for column in (first, last, found, likeness, near, across)), strict=True)]
