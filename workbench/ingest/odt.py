"""OpenDocument texts (LibreOffice, OpenOffice): the text of the body, as it reads with all tracked changes accepted."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from workbench.errors import BadInput
from workbench.ingest.decoding import mend
from workbench.ingest.docx import MAX_RATIO, MAX_UNPACKED_BYTES, PARAGRAPH_BREAK
from workbench.ingest.extracted import Extracted
from workbench.ingest.text import headline

MIME_TYPE: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""Stands at byte 30 of every OpenDocument text: the format asks for it to be the first part, not packed."""

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META: Final = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_CHANGES: Final = f"{_TEXT}tracked-changes"
_NOT_SHOWN: Final = frozenset({_CHANGES, f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_OFFICE}forms"})
_WRITTEN: Final = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_SPACES: Final = f"{_TEXT}s"
_MOST_SPACES: Final = 1000


def extract(content: bytes, name: str) -> Extracted:
    """The text of an .odt: headings, paragraphs and table cells in order, without headers, footers, notes and comments."""
    parts = _parts(content, name)
    root = _parsed(parts["content.xml"], name)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise BadInput("this OpenDocument file is no text", where=name, remedy="save the text as .odt or .docx")
    shown = (element for element in body.iter(*_PARAGRAPHS) if not any(above.tag in _NOT_SHOWN for above in element.iterancestors()))
    paragraphs = [text for element in shown if (text := _collapsed(element))]
    mended = mend(PARAGRAPH_BREAK.join(paragraphs))
    warnings = list(mended.warnings)
    if next(body.iter(_CHANGES), None) is not None:
        warnings.append("the file has tracked changes; it was read with all of them accepted")
    said = _parsed(parts["meta.xml"], name) if "meta.xml" in parts else None
    return Extracted(
        text=mended.text,
        title=_said(said, f"{_DC}title") or headline(mended.text),
        author=_said(said, f"{_META}initial-creator") or _said(said, f"{_DC}creator") or None,
        warnings=tuple(warnings),
    )


def _parts(content: bytes, name: str) -> dict[str, bytes]:
    """The two parts that are read, after a look at what the archive says it holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
            unpacked = sum(sizes.values())
            if unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * max(len(content), 2**16):
                raise BadInput(f"unpacked the file would have {unpacked / 2**20:,.0f} MB", where=name, remedy="give only the text")
            if "content.xml" not in sizes:
                raise BadInput("this archive is no OpenDocument text", where=name, remedy="save the text as .odt or .docx")
            return {part: archive.read(part) for part in ("content.xml", "meta.xml") if part in sizes}
    except (zipfile.BadZipFile, zipfile.zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:  # type: ignore[attr-defined]
        raise BadInput("the file is damaged or locked", where=name, remedy="open it in a word processor and save it again") from error


def _parsed(part: bytes, name: str) -> etree._Element:
    """A part as a tree; nothing in it is fetched or expanded, and one with a document type is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise BadInput("the OpenDocument text cannot be read", where=name, remedy="open it in a word processor and save it again") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs do not know it
        raise BadInput("it has a document type, which has no place here", where=name, remedy="open it in a word processor and save it again")
    return root


def _collapsed(paragraph: etree._Element) -> str:
    """The text of a paragraph: runs of white space are one space, as OpenDocument has it (1.3, part 3, 6.1.2); others stand as elements."""
    pieces: list[str] = []
    for piece, literal in _pieces(paragraph):
        words = piece if literal else " ".join(f".{piece}.".split())[1:-1]
        pieces.append(words.lstrip(" ") if not literal and (not pieces or pieces[-1].endswith((" ", "\n"))) else words)
    return "".join(pieces).strip()


def _pieces(element: etree._Element) -> Iterator[tuple[str, bool]]:
    """The text of one paragraph and whether it stands as it is, without paragraphs inside it (text boxes), which come on their own."""
    if element.text:
        yield element.text, False
    for child in element:
        if child.tag in _WRITTEN:
            yield _WRITTEN[str(child.tag)], True
        elif child.tag == _SPACES:
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), True
        elif child.tag not in _NOT_SHOWN and child.tag not in _PARAGRAPHS:
            yield from _pieces(child)
        if child.tail:
            yield child.tail, False


def _said(root: etree._Element | None, tag: str) -> str:
    """What the file says of itself, empty where it says nothing."""
    element = None if root is None else next(root.iter(tag), None)
    return mend((element.text if element is not None else "") or "").text.strip()
