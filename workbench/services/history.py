"""The log of a unit in readable lines."""

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import Any

from workbench.checks import CHECKS
from workbench.checks.across import ACROSS
from workbench.model import (
    MACHINE,
    Comment,
    CommentResolved,
    Dismissal,
    DismissalScope,
    Document,
    ErrorSpan,
    ErrorSpanRemoved,
    Event,
    Explained,
    FidelityJudged,
    Glossed,
    LinkDecision,
    LinkProposed,
    LinkState,
    QuotationCorrected,
    RemedyChosen,
    Revision,
    Side,
    SignedOff,
    UnitAdded,
    UnitRetired,
    Verdict,
    VerdictKind,
    WiderDismissal,
)
from workbench.review.changes import summary
from workbench.review.state import UnitState, after, fold
from workbench.review.typology import CORE
from workbench.services.quotations import difference

_TITLES = {check.id: check.title for check in CHECKS} | {check.id: check.title for check in ACROSS}
_CATEGORIES = {category.id: category.title for category in CORE}
SHORT = 60
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
    if event.side is Side.SOURCE:
        return f"Corrected the Arabic: {event.text}" if event.text else "Took the correction of the Arabic back"
    return f"Changed {summary(before.rendering if before else '', event.text)}"


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


@line.register
def _(event: CommentResolved, before: UnitState | None, _documents: Documents) -> str:
    comment = next((comment.text for comment in before.comments if comment.operation == event.comment), "") if before else ""
    return f"{'Settled' if event.resolved else 'Opened again'} the comment “{_short(comment)}”"


@line.register
def _(event: ErrorSpan, before: UnitState | None, _documents: Documents) -> str:
    known = before and any(mark.mark == event.mark for mark in before.marks)
    what = f"{event.severity}, {_CATEGORIES.get(event.category, event.category)}"
    place = event.target if event.target and event.target.exact else event.source or event.target
    words = f"“{_short(place.exact)}”" if place and place.exact else "a place"
    return f"{'Changed the mark on' if known else 'Marked'} {words}: {what}{_because(event.note)}"


@line.register
def _(event: ErrorSpanRemoved, before: UnitState | None, _documents: Documents) -> str:
    mark = next((mark for mark in before.marks if mark.mark == event.mark), None) if before else None
    return f"Took a mark away: {_CATEGORIES.get(mark.category, mark.category)}" if mark else "Took a mark away"


@line.register
def _(event: Glossed, _before: UnitState | None, _documents: Documents) -> str:
    return f"Word for word: {event.gloss}" if event.gloss else "Took the literal gloss away"


@line.register
def _(event: Explained, _before: UnitState | None, _documents: Documents) -> str:
    return f"What readers would understand: {event.text}" if event.text else "Took the explanation for readers away"


@line.register
def _(_event: SignedOff, _before: UnitState | None, _documents: Documents) -> str:
    return "Signed off by the editor"


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


def _name(documents: Documents, document_id: str) -> str:
    document = documents.get(document_id)
    return (document.outlet or document.title or document_id) if document else document_id
