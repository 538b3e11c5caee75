"""A reviewed article as something to read: which quotes were corrected, how, by whom and why."""

import io
from collections import defaultdict
from pathlib import Path

from workbench.errors import BadInput
from workbench.formats import PAPERS
from workbench.formats.papers import Paper, PaperKind, Quote
from workbench.formats.writing import draft
from workbench.model import Document, Event, Role
from workbench.review.state import UnitState, fold
from workbench.services.names import SINGLE_ARTICLE
from workbench.services.projects import documents_of
from workbench.services.records import record_of
from workbench.services.units import Documents
from workbench.store import Store


def by_id(paper_id: str) -> PaperKind:
    """The kind of paper with this id; raises BadInput with those there are."""
    for kind in PAPERS:
        if kind.id == paper_id:
            return kind
    raise BadInput(f"there is no paper {paper_id}", remedy=f"choose one of {', '.join(kind.id for kind in PAPERS)}")


def articles(store: Store, project_id: str) -> list[Document]:
    """The articles of a project, each of which can have a paper."""
    return [document for document in store.documents(project_id) if document.role is Role.ARTICLE]


def paper(store: Store, project_id: str, article_id: str | None = None) -> Paper:
    """An article with its quotes as they stand; the project's only one where none is named.

    Raises NotFound, or BadInput where the project has several articles, or none, and none is named.
    """
    store.project(project_id)
    article = _article(store, project_id, article_id)
    histories: defaultdict[str, list[Event]] = defaultdict(list)
    for event in store.events(project_id):
        histories[event.unit_key].append(event)
    states = fold(event for history in histories.values() for event in history)
    documents = documents_of(store, project_id)
    return Paper(
        title=article.title or article.id,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        quotes=tuple(_quote(state, histories[state.key], documents, project_id) for state in states.values() if state.article_id == article.id),
    )


def _article(store: Store, project_id: str, article_id: str | None) -> Document:
    there = articles(store, project_id)
    chosen = [article for article in there if article_id in (None, article.id)]
    if len(chosen) != 1:
        names = ", ".join(article.id for article in there)
        remedy = f"name one of {names}" if names else "add an article first"
        raise BadInput("a paper is about one article" if article_id is None else f"there is no article {article_id}", where=project_id, remedy=remedy)
    return chosen[0]


def _quote(state: UnitState, history: list[Event], documents: Documents, project_id: str) -> Quote:
    place = state.place
    source = documents.get(place.document_id) if place else None
    return Quote(
        record=record_of(state, history, documents, project_id),
        state=state.state.value,
        kind=state.quotation.kind.value if state.quotation else None,
        place=", ".join(part for part in (source.outlet, source.title or source.id) if part) if source else None,
        reason=state.verdict.reason if state.verdict else "",
        remedy=state.remedy,
        text_author=state.text_author,
    )


def file_name(kind: PaperKind, project_id: str, article_id: str | None) -> str:
    """The name of the file, made by us."""
    article = f"-{article_id}" if article_id not in (None, SINGLE_ARTICLE) else ""
    return f"{project_id}{article}-{kind.id.partition('-')[0]}{kind.extension}"


def written(store: Store, project_id: str, paper_id: str, article_id: str | None = None) -> bytes:
    """A paper as bytes, for a download."""
    stream = io.BytesIO()
    by_id(paper_id).write(paper(store, project_id, article_id), stream)
    return stream.getvalue()


def write(store: Store, project_id: str, paper_id: str, path: Path, article_id: str | None = None) -> Paper:
    """Write a paper to a file, whole or not at all."""
    made = paper(store, project_id, article_id)
    with draft(path) as (_, stream):
        by_id(paper_id).write(made, stream)
    return made
