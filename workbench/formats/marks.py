"""Marks as JSON, for formats that have no place of their own for them, and where they stand once a text has changed."""

import json
from collections.abc import Iterable
from typing import Any

from workbench.formats.lines import time_of, time_text
from workbench.formats.record import Mark, Place, Record
from workbench.formats.report import Report
from workbench.model import Anchor, ErrorSeverity, Span
from workbench.review.marks import relocated

TEXTS = ("note", "author", "name", "origin", "on_target", "on_source")
PLACES = ("target", "source")


def mark_json(mark: Mark) -> dict[str, Any]:
    """A mark as JSON, without what it does not say.

    >>> mark_json(Mark("accuracy/omission", ErrorSeverity.MAJOR, target=(3, 3), note="the place"))
    {'category': 'accuracy/omission', 'severity': 'major', 'target': [3, 3], 'note': 'the place'}
    """
    said = {name: list(value) if isinstance(value, tuple) else value for name, value in mark._asdict().items() if value not in (None, "")}
    # a category always, and a text the mark was made on even when it was empty
    said |= {name: getattr(mark, name) for name in ("category", "on_target", "on_source") if getattr(mark, name) is not None}
    said["severity"] = mark.severity.value
    if mark.at:
        said["at"] = time_text(mark.at)
    return said


def mark_of(value: Any) -> Mark:
    """The way back from `mark_json`; raises ValueError for anything else."""
    if not isinstance(value, dict) or not isinstance(value.get("category"), str):
        raise ValueError("not a mark")
    texts = {name: value[name] for name in TEXTS if name in value}
    if not all(isinstance(text, str) for text in (*texts.values(), value.get("at", ""))):
        raise ValueError("not a mark")
    mark = Mark(value["category"], ErrorSeverity(value.get("severity", "")), at=time_of(value["at"]) if "at" in value else None)
    places: dict[str, Any] = {name: place_of(value[name]) for name in PLACES if name in value}
    return mark._replace(**texts, **places)


def place_of(value: Any) -> Place:
    """A pair of offsets; raises ValueError for what is none."""
    if not (isinstance(value, list) and len(value) == 2 and all(type(number) is int for number in value) and 0 <= value[0] <= value[1]):
        raise ValueError("not a place")
    return value[0], value[1]


def marks_text(marks: Iterable[Mark]) -> str:
    """Marks as one line of JSON."""
    return json.dumps([mark_json(mark) for mark in marks], ensure_ascii=False)


def marks_of(text: str) -> tuple[Mark, ...]:
    """The way back from `marks_text`; raises ValueError for anything else."""
    values = json.loads(text)
    if not isinstance(values, list):
        raise ValueError("not a list of marks")
    return tuple(mark_of(value) for value in values)


def fits(mark: Mark, record: Record) -> bool:
    """Whether the mark's places lie within the texts it was made on; a text that is empty is one the file does not have."""
    target = record.target if mark.on_target is None else mark.on_target
    source = record.source if mark.on_source is None else mark.on_source
    return not any(place and text and place[1] > len(text) for place, text in ((mark.target, target), (mark.source, source)))


def fitting(record: Record, report: Report) -> tuple[Mark, ...]:
    """The marks of a record that lie within its texts; the others are counted."""
    kept = tuple(mark for mark in record.marks if fits(mark, record))
    report.lose("marks that reach beyond their text", len(record.marks) - len(kept))
    return kept


def place_now(place: Place | None, then: str | None, now: str) -> Place | None:
    """Where a place of the text `then` (None: the same text) stands in `now`; None where its words are gone, or nothing is marked.

    >>> place_now((3, 6), "we had talks", "Today we had talks")
    (9, 12)
    """
    if place is None or then is None or then == now:
        return place
    span = relocated(Anchor.of(then, Span(*place)), then, now) if place[1] <= len(then) else None
    return None if span is None else (span.start, span.end)


def following(record: Record, source: str, target: str) -> tuple[Mark, ...]:
    """The record's marks once its texts have become `source` and `target`, on the former texts where their words are gone."""
    if (source, target) == (record.source, record.target):
        return record.marks
    return tuple(followed(mark, record, source, target) for mark in record.marks)


def followed(mark: Mark, record: Record, source: str, target: str) -> Mark:
    """One mark of `following`."""
    if mark.on_target is None and mark.target and target != record.target:
        place = place_now(mark.target, record.target, target)
        mark = mark._replace(target=place) if place else mark._replace(on_target=record.target)
    if mark.on_source is None and mark.source and source != record.source:
        place = place_now(mark.source, record.source, source)
        mark = mark._replace(source=place) if place else mark._replace(on_source=record.source)
    return mark
