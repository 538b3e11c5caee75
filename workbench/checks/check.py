"""What a check is: a function, and a row that gives it a name, a title and a severity."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbench.checks.house import NO_SHEET, HouseSheet
from workbench.model import Finding, Severity, Unit
from workbench.ports import SpanEncoder


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What a check may know besides the unit and what stands around it (`Unit.context`).

    `elided` is the Arabic between the pieces of the source, in order: what an ellipsis in the rendering left out, where the link shows it.
    `accepted_words` are words the dictionary lacks and the project knows; `house` is its sheet of names, terms, style and patterns.
    `encoder` lets checks compare meanings; without one they go by what can be counted.
    `accepted_names` are Latin spellings the project has accepted although no letters of the Arabic match them (Orontes, Aleppo).
    """

    elided: tuple[str, ...] = ()
    accepted_names: frozenset[str] = frozenset()
    accepted_words: frozenset[str] = frozenset()
    house: HouseSheet = NO_SHEET
    encoder: SpanEncoder | None = None


NOTHING_KNOWN = CheckContext()

CheckFunction = Callable[[Unit, CheckContext], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A row of CHECKS. `title` is what a translator reads over a list of findings."""

    id: str
    title: str
    find: CheckFunction
    severity: Severity
