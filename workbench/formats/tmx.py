"""Reading TMX 1.1–1.4b as a stream: memory stays the same however long the file is.

The Arabic variant is the source wherever there is one, whatever the header's srclang; the English one, or else the next, is the target. Everything
else on a unit is kept: further languages, notes, properties, attributes, inline tags.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, BinaryIO

from lxml import etree

from workbench.formats.fields import BY_NAME
from workbench.formats.inline import flatten, own_text
from workbench.formats.lines import note_of
from workbench.formats.record import InlineCode, Note, Property, Record, SegmentType, Variant
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.formats.tmx_tags import joined
from workbench.formats.xmlgate import XML, elements, line_of

XML_LANG = f"{{{XML}}}lang"
FIELD_PREFIX = "x-"

NATIVE = frozenset(
    {"created", "created-by", "changed", "changed-by", "segment-type", "source-language", "target-language", "notes", "inline", "variants"}
)
"""Fields that TMX has a place of its own for; all others are `<prop type="x-…">`."""

PROP_FIELDS = {f"{FIELD_PREFIX}{name}": field for name, field in BY_NAME.items() if name not in NATIVE}
SIDES = tuple(f"{FIELD_PREFIX}{side}-language" for side in ("source", "target"))
"""Properties that say which variant is which where a reader would take others."""
TEXT_PROPS = {kind: field.attribute for kind, field in PROP_FIELDS.items() if field.parse is str}
"""Those whose text is their value."""

DATES = {"creationdate": "created_at", "changedate": "changed_at"}
NAMES = {"creationid": "created_by", "changeid": "changed_by"}
SEGMENT_TYPES = {str(kind): kind for kind in SegmentType}
WILDCARD = "*all*"
LANGUAGES = (XML_LANG, "lang")
"""How the language of a `<tuv>` is named; versions before 1.4 have the second."""
MANY = 1024
"""Spellings of languages that are remembered; a hostile file has a million."""
LEFT_TO_SETTLE = frozenset({"notes", "flags", "marks"})
"""What a record puts in order when it is made; of the rest, nothing comes out of this reader that is not in order."""
TIME = re.compile(r"\d{8}T\d{6}Z", re.ASCII)


@lru_cache(maxsize=1024)
def tmx_time(text: str) -> datetime | None:
    """The time of `20161003T093000Z`, None for anything else.

    >>> tmx_time("20161003T093000Z").isoformat(), tmx_time("yesterday")
    ('2016-10-03T09:30:00+00:00', None)
    """
    try:
        # fromisoformat is ten times as fast as strptime, and takes more: only TMX's own spelling counts
        return datetime.fromisoformat(text) if TIME.fullmatch(text) else None
    except ValueError:
        return None


PLACES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "tuid": ("key", str),
    "segtype": ("segment_type", SEGMENT_TYPES.get),
    **{name: (attribute, tmx_time) for name, attribute in DATES.items()},
}
"""Attribute of a `<tu>` → attribute of the record and its value, None where it is none."""

Attributes = Iterable[tuple[str, str]]


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The records of a TMX file, one `<tu>` at a time; raises BadInput with the line where the file is broken or hostile."""
    reader = Reader(report)
    for _, element in elements(stream, report, root="tmx", tags=("header", "tu")):
        if reader.local_names[element.tag] == "header":
            reader.header(element)
            continue
        report.read += 1
        record = reader.record(element)
        if record is not None:
            yield record


class Unusable(Exception):
    """No error of ours: it ends the reading of one `<tu>`, with the reason as the report gives it."""


