"""Page configuration and navigation."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from workbench.ui import chrome, resources
from workbench.ui.pages import article, bitext, checks, export, import_page, library, new_article, project, review, sheet

# A file of our own: for a named symbol the browser would ask a server elsewhere.
ICON = Path(__file__).resolve().parents[2] / "static" / "icon.png"


class Page(NamedTuple):
    """A page: what the navigation calls it, its address, its icon, the function that draws it."""

    title: str
    path: str
    icon: str
    show: Callable[[], None]


PAGES = (
    Page("Library", "library", ":material/library_books:", library.show),
    Page("New article", "new-article", ":material/note_add:", new_article.show),
    Page("Article", "article", ":material/article:", article.show),
    Page("Review", "review", ":material/rate_review:", review.show),
    Page("Bitext", "bitext", ":material/compare_arrows:", bitext.show),
    Page("Editor’s sheet", "sheet", ":material/fact_check:", sheet.show),
    Page("Checks", "checks", ":material/rule:", checks.show),
    Page("Project", "project", ":material/tune:", project.show),
    Page("Import", "import", ":material/download:", import_page.show),
    Page("Export", "export", ":material/ios_share:", export.show),
)
"""In the order of the navigation; the first is where one arrives."""


def main() -> None:
    """Draw the page the address names."""
    st.set_page_config(page_title="Quote Workbench", page_icon=str(ICON), layout="wide", initial_sidebar_state="collapsed")
    resources.store()
    chrome.dress()
    pages = {page.path: st.Page(page.show, title=page.title, icon=page.icon, url_path=page.path, default=page is PAGES[0]) for page in PAGES}
    st.session_state[resources.PAGES] = pages
    chosen = st.navigation(list(pages.values()), position="top")
    resources.reviewer()
    chosen.run()
