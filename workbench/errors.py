"""Everything the workbench raises on purpose.

Each message is one line a user can act on: what is wrong, where, and what to do.

    WorkbenchError
    ├── BadInput            a file, text or argument cannot be used as it is
    ├── NotFound            a project, document, unit or file does not exist
    ├── Conflict            somebody saved a newer text first; nothing was overwritten
    ├── Refused             a rule forbids it (for example approving one's own text without an override)
    └── StoreError          the database cannot be opened, read or trusted
"""


class WorkbenchError(Exception):
    """The root of all errors raised on purpose; `str()` of it is shown to the user."""


class BadInput(WorkbenchError):
    """Input that cannot be used, with its place.

    >>> str(BadInput("<tuv> has no language", where="line 12 of statement.tmx", remedy='add xml:lang="ar"'))
    'line 12 of statement.tmx: <tuv> has no language; add xml:lang="ar"'
    """

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__((f"{where}: " if where else "") + what + (f"; {remedy}" if remedy else ""))


class NotFound(WorkbenchError):
    """Something named by the caller does not exist."""


class Conflict(WorkbenchError):
    """A save was based on an older state of the unit; the newer events are named, nothing was written."""

    def __init__(self, unit_key: str, expected: int, actual: int) -> None:
        self.unit_key = unit_key
        self.expected = expected
        self.actual = actual
        super().__init__(
            f"{unit_key}: changed meanwhile (this save was based on event {expected}, the newest is {actual}); compare both texts and save again"
        )


class Refused(WorkbenchError):
    """A rule of the review forbids the action."""


class StoreError(WorkbenchError):
    """The database cannot be opened, written or trusted."""
