"""What a unit's events amount to.

The log is the truth; everything a reviewer sees of a unit is a fold over it. Editing or linking anew takes back the verdict that stood.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import reduce

from workbench.model import (
    Comment,
    CommentResolved,
    Dismissal,
    ErrorSpan,
    ErrorSpanRemoved,
    Event,
    Explained,
    Fidelity,
    FidelityJudged,
    Glossed,
    LinkDecision,
    LinkProposed,
    LinkState,
    Placement,
    Quotation,
    QuotationCorrected,
    Remedy,
    RemedyChosen,
    Revision,
    Side,
    SignedOff,
    Span,
    UnitAdded,
    UnitRetired,
    Verdict,
    VerdictKind,
)


class ReviewState(StrEnum):
    """Where a unit stands, in the words a reviewer reads."""

    WAITING = "Waiting for revision"
    CHANGED = "Changed, waiting for a second person"
    SECOND_LOOK = "Needs a second look"
    APPROVED = "Approved"
    REJECTED = "Rendering rejected"
    NO_SOURCE = "Not in the supplied sources"


@dataclass(frozen=True, slots=True)
class Place:
    """A document and the spans in it that hold a quotation's words."""

    document_id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitState:
    """A unit as it stands after its events.

    `quotation` is the quotation as corrected, `first_quotation` as it was taken from the article; `retired` is set once the unit was taken out.
    `rendering` is the English as reviewed, `published` as it came; `supplied_source` is Arabic that came with an exchange file,
    `corrected_source` what a person made of the Arabic, `source_author`; an empty correction takes it back. `text_author` wrote the present
    rendering, None where it is as published.
    `marks` are the error spans that stand, in the order they were first made; `resolved` names the comments that are settled; `signed_off` is the
    editor's, taken back by whatever changes the unit afterwards.
    """

    key: str
    position: int
    published: str
    rendering: str
    article_id: str | None = None
    quotation: Quotation | None = None
    first_quotation: Quotation | None = None
    retired: UnitRetired | None = None
    supplied_source: str = ""
    corrected_source: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
    placement: Placement | None = None
    decision: LinkDecision | None = None
    former_place: Place | None = None
    verdict: Verdict | None = None
    text_author: str | None = None
    source_author: str | None = None
    fidelity: Fidelity | None = None
    remedy: Remedy | None = None
    comments: tuple[Comment, ...] = ()
    resolved: frozenset[str] = frozenset()
    marks: tuple[ErrorSpan, ...] = ()
    gloss: Glossed | None = None
    explanation: Explained | None = None
    signed_off: SignedOff | None = None
    dismissals: tuple[Dismissal, ...] = ()
    added_at: datetime
    changed_at: datetime
    sequence: int = 0

    @property
    def place(self) -> Place | None:
        """Where its Arabic stands: as decided, else as proposed; None when nowhere."""
        if self.decision:
            return Place(self.decision.document_id, self.decision.spans) if self.decision.document_id is not None else None
        if self.placement and self.placement.state is LinkState.PROPOSED and self.placement.candidates:
            first = self.placement.candidates[0]
            return Place(first.document_id, first.spans)
        return None

    @property
    def link_state(self) -> LinkState:
        """What is known of the place."""
        if self.decision:
            return LinkState.CONFIRMED if self.decision.document_id is not None else LinkState.NO_SOURCE
        return self.placement.state if self.placement else LinkState.NO_SOURCE

    @property
    def has_source(self) -> bool:
        """Whether there is any Arabic to hold the rendering against."""
        return bool(self.corrected_source or self.supplied_source) or self.place is not None

    @property
    def changed(self) -> bool:
        """Whether the rendering differs from the published one."""
        return self.rendering != self.published

    @property
    def open_comments(self) -> tuple[Comment, ...]:
        """The comments nobody has settled."""
        return tuple(comment for comment in self.comments if comment.operation not in self.resolved)

    @property
    def sought(self) -> bool:
        """Whether its place is still being looked for, so that nobody can say yet that no source holds it."""
        return self.quotation is not None and self.placement is None and self.decision is None

    @property
    def state(self) -> ReviewState:
        """Where the unit stands."""
        by_verdict = {VerdictKind.REJECTED: ReviewState.REJECTED, VerdictKind.SECOND_LOOK: ReviewState.SECOND_LOOK}
        if self.verdict:
            return ReviewState.APPROVED if self.verdict.verdict.approves else by_verdict[self.verdict.verdict]
        if not self.has_source and not self.sought:
            return ReviewState.NO_SOURCE
        return ReviewState.CHANGED if self.changed or self.corrected_source is not None else ReviewState.WAITING


def fold(events: Iterable[Event], *, retired: bool = False) -> dict[str, UnitState]:
    """The state of every unit the events speak of, in the order of the article; those taken out only with `retired`."""
    states: dict[str, UnitState] = {}
    for event in events:
        if event.unit_key in states:
            states[event.unit_key] = after(states[event.unit_key], event)
        elif isinstance(event, UnitAdded):
            states[event.unit_key] = _added(event)
    kept = (state for state in states.values() if retired or not state.retired)
    return {state.key: state for state in sorted(kept, key=in_order)}


