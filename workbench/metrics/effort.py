"""Post-edit effort of many renderings together (HTER), with an interval that says how far so few of them can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from workbench.metrics.scores import edit_counts, ter_signature

ENOUGH: Final = 10
"""Renderings below which no interval is given: resampling so few only shows that they are few."""
RESAMPLES: Final = 2000
SEED: Final = 12345


@dataclass(frozen=True, slots=True)
class Effort:
    """Edits for a hundred words of the reviewed texts (0..100 and more), over `renderings`, `changed` of them changed.

    `interval` holds 95 of 100 resamplings of the renderings, None where they are too few. `each` has the figure of every changed one.
    """

    value: float
    renderings: int
    changed: int
    words: int
    each: tuple[float, ...]
    interval: tuple[float, float] | None
    signature: str


def effort(pairs: Sequence[tuple[str, str]]) -> Effort | None:
    """The effort from published to reviewed renderings; None where there is none with words on both sides.

    >>> round(effort([("we had several talks", "we held several talks")]).value)
    25
    """
    counts = [edit_counts(published, reviewed) for published, reviewed in pairs if published.strip() and reviewed.strip()]
    if not counts:
        return None
    table = np.array(counts, dtype=float)
    changed = table[table[:, 0] > 0]
    return Effort(
        value=_rate(table),
        renderings=len(table),
        changed=len(changed),
        words=int(table[:, 1].sum()),
        each=tuple(float(100 * edits / words) for edits, words in changed),
        interval=_interval(table) if len(table) >= ENOUGH else None,
        signature=ter_signature(),
    )


def _rate(table: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> float:
    edits, words = table.sum(axis=0)
    return float(100 * edits / words)


def _interval(table: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> tuple[float, float]:
    chance = np.random.default_rng(SEED)
    drawn = chance.integers(0, len(table), size=(RESAMPLES, len(table)))
    sums = table[drawn].sum(axis=1)
    low, high = np.percentile(100 * sums[:, 0] / sums[:, 1], [2.5, 97.5])
    return float(low), float(high)
