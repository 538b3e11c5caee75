"""Is everything as it was written? The engine's own check sees torn pages, the chain of hashes sees changed bytes."""

import hashlib
import sqlite3
from collections.abc import Iterator

from workbench.store import codec
from workbench.store.protocol import Verification


def verify(connection: sqlite3.Connection) -> Verification:
    """Check pages, documents and every project's chain."""
    problems = [f"the file is damaged: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    problems.extend(_document_problems(connection))
    for project in connection.execute("SELECT id, head, head_hash FROM projects ORDER BY id").fetchall():
        problems.extend(_chain_problems(connection, project))
    events = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    return Verification(events, documents, tuple(problems))


def _document_problems(connection: sqlite3.Connection) -> Iterator[str]:
    for project_id, document_id, text, sha256 in connection.execute("SELECT project_id, id, text, sha256 FROM documents"):
        if hashlib.sha256(text.encode()).hexdigest() != sha256:
            yield f"{project_id}: the text of {document_id} is not the one that was stored"


def _chain_problems(connection: sqlite3.Connection, project: sqlite3.Row) -> Iterator[str]:
    previous, expected = codec.FIRST_HASH, 1
    for row in connection.execute("SELECT * FROM events WHERE project_id = ? ORDER BY sequence", (project["id"],)):
        where = f"{project['id']}: event {row['sequence']} of {row['unit_key']}"
        if row["sequence"] != expected:
            yield f"{where}: events {expected} to {row['sequence'] - 1} are missing"
        if row["previous_hash"] != previous:
            yield f"{where}: does not continue the event before it"
        fields = {name: row[name] for name in ("project_id", "sequence", "kind", "unit_key", "author", "at", "operation", "payload")}
        if codec.link_hash(row["previous_hash"], **fields) != row["hash"]:
            yield f"{where}: is not what was stored"
        previous, expected = row["hash"], row["sequence"] + 1
    if (expected - 1, previous) != (project["head"], project["head_hash"]):
        yield f"{project['id']}: the log does not end where it ended when it was last written"
