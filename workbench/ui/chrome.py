"""The look of Streamlit's own widgets beside the review pane: less padding, Arabic typed right to left, numbers that line up.

A component without markup or script carries the styles: no page passes HTML.
"""

import streamlit as st

STYLES = """
[data-testid="stMainBlockContainer"] { padding-top: 4rem; padding-bottom: 2rem; max-width: 1280px; margin-inline: auto; }
[data-testid="stMainBlockContainer"]:has(.st-key-wb-pane) { max-width: none; padding-top: 3.75rem; padding-bottom: 0; padding-inline: 0; }
[data-testid="stHeading"] h1 { font-size: 1.6rem; padding: 0; }
[data-testid="stHeading"] h3 { font-size: 1.15rem; padding: 0.6rem 0 0.65rem; }
/* Tables of texts: nothing is cut, keys stay on one line, each text runs in its own direction. */
[class*="st-key-wb-table-"] :is(td, th) { vertical-align: top; padding: 0.45rem 1rem 0.45rem 0 !important; line-height: 1.5; }
[class*="st-key-wb-table-"] :is(td, th) div { display: block !important; width: 100% !important; padding: 0; }
[class*="st-key-wb-table-"] td p { unicode-bidi: plaintext; text-align: start; overflow-wrap: anywhere; }
[class*="st-key-wb-table-"] td:first-child, [class*="st-key-wb-table-"] td:first-child p { white-space: nowrap; overflow-wrap: normal; }
.st-key-wb-table-preview td:nth-child(2) p { font-family: "Noto Naskh Arabic", "Amiri", serif; font-size: 1.1rem; line-height: 1.75; }
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
@media (max-width: 640px) {
  /* A row of choices that does not fit is several buttons, not a broken bar; a row of a table is a small card. */
  [data-testid="stButtonGroup"] [role="radiogroup"] { gap: 0.35rem; }
  [data-testid="stButtonGroup"] button { border-radius: 8px !important; margin: 0 !important; }
  [data-testid="stButtonGroup"] button:not([data-selected="true"]) { border: 1px solid light-dark(#e4e0d8, #37342e) !important; }
  [class*="st-key-wb-table-"] thead { display: none; }
  [class*="st-key-wb-table-"] tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid light-dark(#e4e0d8, #37342e); }
  [class*="st-key-wb-table-"] td { display: block; border: 0 !important; padding: 0.1rem 0 !important; }
  [class*="st-key-wb-table-"] td:first-child { font-weight: 600; }
}
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
