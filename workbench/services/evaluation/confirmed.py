"""What reviewers confirmed or corrected, as gold: how well the search does on a project's own quotations, and the gold in files for others."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench import __version__
from workbench.align.places import place
from workbench.align.query import around, article_sentences
from workbench.errors import BadInput
from workbench.metrics.spans import RIGHT, bootstrap, mean, token_f1
from workbench.model import Document, LinkState, Placement, Quotation, Role, Signature, Span
from workbench.ports import SpanEncoder
from workbench.review.state import Place, ReviewState, UnitState
from workbench.services.dictionary import installed_dictionary, named
from workbench.services.evaluation.table import Figure, Table
from workbench.services.projects import states_of
from workbench.store import Store

TASKS = "tasks.jsonl"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A quotation of an article and where a person said it stands; `place` is None where they said that no source holds it.

    `corrected` says that the first proposal was another place.
    """

    quotation: Quotation
    article: Document
    place: Place | None
    corrected: bool


def confirmed(store: Store, project_id: str) -> list[Confirmed]:
    """The places a person decided on, and those of approved units, in the order of the articles."""
    store.project(project_id)
    articles = {document.id: document for document in store.documents(project_id) if document.role is Role.ARTICLE}
    found = []
    for state in states_of(store, project_id).values():
        settled = state.decision is not None or (state.state is ReviewState.APPROVED and state.place is not None)
        if settled and state.quotation and state.article_id in articles:
            found.append(Confirmed(state.quotation, articles[state.article_id], state.place, _proposed(state) != state.place))
    return found


def _proposed(state: UnitState) -> Place | None:
    """Where the unit's first candidate stands, None where the search found none."""
    if state.placement is None or state.placement.state is LinkState.NO_SOURCE or not state.placement.candidates:
        return None
    first = state.placement.candidates[0]
    return Place(first.document_id, first.spans)


def evaluate_confirmed(store: Store, project_id: str, encoder: SpanEncoder) -> Table:
    """Look for the confirmed quotations anew in the project's sources; BadInput where nobody has confirmed one."""
    gold = confirmed(store, project_id)
    if not gold:
        raise BadInput("no place has been confirmed or corrected yet", where=f"project {project_id}", remedy="review some quotations first")
    sources = [document for document in store.documents(project_id) if document.role is Role.SOURCE]
    texts = {document.id: document.text for document in sources}
    pairs: list[tuple[Confirmed, Placement]] = []
    dictionary = installed_dictionary()
    for article in {id(one.article): one.article for one in gold}.values():
        own = [one for one in gold if one.article is article]
        pairs.extend(zip(own, place([one.quotation for one in own], article, sources, encoder, dictionary=dictionary), strict=True))
    signature = Signature((("project", project_id), ("encoder", encoder.name), *named(dictionary), ("langs", "ar-en"), ("v", __version__)))
    return Table(f"{project_id}: places that reviewers confirmed", tuple(_figures(pairs, texts)), signature)


def _figures(pairs: Sequence[tuple[Confirmed, Placement]], texts: dict[str, str]) -> list[Figure]:
    held = [(one.place, placement) for one, placement in pairs if one.place is not None]
    first = [_f1(right, placement, texts, 1) for right, placement in held]
    in_three = [float(_f1(right, placement, texts, 3) >= RIGHT) for right, placement in held]
    absent = [float(placement.state is LinkState.NO_SOURCE) for one, placement in pairs if one.place is None]
    corrected = [float(one.corrected) for one, _ in pairs]
    return [
        Figure("token F1 of the first candidate", mean(first), len(first), bootstrap(first)),
        Figure("right one among the first three", mean(in_three), len(in_three), bootstrap(in_three)),
        Figure("no source: said where a reviewer said so", mean(absent), len(absent), bootstrap(absent)),
        Figure("first proposal corrected by a reviewer", mean(corrected), len(corrected), bootstrap(corrected)),
    ]


def _f1(right: Place, placement: Placement, texts: dict[str, str], most: int) -> float:
    links = [link for link in placement.candidates[:most] if link.document_id == right.document_id]
    return max((token_f1(texts[right.document_id], right.spans, link.spans) for link in links), default=0.0)


def export_confirmed(store: Store, project_id: str, folder: Path) -> int:
    """Write the gold as a folder that `find --batch` answers, and give how many tasks it has.

    `tasks.jsonl` has `{"quote", "sources", "gold", "article_context"}` a line, `gold` being `[[start, end], …]` into the first of `sources`, null
    where none holds the quote; the texts of the sources lie beside it. BadInput where the folder cannot be written or has tasks already.
    """
    gold = confirmed(store, project_id)
    sources = [document for document in store.documents(project_id) if document.role is Role.SOURCE]
    names = {document.id: f"source-{number:03}.ar.txt" for number, document in enumerate(sources, start=1)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / TASKS).exists():
            raise BadInput("there are tasks already", where=str(folder / TASKS), remedy="name another folder")
        for document in sources:
            (folder / names[document.id]).write_text(document.text, encoding="utf-8", newline="")
        lines = [json.dumps(_task(one, names), ensure_ascii=False) + "\n" for one in gold]
        (folder / TASKS).write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise BadInput(f"cannot be written ({error.strerror})", where=str(folder), remedy="look at its name and rights") from error
    return len(gold)


def _task(one: Confirmed, names: dict[str, str]) -> dict[str, object]:
    held = [names[one.place.document_id]] if one.place else []
    spans: Sequence[Span] = one.place.spans if one.place else ()
    return {
        "quote": one.quotation.text(one.article.text),
        "sources": [*held, *(name for name in names.values() if name not in held)],
        "gold": [list(span.pair()) for span in spans] or None,
        "article_context": around(one.quotation, one.article.text, article_sentences(one.article)),
    }
