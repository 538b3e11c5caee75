"""What the checks of a project find in its units, kept until the unit, the project's profile or a dismissal changes."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench import checks
from workbench.checks import Check, CheckContext
from workbench.checks.across import ACROSS, AcrossCheck, run_across
from workbench.errors import WorkbenchError
from workbench.model import Event, Finding, Severity, Unit, WiderDismissal
from workbench.ports import SpanEncoder
from workbench.review.dismissals import IdentifiedFinding, identified
from workbench.review.state import UnitState
from workbench.services.dismissals import also_dismissed
from workbench.services.profiles import SETTING
from workbench.services.project_checks import ProjectChecks
from workbench.services.units import Documents, elided_arabic, unit_of
from workbench.store import Store

BY_MEANING = frozenset({"length"})
"""Ids of the checks that say more, and of fewer units, where an encoder compares meanings: about 13 ms for a unit of unusual length."""

GIVES_WAY = 0.002
"""Seconds between two units that are compared by meaning, so that who saves or reads meanwhile is not kept waiting."""

_ONE_AT_A_TIME = threading.Lock()
"""The encoder is one for the whole process and remembers what it has read; projects take turns."""

LoadEncoder = Callable[[], SpanEncoder]
Found = tuple[Finding, ...]


def checked_anew(before: UnitState, now: UnitState) -> bool:
    """Whether something that is checked has changed: a verdict, a comment or the confirmation of a place changes no text."""
    return any(getattr(before, name) != getattr(now, name) for name in ("rendering", "place", "corrected_source", "quotation"))


class Findings:
    """The findings of one project. Not for several threads at once: the desk guards it."""

    def __init__(self, store: Store, project_id: str, load_encoder: LoadEncoder | None = None) -> None:
        self._store = store
        self._project_id = project_id
        self._load_encoder = load_encoder
        self._profile: str | None = None
        self._checks: ProjectChecks | None = None
        self._own: dict[str, tuple[int, Found]] = {}
        self._across: dict[str, Found] = {}
        self._meaning: dict[str, tuple[tuple[str, str], Found]] = {}  # by unit: the texts that were compared, what was found
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
            self._meaning.clear()
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
        """What is found in a unit and, as far as it has been looked for, by meaning and across the units of its article; dismissed ones marked."""
        unit = unit_of(state, documents)
        if not self.known(state):
            self._own[state.key] = (state.sequence, tuple(self._found(state, unit, documents)))
        found = (*self._with_meaning(unit, self._own[state.key][1]), *self._across.get(state.key, ()))
        return also_dismissed(identified(found, unit, state.dismissals), self._project.decisions)

    def in_text(self, state: UnitState, unit: Unit, documents: Documents) -> tuple[IdentifiedFinding, ...]:
        """What is found in a rendering that is only being typed."""
        found = self._found(state, unit, documents)
        return also_dismissed(identified(found, unit, state.dismissals), self._project.decisions)

    def _found(self, state: UnitState, unit: Unit, documents: Documents) -> list[Finding]:
        profile = self._project.profile
        return checks.run(unit, profile.context(elided=elided_arabic(state, documents)), profile.rows(checks.CHECKS))

    def _with_meaning(self, unit: Unit, own: Found) -> Found:
        texts, found = self._meaning.get(unit.key, (None, ()))
        if texts != _texts(unit):
            return own
        return (*(finding for finding in own if finding.check_id not in BY_MEANING), *found)

    def company(self, states: Sequence[UnitState], documents: Documents) -> "Company":
        """Units to be held against each other, and each by its meaning where that has not been done, as they are now."""
        profile = self._project.profile
        units = tuple(unit_of(state, documents) for state in states)
        by_meaning = tuple(row for row in profile.rows(checks.CHECKS) if row.id in BY_MEANING)
        unread = tuple(unit for unit in units if self._meaning.get(unit.key, (None,))[0] != _texts(unit)) if self._load_encoder else ()
        return Company(self._profile, units, profile.context(), profile.across(ACROSS), unread, by_meaning, self._load_encoder)

    def keep_across(self, company: "Company", found: Mapping[str, Found]) -> list[str]:
        """Take up what was found across units; keys of those of which something else is said now than before."""
        if company.profile != self._profile:  # it has changed meanwhile, and all is looked at again
            return []
        now = {unit.key: found.get(unit.key, ()) for unit in company.units}
        changed = [key for key, findings in now.items() if findings != self._across.get(key, ())]
        self._across.update(now)
        return changed

    def keep_meanings(self, company: "Company", found: Mapping[str, Found]) -> list[str]:
        """The same for what was found by meaning."""
        if company.profile != self._profile:
            return []
        changed = []
        for unit in company.unread:
            if unit.key not in found:
                continue
            counted = tuple(finding for finding in self._own.get(unit.key, (0, ()))[1] if finding.check_id in BY_MEANING)
            if counted != found[unit.key]:
                changed.append(unit.key)
            self._meaning[unit.key] = (_texts(unit), found[unit.key])
        return changed


def _texts(unit: Unit) -> tuple[str, str]:
    return unit.source, unit.target


@dataclass(frozen=True, slots=True)
class Company:
    """Units that are held against each other, and by what; `profile` is the project's as it was then."""

    profile: str | None
    units: tuple[Unit, ...]
    context: CheckContext
    checks: tuple[AcrossCheck, ...]
    unread: tuple[Unit, ...] = ()
    by_meaning: tuple[Check, ...] = ()
    load_encoder: LoadEncoder | None = None

    def meanings(self) -> dict[str, Found]:
        """What the checks that compare meanings find in the units that are still to be read so; nothing where the encoder cannot be loaded."""
        if not self.unread or not self.by_meaning or self.load_encoder is None:
            return {}
        try:
            with _ONE_AT_A_TIME:
                context = replace(self.context, encoder=self.load_encoder())
        except WorkbenchError:  # who looks for places is told why; lengths are compared without it
            return {}
        found = {}
        for unit in self.unread:
            with _ONE_AT_A_TIME:
                found[unit.key] = tuple(checks.run(unit, context, self.by_meaning))
            time.sleep(GIVES_WAY)
        return found

    def look(self) -> dict[str, Found]:
        """What is found across the units, by unit. It may take a second for some hundred units, and needs nothing of the desk."""
        found: dict[str, list[Finding]] = {}
        for located in run_across(self.units, self.context, self.checks):
            found.setdefault(located.unit_key, []).append(located.finding)
        return {key: tuple(findings) for key, findings in found.items()}
