"""Read an article and its sources: find the quotations, make units of them, find their places, take the first figures."""

from collections.abc import Callable, Sequence

from workbench import extract
from workbench.align.places import place
from workbench.model import Document, Event, LinkProposed, Placement, Quotation, Role, UnitAdded
from workbench.ports import SpanEncoder
from workbench.services.jobs import Progress
from workbench.services.names import unit_key
from workbench.services.projects import states_of
from workbench.services.stamps import stamp
from workbench.store import Store


def prepare(store: Store, project_id: str, article_id: str, load_encoder: Callable[[], SpanEncoder], progress: Progress) -> int:
    """Make the units of an article and propose their places; gives how many units it has.

    Doing it again keeps the units that are there and looks again for the places nobody has decided on, so that new sources count.
    """
    article = store.document(project_id, article_id)
    sources = [document for document in store.documents(project_id) if document.role is Role.SOURCE]
    progress(0, 3, "Looking for quotations")
    quotations = extract.quotations(article)
    _add_units(store, project_id, article, quotations)
    progress(1, 3, f"{len(quotations)} quotations found; loading the encoder")
    encoder = load_encoder()
    progress(2, 3, f"Looking for {len(quotations)} quotations in {len(sources)} sources")
    placements = place(quotations, article, sources, encoder)
    _propose(store, project_id, article, placements)
    progress(3, 3, f"{len(quotations)} quotations, {sum(bool(found.candidates) for found in placements)} with a place to look at")
    return len(quotations)


def _add_units(store: Store, project_id: str, article: Document, quotations: Sequence[Quotation]) -> None:
    known = states_of(store, project_id)
    made = stamp()
    events: list[Event] = []
    for quotation in quotations:
        key = unit_key(project_id, article, quotation.id)
        if key not in known:
            events.append(
                UnitAdded(
                    **made,
                    unit_key=key,
                    position=quotation.span.start,
                    target=quotation.text(article.text),
                    article_id=article.id,
                    quotation=quotation,
                )
            )
    store.append(project_id, events)


def _propose(store: Store, project_id: str, article: Document, placements: Sequence[Placement]) -> None:
    states = states_of(store, project_id)
    made = stamp()
    events: list[Event] = []
    for found in placements:
        key = unit_key(project_id, article, found.quotation_id)
        if states[key].decision is None and states[key].placement != found:
            events.append(LinkProposed(**made, unit_key=key, placement=found))
    store.append(project_id, events)
