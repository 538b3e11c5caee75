"""A page with nothing but the review pane and a server in memory.

Query parameters: `run` names the server (each name has its own), `units` says how many it has, `mode=failing` breaks its database,
`other=KEY` lets somebody else save that unit first, `reviewer` is who looks.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

import streamlit as st

from tests.ui.component.fake_server import FakeServer
from tests.ui.component.sample_units import units
from workbench.ui.component import Sync, review_pane

OTHER_TEXT = "we held a number of meetings on the situation in Hama, should it be liberated, God willing."


@st.cache_resource
def server(run: str, number: int) -> FakeServer:
    """One server for each name, for as long as the process lives."""
    return FakeServer(units(number))


def main() -> None:
    """Answer the pane's message and show it."""
    st.set_page_config(page_title="Review", layout="wide")
    query = st.query_params
    fake = server(query.get("run", "default"), int(query.get("units", "7")))
    fake.mode = query.get("mode", "")
    reviewer = query.get("reviewer", "Samir")

    def save(sync: Sync) -> None:
        """Store the outbox before anything else runs."""
        if sync.outbox and "other" in query and not st.session_state.get("other saved"):
            st.session_state["other saved"] = True
            fake.other_saves(query["other"], OTHER_TEXT)
        st.session_state["acks"] = fake.handle(sync, reviewer)
        st.session_state["message"] = sync

    message = st.session_state.pop("message", None)
    answer = fake.answer(message, st.session_state.pop("acks", []), message.check if message else None)
    review_pane(
        key="pane",
        data={
            "project": {"id": f"hama-{query.get('run', 'default')}", "title": "Attack in Hama"},
            "reviewer": reviewer,
            "baseline": "published",
            "go_to": query.get("unit"),
            **answer,
        },
        on_sync=save,
    )


if __name__ == "__main__":
    main()
