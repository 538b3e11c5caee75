"""Getting ready before anybody comes: what the first visitor of a server would wait for is done while their browser loads the page."""

import contextlib
import threading
import time

PATIENCE = 30.0
"""Seconds in which Streamlit is to have come up."""

LOOKS_AGAIN = 0.02


def get_ready_in_the_background() -> None:
    """As soon as Streamlit runs in this process: load the pages' code, open the database, and read the project one arrives at."""
    threading.Thread(target=_get_ready, name="getting ready", daemon=True).start()


def _get_ready() -> None:
    from streamlit.runtime import Runtime

    deadline = time.monotonic() + PATIENCE
    while not Runtime.exists():
        if time.monotonic() > deadline:
            return
        time.sleep(LOOKS_AGAIN)
    from workbench.errors import WorkbenchError
    from workbench.ui import app, resources  # noqa: F401

    with contextlib.suppress(WorkbenchError):  # the first visitor is told
        project = next(iter(resources.store().projects()), None)
        if project:
            resources.desk(project.id).catch_up()
