"""What is being worked on in one project, drawn every second until it is done."""

import streamlit as st

from workbench.services import jobs
from workbench.store import Project
from workbench.ui.resources import store, worker
from workbench.ui.text import plain


def watch(project: Project) -> None:
    """Say what is still being looked for in this project, and draw the page anew when it is done."""
    if any(job.state.open for job in store().jobs(project.id)):
        worker().ensure(store())
        _progress(project)


@st.fragment(run_every=1.0)
def _progress(project: Project) -> None:
    unfinished = [job for job in jobs.settle(store()) if job.project_id == project.id and job.state.open]
    if not unfinished:
        st.rerun()
    for job in unfinished:
        st.progress(job.done / job.total if job.total else 0.0, text=plain(job.note or "Waiting for its turn"))
