"""The review desk of one project: what its log amounts to, kept up to date, and the one door for changes.

A desk is shared by all reviewers of a process. It holds nothing that is not in the store: catching up means reading the events past its
cursor. What depends on who asks is an argument, never a field.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Any

from workbench.errors import Conflict, NotFound, StoreError, WorkbenchError
from workbench.metrics.scores import edit_scores
from workbench.model import MACHINE, Document, Event, Revision, Role, Side
from workbench.review.state import ReviewState, UnitState, fold, in_order
from workbench.services import lookups, preferences, views
from workbench.services.findings import Findings, LoadEncoder, checked_anew
from workbench.services.history import history_lines
from workbench.services.operation import LONGEST_TEXT, Operation, Scene, sequence_of
from workbench.services.operations import events_of
from workbench.services.presence import Presence
from workbench.services.projects import documents_of
from workbench.services.units import arabic_of, documents_named, unit_of
from workbench.services.word_links import ProjectWordLinks
from workbench.store import Score, Store

CHECKED_AT_ONCE = 100
"""Units whose findings a page waits for; about 50 ms."""

HELD_TOGETHER = 400
"""Units of a project that are held against each other while it is reviewed; a larger project is left to the command `check`, which takes its time."""

SETTLES = 2.0
"""Seconds after a change until units are held against each other: several changes are looked at together."""

LOOKS_AGAIN = 0.1
GIVES_WAY = 0.001
"""Seconds the late checks pause after each unit, so that who saves or reads meanwhile is not kept waiting."""

REMARKS = frozenset({"comment", "resolve", "mark", "unmark", "dismiss", "fidelity", "remedy", "gloss", "explain"})
"""Operations that hold for whatever text there is. They overwrite nothing, and having made one does not mean having seen the newest text."""

RESOURCING = frozenset({"added", "link-proposed", "link-decided", "quotation-corrected", "revised"})
"""Kinds of events that may change a unit's source or how sure its place is; a revision may be of the Arabic."""


