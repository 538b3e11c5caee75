"""PDF: the text layer, line by line, put together to paragraphs. The one door to pdfium."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from workbench.errors import BadInput
from workbench.ingest.decoding import mend
from workbench.ingest.extracted import Extracted
from workbench.ingest.pdf_lines import Glyph, PageLine, page_lines
from workbench.ingest.pdf_paragraphs import paragraphs
from workbench.ingest.text import headline

MAX_PAGES: Final = 400

EDGE_LINES: Final = 2
"""Running heads and feet are looked for among so many lines at the top and at the bottom of each page."""

MIN_REPEATS: Final = 3
"""A line at the edge is a running head when it returns on so many pages, and on half of them, whatever its digits."""

PARAGRAPH_BREAK: Final = "\n\n"

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:(?:صفحة|الصفحة|page)\s*)?\d{1,4}(?:\s*(?:/|من|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def extract(content: bytes, name: str) -> Extracted:
    """The text of a PDF, its paragraphs apart by a blank line; running heads, feet and page numbers are left out, and said to be."""
    pages, title, author = _read(content, name)
    kept, left_out = without_running_lines(pages)
    mended = mend(PARAGRAPH_BREAK.join(paragraphs(kept)))
    if not mended.text.strip():
        warning = f"the {len(pages)} pages hold no text, only pictures: type the words beside them" if pages else "the file has no pages"
        return Extracted(text="", title=title, author=author, warnings=(warning,), needs_typing=True)
    warnings = list(mended.warnings)
    if left_out:
        warnings.append("left out as running heads, feet or page numbers: " + "; ".join(left_out))
    if pictures := sum(not page for page in pages):
        warnings.append(f"{pictures} of {len(pages)} pages hold no text; what they show is missing here")
    return Extracted(text=mended.text, title=title or headline(mended.text), author=author, warnings=tuple(warnings))


def without_running_lines(pages: Sequence[Sequence[PageLine]]) -> tuple[list[list[PageLine]], list[str]]:
    """The pages without running heads, feet and page numbers, and one example of each that was left out."""
    repeated = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    running = {key for key, count in repeated.items() if count >= max(MIN_REPEATS, len(pages) / 2)}
    left_out: dict[str, str] = {}
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page) if _key(line) in running or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text))}
        kept.append([line for line in page if id(line) not in edges])
        for line in page:
            if id(line) in edges:
                left_out.setdefault(_key(line), f"“{line.text[:60]}”")
    return kept, list(left_out.values())


def _edges(page: Sequence[PageLine]) -> list[PageLine]:
    return [*page[:EDGE_LINES], *page[max(EDGE_LINES, len(page) - EDGE_LINES) :]]


def _key(line: PageLine) -> str:
    return _DIGITS.sub("0", line.text)


def _read(content: bytes, name: str) -> tuple[list[list[PageLine]], str, str | None]:
    """The lines of every page, the title and the author."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as document:  # type: ignore[no-untyped-call]
            if len(document) > MAX_PAGES:
                raise BadInput(f"the PDF has {len(document)} pages, more than the {MAX_PAGES} that are read", where=name, remedy="split it")
            said = document.get_metadata_dict()
            pages = [page_lines(list(_glyphs(document[number]))) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadInput("the PDF is locked by a password", where=name, remedy="save it without one") from error
        raise BadInput("the PDF is damaged", where=name, remedy="open it in a viewer and print it to a new PDF") from error
    return pages, mend(said.get("Title", "")).text.strip(), mend(said.get("Author", "")).text.strip() or None


def _glyphs(page: Any) -> Iterator[Glyph]:
    """The characters of a page in the order of the library, which shows in `word` where it saw spaces and line ends."""
    from pypdfium2 import raw

    pdfium: Any = raw  # made from C headers, without types
    text_page = page.get_textpage()
    handle = text_page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    word = 0
    half = ""
    for index in range(text_page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(handle, index))
        if half or "\ud800" <= character <= "\udbff":
            half, character = _joined(half, character)
            if not character:
                continue
        if character.isspace() or pdfium.FPDFText_IsGenerated(handle, index) == 1:
            word += 1
            continue
        if not pdfium.FPDFText_GetCharOrigin(handle, index, x, y) or not pdfium.FPDFText_GetLooseCharBox(handle, index, box):
            continue
        scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(handle, index, matrix) else 1.0
        size = pdfium.FPDFText_GetFontSize(handle, index) * scale
        yield Glyph(_meant(character), box.left, box.right, y.value, size, word)


def _joined(half: str, character: str) -> tuple[str, str]:
    """Two halves of a character beyond the basic plane, as UTF-16 counts them: what is still waited for, and what is whole."""
    if not half:
        return character, ""
    whole = (half + character).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "", whole[-1]  # in a damaged file the second half may be missing


def _meant(character: str) -> str:
    """Pdfium marks a hyphen at the end of a line by a control character."""
    return "\N{SOFT HYPHEN}" if character in "\x02\ufffe" else character
