"""A long piece of work on a page: what it is doing, how far it is, and a button that stops it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from workbench.services.watching import Watch


@contextmanager
def stoppable(title: str) -> Iterator[Watch]:
    """A spinner with the count below it and a Stop button, while the block lasts.

    Streamlit answers the button by running the page again: the next call that shows the count then ends this run, wherever the work is, and
    nothing of it is kept.
    """
    place = st.empty()
    with place.container(), st.spinner(f"{title}…", show_time=True):
        line = st.empty()
        button = st.empty()

        def watch(count: int, what: str) -> None:
            line.caption(f"{count:,} {what}")
            if count and not shown:
                button.button("Stop", icon=":material/stop_circle:", key=f"stop-{title}")
                shown.append(True)

        shown: list[bool] = []
        yield watch
    place.empty()
