"""Excel workbooks, through openpyxl: the table of `columns` for people, with Arabic that reads from the right and no cell that is a formula."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from workbench.errors import BadInput
from workbench.formats import columns, package
from workbench.formats.clean import with_texts
from workbench.formats.columns import TEXTS, Layout, columns_of, record_of
from workbench.formats.record import Record
from workbench.formats.report import Report
from workbench.formats.xmlgate import legal

NEEDED: Final = "xl/workbook.xml"
LONGEST: Final = 32_767
"""UTF-16 units in a cell; openpyxl cuts what is longer without a word."""
MAX_COLUMNS: Final = 1000
MAX_CELLS: Final = 20_000_000
"""Rows times columns that are looked at: a small file can claim a million rows of a thousand columns."""

WIDTHS: Final = {"key": 20.0, "source": 60.0, "target": 60.0, "published": 60.0, "former-source": 60.0, "notes": 40.0}
USUAL_WIDTH: Final = 16.0
AS_TEXT: Final = "@"
RIGHT_TO_LEFT: Final = Alignment(horizontal="right", vertical="top", wrap_text=True, readingOrder=2)
LEFT_TO_RIGHT: Final = Alignment(horizontal="left", vertical="top", wrap_text=True, readingOrder=1)

# Excel writes a character that XML cannot carry as _x000B_, and an underscore that would begin such a code as _x005F_.
CODE: Final = "x[0-9A-Fa-f]{4}_"
WOULD_BE_CODE: Final = re.compile(f"_(?={CODE})")
CODED: Final = re.compile(f"_x005[Ff]_(?={CODE})|_x000[Dd]_")


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The records of a workbook's first sheet; raises BadInput where it is damaged, hostile or has no usable first line."""
    package.check(stream, report, NEEDED)
    rows = sheet_rows(stream, report)
    named = columns_of(next((row for number, row, _ in rows if number == 1), []), report)
    for number, row, computed in rows:
        if number == 1:
            continue
        report.read += 1
        where = f"row {number} of {report.name or 'the file'}"
        label = next((cell for cell in row if cell), "a row without text")
        if len(row) > len(named):
            report.skip(label, where, f"it has more cells than the {len(named)} columns that are named")
        elif computed:
            report.skip(label, where, "a cell of it is a formula; write the text itself")
        else:
            yield record_of(named, row, where, report)


def headings(stream: BinaryIO, report: Report) -> list[str]:
    """The cells of the first line."""
    package.check(stream, report, NEEDED)
    return [cell.strip() for number, row, _ in sheet_rows(stream, report) if number == 1 for cell in row]


def sheet_rows(stream: BinaryIO, report: Report) -> list[tuple[int, list[str], bool]]:
    """The rows of the first sheet that are not empty: number, texts, and whether one of the cells is a formula."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which we do not read
            book = openpyxl.load_workbook(stream, read_only=True)
            if not book.worksheets:
                raise report.bad("the workbook has no sheet with cells", None, "open it in a spreadsheet and save it again")
            report.lose("further sheets", len(book.worksheets) - 1)
            rows = list(filled_rows(book.worksheets[0], report))
            book.close()
    except BadInput:
        raise
    except Exception as error:  # whatever a damaged part makes of openpyxl, it is one thing to the caller
        raise report.bad(f"the workbook cannot be read ({error})", None, "open it in a spreadsheet and save it again") from error
    return rows


def filled_rows(sheet: Any, report: Report) -> Iterator[tuple[int, list[str], bool]]:
    """The rows of a sheet as far as its first line goes, and one cell more; formulas have no text."""
    sheet.reset_dimensions()  # what a file says of its size need not be so
    width = len(next(sheet.iter_rows(max_row=1, max_col=MAX_COLUMNS, values_only=True), ()))
    for number, row in enumerate(sheet.iter_rows(max_col=width + 1), start=1):
        if number * width > MAX_CELLS:
            raise report.bad(f"the sheet has more than {MAX_CELLS:,} cells", number, "split it")
        texts = ["" if cell.data_type == "f" else text_of(cell.value) for cell in row]
        computed = any(cell.data_type == "f" for cell in row)
        while texts and not texts[-1]:
            texts.pop()
        if texts or computed:
            yield number, texts, computed


def text_of(value: Any) -> str:
    """What a cell holds as text.

    >>> [text_of(value) for value in (None, "we held", 7, 2.5, True, "a_x005F_x0041_")]
    ['', 'we held', '7', '2.5', 'yes', 'a_x0041_']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return CODED.sub(lambda match: "_" if match[0][4] == "5" else "", value).replace("\r\n", "\n").replace("\r", "\n")
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def prepare(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The records as a sheet can carry them; a unit with a text too long for a cell is left out and named."""

    def carried(text: str) -> str:
        return legal(text, lambda count: report.lose("characters that XML cannot carry", count))

    def fitting() -> Iterator[Record]:
        for given in records:
            record = with_texts(given, carried)
            long = next((name for name, cell in cells_of(record) if cell_length(cell) > LONGEST), None)
            if long is None:
                yield record
            else:
                report.skip(given.label, given.where, f"its {long} is longer than the {LONGEST:,} characters a cell holds")

    return columns.prepare(fitting(), report)


def cells_of(record: Record) -> Iterator[tuple[str, str]]:
    """Every cell a record fills, with the name of its column."""
    yield from columns.filled(record)
    yield from ((entry.name, entry.value) for entry in record.properties)


def cell_length(text: str) -> int:
    """The length of a text as a cell counts it, its codes included."""
    return len(coded(text).encode("utf-16-le", "surrogatepass")) // 2 if len(text) > LONGEST // 16 else 0


def coded(text: str) -> str:
    """The text as a cell carries it."""
    return WOULD_BE_CODE.sub("_x005F_", text)


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records; every cell is marked as text, the first line stays in view."""
    kept = list(records)
    layout = Layout.of(kept)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Units")
    sheet.freeze_panes = "B2"
    for number, heading in enumerate(layout.headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(heading, USUAL_WIDTH)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(layout.headings))}{len(kept) + 1}"
    sheet.append([text_cell(sheet, titled(heading, layout), bold=True) for heading in layout.headings])
    for record in kept:
        sides = sides_of(record)
        sheet.append([text_cell(sheet, cell, sides.get(heading)) for heading, cell in zip(layout.headings, layout.cells(record), strict=True)])
    draft = io.BytesIO()
    book.save(draft)
    package.settle(draft, stream, {package.CORE: package.core("Units")})


def titled(heading: str, layout: Layout) -> str:
    """The heading as people read it; a property's stays as it is."""
    ours = heading in TEXTS or any(field.name == heading for field in layout.fields)
    return heading.replace("-", " ").capitalize() if ours else heading


def sides_of(record: Record) -> dict[str, str]:
    """The languages of the columns that hold a text of the unit."""
    source, target = record.source_language, record.target_language
    return {"source": source, "former-source": source, "target": target, "published": target}


def text_cell(sheet: Any, text: str, language: str | None = None, *, bold: bool = False) -> Any:
    """A cell that is text whatever stands in it."""
    cell = WriteOnlyCell(sheet, coded(text) or None)
    if text:
        cell.data_type = "s"  # not a formula, not an error value
    cell.number_format = AS_TEXT  # and none when somebody edits it
    cell.alignment = RIGHT_TO_LEFT if (language or "").partition("-")[0] == "ar" else LEFT_TO_RIGHT
    if bold:
        cell.font = Font(bold=True)
    return cell
