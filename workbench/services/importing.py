"""What comes back from outside: a file with our keys becomes revisions under the outside reviser's name; other units are taken in as new.

Nothing is overwritten: a unit that was changed here after the file was written is named as a conflict, and stays as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from workbench.errors import BadInput, NotFound
from workbench.formats import by_id, by_path
from workbench.formats.record import Record, State
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.model import Comment, Document, ErrorSpan, Event, Revision, UnitAdded
from workbench.review.state import UnitState, fold
from workbench.services.foreign import kept
from workbench.services.marked import Texts
from workbench.services.marks_in import Bringing, marks_brought
from workbench.services.merging import Merged, Outcome, merge
from workbench.services.preferences import categories
from workbench.services.projects import create_project, documents_of
from workbench.services.spool import Seen, Spool
from workbench.services.stamps import Stamp, stamp
from workbench.services.units import arabic_of
from workbench.services.watching import Watch, watched
from workbench.store import Store

SHOWN = frozenset({Outcome.REVISED, Outcome.CONFLICT, Outcome.OLDER, Outcome.EMPTIED})
"""The outcomes a person may want to look at one by one; the others are counted."""


class Line(NamedTuple):
    """What became of a unit: its rendering here, the one in the file, and who changed it here where both sides did."""

    unit: str
    outcome: Outcome
    here: str
    file: str
    by: str = ""


@dataclass(slots=True)
class ImportSummary:
    """What the file does to the project, every unit counted once."""

    report: Report
    counts: Counter[Outcome] = field(default_factory=Counter)
    lines: list[Line] = field(default_factory=list)
    comments: int = 0
    marks: int = 0

    def of(self, outcome: Outcome) -> list[str]:
        """The keys of the units with an outcome that is shown one by one."""
        return [line.unit for line in self.lines if line.outcome is outcome]


class Duplicates(StrEnum):
    """What happens to a unit whose key the file has given already."""

    FIRST = "first"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A file that came from outside, whose work it is, and whether units that are not here are taken in.

    `columns` names headings of a table, `languages` what the file calls wrongly or not at all (source, target), `duplicates` what happens to a
    unit whose key the file has given already.
    """

    path: Path
    author: str
    format_id: str | None = None
    add_new: bool = True
    columns: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, str] | None = None
    duplicates: Duplicates = Duplicates.FIRST


def headings(path: Path, format_id: str | None = None) -> list[str]:
    """The first line of a table; nothing for a file of another sort, or one that cannot be read."""
    row = by_id(format_id) if format_id else by_path(path)
    if row.headings is None:
        return []
    with path.open("rb") as stream:
        return row.headings(stream, Report(path.name))


class _Scene:
    """The project as it stands while a file is held against it."""

    def __init__(self, store: Store, project_id: str) -> None:
        there = project_id in {project.id for project in store.projects()}
        self.project_id = project_id
        self.head = store.project(project_id).head if there else 0
        self.histories: defaultdict[str, list[Event]] = defaultdict(list)
        for event in store.events(project_id) if there else ():
            self.histories[event.unit_key].append(event)
        self.states = fold((event for history in self.histories.values() for event in history), retired=True)
        self.documents: dict[str, Document] = documents_of(store, project_id) if there else {}
        settings = store.project(project_id).settings if there else {}
        self.categories = frozenset(category.id for category in categories(settings))


def preview_file(store: Store, project_id: str, delivery: Delivery, watch: Watch | None = None) -> ImportSummary:
    """What importing the file would do; nothing is stored."""
    with Spool() as events:
        return _plan(_Scene(store, project_id), delivery, events, watch)


def import_file(store: Store, project_id: str, delivery: Delivery, watch: Watch | None = None) -> ImportSummary:
    """Take a file's units into a project, which is made when it is not there; `watch` is told how far it is, and stops it by raising.

    All or nothing: raises Conflict, and nothing is stored, where somebody saves while the file is read. Memory does not grow with the file.
    """
    scene = _Scene(store, project_id)
    with Spool() as events:
        summary = _plan(scene, delivery, events, watch)
        made = project_id not in {project.id for project in store.projects()}
        if made:
            create_project(store, project_id, project_id=project_id)
        try:
            store.append(project_id, watched(events, watch, "stored"), expected_sequence=scene.head)
        except BaseException:
            if made:
                store.delete_project(project_id)
            raise
    return summary


def _plan(scene: _Scene, delivery: Delivery, events: Spool, watch: Watch | None = None) -> ImportSummary:
    row = by_id(delivery.format_id) if delivery.format_id else by_path(delivery.path)
    if not delivery.path.is_file():
        raise NotFound(f"{delivery.path}: no such file")
    if not delivery.author.strip():
        raise BadInput("nobody is named whose work this is", where=str(delivery.path), remedy="name the reviser")
    summary = ImportSummary(Report(delivery.path.name, columns=delivery.columns))
    plan = _Plan(scene, delivery, summary, events)
    try:
        with delivery.path.open("rb") as stream:
            plan.take_all(watched(row.read(stream, summary.report), watch, "read"))
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(delivery.path), remedy="look at its name and rights") from error
    return summary


