"""What comes back from outside: a file with our keys becomes revisions under the outside reviser's name; other units are taken in as new.

Nothing is overwritten: a unit that was changed here after the file was written is named as a conflict, and stays as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from workbench.errors import BadInput
from workbench.formats import by_id, by_path
from workbench.formats.record import Record
from workbench.formats.report import Report
from workbench.model import Comment, Event, Revision, Side, UnitAdded
from workbench.review.state import UnitState
from workbench.services.projects import create_project, states_of
from workbench.services.stamps import Stamp, stamp
from workbench.store import Store


@dataclass(slots=True)
class ImportSummary:
    """What the file did to the project, every unit counted once."""

    report: Report
    added: list[str] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    unchanged: int = 0
    conflicts: list[str] = field(default_factory=list)


def import_file(store: Store, project_id: str, path: Path, *, author: str, format_id: str | None = None) -> ImportSummary:
    """Take a file's units into a project, which is made when it is not there."""
    row = by_id(format_id) if format_id else by_path(path)
    if not path.is_file():
        raise BadInput("no such file", where=str(path))
    if project_id not in {project.id for project in store.projects()}:
        create_project(store, project_id, project_id=project_id)
    summary = ImportSummary(Report(path.name))
    with path.open("rb") as stream:
        found = list(row.read(stream, summary.report))
    events = _events(found, states_of(store, project_id, retired=True), summary, project_id, author)
    store.append(project_id, events)
    return summary


def _events(found: Iterable[Record], states: dict[str, UnitState], summary: ImportSummary, project_id: str, author: str) -> list[Event]:
    made = stamp(author)
    events: list[Event] = []
    taken = set(states)
    for number, record in enumerate(found, start=1):
        key = record.key or _free_key(f"{project_id}/{number:04}", taken)
        state = states.get(key)
        if state is None and key in taken:
            summary.report.skip(key, record.where, "the file holds this key twice; the first one was taken")
            continue
        taken.add(key)
        if state and state.retired:
            summary.report.skip(key, record.where, "this unit was taken out of the project")
        elif state is None:
            events.append(_added(key, record, made, len(taken)))
            events.extend(Comment(**made, unit_key=key, text=note.text) for note in record.notes)
            summary.added.append(key)
        else:
            events.extend(_revisions(record, state, summary, made))
    return events


def _free_key(key: str, taken: set[str]) -> str:
    number = 1
    candidate = key
    while candidate in taken:
        number += 1
        candidate = f"{key}-{number}"
    return candidate


def _added(key: str, record: Record, made: Stamp, position: int) -> UnitAdded:
    kept = {"speaker": record.speaker, "outlet": record.outlet, "date": record.date, "source place": record.source_place}
    properties = [(name, value) for name, value in kept.items() if value]
    properties.extend((stored.name, stored.value) for stored in record.properties)
    return UnitAdded(**made, unit_key=key, position=position, source=record.source, target=record.target, properties=tuple(properties))


def _revisions(record: Record, state: UnitState, summary: ImportSummary, made: Stamp) -> list[Event]:
    """The text that came back, unless it is the one we have or ours is newer."""
    if record.target in {state.rendering, ""}:
        summary.unchanged += 1
        return []
    if record.changed_at is not None and state.changed and state.changed_at.replace(microsecond=0) > record.changed_at:
        summary.conflicts.append(state.key)
        return []
    summary.revised.append(state.key)
    return [Revision(**made, unit_key=state.key, text=record.target, side=Side.TARGET)]
