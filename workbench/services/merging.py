"""A record that comes back from outside, held against its unit here: what of it is new, what is ours already, what both sides changed.

Files we write name the event each unit stood at (`BASED_ON`), so that a text nobody touched outside is told from one that was changed back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.formats.record import Property, Record
from workbench.model import Event, Revision, Side, UnitAdded
from workbench.review.state import UnitState

BASED_ON = "x-based-on"
"""The property of a record that holds the sequence of the unit's newest event when the file was written."""


class Outcome(StrEnum):
    """What became of a unit of the file."""

    ADDED = "new"
    REVISED = "revised"
    UNCHANGED = "as it is here"
    OLDER = "newer here, and not changed outside"
    CONFLICT = "changed on both sides"
    EMPTIED = "without a rendering in the file"


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome for a unit that is here, and whose change stands in the way where both sides changed."""

    outcome: Outcome
    theirs: Event | None = None


def based_on(state: UnitState) -> Property:
    """The property that names the event a unit stands at."""
    return Property(BASED_ON, str(state.sequence))


def base_of(record: Record) -> int | None:
    """The event the file says its text was based on, None where it says nothing we wrote."""
    value = next((entry.value for entry in record.properties if entry.name == BASED_ON), "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else None


def merge(record: Record, state: UnitState, history: Sequence[Event]) -> Merged:
    """What to do with a record whose unit is here.

    Nothing newer than what the file was based on is overwritten, be it a text, a place or a verdict. A text that has stood here before and
    was not the one the file was based on was changed back on purpose; where the file does not say, it is taken for an old one.
    """
    if not record.target.strip():
        return Merged(Outcome.EMPTIED if state.rendering.strip() and not is_hidden(record) else Outcome.UNCHANGED)
    if record.target == state.rendering:
        return Merged(Outcome.UNCHANGED)
    base = base_of(record)
    former = renderings(history)
    if base is None:
        if record.target in former.values():
            return Merged(Outcome.OLDER)
        newer = [event for event in history if event.contended and record.changed_at and event.at.replace(microsecond=0) > record.changed_at]
    else:
        if record.target == text_at(base, former):
            return Merged(Outcome.OLDER)
        newer = [event for event in history if event.contended and event.sequence > base]
    return Merged(Outcome.CONFLICT, newer[-1]) if newer else Merged(Outcome.REVISED)


def is_hidden(record: Record) -> bool:
    """Whether the file's format leaves the rendering out on purpose, as PO does with a rejected one."""
    return record.state == "rejected"


def renderings(history: Sequence[Event]) -> dict[int, str]:
    """Every rendering a unit has had, by the event that brought it."""
    texts: dict[int, str] = {}
    for event in history:
        if isinstance(event, UnitAdded):
            texts.setdefault(event.sequence, event.target)
        elif isinstance(event, Revision) and event.side is Side.TARGET:
            texts[event.sequence] = event.text
    return texts


def text_at(sequence: int, texts: dict[int, str]) -> str | None:
    """The rendering that stood after an event, None before the unit was there.

    >>> text_at(5, {1: "had", 4: "held", 7: "had held"})
    'held'
    """
    return next((text for place, text in sorted(texts.items(), reverse=True) if place <= sequence), None)
