"""Small tables of texts on a page: every word of a cell can be read, in whichever direction it runs."""

from collections.abc import Mapping, Sequence

import streamlit as st

from workbench.review.changes import ChangeKind, changes
from workbench.ui.text import plain


def texts_table(rows: Sequence[Mapping[str, str]], *, key: str) -> None:
    """Rows of Markdown that wrap; `st.dataframe` cuts a text at the edge of its cell."""
    with st.container(key=f"wb-table-{key}"):
        st.table(list(rows), border="horizontal", hide_index=True)


def both_texts(old: str, new: str) -> tuple[str, str]:
    r"""Two renderings as Markdown: what only the first has is struck through, what only the second has is bold.

    >>> both_texts("we had talks", "we held talks")
    ('we :red[~~had~~] talks', 'we :green[**held**] talks')

    A space that is itself the change can be seen:

    >>> both_texts("liberation,God", "liberation, God")
    ('liberation,God', 'liberation,:green[**␣**]God')
    """
    return _side(old, new, ChangeKind.DELETED, ":red[~~{}~~]"), _side(old, new, ChangeKind.INSERTED, ":green[**{}**]")


def _side(old: str, new: str, kind: ChangeKind, pattern: str) -> str:
    pieces = []
    for change in changes(old, new):
        if change.kind is ChangeKind.EQUAL:
            pieces.append(_spaced(change.text, "{}"))
        elif change.kind is kind:
            pieces.append(_spaced(change.text, pattern) if change.text.strip() else pattern.format("␣"))
    return "".join(pieces).strip()


def _spaced(text: str, pattern: str) -> str:
    """The text in its pattern, with the space around it outside: Markdown wants none at the edges of what it marks."""
    words = plain(text)
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{pattern.format(words)}{after}" if words else " "
