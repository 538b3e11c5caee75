"""The log of a unit in readable lines."""

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import Any

from workbench.checks import CHECKS
from workbench.model import (
    Comment,
    Dismissal,
    Document,
    Event,
    FidelityJudged,
    LinkDecision,
    LinkProposed,
    LinkState,
    RemedyChosen,
    Revision,
    Side,
    UnitAdded,
    Verdict,
    VerdictKind,
)
from workbench.review.changes import summary

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
    text = ""
    for event in history:
        after = _rendering_after(event, text)
        lines.append(
            {
                "sequence": event.sequence,
                "author": event.author,
                "at": event.at.isoformat(),
                "kind": event.kind,
                "text": "Took the last change back" if event.undoes else line(event, text, documents),
                "restore": after if after != text else None,
            }
        )
        text = after
    return lines[::-1]


def _rendering_after(event: Event, before: str) -> str:
    if isinstance(event, UnitAdded):
        return event.target
    return event.text if isinstance(event, Revision) and event.side is Side.TARGET else before


@singledispatch
def line(event: Event, before: str, documents: Documents) -> str:
    """One event in words; `before` is the rendering it found."""
    raise NotImplementedError(event.kind)


@line.register
def _(event: UnitAdded, _before: str, _documents: Documents) -> str:
    return "Taken from the article as published" if event.quotation else "Taken from a file"


@line.register
def _(event: LinkProposed, _before: str, documents: Documents) -> str:
    placement = event.placement
    if not placement.candidates or placement.state is LinkState.NO_SOURCE:
        return "No supplied source holds it"
    return f"Found in {_name(documents, placement.candidates[0].document_id)}, {placement.certainty}"


@line.register
def _(event: LinkDecision, _before: str, documents: Documents) -> str:
    if event.document_id is None:
        return "Not in the supplied sources"
    return f"Place confirmed in {_name(documents, event.document_id)}"


@line.register
def _(event: Revision, before: str, _documents: Documents) -> str:
    return "Corrected the Arabic" if event.side is Side.SOURCE else f"Changed {summary(before, event.text)}"


@line.register
def _(event: Verdict, _before: str, _documents: Documents) -> str:
    return _VERDICTS[event.verdict] + (", alone" if event.override else "") + _because(event.reason)


@line.register
def _(event: FidelityJudged, _before: str, _documents: Documents) -> str:
    return f"Fidelity: {event.fidelity or 'taken back'}"


@line.register
def _(event: RemedyChosen, _before: str, _documents: Documents) -> str:
    return f"Remedy: {event.remedy or 'taken back'}"


@line.register
def _(event: Comment, _before: str, _documents: Documents) -> str:
    return f"Comment: {event.text}"


@line.register
def _(event: Dismissal, _before: str, _documents: Documents) -> str:
    return f"Dismissed “{_TITLES.get(event.check_id, event.check_id)}”{_because(event.reason)}"


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


def _name(documents: Documents, document_id: str) -> str:
    document = documents.get(document_id)
    return (document.outlet or document.title or document_id) if document else document_id
