"""The sheet for an editor: a component that shows an article's quotations in plain words and takes remedies and signatures."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from workbench.ui import component as pane
from workbench.ui.assets import renderer
from workbench.ui.component import Sync

NAME = "sheet"


def editor_sheet(*, key: str, data: Mapping[str, Any], on_sync: Callable[[Sync], None]) -> None:
    """Show the sheet.

    `data` is JSON: what `workbench.services.sheet.sheet` gives, with "project", "reviewer", "cursor" and "acks" as in the review pane's contract.
    What comes back are the pane's messages, with the operations `remedy` and `sign-off`; `on_sync` is called before the page's own code runs.
    """
    pane.register_assets()
    mount = renderer(NAME, Path(__file__).parent, css="sheet.css", js="sheet.js")

    def called() -> None:
        value = st.session_state[key].get("sync")
        if value is not None:
            on_sync(Sync.parse(value))

    mount(key=key, data=dict(data), on_sync_change=called)
