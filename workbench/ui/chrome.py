"""The look of Streamlit's own widgets beside the review pane: less padding, Arabic typed right to left, numbers that line up.

A component without markup or script carries the styles: no page passes HTML.
"""

import streamlit as st

STYLES = """
[data-testid="stMainBlockContainer"] { padding-top: 4rem; padding-bottom: 2rem; max-width: 1280px; margin-inline: auto; }
[data-testid="stMainBlockContainer"]:has(.st-key-wb-pane) { max-width: none; padding-top: 3.75rem; padding-bottom: 0; padding-inline: 0; }
[data-testid="stHeading"] h1 { font-size: 1.6rem; padding: 0; }
[data-testid="stHeading"] h3 { font-size: 1.15rem; padding: 0; }
/* A table's own download writes cells as they are, formulas included; exports go through the formats. */
[data-testid="stElementToolbar"] { display: none; }
[data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input { unicode-bidi: plaintext; text-align: start; }
[data-testid="stText"], [data-testid="stMarkdownContainer"] p, [data-testid="stCaptionContainer"] p { unicode-bidi: plaintext; }
/* Streamlit's own grey is too faint on this page's colour. */
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * { color: light-dark(#67615a, #aea79b) !important; opacity: 1; }
.st-key-wb-sources textarea, .st-key-wb-sources [data-testid="stText"] {
  font-family: "Noto Naskh Arabic", "Amiri", serif; font-size: 1.2rem; line-height: 1.9;
}
.st-key-wb-article textarea { font-family: "Noto Serif", Georgia, serif; font-size: 1.03rem; line-height: 1.6; }
/* What is chosen among several, in a colour that can be read on its tint in the dark. */
[data-testid="stButtonGroup"] button[data-selected="true"] * { color: light-dark(#0f5e5a, #6cc5bd); }
@page { margin: 16mm; }
@media print {
  html, body, #root, #root > div, .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"] { background: #ffffff !important; }
  [data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stStatusWidget"] { display: none; }
  [data-testid="stMainBlockContainer"] { padding: 0; }
  [data-testid="stMain"], [data-testid="stAppViewContainer"], .stApp { overflow: visible; position: static; height: auto; }
}
"""


@st.cache_resource(show_spinner=False)
def _component():  # type: ignore[no-untyped-def]  # Streamlit gives no name for the callable's type
    return st.components.v2.component("workbench_chrome", css=STYLES, html="<span hidden></span>", isolate_styles=False)


def dress() -> None:
    """Put the styles on the page."""
    _component()(key="wb-chrome")
