"""Mounting the review pane."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from workbench.ui.assets import register, renderer
from workbench.ui.component.contract import Sync

NAME = "review-pane"
LONG_WAY = "review-anew"
TRIGGER = "sync"


def review_pane(*, key: str, data: Mapping[str, Any], on_sync: Callable[[Sync], None] | None = None) -> Sync | None:
    """Show the pane; the message that caused this run, or None when something else did.

    `data` is JSON (see the contract). `on_sync` is called with the message before the page's own code runs, which is the place to save: nothing
    that happens on the page afterwards can then lose it, and the `data` of this run already says what was stored. A message that is not
    well formed raises BadInput; a browser only sends one when its page is older than the server.
    """
    mount = renderer(NAME, Path(__file__).parent, js="pane.js")
    return _message(mount(key=key, data=written(data), on_sync_change=lambda: _called(key, on_sync)))


def long_way(*, key: str, project_id: str, on_sync: Callable[[Sync], None]) -> None:
    """A second line of the pane to the server, nothing to see: to be put on the page outside the fragment the pane is in.

    A message to a fragment is dropped where the last run of the whole page was cut short before it came to the fragment; the pane sends what was not
    answered this way, which runs the whole page.
    """
    register_assets()
    mount = renderer(LONG_WAY, Path(__file__).parent, js="anew.js")
    mount(key=key, data={"project": project_id}, on_sync_change=lambda: _called(key, on_sync))


def _called(key: str, on_sync: Callable[[Sync], None] | None) -> None:
    sync = _message(st.session_state.get(key))
    if sync is not None and on_sync is not None:
        on_sync(sync)


def written(data: Mapping[str, Any]) -> bytes:
    """The data as they travel: UTF-8, in which Arabic takes a third of what Streamlit's own JSON needs; and it is written once, not twice."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def register_assets() -> str:
    """Make the pane's modules known to the running Streamlit and give its full name; the article's page shares some of them."""
    return register(NAME, Path(__file__).parent)


def _message(state: Any) -> Sync | None:
    value = state.get(TRIGGER) if state is not None else None
    return None if value is None else Sync.parse(value)