class Reader:
    """Makes records of the units of one file.

    lxml makes an object for every element that is looked at and a text for every name; what is asked for more than once is kept here.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.of_file = f" of {report.place(None)}"
        self.source_language: str | None = None
        self.local_names = LocalNames()
        self.languages = Languages()

    def header(self, header: etree._Element) -> None:
        """Take from the header the language it calls the source, unless it leaves it open."""
        self.report.lose("notes and properties of the whole file", len(header))
        language = header.get("srclang", "")
        self.source_language = normal_tag(language) if language != WILDCARD else None

    def record(self, element: etree._Element) -> Record | None:
        """The record of a `<tu>`, or None where it says nothing that can be used; the report then has the reason."""
        unit = UnitParts(self.source_language)
        names, values = self.local_names, unit.values
        try:
            self.attributes(attributes_of(element), unit)
            for child in element:
                name = names[child.tag]
                if name == "prop":
                    attributes = attributes_of(child)
                    field = TEXT_PROPS.get(attributes[0][1]) if len(attributes) == 1 else None
                    if field is not None and attributes[0][0] == "type":
                        values[field] = child.text
                    else:
                        self.prop(child, attributes, None, unit)
                elif name == "tuv":
                    self.variant(child, unit)
                else:
                    self.child(name, child, unit)
            if not unit.texts:
                raise Unusable("it has no <tuv>")
        except Unusable as reason:
            self.report.skip(element.get("tuid") or "a unit without tuid", line_of(element), str(reason))
            return None
        return unit.record(f"line {element.sourceline}{self.of_file}")

    def attributes(self, attributes: Attributes, unit: "UnitParts") -> None:
        """The unit's own attributes; those without a field become properties."""
        values = unit.values
        for name, value in attributes:
            if value and name in NAMES:
                values[NAMES[name]] = value
            elif name in PLACES and (parsed := PLACES[name][1](value)) is not None:
                values[PLACES[name][0]] = parsed
            elif name == "srclang":
                unit.source_language = normal_tag(value) or unit.source_language
            else:
                unit.properties.append(Property("@" + name, value))

    def child(self, name: str, child: etree._Element, unit: "UnitParts") -> None:
        """A `<note>`; others are counted."""
        if name == "note":
            unit.notes += (note_of(child.text or ""),)
            self.report.lose("languages of notes", len(child.attrib))
        else:
            self.report.lose(f"<{name}> elements")

    def prop(self, element: etree._Element, attributes: list[tuple[str, str]], language: str | None, unit: "UnitParts") -> None:
        """A `<prop>` with its attributes: one of our fields, or kept as it is."""
        kind = attributes[0][1] if len(attributes) == 1 and attributes[0][0] == "type" else element.get("type", "")
        value = element.text or ""
        if language is None and kind in SIDES:
            unit.told[kind] = value
        elif language is None and kind in PROP_FIELDS and (parsed := parsed_prop(kind, value)) is not None:
            unit.values[PROP_FIELDS[kind].attribute] = None if parsed == "" else parsed
        else:
            unit.properties.append(Property(kind, value, language))
        if len(attributes) > 1:
            self.report.lose("languages and encodings of properties", len(attributes) - 1)

    def variant(self, tuv: etree._Element, unit: "UnitParts") -> None:
        """A `<tuv>`: its language and text; what else stands on it is kept with its language."""
        attributes = attributes_of(tuv)
        language = self.languages[attributes[0]] if len(attributes) == 1 else normal_tag(tuv.get(XML_LANG) or tuv.get("lang", ""))
        if language is None:
            raise Unusable('a <tuv> has no language that can be understood; add xml:lang="ar" or "en"')
        if len(attributes) > 1:
            unit.properties += (Property("@" + name, value, language) for name, value in attributes if name not in LANGUAGES)
        unit.languages.append(language)
        if len(tuv) == 1 and self.local_names[(seg := tuv[0]).tag] == "seg" and not len(seg):
            unit.texts.append(seg.text or "")
        else:
            unit.texts.append(self.contents(tuv, language, unit))

    def contents(self, tuv: etree._Element, language: str, unit: "UnitParts") -> str:
        """The text of a `<tuv>` that may hold more than that; its notes, properties and tags are kept with its language."""
        text = ""
        for child in tuv:
            name = self.local_names[child.tag]
            if name == "seg" and unit.languages.count(language) > 1:  # a tag is known by its language and placeholder
                text = "".join(own_text(child))
                self.report.lose("inline tags of a second text in one language", len(child))
            elif name == "seg":
                joined(child)
                text, codes = flatten(child)
                unit.inline += tuple(InlineCode(language, placeholder, markup) for placeholder, markup in codes.items())
            elif name == "prop":
                self.prop(child, attributes_of(child), language, unit)
            elif name == "note":
                unit.properties.append(Property("#note", child.text or "", language))
        return text


