"""Word documents for the tests: made by python-docx, their XML changed where it cannot make what people send."""

import io
import zipfile
from collections.abc import Sequence

from docx import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(*paragraphs: str, title: str = "", author: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """A document with these paragraphs, then a table, and a header that is not part of the text."""
    document = Document()
    document.core_properties.title, document.core_properties.author = title, author
    document.sections[0].header.paragraphs[0].text = "Draft, not for publication"
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        cells = document.add_table(rows=len(table), cols=len(table[0]))
        for row, written in zip(cells.rows, table, strict=True):
            for cell, text in zip(row.cells, written, strict=True):
                cell.text = text
    return _saved(document)


def docx_of_xml(body: str) -> bytes:
    """A document whose body is this WordprocessingML."""
    markup = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'
    return with_part(docx("x"), "word/document.xml", markup.encode())


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The archive with one part put in the place of another."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in archive.namelist():
            if entry != name:
                written.writestr(entry, archive.read(entry))
        written.writestr(name, part)
    return changed.getvalue()


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()
