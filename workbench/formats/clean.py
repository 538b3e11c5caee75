"""Changing every text of a record at once: taking out what a format cannot carry."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from workbench.formats.record import Mark, Place, Record

Change = Callable[[str], str]

NAMES = tuple(field.name for field in fields(Record) if field.name not in ("state", "segment_type", "where", "marks"))


def with_texts(record: Record, change: Change) -> Record:
    """The record with `change` made to every text in it; the same object when nothing changes.

    A change takes out or replaces what is not printable, so a record without such a character is not looked at more closely.
    """
    if all(is_printable(value) for value in record.__dict__.values()):
        return record
    changes = {name: new for name in NAMES if (new := changed(value := getattr(record, name), change)) is not value}
    if record.marks:
        marks = tuple(changed_mark(mark, record, change) for mark in record.marks)
        changes |= {"marks": marks} if marks != record.marks else {}
    return replace(record, **changes) if changes else record


def is_printable(value: Any) -> bool:
    """Whether every text in a value is printable."""
    if type(value) is str:
        return value.isprintable()
    return all(is_printable(part) for part in value) if value and isinstance(value, tuple) else True


def changed_mark(mark: Mark, record: Record, change: Change) -> Mark:
    """A mark after the change to its own texts and to those it stands on."""
    on_target = record.target if mark.on_target is None else mark.on_target
    on_source = record.source if mark.on_source is None else mark.on_source
    texts = changed_tuple(tuple(mark), change)
    return Mark(*texts)._replace(target=moved(mark.target, on_target, change), source=moved(mark.source, on_source, change))


def moved(place: Place | None, text: str, change: Change) -> Place | None:
    """A place of a text after the change to the text."""
    if place is None or change(text) == text:
        return place
    return (len(change(text[: place[0]])), len(change(text[: place[1]])))


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