class UnitParts:
    """What has been read of a unit."""

    notes: tuple[Note, ...] = ()
    inline: tuple[InlineCode, ...] = ()

    def __init__(self, source_language: str | None) -> None:
        self.source_language = source_language
        self.languages: list[str] = []
        self.texts: list[str] = []
        self.properties: list[Property] = []
        self.values: dict[str, Any] = {}
        self.told: dict[str, str] = {}

    def record(self, where: str) -> Record:
        """The record of the parts; the texts are told apart by their languages."""
        source, target, source_language, target_language = self.sides() or roles(tuple(self.languages), self.source_language)
        values, texts = self.values, self.texts
        values["source"] = "" if source is None else texts[source]
        values["target"] = "" if target is None else texts[target]
        values["source_language"], values["target_language"], values["where"] = source_language, target_language, where
        if self.properties:
            values["properties"] = tuple(self.properties)
        if self.inline:
            values["inline"] = self.inline
        if len(texts) > 2:
            pairs = enumerate(zip(self.languages, texts, strict=True))
            values["variants"] = tuple(Variant(*pair) for place, pair in pairs if place not in (source, target))
        if self.notes:
            values["notes"] = self.notes
        return Record.of_settled(values) if LEFT_TO_SETTLE.isdisjoint(values) else Record.of(values)

    def sides(self) -> tuple[int, int, str, str] | None:
        """Which variant is the source and which the target as the unit itself says, and their languages; None where it does not."""
        if not self.told:
            return None
        source, target = (self.told.get(side) for side in SIDES)
        if source == target or source not in self.languages or target not in self.languages:
            self.properties += (Property(*entry) for entry in self.told.items())
            return None
        return self.languages.index(source), self.languages.index(target), source, target


class Languages(dict[tuple[str, str], str | None]):
    """The one attribute of a `<tuv>` → the tag of its language, None where it names none."""

    def __missing__(self, attribute: tuple[str, str]) -> str | None:
        name, spelling = attribute
        tag = normal_tag(spelling) if name in LANGUAGES else None
        if len(self) < MANY:
            self[attribute] = tag
        return tag


class LocalNames(dict[str, str]):
    """A tag as lxml spells it → the name without its namespace."""

    def __missing__(self, tag: str) -> str:
        self[tag] = name = tag.rpartition("}")[2]
        return name


attributes_of: Callable[[etree._Element], list[tuple[str, str]]] = etree._Element.items  # type: ignore[assignment]
"""The attributes of an element; lxml's types allow bytes, which it never gives."""


@lru_cache(maxsize=1024)
def parsed_prop(kind: str, value: str) -> Any:
    """The value of one of our fields, None where the text is none."""
    try:
        return PROP_FIELDS[kind].parse(value)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def roles(languages: tuple[str, ...], source_language: str | None) -> tuple[int | None, int | None, str, str]:
    """Which variant is the source and which the target, by their places, and the languages of both.

    The Arabic one is the source, else the one in the file's source language; the English one is the target, else the first of the others.

    >>> roles(("en", "fr", "ar-SY"), "en")
    (2, 0, 'ar-SY', 'en')
    >>> roles(("en",), "ar")
    (None, 0, 'ar', 'en')
    """
    source = first_in(languages, "ar", None)
    if source is None and source_language is not None:
        source = first_in(languages, source_language.partition("-")[0], None)
    target = first_in(languages, "en", source)
    if target is None:
        target = next((place for place in range(len(languages)) if place != source), None)
    if source is None:  # only a translation is there, or languages we know nothing of
        source = next((place for place in range(len(languages)) if place != target), None)
    source_tag = "ar" if source is None else languages[source]
    missing = "en" if source_tag != "en" else "ar"
    return source, target, source_tag, missing if target is None else languages[target]


def first_in(languages: tuple[str, ...], primary: str, taken: int | None) -> int | None:
    """The place of the first variant in a language, whatever its region."""
    for place, language in enumerate(languages):
        if place != taken and language.partition("-")[0] == primary:
            return place
    return None
