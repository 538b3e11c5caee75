"""One thing a reviewer did, and what it is applied to.

An operation carries its own unique name, so that sending it again is harmless, and the event it was based on, so that nothing newer is
overwritten. It comes from a browser: every field is looked at.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from workbench.errors import BadInput
from workbench.model import Document, Event
from workbench.review.state import UnitState
from workbench.services.stamps import Stamp, stamp

Kind = TypeVar("Kind", bound=StrEnum)

LONGEST_TEXT = 20_000
"""Code points of a rendering, comment or reason: far above any quotation, far below what hurts."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a reviewer did, as it came from the pane.

    `based_on` is the newest event of the unit that the reviewer had seen; `after` names an operation of theirs on the same unit that was
    still on its way, and on whose result this one builds.
    """

    id: str
    unit_key: str
    based_on: int
    kind: str
    fields: Mapping[str, Any]
    after: str | None = None

    def text(self, field: str, longest: int = LONGEST_TEXT) -> str:
        """A field that must be text."""
        value = self.fields.get(field)
        if not isinstance(value, str):
            raise BadInput(f"“{field}” is not a text", where=self.unit_key, remedy="reload the page")
        if len(value) > longest:
            raise BadInput(f"“{field}” has {len(value)} characters, at most {longest} are kept", where=self.unit_key, remedy="shorten it")
        if "\0" in value:
            raise BadInput(f"“{field}” contains a NUL character", where=self.unit_key, remedy="remove it and save again")
        return value.replace("\r\n", "\n")

    def optional(self, field: str, longest: int = LONGEST_TEXT) -> str:
        """A field that may be left out: then it is empty."""
        return self.text(field, longest) if self.fields.get(field) is not None else ""

    def member(self, kind: type[Kind], field: str) -> Kind:
        """A field that is one of a few words."""
        value = self.text(field, 100)
        try:
            return kind(value)
        except ValueError as error:
            known = ", ".join(kind)
            raise BadInput(f"“{value}” is not one of {known}", where=self.unit_key, remedy="reload the page") from error


class Common(Stamp):
    """The fields all events have."""

    unit_key: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What an operation is applied to: the unit as it stands, its events, the documents, the person, the project's settings."""

    state: UnitState
    history: Sequence[Event]
    documents: Mapping[str, Document]
    reviewer: str
    settings: Mapping[str, str] = field(default_factory=dict)

    def common(self, operation: Operation) -> Common:
        """The fields of an event made now."""
        return {"unit_key": self.state.key, **stamp(self.reviewer, operation.id)}


def sequence_of(operation: str | None, history: Iterable[Event]) -> int | None:
    """The last event of an operation, None where it is not stored."""
    return max((event.sequence for event in history if event.operation == operation), default=None)
