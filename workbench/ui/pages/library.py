"""The library: every project with its progress, and what is being worked on."""

import streamlit as st

from workbench.review.state import ReviewState
from workbench.services import jobs, projects
from workbench.services.projects import ProjectOverview
from workbench.store import Job, JobState
from workbench.ui.resources import REVIEWER, choose_project, go_to, reviewer, store, worker
from workbench.ui.text import ago, counted, plain

COLOURS = {
    ReviewState.APPROVED: "green",
    ReviewState.CHANGED: "orange",
    ReviewState.SECOND_LOOK: "orange",
    ReviewState.REJECTED: "red",
    ReviewState.WAITING: "gray",
    ReviewState.NO_SOURCE: "gray",
}
ICONS = {
    ReviewState.APPROVED: ":material/check_circle:",
    ReviewState.CHANGED: ":material/contrast:",
    ReviewState.SECOND_LOOK: ":material/visibility:",
    ReviewState.REJECTED: ":material/cancel:",
    ReviewState.WAITING: ":material/radio_button_unchecked:",
    ReviewState.NO_SOURCE: ":material/motion_blur:",
}
POLL_SECONDS = 1.0


def show() -> None:
    """Draw the page."""
    worker().ensure(store())
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    left.title("Library", anchor=False)
    with right.popover(f":material/person: {plain(reviewer())}", width="stretch"):
        st.text_input("You review as", key=REVIEWER, help="Written beside everything you do. Nobody may approve their own words without saying so.")
    if st.button("New article", type="primary", icon=":material/note_add:"):
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
        text, actions = st.columns([5, 2], vertical_alignment="top")
        with text:
            st.subheader(plain(project.title), anchor=False)
            if project.description:
                st.caption(plain(project.description))
            st.markdown(" ".join(f":{COLOURS[state]}-badge[{ICONS[state]} {count} {state.value}]" for state, count in overview.states.items()))
        with actions:
            open_, more = st.columns([3, 1])
            if open_.button("Review", key=f"review-{project.id}", type="primary", icon=":material/rate_review:", width="stretch"):
                _go(project.id, "review")
            with more.popover("", icon=":material/more_vert:", help="More"):
                if st.button("Export", key=f"export-{project.id}", icon=":material/ios_share:", width="stretch"):
                    _go(project.id, "export")
                if st.button("Delete…", key=f"delete-{project.id}", icon=":material/delete:", width="stretch"):
                    _delete(overview)
        _progress(overview)
        for job in overview.jobs:
            _job(job)


def _progress(overview: ProjectOverview) -> None:
    approved = overview.states.get(ReviewState.APPROVED, 0)
    people = f" · {plain(', '.join(overview.people))}" if overview.people else ""
    share = approved / overview.units if overview.units else 0.0
    sizes = f"{counted(len(overview.articles), 'article')}, {counted(overview.sources, 'source')}, {counted(overview.units, 'quotation')}"
    st.progress(share, text=f"{approved} of {overview.units} approved · {sizes} · last activity {ago(overview.last_activity)}{people}")


def _job(job: Job) -> None:
    if job.state is JobState.FAILED:
        message, button = st.columns([5, 1], vertical_alignment="center")
        message.error(plain(f"Reading {job.subject}: {job.note}"), icon=":material/error:")
        if button.button("Again", key=f"again-{job.id}"):
            jobs.again(store(), job)
            st.rerun()
        return
    bar, button = st.columns([5, 1], vertical_alignment="center")
    bar.progress(job.done / job.total if job.total else 0.0, text=plain(f"Reading {job.subject}: {job.note or 'waiting for its turn'}"))
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
