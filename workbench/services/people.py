"""The people and outlets a project's quotations name: under which spellings, how often; and making one name of several."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from workbench.errors import BadInput
from workbench.model import AttributionRole, Quotation, QuotationCorrected
from workbench.review.state import UnitState
from workbench.services.corrections import By
from workbench.services.exporting import PROTECTED_SPEAKERS
from workbench.services.projects import states_of
from workbench.services.quotations import name_of, renamed
from workbench.services.stamps import stamp
from workbench.store import Store

LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name, the words the articles use for it with how often each, most frequent first, and in how many quotations it is."""

    name: str
    spellings: tuple[tuple[str, int], ...]
    quotations: int


def names(states: Iterable[UnitState], role: AttributionRole) -> tuple[NameUse, ...]:
    """Everybody in this role, the most quoted first."""
    spellings: dict[str, Counter[str]] = {}
    for state in states:
        party = state.quotation.attribution.party(role) if state.quotation and state.quotation.attribution else None
        if party:
            spellings.setdefault(name_of(party), Counter())[party.who] += 1
    uses = (NameUse(name, tuple(counted.most_common()), counted.total()) for name, counted in spellings.items())
    return tuple(sorted(uses, key=lambda use: (-use.quotations, use.name)))


def merge(store: Store, project_id: str, role: AttributionRole, merged: Collection[str], into: str, by: By) -> int:
    """Let every quotation that names one of `merged` in this role stand for `into`; gives how many were changed.

    Each quotation gets a correction of its own in the log, so that its history says so and everything that reads it has the one name.
    A name that clients must not see stays hidden under the new one. Raises Conflict where somebody changed one of them meanwhile.
    """
    into = " ".join(into.split())
    if not into or len(into) > LONGEST_NAME:
        raise BadInput(f"the name to use has {len(into)} characters", remedy=f"give it 1 to {LONGEST_NAME}")
    texts = {document.id: document.text for document in store.documents(project_id)}
    made = stamp(by.reviewer, by.operation)
    events = []
    for state in states_of(store, project_id).values():
        quotation = _renamed(state, role, merged, into)
        if quotation is not None and state.quotation is not None:
            published = quotation.text(texts[state.quotation.document_id])
            events.append(QuotationCorrected(**made, unit_key=state.key, quotation=quotation, published=published))
    if role is AttributionRole.SPEAKER:
        _keep_protected(store, project_id, merged, into)
    store.append(project_id, events, expected_sequence=by.seen)
    return len(events)


def _renamed(state: UnitState, role: AttributionRole, merged: Collection[str], into: str) -> Quotation | None:
    return renamed(state.quotation, role, merged, into) if state.quotation else None


def _keep_protected(store: Store, project_id: str, merged: Collection[str], into: str) -> None:
    """Before the names change, so that there is no moment in which an export shows the new one."""
    settings = store.project(project_id).settings
    hidden = settings.get(PROTECTED_SPEAKERS, "").splitlines()
    if into not in hidden and any(name in hidden for name in merged):
        store.set_settings(project_id, settings | {PROTECTED_SPEAKERS: "\n".join([*hidden, into])})
