"""What a reviewer does in the pane: each operation becomes events of the log, or a clear refusal.

What changes the texts, the place and the verdict is here; comments, marks and the editor's sheet are in `remarks`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from workbench.errors import BadInput, Refused
from workbench.model import (
    Dismissal,
    DismissalScope,
    Document,
    Event,
    Fidelity,
    FidelityJudged,
    LinkDecision,
    QuotationCorrected,
    Remedy,
    RemedyChosen,
    Revision,
    Side,
    SignedOff,
    Span,
    UnitAdded,
    Verdict,
    VerdictKind,
    WiderDismissal,
)
from workbench.review.rules import admit
from workbench.review.state import fold
from workbench.services import remarks
from workbench.services.dismissals import LONGEST_REASON, words_of
from workbench.services.operation import Operation, Scene
from workbench.services.preferences import REASON_ON_CHANGE, YES
from workbench.services.units import arabic_of


def events_of(operation: Operation, scene: Scene) -> list[Event]:
    """What the operation adds to the log; Refused or BadInput when it may or can not be done."""
    make = _MAKERS.get(operation.kind)
    if make is None:
        raise BadInput(f"this version does not know the operation “{operation.kind}”", where=operation.unit_key, remedy="reload the page")
    return make(operation, scene)


def _revise(operation: Operation, scene: Scene) -> list[Event]:
    return [Revision(**scene.common(operation), text=operation.text("text"))]


def _revise_source(operation: Operation, scene: Scene) -> list[Event]:
    """The Arabic corrected, where a scan or a typist got it wrong."""
    text = operation.text("text")
    if not scene.state.has_source:
        raise Refused(f"{operation.unit_key}: no Arabic to correct; choose its place in a source first")
    if not text.strip():
        raise BadInput("the corrected Arabic is empty", where=operation.unit_key, remedy="say instead that no source holds it")
    uncorrected = arabic_of(replace(scene.state, corrected_source=None), scene.documents)
    return [Revision(**scene.common(operation), text="" if text == uncorrected else text, side=Side.SOURCE)]


def _restore(operation: Operation, scene: Scene) -> list[Event]:
    restored = operation.fields.get("of")
    return [Revision(**scene.common(operation), text=operation.text("text"), restores=restored if isinstance(restored, int) else None)]


def _verdict(operation: Operation, scene: Scene) -> list[Event]:
    """A verdict; approving a place nobody has confirmed confirms it."""
    kind = operation.member(VerdictKind, "verdict")
    override = operation.fields.get("override") is True
    asked = Verdict(**scene.common(operation), verdict=kind, reason=operation.optional("reason"), override=override)
    verdict = admit(scene.state, asked, reason_on_change=scene.settings.get(REASON_ON_CHANGE) == YES)
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


def _dismiss(operation: Operation, scene: Scene) -> list[Event]:
    """A finding is not right here, or, with a scope and a reason, not in the project or anywhere."""
    name = operation.text("finding")
    check_id, separator, finding = name.partition("|")
    if not separator:
        raise BadInput("the finding has no name", where=operation.unit_key, remedy="reload the page")
    reason = operation.optional("reason", LONGEST_REASON)
    if not operation.fields.get("scope"):
        return [Dismissal(**scene.common(operation), check_id=check_id, finding=finding, reason=reason)]
    if not reason.strip():
        raise BadInput("a dismissal beyond this quote has no reason", where=operation.unit_key, remedy="say why it holds nowhere else either")
    scope = operation.member(DismissalScope, "scope")
    return [WiderDismissal(**scene.common(operation), check_id=check_id, words=words_of(name), scope=scope, reason=reason)]


def _fidelity(operation: Operation, scene: Scene) -> list[Event]:
    value = None if not operation.fields.get("value") else operation.member(Fidelity, "value")
    return [FidelityJudged(**scene.common(operation), fidelity=value)]


def _remedy(operation: Operation, scene: Scene) -> list[Event]:
    value = None if not operation.fields.get("value") else operation.member(Remedy, "value")
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
    wanted = operation.fields.get("of")
    if wanted and wanted not in {event.sequence for event in scene.history if event.operation == last.operation}:
        raise Refused(f"{operation.unit_key}: you changed it again since, perhaps in another tab; undo that first")
    common = scene.common(operation)
    undone = {event.undoes for event in scene.history} | {last.operation}
    before = fold(event for event in scene.history if event.operation not in undone and event.undoes is None)[scene.state.key]
    if isinstance(last, Verdict):
        former = before.verdict
        # Another person's verdict is theirs to give: taking back one's own does not give theirs anew in one's own name.
        own = former if former and former.author == scene.reviewer else None
        kind = own.verdict if own else VerdictKind.WITHDRAWN
        return [Verdict(**common, undoes=last.operation, verdict=kind, reason=own.reason if own else "", override=bool(own and own.override))]
    if isinstance(last, Revision) and last.side is Side.SOURCE:
        return [Revision(**common, undoes=last.operation, text=before.corrected_source or "", side=Side.SOURCE)]
    if isinstance(last, Revision):
        return [Revision(**common, undoes=last.operation, text=before.rendering)]
    place = before.place
    return [LinkDecision(**common, undoes=last.operation, document_id=place.document_id if place else None, spans=place.spans if place else ())]


def last_change(history: Sequence[Event]) -> Event | None:
    """The newest change of text, place, verdict or quotation that stands: neither taken back nor itself the taking back of another."""
    undone = {event.undoes for event in history}
    changes = (event for event in reversed(history) if event.contended and not isinstance(event, UnitAdded | SignedOff))
    standing = (event for event in changes if event.undoes is None and event.operation not in undone)
    return next(standing, None)


_MAKERS: dict[str, Callable[[Operation, Scene], list[Event]]] = {
    "revise": _revise,
    "revise-source": _revise_source,
    "restore": _restore,
    "verdict": _verdict,
    "link": _link,
    "dismiss": _dismiss,
    "fidelity": _fidelity,
    "remedy": _remedy,
    "undo": _undo,
    **remarks.MAKERS,
}
