"""Which part of one text the other does not hold, by the encoder: the stretch whose leaving out makes the two most alike."""

import math
import re
from dataclasses import dataclass

import numpy as np

from workbench.model import Span
from workbench.ports import SpanEncoder

_WORD = re.compile(r"\S+")
_CUTS = 12
"""A text is cut into so many pieces at most; stretches begin and end there."""

_SHORTEST = 2  # words
_LONGEST = 0.7  # of the words: beyond it, what remains is no text to compare

# Logistic over the length (logarithm of the ratio, its typical value taken off, alone and times the root of the words) and the likeness gained by the
# best stretch (times the root of the words). Fitted on the tuning half of NTREX: 559 right pairs, 393 of them with a clause deleted.
_OFF, _OFF_ROOT, _GAIN_ROOT, _BIAS = -2.8, -0.68, 9.0, -3.8


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The stretch that seems to have no counterpart, and how likely that is as a logit: 0 is even odds where half the pairs lack a clause."""

    span: Span
    logit: float


def uncovered(text: str, other: str, encoder: SpanEncoder, *, off: float) -> Uncovered | None:
    """What of `text` the `other`, which is shorter than usual by `off` (a negative logarithm), leaves out; None for a text of a word or two.

    Costs two encodings and at most 45 mixtures of vectors.
    """
    places = [match.span() for match in _WORD.finditer(text)]
    count = len(places)
    step = max(1, math.ceil(count / _CUTS))
    cuts = [*range(0, count, step), count]
    windows = [(first, last) for at, first in enumerate(cuts) for last in cuts[at + 1 :] if _SHORTEST <= last - first <= _LONGEST * count]
    if not windows:
        return None
    whole = [Span(places[0][0], places[-1][1])]
    rests = [_rest(places, first, last) for first, last in windows]
    likeness = encoder.read(text, whole).vectors([whole, *rests]) @ encoder.encode([other])[0]
    best = int(np.argmax(likeness[1:]))
    gain, root = max(0.0, float(likeness[best + 1] - likeness[0])), math.sqrt(count)
    first, last = windows[best]
    return Uncovered(Span(places[first][0], places[last - 1][1]), _OFF * off + _OFF_ROOT * off * root + _GAIN_ROOT * gain * root + _BIAS)


def _rest(places: list[tuple[int, int]], first: int, last: int) -> list[Span]:
    """The text without the words first..last-1."""
    before = [Span(places[0][0], places[first - 1][1])] if first else []
    return before + ([Span(places[last][0], places[-1][1])] if last < len(places) else [])
