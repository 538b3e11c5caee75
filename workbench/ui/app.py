"""Page configuration and navigation."""

import streamlit as st

from workbench.ui import chrome, resources
from workbench.ui.pages import PAGES
from workbench.ui.resources import reviewer, store


def main() -> None:
    """Draw the page the address names."""
    st.set_page_config(page_title="Quote Workbench", page_icon=":material/format_quote:", layout="wide", initial_sidebar_state="collapsed")
    store()
    chrome.dress()
    pages = {page.path: st.Page(page.show, title=page.title, icon=page.icon, url_path=page.path, default=page.default) for page in PAGES}
    st.session_state[resources.PAGES] = pages
    chosen = st.navigation(list(pages.values()), position="top")
    reviewer()
    chosen.run()
