"""The project or article that a page is about: the one the address names, else the first; with several, a list to choose from."""

import streamlit as st

from workbench.model import Document, Role
from workbench.store import Project
from workbench.ui.resources import choose_project, current_project, go_to, store
from workbench.ui.text import plain

ARTICLE = "article"
"""The query parameter that names the article of the project."""


def chosen_project(without: str) -> str | None:
    """The id of the project that a page is about, chosen at its top; None where there is none, which the page then says in the words given."""
    project = current_project()
    if project is None:
        st.info(without)
        if st.button("New article", type="primary"):
            go_to("new-article")
        return None
    titles = {listed.id: listed.title for listed in store().projects()}
    chosen = st.selectbox("Project", list(titles), list(titles).index(project.id), format_func=titles.__getitem__)
    if chosen != project.id:
        choose_project(chosen)
        st.rerun()
    return chosen


def chosen_article() -> tuple[Project, Document] | None:
    """The project and its article; None where there is none, which the page then says."""
    project = current_project()
    articles = [document for document in store().documents(project.id) if document.role is Role.ARTICLE] if project else []
    if project is None or not articles:
        st.info("There is no article here yet.")
        if st.button("New article", type="primary"):
            go_to("new-article")
        return None
    by_id = {article.id: article for article in articles}
    wanted = st.query_params.get(ARTICLE)
    named = wanted if wanted in by_id else articles[0].id
    if len(articles) > 1:
        titles = {article.id: article.title or article.id for article in articles}
        chosen = st.selectbox(plain(project.title), list(titles), list(titles).index(named), format_func=titles.__getitem__)
        if chosen != named:
            st.query_params[ARTICLE] = chosen
        return project, by_id[chosen]
    return project, by_id[named]
