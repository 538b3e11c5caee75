"""Blocks that a translator or an editor moved: an alignment in order has to leave them without counterpart, a reader should know where it is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from workbench.model import Bead
from workbench.ports import Encoder

ALIKE = 0.6
"""Cosine from which two segments left over are taken for translations of each other: on the tuning half of NTREX 82 % of the true pairs reach it,
and 3 % of the sentences with the best of the other sentences of their document, before both have to be each other's best."""

LOOSE = 0.1
"""Beads that score less hardly hold; their segments count as left over."""

MOST = 3000
"""Segments left over on a side up to which all are compared with all; with more the two texts are no translation of each other."""


def crossings(source: Sequence[str], target: Sequence[str], beads: Sequence[Bead], encoder: Encoder) -> list[Bead]:
    """Blocks of segments left over on both sides that translate each other out of order, with their mean cosine as score.

    `beads` is an alignment of the two texts in order. Each block is a run of neighbours on both sides; the blocks are in the order of the source.
    """
    rows = [index for bead in beads if _is_loose(bead) for index in bead.source if source[index].strip()]
    columns = [index for bead in beads if _is_loose(bead) for index in bead.target if target[index].strip()]
    if not rows or not columns or max(len(rows), len(columns)) > MOST:
        return []
    together = {(row, column) for bead in beads for row in bead.source for column in bead.target}
    cosines = encoder.encode([source[row] for row in rows]) @ encoder.encode([target[column] for column in columns]).T
    pairs = []
    for at, best in enumerate(cosines.argmax(axis=1).tolist()):
        mutual = int(cosines[:, best].argmax()) == at
        if mutual and cosines[at, best] >= ALIKE and (rows[at], columns[best]) not in together:
            pairs.append((rows[at], columns[best], float(cosines[at, best])))
    return list(_blocks(pairs))


def _is_loose(bead: Bead) -> bool:
    return not (bead.source and bead.target) or bead.score < LOOSE


def _blocks(pairs: Sequence[tuple[int, int, float]]) -> Iterator[Bead]:
    """Pairs that follow each other on both sides are one block."""
    if not pairs:
        return
    begins = [0, *(at for at, (one, other) in enumerate(pairwise(pairs), start=1) if (other[0] - one[0], other[1] - one[1]) != (1, 1)), len(pairs)]
    for first, last in pairwise(begins):
        block = pairs[first:last]
        yield Bead(
            tuple(row for row, _, _ in block), tuple(column for _, column, _ in block), round(float(np.mean([cosine for *_, cosine in block])), 4)
        )
