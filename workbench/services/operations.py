"""What a reviewer does in the pane: each operation becomes events of the log, or a clear refusal.

An operation carries its own unique name, so that sending it again is harmless, and the event it was based on, so that nothing newer is
overwritten. It comes from a browser: every field is looked at.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from workbench.errors import BadInput, Refused
from workbench.model import (
    Comment,
    Dismissal,
    Document,
    Event,
    Fidelity,
    FidelityJudged,
    LinkDecision,
    QuotationCorrected,
    Remedy,
    RemedyChosen,
    Revision,
    Span,
    UnitAdded,
    Verdict,
    VerdictKind,
)
from workbench.review.rules import admit
from workbench.review.state import UnitState, fold
from workbench.services.stamps import Stamp, stamp

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


class Common(Stamp):
    """The fields all events have."""

    unit_key: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What an operation is applied to: the unit as it stands, its events, the documents, the person."""

    state: UnitState
    history: Sequence[Event]
    documents: Mapping[str, Document]
    reviewer: str

    def common(self, operation: Operation) -> Common:
        """The fields of an event made now."""
        return {"unit_key": self.state.key, **stamp(self.reviewer, operation.id)}


def events_of(operation: Operation, scene: Scene) -> list[Event]:
    """What the operation adds to the log; Refused or BadInput when it may or can not be done."""
    make = _MAKERS.get(operation.kind)
    if make is None:
        raise BadInput(f"this version does not know the operation “{operation.kind}”", where=operation.unit_key, remedy="reload the page")
    return make(operation, scene)


def _revise(operation: Operation, scene: Scene) -> list[Event]:
    return [Revision(**scene.common(operation), text=operation.text("text"))]


def _restore(operation: Operation, scene: Scene) -> list[Event]:
    restored = operation.fields.get("of")
    return [Revision(**scene.common(operation), text=operation.text("text"), restores=restored if isinstance(restored, int) else None)]


def _verdict(operation: Operation, scene: Scene) -> list[Event]:
    """A verdict; approving a place nobody has confirmed confirms it."""
    kind = _member(VerdictKind, operation, "verdict")
    override = operation.fields.get("override") is True
    reason = operation.text("reason") if "reason" in operation.fields else ""
    verdict = admit(scene.state, Verdict(**scene.common(operation), verdict=kind, reason=reason, override=override))
    place = scene.state.place
    if verdict.verdict.approves and scene.state.decision is None and place is not None:
        return [LinkDecision(**scene.common(operation), document_id=place.document_id, spans=place.spans), verdict]
    return [verdict]


def _link(operation: Operation, scene: Scene) -> list[Event]:
    document_id = operation.fields.get("document_id")
    if document_id is None:
        return [LinkDecision(**scene.common(operation), document_id=None)]
    document = scene.documents.get(document_id) if isinstance(document_id, str) else None
    if document is None:
        raise BadInput(f"the project has no source {document_id}", where=operation.unit_key, remedy="reload the page")
    spans = tuple(sorted(_span(pair, document, operation) for pair in operation.fields.get("spans") or ()))
    if not spans or any(left.end > right.start for left, right in pairwise(spans)):
        raise BadInput("the chosen places are empty or overlap", where=operation.unit_key, remedy="choose them again")
    return [LinkDecision(**scene.common(operation), document_id=document.id, spans=spans)]


def _span(pair: Any, document: Document, operation: Operation) -> Span:
    try:
        start, end = pair
        span = Span(start, end)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{pair} is not a place in {document.id}", where=operation.unit_key, remedy="choose it again") from error
    if not len(span) or span.end > len(document.text):
        raise BadInput(f"{pair} lies outside {document.id}", where=operation.unit_key, remedy="choose it again")
    return span


def _comment(operation: Operation, scene: Scene) -> list[Event]:
    text = operation.text("text")
    if not text.strip():
        raise BadInput("the comment is empty", where=operation.unit_key)
    return [Comment(**scene.common(operation), text=text)]


def _dismiss(operation: Operation, scene: Scene) -> list[Event]:
    check_id, separator, finding = operation.text("finding").partition("|")
    if not separator:
        raise BadInput("the finding has no name", where=operation.unit_key, remedy="reload the page")
    reason = operation.text("reason") if "reason" in operation.fields else ""
    return [Dismissal(**scene.common(operation), check_id=check_id, finding=finding, reason=reason)]


def _fidelity(operation: Operation, scene: Scene) -> list[Event]:
    value = None if not operation.fields.get("value") else _member(Fidelity, operation, "value")
    return [FidelityJudged(**scene.common(operation), fidelity=value)]


def _remedy(operation: Operation, scene: Scene) -> list[Event]:
    value = None if not operation.fields.get("value") else _member(Remedy, operation, "value")
    return [RemedyChosen(**scene.common(operation), remedy=value)]


def _undo(operation: Operation, scene: Scene) -> list[Event]:
    """Take back the reviewer's own last change of text, place or verdict, as a new entry of the log; again, and the one before goes."""
    last = last_change(scene.history)
    if last is None:
        raise Refused(f"{operation.unit_key}: nothing to undo")
    if isinstance(last, QuotationCorrected):
        raise Refused(f"{operation.unit_key}: the last change is a correction of the quotation itself; correct it on the article's page")
    if last.author != scene.reviewer:
        raise Refused(f"{operation.unit_key}: the last change is {last.author}'s, not yours")
    common = scene.common(operation)
    undone = {event.undoes for event in scene.history} | {last.operation}
    before = fold(event for event in scene.history if event.operation not in undone and event.undoes is None)[scene.state.key]
    if isinstance(last, Verdict):
        former = before.verdict
        kind = former.verdict if former else VerdictKind.WITHDRAWN
        return [Verdict(**common, undoes=last.operation, verdict=kind, reason=former.reason if former else "")]
    if isinstance(last, Revision):
        return [Revision(**common, undoes=last.operation, text=before.rendering)]
    place = before.place
    return [LinkDecision(**common, undoes=last.operation, document_id=place.document_id if place else None, spans=place.spans if place else ())]


def last_change(history: Sequence[Event]) -> Event | None:
    """The newest change of text, place, verdict or quotation that stands: neither taken back nor itself the taking back of another."""
    undone = {event.undoes for event in history}
    changes = (event for event in reversed(history) if event.contended and not isinstance(event, UnitAdded))
    standing = (event for event in changes if event.undoes is None and event.operation not in undone)
    return next(standing, None)


def _member(kind: Any, operation: Operation, field: str) -> Any:
    value = operation.text(field, 100)
    try:
        return kind(value)
    except ValueError as error:
        known = ", ".join(kind)
        raise BadInput(f"“{value}” is not one of {known}", where=operation.unit_key, remedy="reload the page") from error


_MAKERS: dict[str, Callable[[Operation, Scene], list[Event]]] = {
    "revise": _revise,
    "restore": _restore,
    "verdict": _verdict,
    "link": _link,
    "comment": _comment,
    "dismiss": _dismiss,
    "fidelity": _fidelity,
    "remedy": _remedy,
    "undo": _undo,
}
