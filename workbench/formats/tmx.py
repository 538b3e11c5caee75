"""Reading TMX 1.1–1.4b as a stream: memory stays the same however long the file is.

The Arabic variant is the source wherever there is one, whatever the header's srclang; the English one, or else the next, is the target. Everything
else on a unit is kept: further languages, notes, properties, attributes, inline tags.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, BinaryIO

from lxml import etree

from workbench.formats.fields import BY_NAME
from workbench.formats.inline import flatten, local_name
from workbench.formats.lines import note_of
from workbench.formats.record import InlineCode, Note, Property, Record, SegmentType, Variant
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.formats.xmlgate import elements, line_of, text_of

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FIELD_PREFIX = "x-"

NATIVE = frozenset(
    {"created", "created-by", "changed", "changed-by", "segment-type", "source-language", "target-language", "notes", "inline", "variants"}
)
"""Fields that TMX has a place of its own for; all others are `<prop type="x-…">`."""

PROP_FIELDS = {f"{FIELD_PREFIX}{name}": field for name, field in BY_NAME.items() if name not in NATIVE}

DATES = {"creationdate": "created_at", "changedate": "changed_at"}
NAMES = {"creationid": "created_by", "changeid": "changed_by"}
SEGMENT_TYPES = {str(kind): kind for kind in SegmentType}
NO_CODES: dict[str, str] = {}
WILDCARD = "*all*"
TIME = re.compile(r"\d{8}T\d{6}Z", re.ASCII)


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The records of a TMX file, one `<tu>` at a time; raises BadInput with the line where the file is broken or hostile."""
    source_language: str | None = None
    for _, element in elements(stream, report, root="tmx", tags=("header", "tu")):
        if local_name(element) == "header":
            source_language = header_language(element, report)
            continue
        report.read += 1
        record = UnitReader(element, source_language, report).record()
        if record is not None:
            yield record


def header_language(header: etree._Element, report: Report) -> str | None:
    """The language the header calls the source, None where it leaves it open."""
    report.lose("notes and properties of the whole file", len(header))
    return normal_tag(header.get("srclang", "")) if header.get("srclang") != WILDCARD else None


