"""What reading and writing XLIFF share: namespaces, words for states, and where our own fields stand.

Version 1.2 carries them in a `<context-group purpose="x-workbench">` of the unit, version 2.1 in its metadata module. Tools keep both without looking
inside.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from workbench.formats.fields import without
from workbench.formats.record import Record, State
from workbench.formats.xmlgate import XML

FIRST: Final = "urn:oasis:names:tc:xliff:document:1.2"
SECOND: Final = "urn:oasis:names:tc:xliff:document:2.0"
"""XLIFF 2.1 kept the namespace of 2.0."""
METADATA: Final = "urn:oasis:names:tc:xliff:metadata:2.0"
XML_SPACE: Final = f"{{{XML}}}space"

OURS: Final = "workbench"
"""The category of our metadata; once also the name of our context groups."""
FIELD_PREFIX: Final = "x-"
PURPOSE: Final = FIELD_PREFIX + OURS
"""The purpose of our context groups."""
PROPERTIES: Final = "properties"
PUBLISHED: Final = "published"
"""The origin (1.2) or category (2.1) of the note that holds the rendering as it was printed: every tool shows notes."""

FIELDS: Final = without("inline", "notes", PUBLISHED)
BY_NAME: Final = {field.name: field for field in FIELDS}

NUMBERED: Final = "wb-"
"""Begins the id of a 2.1 unit whose key is no NMTOKEN; its `name` is the key."""


def spaces(namespace: str) -> Any:
    """The map that makes a namespace the default; lxml's types do not know that None may be a key."""
    return {None: namespace}


class Words(NamedTuple):
    """How a version says a state: the word on the target or segment, and 1.2's `approved`."""

    state: str
    approved: bool = False


FIRST_WORDS: Final[Mapping[State, Words]] = {
    State.WAITING: Words("translated"),
    State.CHANGED: Words("translated"),
    State.SECOND_LOOK: Words("needs-review-translation"),
    State.APPROVED: Words("final", approved=True),
    State.REJECTED: Words("needs-translation"),
    State.NO_SOURCE: Words("translated"),
}
SECOND_WORDS: Final[Mapping[State, Words]] = {
    State.WAITING: Words("translated"),
    State.CHANGED: Words("translated"),
    State.SECOND_LOOK: Words("initial"),
    State.APPROVED: Words("final"),
    State.REJECTED: Words("initial"),
    State.NO_SOURCE: Words("translated"),
}

UNDERSTOOD: Final[Mapping[str, State]] = {
    # XLIFF 1.2, on <target>
    "final": State.APPROVED,
    "signed-off": State.APPROVED,
    "needs-translation": State.SECOND_LOOK,
    "needs-adaptation": State.SECOND_LOOK,
    "needs-l10n": State.SECOND_LOOK,
    "needs-review-translation": State.SECOND_LOOK,
    "needs-review-adaptation": State.SECOND_LOOK,
    "needs-review-l10n": State.SECOND_LOOK,
    # XLIFF 2, on <segment>
    "reviewed": State.APPROVED,
    # SDLXLIFF, on <sdl:seg conf="…">
    "ApprovedTranslation": State.APPROVED,
    "ApprovedSignOff": State.APPROVED,
    "RejectedTranslation": State.REJECTED,
    "RejectedSignOff": State.REJECTED,
    "Draft": State.SECOND_LOOK,
}
"""What a tool calls a state → ours; every other word means that the text waits for its revision."""


def understood(word: str | None, *, approved: bool = False) -> State:
    """Our state for a tool's word."""
    return State.APPROVED if approved else UNDERSTOOD.get(word or "", State.WAITING)


def settled_state(record: Record) -> State:
    """The state as XLIFF carries it: nothing without a text is approved."""
    return State.WAITING if record.state is State.APPROVED and not record.target else record.state
