"""What the page tells the bitext component, and what comes back.

**To the component** (`data`, JSON):

    id            names the two documents; another one begins anew
    reviewer      under whose name unsaved beads are kept in the browser
    sequence      of the entry in the log that `beads` are
    source, target  {"title", "language", "segments": [text, …]} | null once the component has them
    beads         [[[source segment, …], [target segment, …], score, confirmed?], …] | null when the component has them
    moved         [[[source segment, …], [target segment, …]], …]: blocks that translate each other out of order | null with `beads`
    doubtful      the score below which a bead is doubtful
    answer        {"request", "status": "stored" | "conflict" | "refused" | "failed", "message", "sequence"} | null

**Back**, as trigger `edit`: {"request": a unique name, "based_on": a sequence, "beads": as above}; the same one may come twice and is stored
once. As trigger `ask`: {"what": "again" | "units" | "reload", "n"}.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Self

from workbench.errors import BadInput

WHERE = "the bitext page"


@dataclass(frozen=True, slots=True)
class Edit:
    """Beads that a person put right, as segment numbers."""

    request: str
    based_on: int
    beads: tuple[tuple[tuple[int, ...], tuple[int, ...], float, bool], ...]

    @classmethod
    def parse(cls, value: Any) -> Self:
        """The edit a browser sent; BadInput when it is none.

        >>> Edit.parse({"request": "a1", "based_on": 7, "beads": [[[0], [0, 1], 0.5, True]]})
        Edit(request='a1', based_on=7, beads=(((0,), (0, 1), 0.5, True),))
        """
        try:
            beads = tuple(
                (_numbers(source), _numbers(target), float(score), confirmed is True) for source, target, score, confirmed in value["beads"]
            )
            request, based_on = value["request"], value["based_on"]
            if not isinstance(value, Mapping) or not isinstance(request, str) or not request or int(based_on) != based_on:
                raise TypeError(value)
        except (KeyError, TypeError, ValueError) as error:
            raise BadInput("the message is not well formed", where=WHERE, remedy="reload the page") from error
        return cls(request, int(based_on), beads)

    def covers(self, sources: int, targets: int) -> bool:
        """Whether every segment of both sides is there once, in order."""
        source = list(chain.from_iterable(bead[0] for bead in self.beads))
        target = list(chain.from_iterable(bead[1] for bead in self.beads))
        whole = source == list(range(sources)) and target == list(range(targets))
        return whole and all(bead[0] or bead[1] for bead in self.beads)


def _numbers(values: Any) -> tuple[int, ...]:
    numbers = tuple(int(value) for value in values)
    if any(isinstance(value, bool) or number != value or number < 0 for number, value in zip(numbers, values, strict=True)):
        raise ValueError(values)
    return numbers
