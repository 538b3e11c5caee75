"""The review as a bilingual table in a Word document: landscape, the Arabic from the right beside the English with its tracked changes."""

import json
from typing import Any, BinaryIO, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.formats.papers import Paper, Quote
from workbench.formats.wordml import WordDocument, carried, from_the_right

COLUMNS: Final = (("Unit", 28), ("Arabic", 80), ("English, with changes", 80), ("Review", 58))
"""Headings and widths in millimetres, together what landscape A4 has between its margins."""


def write(paper: Paper, stream: BinaryIO) -> None:
    """Write the document."""
    document = WordDocument(f"Review: {paper.title}")
    document.turn()
    section = document.docx.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = Mm(297), Mm(210), Mm(25), Mm(25)
    document.docx.add_heading(carried(paper.title), 1)
    document.docx.add_paragraph(carried(". ".join(part for part in (paper.origin, paper.summary) if part)))
    table = document.docx.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, (heading, _) in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    repeat(table.rows[0])
    for quote in paper.quotes:
        fill(document, table.add_row(), quote)
    for row in table.rows:
        for cell, (_, width) in zip(row.cells, COLUMNS, strict=True):
            cell.width = Mm(width)
    document.save(stream)


def repeat(row: Any) -> None:
    """Show the row again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def corner(quote: Quote) -> str:
    """What the way back needs and nobody wants to see: the unit's key and what its text is based on."""
    properties = {entry.name: entry.value for entry in quote.record.properties}
    return json.dumps({"key": quote.record.key, "based-on": properties.get("x-based-on")})


def fill(document: WordDocument, row: Any, quote: Quote) -> None:
    """A quote as a row, which no page break cuts."""
    unit, arabic, english, review = row.cells
    whole = OxmlElement("w:cantSplit")
    whole.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(whole)
    unit.paragraphs[0].add_run(carried("\n".join(part for part in (quote.record.label, quote.kind or "") if part)))
    hidden = unit.paragraphs[0].add_run(corner(quote))
    hidden.font.hidden = True
    if quote.record.source:
        from_the_right(arabic.paragraphs[0], quote.record.source, quote.record.source_language)
    document.track(english.paragraphs[0], quote)
    document.comment(english.paragraphs[0], quote.notes)
    for position, (name, words) in enumerate(quote.facts):
        line = review.paragraphs[0] if position == 0 else review.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(carried(words))
