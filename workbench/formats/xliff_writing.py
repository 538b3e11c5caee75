"""Writing XLIFF 1.2 and 2.1 as a stream, for CAT tools that take their work as XLIFF.

The rendering is the target, its state in the tools' words, comments and the rendering as published are notes. Everything else stands where
`xliff_names` says.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Final

from lxml import etree

from workbench.formats import its, xliff_tags
from workbench.formats.clean import with_texts
from workbench.formats.fields import named_texts
from workbench.formats.inline import Codes, Edge, Settled, restore
from workbench.formats.lines import note_text
from workbench.formats.marks import following
from workbench.formats.record import InlineCode, Note, Record, State
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.formats.xliff_names import (
    FIELD_PREFIX,
    FIELDS,
    FIRST,
    FIRST_WORDS,
    METADATA,
    NUMBERED,
    OURS,
    PROPERTIES,
    PUBLISHED,
    PURPOSE,
    SECOND,
    SECOND_WORDS,
    XML_SPACE,
    Words,
    settled_state,
    spaces,
    understood,
)
from workbench.formats.xmlgate import XML, XML_ID, legal

LANGUAGES: Final = {"source-language": 0, "target-language": 1}
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ku", "ur"})


@dataclass(frozen=True, slots=True)
class Version:
    """What a version of XLIFF does in its own way."""

    tags: xliff_tags.Dialect
    words: Mapping[State, Words]

    def prepare(self, records: Iterable[Record], report: Report) -> Iterator[Record]:
        """The records as this version can carry them: each with a key of its own."""
        taken: set[str] = set()
        for given in records:
            record = with_texts(given, lambda text: legal(text, lambda count: report.lose("characters that XML cannot carry", count)))
            if not record.source:
                report.skip(given.label, given.where, "it has no source text")
                continue
            yield self.fitted(replace(record, key=free_key(record, taken, report)), report)

    def fitted(self, record: Record, report: Report) -> Record:
        """The record with everything at the place where a reader finds it again."""
        settled = self.settled(record, report) if record.inline else {}
        attributes = {entry.name: entry for entry in record.properties if self.tags.is_attribute(entry)}
        others = [entry for entry in record.properties if not self.tags.is_attribute(entry)]
        source = settled[record.source_language].text if settled else record.source
        target = settled[record.target_language].text if settled else record.target
        return replace(
            record,
            source=source,
            target=target,
            marks=following(record, source, target),
            inline=tuple(InlineCode(language, *pair) for language, text in settled.items() for pair in text.codes.items()),
            properties=(*attributes.values(), *(entry._replace(language=entry.language or None) for entry in others)),
            state=settled_state(record),
        )

    def settled(self, record: Record, report: Report) -> dict[str, Settled]:
        """Both sides with their tags in order, by language; tags of further languages, or of two sides in one, have no place."""
        sides = {record.source_language: record.source, record.target_language: record.target}
        known = {language: codes_of(record, language) if len(sides) == 2 else {} for language in sides}
        settled = {language: Settled(text, known[language], *self.tags.ways) for language, text in sides.items()}
        report.lose("inline tags", len(record.inline) - sum(map(len, known.values())) + sum(text.lost for text in settled.values()))
        return settled if len(sides) == 2 else {}

    def words_of(self, record: Record) -> Words | None:
        """The tools' words for the record's state, None where there is no target to put them on."""
        return self.words[record.state] if record.target else None

    def fields_of(self, record: Record, languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
        """Our own fields of a record by name, as far as nothing else in the file says them."""
        words = self.words_of(record) or Words("")
        if understood(words.state, approved=words.approved) is not record.state:
            yield "state", record.state
        own = (record.source_language, record.target_language)
        yield from ((name, own[side]) for name, side in LANGUAGES.items() if own[side] != languages[side])
        yield from ((field.name, text) for field, text in named_texts(record, FIELDS) if field.name != "state" and field.name not in LANGUAGES)
        rows = [entry[: 2 if entry.language is None else 3] for entry in record.properties if not self.tags.is_attribute(entry)]
        if rows:
            yield PROPERTIES, json.dumps(rows, ensure_ascii=False)


def free_key(record: Record, taken: set[str], report: Report) -> str:
    """A key that no earlier unit has, as every unit of a file needs one; those made up are counted."""
    key = record.key or ""
    if not key or key in taken:
        report.lose("keys that are missing or repeated (numbered)")
        number = len(taken) + 1
        while (key := f"{record.key or 'unit'}-{number}") in taken:
            number += 1
    taken.add(key)
    return key


def codes_of(record: Record, language: str) -> Codes:
    """The inline tags of one side."""
    return {code.placeholder: code.markup for code in record.inline if code.language == language}


class File:
    """An XLIFF file being written, line by line."""

    def __init__(self, file: Any, namespace: str) -> None:
        self.file = file
        self.namespace = namespace

    def open(self, indent: str, tag: str, attributes: Mapping[str, str] | None = None) -> Any:
        """An element that holds others, on a line of its own."""
        self.file.write("\n" + indent)
        return self.file.element(f"{{{self.namespace}}}{tag}", dict(attributes or {}))

    def leaf(self, indent: str, tag: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
        """An element that holds text."""
        with self.open(indent, tag, attributes):
            self.file.write(text)

    def end(self, indent: str) -> None:
        """A new line for the end of an element that holds others."""
        self.file.write("\n" + indent)

    def side(self, indent: str, tag: str, text: str, codes: Codes, attributes: Mapping[str, str] | None = None, edges: Sequence[Edge] = ()) -> None:
        """A source or target, its placeholders as tags again, with further elements at the edges."""
        if not codes and not edges:
            self.leaf(indent, tag, text, attributes)
            return
        element = etree.Element(f"{{{self.namespace}}}{tag}", dict(attributes or {}), spaces(self.namespace))
        restore(element, text, codes, edges)
        self.file.write("\n" + indent, element)


def first_languages(records: Iterable[Record]) -> tuple[tuple[str, str], Iterator[Record]]:
    """The languages of the first record, which are those of the file, and all records."""
    iterator = iter(records)
    first = next(iterator, None)
    languages = (first.source_language, first.target_language) if first else ("ar", "en")

    def again() -> Iterator[Record]:
        if first:
            yield first
        yield from iterator

    return (normal_tag(languages[0]) or "und", normal_tag(languages[1]) or "und"), again()


def write_first(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records as XLIFF 1.2."""
    languages, all_records = first_languages(records)
    with etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        file = File(xml, FIRST)
        head = {
            "original": "quotes",
            "source-language": languages[0],
            "target-language": languages[1],
            "datatype": "plaintext",
            XML_SPACE: "preserve",
        }
        with xml.element(f"{{{FIRST}}}xliff", {"version": "1.2"}, {None: FIRST, "xml": XML}):
            with file.open("", "file", head):
                with file.open("", "body"):
                    for record in all_records:
                        first_unit(file, record, languages)
                    file.end("")
                file.end("")
            file.end("")
    stream.write(b"\n")


