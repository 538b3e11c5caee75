"""Editor's sheet: an article's quotations in plain words, to decide about and to sign, on screen and on paper."""

from typing import Any

import streamlit as st

from workbench.model import Document
from workbench.services.sheet import sheet
from workbench.store import Project
from workbench.ui.component import Sync
from workbench.ui.pages.choosing import chosen_article
from workbench.ui.pages.review import begin_anew, operations_of
from workbench.ui.progress import watch
from workbench.ui.resources import desk, reviewer
from workbench.ui.sheet import editor_sheet

ANSWER = "sheet-answer"
"""Where the session keeps what it answers to the sheet's last message until it is drawn."""


def show() -> None:
    """Draw the page."""
    chosen = chosen_article()
    if chosen is None:
        return
    project, article = chosen
    held = desk(project.id)
    held.catch_up()
    watch(project)
    data: dict[str, Any] = sheet(held, article, reviewer()) | {
        "project": project.id,
        "reviewer": reviewer(),
        "cursor": held.cursor,
        "acks": st.session_state.pop(ANSWER, []),
    }
    if not data["rows"]:
        st.info("No quotations in this article yet.")
        return
    editor_sheet(key=f"sheet-{project.id}-{article.id}", data=data, on_sync=lambda sync: _answer(project, article, sync))


def _answer(project: Project, _article: Document, sync: Sync) -> None:
    """Store what came, and keep the answer for the drawing that follows."""
    st.session_state[ANSWER] = desk(project.id).apply(operations_of(sync), reviewer())
    begin_anew()
