"""How well a stretch of a source answers a part of a quotation: one log-linear score."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.align.ground import Ground
from workbench.align.query import SENTENCE_END
from workbench.ports import Offsets, Vectors

Scores = NDArray[np.float32]

LIKENESS = 22.0
"""Log-odds per unit of cosine; this and the weights below were chosen with those in `edges`, see there."""

LENGTH_RATIO = 0.82
"""Arabic code points per English one in quotations (median of the tuning half)."""

TOO_LONG, WRONG_LENGTH, LONGER = 2.2, 1.0, 0.35
"""Weights of the squared logarithm of length over expected length, from above and on both sides, and of the logarithm itself."""

WHOLE_REGION, WHOLE_REGION_SHORT, REGION_EDGE, INSIDE_REGION, ACROSS_MARKS = 2.0, 48.0, 1.0, 0.6, -1.5
"""What quote marks are worth. All that a pair encloses: more for a short part, whose words alone decide little, `WHOLE_REGION_SHORT` being divided by
its code points."""

FEW, TRUSTED, SOFTNESS = 30, 0.4, 0.1
"""For parts of more than `FEW` code points marks count only where the meaning agrees, through a logistic step around the cosine `TRUSTED`: a report
has many quoted stretches, and most of them are somebody else's words. Chosen on the tuning half of NTREX (marked) and on the sample corpora, where
they brought token F1 .890 instead of .886 and .72 instead of .57."""

STRANGE_STOPS = -1.5
"""Per sentence boundary in the stretch more or less than the part has."""

AROUND, AROUND_SHORT = 5.5, 108.0
"""Log-odds per unit of cosine between the English sentence around a quotation and the Arabic sentence that holds the stretch. `AROUND_SHORT` is
divided by the part's code points: few words stand in many places, and only what is said around them tells these apart. Fitted by the likelihood of
right stretches on the tuning half of NTREX and the sample corpora, together with the other weights, which were then left as they were; in five folds
by document token F1 with marks rose from .88 to .96, without from .73 to .83.
"""

SHORTEST_PART = 12
"""Code points below which a part counts as no shorter."""


GIVEN = 6.0
"""Log-odds for a stretch that has a translation, by the dictionary, of every word of the part that the dictionary knows and the source can answer,
each weighed by how rare its translations are there. On the tuning half of NTREX 3 and 6 were alike (elided quotations .893 to .925, marked ones .890
to .905, unmarked ones .770 to .76, and what was stated came true more often); on the samples, freer and colloquial, the more it counted the better:
token F1 of Tell Sanabel .731 without, .762, .798, .825 with 3, 6, 9.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a quotation with its vector `(d,)`, and that of the English around it; an empty one where there is nothing around.

    `given` has for each of its words that a dictionary knows the stems of its Arabic translations.
    """

    text: str
    vector: Vectors
    around: Vectors = field(default_factory=lambda: np.zeros(0, np.float32))
    given: tuple[frozenset[str], ...] = ()

    @property
    def stops(self) -> int:
        """Sentence boundaries inside."""
        return len(SENTENCE_END.findall(self.text))


def scores(ground: Ground, first: Offsets, last: Offsets, vectors: Vectors, part: Part) -> Scores:
    """The scores of word ranges first..last (last included) with their `vectors` as places of a part."""
    length = len(part.text)
    ratio = np.log((ground.ends[last] - ground.starts[first]) / max(LENGTH_RATIO * length, 1))
    likeness = vectors @ part.vector
    found = LIKENESS * likeness - WRONG_LENGTH * ratio**2 - TOO_LONG * np.maximum(ratio, 0) ** 2 + LONGER * ratio
    found += ground.edges.start[first] + ground.edges.end[last]
    found += STRANGE_STOPS * np.abs(ground.sentence_of[last] - ground.sentence_of[first] - part.stops)
    found += (AROUND + AROUND_SHORT / max(length, SHORTEST_PART)) * around(ground, first, part)
    if part.given:
        found += GIVEN * ground.answered(part.given).share(first, last)
    said = marks(ground, first, last, length)
    if length > FEW:
        said = np.where(said > 0, said * trust(likeness), said)
    return (found + said).astype(np.float32)


def around(ground: Ground, first: Offsets, part: Part) -> Scores:
    """The cosine of what stands around the quotation and the sentences that hold the words `first`; zeros where nothing stands around it."""
    if not len(part.around):
        return np.zeros(len(first), np.float32)
    near: Scores = (ground.sentence_vectors @ part.around)[ground.sentence_of[first]]
    return near


def trust(likeness: Any) -> Any:
    """How far quote marks are to be believed at a cosine (one, or an array of them), 0..1."""
    return 1 / (1 + np.exp((TRUSTED - likeness) / SOFTNESS))


def marks(ground: Ground, first: Offsets, last: Offsets, length: int) -> Scores:
    """What quote marks in the source say about word ranges as places of a part of `length` code points, whatever they mean."""
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
    found += (WHOLE_REGION + WHOLE_REGION_SHORT / max(length, 6)) * is_region(ground, first, last)
    return found


def is_region(ground: Ground, first: Offsets, last: Offsets) -> NDArray[np.bool_]:
    """Whether each word range is all that a pair of quote marks encloses."""
    regions = np.array([start * len(ground) + end for start, end in ground.regions], np.intp)
    return np.isin(first * len(ground) + last, regions)
