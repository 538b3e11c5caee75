"""Bitext: a whole document and its translation, aligned by the machine and put right by a person."""

from typing import Any

import streamlit as st

from workbench.errors import Conflict, StoreError, WorkbenchError
from workbench.model import AlignedPair, Document
from workbench.services import bitext as service
from workbench.services.bitext import Bitext
from workbench.store import Project
from workbench.ui.bitext import Edit, bitext_columns
from workbench.ui.pages.review import begin_anew
from workbench.ui.progress import watch
from workbench.ui.resources import current_project, go_to, reviewer, store
from workbench.ui.text import counted, plain

ANSWER = "bitext-answer"
"""Where the session keeps what it answers to the last edit until it is drawn."""

TOLD = "bitext-told"
"""What became of a request, until it is drawn."""

KNOWN = "bitext-known"
"""The bitext and sequence the component on the page has the texts and beads of."""

SOURCE, TARGET = "source", "target"
"""The query parameters that name the two documents."""


def show() -> None:
    """Draw the page."""
    project = current_project()
    pairs = service.pairs_of_documents(store().documents(project.id)) if project else []
    if project is None or not pairs:
        st.info("This project has no Arabic text with an English one to align. Add an article with its source, or a document and its translation.")
        if st.button("New article", type="primary"):
            go_to("new-article")
        return
    source, target = _chosen(pairs)
    aligned = service.bitext(store(), project.id, source.id, target.id)
    watch(project)
    told = st.session_state.pop(TOLD, None)
    if told:
        st.info(plain(told))
    if not aligned.sequence:
        _offer(project, aligned)
        return
    bitext_columns(
        key=f"bitext-{project.id}-{aligned.key}",
        data=_data(project, aligned),
        on_edit=lambda edit: _save(project, source, target, edit),
        on_ask=lambda what: _asked(project, aligned, what),
    )


def _chosen(pairs: list[tuple[Document, Document]]) -> tuple[Document, Document]:
    """The documents the address names, else the first two; with several, a list to choose from."""
    names = {f"{source.id}/{target.id}": (source, target) for source, target in pairs}
    wanted = f"{st.query_params.get(SOURCE)}/{st.query_params.get(TARGET)}"
    named = wanted if wanted in names else next(iter(names))
    if len(names) > 1:
        labels = {name: f"{target.title or target.id} ⟷ {source.outlet or source.title or source.id}" for name, (source, target) in names.items()}
        named = st.selectbox("Documents", list(names), list(names).index(named), format_func=labels.__getitem__)
    source, target = names[named]
    if named != wanted:
        st.query_params[SOURCE], st.query_params[TARGET] = source.id, target.id
    return source, target


def _offer(project: Project, aligned: Bitext) -> None:
    """Nothing is aligned yet."""
    st.subheader(plain(aligned.target.title or aligned.target.id), anchor=False)
    number = len(service.segments(aligned.source)), len(service.segments(aligned.target))
    st.write(f"{counted(number[0], 'Arabic segment')}, {counted(number[1], 'English segment')}, not aligned yet.")
    if st.button("Align", type="primary"):
        service.queue_alignment(store(), project.id, aligned.source.id, aligned.target.id)
        st.rerun()


def _data(project: Project, aligned: Bitext) -> dict[str, Any]:
    """Texts and beads at first; afterwards only what became of an edit."""
    name, answer = f"{project.id}/{aligned.key}", st.session_state.pop(ANSWER, None)
    sides = {side: [span for pair in aligned.pairs for span in getattr(pair, side)] for side in ("source", "target")}
    told: dict[str, Any] = {
        "id": name,
        "reviewer": reviewer(),
        "sequence": aligned.sequence,
        "doubtful": round(aligned.doubtful_below, 4),
        "answer": answer,
        "source": None,
        "target": None,
        "beads": None,
        "moved": None,
    }
    if answer and st.session_state.get(KNOWN) == name:
        return told
    st.session_state[KNOWN] = name
    for side, document in (("source", aligned.source), ("target", aligned.target)):
        texts = [service.joined(document.text, [span]) for span in sides[side]]
        told[side] = {"title": document.title or document.id, "language": document.language, "segments": texts}
    places = {side: {span: index for index, span in enumerate(spans)} for side, spans in sides.items()}
    told["beads"] = [
        [[places["source"][span] for span in pair.source], [places["target"][span] for span in pair.target], round(pair.score, 4), pair.confirmed]
        for pair in aligned.pairs
    ]
    told["moved"] = [
        [[places["source"][span] for span in block.source], [places["target"][span] for span in block.target]] for block in aligned.crossings
    ]
    return told


def _save(project: Project, source: Document, target: Document, edit: Edit) -> None:
    """Store beads, and keep the answer for the drawing that follows."""
    answer: dict[str, Any] = {"request": edit.request, "status": "stored", "message": "", "sequence": edit.based_on}
    try:
        answer["sequence"] = _store(project, service.bitext(store(), project.id, source.id, target.id), edit)
    except Conflict:
        answer |= {"status": "conflict", "message": "Somebody saved other beads first. Nothing was overwritten; yours are still on this page."}
    except StoreError as error:
        answer |= {"status": "failed", "message": str(error)}
    except WorkbenchError as error:
        answer |= {"status": "refused", "message": str(error)}
    st.session_state[ANSWER] = answer


def _store(project: Project, aligned: Bitext, edit: Edit) -> int:
    sources = [span for pair in aligned.pairs for span in pair.source]
    targets = [span for pair in aligned.pairs for span in pair.target]
    if not edit.covers(len(sources), len(targets)):
        raise Conflict(aligned.key, edit.based_on, aligned.sequence)
    pairs = [
        AlignedPair(tuple(sources[number] for number in source), tuple(targets[number] for number in target), score, confirmed)
        for source, target, score, confirmed in edit.beads
    ]
    return service.save(store(), project.id, aligned, pairs, reviewer=reviewer(), operation=edit.request, based_on=edit.based_on)


def _asked(project: Project, aligned: Bitext, what: str) -> None:
    """What the buttons and keys beside the beads ask for."""
    st.session_state.pop(KNOWN, None)
    if what == "again":
        service.queue_alignment(store(), project.id, aligned.source.id, aligned.target.id)
    elif what == "units":
        made = service.make_units(store(), project.id, aligned, reviewer())
        begin_anew()
        st.session_state[TOLD] = told_of(made)


def told_of(made: service.Made) -> str:
    """What became of making units, every bead accounted for."""
    parts = [
        f"{counted(made.added, 'unit')} added to the review",
        made.known and f"{made.known} were units already",
        made.one_sided and f"{made.one_sided} confirmed with one side only were left out",
        made.unconfirmed and f"{made.unconfirmed} not confirmed were left out",
    ]
    return "; ".join(str(part) for part in parts if part) + "."
