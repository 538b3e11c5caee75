"""From a file's name and bytes, or from pasted words, to a text with everything that could be told about it."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from workbench.errors import BadInput, NotFound
from workbench.ingest import docx, html, odt, pdf, text
from workbench.ingest.cautions import cautions
from workbench.ingest.decoding import mend
from workbench.ingest.extracted import Extracted
from workbench.ingest.furniture import furniture
from workbench.ingest.headings import entries
from workbench.ingest.ingested import Ingested
from workbench.ingest.kinds import guess_kind
from workbench.ingest.limits import check_length, check_size
from workbench.model import Document, DocumentKind, Role
from workbench.text.languages import identify


class FileType(NamedTuple):
    """A type of file we read: its extensions, its name for people, its reader."""

    extensions: tuple[str, ...]
    title: str
    extract: Callable[[bytes, str], Extracted]


TEXT = FileType((".txt", ".text", ".md"), "plain text", text.extract)
HTML = FileType((".html", ".htm", ".xhtml"), "web page", html.extract)
DOCX = FileType((".docx",), "Word document", docx.extract)
ODT = FileType((".odt",), "OpenDocument text", odt.extract)
PDF = FileType((".pdf",), "PDF", pdf.extract)

FILE_TYPES: Final = (TEXT, HTML, DOCX, ODT, PDF)

# What a file is by its first bytes goes before what it is called.
_SIGNATURES: Final = ((b"%PDF-", PDF), (b"PK\x03\x04", DOCX), (b"<!doctype html", HTML), (b"<html", HTML))
_REFUSED: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", "save it as .docx"),
    (b"{\\rtf", "a rich text file", "save it as .docx"),
    (b"\x89PNG", "a picture", "give a PDF with a text layer, or type the words"),
    (b"\xff\xd8\xff", "a picture", "give a PDF with a text layer, or type the words"),
    (b"GIF8", "a picture", "give a PDF with a text layer, or type the words"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"Rar!", "a compressed file", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it first"),
)


def read_document(path: Path, *, role: Role, language: str, kind: DocumentKind | None = None) -> Document:
    """The document in a file; its id is the file's name without the extension. Offsets count in its `text`.

    Raises NotFound where there is no file, BadInput for what cannot be read. What the text itself looks like is not examined: that takes the
    language profiles, half a second to load, and has nowhere to be told.
    """
    return read_file(path.name, read_bytes(path), role=role, kind=kind).document(path.stem, role=role, language=language)


def read_bytes(path: Path) -> bytes:
    """A file's content; raises NotFound or BadInput with the path as it was given."""
    if not path.exists():
        raise NotFound(f"{path}: no such file")
    if not path.is_file():
        raise BadInput("this is not a file", where=str(path))
    check_size(path.stat().st_size, where=str(path))
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read ({error.strerror})", where=str(path)) from error


def read_file(name: str, content: bytes, *, role: Role, kind: DocumentKind | None = None) -> Ingested:
    """A file's text with its furniture and what the file says of itself; `kind` is guessed where it is None. Raises BadInput."""
    check_size(len(content), where=name)
    extracted = file_type(name, content).extract(content, name)
    return _described(name, extracted, role=role, kind=kind, sha256=hashlib.sha256(content).hexdigest())


def read_upload(name: str, content: bytes, *, role: Role, language: str, kind: DocumentKind | None = None) -> Ingested:
    """A file as it was uploaded, examined. `language` is what its side should be in; `kind` is guessed where it is None.

    Raises BadInput for what cannot be read.
    """
    return _examined(read_file(name, content, role=role, kind=kind), language)


def read_pasted(pasted: str, *, role: Role, language: str, kind: DocumentKind | None = None) -> Ingested:
    """Text that was pasted or typed, examined."""
    mended = mend(pasted)
    extracted = Extracted(text=mended.text, title=text.headline(mended.text), warnings=mended.warnings)
    return _examined(_described("pasted text", extracted, role=role, kind=kind, sha256=None), language)


def file_type(name: str, content: bytes) -> FileType:
    """The row of FILE_TYPES for a file, by its first bytes, else by its extension; raises BadInput where there is none."""
    beginning = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for signature, what, remedy in _REFUSED:
        if content.startswith(signature):
            raise BadInput(f"this is {what}", where=name, remedy=remedy)
    if content.startswith(b"PK") and (content[30:].startswith(odt.MIME_TYPE) or Path(name).suffix.lower() in ODT.extensions):
        return ODT
    for signature, row in _SIGNATURES:
        if beginning.startswith(signature.lower()):
            return row
    extension = Path(name).suffix.lower()
    for row in FILE_TYPES:
        if extension in row.extensions:
            return row
    known = ", ".join(row.extensions[0] for row in FILE_TYPES)
    raise BadInput(f"{extension or 'a file without extension'} is not a type that is read", where=name, remedy=f"give one of {known}")


def _described(name: str, extracted: Extracted, *, role: Role, kind: DocumentKind | None, sha256: str | None) -> Ingested:
    """What a reader extracted, with its kind, its furniture and its entries."""
    words = extracted.text
    check_length(words, where=name)
    if kind is None:
        kind = DocumentKind.SCAN if extracted.needs_typing else guess_kind(words, role=role, headline=extracted.title)
    return Ingested(
        name=name,
        text=words,
        kind=kind,
        title=extracted.title,
        author=extracted.author,
        outlet=extracted.outlet,
        published=extracted.published,
        url=extracted.url,
        encoding=extracted.encoding,
        furniture=furniture(words, kind),
        entries=entries(words, kind),
        warnings=extracted.warnings,
        original_sha256=sha256,
        needs_typing=extracted.needs_typing,
    )


def _examined(ingested: Ingested, language: str) -> Ingested:
    """The same, with what the text looks like; a scan has none to look at."""
    if ingested.needs_typing:
        return ingested
    warnings = ingested.warnings + cautions(ingested.text, language=language)
    return replace(ingested, language=identify(ingested.text), warnings=warnings)
