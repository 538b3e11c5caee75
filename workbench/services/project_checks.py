"""The checks of one project as its profile has them: what the review desk, an import or a report asks for the findings of a unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from workbench import checks
from workbench.checks.across import ACROSS, Located, run_across
from workbench.checks.profile import Profile
from workbench.model import Severity, Unit
from workbench.ports import SpanEncoder
from workbench.review.dismissals import IdentifiedFinding, identified
from workbench.review.state import UnitState
from workbench.services.dismissals import Widely, also_dismissed, standing, widely
from workbench.services.profiles import profile_of
from workbench.services.units import Documents, elided_arabic, unit_of
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class ProjectChecks:
    """A profile and the dismissals beyond single units as they were when this was made; made anew when either changes.

    With an encoder meanings are compared, at about 13 ms for a unit of unusual length.
    """

    profile: Profile
    decisions: Widely
    encoder: SpanEncoder | None = None

    @classmethod
    def of(cls, store: Store, project_id: str, *, encoder: SpanEncoder | None = None) -> Self:
        """Those of a project, read now."""
        return cls(profile_of(store, project_id), widely(standing(store, project_id)), encoder)

    def findings(self, state: UnitState, unit: Unit, documents: Documents) -> tuple[IdentifiedFinding, ...]:
        """What the project's checks find in a unit, dismissed ones marked."""
        context = self.profile.context(elided=elided_arabic(state, documents), encoder=self.encoder)
        found = checks.run(unit, context, self.profile.rows(checks.CHECKS))
        return also_dismissed(identified(found, unit, state.dismissals), self.decisions)

    def across(self, states: Mapping[str, UnitState], documents: Documents) -> list[Located]:
        """What the checks across units find in all of them."""
        units = [unit_of(state, documents) for state in states.values()]
        return run_across(units, self.profile.context(), self.profile.across(ACROSS))

    @property
    def severities(self) -> Mapping[str, Severity]:
        """How bad each check's findings are taken to be, those across units among them."""
        of_units = {row.id: row.severity for row in self.profile.rows(checks.CHECKS)}
        return of_units | {row.id: row.severity for row in self.profile.across(ACROSS)}
