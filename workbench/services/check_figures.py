"""How often each check was right in a project."""

from collections import Counter
from dataclasses import dataclass

from workbench.services.project_checks import ProjectChecks
from workbench.services.projects import documents_of, states_of
from workbench.services.units import unit_of
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class CheckFigure:
    """What became of a check's findings on the published renderings.

    Accepted means that the words were changed so that the check says it no more; open ones are neither accepted nor dismissed.
    """

    check_id: str
    accepted: int
    dismissed: int
    open: int

    @property
    def right(self) -> float | None:
        """The share accepted of those decided on, 0..1; None while none is."""
        decided = self.accepted + self.dismissed
        return self.accepted / decided if decided else None


def check_figures(store: Store, project_id: str) -> tuple[CheckFigure, ...]:
    """How often each check was right in a project, the checks with most findings first."""
    project, documents = ProjectChecks.of(store, project_id), documents_of(store, project_id)
    counts: Counter[tuple[str, str]] = Counter()
    for state in states_of(store, project_id).values():
        before = project.findings(state, unit_of(state, documents, rendering=state.published), documents)
        still = {one.id for one in project.findings(state, unit_of(state, documents), documents)}
        for one in before:
            outcome = "dismissed" if one.dismissed else "open" if one.id in still else "accepted"
            counts[one.finding.check_id, outcome] += 1
    ids = {check_id for check_id, _ in counts}
    figures = [CheckFigure(check_id, *(counts[check_id, outcome] for outcome in ("accepted", "dismissed", "open"))) for check_id in ids]
    return tuple(sorted(figures, key=lambda figure: (-(figure.accepted + figure.dismissed + figure.open), figure.check_id)))
