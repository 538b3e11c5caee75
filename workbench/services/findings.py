"""What the checks of a project find in its units, kept until the unit, the project's profile or a dismissal changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench import checks
from workbench.checks import CheckContext
from workbench.checks.across import ACROSS, AcrossCheck, run_across
from workbench.model import Event, Finding, Severity, Unit, WiderDismissal
from workbench.review.dismissals import IdentifiedFinding, identified
from workbench.review.state import UnitState
from workbench.services.dismissals import also_dismissed
from workbench.services.profiles import SETTING
from workbench.services.project_checks import ProjectChecks
from workbench.services.units import Documents, elided_arabic, unit_of
from workbench.store import Store


def checked_anew(before: UnitState, now: UnitState) -> bool:
    """Whether something that is checked has changed: a verdict, a comment or the confirmation of a place changes no text."""
    return any(getattr(before, name) != getattr(now, name) for name in ("rendering", "place", "corrected_source", "quotation"))


class Findings:
    """The findings of one project. Not for several threads at once: the desk guards it."""

    def __init__(self, store: Store, project_id: str) -> None:
        self._store = store
        self._project_id = project_id
        self._profile: str | None = None
        self._checks: ProjectChecks | None = None
        self._own: dict[str, tuple[int, tuple[Finding, ...]]] = {}
        self._across: dict[str, tuple[Finding, ...]] = {}
        self.severities: Mapping[str, Severity] = {}
        """How bad this project takes each check's findings to be."""

    def refresh(self, settings: Mapping[str, str], events: Iterable[Event] = ()) -> bool:
        """Take up the profile and the dismissals beyond units where they changed; whether what is shown of every unit may have."""
        profile = settings.get(SETTING, "")
        if self._checks is not None and profile == self._profile and not any(isinstance(event, WiderDismissal) for event in events):
            return False
        if profile != self._profile:
            self._own.clear()
            self._across.clear()
        self._profile = profile
        self._checks = ProjectChecks.of(self._store, self._project_id)
        self.severities = self._checks.severities
        return True

    @property
    def _project(self) -> ProjectChecks:
        if self._checks is None:
            self.refresh(self._store.project(self._project_id).settings)
        assert self._checks is not None
        return self._checks

    def known(self, state: UnitState) -> bool:
        """Whether the unit was checked as it stands."""
        return self._own.get(state.key, (None,))[0] == state.sequence

    def carry(self, state: UnitState) -> None:
        """What was found holds for the unit as it stands now: nothing that is checked has changed."""
        if state.key in self._own:
            self._own[state.key] = (state.sequence, self._own[state.key][1])

    def of(self, state: UnitState, documents: Documents) -> tuple[IdentifiedFinding, ...]:
        """What is found in a unit and, as far as it has been looked for, across the units of its article; dismissed ones marked."""
        unit = unit_of(state, documents)
        if not self.known(state):
            self._own[state.key] = (state.sequence, tuple(self._found(state, unit, documents)))
        found = (*self._own[state.key][1], *self._across.get(state.key, ()))
        return also_dismissed(identified(found, unit, state.dismissals), self._project.decisions)

    def in_text(self, state: UnitState, unit: Unit, documents: Documents) -> tuple[IdentifiedFinding, ...]:
        """What is found in a rendering that is only being typed."""
        found = self._found(state, unit, documents)
        return also_dismissed(identified(found, unit, state.dismissals), self._project.decisions)

    def _found(self, state: UnitState, unit: Unit, documents: Documents) -> list[Finding]:
        profile = self._project.profile
        return checks.run(unit, profile.context(elided=elided_arabic(state, documents)), profile.rows(checks.CHECKS))

    def company(self, states: Sequence[UnitState], documents: Documents) -> "Company":
        """Units to be held against each other, as they are now."""
        profile = self._project.profile
        return Company(tuple(unit_of(state, documents) for state in states), profile.context(), profile.across(ACROSS))

    def keep_across(self, company: "Company", found: Mapping[str, tuple[Finding, ...]]) -> list[str]:
        """Take up what was found across units; keys of those of which something else is said now than before."""
        now = {unit.key: found.get(unit.key, ()) for unit in company.units}
        changed = [key for key, findings in now.items() if findings != self._across.get(key, ())]
        self._across.update(now)
        return changed


@dataclass(frozen=True, slots=True)
class Company:
    """Units that are held against each other, and by what."""

    units: tuple[Unit, ...]
    context: CheckContext
    checks: tuple[AcrossCheck, ...]

    def look(self) -> dict[str, tuple[Finding, ...]]:
        """What is found, by unit. It may take a second for some hundred units, and needs nothing of the desk."""
        found: dict[str, list[Finding]] = {}
        for located in run_across(self.units, self.context, self.checks):
            found.setdefault(located.unit_key, []).append(located.finding)
        return {key: tuple(findings) for key, findings in found.items()}
