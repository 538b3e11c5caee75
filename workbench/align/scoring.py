"""How well a stretch of a source answers a part of a quotation: one log-linear score."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.ground import Ground
from workbench.ports import Offsets, Vectors

Scores = NDArray[np.float32]

LIKENESS = 22.0
"""Log-odds per unit of cosine; this, the length weights and those in `edges` were set together, see there."""

LENGTH_RATIO = 0.82
"""Arabic code points per English one in quotations (median of the tuning half)."""

TOO_LONG, WRONG_LENGTH = 2.0, 1.1
"""Weights of the squared logarithm of length over expected length, from above and on both sides."""

WHOLE_REGION, REGION_EDGE, INSIDE_REGION, ACROSS_MARKS = 4.0, 1.0, 0.5, -1.5
STRANGE_STOPS = -0.7
"""Per sentence boundary in the stretch more or less than the part has."""


def scores(ground: Ground, first: Offsets, last: Offsets, vectors: Vectors, part: Vectors, length: int, stops: int) -> Scores:
    """The scores of word ranges first..last (last included) with their `vectors`.

    The part of the quotation has the vector `part`, `length` code points and `stops` sentence boundaries inside.
    """
    ratio = np.log((ground.ends[last] - ground.starts[first]) / max(LENGTH_RATIO * length, 1))
    found = LIKENESS * (vectors @ part) - WRONG_LENGTH * ratio**2 - TOO_LONG * np.maximum(ratio, 0) ** 2
    found += ground.edges.start[first] + ground.edges.end[last]
    found += STRANGE_STOPS * np.abs(ground.sentence_of[last] - ground.sentence_of[first] - stops)
    return (found + marks(ground, first, last)).astype(np.float32)


def marks(ground: Ground, first: Offsets, last: Offsets) -> Scores:
    """What quote marks in the source say about word ranges."""
    found = np.zeros(len(first), np.float32)
    if not ground.regions:
        return found
    begins = np.zeros(len(ground), bool)
    finishes = np.zeros(len(ground), bool)
    for start, end in ground.regions:
        begins[start] = finishes[end] = True
    left, right = ground.region_of[first], ground.region_of[last]
    same = left == right
    found += np.where(same & (left >= 0), INSIDE_REGION, 0)
    found += np.where(~same, ACROSS_MARKS, 0)
    found += REGION_EDGE * (begins[first].astype(np.float32) + finishes[last])
    found += WHOLE_REGION * is_region(ground, first, last)
    return found


def is_region(ground: Ground, first: Offsets, last: Offsets) -> NDArray[np.bool_]:
    """Whether each word range is all that a pair of quote marks encloses."""
    regions = np.array([start * len(ground) + end for start, end in ground.regions], np.intp)
    return np.isin(first * len(ground) + last, regions)