def in_order(state: UnitState) -> tuple[bool, str, int, str]:
    """The order of a project's units: article by article, behind them what came from files and has no article."""
    return state.article_id is None, state.article_id or "", state.position, state.key


def fold_unit(added: UnitAdded, events: Iterable[Event]) -> UnitState:
    """The state of one unit."""
    return reduce(after, events, _added(added))


def _added(event: UnitAdded) -> UnitState:
    return UnitState(
        key=event.unit_key,
        position=event.position,
        published=event.target,
        rendering=event.target,
        article_id=event.article_id,
        quotation=event.quotation,
        first_quotation=event.quotation,
        supplied_source=event.source,
        properties=event.properties,
        added_at=event.at,
        changed_at=event.at,
        sequence=event.sequence,
    )


UNSIGNING = (QuotationCorrected, LinkDecision, Revision, Verdict, FidelityJudged, RemedyChosen, Glossed, Explained, ErrorSpan, ErrorSpanRemoved)
"""What takes an editor's signature back: everything the sheet shows."""


def after(state: UnitState, event: Event) -> UnitState:
    """The state once `event` has happened."""
    signed_off = None if isinstance(event, UNSIGNING) else state.signed_off
    state = replace(state, sequence=max(state.sequence, event.sequence), changed_at=event.at, signed_off=signed_off)
    match event:
        case LinkProposed():
            return replace(state, placement=event.placement)
        case QuotationCorrected():
            return _corrected(state, event)
        case UnitRetired():
            return replace(state, retired=event)
        case LinkDecision():
            return _relinked(state, event)
        case Revision(side=Side.SOURCE):
            return replace(state, corrected_source=event.text or None, source_author=event.author if event.text else None, verdict=None)
        case Revision():
            return _revised(state, event)
        case Verdict():
            return replace(state, verdict=None if event.verdict is VerdictKind.WITHDRAWN else event)
        case _:
            return _noted(state, event)


def _noted(state: UnitState, event: Event) -> UnitState:
    """What is said about the unit, which changes neither its texts nor its place."""
    match event:
        case FidelityJudged():
            return replace(state, fidelity=event.fidelity)
        case RemedyChosen():
            return replace(state, remedy=event.remedy)
        case Dismissal():
            return replace(state, dismissals=(*state.dismissals, event))
        case Glossed():
            return replace(state, gloss=event if event.gloss else None)
        case Explained():
            return replace(state, explanation=event if event.text else None)
        case SignedOff():
            return replace(state, signed_off=event)
        case _:
            return _remarked(state, event)


def _remarked(state: UnitState, event: Event) -> UnitState:
    """Comments and marks, which stand on the words of either side."""
    match event:
        case Comment():
            return replace(state, comments=(*state.comments, event))
        case CommentResolved():
            return replace(state, resolved=state.resolved | {event.comment} if event.resolved else state.resolved - {event.comment})
        case ErrorSpan():
            others = {mark.mark: mark for mark in state.marks} | {event.mark: event}
            return replace(state, marks=tuple(others.values()))
        case ErrorSpanRemoved():
            return replace(state, marks=tuple(mark for mark in state.marks if mark.mark != event.mark))
        case _:
            return state


def _corrected(state: UnitState, event: QuotationCorrected) -> UnitState:
    """Another attribution changes nothing else; other words take back the verdict and the place that were given to the former ones."""
    corrected = replace(state, quotation=event.quotation, position=event.quotation.span.start)
    if event.published == state.published:
        return corrected
    rendering = following(state.rendering, state.published, event.published)
    corrected = replace(
        corrected,
        published=event.published,
        rendering=rendering,
        text_author=None if rendering == event.published else state.text_author,
        verdict=None,
        decision=None,
        corrected_source=None,
        source_author=None,
    )
    return corrected if corrected.place == state.place else replace(corrected, former_place=state.place or state.former_place)


def following(rendering: str, before: str, after: str) -> str:
    """The rendering once the published words became `after`: what a reviewer wrote stays, and grows with the published words.

    >>> following("we had talks", "we had talks", "we had talks in Hama")
    'we had talks in Hama'
    >>> following("we held talks", "we had talks", "we had talks in Hama")
    'we held talks in Hama'
    >>> following("we held talks", "we had talks", "had talks")
    'we held talks'
    """
    if rendering == before:
        return after
    return after.replace(before, rendering, 1) if before and before in after else rendering


def _revised(state: UnitState, event: Revision) -> UnitState:
    if event.text == state.rendering:
        return state
    author = None if event.text == state.published else event.author
    return replace(state, rendering=event.text, text_author=author, verdict=None)


def _relinked(state: UnitState, event: LinkDecision) -> UnitState:
    """Confirming the place that stood keeps the verdict; another place takes it back and remembers the former one."""
    relinked = replace(state, decision=event)
    if relinked.place == state.place:
        return relinked
    return replace(relinked, verdict=None, former_place=state.place or state.former_place, corrected_source=None, source_author=None)
