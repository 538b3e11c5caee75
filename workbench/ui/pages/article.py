"""Article: the text as a reader sees it, its quotations to open or to correct in place, and who is quoted and where."""

import uuid

import streamlit as st

from workbench.errors import Conflict, WorkbenchError
from workbench.model import AttributionRole, Document, Role
from workbench.services import people
from workbench.services.corrections import By
from workbench.services.desk import Desk
from workbench.services.people import NameUse
from workbench.services.reading import Request, article_view, perform
from workbench.services.settings import default_reviewer
from workbench.store import Project
from workbench.ui.article import article_reader
from workbench.ui.pages.review import begin_anew, open_unit
from workbench.ui.progress import watch
from workbench.ui.resources import current_project, desk, go_to, reviewer, store
from workbench.ui.text import counted, plain

ANSWER = "article-answer"
"""Where the session keeps what it answers to the last correction until it is drawn."""

ARTICLE = "article"
"""The query parameter that names the article of the project."""

MERGED = "article-merged"
ROLES = {AttributionRole.SPEAKER: ("People", "person"), AttributionRole.OUTLET: ("Outlets", "outlet")}


def show() -> None:
    """Draw the page."""
    project = current_project()
    articles = [document for document in store().documents(project.id) if document.role is Role.ARTICLE] if project else []
    if project is None or not articles:
        st.info("There is no article here yet.")
        if st.button("New article", type="primary"):
            go_to("new-article")
        return
    article = _chosen(project, articles)
    held = desk(project.id)
    view = article_view(held, article)
    if not view["quotations"]:
        watch(project)
    wanted = article_reader(
        key=f"article-{project.id}-{article.id}",
        data=view
        | {
            "project": project.id,
            "reviewer_in_address": reviewer() if reviewer() != default_reviewer() else None,
            "answer": st.session_state.get(ANSWER),
        },
        on_correction=lambda request: _correct(project, article, request),
    )
    if wanted is not None:
        open_unit(project.id, wanted)
    if view["quotations"]:
        watch(project)
    _names(project, held, articles)


def _chosen(project: Project, articles: list[Document]) -> Document:
    """The article the address names, else the first; with several, a list to choose from."""
    by_id = {article.id: article for article in articles}
    wanted = st.query_params.get(ARTICLE)
    named = wanted if wanted in by_id else articles[0].id
    if len(articles) > 1:
        titles = {article.id: article.title or article.id for article in articles}
        chosen = st.selectbox(plain(project.title), list(titles), list(titles).index(named), format_func=titles.__getitem__)
        if chosen != named:
            st.query_params[ARTICLE] = chosen
        return by_id[chosen]
    return by_id[named]


def _correct(project: Project, article: Document, request: Request) -> None:
    """Store a correction, and keep the answer for the drawing that follows."""
    st.session_state[ANSWER] = perform(store(), project.id, article, request, reviewer())
    begin_anew()


def _names(project: Project, held: Desk, articles: list[Document]) -> None:
    """Who is quoted in the project and where it was said, under which spellings; one name is made of several here."""
    states = [state for article in articles for state in held.states(article.id)]
    if not states:
        return
    st.subheader("People and outlets of this project", anchor=False)
    for column, role in zip(st.columns(2, gap="large"), ROLES, strict=True):
        with column:
            _merging(project, held.cursor, role, people.names(states, role))


def _merging(project: Project, seen: int, role: AttributionRole, uses: tuple[NameUse, ...]) -> None:
    title, noun = ROLES[role]
    if not uses:
        st.caption(f"{title}: the article names none.")
        return
    rows = [
        {
            title: use.name,
            "In the text as": ", ".join(f"{words} ({count})" if len(use.spellings) > 1 else words for words, count in use.spellings),
            "Quotations": use.quotations,
        }
        for use in uses
    ]
    st.dataframe(rows, hide_index=True, width="stretch")
    if len(uses) < 2:
        return
    key = f"{role.value}-{project.id}-{st.session_state.get(MERGED, 0)}"
    merged = st.multiselect(f"The same {noun} under several names", [use.name for use in uses], key=f"merged-{key}", placeholder="Choose two or more")
    if len(merged) < 2:
        return
    into = st.selectbox("The name to use", merged, key=f"into-{key}", accept_new_options=True, help="One of these, or type another.")
    if into and st.button(f"Make one {noun} of {len(merged)}", key=f"merge-{key}"):
        _merge(project, seen, role, merged, into)


def _merge(project: Project, seen: int, role: AttributionRole, merged: list[str], into: str) -> None:
    by = By(reviewer=reviewer(), operation=uuid.uuid4().hex, seen=seen)
    try:
        changed = people.merge(store(), project.id, role, merged, into, by)
    except Conflict:
        st.warning("Somebody changed one of these quotations meanwhile. Look at them as they are now, and do it again.")
        return
    except WorkbenchError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    begin_anew()
    st.toast(plain(f"{counted(changed, 'quotation')} now {'names' if changed == 1 else 'name'} {into}"))
    st.session_state[MERGED] = st.session_state.get(MERGED, 0) + 1
    st.rerun()
