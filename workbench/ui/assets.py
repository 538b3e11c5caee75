"""Where the browser finds the modules of our components.

They are loaded as they are, by their own addresses, so that what travels after an action is data only: with the code inside, Streamlit would
send all of it again each time. A component may import another one's modules by `../workbench.NAME/module.js`.
"""

from pathlib import Path
from weakref import WeakKeyDictionary

from streamlit.components.v2 import component
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

PACKAGE = "workbench"

_RENDERERS: WeakKeyDictionary[BidiComponentManager, dict[str, ComponentRenderer]] = WeakKeyDictionary()
"""What mounts a component, by server: declaring one takes a while, and a page is drawn after every action."""


def renderer(name: str, folder: Path, *, js: str, css: str | None = None) -> ComponentRenderer:
    """What mounts the component `name` whose modules are in `folder`/assets; declared once per server."""
    known = _RENDERERS.setdefault(get_bidi_component_manager(), {})
    if name not in known:
        known[name] = component(register(name, folder), css=css, js=js)
    return known[name]


def register(name: str, folder: Path) -> str:
    """Tell the running Streamlit that a component's modules are in `folder`/assets, once per server, and give the component's full name.

    Streamlit's own search knows only installed packages.
    """
    qualified = f"{PACKAGE}.{name}"
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(qualified) is None:
        manifest = ComponentManifest(name=PACKAGE, version="1", components=[ComponentConfig(name=name, asset_dir="assets")])
        manager.register_from_manifest(manifest, folder)
    return qualified
