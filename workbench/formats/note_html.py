"""A correction note as one HTML page that needs nothing else: `<del>` and `<ins>`, the Arabic from the right, fit to be printed."""

from typing import Any, BinaryIO, Final

from lxml import etree
from lxml.html import builder as E  # noqa: N812 - lxml's own name for it

from workbench.formats.papers import Paper, Quote, signature
from workbench.formats.xmlgate import ILLEGAL
from workbench.review.changes import Change, ChangeKind

STYLES: Final = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 Georgia, serif; color: #1c1c1c; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font: 600 .85rem/1.4 system-ui, sans-serif; margin: 2.2rem 0 .4rem; color: #555; }
blockquote { margin: 0; padding: .2rem 1rem; border-inline-start: 3px solid #bbb; }
del { background: #fbe3e4; color: #8c1c22; } ins { background: #dcf3e4; color: #0b5a31; text-decoration: underline; }
.arabic { font: 1.25rem/1.9 "Noto Naskh Arabic", "Amiri", serif; border-inline-start: 3px solid #bbb; margin: .6rem 0; padding: .2rem 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font: .9rem/1.5 system-ui, sans-serif; }
dt { color: #666; } dd { margin: 0; }
.comment { font: .9rem/1.5 system-ui, sans-serif; } .open { border-top: 1px solid #ccc; margin-top: 3rem; padding-top: 1rem; }
@media (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #181818; } h2, dt { color: #aaa; }
  del { background: #4b1c20; color: #ffb3b8; } ins { background: #153a26; color: #a5e6c2; } }
@media print { body { margin: 0; max-width: none; } article { break-inside: avoid; } }
"""


def write(paper: Paper, stream: BinaryIO) -> None:
    """Write the page."""
    page = E.HTML(
        E.HEAD(
            E.META(charset="utf-8"),
            E.META(name="viewport", content="width=device-width, initial-scale=1"),
            E.TITLE(f"Correction note: {shown(paper.title)}"),
            E.STYLE(STYLES),
        ),
        E.BODY(
            E.H1("Correction note: ", E.SPAN(shown(paper.title), dir="auto")),
            *([E.P(shown(paper.origin))] if paper.origin else []),
            *([E.P(E.A(shown(paper.url), href=shown(paper.url)))] if paper.url and paper.url.startswith(("http://", "https://")) else []),
            E.P(paper.summary),
            *(quoted(quote) for quote in paper.corrections),
            *([E.P(E.CLASS("open"), "Nobody answers for these yet:")] if paper.still_open else []),
            *(quoted(quote) for quote in paper.still_open),
        ),
        lang="en",
    )
    stream.write(etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>", pretty_print=True))


def quoted(quote: Quote) -> Any:
    """The part of the page about one quote."""
    arabic = E.DIV(E.CLASS("arabic"), shown(quote.record.source), lang=quote.record.source_language, dir="rtl")
    return E.E.article(
        E.H2(shown(quote.record.label)),
        E.BLOCKQUOTE("“", *(marked(change) for change in quote.changes), "”"),
        *([arabic] if quote.record.source else []),
        E.DL(*(part for name, words in quote.facts for part in (E.DT(name), E.DD(shown(words), dir="auto")))),
        *(E.P(E.CLASS("comment"), E.B(shown(signature(note) or "Comment")), ": ", E.SPAN(shown(note.text), dir="auto")) for note in quote.notes),
    )


def marked(change: Change) -> Any:
    """A change as an element; what stayed is text."""
    if change.kind is ChangeKind.EQUAL:
        return shown(change.text)
    return E.DEL(shown(change.text)) if change.kind is ChangeKind.DELETED else E.INS(shown(change.text))


def shown(text: str) -> str:
    """The text without what HTML cannot carry."""
    return ILLEGAL.sub("", text)
