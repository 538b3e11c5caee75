"""The way back for the bilingual review table: its English as it reads with all tracked changes accepted, and the comments that were put to it.

The key stands in a hidden run of the first cell beside the event the table was written from; where a program has thrown that away, the cell's first
line is the key.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import docx
from docx.oxml.ns import qn

from workbench.errors import BadInput
from workbench.formats import package
from workbench.formats.record import Note, Property, Record
from workbench.formats.report import Report

DOCUMENT: Final = "word/document.xml"
UNIT, ARABIC, ENGLISH = "unit", "arabic", "english, with changes"
REMOVED: Final = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr")})
WRITTEN: Final = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    qn("w:softHyphen"): "\N{SOFT HYPHEN}",
}
OBJECTS: Final = (qn("w:drawing"), qn("w:object"), qn("w:pict"))
MAX_ROWS: Final = 50_000


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The units of a table; raises BadInput where the document is damaged, hostile, or has no such table."""
    package.check(stream, report, DOCUMENT)
    try:
        document: Any = docx.Document(stream)
        comments = {comment.comment_id: comment for comment in document.comments}
        tables = [(table, places) for table in document.element.body.iter(qn("w:tbl")) if (places := columns(table))]
    except Exception as error:  # whatever a damaged part makes of python-docx, it is one thing to the caller
        raise report.bad(f"the document cannot be read ({error})", None, "open it in a word processor and save it again") from error
    if not tables:
        raise no_table(report)
    for table, places in tables:
        rows = list(table.iter(qn("w:tr")))
        if len(rows) > MAX_ROWS:
            raise report.bad(f"the table has more than {MAX_ROWS:,} rows", None, "split it")
        for number, row in enumerate(rows[1:], start=2):
            report.read += 1
            record = record_of(list(row.iter(qn("w:tc"))), places, f"row {number} of {report.name or 'the file'}", comments, report)
            if record and is_deleted(row):
                report.skip(record.label, record.where, "its row was deleted; a unit is taken out in the review")
            elif record:
                yield record


def no_table(report: Report) -> BadInput:
    """The error for a document that is none of ours."""
    return report.bad("it has no table with the columns Unit, Arabic and English", None, "edit the bilingual review table; a note does not come back")


def columns(table: Any) -> dict[str, int] | None:
    """Where the columns stand, None where it is another table."""
    first = next(table.iter(qn("w:tr")), None)
    headings = [cell_text(cell).strip().casefold() for cell in first.iter(qn("w:tc"))] if first is not None else []
    return {name: headings.index(name) for name in (UNIT, ARABIC, ENGLISH)} if {UNIT, ARABIC, ENGLISH} <= set(headings) else None


def record_of(cells: list[Any], places: dict[str, int], where: str, comments: dict[int, Any], report: Report) -> Record | None:
    """A row as a record; None, and named, where it has no key or too few cells."""
    if len(cells) <= max(places.values()):
        report.skip(cell_text(cells[0])[:40] if cells else "a row", where, "cells of it were joined or taken out")
        return None
    unit, english = cells[places[UNIT]], cells[places[ENGLISH]]
    corner = corner_of(unit)
    key = str(corner.get("key") or "") or cell_text(unit).strip().partition("\n")[0].strip()
    if not key:
        report.skip(cell_text(english)[:40] or "a row", where, "it has no key; a new unit comes by a table with its Arabic")
        return None
    based_on = corner.get("based-on")
    report.lose("pictures and other objects", sum(1 for _ in english.iter(*OBJECTS)))
    return Record(
        key=key,
        source=cell_text(cells[places[ARABIC]]),
        target=cell_text(english),
        notes=tuple(notes(english, comments)),
        properties=(Property("x-based-on", based_on),) if isinstance(based_on, str) else (),
        where=where,
    )


def corner_of(cell: Any) -> dict[str, Any]:
    """What the hidden run of a cell says."""
    hidden = "".join(text.text or "" for run in cell.iter(qn("w:r")) if is_hidden(run) for text in run.iter(qn("w:t")))
    try:
        value = json.loads(hidden)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def is_hidden(run: Any) -> bool:
    """Whether a run is not shown."""
    properties = run.find(qn("w:rPr"))
    vanish = None if properties is None else properties.find(qn("w:vanish"))
    return vanish is not None and vanish.get(qn("w:val")) not in ("0", "false", "off")


def is_deleted(row: Any) -> bool:
    """Whether the row as a whole is a tracked deletion."""
    properties = row.find(qn("w:trPr"))
    return properties is not None and properties.find(qn("w:del")) is not None


def cell_text(cell: Any) -> str:
    """The text of a cell as it reads with all changes accepted, a line for each paragraph that still ends one."""
    pieces: list[str] = []
    for paragraph in cell.iter(qn("w:p")):
        pieces.extend(text_pieces(paragraph))
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}")
        pieces.append("" if mark is not None else "\n")
    return "".join(pieces).removesuffix("\n")


def text_pieces(element: Any) -> Iterator[str]:
    """What is shown of a paragraph."""
    for child in element:
        if child.tag in REMOVED or child.tag == qn("w:p") or (child.tag == qn("w:r") and is_hidden(child)):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in WRITTEN:
            yield WRITTEN[child.tag]
        else:
            yield from text_pieces(child)


def notes(cell: Any, comments: dict[int, Any]) -> Iterator[Note]:
    """The comments on a cell, each with its author and time."""
    names = (reference.get(qn("w:id")) for reference in cell.iter(qn("w:commentReference")))
    for name in names:
        comment = comments.get(int(name)) if name and name.isdecimal() else None
        if comment is not None:
            yield Note(comment.text, comment.author or None, comment.timestamp)
