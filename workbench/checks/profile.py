"""Which checks a project runs, how bad it takes their findings, and what it knows beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workbench.checks.across import AcrossCheck
from workbench.checks.check import Check, CheckContext
from workbench.checks.house import NO_SHEET, HouseSheet
from workbench.model import Severity
from workbench.ports import SpanEncoder


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A project's settings of checks; empty it changes nothing.

    `off` are ids of checks that do not run, `severities` what others than the rows' own are taken for.
    """

    off: frozenset[str] = frozenset()
    severities: tuple[tuple[str, Severity], ...] = ()
    accepted_names: frozenset[str] = frozenset()
    accepted_words: frozenset[str] = frozenset()
    house: HouseSheet = field(default=NO_SHEET)

    def rows(self, checks: Sequence[Check]) -> tuple[Check, ...]:
        """The rows that run, with the project's severities.

        >>> from workbench.checks import CHECKS
        >>> profile = Profile(off=frozenset({"number"}), severities=(("date", Severity.INFO),))
        >>> [(row.id, row.severity.value) for row in profile.rows(CHECKS) if row.id in {"number", "date"}]
        [('date', 'info')]
        """
        chosen = dict(self.severities)
        return tuple(replace(row, severity=chosen[row.id]) if row.id in chosen else row for row in checks if row.id not in self.off)

    def across(self, checks: Sequence[AcrossCheck]) -> tuple[AcrossCheck, ...]:
        """The same for checks across units."""
        chosen = dict(self.severities)
        return tuple(replace(row, severity=chosen[row.id]) if row.id in chosen else row for row in checks if row.id not in self.off)

    def context(self, *, elided: tuple[str, ...] = (), encoder: SpanEncoder | None = None) -> CheckContext:
        """What the checks are told beside the unit."""
        return CheckContext(elided=elided, accepted_names=self.accepted_names, accepted_words=self.accepted_words, house=self.house, encoder=encoder)


NO_PROFILE = Profile()
