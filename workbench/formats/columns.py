"""What all tables share, whatever their file: a first line that names `key`, `source` and `target`; all other columns are kept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.formats.clean import with_texts
from workbench.formats.fields import BY_NAME, FIELDS, Field, named_texts
from workbench.formats.record import Property, Record
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag

TEXTS = ("key", "source", "target")
LANGUAGES = ("source-language", "target-language")

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


def normal(heading: str) -> str:
    """A heading as names are compared.

    >>> normal(" Source_place"), normal("source  place")
    ('source-place', 'source-place')
    """
    return re.sub(r"[\s_]+", "-", heading.strip().casefold())


def columns_of(header: Sequence[str], report: Report) -> list[Column]:
    """The columns a header names; raises BadInput where source or target is missing or a column stands twice."""
    found: list[Column] = []
    taken: set[str] = set()
    names = [report.columns.get(heading.strip()) or hidden(normal(heading), report) for heading in header]
    for heading, name in zip(header, names, strict=True):
        known = name if name in BY_NAME or name in TEXTS else None
        other = OTHER_NAMES.get(name)
        if known is None and other and other not in names:
            known = other
        if known in taken:
            raise report.bad(f"two columns are the {known}", 1, "keep one of them or rename the other")
        taken.update([known] if known else [])
        found.append(Column(heading, known))
    if not {"source", "target"} <= taken:
        raise report.bad("the first line does not name the columns source and target", 1, "write key, source and target above the columns")
    return found


def hidden(name: str, report: Report) -> str:
    """The name of a heading nobody has said anything of; not one of ours that another heading was said to be."""
    return f"other-{name}" if OTHER_NAMES.get(name, name) in report.columns.values() else name


def record_of(columns: Sequence[Column], row: Sequence[str], where: str, report: Report) -> Record:
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
        where=where,
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


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns a table of these records needs: key, source, target, then every field and property that one of them has."""

    fields: tuple[Field, ...]
    properties: tuple[str, ...]

    @classmethod
    def of(cls, records: Sequence[Record]) -> "Layout":
        """The layout for records; languages always have their columns."""
        used = {field.name for record in records for field, _ in named_texts(record, FIELDS)}
        return cls(tuple(field for field in FIELDS if field.name in used or field.name in LANGUAGES), tuple(property_names(records)))

    @property
    def headings(self) -> tuple[str, ...]:
        """The first line."""
        return (*TEXTS, *(field.name for field in self.fields), *self.properties)

    def cells(self, record: Record) -> Iterator[str]:
        """The line of a record."""
        values = dict(filled(record))
        yield from (values.get(name, "") for name in (*TEXTS, *(field.name for field in self.fields)))
        properties = {entry.name: entry.value for entry in record.properties}
        yield from (properties.get(name, "") for name in self.properties)


def filled(record: Record) -> Iterator[tuple[str, str]]:
    """The names and cells of all columns a record fills, properties aside; languages always."""
    yield "key", record.key or ""
    yield "source", record.source
    yield "target", record.target
    yield "source-language", record.source_language
    yield "target-language", record.target_language
    yield from ((field.name, text) for field, text in named_texts(record, FIELDS))


def property_names(records: Sequence[Record]) -> list[str]:
    """The names of all properties, as they first come up."""
    return list(dict.fromkeys(entry.name for record in records for entry in record.properties))


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


def fitted(record: Record, report: Report) -> Record:
    """The record with one property of a name, none of which is a column of ours."""
    taken: dict[str, Property] = {}
    for entry in record.properties:
        heading = normal(entry.name)
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
