"""Our types to JSON and back, and the hash that chains events."""

import hashlib
import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from cattrs.preconf.json import JsonConverter, make_converter

from workbench.errors import BadInput, StoreError
from workbench.model import EVENTS, Document, Event

FIRST_HASH = "0" * 64
"""What the first event of a project names as its predecessor's hash."""

COMMON_FIELDS = ("unit_key", "author", "at", "operation", "sequence")
_EVENT_TYPES = {event.kind: event for event in EVENTS}


@cache
def _converter() -> JsonConverter:
    return make_converter()


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same value is always the same text.

    >>> canonical({"b": 1, "a": "حماة"})
    '{"a":"حماة","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def timestamp(at: datetime) -> str:
    """A moment in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def payload(event: Event) -> str:
    """What an event says beyond the common fields; BadInput for text that is no text."""
    fields = _converter().unstructure(event)
    text = canonical({name: value for name, value in fields.items() if name not in COMMON_FIELDS})
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInput("half of a character (a lone surrogate)", where=event.unit_key, remedy="type the character again") from error
    return text


def event(kind: str, *, unit_key: str, author: str, at: str, operation: str, sequence: int, payload: str) -> Event:
    """The event a row holds; StoreError when the row cannot be read."""
    try:
        values = json.loads(payload) | {"unit_key": unit_key, "author": author, "at": at, "operation": operation, "sequence": sequence}
        return _converter().structure(values, _EVENT_TYPES[kind])
    except Exception as error:  # whatever a damaged row makes of the converter, it is one thing to the caller
        raise StoreError(f"event {sequence} of {unit_key} cannot be read ({error}); restore a backup") from error


def document_payload(document: Document) -> str:
    """A document without its text, which has a column of its own."""
    fields = _converter().unstructure(document)
    del fields["text"]
    return canonical(fields)


def document(payload: str, text: str) -> Document:
    """The document a row holds."""
    return _converter().structure(json.loads(payload) | {"text": text}, Document)


def link_hash(previous: str, *, project_id: str, sequence: int, kind: str, unit_key: str, author: str, at: str, operation: str, payload: str) -> str:
    """SHA-256 over the predecessor's hash and everything the row says, in hexadecimal."""
    row = canonical([previous, project_id, sequence, kind, unit_key, author, at, operation, payload])
    return hashlib.sha256(row.encode()).hexdigest()
