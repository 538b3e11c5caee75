"""Changing every text of a record at once: taking out what a format cannot carry."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from workbench.formats.record import Record

Change = Callable[[str], str]

NAMES = tuple(field.name for field in fields(Record) if field.name not in ("state", "segment_type", "where"))


def with_texts(record: Record, change: Change) -> Record:
    """The record with `change` made to every text in it; the same object when nothing changes."""
    changes = {name: new for name in NAMES if (new := changed(value := getattr(record, name), change)) is not value}
    return replace(record, **changes) if changes else record


def changed(value: Any, change: Change) -> Any:
    """A text, or a tuple of texts at any depth, after the change; everything else as it is."""
    if type(value) is str:
        new = change(value)
        return value if new == value else new
    if isinstance(value, tuple) and value:
        return changed_tuple(value, change)
    return value


def changed_tuple(value: tuple[Any, ...], change: Change) -> tuple[Any, ...]:
    """A tuple, plain or named, after the change."""
    parts: Iterable[Any] = [changed(part, change) for part in value]
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
