"""Word documents: the text of the body, as it reads with all tracked changes accepted. The one door to python-docx for reading."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from workbench.errors import BadInput
from workbench.ingest.decoding import mend
from workbench.ingest.extracted import Extracted
from workbench.ingest.text import headline

MAX_UNPACKED_BYTES: Final = 200 * 2**20
MAX_RATIO: Final = 200
"""Office files pack their XML 5 to 30 times; a file made to fill the memory packs it 1,000 times."""

PARAGRAPH_BREAK: Final = "\n\n"

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH: Final = f"{_W}p"
_WRITTEN: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{_W}softHyphen": "\N{SOFT HYPHEN}",
}
_REMOVED: Final = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_TRACKED: Final = (f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo")


def extract(content: bytes, name: str) -> Extracted:
    """The text of a .docx: paragraphs and table cells in order, without headers, footers, notes and comments."""
    check_archive(content, name)
    document = _open(content, name)
    body = document.element.body
    paragraphs = [text for element in body.iter(_PARAGRAPH) if not _inside_removed(element) and (text := "".join(_pieces(element)).strip())]
    mended = mend(PARAGRAPH_BREAK.join(paragraphs))
    warnings = list(mended.warnings)
    if any(True for _ in body.iter(*_TRACKED)):
        warnings.append("the file has tracked changes; it was read with all of them accepted")
    properties = document.core_properties
    return Extracted(
        text=mended.text,
        title=mend(properties.title or "").text.strip() or headline(mended.text),
        author=mend(properties.author or "").text.strip() or None,
        warnings=tuple(warnings),
    )


def check_archive(content: bytes, name: str) -> None:
    """Look at what a zip file says it holds before anything is unpacked; raises BadInput for what is no .docx or would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise BadInput("the file is damaged or no Word document", where=name, remedy="open it in a word processor and save it as .docx") from error
    if "word/document.xml" not in sizes:
        raise BadInput("this archive is no Word document", where=name, remedy="save the text as .docx")
    unpacked = sum(sizes.values())
    if unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * max(len(content), 2**16):
        raise BadInput(f"unpacked the file would have {unpacked / 2**20:,.0f} MB", where=name, remedy="give only the text")


def _open(content: bytes, name: str) -> Any:
    import docx

    try:
        return docx.Document(io.BytesIO(content))
    except Exception as error:
        raise BadInput("the Word document cannot be read", where=name, remedy="open it in a word processor and save it again") from error


def _inside_removed(paragraph: Any) -> bool:
    """Whether a whole paragraph stands in what is not shown: the spare copy of a text box."""
    return any(ancestor.tag in _REMOVED for ancestor in paragraph.iterancestors())


def _pieces(element: Any) -> Iterator[str]:
    """The text of one paragraph, without paragraphs inside it (text boxes), which come on their own."""
    for child in element:
        if child.tag in _REMOVED or child.tag == _PARAGRAPH:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _WRITTEN:
            yield _WRITTEN[child.tag]
        elif child.tag != f"{_W}pPr":
            yield from _pieces(child)
