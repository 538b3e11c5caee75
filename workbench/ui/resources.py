"""What all pages share. Cached here is only what is the same for every visitor; who is asking is an argument."""

from pathlib import Path
from typing import NoReturn

import streamlit as st

from workbench.encoder import load as load_encoder
from workbench.errors import NotFound
from workbench.services import projects
from workbench.services.desk import Desk
from workbench.services.jobs import Worker
from workbench.services.settings import database_address, default_reviewer
from workbench.store import Project, Store, open_store

REVIEWER = "reviewer"
PROJECT = "project"
PAGES = "pages"
"""Where the session keeps its pages by their address, put there by `workbench.ui.app`."""


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of this process; a new database gets the sample projects."""
    address = database_address()
    new = address == ":memory:" or not Path(address).exists()
    opened = open_store(address)
    if new:
        projects.load_samples(opened)
    return opened


@st.cache_resource(show_spinner=False)
def worker() -> Worker:
    """The process for long work."""
    return Worker(database_address())


@st.cache_resource(show_spinner=False, max_entries=50)
def desk(project_id: str) -> Desk:
    """The review desk of a project, shared by its reviewers."""
    return Desk(store(), project_id, load_encoder)


def reviewer() -> str:
    """Who is reviewing: as chosen in this session or in the address, else the environment's or the system's user."""
    if REVIEWER not in st.session_state:
        st.session_state[REVIEWER] = st.query_params.get(REVIEWER) or default_reviewer()
    name = str(st.session_state[REVIEWER])
    if name != default_reviewer() and st.query_params.get(REVIEWER) != name:
        st.query_params[REVIEWER] = name  # a reload or a bookmark comes back as the same person
    return name


def current_project() -> Project | None:
    """The project the address names, else the one chosen last, else the first; None in an empty library."""
    wanted = st.query_params.get(PROJECT) or st.session_state.get(PROJECT)
    try:
        project = store().project(str(wanted)) if wanted else None
    except NotFound:
        project = None
    project = project or next(iter(store().projects()), None)
    if project:
        choose_project(project.id)
    return project


def choose_project(project_id: str) -> None:
    """Remember the project for the other pages and for the address."""
    st.session_state[PROJECT] = project_id
    if st.query_params.get(PROJECT) != project_id:
        st.query_params[PROJECT] = project_id


def go_to(path: str, **query: str) -> NoReturn:
    """Leave for another page, with `query` in its address."""
    st.switch_page(st.session_state[PAGES][path], query_params=query or None)
