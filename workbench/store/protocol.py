"""What a store can do, whatever the engine, and the records it gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from workbench.model import Document, Event
from workbench.ports import VectorCache


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A body of articles and sources reviewed together. `head` is the sequence of its newest event, 0 when there is none."""

    id: str
    title: str
    created_at: datetime
    description: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    head: int = 0


@dataclass(frozen=True, slots=True)
class Original:
    """The file a document came from, byte for byte."""

    sha256: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Score:
    """A figure about a unit's rendering as it was at event `sequence`, with the signature to make it again."""

    unit_key: str
    sequence: int
    name: str
    value: float
    signature: str


class JobState(StrEnum):
    """Where a long piece of work stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def open(self) -> bool:
        """Whether it is still to end."""
        return self in {JobState.QUEUED, JobState.RUNNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A long piece of work: `done` of `total` steps, and a line on what is being done or why it failed."""

    id: int
    project_id: str
    kind: str
    subject: str
    background: bool
    state: JobState
    done: int
    total: int
    note: str
    updated_at: datetime
    process: int | None = None


@dataclass(frozen=True, slots=True)
class StoredEvents:
    """What an append did: the sequences of its events; `repeated` when the operation had been stored before."""

    sequences: Sequence[int]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the database found; empty `problems` means that all is as it was written."""

    events: int
    documents: int
    problems: tuple[str, ...]


class Store(Protocol):
    """The verbs of the store. Every method may raise StoreError; those that name something that is not there raise NotFound."""

    @property
    def vectors(self) -> VectorCache:
        """Vectors of texts, kept between runs; they may be gone at any time."""

    def close(self) -> None:
        """Give back all connections."""

    def projects(self) -> list[Project]:
        """All projects, by title."""

    def project(self, project_id: str) -> Project:
        """One project."""

    def add_project(self, project: Project) -> None:
        """Keep a new project; BadInput when its id is taken."""

    def set_settings(self, project_id: str, settings: dict[str, str]) -> None:
        """Replace a project's settings."""

    def delete_project(self, project_id: str) -> None:
        """Remove a project with its documents, log and scores, and all vectors: the one thing that removes log entries."""

    def add_document(self, project_id: str, document: Document, original: Original | None = None) -> None:
        """Keep a document; BadInput when its id is taken in the project."""

    def documents(self, project_id: str) -> list[Document]:
        """A project's documents, articles first, each sort in the order of arrival."""

    def document(self, project_id: str, document_id: str) -> Document:
        """One document."""

    def original(self, project_id: str, sha256: str) -> Original:
        """The file a document came from."""

    def append(self, project_id: str, events: Iterable[Event], *, expected_sequence: int | None = None) -> StoredEvents:
        """Store events of one operation, all or none, durable on return; they may come from a stream of any length.

        With `expected_sequence`, raises Conflict when a unit they speak of has a newer contended event, whoever made it. An operation
        that is stored already is not stored again.
        """

    def events(self, project_id: str, *, after: int = 0, unit_key: str | None = None, kind: str | None = None) -> list[Event]:
        """Events past `after`, in order; of one unit or of all, of one kind (`Event.kind`) or of all."""

    def units_changed(self, project_id: str, after: int) -> set[str]:
        """Keys of the units with an event past `after`."""

    def save_scores(self, project_id: str, scores: Iterable[Score]) -> None:
        """Keep figures; one of the same unit, sequence, name and signature is replaced."""

    def scores(self, project_id: str, unit_key: str) -> list[Score]:
        """A unit's newest figures, one a name."""

    def add_job(self, project_id: str, kind: str, subject: str, *, background: bool = False) -> Job:
        """Queue a long piece of work; what is in the background waits for everything else."""

    def job(self, job_id: int) -> Job:
        """One job."""

    def jobs(self, project_id: str | None = None) -> list[Job]:
        """Jobs, newest first."""

    def claim_job(self, process: int) -> Job | None:
        """The first queued job, now running in `process`; None when nothing waits. No two callers get the same."""

    def release_jobs(self, process: int) -> None:
        """Put what `process` was doing back into the queue, for another to take up."""

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

    def verify(self) -> Verification:
        """Check the engine's own integrity, every hash and every link of the chain."""

    def backup(self, path: Path) -> None:
        """Write a consistent copy; BadInput when `path` exists."""
