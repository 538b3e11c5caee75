"""Getting ready before anybody comes: what the first visitor of a server would wait for is done while their browser loads the page."""

import contextlib
import sys
import threading
import time

PATIENCE = 60.0
"""Seconds in which Streamlit is to have come up."""

LOOKS_AGAIN = 0.05


def get_ready_in_the_background() -> None:
    """As soon as Streamlit serves in this process: load the pages' code, open the database, and read the project one arrives at."""
    threading.Thread(target=_get_ready, name="getting ready", daemon=True).start()


def _get_ready() -> None:
    deadline = time.monotonic() + PATIENCE
    while not _serving():
        if time.monotonic() > deadline:
            return
        time.sleep(LOOKS_AGAIN)
    from workbench.errors import WorkbenchError
    from workbench.ui import app, resources  # noqa: F401

    with contextlib.suppress(WorkbenchError):  # the first visitor is told
        project = next(iter(resources.store().projects()), None)
        if project:
            resources.desk(project.id).catch_up()


def _serving() -> bool:
    """Whether Streamlit has come up, found out without importing anything.

    While the main thread still loads it, a second one that does so, too, may end both in a deadlock.
    """
    runtime = getattr(sys.modules.get("streamlit.runtime.runtime"), "Runtime", None)
    return runtime is not None and runtime.exists() and runtime.instance().state.name != "INITIAL"