def first_unit(file: File, record: Record, languages: tuple[str, str]) -> None:
    """A prepared record as `<trans-unit>`."""
    words = FIRST_VERSION.words_of(record)
    approved = {"approved": "yes" if words.approved else "no"} if words else {}
    kept = {entry.name[1:]: entry.value for entry in record.properties if FIRST_VERSION.tags.is_attribute(entry)}
    with file.open("", "trans-unit", {"id": record.key or ""} | approved | kept):
        file.side("  ", "source", record.source, codes_of(record, record.source_language))
        if words:
            file.side("  ", "target", record.target, codes_of(record, record.target_language), {"state": words.state})
        fields = list(FIRST_VERSION.fields_of(record, languages))
        if fields:
            with file.open("  ", "context-group", {"purpose": PURPOSE}):  # the schema wants every name to be there once
                for name, text in fields:
                    file.leaf("    ", "context", text, {"context-type": FIELD_PREFIX + name})
                file.end("  ")
        if record.published:
            file.leaf("  ", "note", record.published, {"from": PUBLISHED, "annotates": "target"})
        for note in record.notes:
            author = {"from": note.author} if note.author else {}
            file.leaf("  ", "note", note_text(Note(note.text, None, note.at)), author)
        file.end("")


def write_second(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records as XLIFF 2.1."""
    languages, all_records = first_languages(records)
    directions = {
        name: "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr" for name, language in zip(("srcDir", "trgDir"), languages, strict=True)
    }
    with etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        file = File(xml, SECOND)
        head = {"version": "2.1", "srcLang": languages[0], "trgLang": languages[1]}
        head[f"{{{its.ITS}}}version"] = "2.0"
        with xml.element(f"{{{SECOND}}}xliff", head, {None: SECOND, "mda": METADATA, "its": its.ITS, "xml": XML}):
            with file.open("", "file", {"id": "quotes", XML_SPACE: "preserve"} | directions):
                number = 0
                for number, record in enumerate(all_records, start=1):
                    second_unit(file, record, number, languages)
                if not number:  # a file has to hold something
                    with file.open("", "group", {"id": "empty"}):
                        pass
                file.end("")
            file.end("")
    stream.write(b"\n")


def second_unit(file: File, record: Record, number: int, languages: tuple[str, str]) -> None:
    """A prepared record as `<unit>`."""
    key = record.key or ""
    name = {} if xliff_tags.is_token(key) else {"name": key}
    words = SECOND_VERSION.words_of(record)
    with file.open("", "unit", {"id": f"{NUMBERED}{number}" if name else key} | name):
        fields = list(SECOND_VERSION.fields_of(record, languages))
        if fields:
            metadata = File(file.file, METADATA)
            with metadata.open("  ", "metadata"):
                with metadata.open("    ", "metaGroup", {"category": OURS}):
                    for field, text in fields:
                        metadata.leaf("      ", "meta", text, {"type": field})
                    file.end("    ")
                file.end("  ")
        issues = its.issues_of(record) if record.marks else []
        for issue in issues:
            with File(file.file, its.ITS).open("  ", "locQualityIssues", {XML_ID: issue.identity(number)}):
                File(file.file, its.ITS).leaf("    ", "locQualityIssue", "", issue.attributes)
                file.end("  ")
        if record.published or record.notes:
            with file.open("  ", "notes"):
                if record.published:
                    file.leaf("    ", "note", record.published, {"category": PUBLISHED})
                for note in record.notes:
                    file.leaf("    ", "note", note_text(note))
                file.end("  ")
        with file.open("  ", "segment", {"state": words.state} if words else {}):
            sides = {"source": (record.source, record.source_language)} | ({"target": (record.target, record.target_language)} if words else {})
            for side, (text, language) in sides.items():
                codes = codes_of(record, language)
                places = [(place, issue) for issue in issues if (place := getattr(issue, side))]
                file.side("    ", side, text, codes, edges=its.edges_of(text, codes, side, number, places))
            file.end("  ")
        file.end("")


FIRST_VERSION = Version(xliff_tags.FIRST_TAGS, FIRST_WORDS)
SECOND_VERSION = Version(xliff_tags.SECOND_TAGS, SECOND_WORDS)
