"""From a unit as it stands to the record that exchange formats write."""

from collections.abc import Container, Sequence

from workbench.formats.record import Mark, Note, Place, Property, Record, SegmentType, State
from workbench.model import MACHINE, Anchor, Document, Event, LinkProposed, QuotationKind, Span, UnitAdded
from workbench.review.state import ReviewState, UnitState
from workbench.services.foreign import is_foreign, restored
from workbench.services.marked import texts_at
from workbench.services.merging import based_on
from workbench.services.units import Documents, arabic_of, former_arabic_of

STATES = {
    ReviewState.WAITING: State.WAITING,
    ReviewState.CHANGED: State.CHANGED,
    ReviewState.SECOND_LOOK: State.SECOND_LOOK,
    ReviewState.APPROVED: State.APPROVED,
    ReviewState.REJECTED: State.REJECTED,
    ReviewState.NO_SOURCE: State.NO_SOURCE,
}
BELOW_A_SENTENCE = {QuotationKind.PARTIAL, QuotationKind.SCARE}


def record_of(state: UnitState, history: Sequence[Event], documents: Documents, project_id: str, protected: Container[str] = ()) -> Record:
    """The record of a unit; `protected` are the speakers whose names clients must not see."""
    article = documents.get(state.article_id or "")
    attribution = state.quotation.attribution if state.quotation else None
    speaker, outlet = (attribution.speaker, attribution.outlet) if attribution else (None, None)
    speaker_name = (speaker.resolved or speaker.who) if speaker else None
    last = _last_by_a_person(history)
    record = Record(
        key=state.key,
        source=arabic_of(state, documents),
        target=state.rendering,
        state=STATES[state.state],
        published=state.published,
        former_source=None if state.state is ReviewState.APPROVED else former_arabic_of(state, documents),
        speaker=speaker_name,
        protected=speaker_name in protected,
        outlet=(outlet.resolved or outlet.who) if outlet else None,
        date=article.published.isoformat() if article and article.published else None,
        source_place=_source_place(state, project_id),
        article_place=_article_place(state, article, project_id),
        fidelity=state.fidelity,
        verdict=state.verdict.verdict if state.verdict else None,
        reviewer=state.verdict.author if state.verdict else None,
        override=bool(state.verdict and state.verdict.override),
        created_at=state.added_at,
        created_by=history[0].author if history else MACHINE,
        changed_at=last.at if last else None,
        changed_by=last.author if last else None,
        segment_type=SegmentType.PHRASE if state.quotation and state.quotation.kind in BELOW_A_SENTENCE else SegmentType.SENTENCE,
        notes=tuple(Note(comment.text, comment.author, comment.at) for comment in state.comments),
        marks=marks_of(state, history, documents),
        properties=(*(Property(name, value) for name, value in state.properties), based_on(state)),
    )
    return restored(record, state, history) if is_foreign(state) else record


def marks_of(state: UnitState, history: Sequence[Event], documents: Documents) -> tuple[Mark, ...]:
    """The error spans that stand, on the texts they were made on."""
    then = texts_at(history, documents, state.marks) if state.marks else {}
    return tuple(
        Mark(
            category=mark.category,
            severity=mark.severity,
            target=_place(mark.target),
            source=_place(mark.source),
            note=mark.note,
            author=mark.author,
            at=mark.at,
            name=mark.mark,
            origin=mark.origin,
            on_target=then[mark.sequence].target,
            on_source=then[mark.sequence].source,
        )
        for mark in state.marks
    )


def _place(anchor: Anchor | None) -> Place | None:
    return (anchor.span.start, anchor.span.end) if anchor else None


def _last_by_a_person(history: Sequence[Event]) -> Event | None:
    """The newest event that is not the machine's own finding."""
    return next((event for event in reversed(history) if not isinstance(event, UnitAdded | LinkProposed)), None)


def _source_place(state: UnitState, project_id: str) -> str | None:
    place = state.place
    return f"{project_id}/{place.document_id}:{_ranges(place.spans)}" if place else None


def _article_place(state: UnitState, article: Document | None, project_id: str) -> str | None:
    return f"{project_id}/{article.id}:{_ranges(state.quotation.fragments)}" if article and state.quotation else None


def _ranges(spans: Sequence[Span]) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)
