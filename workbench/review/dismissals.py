"""A finding dismissed stays dismissed while what it speaks of is there, wherever in the text that has moved to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.model import Dismissal, Finding, Unit


@dataclass(frozen=True, slots=True)
class IdentifiedFinding:
    """A finding with a name that survives edits elsewhere, and whether a reviewer dismissed it."""

    id: str
    finding: Finding
    dismissed: bool


OF_THE_WHOLE = frozenset({"length"})
"""Ids of checks that speak of the whole rendering, whatever words they point at as the reason: dismissing one holds while the rendering reads so."""


def identified(findings: Sequence[Finding], unit: Unit, dismissals: Iterable[Dismissal]) -> tuple[IdentifiedFinding, ...]:
    """The findings, named by their check and the words they point at."""
    gone = {(dismissal.check_id, dismissal.finding) for dismissal in dismissals}
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        words = _words(finding, unit)
        seen[f"{finding.check_id}|{words}"] += 1
        name = f"{words}|{seen[f'{finding.check_id}|{words}']}"
        named.append(IdentifiedFinding(f"{finding.check_id}|{name}", finding, (finding.check_id, name) in gone))
    return tuple(named)


def _words(finding: Finding, unit: Unit) -> str:
    if finding.check_id in OF_THE_WHOLE:
        return f"|{unit.target}"
    source = finding.source_span.of(unit.source) if finding.source_span else ""
    target = finding.target_span.of(unit.target) if finding.target_span else ""
    return f"{source}|{target}"
