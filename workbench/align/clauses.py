"""Clauses at the edges of a stretch that say nothing of what is looked for.

A few words more hardly move a vector, so a stretch that runs on into the next clause is as near in meaning as one that ends where it should, and ends
more naturally. But a clause that belongs to it would be missed: without it the cosine falls, by about a fifth of its share in the length or more.
"""

from typing import TYPE_CHECKING

import numpy as np

from workbench.align.edges import PAUSES
from workbench.ports import Offsets, Vectors

if TYPE_CHECKING:
    from workbench.align.ground import Ground

EARNED = 0.2
"""Cosine that a clause of a whole stretch's length has to bring; a shorter one in proportion. Chosen on the tuning half of NTREX and
the samples, see docs/evaluation.md; with .3 and more true clauses were cut off.
"""

LEAST = 25
"""Code points of a part from which its stretches have clauses."""


def clauses(text: str, starts: Offsets, ends: Offsets, sentence_of: Offsets) -> Offsets:
    """The number of the clause that each word is in, from 0; between two stands a pause or the end of a sentence."""
    parted = [
        sentence_of[word] != sentence_of[word - 1] or PAUSES.search(text, int(ends[word - 1]), int(starts[word])) is not None
        for word in range(1, len(starts))
    ]
    return np.concatenate([[0], np.cumsum(parted)]).astype(np.intp) if len(starts) else np.zeros(0, np.intp)


def idle(ground: "Ground", first: Offsets, last: Offsets, likeness: Vectors, wanted: Vectors) -> Vectors:
    """For word ranges first..last (last included) the cosine to `wanted` that their first and last clauses do not earn, `(n,)`, from 0.

    `likeness` is the cosine of the ranges themselves. A range within one clause has none to give.
    """
    bounds = ground.clause_bounds
    clause = ground.clause_of
    found = np.zeros(len(first), np.float32)
    length = (ground.ends[last] - ground.starts[first]).astype(np.float32)
    several = np.flatnonzero(clause[first] < clause[last])
    for begin, end in (
        (first[several], bounds[clause[last[several]]] - 1),  # without the last clause
        (bounds[clause[first[several]] + 1], last[several]),  # without the first
    ):
        share = 1 - (ground.ends[end] - ground.starts[begin]) / length[several]
        lost = likeness[several] - ground.vectors(begin, end) @ wanted
        found[several] += np.maximum(0, EARNED * share - lost)
    return found
