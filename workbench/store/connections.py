"""SQLite connections: durable settings on each, one writer at a time in this process, foreign errors translated."""

import queue
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from workbench.errors import StoreError

BUSY_SECONDS = 10
SETTINGS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")


class Connections:
    """A pool for one database; connections move between threads, because the app draws each page in a new one."""

    def __init__(self, path: Path | Literal[":memory:"]) -> None:
        self._path = path
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        self._write_lock = threading.Lock()
        self._memory_lock = threading.RLock() if path == ":memory:" else None
        if isinstance(path, Path):
            _make_folder(path.parent)
        self._idle.put(self._connect())

    def close(self) -> None:
        """Close the idle connections."""
        while not self._idle.empty():
            self._idle.get_nowait().close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection outside any transaction; each statement sees the newest state."""
        connection = self._take()
        try:
            yield connection
        except sqlite3.Error as error:
            raise self._translated(error) from error
        finally:
            self._idle.put(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction that took the write lock at its start, so that what it reads cannot change before it writes.

        Committed (and on disk) when the block ends, rolled back when it raises.
        """
        with self._write_lock, self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def _take(self) -> sqlite3.Connection:
        if self._memory_lock:  # another connection would be another, empty database
            return self._idle.get(timeout=BUSY_SECONDS)
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            connection.row_factory = sqlite3.Row
            for statement in SETTINGS:
                connection.execute(statement)
        except sqlite3.Error as error:
            raise self._translated(error) from error
        return connection

    def _translated(self, error: sqlite3.Error) -> StoreError:
        return StoreError(f"{self._path}: {error}; check that the folder is writable and the disk not full, or name another file with --database")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}; name a file in another folder with --database") from error
