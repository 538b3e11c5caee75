"""Tables for people and scripts: CSV and TSV with a header that names `key`, `source` and `target`; all other columns are kept.

A spreadsheet takes a cell that begins with = + - @ for a formula. Such a cell is written with an apostrophe before it, which reading takes off again.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Literal

from workbench.formats.clean import with_texts
from workbench.formats.encodings import decode
from workbench.formats.fields import BY_NAME, FIELDS, Field, named_texts
from workbench.formats.record import Property, Record
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag

TEXTS = ("key", "source", "target")
LANGUAGES = ("source-language", "target-language")
FORMULA = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")

# What other tools head these columns with.
OTHER_NAMES = {
    "id": "key",
    "context": "key",
    "msgctxt": "key",
    "ar": "source",
    "arabic": "source",
    "src": "source",
    "msgid": "source",
    "en": "target",
    "english": "target",
    "tgt": "target",
    "translation": "target",
    "msgstr": "target",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and the field of the record it fills, if any."""

    heading: str
    field: str | None


def columns_of(header: Sequence[str], report: Report) -> list[Column]:
    """The columns a header names; raises BadInput where source or target is missing or a column stands twice."""
    found: list[Column] = []
    taken: set[str] = set()
    for heading in header:
        name = re.sub(r"[\s_]+", "-", heading.strip().casefold())
        known = name if name in BY_NAME or name in TEXTS else None
        other = OTHER_NAMES.get(name)
        if known is None and other and other not in {re.sub(r"[\s_]+", "-", cell.strip().casefold()) for cell in header}:
            known = other
        if known in taken:
            raise report.bad(f"two columns are the {known}", 1, "keep one of them or rename the other")
        taken.update([known] if known else [])
        found.append(Column(heading, known))
    if not {"source", "target"} <= taken:
        raise report.bad("the first line does not name the columns source and target", 1, "write key, source and target above the columns")
    return found


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
            yield record_of(columns, [unguarded(cell) for cell in row], line, report)

    def rows(self, text: str, report: Report) -> Iterator[tuple[int, list[str]]]:
        """The rows with the line each begins in.

        Tab-separated files often have bare quote marks in them, which English quotes begin with; where reading them as quoting fails they are text.
        """
        literal = self.delimiter == "\t" and not self.well_quoted(text)
        if literal:
            report.remark("quote marks are read as text: they do not enclose whole cells")
        quoting: Literal[0, 3] = csv.QUOTE_NONE if literal else csv.QUOTE_MINIMAL
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter, quoting=quoting, strict=not literal)
        line = 1
        try:
            for row in reader:
                yield line, row
                line = reader.line_num + 1
        except csv.Error as error:
            raise report.bad(
                f"the table cannot be read ({error})", line, 'enclose cells that have quote marks in "…" and double the marks'
            ) from error

    def well_quoted(self, text: str) -> bool:
        """Whether the whole text can be read with quote marks as quoting."""
        try:
            for _ in csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter, strict=True):
                pass
        except csv.Error:
            return False
        return True

    def write(self, records: Iterable[Record], stream: BinaryIO) -> None:
        """Write prepared records: key, source, target, then every field and property that one of them has."""
        kept = list(records)
        fields = used_fields(kept)
        names = property_names(kept)
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        writer = csv.writer(text, delimiter=self.delimiter, lineterminator="\n")
        writer.writerow([guarded(cell) for cell in (*TEXTS, *(field.name for field in fields), *names)])
        for record in kept:
            values = dict(record_cells(record))
            properties = {entry.name: entry.value for entry in record.properties}
            cells = [*(values.get(name, "") for name in (*TEXTS, *(field.name for field in fields))), *(properties.get(name, "") for name in names)]
            writer.writerow([guarded(cell) for cell in cells])
        text.detach()


