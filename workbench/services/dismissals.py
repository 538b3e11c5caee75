"""Findings dismissed beyond their unit, in this project or always: what stands, and taking it back.

Every decision is an entry of a project's log, made in the pane (`operations`). One that holds always is looked for in the logs of all projects.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.model import DismissalScope, WiderDismissal
from workbench.review.dismissals import IdentifiedFinding
from workbench.services.stamps import stamp
from workbench.store import Store

LONGEST_REASON = 2_000
"""Code points of a reason that are kept."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision beyond one unit that stands: what, why, by whom, and in which project it was made."""

    project_id: str
    event: WiderDismissal


Widely = frozenset[tuple[str, str]]
"""Pairs of a check's id and the words it points at."""


def withdraw(store: Store, standing: Standing, *, by: str) -> int:
    """Take back a decision beyond one unit, where it was made."""
    event = replace(standing.event, **stamp(by), withdrawn=True, sequence=0)
    return store.append(standing.project_id, [event]).sequences[-1]


def words_of(finding_id: str) -> str:
    """The words a finding points at, without its check and number.

    >>> words_of("name|خلف|Halaf|1")
    'خلف|Halaf'
    """
    return finding_id.partition("|")[2].rpartition("|")[0]


def standing(store: Store, project_id: str) -> list[Standing]:
    """What holds in this project beyond single units, newest first: its own decisions, and those of any project that hold always."""
    found: dict[tuple[str, str, DismissalScope], Standing] = {}
    for project in store.projects():
        for event in store.events(project.id, kind=WiderDismissal.kind):
            if isinstance(event, WiderDismissal) and (project.id == project_id or event.scope is DismissalScope.ALWAYS):
                key = (event.check_id, event.words, event.scope)
                if event.withdrawn:
                    found.pop(key, None)
                else:
                    found[key] = Standing(project.id, event)
    return sorted(found.values(), key=lambda one: one.event.at, reverse=True)


def widely(decisions: Iterable[Standing]) -> Widely:
    """The same as what findings are held against."""
    return frozenset((one.event.check_id, one.event.words) for one in decisions)


def also_dismissed(named: Sequence[IdentifiedFinding], decisions: Widely) -> tuple[IdentifiedFinding, ...]:
    """The findings, those dismissed beyond their unit marked as such."""
    return tuple(replace(one, dismissed=one.dismissed or (one.finding.check_id, words_of(one.id)) in decisions) for one in named)
