"""What a file of another hand says of a unit beyond its texts: kept with the unit word for word, and written again as it came.

The store's units have names and values; fields that only files have (flags, plurals, tags, further languages, dates of others) are values there
under a prefix, in the spelling all formats share.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from workbench.formats.fields import BY_NAME, named_texts, without
from workbench.formats.offers import OFFER, offer_of, offer_text, offered_in
from workbench.formats.record import Note, Property, Record
from workbench.model import Comment, Event, MemoryOffer, UnitAdded
from workbench.review.state import UnitState
from workbench.services.merging import BASED_ON

PREFIX: Final = "file:"
OF_A_LANGUAGE: Final = f"{PREFIX}properties"
KEPT: Final = without("state", "published", "marks", "verdict", "reviewer", "override")
"""Everything but what the review itself decides or keeps as its own."""


def kept(record: Record) -> tuple[tuple[str, str], ...]:
    """The names and values to keep with a unit that comes from a file."""
    fields = [(PREFIX + field.name, text) for field, text in named_texts(record, KEPT)]
    plain = [(entry.name, entry.value) for entry in record.properties if entry.language is None and entry.name != BASED_ON]
    tied = [list(entry) for entry in record.properties if entry.language is not None]
    offered = offered_in(record) if OFFER not in dict(plain) else None
    return (
        *fields,
        *plain,
        *([(OF_A_LANGUAGE, json.dumps(tied, ensure_ascii=False))] if tied else []),
        *([(PREFIX + OFFER, offer_text(offered))] if offered else []),
    )


def offered_to(state: UnitState) -> MemoryOffer | None:
    """What a translation memory offered for a unit, as its file said."""
    kept_with_it = dict(state.properties)
    value = kept_with_it.get(OFFER) or kept_with_it.get(PREFIX + OFFER)
    return offer_of(value) if value else None


def is_foreign(state: UnitState) -> bool:
    """Whether a unit came from a file, and not from an article."""
    return state.quotation is None and state.article_id is None


def restored(record: Record, state: UnitState, history: Sequence[Event]) -> Record:
    """The record of a unit that came from a file, with all that the file said of it and nobody has changed here."""
    first = history[0].operation if history else ""
    touched = any(event.operation != first for event in history if not isinstance(event, UnitAdded))
    values = fields_of(state)
    said = values.pop("notes", ())
    here = tuple(Note(event.text, event.author, event.at) for event in state.comments if event.operation != first)
    properties = [Property(name, value) for name, value in state.properties if not name.startswith(PREFIX)]
    properties += (Property(*row) for row in json.loads(dict(state.properties).get(OF_A_LANGUAGE, "[]")))
    if touched:  # the last hand is one of ours
        values.pop("changed_at", None)
        values.pop("changed_by", None)
    else:
        values = {"changed_at": None, "changed_by": None} | values
    unsaid: dict[str, Any] = dict.fromkeys(("segment_type", "date", "created_at", "created_by"))
    return replace(
        record,
        published=record.published if state.changed else None,
        notes=(*(said or tuple(Note(event.text, event.author, event.at) for event in comments_of(state, first))), *here),
        properties=(*properties, *(entry for entry in record.properties if entry.name == BASED_ON)),
        **(unsaid | values),
    )


def comments_of(state: UnitState, operation: str) -> list[Comment]:
    """The comments that came with the file, for units that were taken in before their notes were kept word for word."""
    return [comment for comment in state.comments if comment.operation == operation]


def fields_of(state: UnitState) -> dict[str, Any]:
    """The fields kept with a unit; a value that cannot be read any more is left as it is in the store."""
    values: dict[str, Any] = {}
    for name, text in state.properties:
        field = BY_NAME.get(name.removeprefix(PREFIX)) if name.startswith(PREFIX) else None
        if field is not None:
            try:
                values[field.attribute] = field.parse(text)
            except ValueError:
                continue
    return values
