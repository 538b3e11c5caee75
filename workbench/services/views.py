"""What the review pane shows of a unit, as plain values ready for JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

from workbench.checks import CHECKS
from workbench.checks.across import ACROSS
from workbench.model import (
    Document,
    Event,
    Link,
    QuotationCorrected,
    Revision,
    Severity,
    Side,
    Span,
    Unit,
    Verdict,
)
from workbench.review.dismissals import IdentifiedFinding
from workbench.review.rules import needs_override
from workbench.review.state import ReviewState, UnitState
from workbench.review.typology import category_of
from workbench.services.history import history_lines
from workbench.services.marked import Standings
from workbench.services.operations import last_change
from workbench.services.units import SOURCE_CONTEXT, Documents, arabic_of, link_of, surroundings
from workbench.store import Score

LABEL_LENGTH = 80
BRIEF_CONTEXT = 160
"""Code points around the places that are not in use; the whole source is one key away."""

HISTORY_SHOWN = 40
"""Newest lines of a unit's history that travel with it; the pane asks for the others."""


CHANGEABLE = (
    "key",
    "sequence",
    "state",
    "certainty",
    "findings",
    "checks",
    "checksum",
    "changed",
    "at",
    "by",
    "people",
    "marks",
    "comments",
    "mentions",
    "signed",
)
"""The fields of a row that a review can change, apart from its label."""

