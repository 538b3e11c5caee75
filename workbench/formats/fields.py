"""The fields of a record that formats without a place of their own for them carry as named texts.

TMX writes them as `<prop type="x-speaker">`, PO as `#. Speaker: …`, tables as columns. One table, so that they agree and nothing is forgotten.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from workbench.formats.lines import from_line, note_of, note_text, one_line, time_of, time_text
from workbench.formats.marks import marks_of, marks_text
from workbench.formats.record import InlineCode, Plural, Record, SegmentType, State, Variant

Parser = Callable[[str], Any]
Renderer = Callable[[Any], str]


class Field(NamedTuple):
    """A field's name in files (`source-place`), its attribute, and its value as text and back; `parse` raises ValueError for what is no value."""

    name: str
    attribute: str
    render: Renderer
    parse: Parser

    @property
    def label(self) -> str:
        """The name for people: `Source place`."""
        return self.name.replace("-", " ").capitalize()


def flag(text: str) -> bool:
    """`yes` or `no`."""
    return {"yes": True, "no": False}[text.strip().casefold()] if text.strip().casefold() in ("yes", "no") else bool(int(text))


def flag_text(value: bool) -> str:
    """`yes` or `no`."""
    return "yes" if value else "no"


def rows_text(rows: tuple[tuple[Any, ...], ...]) -> str:
    """Named tuples as JSON."""
    return json.dumps(rows, ensure_ascii=False)


def rows_parser(row: Callable[..., Any]) -> Parser:
    """The way back from `rows_text`."""

    def parse(text: str) -> tuple[Any, ...]:
        try:
            return tuple(row(*strings(cells)) for cells in json.loads(text))
        except TypeError as error:
            raise ValueError(f"not rows of {row.__name__}") from error

    return parse


def strings(cells: list[Any]) -> list[str]:
    """The cells, all of which must be text."""
    if not all(isinstance(cell, str) for cell in cells):
        raise ValueError("a cell is not text")
    return cells


def plural_text(plural: Plural) -> str:
    """A plural as JSON."""
    return json.dumps({"source": plural.source, "targets": plural.targets, "rule": plural.rule}, ensure_ascii=False)


def plural_of(text: str) -> Plural:
    """The way back from `plural_text`."""
    try:
        values = json.loads(text)
        (source,) = strings([values["source"]])
        rule = values["rule"]
        return Plural(source, tuple(strings(values["targets"])), None if rule is None else strings([rule])[0])
    except (TypeError, KeyError) as error:
        raise ValueError("not a plural") from error


def notes_text(notes: tuple[Any, ...]) -> str:
    """Notes as lines."""
    return "\n".join(one_line(note_text(note)) for note in notes)


def notes_of(text: str) -> tuple[Any, ...]:
    """The way back from `notes_text`."""
    return tuple(note_of(from_line(line)) for line in text.split("\n"))


def flags_of(text: str) -> tuple[str, ...]:
    """Flags from a list with commas."""
    return tuple(part for part in (part.strip() for part in text.split(",")) if part)


def text_field(name: str) -> Field:
    """A field that is text already."""
    return Field(name, name.replace("-", "_"), str, str)


FIELDS: tuple[Field, ...] = (
    text_field("speaker"),
    text_field("outlet"),
    text_field("date"),
    text_field("source-place"),
    text_field("article-place"),
    Field("state", "state", str, State),
    text_field("published"),
    text_field("former-source"),
    text_field("fidelity"),
    text_field("verdict"),
    text_field("reviewer"),
    Field("override", "override", flag_text, flag),
    Field("protected", "protected", flag_text, flag),
    Field("created", "created_at", time_text, time_of),
    text_field("created-by"),
    Field("changed", "changed_at", time_text, time_of),
    text_field("changed-by"),
    Field("segment-type", "segment_type", str, SegmentType),
    text_field("source-language"),
    text_field("target-language"),
    Field("flags", "flags", ", ".join, flags_of),
    Field("notes", "notes", notes_text, notes_of),
    Field("marks", "marks", marks_text, marks_of),
    Field("obsolete", "obsolete", flag_text, flag),
    Field("inline", "inline", rows_text, rows_parser(InlineCode)),
    Field("variants", "variants", rows_text, rows_parser(Variant)),
    Field("plural", "plural", plural_text, plural_of),
)

BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}

BLANK = Record(source="", target="")
DEFAULTS: Mapping[str, Any] = {field.attribute: getattr(BLANK, field.attribute) for field in FIELDS}


def without(*names: str) -> tuple[Field, ...]:
    """The fields but those a format has a place of its own for."""
    return tuple(field for field in FIELDS if field.name not in names)


def named_texts(record: Record, fields: tuple[Field, ...]) -> Iterator[tuple[Field, str]]:
    """Every field of `fields` that says something, as text."""
    for field in fields:
        value = getattr(record, field.attribute)
        if value != DEFAULTS[field.attribute]:
            yield field, field.render(value)
