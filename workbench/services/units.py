"""From a unit's state and its project's documents to the unit itself: both texts, and what stands around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.extract.inserts import elisions, interpolations
from workbench.model import (
    FRAGMENT_JOINER,
    SPAN_JOINER,
    Context,
    Document,
    Event,
    JoinedText,
    Link,
    LinkDecision,
    LinkProposed,
    LinkState,
    Quotation,
    Span,
    Unit,
    UnitAdded,
)
from workbench.review.state import UnitState
from workbench.services.foreign import offered_to

SOURCE_CONTEXT = 600
"""Code points of the source shown on either side of a place, cut at a paragraph's edge where one is nearer."""

Documents = Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A stretch of a document cut into what stands before, between and after some spans; `pieces` alternate with their being inside."""

    before: str
    pieces: tuple[tuple[str, bool], ...]
    after: str


def surroundings(text: str, spans: Sequence[Span], reach: int = SOURCE_CONTEXT) -> Surroundings:
    """The spans in their text, with at most `reach` code points on either side.

    >>> surroundings("He said: we will come back. Then he left.", [Span(9, 13), Span(22, 26)], reach=10)
    Surroundings(before='He said: ', pieces=(('we w', True), ('ill come ', False), ('back', True)), after='. Then he ')
    """
    start, end = spans[0].start, spans[-1].end
    low = max(text.rfind("\n", 0, start) + 1, start - reach)
    line_end = text.find("\n", end)
    high = min(line_end if line_end >= 0 else len(text), end + reach)
    pieces, position = [], start
    for span in spans:
        if span.start > position:
            pieces.append((text[position : span.start], False))
        pieces.append((span.of(text), True))
        position = span.end
    return Surroundings(text[low:start], tuple(pieces), text[end:high])


def arabic_of(state: UnitState, documents: Documents) -> str:
    """The unit's Arabic: as corrected, else as its place reads, else as an exchange file brought it; empty when there is none."""
    if state.corrected_source is not None:
        return state.corrected_source
    place = state.place
    if place is None:
        return state.supplied_source
    return JoinedText.of(documents[place.document_id].text, place.spans, SPAN_JOINER).text


def former_arabic_of(state: UnitState, documents: Documents) -> str | None:
    """The Arabic that stood before a person linked it elsewhere or corrected it; None when it is the first."""
    place = state.former_place if state.corrected_source is None else state.place
    return JoinedText.of(documents[place.document_id].text, place.spans, SPAN_JOINER).text if place else None


def link_of(state: UnitState) -> Link | None:
    """The place the unit stands at, with the search's figures when the search proposed it."""
    place = state.place
    if place is None:
        return None
    for candidate in state.placement.candidates if state.placement else ():
        if (candidate.document_id, candidate.spans) == (place.document_id, place.spans):
            return candidate
    return Link(quotation_id=state.key, document_id=place.document_id, spans=place.spans, score=0.0, margin=0.0, state=LinkState.CONFIRMED)


def unit_of(state: UnitState, documents: Documents, *, rendering: str | None = None) -> Unit:
    """The unit as it stands, or with another `rendering` that is only being typed."""
    target = state.rendering if rendering is None else rendering
    return Unit(
        key=state.key,
        source=arabic_of(state, documents),
        target=target,
        quotation_id=state.quotation.id if state.quotation else None,
        link=link_of(state),
        context=_context(state, documents, target),
    )


def _context(state: UnitState, documents: Documents, target: str) -> Context:
    place, article = state.place, documents.get(state.article_id or "")
    around_source = surroundings(documents[place.document_id].text, place.spans) if place else Surroundings("", (), "")
    around_target = Surroundings("", (), "")
    if article and state.quotation:
        around_target = surroundings(article.text, state.quotation.fragments)
    attribution = state.quotation.attribution if state.quotation else None
    speaker, outlet = (attribution.speaker, attribution.outlet) if attribution else (None, None)
    inserted, left_out = bracketed_and_elided(state.quotation, article, target)
    return Context(
        source_before=around_source.before,
        source_after=around_source.after,
        target_before=around_target.before,
        target_after=around_target.after,
        interpolations=inserted,
        elisions=left_out,
        speaker=(speaker.resolved or speaker.who) if speaker else None,
        outlet=(outlet.resolved or outlet.who) if outlet else None,
        published=article.published if article else None,
        source_published=documents[place.document_id].published if place else None,
        source_outlet=documents[place.document_id].outlet if place else None,
        offered=offered_to(state) if state.properties else None,
    )


def bracketed_and_elided(quotation: Quotation | None, article: Document | None, target: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Interpolations and elisions of a rendering: as extracted while it reads as published, else found in the text itself."""
    if quotation and article:
        joined = JoinedText.of(article.text, quotation.fragments, FRAGMENT_JOINER)
        if joined.text == target:
            return joined.from_document(quotation.interpolations), joined.from_document(quotation.elisions)
    whole = [Span(0, len(target))]
    return interpolations(target, whole), elisions(target, whole)


def elided_arabic(state: UnitState, documents: Documents) -> tuple[str, ...]:
    """What stands in the source between the pieces of the place: what an ellipsis in the rendering left out."""
    place = state.place
    if place is None:
        return ()
    text = documents[place.document_id].text
    return tuple(text[left.end : right.start] for left, right in pairwise(place.spans))


def documents_named(event: Event) -> Iterator[str]:
    """Ids of the documents an event speaks of."""
    match event:
        case UnitAdded(article_id=str() as name) | LinkDecision(document_id=str() as name):
            yield name
        case LinkProposed():
            yield from (link.document_id for link in event.placement.candidates)
