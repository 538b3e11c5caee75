"""The schema, step by step. A migration runs together with its own record in one transaction, or not at all."""

import sqlite3
from datetime import UTC, datetime
from typing import NamedTuple

from workbench.errors import StoreError


class Migration(NamedTuple):
    """A numbered step and its statements."""

    number: int
    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        1,
        "projects, documents, the log, scores, jobs",
        (
            """CREATE TABLE projects (
                   id TEXT PRIMARY KEY,
                   title TEXT NOT NULL,
                   description TEXT NOT NULL,
                   created_at TEXT NOT NULL,
                   settings TEXT NOT NULL,
                   head INTEGER NOT NULL,
                   head_hash TEXT NOT NULL
               )""",
            """CREATE TABLE documents (
                   project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
                   id TEXT NOT NULL,
                   role TEXT NOT NULL,
                   position INTEGER NOT NULL,
                   payload TEXT NOT NULL,
                   text TEXT NOT NULL,
                   sha256 TEXT NOT NULL,
                   PRIMARY KEY (project_id, id)
               )""",
            """CREATE TABLE originals (
                   project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
                   sha256 TEXT NOT NULL,
                   name TEXT NOT NULL,
                   content BLOB NOT NULL,
                   PRIMARY KEY (project_id, sha256)
               )""",
            """CREATE TABLE events (
                   project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
                   sequence INTEGER NOT NULL,
                   unit_key TEXT NOT NULL,
                   kind TEXT NOT NULL,
                   contended INTEGER NOT NULL,
                   author TEXT NOT NULL,
                   at TEXT NOT NULL,
                   operation TEXT NOT NULL,
                   ordinal INTEGER NOT NULL,
                   payload TEXT NOT NULL,
                   previous_hash TEXT NOT NULL,
                   hash TEXT NOT NULL,
                   PRIMARY KEY (project_id, sequence),
                   UNIQUE (project_id, operation, ordinal)
               )""",
            "CREATE INDEX events_by_unit ON events (project_id, unit_key, sequence)",
            """CREATE TABLE scores (
                   project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
                   unit_key TEXT NOT NULL,
                   name TEXT NOT NULL,
                   sequence INTEGER NOT NULL,
                   value REAL NOT NULL,
                   signature TEXT NOT NULL,
                   PRIMARY KEY (project_id, unit_key, name, sequence)
               )""",
            """CREATE TABLE jobs (
                   id INTEGER PRIMARY KEY AUTOINCREMENT,
                   project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
                   kind TEXT NOT NULL,
                   subject TEXT NOT NULL,
                   background INTEGER NOT NULL,
                   state TEXT NOT NULL,
                   done INTEGER NOT NULL,
                   total INTEGER NOT NULL,
                   note TEXT NOT NULL,
                   updated_at TEXT NOT NULL,
                   process INTEGER
               )""",
        ),
    ),
    Migration(
        2,
        "vectors of texts",
        (
            """CREATE TABLE vectors (
                   number INTEGER PRIMARY KEY AUTOINCREMENT,
                   encoder TEXT NOT NULL,
                   digest TEXT NOT NULL,
                   vector BLOB NOT NULL,
                   UNIQUE (encoder, digest)
               )""",
        ),
    ),
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date; StoreError when the database was written by a newer version."""
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)")
    known = MIGRATIONS[-1].number
    for migration in MIGRATIONS:
        connection.execute("BEGIN IMMEDIATE")
        try:
            newest = connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0]
            if newest > known:
                raise StoreError(f"the database is at schema {newest}, this version knows {known}; use the newer version of the workbench")
            if newest < migration.number:
                for statement in migration.statements:
                    connection.execute(statement)
                row = (migration.number, migration.name, datetime.now(UTC).isoformat())
                connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", row)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
