"""The store on SQLite: a file, nothing to install, durable on every save."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Literal

from workbench.errors import BadInput, Conflict, NotFound
from workbench.model import Document, Event, Role
from workbench.store import codec
from workbench.store.connections import Connections
from workbench.store.migrations import migrate
from workbench.store.protocol import Job, JobState, Original, Project, Score, StoredEvents, Verification
from workbench.store.vectors import SqliteVectors
from workbench.store.verification import verify


class SqliteStore:
    """See `workbench.store.protocol.Store`."""

    def __init__(self, path: Path | Literal[":memory:"]) -> None:
        self._connections = Connections(path)
        with self._connections.reading() as connection:
            migrate(connection)
        self.vectors = SqliteVectors(self._connections)
        """Vectors of texts, kept between runs."""

    def close(self) -> None:
        """Give back all connections."""
        self._connections.close()

    # Projects

    def projects(self) -> list[Project]:
        """All projects, by title."""
        with self._connections.reading() as connection:
            return [_project(row) for row in connection.execute("SELECT * FROM projects ORDER BY title, id")]

    def project(self, project_id: str) -> Project:
        """One project."""
        with self._connections.reading() as connection:
            return _project(_project_row(connection, project_id))

    def add_project(self, project: Project) -> None:
        """Keep a new project; BadInput when its id is taken."""
        settings = codec.canonical(project.settings)
        row = (project.id, project.title, project.description, codec.timestamp(project.created_at), settings, 0, codec.FIRST_HASH)
        with self._connections.writing() as connection:
            if connection.execute("SELECT 1 FROM projects WHERE id = ?", (project.id,)).fetchone():
                raise BadInput("a project of this name exists", where=project.id, remedy="choose another name")
            connection.execute("INSERT INTO projects VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def set_settings(self, project_id: str, settings: dict[str, str]) -> None:
        """Replace a project's settings."""
        with self._connections.writing() as connection:
            _project_row(connection, project_id)
            connection.execute("UPDATE projects SET settings = ? WHERE id = ?", (codec.canonical(settings), project_id))

    def delete_project(self, project_id: str) -> None:
        """Remove a project with its documents, log and scores, and all vectors."""
        with self._connections.writing() as connection:
            _project_row(connection, project_id)
            connection.execute("DELETE FROM vectors")
            connection.execute("DELETE FROM projects WHERE id = ?", (project_id,))

    # Documents

    def add_document(self, project_id: str, document: Document, original: Original | None = None) -> None:
        """Keep a document and the file it came from; BadInput when its id is taken in the project."""
        sha256 = hashlib.sha256(document.text.encode()).hexdigest()
        with self._connections.writing() as connection:
            _project_row(connection, project_id)
            if connection.execute("SELECT 1 FROM documents WHERE project_id = ? AND id = ?", (project_id, document.id)).fetchone():
                raise BadInput("the project has a document of this name", where=document.id, remedy="choose another name")
            position = connection.execute("SELECT count(*) FROM documents WHERE project_id = ?", (project_id,)).fetchone()[0]
            row = (project_id, document.id, document.role.value, position, codec.document_payload(document), document.text, sha256)
            connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            if original:
                file = (project_id, original.sha256, original.name, original.content)
                connection.execute("INSERT OR IGNORE INTO originals VALUES (?, ?, ?, ?)", file)

    def documents(self, project_id: str) -> list[Document]:
        """A project's documents, articles first, each sort in the order of arrival."""
        with self._connections.reading() as connection:
            _project_row(connection, project_id)
            query = "SELECT payload, text FROM documents WHERE project_id = ? ORDER BY role <> ?, position"
            return [codec.document(*row) for row in connection.execute(query, (project_id, Role.ARTICLE.value))]

    def document(self, project_id: str, document_id: str) -> Document:
        """One document."""
        with self._connections.reading() as connection:
            query = "SELECT payload, text FROM documents WHERE project_id = ? AND id = ?"
            row = connection.execute(query, (project_id, document_id)).fetchone()
        if row is None:
            raise NotFound(f"no document {document_id} in project {project_id}")
        return codec.document(*row)

    def original(self, project_id: str, sha256: str) -> Original:
        """The file a document came from."""
        with self._connections.reading() as connection:
            query = "SELECT sha256, name, content FROM originals WHERE project_id = ? AND sha256 = ?"
            row = connection.execute(query, (project_id, sha256)).fetchone()
        if row is None:
            raise NotFound(f"no file {sha256[:12]} in project {project_id}")
        return Original(*row)

    # The log

    def append(self, project_id: str, events: Iterable[Event], *, expected_sequence: int | None = None) -> StoredEvents:
        """Store events of one operation, all or none, durable on return; see the protocol."""
        iterator = iter(events)
        first = next(iterator, None)
        if first is None:
            return StoredEvents(())
        with self._connections.writing() as connection:
            project = _project_row(connection, project_id)
            stored = _sequences_of(connection, project_id, first.operation)
            if stored:
                return StoredEvents(stored, repeated=True)
            all_events: Iterator[Event] = chain([first], iterator)
            if expected_sequence is not None and project["head"] > expected_sequence:
                all_events = _without_conflict(connection, project_id, all_events, expected_sequence)
            return StoredEvents(_chained(connection, project, all_events))

    def events(self, project_id: str, *, after: int = 0, unit_key: str | None = None, kind: str | None = None) -> list[Event]:
        """Events past `after`, in order; of one unit or of all, of one kind or of all."""
        columns = "kind, unit_key, author, at, operation, sequence, payload"
        query, values = f"SELECT {columns} FROM events WHERE project_id = ? AND sequence > ?", [project_id, after]  # noqa: S608 (our own columns)
        if unit_key is not None:
            query, values = f"{query} AND unit_key = ?", [*values, unit_key]
        if kind is not None:
            query, values = f"{query} AND kind = ?", [*values, kind]
        with self._connections.reading() as connection:
            return [codec.event(**dict(row)) for row in connection.execute(f"{query} ORDER BY sequence", values)]

    def units_changed(self, project_id: str, after: int) -> set[str]:
        """Keys of the units with an event past `after`."""
        query = "SELECT DISTINCT unit_key FROM events WHERE project_id = ? AND sequence > ?"
        with self._connections.reading() as connection:
            return {row[0] for row in connection.execute(query, (project_id, after))}

    # Scores

    def save_scores(self, project_id: str, scores: Iterable[Score]) -> None:
        """Keep figures."""
        rows = [(project_id, score.unit_key, score.name, score.sequence, score.value, score.signature) for score in scores]
        with self._connections.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO scores VALUES (?, ?, ?, ?, ?, ?)", rows)

    def scores(self, project_id: str, unit_key: str) -> list[Score]:
        """A unit's newest figures, one a name."""
        query = """SELECT unit_key, max(sequence), name, value, signature FROM scores
                   WHERE project_id = ? AND unit_key = ? GROUP BY name ORDER BY name"""
        with self._connections.reading() as connection:
            return [Score(*row) for row in connection.execute(query, (project_id, unit_key))]

    # Jobs

    def add_job(self, project_id: str, kind: str, subject: str, *, background: bool = False) -> Job:
        """Queue a long piece of work; what is in the background waits for everything else."""
        row = (project_id, kind, subject, background, JobState.QUEUED.value, 0, 0, "", codec.timestamp(datetime.now(UTC)))
        query = """INSERT INTO jobs (project_id, kind, subject, background, state, done, total, note, updated_at)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *"""
        with self._connections.writing() as connection:
            _project_row(connection, project_id)
            return _job(connection.execute(query, row).fetchone())

    def job(self, job_id: int) -> Job:
        """One job."""
        with self._connections.reading() as connection:
            row = connection.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
        if row is None:
            raise NotFound(f"no job {job_id}")
        return _job(row)

    def jobs(self, project_id: str | None = None) -> list[Job]:
        """Jobs, newest first."""
        with self._connections.reading() as connection:
            rows = connection.execute("SELECT * FROM jobs WHERE ? IS NULL OR project_id = ? ORDER BY id DESC", (project_id, project_id))
            return [_job(row) for row in rows]

    def claim_job(self, process: int) -> Job | None:
        """The first queued job, now running in `process`; None when nothing waits. No two callers get the same."""
        query = """UPDATE jobs SET state = 'running', process = ?, updated_at = ?
                   WHERE id = (SELECT id FROM jobs WHERE state = 'queued' ORDER BY background, id LIMIT 1) RETURNING *"""
        with self._connections.writing() as connection:
            row = connection.execute(query, (process, codec.timestamp(datetime.now(UTC)))).fetchone()
        return _job(row) if row else None

    def release_jobs(self, process: int) -> None:
        """Put what `process` was doing back into the queue, for another to take up."""
        query = "UPDATE jobs SET state = 'queued', process = NULL, done = 0, note = '' WHERE state = 'running' AND process = ?"
        with self._connections.writing() as connection:
            connection.execute(query, (process,))

    def update_job(
        self,
        job_id: int,
        *,
        state: JobState | None = None,
        done: int | None = None,
        total: int | None = None,
        note: str | None = None,
    ) -> Job:
        """Report on a job; what is None stays. A stopped job stays stopped."""
        query = """UPDATE jobs SET state = CASE WHEN state = 'stopped' THEN state ELSE coalesce(?, state) END, done = coalesce(?, done),
                   total = coalesce(?, total), note = coalesce(?, note), updated_at = ? WHERE id = ? RETURNING *"""
        now = codec.timestamp(datetime.now(UTC))
        with self._connections.writing() as connection:
            row = connection.execute(query, (state, done, total, note, now, job_id)).fetchone()
            if row is None:
                raise NotFound(f"no job {job_id}")
            return _job(row)

    # The whole database

    def verify(self) -> Verification:
        """Check the engine's own integrity, every hash and every link of the chain."""
        with self._connections.reading() as connection:
            return verify(connection)

    def backup(self, path: Path) -> None:
        """Write a consistent copy in one step: a copy in many steps starts again whenever somebody saves."""
        if path.exists():
            raise BadInput("the file exists", where=str(path), remedy="name a new file; a backup never overwrites one")
        with self._connections.reading() as connection:
            copy = sqlite3.connect(path)
            try:
                connection.backup(copy, pages=-1)
            finally:
                copy.close()


