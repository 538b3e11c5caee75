"""Two texts of segments to beads: which source segments and which target segments translate each other, in order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from workbench.align.band import path
from workbench.align.likeness import Compact, Side, Weights
from workbench.align.programme import HALF_BAND, Programme
from workbench.errors import BadInput
from workbench.model import Bead
from workbench.ports import Offsets, SpanEncoder

CLEAR, UNCLEAR = 0.42, 0.30
"""Median cosine, above the background, of a segment with its best single counterpart: news has about .45, broken into clauses about .40."""

SAMPLED = 500

SHORT = 8
"""Segments on the shorter side from which true pairs weigh little in the likeness of all to all."""

BACKGROUND = 0.2
"""That likeness where one line stands against others and it cannot be measured: what the documents of the tuning half have."""


def align(
    source: Sequence[str], target: Sequence[str], encoder: SpanEncoder, *, weights: Weights | None = None, fixed: Sequence[Bead] = ()
) -> list[Bead]:
    """The beads of two texts, in order; each segment is in just one bead.

    A segment without counterpart is a bead with an empty side and score 0. Time and memory grow with the length, not its square. An empty side
    makes every segment of the other a bead of its own.

    `fixed` are beads that a reviewer has confirmed: they come back as they are, scores included, of any size, and what lies between two of them is
    aligned within these bounds; a fixed bead with an empty side keeps its segments alone, each a bead of its own. BadInput where a fixed bead names a
    segment that is not there, has gaps, takes a segment of another, or crosses one.
    """
    _check(fixed, len(source), len(target))
    if not source or not target:
        return [Bead((index,), ()) for index in range(len(source))] + [Bead((), (index,)) for index in range(len(target))]
    left = _side(source, encoder, {at for bead in fixed if not bead.target for at in bead.source})
    right = _side(target, encoder, {at for bead in fixed if not bead.source for at in bead.target})
    return _aligned(left, right, weights or Weights(), [bead for bead in fixed if bead.source and bead.target])


def _side(texts: Sequence[str], encoder: SpanEncoder, alone: set[int]) -> Side:
    return Side(encoder.segments(texts), [len(text.strip()) for text in texts], alone=alone)


def _aligned(left: Side, right: Side, weights: Weights, anchors: Sequence[Bead]) -> list[Bead]:
    """What lies between the anchors is aligned with the whole texts' measures, which a few segments would not give."""
    behind, skip, route = _measures(left, right, weights)
    found: list[Bead] = []
    for (top, bottom), (first, last), anchor in _gaps(anchors, len(left), len(right)):
        rows, columns = left.part(top, bottom), right.part(first, last)
        if len(rows) and len(columns):
            here = path(rows.singles(), columns.singles()) if anchors else route
            beads = Programme(rows, columns, here, weights, background=behind, skip=skip).beads()
        else:
            beads = [Bead((index,), ()) for index in range(len(rows))] + [Bead((), (index,)) for index in range(len(columns))]
        found.extend(_moved(bead, top, first) for bead in beads)
        if anchor:
            found.append(anchor)
    return found


def _measures(left: Side, right: Side, weights: Weights) -> tuple[float, float, Offsets]:
    """The background, what leaving a segment alone is worth, and the route; the vectors they need are given back before the programme starts."""
    singles = left.singles(), right.singles()
    behind, route = background(*singles), path(*singles)
    return behind, weights.skip + weights.skip_unclear * unclearness(*singles, route, behind), route


def _gaps(anchors: Sequence[Bead], rows: int, columns: int) -> Iterator[tuple[tuple[int, int], tuple[int, int], Bead | None]]:
    """The source and target segments (half-open) before each anchor, with it, and those after the last."""
    row, column = 0, 0
    for anchor in sorted(anchors, key=lambda bead: bead.source):
        yield (row, anchor.source[0]), (column, anchor.target[0]), anchor
        row, column = anchor.source[-1] + 1, anchor.target[-1] + 1
    yield (row, rows), (column, columns), None


def _moved(bead: Bead, rows: int, columns: int) -> Bead:
    return Bead(tuple(at + rows for at in bead.source), tuple(at + columns for at in bead.target), bead.score) if rows or columns else bead


def _check(fixed: Sequence[Bead], rows: int, columns: int) -> None:
    """Raise BadInput where fixed beads cannot all stand in one alignment."""
    remedy = "release one of the beads, or align again from here"
    for side, count in ((0, rows), (1, columns)):
        taken: set[int] = set()
        for bead in fixed:
            own = (bead.source, bead.target)[side]
            if own and (own[0] < 0 or own[-1] >= count or list(own) != list(range(own[0], own[-1] + 1))):
                raise BadInput(f"segments {list(own)} are not neighbours within the text's {count}", where=_named(bead), remedy=remedy)
            if taken.intersection(own):
                raise BadInput(f"segment {min(taken.intersection(own))} is in another fixed bead, too", where=_named(bead), remedy=remedy)
            taken.update(own)
    both = sorted((bead for bead in fixed if bead.source and bead.target), key=lambda bead: bead.source)
    for one, other in pairwise(both):
        if one.target > other.target:
            raise BadInput("crosses another fixed bead", where=f"{_named(one)} and {_named(other)}", remedy=remedy)


def _named(bead: Bead) -> str:
    return f"bead {list(bead.source)}:{list(bead.target)}"


def background(source: Compact, target: Compact) -> float:
    """The likeness of any source to any target segment; in a short text without each source's best, which would be most of it."""
    if min(len(source), len(target)) >= SHORT:
        return float(source.mean(axis=0, dtype=np.float32) @ target.mean(axis=0, dtype=np.float32))
    likeness = source.astype(np.float32) @ target.astype(np.float32).T
    others = likeness.size - len(source)
    return float(likeness.sum() - likeness.max(axis=1).sum()) / others if others else BACKGROUND


def unclearness(source: Compact, target: Compact, route: Offsets, background: float) -> float:
    """0 where single segments have a clear counterpart near the path, as in news and law, to 1 where they hardly have, as in literature."""
    best = []
    for row in range(0, len(source), max(1, len(source) // SAMPLED)):
        near = target[max(0, int(route[row]) - HALF_BAND // 2) : int(route[row]) + HALF_BAND // 2].astype(np.float32)
        if len(near):
            best.append(float((near @ source[row].astype(np.float32)).max()) - background)
    clarity = float(np.median(best)) if best else CLEAR
    return min(1.0, max(0.0, (CLEAR - clarity) / (CLEAR - UNCLEAR)))
