"""How well a place in a source was found: token F1 of spans, and how well confidence tells right from wrong."""

import random
import re
from collections.abc import Sequence
from typing import Final

from workbench.model import Span

TOKEN = re.compile(r"\w+")
RIGHT: Final = 0.8
"""The token F1 from which a place counts as right."""


def tokens(text: str, spans: Sequence[Span]) -> set[int]:
    """Where the words begin that lie wholly inside one of the spans."""
    return {match.start() for match in TOKEN.finditer(text) if any(span.start <= match.start() and match.end() <= span.end for span in spans)}


def token_f1(text: str, gold: Sequence[Span], found: Sequence[Span]) -> float:
    """The harmonic mean of precision and recall over words, 0..1.

    >>> round(token_f1("one two three four", [Span(0, 7)], [Span(0, 13)]), 2)
    0.8
    """
    wanted, given = tokens(text, gold), tokens(text, found)
    hits = len(wanted & given)
    return 2 * hits / (len(wanted) + len(given)) if hits else 0.0


def mean(values: Sequence[float]) -> float | None:
    """The mean, None of nothing."""
    return sum(values) / len(values) if values else None


def bootstrap(values: Sequence[float], *, rounds: int = 1000, seed: int = 0) -> tuple[float, float] | None:
    """The 95 % percentile interval of the mean, by drawing with replacement; None of nothing."""
    if not values:
        return None
    draw = random.Random(seed)  # noqa: S311 (nobody's secret: the same figures every time)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(rounds))
    return means[round(0.025 * rounds)], means[round(0.975 * rounds) - 1]


def area_under_curve(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """The probability that a positive scores above a negative, ties half (Mann–Whitney); None where one side is empty.

    >>> area_under_curve([0.9, 0.8], [0.1, 0.8])
    0.875
    """
    if not positives or not negatives:
        return None
    wins = sum((one > other) + 0.5 * (one == other) for one in positives for other in negatives)
    return wins / (len(positives) * len(negatives))


def precision_at(confident: Sequence[tuple[float, bool]], coverage: float) -> float | None:
    """How many of the most confident `coverage` (0..1) of the answers are right; None of nothing."""
    ranked = sorted(confident, key=lambda answer: -answer[0])[: round(coverage * len(confident))]
    return mean([float(right) for _, right in ranked])
