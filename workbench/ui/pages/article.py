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
from workbench.ui.pages.choosing import chosen_article
from workbench.ui.pages.review import begin_anew, open_unit
from workbench.ui.progress import watch
from workbench.ui.resources import desk, reviewer, store
from workbench.ui.text import counted, plain

ANSWER = "article-answer"
"""Where the session keeps what it answers to the last correction until it is drawn."""

MERGED = "article-merged"
"""How often names were merged: the choices begin anew each time."""

TOLD = "article-told"
"""What became of a merge, until it is drawn."""

ROLES = {AttributionRole.SPEAKER: ("People", "person"), AttributionRole.OUTLET: ("Outlets", "outlet")}


def show() -> None:
    """Draw the page."""
    chosen = chosen_article()
    if chosen is None:
        return
    project, article = chosen
    articles = [document for document in store().documents(project.id) if document.role is Role.ARTICLE]
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
    told = st.session_state.pop(TOLD, None)
    if told:
        st.info(plain(told))
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
            "Quotes": use.quotations,
            "In the text as": ", ".join(f"{words} ({count})" if len(use.spellings) > 1 else words for words, count in use.spellings),
        }
        for use in uses
    ]
    st.dataframe(rows, hide_index=True, width="stretch")
    if len(uses) < 2:
        return
    key = f"{role.value}-{project.id}-{st.session_state.get(MERGED, 0)}"
    label = f"The same {noun} under several names? Choose them:"
    merged = st.pills(label, [use.name for use in uses], selection_mode="multi", wrap=True, format_func=plain, key=f"merged-{key}")
    if len(merged) < 2:
        return
    most_quoted = next(use.name for use in uses if use.name in merged)
    into = st.text_input("The name to use", most_quoted, key=f"into-{key}", max_chars=people.LONGEST_NAME)
    arguments = (project, seen, role, merged, into)
    st.button(f"Make one {noun} of {len(merged)}", key=f"merge-{key}", disabled=not into.strip(), on_click=_merge, args=arguments)


def _merge(project: Project, seen: int, role: AttributionRole, merged: list[str], into: str) -> None:
    """Merge before the page is drawn, and keep what became of it for the drawing."""
    by = By(reviewer=reviewer(), operation=uuid.uuid4().hex, seen=seen)
    try:
        changed = people.merge(store(), project.id, role, merged, into, by)
    except Conflict:
        st.session_state[TOLD] = "Somebody changed one of these quotations meanwhile. Look at them as they are now, and do it again."
    except WorkbenchError as error:
        st.session_state[TOLD] = str(error)
    else:
        begin_anew()
        st.session_state[TOLD] = f"{counted(changed, 'quotation')} changed: the name is {into} now"
        st.session_state[MERGED] = st.session_state.get(MERGED, 0) + 1
