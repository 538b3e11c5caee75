"""A whole project as one file of JSON lines: documents, the files they came from, every event with its hash; and back, identical in every event.

The first line says what the project is and how many lines follow; each event's line repeats the hash of the one before it. A file that was cut,
or changed by a byte, is refused with its line, before anything is stored.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from workbench.errors import BadInput, NotFound, StoreError, WorkbenchError
from workbench.formats.writing import draft
from workbench.model import Document, Event
from workbench.review.state import fold
from workbench.services.units import unit_of
from workbench.store import Original, Project, Score, Store, codec

EXTENSION: Final = ".jsonl"
FORMAT_ID: Final = "jsonl"
VERSION: Final = 1
LONGEST_LINE: Final = 64 * 2**20
"""Bytes; an original file of the largest size that is taken in has two thirds of it."""
EVENT_FIELDS: Final = ("sequence", "kind", "unit_key", "author", "at", "operation")


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a project file holds, and the hash its log ends with."""

    project_id: str
    title: str
    documents: int
    originals: int
    events: int
    scores: int
    head_hash: str


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    project: Project
    head: dict[str, Any]
    documents: list[Document] = field(default_factory=list)
    originals: dict[str, Original] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    last_hash: str = codec.FIRST_HASH

    @property
    def contents(self) -> Contents:
        counts = (len(self.documents), len(self.originals), len(self.events), len(self.scores))
        return Contents(self.project.id, self.project.title, *counts, self.last_hash)


def write_project(store: Store, project_id: str, path: Path) -> Contents:
    """Write a project to a file: written, read back, compared, renamed into place.

    Raises NotFound, StoreError where the log in the store is not what was written to it, BadInput for a folder that cannot be written to.
    """
    project = store.project(project_id)
    problems = [problem for problem in store.verify().problems if problem.startswith((f"{project_id}: ", "the file is damaged"))]
    if problems:
        raise StoreError(f"{problems[0]}; nothing was written, restore a backup")
    lines = list(_lines(store, project))
    with draft(path) as (beside, stream):
        for line in lines:
            stream.write(codec.canonical(line).encode() + b"\n")
        stream.flush()
        with beside.open("rb") as again:
            found = _read(again, path.name)
        if found.contents.head_hash != lines[0]["head_hash"]:
            raise WorkbenchError(f"{path}: does not read back as it was written; nothing was replaced, please report this")
    return found.contents


def _lines(store: Store, project: Project) -> Iterator[dict[str, Any]]:
    """The lines of a project's file, the first one with their counts."""
    documents, events = store.documents(project.id), store.events(project.id)
    originals = list(_originals(store, project.id, documents))
    scores = [score for key in dict.fromkeys(event.unit_key for event in events) for score in store.scores(project.id, key)]
    chained = list(_chained(project.id, events))
    yield {
        "workbench": "project",
        "version": VERSION,
        "id": project.id,
        "title": project.title,
        "description": project.description,
        "created_at": codec.timestamp(project.created_at),
        "settings": project.settings,
        "documents": len(documents),
        "originals": len(originals),
        "events": len(events),
        "scores": len(scores),
        "head_hash": chained[-1]["hash"] if chained else codec.FIRST_HASH,
    }
    for document in documents:
        yield {"document": json.loads(codec.document_payload(document)), "text": document.text, "sha256": _sha256(document.text.encode())}
    for original in originals:
        yield {"original": original.sha256, "name": original.name, "content": base64.b64encode(original.content).decode("ascii")}
    yield from chained
    for score in scores:
        yield {"score": [score.unit_key, score.sequence, score.name, score.value, score.signature]}


def _originals(store: Store, project_id: str, documents: Iterable[Document]) -> Iterator[Original]:
    """The files the documents came from, as far as they were kept."""
    for sha256 in dict.fromkeys(document.original_sha256 for document in documents):
        if sha256:
            try:
                yield store.original(project_id, sha256)
            except NotFound:  # the samples come without theirs
                continue


def _chained(project_id: str, events: Iterable[Event]) -> Iterator[dict[str, Any]]:
    """The events as lines, each with its hash and the one before it."""
    previous = codec.FIRST_HASH
    for event in events:
        payload = codec.payload(event)
        at = codec.timestamp(event.at)
        fields = {"kind": event.kind, "unit_key": event.unit_key, "author": event.author, "at": at, "operation": event.operation}
        digest = codec.link_hash(previous, project_id=project_id, sequence=event.sequence, payload=payload, **fields)
        yield {"event": {"sequence": event.sequence, **fields}, "payload": json.loads(payload), "previous": previous, "hash": digest}
        previous = digest


def look_into(path: Path) -> Contents:
    """What a project file holds; raises BadInput for one that is damaged."""
    return _read_file(path).contents


