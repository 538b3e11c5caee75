"""Read an article and its sources: find the quotations, make units of them, find their places.

Doing it again respects what people corrected: a unit keeps its key, its bounds and its names, and one that was taken out stays out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from workbench import extract
from workbench.align.places import place
from workbench.errors import Conflict
from workbench.model import Document, Event, LinkProposed, Placement, Quotation, Role, Span, UnitAdded
from workbench.ports import SpanEncoder
from workbench.review.state import UnitState
from workbench.services.dictionary import installed_dictionary
from workbench.services.jobs import Progress
from workbench.services.names import free_quotation_id, unit_key
from workbench.services.projects import states_of
from workbench.services.stamps import stamp
from workbench.store import Store

States = Mapping[str, UnitState]


def prepare(store: Store, project_id: str, article_id: str, load_encoder: Callable[[], SpanEncoder], progress: Progress) -> int:
    """Make the units of an article and propose their places; gives how many units it has.

    Doing it again keeps the units that are there and looks again for the places nobody has decided on, so that new sources count.
    """
    article = store.document(project_id, article_id)
    sources = [document for document in store.documents(project_id) if document.role is Role.SOURCE]
    progress(0, 3, "Looking for quotations")
    _add_units(store, project_id, article, extract.quotations(article))
    quotations = current_quotations(states_of(store, project_id), article_id)
    progress(1, 3, f"{len(quotations)} quotations found; loading the encoder")
    encoder = load_encoder()
    progress(2, 3, f"Looking for {len(quotations)} quotations in {len(sources)} sources")
    placements = place(list(quotations.values()), article, sources, encoder, dictionary=installed_dictionary())
    _propose(store, project_id, quotations, placements)
    progress(3, 3, f"{len(quotations)} quotations, {sum(bool(found.candidates) for found in placements)} with a place to look at")
    return len(quotations)


def current_quotations(states: States, article_id: str) -> dict[str, Quotation]:
    """The quotations of an article as they are now, by the keys of their units, in the order of the text."""
    return {key: state.quotation for key, state in states.items() if state.article_id == article_id and state.quotation}


def new_quotations(found: Sequence[Quotation], states: States, article_id: str) -> Iterator[Quotation]:
    """What was found and belongs to no unit of the article yet, taken out ones included, under free numbers.

    It belongs to a unit when its span is the same as the unit's, now or as first taken from the article, else when they overlap by half.
    """
    known = [state for state in states.values() if state.article_id == article_id]
    taken = {state.quotation.id for state in known if state.quotation}
    for quotation in found:
        if any(_is_of(quotation, state) for state in known):
            continue
        number = quotation.id if quotation.id not in taken else free_quotation_id(taken)
        taken.add(number)
        yield replace(quotation, id=number)


def _is_of(quotation: Quotation, state: UnitState) -> bool:
    return any(same(quotation.fragments, other.fragments) for other in (state.quotation, state.first_quotation) if other)


def same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two quotations are the same place of the article: half of the longer one's words are common to both.

    >>> same([Span(0, 10)], [Span(2, 10)]), same([Span(0, 10)], [Span(4, 7)])
    (True, False)
    """
    common = sum(left.overlap(right) for left in one for right in other)
    return 2 * common >= max(sum(map(len, one)), sum(map(len, other)), 1)


def _add_units(store: Store, project_id: str, article: Document, found: Sequence[Quotation]) -> None:
    """Make units of what is new; once more when a person took the next number meanwhile."""
    while True:
        head = store.project(project_id).head
        states = states_of(store, project_id, retired=True)
        made = stamp()
        events = [
            UnitAdded(
                **made,
                unit_key=unit_key(project_id, article, quotation.id),
                position=quotation.span.start,
                target=quotation.text(article.text),
                article_id=article.id,
                quotation=quotation,
            )
            for quotation in new_quotations(found, states, article.id)
        ]
        try:
            store.append(project_id, events, expected_sequence=head)
        except Conflict:
            continue
        return


def _propose(store: Store, project_id: str, searched: Mapping[str, Quotation], placements: Sequence[Placement]) -> None:
    """Propose what is new, except where a person decided, or corrected the quotation while it was looked for: another search is queued then."""
    states = states_of(store, project_id)
    made = stamp()
    events: list[Event] = []
    for (key, quotation), found in zip(searched.items(), placements, strict=True):
        state = states.get(key)
        if state is None or state.quotation is None or state.quotation.fragments != quotation.fragments:
            continue
        if state.decision is None and state.placement != found:
            events.append(LinkProposed(**made, unit_key=key, placement=found))
    store.append(project_id, events)
