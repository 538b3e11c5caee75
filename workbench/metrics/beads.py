"""How well two texts were aligned: strict and lax F1 over beads, as is usual for the task.

Strict: a bead counts when the gold has exactly it. Lax: when it shares a segment pair with a gold bead on both sides. Beads with an empty side
are left out of both counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import Bead

Sides = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class BeadScore:
    """Hits and sizes; scores of documents add up."""

    strict: int = 0
    lax_found: int = 0
    lax_gold: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "BeadScore") -> "BeadScore":
        sums = (getattr(self, name) + getattr(other, name) for name in self.__slots__)
        return BeadScore(*sums)

    @property
    def strict_f1(self) -> float:
        """2 · hits / (found + gold), 0..1; 1 where neither has a bead."""
        return 2 * self.strict / (self.found + self.gold) if self.found + self.gold else 1.0

    @property
    def lax_f1(self) -> float:
        """The harmonic mean of lax precision and lax recall, 0..1."""
        precision = self.lax_found / self.found if self.found else 1.0
        recall = self.lax_gold / self.gold if self.gold else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(gold: Sequence[Bead], found: Sequence[Bead]) -> BeadScore:
    """Compare the beads of one document with its gold.

    >>> wanted = [Bead((0,), (0, 1)), Bead((1,), (2,))]
    >>> result = score(wanted, [Bead((0,), (0,)), Bead((), (1,)), Bead((1,), (2,))])
    >>> result.strict_f1, result.lax_f1
    (0.5, 1.0)
    """
    wanted, given = _full(gold), _full(found)
    exact = set(wanted)
    return BeadScore(sum(bead in exact for bead in given), _lax(given, wanted), _lax(wanted, given), len(given), len(wanted))


def _full(beads: Sequence[Bead]) -> list[Sides]:
    return [(bead.source, bead.target) for bead in beads if bead.source and bead.target]


def _lax(beads: Sequence[Sides], others: Sequence[Sides]) -> int:
    pairs = {(left, right) for source, target in others for left in source for right in target}
    return sum(any((left, right) in pairs for left in source for right in target) for source, target in beads)
