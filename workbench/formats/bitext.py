"""Tables for people and scripts as text: CSV and TSV, their columns as `columns` says.

A spreadsheet takes a cell that begins with = + - @ for a formula. Such a cell is written with an apostrophe before it, which reading takes off again.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Literal

from workbench.formats.columns import Layout, columns_of, record_of
from workbench.formats.encodings import decode
from workbench.formats.record import Record
from workbench.formats.report import Report

SPOKEN = {"\t": "tabs", ";": "semicolons", ",": "commas"}
FORMULA = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")


class Table:
    """Reader and writer of tables with one delimiter."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter

    def read(self, stream: BinaryIO, report: Report) -> Iterator[Record]:
        """The records of a table; raises BadInput where it has no usable header or its quoting is broken."""
        text = decode(stream.read(), report)
        if "\0" in text:
            raise report.bad("a NUL character", text[: text.index("\0")].count("\n") + 1, "delete it")
        rows = self.rows(text, report)
        _, header = next(rows, (1, []))
        columns = columns_of([unguarded(cell) for cell in header], report)
        for line, row in rows:
            if not any(row):
                continue
            report.read += 1
            if len(row) > len(columns):
                report.skip(next(iter(row)), line, f"it has {len(row)} cells for {len(columns)} columns")
                continue
            yield record_of(columns, [unguarded(cell) for cell in row], report.place(line), report)

    def headings(self, stream: BinaryIO, report: Report) -> list[str]:
        """The cells of the first line."""
        _, header = next(self.rows(decode(stream.read(), report).replace("\0", ""), report), (1, []))
        return [unguarded(cell).strip() for cell in header]

    def rows(self, text: str, report: Report) -> Iterator[tuple[int, list[str]]]:
        """The rows with the line each begins in.

        Tab-separated files often have bare quote marks in them, which English quotes begin with; where reading them as quoting fails they are text.
        """
        delimiter = self.delimiter_of(text, report)
        literal = delimiter == "\t" and not self.well_quoted(text)
        if literal:
            report.remark("quote marks are read as text: they do not enclose whole cells")
        quoting: Literal[0, 3] = csv.QUOTE_NONE if literal else csv.QUOTE_MINIMAL
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=not literal)
        line = 1
        try:
            for row in reader:
                yield line, row
                line = reader.line_num + 1
        except csv.Error as error:
            raise report.bad(
                f"the table cannot be read ({error})", line, 'enclose cells that have quote marks in "…" and double the marks'
            ) from error

    def delimiter_of(self, text: str, report: Report) -> str:
        """What divides the cells: a spreadsheet that writes decimal commas writes semicolons into a .csv."""
        heading = text.partition("\n")[0]
        if self.delimiter in heading:
            return self.delimiter
        other = next((other for other in SPOKEN if other in heading), self.delimiter)
        if other != self.delimiter:
            report.remark(f"its cells are divided by {SPOKEN[other]}")
        return other

    def well_quoted(self, text: str) -> bool:
        """Whether the whole text can be read with quote marks as quoting."""
        try:
            for _ in csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True):
                pass
        except csv.Error:
            return False
        return True

    def write(self, records: Iterable[Record], stream: BinaryIO) -> None:
        """Write prepared records: key, source, target, then every field and property that one of them has."""
        kept = list(records)
        layout = Layout.of(kept)
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        writer = csv.writer(text, delimiter=self.delimiter, lineterminator="\n")
        writer.writerow([guarded(cell) for cell in layout.headings])
        for record in kept:
            writer.writerow([guarded(cell) for cell in layout.cells(record)])
        text.detach()


def guarded(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), unguarded(guarded("- he said")), unguarded("'tis")
    ("'=1+1", '- he said', "'tis")
    """
    return "'" + cell if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if GUARDED.match(cell) else cell


CSV = Table(",")
TSV = Table("\t")
