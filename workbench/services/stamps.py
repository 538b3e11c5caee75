"""Who, when, and in which operation: what all events of one save share."""

import uuid
from datetime import UTC, datetime
from typing import TypedDict

from workbench.model import MACHINE


class Stamp(TypedDict):
    """The common fields of events, without the unit."""

    author: str
    at: datetime
    operation: str


def stamp(author: str = MACHINE, operation: str | None = None) -> Stamp:
    """A stamp made now; without an `operation` that came from elsewhere, a new one."""
    return {"author": author, "at": datetime.now(UTC), "operation": operation or uuid.uuid4().hex}
