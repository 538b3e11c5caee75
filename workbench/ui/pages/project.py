"""Project: what its reviewers agree on."""

import streamlit as st

from workbench.errors import WorkbenchError
from workbench.review.typology import GROUPS
from workbench.services import preferences
from workbench.store import Project
from workbench.ui.pages.review import begin_anew
from workbench.ui.resources import current_project, go_to, store
from workbench.ui.text import plain

TOLD = "project-told"
"""What became of a save, until it is drawn: (kind of message, words)."""


def show() -> None:
    """Draw the page."""
    project = current_project()
    if project is None:
        st.info("There is no project yet.")
        if st.button("New article", type="primary"):
            go_to("new-article")
        return
    st.title(plain(project.title), anchor=False)
    st.caption("What the reviewers of this project agree on. It holds from now on; what was recorded before stays as it is.")
    settings = project.settings
    with st.form("project-rules"):
        st.toggle(
            "Whoever approves changed words says why",
            settings.get(preferences.REASON_ON_CHANGE) == preferences.YES,
            key=_key(project, "reason"),
            help="The reason stands in the history and travels with archive exports.",
        )
        st.text_area(
            "Error categories of your own, a line each: name: Title: what it means",
            settings.get(preferences.TYPOLOGY, ""),
            key=_key(project, "categories"),
            placeholder="honorific: Honorific: a title that the house sheet leaves out",
            height=120,
        )
        st.form_submit_button("Save", type="primary", on_click=_save, args=(project,))
    told = st.session_state.pop(TOLD, None)
    if told:
        kind, words = told
        (st.success if kind == "saved" else st.error)(plain(words))
    st.subheader("Error categories of this project", anchor=False)
    st.caption("The core of MQM, by the names of ISO 5060, and what only quotations can get wrong. The key picks one while words are marked.")
    rows = [
        {"Key": category.key, "Category": category.title, "Group": GROUPS[category.group], "What it means": category.description, "Id": category.id}
        for category in preferences.categories(settings)
    ]
    st.dataframe(rows, hide_index=True, width="stretch")


def _key(project: Project, name: str) -> str:
    return f"{name}-{project.id}"


def _save(project: Project) -> None:
    """Keep the choices before the page is drawn."""
    try:
        preferences.set_preferences(
            store(),
            project.id,
            reason_on_change=bool(st.session_state[_key(project, "reason")]),
            own_categories=str(st.session_state[_key(project, "categories")]),
        )
    except WorkbenchError as error:
        st.session_state[TOLD] = ("refused", str(error))
    else:
        begin_anew()
        st.session_state[TOLD] = ("saved", "Saved.")