def used_fields(records: Sequence[Record]) -> list[Field]:
    """The fields that at least one record fills, languages always."""
    used = {field.name for record in records for field, _ in named_texts(record, FIELDS)}
    return [field for field in FIELDS if field.name in used or field.name in LANGUAGES]


def record_cells(record: Record) -> Iterator[tuple[str, str]]:
    """The cells of a record by column; an empty key is told from none by nothing: both are empty cells."""
    yield "key", record.key or ""
    yield "source", record.source
    yield "target", record.target
    yield "source-language", record.source_language
    yield "target-language", record.target_language
    for field, text in named_texts(record, FIELDS):
        yield field.name, text


def record_of(columns: Sequence[Column], row: Sequence[str], line: int, report: Report) -> Record:
    """A row as a record; a cell that is no value of its field is kept as a property."""
    texts: dict[str, str] = {}
    values: dict[str, Any] = {}
    properties: list[Property] = []
    for column, cell in zip(columns, row, strict=False):
        if column.field in TEXTS:
            texts[column.field or ""] = cell
        elif column.field is None:
            properties.extend([Property(column.heading, cell)] if cell else [])
        elif cell and not fill(BY_NAME[column.field], cell, values):
            properties.append(Property(column.heading, cell))
            report.lose(f"values of the column {column.heading} that are none of ours (kept as text)")
    return Record(
        key=texts.get("key") or None,
        source=texts.get("source", ""),
        target=texts.get("target", ""),
        properties=tuple(properties),
        where=report.place(line),
        **values,
    )


def fill(field: Field, cell: str, values: dict[str, Any]) -> bool:
    """Take the value of a cell; False where it is none."""
    try:
        value = field.parse(cell)
    except ValueError:
        return False
    if field.name in LANGUAGES:
        value = normal_tag(cell)
    if value is None:
        return False
    values[field.attribute] = value
    return True


def guarded(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), unguarded(guarded("- he said")), unguarded("'tis")
    ("'=1+1", '- he said', "'tis")
    """
    return "'" + cell if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if GUARDED.match(cell) else cell


def prepare(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The records as a table can carry them, their properties in the order of the columns."""
    kept: list[Record] = []
    for given in records:
        record = with_texts(given, lambda text: encodable(text, report))
        if record.source or record.target:
            kept.append(fitted(record, report))
        else:
            report.skip(given.label, given.where, "it has no text")
    places = {name: place for place, name in enumerate(property_names(kept))}
    for record in kept:
        yield replace(record, properties=tuple(sorted(record.properties, key=lambda entry: places[entry.name])))


def property_names(records: Sequence[Record]) -> list[str]:
    """The names of all properties, as they first come up."""
    return list(dict.fromkeys(entry.name for record in records for entry in record.properties))


def fitted(record: Record, report: Report) -> Record:
    """The record with one property of a name, none of which is a column of ours, and line ends as line feeds."""
    taken: dict[str, Property] = {}
    for entry in record.properties:
        heading = re.sub(r"[\s_]+", "-", entry.name.strip().casefold())
        name = f"x-{entry.name}" if heading in BY_NAME or heading in TEXTS or heading in OTHER_NAMES else entry.name
        name = f"{name}@{entry.language}" if entry.language else name
        if name in taken or not entry.value or not name.strip():
            report.lose("properties that repeat a name or are empty")
        else:
            taken[name] = Property(name, entry.value)
    return replace(record, properties=tuple(taken.values()), key=record.key or None)


def encodable(text: str, report: Report) -> str:
    """The text without NUL and lone surrogates, with carriage returns as line feeds, which is all a table keeps of them."""
    cleaned = re.sub("[\0\ud800-\udfff]", "", text)
    report.lose("characters that a table cannot carry", len(text) - len(cleaned))
    if "\r" in cleaned:
        report.lose("carriage returns (now line feeds)", cleaned.count("\r"))
        cleaned = cleaned.replace("\r\n", "\n").replace("\r", "\n")
    return cleaned


CSV = Table(",")
TSV = Table("\t")
