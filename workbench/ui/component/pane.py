"""Mounting the review pane.

The browser loads the modules in `assets/` as they are, by their own addresses, so that an answer to a reviewer carries data only: with the code
inside, Streamlit would send all of it again after every action.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from workbench.ui.component.contract import Sync

PACKAGE = "workbench"
NAME = "review-pane"
QUALIFIED_NAME = f"{PACKAGE}.{NAME}"
TRIGGER = "sync"


def review_pane(*, key: str, data: Mapping[str, Any], on_sync: Callable[[Sync], None] | None = None) -> Sync | None:
    """Show the pane; the message that caused this run, or None when something else did.

    `data` is JSON (see the contract). `on_sync` is called with the message before the page's own code runs, which is the place to save: nothing
    that happens on the page afterwards can then lose it, and the `data` of this run already says what was stored. A message that is not
    well formed raises BadInput; a browser only sends one when its page is older than the server.
    """
    _register()
    mount = component(QUALIFIED_NAME, css="pane.css", js="pane.js")

    def called() -> None:
        sync = _message(st.session_state.get(key))
        if sync is not None and on_sync is not None:
            on_sync(sync)

    return _message(mount(key=key, data=dict(data), on_sync_change=called))


def _register() -> None:
    """Tell the running Streamlit where the assets are, once per server; its own search knows only installed packages."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(QUALIFIED_NAME) is None:
        manifest = ComponentManifest(name=PACKAGE, version="1", components=[ComponentConfig(name=NAME, asset_dir="assets")])
        manager.register_from_manifest(manifest, Path(__file__).parent)


def _message(state: Any) -> Sync | None:
    value = state.get(TRIGGER) if state is not None else None
    return None if value is None else Sync.parse(value)
