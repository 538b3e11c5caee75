"""The library: every project with its progress, and what is being worked on."""

import streamlit as st

from workbench.services import jobs, projects
from workbench.services.projects import ProjectOverview
from workbench.store import Job, JobState
from workbench.ui.resources import REVIEWER, choose_project, go_to, reviewer, store, worker
from workbench.ui.states import state_bar
from workbench.ui.text import ago, counted, plain

POLL_SECONDS = 1.0


def show() -> None:
    """Draw the page."""
    worker().ensure(store())
    title, person, new = st.columns([5, 1.3, 1.3], vertical_alignment="center")
    title.title("Library", anchor=False)
    with person.popover(f":material/person: {plain(reviewer())}", width="stretch"):
        st.text_input("You review as", key=REVIEWER, help="Written beside everything you do. Nobody may approve their own words without saying so.")
    if new.button("New article", type="primary", icon=":material/note_add:", width="stretch"):
        go_to("new-article")
    _watched() if any(job.state.open for job in store().jobs()) else _list()


@st.fragment(run_every=POLL_SECONDS)
def _watched() -> None:
    """The list while something is being worked on: drawn again every second, until nothing is."""
    if not any(job.state.open for job in jobs.settle(store())):
        st.rerun()
    _list()


def _list() -> None:
    listed = store().projects()
    if not listed:
        st.info("Nothing here yet. Add an article with the Arabic sources its quotes may come from, or load the sample projects.")
        if st.button("Load the sample projects", icon=":material/science:"):
            projects.load_samples(store())
            st.rerun()
    for project in listed:
        _card(projects.overview(store(), project))


def _card(overview: ProjectOverview) -> None:
    project = overview.project
    with st.container(border=True, key=f"project-{project.id}"):
        text, article, review, more = st.columns([6.6, 1.4, 1.6, 0.7], vertical_alignment="top")
        with text:
            st.subheader(plain(project.title), anchor=False)
            st.caption(plain(project.description) + ("  \n" if project.description else "") + _facts(overview))
        if overview.articles and article.button("Article", key=f"article-{project.id}", icon=":material/article:", width="stretch"):
            _go(project.id, "article")
        elif overview.translations and article.button("Bitext", key=f"bitext-{project.id}", icon=":material/compare_arrows:", width="stretch"):
            _go(project.id, "bitext")
        if (overview.units or overview.articles) and review.button(
            "Review", key=f"review-{project.id}", type="primary", icon=":material/rate_review:", width="stretch"
        ):
            _go(project.id, "review")
        with more.popover("", icon=":material/more_vert:", help="More"):
            if st.button("Export", key=f"export-{project.id}", icon=":material/ios_share:", width="stretch"):
                _go(project.id, "export")
            if st.button("Delete…", key=f"delete-{project.id}", icon=":material/delete:", width="stretch"):
                _delete(overview)
        if overview.units:
            state_bar(overview.states, key=f"states-{project.id}")
        _work(overview)


def _facts(overview: ProjectOverview) -> str:
    sizes = [counted(len(overview.articles), "article"), counted(overview.sources, "source"), counted(overview.units, "quotation")]
    if overview.translations:
        sizes = [counted(len(overview.translations), "translation"), counted(overview.sources, "source"), counted(overview.units, "unit")]
    people = [plain(", ".join(overview.people))] if overview.people else []
    return " · ".join([*sizes, f"last activity {ago(overview.last_activity)}", *people])


def _work(overview: ProjectOverview) -> None:
    """What is being worked on: the running job in full, what waits behind it as a count, what failed with its reason."""
    titles = {article.id: article.title for article in overview.articles if article.title}
    titles |= {job.subject: f"{overview.project.title}, aligned" for job in overview.jobs if job.kind == jobs.ALIGN}
    running = [job for job in overview.jobs if job.state is JobState.RUNNING]
    waiting = [job for job in overview.jobs if job.state is JobState.QUEUED]
    for job in [*running, *waiting[: 0 if running else 1], *(job for job in overview.jobs if job.state is JobState.FAILED)]:
        _job(job, titles.get(job.subject, job.subject))
    behind = len(waiting) - (0 if running else 1)
    if behind > 0:
        st.caption(f"{counted(behind, 'more article')} waiting")


def _job(job: Job, title: str) -> None:
    if job.state is JobState.FAILED:
        message, button = st.columns([8, 1], vertical_alignment="center")
        message.error(plain(f"{title}: {job.note}"), icon=":material/error:")
        if button.button("Again", key=f"again-{job.id}"):
            jobs.again(store(), job)
            st.rerun()
        return
    bar, button = st.columns([8, 1], vertical_alignment="center")
    bar.progress(job.done / job.total if job.total else 0.0, text=plain(f"{title}: {job.note or 'waiting for its turn'}"))
    if button.button("Stop", key=f"stop-{job.id}"):
        jobs.stop(store(), job)
        st.rerun()


def _go(project_id: str, path: str) -> None:
    choose_project(project_id)
    go_to(path)


@st.dialog("Delete this project?")
def _delete(overview: ProjectOverview) -> None:
    project = overview.project
    st.markdown(
        f"**{plain(project.title)}** with {counted(overview.units, 'quotation')}, its articles and sources and everything written about them "
        "will be gone, history included. This cannot be undone."
    )
    if st.text_input(f"Type {project.id} to delete it") == project.id and st.button("Delete for good", type="primary"):
        store().delete_project(project.id)
        st.rerun()
