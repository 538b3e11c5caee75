"""Mounting the bitext component."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from workbench.ui import component as pane
from workbench.ui.assets import renderer
from workbench.ui.bitext.contract import Edit

NAME = "bitext"


def bitext_columns(*, key: str, data: Mapping[str, Any], on_edit: Callable[[Edit], None], on_ask: Callable[[str], None]) -> None:
    """Show two documents and their beads; both functions are called before the page's own code runs. `data` is set out in the contract."""
    pane.register_assets()
    mount = renderer(NAME, Path(__file__).parent, css="bitext.css", js="bitext.js")

    def edited() -> None:
        value = st.session_state[key].get("edit")
        if value is not None:
            on_edit(Edit.parse(value))

    def asked() -> None:
        value = st.session_state[key].get("ask")
        if isinstance(value, Mapping) and isinstance(value.get("what"), str):
            on_ask(value["what"])

    mount(key=key, data=dict(data), on_edit_change=edited, on_ask_change=asked)