class UnitReader:
    """One `<tu>` on its way to a record."""

    def __init__(self, element: etree._Element, source_language: str | None, report: Report) -> None:
        self.element = element
        self.report = report
        self.source_language = normal_tag(element.get("srclang", "")) or source_language
        self.namespace = str(element.tag)[:-2]
        self.values: dict[str, Any] = {}
        self.notes: list[Note] = []
        self.properties: list[Property] = []
        self.variants: list[tuple[str, etree._Element]] = []

    def record(self) -> Record | None:
        """The record, or None where the unit says nothing that can be used; the report then has the reason."""
        self.attributes()
        for child in self.element:
            if not self.child(child):
                return None
        if not self.variants:
            self.left_out("it has no <tuv>")
            return None
        texts: list[tuple[str, str]] = []
        inline: list[InlineCode] = []
        for language, tuv in self.variants:
            text, codes = self.segment(tuv, language)
            texts.append((language, text))
            if codes:
                inline += (InlineCode(language, placeholder, markup) for placeholder, markup in codes.items())
        return self.assembled(texts, inline)

    def assembled(self, texts: list[tuple[str, str]], inline: list[InlineCode]) -> Record:
        """The record of the texts, which are told apart by their languages."""
        source = self.chosen(texts, ("ar", self.source_language))
        others = [pair for pair in texts if pair is not source]
        target = self.chosen(others, ("en",)) or (others[0] if others else ("en" if source and source[0] != "en" else "ar", ""))
        if source is None:  # only a translation is there, or languages we know nothing of
            source = next((pair for pair in others if pair is not target), ("ar", ""))
        return Record(
            key=self.element.get("tuid"),
            source=source[1],
            target=target[1],
            source_language=source[0],
            target_language=target[0],
            variants=tuple(Variant(*pair) for pair in texts if pair is not source and pair is not target),
            inline=tuple(inline),
            notes=tuple(self.notes),
            properties=tuple(self.properties),
            where=self.report.place(line_of(self.element)),
            **self.values,
        )

    @staticmethod
    def chosen(texts: list[tuple[str, str]], languages: tuple[str | None, ...]) -> tuple[str, str] | None:
        """The first text in the first of the languages that is there."""
        for language in languages:
            if language is None:
                continue
            primary = language.partition("-")[0]
            for pair in texts:
                if pair[0] == primary or pair[0].startswith(primary + "-"):
                    return pair
        return None

    def attributes(self) -> None:
        """The unit's own attributes; those without a field become properties."""
        for name, value in self.element.attrib.items():
            if name in ("tuid", "srclang"):
                continue
            if not self.native(text_of(name), text_of(value)):
                self.properties.append(Property("@" + text_of(name), text_of(value)))

    def native(self, name: str, value: str) -> bool:
        """Whether an attribute fills a field of the record."""
        if name in NAMES and value:
            self.values[NAMES[name]] = value
        elif name in DATES and (at := tmx_time(value)):
            self.values[DATES[name]] = at
        elif name == "segtype" and value in SEGMENT_TYPES:
            self.values["segment_type"] = SEGMENT_TYPES[value]
        else:
            return False
        return True

    def child(self, child: etree._Element) -> bool:
        """A `<note>`, `<prop>` or `<tuv>`; False where the unit cannot be used."""
        name = str(child.tag)[len(self.namespace) :]
        if name == "tuv":
            language = normal_tag(child.get(XML_LANG) or child.get("lang", ""))
            if language is None:
                self.left_out('a <tuv> has no language that can be understood; add xml:lang="ar" or "en"')
                return False
            self.variants.append((language, child))
        elif name == "prop":
            self.prop(child, None)
        elif name == "note":
            self.notes.append(note_of(child.text or ""))
            if child.attrib:
                self.report.lose("languages of notes", len(child.attrib))
        else:
            self.report.lose(f"<{name}> elements")
        return True

    def prop(self, element: etree._Element, language: str | None) -> None:
        """A `<prop>`: one of our fields, or kept as it is."""
        kind, value = element.get("type", ""), element.text or ""
        field = PROP_FIELDS.get(kind) if language is None else None
        if field is not None and (parsed := self.tried(field.parse, value)) is not None:
            self.values[field.attribute] = parsed
        else:
            self.properties.append(Property(kind, value, language))
        if len(element.attrib) > 1:
            self.report.lose("languages and encodings of properties", len(element.attrib) - 1)

    @staticmethod
    def tried(parse: Callable[[str], Any], value: str) -> Any:
        """The parsed value, None where it is not one of ours."""
        try:
            return parse(value)
        except ValueError:
            return None

    def segment(self, tuv: etree._Element, language: str) -> tuple[str, dict[str, str]]:
        """The text of a variant; what else stands on the variant is kept with its language."""
        for name, value in tuv.attrib.items():
            if name not in (XML_LANG, "lang"):
                self.properties.append(Property("@" + text_of(name), text_of(value), language))
        text, codes = "", NO_CODES
        for child in tuv:
            name = str(child.tag)[len(self.namespace) :]
            if name == "seg":
                text, codes = flatten(child)
            elif name == "prop":
                self.prop(child, language)
            elif name == "note":
                self.properties.append(Property("#note", child.text or "", language))
        return text, codes

    def left_out(self, reason: str) -> None:
        """Name the unit in the report."""
        self.report.skip(self.element.get("tuid") or "a unit without tuid", line_of(self.element), reason)


@lru_cache(maxsize=1024)
def tmx_time(text: str) -> datetime | None:
    """The time of `20161003T093000Z`, None for anything else.

    >>> tmx_time("20161003T093000Z").isoformat(), tmx_time("yesterday")
    ('2016-10-03T09:30:00+00:00', None)
    """
    try:
        # fromisoformat is ten times as fast as strptime, and takes more: only TMX's own spelling counts
        return datetime.fromisoformat(text).replace(tzinfo=UTC) if TIME.fullmatch(text) else None
    except ValueError:
        return None
