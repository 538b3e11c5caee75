"""Marks and comments as they stand on the words of today: each found again in the present texts, or shown as being on words changed since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.model import Anchor, Comment, ErrorSpan, Event, Side, Span
from workbench.review.marks import relocated
from workbench.review.state import UnitState, after, fold
from workbench.services.units import Documents, arabic_of


@dataclass(frozen=True, slots=True)
class Texts:
    """Both sides of a unit at one moment."""

    source: str
    target: str

    def of(self, side: Side) -> str:
        """One of them."""
        return self.source if side is Side.SOURCE else self.target


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an anchor stands now: `span` counts in the present text of its side, None where its words have changed since."""

    anchor: Anchor
    span: Span | None

    def json(self) -> dict[str, Any]:
        """As the pane reads it."""
        return {"exact": self.anchor.exact, "span": None if self.span is None else self.span.pair()}


def texts_at(history: Sequence[Event], documents: Documents, events: Iterable[Event]) -> dict[int, Texts]:
    """The texts as they were when each of `events` was made, by its sequence."""
    wanted = {event.sequence for event in events}
    found: dict[int, Texts] = {}
    state: UnitState | None = None
    for event in history:
        state = after(state, event) if state else fold([event], retired=True).get(event.unit_key)
        if state and event.sequence in wanted:
            found[event.sequence] = Texts(arabic_of(state, documents), state.rendering)
    return found


def _origin(mark: ErrorSpan, history: Sequence[Event]) -> ErrorSpan:
    """The entry that put a mark on its words: a later one that only says something else of it keeps the words of that moment."""
    made = (event for event in history if isinstance(event, ErrorSpan) and event.mark == mark.mark)
    return next((event for event in made if (event.target, event.source) == (mark.target, mark.source)), mark)


class Standings:
    """Finds the anchors of a unit again; works nothing out for a unit without any."""

    def __init__(self, state: UnitState, history: Sequence[Event], documents: Documents) -> None:
        self._origins = {mark.sequence: _origin(mark, history) for mark in state.marks}
        anchored: list[Event] = [*self._origins.values(), *(comment for comment in state.comments if comment.anchor)]
        self._then = texts_at(history, documents, anchored) if anchored else {}
        self._now = Texts(arabic_of(state, documents), state.rendering) if anchored else Texts("", "")

    def standing(self, event: Event, anchor: Anchor | None, side: Side) -> Standing | None:
        """Where an anchor of an event stands; None for no anchor."""
        if anchor is None:
            return None
        then = self._then.get(self._origins.get(event.sequence, event).sequence)
        return Standing(anchor, relocated(anchor, then.of(side), self._now.of(side)) if then else None)

    def mark(self, mark: ErrorSpan) -> dict[str, Any]:
        """A mark as the pane reads it."""
        target, source = self.standing(mark, mark.target, Side.TARGET), self.standing(mark, mark.source, Side.SOURCE)
        return {
            "mark": mark.mark,
            "category": mark.category,
            "severity": mark.severity.value,
            "points": mark.severity.points,
            "note": mark.note,
            "origin": mark.origin,
            "author": mark.author,
            "at": mark.at.isoformat(),
            "target": target.json() if target else None,
            "source": source.json() if source else None,
        }

    def comment(self, comment: Comment, *, resolved: bool) -> dict[str, Any]:
        """A comment as the pane reads it."""
        place = self.standing(comment, comment.anchor, comment.side) if comment.side else None
        return {
            "id": comment.operation,
            "author": comment.author,
            "at": comment.at.isoformat(),
            "text": comment.text,
            "mentions": list(comment.mentions),
            "resolved": resolved,
            "side": comment.side.value if comment.side else None,
            "place": place.json() if place else None,
        }