def read_project(store: Store, path: Path, *, project_id: str | None = None) -> Contents:
    """Take a project in, under another id where one is given; every event is as it was.

    Raises BadInput, and then nothing is stored, for a file that is damaged or an id that is taken.
    """
    found = _read_file(path)
    name = project_id or found.project.id
    given = found.project
    project = Project(id=name, title=given.title, description=given.description, created_at=given.created_at, settings=given.settings)
    store.add_project(project)
    try:
        for document in found.documents:
            store.add_document(name, document, found.originals.get(document.original_sha256 or ""))
        store.append(name, found.events)
        store.save_scores(name, found.scores)
    except BaseException:
        store.delete_project(name)
        raise
    return found.contents


def _read_file(path: Path) -> _Found:
    try:
        with path.open("rb") as stream:
            return _read(stream, path.name)
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(path), remedy="look at its name and rights") from error


def _read(stream: BinaryIO, name: str) -> _Found:
    """Everything in a file, looked at; raises BadInput with the line that is wrong."""
    number, found = 0, None
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        where = f"line {number} of {name}"
        try:
            if len(line) > LONGEST_LINE:
                raise ValueError("it is longer than any line we write")
            value = json.loads(line)
            if not isinstance(value, dict):
                raise TypeError("it is no object")
            if found is None:
                found = _start(value)
            else:
                _take(value, found)
        except Exception as error:  # whatever a damaged line makes of the parsers, it is one thing to the caller
            raise BadInput(f"not a line of a project file ({_short(error)})", where=where, remedy="export the project again") from error
    if found is None:
        raise BadInput("the file is empty", where=name, remedy="export the project again")
    counts = (len(found.documents), len(found.originals), len(found.events), len(found.scores))
    if counts != tuple(found.head[name] for name in ("documents", "originals", "events", "scores")) or found.last_hash != found.head["head_hash"]:
        raise BadInput("lines are missing or came in addition", where=name, remedy="export the project again")
    _check_places(found, name)
    return found


def _check_places(found: _Found, name: str) -> None:
    """Raise BadInput where the log speaks of places that the documents do not have; hashes show that nothing was changed, not that it was right."""
    documents = {document.id: document for document in found.documents}
    for state in fold(found.events).values():
        try:
            unit_of(state, documents)
        except Exception as error:
            raise BadInput(f"the places of {state.key} are not in its documents", where=name, remedy="export the project again") from error


def _start(value: dict[str, Any]) -> _Found:
    """The first line."""
    if value.get("workbench") != "project":
        raise ValueError("the first line is not that of a project")
    if value["version"] != VERSION:
        raise ValueError(f"it was written by version {value['version']} of the format, this program reads version {VERSION}")
    project = Project(
        id=_text(value["id"]),
        title=_text(value["title"]),
        description=_text(value["description"]),
        created_at=datetime.fromisoformat(value["created_at"]),
        settings={_text(name): _text(setting) for name, setting in value["settings"].items()},
    )
    return _Found(project, value)


def _take(value: dict[str, Any], found: _Found) -> None:
    """A further line."""
    if "event" in value:
        _take_event(value, found)
    elif "document" in value:
        if _sha256(value["text"].encode()) != value["sha256"]:
            raise ValueError("the text is not the one that was written")
        found.documents.append(codec.document(codec.canonical(value["document"]), value["text"]))
    elif "original" in value:
        content = base64.b64decode(value["content"], validate=True)
        if _sha256(content) != value["original"]:
            raise ValueError("the original file is not the one that was written")
        found.originals[value["original"]] = Original(value["original"], _text(value["name"]), content)
    elif "score" in value:
        key, sequence, name, figure, signature = value["score"]
        found.scores.append(Score(_text(key), int(sequence), _text(name), float(figure), _text(signature)))
    else:
        raise ValueError("it is neither document, original, event nor score")


def _take_event(value: dict[str, Any], found: _Found) -> None:
    """An event, held against its hash, the one before it, and what storing it will make of it."""
    fields = {name: value["event"][name] for name in EVENT_FIELDS}
    payload = codec.canonical(value["payload"])
    digest = codec.link_hash(found.last_hash, project_id=found.project.id, payload=payload, **fields)
    if (value["previous"], value["hash"]) != (found.last_hash, digest) or fields["sequence"] != len(found.events) + 1:
        raise ValueError("it does not continue the line before it, or is not what was written")
    event = codec.event(**fields, payload=payload)
    if codec.payload(event) != payload or codec.timestamp(event.at) != fields["at"]:
        raise ValueError("it says more than this version of the program can keep")
    found.events.append(event)
    found.last_hash = digest


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    value.encode()  # half a character could not be stored
    return value


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