def _project_row(connection: sqlite3.Connection, project_id: str) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM projects WHERE id = ?", (project_id,)).fetchone()
    if row is None:
        raise NotFound(f"no project {project_id}")
    return row


def _project(row: sqlite3.Row) -> Project:
    return Project(
        id=row["id"],
        title=row["title"],
        description=row["description"],
        created_at=datetime.fromisoformat(row["created_at"]),
        settings=json.loads(row["settings"]),
        head=row["head"],
    )


def _job(row: sqlite3.Row) -> Job:
    values = dict(row) | {
        "background": bool(row["background"]),
        "state": JobState(row["state"]),
        "updated_at": datetime.fromisoformat(row["updated_at"]),
    }
    return Job(**values)


def _sequences_of(connection: sqlite3.Connection, project_id: str, operation: str) -> tuple[int, ...]:
    query = "SELECT sequence FROM events WHERE project_id = ? AND operation = ? ORDER BY ordinal"
    return tuple(row[0] for row in connection.execute(query, (project_id, operation)))


MOST_LISTED = 10_000
"""Sequences given one by one; a million of them would take more memory than the events they came from."""


def _without_conflict(connection: sqlite3.Connection, project_id: str, events: Iterable[Event], expected: int) -> Iterator[Event]:
    """The events, as long as their units have no newer contended one; raises Conflict at the first that has."""
    query = "SELECT max(sequence) FROM events WHERE project_id = ? AND unit_key = ? AND contended AND sequence > ? AND sequence <= ?"
    head = _project_row(connection, project_id)["head"]
    for event in events:
        newest = connection.execute(query, (project_id, event.unit_key, expected, head)).fetchone()[0]
        if newest is not None:
            raise Conflict(event.unit_key, expected, newest)
        yield event


def _chained(connection: sqlite3.Connection, project: sqlite3.Row, events: Iterable[Event]) -> Sequence[int]:
    """Write the events behind the project's head and move the head."""
    sequence, previous = project["head"], project["head_hash"]
    for ordinal, event in enumerate(events):
        sequence += 1
        at, payload = codec.timestamp(event.at), codec.payload(event)
        fields = {"kind": event.kind, "unit_key": event.unit_key, "author": event.author, "at": at, "operation": event.operation}
        digest = codec.link_hash(previous, project_id=project["id"], sequence=sequence, payload=payload, **fields)
        row = (project["id"], sequence, event.unit_key, event.kind, event.contended, event.author, at, event.operation, ordinal, payload)
        connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, previous, digest))
        previous = digest
    connection.execute("UPDATE projects SET head = ?, head_hash = ? WHERE id = ?", (sequence, previous, project["id"]))
    numbers = range(project["head"] + 1, sequence + 1)
    return tuple(numbers) if len(numbers) <= MOST_LISTED else numbers
