"""A correction note as a Word document: real tracked changes under their author's name, comments in the margin."""

from typing import BinaryIO

from workbench.formats.papers import Paper, Quote
from workbench.formats.wordml import WordDocument, carried, from_the_right


def write(paper: Paper, stream: BinaryIO) -> None:
    """Write the document."""
    document = WordDocument(f"Correction note: {paper.title}")
    document.docx.add_heading(carried(f"Correction note: {paper.title}"), 1)
    for line in (paper.origin, paper.url or "", paper.summary):
        if line:
            document.docx.add_paragraph(carried(line))
    for quote in paper.corrections:
        add(document, quote)
    if paper.still_open:
        document.docx.add_heading("Nobody answers for these yet", 2)
        for quote in paper.still_open:
            add(document, quote)
    document.save(stream)


def add(document: WordDocument, quote: Quote) -> None:
    """One quote: its rendering with the changes, the Arabic, what is known of it."""
    document.docx.add_heading(carried(quote.record.label), 3)
    rendering = document.docx.add_paragraph("“")
    document.track(rendering, quote)
    rendering.add_run("”")
    document.comment(rendering, quote.notes)
    if quote.record.source:
        from_the_right(document.docx.add_paragraph(), quote.record.source, quote.record.source_language)
    for name, words in quote.facts:
        line = document.docx.add_paragraph()
        line.paragraph_format.space_after = 0
        line.add_run(f"{name}: ").bold = True
        line.add_run(carried(words))