class Desk:
    """See the module."""

    def __init__(self, store: Store, project_id: str, load_encoder: LoadEncoder | None = None) -> None:
        self._store = store
        self._project_id = project_id
        self._lock = threading.RLock()
        self._documents: dict[str, Document] = {}
        self._histories: defaultdict[str, list[Event]] = defaultdict(list)
        self._states: dict[str, UnitState] = {}
        self._order: dict[str, int] = {}
        self._retired: dict[str, int] = {}
        self._changed: dict[str, int] = {}  # the sequence of each unit's newest event, the newest last
        self._findings = Findings(store, project_id, load_encoder)
        self._unchecked: dict[str, None] = {}
        self._held_at: float | None = None  # when the units are to be held against each other
        self._checked_late: list[str] = []
        self._checker: threading.Thread | None = None
        self._retell = False  # rows that have been told with findings may have none now
        self._rows: dict[str, tuple[tuple[int, bool], dict[str, Any]]] = {}
        self._word_links = ProjectWordLinks(self._approved_pairs)
        self.presence = Presence()
        self.cursor = 0
        self.keys: tuple[str, ...] = ()
        """The units, in the order of the articles."""

    def catch_up(self) -> int:
        """Read what happened since, and give the newest sequence."""
        with self._lock:
            events = self._store.events(self._project_id, after=self.cursor)
            if self._findings.refresh(self.settings, events):
                self._tell_all_again()
            if not events:
                return self.cursor
            self._documents = self._documents if self._known(events) else documents_of(self._store, self._project_id)
            touched = {event.unit_key for event in events}
            for event in events:
                self._histories[event.unit_key].append(event)
                self._changed.pop(event.unit_key, None)
                self._changed[event.unit_key] = event.sequence
            before = {key: self._states[key] for key in touched if key in self._states}
            current = {key for key, state in before.items() if self._findings.known(state)}
            for key in touched:
                self._take(fold(self._histories[key], retired=True))
            anew = {key for key in touched & self._states.keys() if key not in before or checked_anew(before[key], self._states[key])}
            for key in (current - anew) & self._states.keys():
                self._findings.carry(self._states[key])
            if any(event.kind in {"added", "retired", "quotation-corrected"} for event in events):
                ordered = sorted(self._states.values(), key=in_order)
                self._order = {state.key: place for place, state in enumerate(ordered)}
                self.keys = tuple(self._order)
                self._rows.clear()  # their places have changed
            self.cursor = events[-1].sequence
            if anew and len(self.keys) <= HELD_TOGETHER:
                self._held_at = self._held_at or time.monotonic() + SETTLES
                self._check_late(())
            return self.cursor

    def _take(self, folded: Mapping[str, UnitState]) -> None:
        for key, state in folded.items():
            if state.retired:
                self._states.pop(key, None)
                self._retired[key] = state.retired.sequence
            else:
                self._states[key] = state

    def _known(self, events: Iterable[Event]) -> bool:
        """Whether the documents the events speak of are here."""
        return bool(self._documents) and all(name in self._documents for event in events for name in documents_named(event))

    def gone(self, after: int) -> list[str]:
        """The units taken out past `after`."""
        with self._lock:
            return [key for key, sequence in self._retired.items() if sequence > after]

    def states(self, article_id: str) -> list[UnitState]:
        """The units of an article, in its order."""
        with self._lock:
            return [self._states[key] for key in self._order if self._states[key].article_id == article_id]

    def open_findings(self, key: str) -> int:
        """How many findings on the unit nobody has dismissed."""
        with self._lock:
            return sum(not named.dismissed for named in self._findings.of(self._states[key], self._documents))

    def rows(self, after: int = 0, checked: int | None = None, *, most: int | None = None) -> list[dict[str, Any]]:
        """The queue's lines: all of them (the first `most`), or those that changed past `after`.

        Of units that were there before only what can change comes, and their words when those did. Thousands of units are not checked while a
        page waits: their lines come without findings first, a thread looks for them, and lines whose findings became known past `checked` (see
        `Desk.checked`) come again.
        """
        with self._lock:
            changed = self._changed_past(after) if after else list(self.keys[:most])
            unchecked = [key for key in changed if not self._findings.known(self._states[key])]
            at_once = len(unchecked) <= CHECKED_AT_ONCE
            if not at_once:
                self._check_late(unchecked)
            late = [] if checked is None else self._checked_late[checked:]
            told = dict.fromkeys(key for key in late if key in self._states) | dict.fromkeys(changed)
            return [self._row_change(key, after, check=at_once) if after else self._row(key, check=at_once) for key in told]

    def _changed_past(self, after: int) -> list[str]:
        """Keys of units with an event past `after`, in the order of the articles."""
        past = takewhile(lambda entry: entry[1] > after, reversed(self._changed.items()))
        return sorted((key for key, _ in past if key in self._order), key=self._order.__getitem__)

    def _row(self, key: str, *, check: bool = True) -> dict[str, Any]:
        """Made once for all reviewers; without `check` it has findings only where they are known."""
        state = self._states[key]
        checked = check or self._findings.known(state)
        made_for, row = self._rows.get(key, (None, {}))
        if made_for != (state.sequence, checked):
            findings = self._findings.of(state, self._documents) if checked else ()
            people = sorted({event.author for event in self._histories[key]} - {MACHINE})
            row = views.row(state, unit_of(state, self._documents), findings, self._order[key], people)
            self._rows[key] = ((state.sequence, checked), row)
        return row

    def _row_change(self, key: str, after: int, *, check: bool) -> dict[str, Any]:
        kinds = {event.kind for event in self._histories[key] if event.sequence > after}
        row = self._row(key, check=check)
        if kinds & {"added", "quotation-corrected"}:
            return row
        return {name: row[name] for name in (*views.CHANGEABLE, *(["label"] if "revised" in kinds else [])) if name in row}

    def news(self, key: str, reviewer: str, after: int) -> dict[str, Any] | None:
        """A unit as `view` gives it, without its source where nothing past `after` can have changed that."""
        view = self.view(key, reviewer)
        with self._lock:
            later = {event.kind for event in self._histories.get(key, ()) if event.sequence > after}
        if view and after and not later & RESOURCING:
            del view["source"]
        return view

    @property
    def checked(self) -> int:
        """How many units' findings became known after their lines were shown without."""
        return len(self._checked_late)

    @property
    def checking(self) -> bool:
        """Whether units are still to be checked."""
        return bool(self._unchecked)

    @property
    def settled(self) -> bool:
        """Whether nothing is being looked for any more, across units neither."""
        return self._checker is None

    def _tell_all_again(self) -> None:
        """The profile or a dismissal beyond one unit changed what is shown of every unit: rows are made anew, and told as if just checked."""
        self._rows.clear()
        self._retell = True
        if self.keys:
            self._held_at = time.monotonic() if len(self.keys) <= HELD_TOGETHER else None
            self._check_late(self.keys)

    def _check_late(self, keys: Iterable[str]) -> None:
        """Look for the findings of units in a thread that gives way to reviewers after each."""
        self._unchecked.update(dict.fromkeys(keys))
        if self._checker is not None:
            return

        def check() -> None:
            try:
                while self._check_one():
                    time.sleep(GIVES_WAY if self._unchecked else LOOKS_AGAIN)
            except BaseException:
                self._checker = None  # whatever went wrong, the next change is looked at again
                raise

        self._checker = threading.Thread(target=check, name=f"checks of {self._project_id}", daemon=True)
        self._checker.start()

    def _check_one(self) -> bool:
        """Check the next unit, or, when there is none, hold the units against each other once they have settled; False when nothing is left."""
        with self._lock:
            if self._unchecked:
                key = next(iter(self._unchecked))
                del self._unchecked[key]
                state = self._states.get(key)
                # A row that was shown without findings and has none is right as it is.
                if state and (self._findings.of(state, self._documents) or self._retell):
                    self._tell_checked([key])
                return True
            if self._held_at is None:
                self._checker, self._retell = None, False
                return False
            if self._held_at > time.monotonic():
                return True
            self._held_at = None
            company = self._findings.company([self._states[key] for key in self.keys], self._documents)
        for look, keep in ((company.look, self._findings.keep_across), (company.meanings, self._findings.keep_meanings)):
            found = look()
            with self._lock:
                self._tell_checked(keep(company, found))
        return True

    def _tell_checked(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._rows.pop(key, None)
            self._checked_late.append(key)

    def found(self, field: str, value: str) -> list[str]:
        """The units a word of the filter box is true of that only the texts can tell (see `lookups.found`)."""
        with self._lock:
            states = list(self._states.values())
            texts = [lookups.UnitText(state.key, arabic_of(state, self._documents), state.rendering) for state in states]
        return lookups.found(texts, field, value)

    def word_links(self, key: str) -> dict[str, Any]:
        """Which words of a unit's Arabic and rendering belong together; none where there is no such unit."""
        with self._lock:
            state = self._states.get(key)
            source, target = (arabic_of(state, self._documents), state.rendering) if state else ("", "")
        links = [[link.source.pair(), link.target.pair()] for link in self._word_links.of(source, target)]
        return {"key": key, "source": source, "target": target, "links": links}

    def _approved_pairs(self) -> list[tuple[str, str]]:
        with self._lock:
            approved = [state for state in self._states.values() if state.state is ReviewState.APPROVED]
            return [(arabic_of(state, self._documents), state.rendering) for state in approved]

    def source(self, document_id: str) -> Document | None:
        """A document of the project; None where it has none of this id."""
        with self._lock:
            return self._documents.get(document_id)

    @property
    def sources(self) -> list[dict[str, Any]]:
        """The Arabic documents, to choose from."""
        with self._lock:
            return [views.source_line(document) for document in self._documents.values() if document.role is Role.SOURCE]

    @property
    def settings(self) -> Mapping[str, str]:
        """The project's settings as they are now."""
        return self._store.project(self._project_id).settings

    def whole_history(self, key: str) -> list[dict[str, Any]]:
        """Every line of a unit's history, newest first."""
        with self._lock:
            return history_lines(self._histories.get(key, []), self._documents)

    def view(self, key: str, reviewer: str) -> dict[str, Any] | None:
        """A unit in full, as `reviewer` sees it; None when there is no such unit."""
        with self._lock:
            state = self._states.get(key)
            if state is None:
                return None
            seen = views.Seen(
                state=state,
                unit=unit_of(state, self._documents),
                history=self._histories[key],
                findings=self._findings.of(state, self._documents),
                severities=self._findings.severities,
                scores=self._store.scores(self._project_id, key),
                documents=self._documents,
                reviewer=reviewer,
                position=self._order[key] + 1,
                of=len(self._order),
            )
            return views.view(seen)

    def findings_while_typing(self, key: str, rendering: str) -> list[dict[str, Any]]:
        """What the checks say of a rendering that is not saved."""
        with self._lock:
            state = self._states.get(key)
        if state is None or len(rendering) > LONGEST_TEXT:
            return []
        unit = unit_of(state, self._documents, rendering=rendering)
        return [views.finding_view(named, self._findings.severities) for named in self._findings.in_text(state, unit, self._documents)]

    def apply(self, operations: Iterable[Operation], reviewer: str) -> list[dict[str, Any]]:
        """Do operations in order and say what became of each: stored, conflict (with the other text) or refused.

        One that builds on another of the same reviewer that was not stored is answered as that one was; a remark stands by itself, and what
        comes after it builds on what came before it.
        """
        answers: dict[str, dict[str, Any]] = {}
        past: dict[str | None, str | None] = {}
        for operation in operations:
            after = past.get(operation.after, operation.after)
            before = answers.get(after or "")
            if operation.kind in REMARKS:
                past[operation.id] = after
                answers[operation.id] = self._answer(operation, reviewer)
            elif before and before["status"] != "stored":
                answers[operation.id] = before | {"operation": operation.id}
            else:
                answers[operation.id] = self._answer(replace(operation, after=after), reviewer)
        return list(answers.values())

    def _answer(self, operation: Operation, reviewer: str) -> dict[str, Any]:
        answer: dict[str, Any] = {"operation": operation.id, "status": "stored", "sequence": 0, "message": "", "theirs": None}
        try:
            return answer | {"sequence": self._store_operation(operation, reviewer)}
        except Conflict as conflict:
            self.catch_up()
            theirs = self._theirs(conflict.unit_key)
            return answer | {"status": "conflict", "message": str(conflict), "theirs": theirs, "sequence": theirs["sequence"] if theirs else 0}
        except StoreError as error:
            return answer | {"status": "failed", "message": str(error)}
        except WorkbenchError as error:
            return answer | {"status": "refused", "message": str(error)}

    def _store_operation(self, operation: Operation, reviewer: str) -> int:
        with self._lock:
            self.catch_up()
            if operation.kind in preferences.KEPT_QUERIES:
                preferences.keep_query(self._store, self._project_id, operation)
                return self.cursor
            history = self._histories.get(operation.unit_key, [])
            state = self._states.get(operation.unit_key)
            if state is None:
                raise NotFound(f"{operation.unit_key}: this unit is no longer there; reload the page")
            stored = sequence_of(operation.id, history)
            if stored is not None:
                return stored
            events = events_of(operation, Scene(state, history, self._documents, reviewer, self.settings))
            # A comment or a mark in between was stored unseen of what others did: it must not lift a save over it.
            base = sequence_of(operation.after, (event for event in history if event.contended))
            expected = operation.based_on if base is None else max(base, operation.based_on)
            contended = any(event.contended for event in events)
            sequences = self._store.append(self._project_id, events, expected_sequence=expected if contended else None).sequences
            self.catch_up()
            self._score(events, sequences[-1])
            return sequences[-1]

    def _score(self, events: Iterable[Event], sequence: int) -> None:
        """Figures of a new rendering, made once, on save."""
        for event in events:
            if isinstance(event, Revision) and event.side is Side.TARGET:
                state = self._states[event.unit_key]
                figures = edit_scores(state.published, state.rendering)
                scores = [Score(event.unit_key, sequence, figure.name, figure.value, figure.signature) for figure in figures]
                self._store.save_scores(self._project_id, scores)

    def _theirs(self, key: str) -> dict[str, Any] | None:
        history = [event for event in self._histories.get(key, ()) if event.contended]
        if not history or key not in self._states:
            return None
        last = history[-1]
        return {
            "text": self._states[key].rendering,
            "author": last.author,
            "at": last.at.isoformat(),
            "sequence": self._states[key].sequence,
            "what": history_lines(self._histories[key], self._documents)[0]["text"],
        }