_TITLES = {check.id: check.title for check in CHECKS} | {check.id: check.title for check in ACROSS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything a view is made from."""

    state: UnitState
    unit: Unit
    history: Sequence[Event]
    findings: Sequence[IdentifiedFinding]
    severities: Mapping[str, Severity]
    scores: Sequence[Score]
    documents: Documents
    reviewer: str
    position: int
    of: int


def row(state: UnitState, unit: Unit, findings: Sequence[IdentifiedFinding], position: int, people: Iterable[str] = ()) -> dict[str, Any]:
    """The unit's line in the queue; `people` are those who did something to it. Fields that are empty, 0 or false are left out."""
    told = {
        "key": state.key,
        "sequence": state.sequence,
        "position": position,
        "label": " ".join(state.rendering.split())[:LABEL_LENGTH],
        "speaker": unit.context.speaker,
        "outlet": unit.context.outlet,
        "kind": state.quotation.kind.value if state.quotation else None,
        "state": state.state.value,
        "certainty": state.placement.certainty.value if state.placement and state.place else None,
        "findings": sum(not named.dismissed for named in findings),
        "checks": sorted({named.finding.check_id for named in findings if not named.dismissed}),
        "checksum": crc32("\n".join(f"{named.id} {named.finding.message}" for named in findings).encode()) if findings else 0,
        "changed": state.changed,
        "at": f"{state.changed_at:%Y-%m-%dT%H:%MZ}",
        "article": state.article_id,
        "by": [name for name in (state.text_author, state.source_author) if name],
        "people": list(people),
        "marks": len(state.marks),
        "comments": len(state.open_comments),
        "mentions": sorted({name for comment in state.open_comments for name in comment.mentions}),
        "signed": state.signed_off is not None,
    }
    # Thousands of rows travel at once: what is not so is left out.
    return {name: value for name, value in told.items() if value or name == "position"}


def view(seen: Seen) -> dict[str, Any]:
    """The unit in full."""
    state, unit = seen.state, seen.unit
    own = needs_override(state, seen.reviewer)
    last = last_change(seen.history)
    standings = Standings(state, seen.history, seen.documents)
    return {
        "key": state.key,
        "sequence": state.sequence,
        "state": state.state.value,
        "kind": state.quotation.kind.value if state.quotation else None,
        "reasons": list(state.quotation.reasons) if state.quotation else [],
        "heading": _heading(seen),
        "source": _source(seen),
        "target": _target(state, unit),
        "baselines": _baselines(seen),
        "findings": [finding_view(named, seen.severities) for named in seen.findings],
        "comments": [standings.comment(comment, resolved=comment.operation in state.resolved) for comment in state.comments],
        "marks": [standings.mark(mark) for mark in state.marks],
        "history": history_lines(seen.history, seen.documents)[:HISTORY_SHOWN],
        "events": len(seen.history),
        "scores": [{"name": score.name, "value": score.value, "signature": score.signature} for score in seen.scores],
        "fidelity": state.fidelity,
        "remedy": state.remedy,
        "gloss": state.gloss.gloss if state.gloss else "",
        "explanation": state.explanation.text if state.explanation else "",
        "signed_off": {"author": state.signed_off.author, "at": state.signed_off.at.isoformat()} if state.signed_off else None,
        "author_of_text": state.text_author or "as published",
        "may_approve": state.has_source and not own,
        "needs_override": state.has_source and own,
        "approve_note": _approve_note(state, seen.reviewer, own=own),
        "undoable": last is not None and last.author == seen.reviewer and not isinstance(last, QuotationCorrected),
    }


def _heading(seen: Seen) -> dict[str, Any]:
    state, context = seen.state, seen.unit.context
    attribution = state.quotation.attribution if state.quotation else None
    speaker, outlet = (attribution.speaker, attribution.outlet) if attribution else (None, None)
    article = seen.documents.get(state.article_id or "")
    return {
        "speaker": speaker.who if speaker else None,
        "resolved": context.speaker,
        "speaker_stated": speaker.stated if speaker else None,
        "outlet": outlet.who if outlet else None,
        "outlet_resolved": context.outlet,
        "cue": attribution.cue.text if attribution and attribution.cue else None,
        "date": context.published.isoformat() if context.published else None,
        "article_title": article.title if article else None,
        "position": seen.position,
        "of": seen.of,
    }


def _approve_note(state: UnitState, reviewer: str, *, own: bool) -> str:
    if state.sought:
        return "Its place in the sources is still being looked for."
    if not state.has_source:
        return "There is no Arabic to approve it against: choose its place in a source first."
    if own:
        return f"You ({reviewer}) wrote this text. A second person should approve it; approving it alone is written into the log and the exports."
    if state.state is ReviewState.APPROVED and state.verdict:
        alone = ", alone" if state.verdict.override else ""
        return f"Approved by {state.verdict.author}{alone}."
    return ""


def _source(seen: Seen) -> dict[str, Any]:
    state = seen.state
    chosen = link_of(state)
    candidates = list(state.placement.candidates) if state.placement else []
    if chosen and chosen not in candidates:
        candidates.insert(0, chosen)
    return {
        "text": seen.unit.source,
        "uncorrected": arabic_of(replace(state, corrected_source=None), seen.documents) if state.corrected_source else None,
        "corrected_by": state.source_author,
        "candidates": [_candidate(link, seen.documents, SOURCE_CONTEXT if link is chosen else BRIEF_CONTEXT) for link in candidates],
        "chosen": candidates.index(chosen) if chosen else None,
        "confirmed": state.decision is not None,
        "link_state": state.link_state.value,
        "certainty": state.placement.certainty.value if state.placement else None,
        "confidence": state.placement.confidence if state.placement else None,
        "supplied": bool(state.supplied_source),
    }


def _candidate(link: Link, documents: Documents, reach: int) -> dict[str, Any]:
    document = documents[link.document_id]
    around = surroundings(document.text, link.spans, reach)
    return {
        "document_id": document.id,
        "outlet": document.outlet,
        "title": document.title,
        "kind": document.kind.value,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "provenance": document.provenance.value,
        "before": around.before,
        "pieces": [list(piece) for piece in around.pieces],
        "after": around.after,
        "score": round(link.score, 3),
        "margin": round(link.margin, 3),
        "reasons": list(link.reasons),
        "state": link.state.value,
        "spans": [span.pair() for span in link.spans],
    }


def source_line(document: Document) -> dict[str, Any]:
    """A source in the list to choose from."""
    return {
        "id": document.id,
        "outlet": document.outlet,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "provenance": document.provenance.value,
    }


def _target(state: UnitState, unit: Unit) -> dict[str, Any]:
    context = unit.context
    return {
        "published": state.published,
        "reviewed": state.rendering,
        "before": context.target_before,
        "after": context.target_after,
        "interpolations": [span.pair() for span in context.interpolations],
        "elisions": [span.pair() for span in context.elisions],
    }


def _baselines(seen: Seen) -> list[dict[str, str]]:
    """The texts changes can be shown against: as published, as last approved, each revision."""
    baselines = [{"id": "published", "label": "as published", "text": seen.state.published}]
    text, approved = seen.state.published, None
    for event in seen.history:
        if isinstance(event, Revision) and event.side is Side.TARGET:
            text = event.text
            baselines.append({"id": str(event.sequence), "label": f"{event.author}, {event.at:%d %b %H:%M}", "text": text})
        if isinstance(event, Verdict) and event.verdict.approves:
            approved = text
    if approved is not None:
        baselines.insert(1, {"id": "approved", "label": "as last approved", "text": approved})
    return baselines


def finding_view(named: IdentifiedFinding, severities: Mapping[str, Severity]) -> dict[str, Any]:
    """A finding with its place, its repair, how bad the project takes it to be, and the category it would be marked as."""
    finding = named.finding
    return {
        "id": named.id,
        "check": finding.check_id,
        "title": _TITLES[finding.check_id],
        "severity": severities[finding.check_id].value,
        "message": finding.message,
        "source_span": _pair(finding.source_span),
        "target_span": _pair(finding.target_span),
        "suggestion": finding.suggestion,
        "category": category_of(finding.check_id),
        "dismissed": named.dismissed,
    }


def _pair(span: Span | None) -> list[int] | None:
    return span.pair() if span else None