class _Plan:
    """The events a file amounts to, made record by record."""

    def __init__(self, scene: _Scene, delivery: Delivery, summary: ImportSummary, events: Spool) -> None:
        self.scene = scene
        self.delivery = delivery
        self.summary = summary
        self.report = summary.report
        self.made: Stamp = stamp(delivery.author.strip())
        self.events = events
        self.seen = Seen()

    def take_all(self, found: Iterable[Record]) -> None:
        """Every record of the file."""
        for number, given in enumerate(found, start=1):
            record = self.right_way_round(given)
            if record is None:
                continue
            key = record.key or self.free_key(f"{self.scene.project_id}/{number:04}")
            if key in self.seen and self.delivery.duplicates is Duplicates.NUMBERED:
                key = self.free_key(key)
            state = self.scene.states.get(key)
            if key in self.seen:
                self.report.skip(key, record.where, "the file holds this key twice; the first one was taken")
            elif state is not None and state.retired:
                self.report.skip(key, record.where, "it was taken out of the project")
            elif state is not None:
                self.known(record, state)
            elif self.delivery.add_new:
                self.new(key, record)
            else:
                self.report.skip(key, record.where, "the project has no such unit")
            self.seen.add(key)

    def right_way_round(self, record: Record) -> Record | None:
        """The record with the Arabic as its source; None, and named in the report, where it is not between Arabic and English."""
        if self.delivery.languages:
            source, target = (normal_tag(language) or language for language in self.delivery.languages)
            record = replace(record, source_language=source, target_language=target)
        sides = [language.partition("-")[0] for language in (record.source_language, record.target_language)]
        if sides == ["en", "ar"]:
            return replace(record, source=record.target, target=record.source, published=None)
        if sides[0] in ("ar", "und") and sides[1] in ("en", "und"):
            return record
        self.report.skip(
            record.label, record.where, f"it goes from {record.source_language} to {record.target_language}; a review is of Arabic in English"
        )
        return None

    def free_key(self, key: str) -> str:
        """The key, with a number where it is taken."""
        number, candidate = 1, key
        while candidate in self.seen or candidate in self.scene.states:
            number += 1
            candidate = f"{key}-{number}"
        return candidate

    def new(self, key: str, record: Record) -> None:
        """A unit that is not here; where the file tells the published rendering from the present one, so do we."""
        if not record.source.strip() and not record.target.strip():
            self.report.skip(key, record.where, "the file has no text of it, and the project has no such unit")
            return
        self.report.lose("units without a key (numbered)", record.key is None)
        first = record.published or record.target
        position = len(self.scene.states) + len(self.seen)
        self.events.append(UnitAdded(**self.made, unit_key=key, position=position, source=record.source, target=first, properties=kept(record)))
        if record.target != first:
            self.events.append(Revision(**self.made, unit_key=key, text=record.target))
        self.events.extend(Comment(**self.made, unit_key=key, text=note.text) for note in record.notes)
        self.marks(record, key, Texts(record.source, record.target), ())
        self.summary.counts[Outcome.ADDED] += 1
        self.report.lose("approvals given outside (a verdict is given in the review)", record.state is State.APPROVED)

    def known(self, record: Record, state: UnitState) -> None:
        """A unit that is here."""
        only_marks = bool(record.marks) and not record.source and not record.target
        merged = Merged(Outcome.UNCHANGED) if only_marks else merge(record, state, self.scene.histories[state.key])
        self.summary.counts[merged.outcome] += 1
        if merged.outcome in SHOWN:
            by = merged.theirs.author if merged.theirs else ""
            self.summary.lines.append(Line(state.key, merged.outcome, state.rendering, record.target, by))
        if merged.outcome is Outcome.REVISED:
            self.events.append(Revision(**self.made, unit_key=state.key, text=record.target))
        self.comments(record, state)
        now = Texts(arabic_of(state, self.scene.documents), record.target if merged.outcome is Outcome.REVISED else state.rendering)
        self.marks(record, state.key, now, state.marks)
        ours = arabic_of(state, self.scene.documents)
        self.report.lose("changes to the Arabic (it is changed in the review)", bool(record.source.split()) and record.source.split() != ours.split())
        newly = record.state is State.APPROVED and not (state.verdict and state.verdict.verdict.approves)
        self.report.lose("approvals given outside (a verdict is given in the review)", newly)

    def marks(self, record: Record, key: str, now: Texts, here: Sequence[ErrorSpan]) -> None:
        """The error spans that are not here yet, on the words as they stand."""
        events = marks_brought(record, key, now, here, Bringing(self.scene.categories, self.made, self.report))
        self.events.extend(events)
        self.summary.marks += len(events)

    def comments(self, record: Record, state: UnitState) -> None:
        """What is said in the file and was not said here before."""
        said = {comment.text.strip() for comment in state.comments} | {""}
        for note in record.notes:
            text = note.text if note.text.strip() in said or note.author else self.without_pieces(note.text, state)
            if text.strip() not in said:
                self.events.append(Comment(**self.made, unit_key=state.key, text=text))
                self.summary.comments += 1

    def without_pieces(self, text: str, state: UnitState) -> str:
        """A comment without the lines it begins with that are pieces of ours: some tools wrap the lines of our comments, and the rest looks new."""
        ours = " ".join(" ".join((state.published, state.rendering, *(comment.text for comment in state.comments))).split())
        lines = text.split("\n")
        while lines and " ".join(lines[0].split()) in ours:
            self.report.lose("lines of comments that are pieces of the unit's own text", bool(lines[0].strip()))
            del lines[0]
        return "\n".join(lines)


def outcome_words(summary: ImportSummary) -> Sequence[str]:
    """The summary in words, one for each outcome there is.

    >>> outcome_words(ImportSummary(Report(), Counter({Outcome.REVISED: 2, Outcome.ADDED: 1})))
    ['1 new', '2 revised']
    """
    return [f"{summary.counts[outcome]:,} {outcome}" for outcome in Outcome if summary.counts[outcome]]
