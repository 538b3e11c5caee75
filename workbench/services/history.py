"""The log of a unit in readable lines."""

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import Any

from workbench.checks import CHECKS
from workbench.model import (
    MACHINE,
    Comment,
    Dismissal,
    DismissalScope,
    Document,
    Event,
    FidelityJudged,
    LinkDecision,
    LinkProposed,
    LinkState,
    QuotationCorrected,
    RemedyChosen,
    Revision,
    Side,
    UnitAdded,
    UnitRetired,
    Verdict,
    VerdictKind,
    WiderDismissal,
)
from workbench.review.changes import summary
from workbench.review.state import UnitState, after, fold
from workbench.services.quotations import difference

_TITLES = {check.id: check.title for check in CHECKS}
_VERDICTS = {
    VerdictKind.APPROVED: "Approved",
    VerdictKind.APPROVED_WITH_CHANGES: "Approved with changes",
    VerdictKind.REJECTED: "Rejected the rendering",
    VerdictKind.SECOND_LOOK: "Asked for a second look",
    VerdictKind.WITHDRAWN: "Took the verdict back",
}

Documents = Mapping[str, Document]


def history_lines(history: Sequence[Event], documents: Documents) -> list[dict[str, Any]]:
    """Newest first; `restore` is the rendering an event left, where it changed it."""
    lines: list[dict[str, Any]] = []
    before: UnitState | None = None
    for event in history:
        state = after(before, event) if before else fold([event]).get(event.unit_key)
        text, former = state.rendering if state else "", before.rendering if before else ""
        lines.append(
            {
                "sequence": event.sequence,
                "author": event.author,
                "at": event.at.isoformat(),
                "kind": event.kind,
                "text": "Took the last change back" if event.undoes else line(event, before, documents),
                "restore": text if text != former else None,
            }
        )
        before = state
    return lines[::-1]


@singledispatch
def line(event: Event, before: UnitState | None, documents: Documents) -> str:
    """One event in words; `before` is the unit as it found it."""
    raise NotImplementedError(event.kind)


@line.register
def _(event: UnitAdded, _before: UnitState | None, _documents: Documents) -> str:
    if event.quotation is None:
        return "Taken from a file"
    return "Taken from the article as published" if event.author == MACHINE else "Marked as a quotation by hand"


@line.register
def _(event: QuotationCorrected, before: UnitState | None, _documents: Documents) -> str:
    former = before.quotation if before else None
    words = summary(before.published, event.published) if before and before.published != event.published else None
    return f"Corrected the quotation: {difference(former, event.quotation, words)}"


@line.register
def _(event: UnitRetired, _before: UnitState | None, _documents: Documents) -> str:
    what = f"Joined to {event.replaced_by}" if event.replaced_by else "Taken out as no quotation"
    return what + _because(event.reason)


@line.register
def _(event: LinkProposed, _before: UnitState | None, documents: Documents) -> str:
    placement = event.placement
    if not placement.candidates or placement.state is LinkState.NO_SOURCE:
        return "No supplied source holds it"
    return f"Found in {_name(documents, placement.candidates[0].document_id)}, {placement.certainty}"


@line.register
def _(event: LinkDecision, _before: UnitState | None, documents: Documents) -> str:
    if event.document_id is None:
        return "Not in the supplied sources"
    return f"Place confirmed in {_name(documents, event.document_id)}"


@line.register
def _(event: Revision, before: UnitState | None, _documents: Documents) -> str:
    return "Corrected the Arabic" if event.side is Side.SOURCE else f"Changed {summary(before.rendering if before else '', event.text)}"


@line.register
def _(event: Verdict, _before: UnitState | None, _documents: Documents) -> str:
    return _VERDICTS[event.verdict] + (", alone" if event.override else "") + _because(event.reason)


@line.register
def _(event: FidelityJudged, _before: UnitState | None, _documents: Documents) -> str:
    return f"Fidelity: {event.fidelity or 'taken back'}"


@line.register
def _(event: RemedyChosen, _before: UnitState | None, _documents: Documents) -> str:
    return f"Remedy: {event.remedy or 'taken back'}"


@line.register
def _(event: Comment, _before: UnitState | None, _documents: Documents) -> str:
    return f"Comment: {event.text}"


@line.register
def _(event: Dismissal, _before: UnitState | None, _documents: Documents) -> str:
    return f"Dismissed “{_TITLES.get(event.check_id, event.check_id)}”{_because(event.reason)}"


@line.register
def _(event: WiderDismissal, _before: UnitState | None, _documents: Documents) -> str:
    where = "in this project" if event.scope is DismissalScope.PROJECT else "always"
    what = f"“{_TITLES.get(event.check_id, event.check_id)}”"
    return f"No longer dismissed {where}: {what}" if event.withdrawn else f"Dismissed {what} {where}{_because(event.reason)}"


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


def _name(documents: Documents, document_id: str) -> str:
    document = documents.get(document_id)
    return (document.outlet or document.title or document_id) if document else document_id
