"""Mounting the article component."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from workbench.services.reading import Request
from workbench.ui import component as pane
from workbench.ui.article.contract import parse
from workbench.ui.assets import renderer

NAME = "article"


def article_reader(*, key: str, data: Mapping[str, Any], on_correction: Callable[[Request], None]) -> str | None:
    """Show the article; gives the key of a unit that somebody wants to review now, else None.

    `on_correction` is called with a correction before the page's own code runs, which is the place to save: the `data` of this run already
    says what was stored. `data` is set out in the contract.
    """
    pane.register_assets()
    mount = renderer(NAME, Path(__file__).parent, css="reader.css", js="reader.js")

    def called() -> None:
        value = st.session_state[key].get("correction")
        if value is not None:
            on_correction(parse(value))

    result = mount(key=key, data=dict(data), on_correction_change=called, on_open_change=lambda: None)
    opened = result.get("open")
    return str(opened["key"]) if isinstance(opened, Mapping) and isinstance(opened.get("key"), str) else None
