"""The Hama sample in a database, its quotations linked to the places its gold names: what the search would find, without loading the encoder."""

import json
from datetime import UTC, datetime
from pathlib import Path

from workbench import extract
from workbench.ingest.corpora import corpora_folder, load_corpus
from workbench.model import MACHINE, Certainty, Document, Event, Link, LinkProposed, LinkState, Placement, Role, Span, UnitAdded
from workbench.services.names import unit_key
from workbench.store import Project, open_store

PROJECT = "hama-2016"


def prepared(database: Path) -> Path:
    """Make the database, with the other samples left out; gives its path."""
    folder = corpora_folder() / PROJECT
    corpus = load_corpus(folder)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["quotations"]
    store = open_store(str(database))
    store.add_project(Project(id=PROJECT, title=corpus.title, created_at=datetime.now(UTC)))
    for document in corpus.documents:
        store.add_document(PROJECT, document)
    article = next(document for document in corpus.documents if document.role is Role.ARTICLE)
    sources = {document.id: document for document in corpus.documents if document.role is Role.SOURCE}
    made = {"author": MACHINE, "at": datetime.now(UTC), "operation": "prepared"}
    events: list[Event] = []
    for quotation, known in zip(extract.quotations(article), gold, strict=True):
        key = unit_key(PROJECT, article, quotation.id)
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
        events.append(LinkProposed(**made, unit_key=key, placement=placement(key, known["places"], sources)))
    store.append(PROJECT, events)
    store.close()
    return database


def placement(key: str, places: list[dict[str, object]], sources: dict[str, Document]) -> Placement:
    """What the search would say had it found exactly the gold."""
    links = tuple(
        Link(
            quotation_id=key,
            document_id=Path(str(place["document"])).name.removesuffix(".ar.txt"),
            spans=tuple(Span(*pair) for pair in place["spans"]),  # type: ignore[attr-defined]
            score=0.9 - 0.1 * rank,
            margin=0.2,
            state=LinkState.PROPOSED,
            reasons=("inside quote marks", "next candidate far below"),
        )
        for rank, place in enumerate(places)
    )
    assert all(link.document_id in sources for link in links)
    return Placement(
        quotation_id=key,
        state=LinkState.PROPOSED if links else LinkState.NO_SOURCE,
        confidence=0.95 if links else 0.1,
        certainty=Certainty.SURE if links else Certainty.UNSURE,
        candidates=links,
    )
