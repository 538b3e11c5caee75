"""A long piece of work on a page: what it is doing, how far it is, and a button that stops it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from workbench.services.watching import Watch

STOPPED = "stopped"


def was_stopped(title: str) -> bool:
    """Whether this run of the page is the answer to the Stop button of a piece of work; True once, so that the next run does it again."""
    if st.session_state.get(STOPPED) != title:
        return False
    del st.session_state[STOPPED]
    return True


def _stop(title: str) -> None:
    st.session_state[STOPPED] = title


@contextmanager
def stoppable(title: str) -> Iterator[Watch]:
    """A spinner with the count below it and a Stop button, while the block lasts.

    Streamlit answers the button by running the page again: the next call that shows the count then ends this run, wherever the work is, and
    nothing of it is kept. A page that would begin the same work anew in that run asks `was_stopped` first.
    """
    place = st.empty()
    with place.container(), st.spinner(f"{title}…", show_time=True):
        line = st.empty()
        button = st.empty()

        def watch(count: int, what: str) -> None:
            line.caption(f"{count:,} {what}")
            if count and not shown:
                button.button("Stop", icon=":material/stop_circle:", key=f"stop-{title}", on_click=_stop, args=(title,))
                shown.append(True)

        shown: list[bool] = []
        yield watch
    place.empty()
