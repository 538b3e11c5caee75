"""Reading XLIFF 1.2 (and the dialects of CAT tools that build on it) and 2.x as a stream.

A unit whose text a tool has cut into segments gives a record for each; their keys are the unit's id, a `#` and the segment's.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from lxml import etree

from workbench.formats import its_reading as its
from workbench.formats.inline import Codes, flatten, local_name
from workbench.formats.lines import note_of
from workbench.formats.offers import with_first_offer, with_second_offer
from workbench.formats.record import InlineCode, Note, Property, Record, State
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.formats.xliff_names import (
    BY_NAME,
    FIELD_PREFIX,
    FIRST_WORDS,
    NUMBERED,
    OURS,
    PROPERTIES,
    PUBLISHED,
    PURPOSE,
    SECOND_WORDS,
    Words,
    understood,
)
from workbench.formats.xmlgate import elements, line_of, text_of

UNKNOWN = "und"
READ_IN_PLACE = frozenset({"source", "seg-source", "target", "note", "notes", "segment", "seg-defs"})


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The records of an XLIFF file; raises BadInput with the line where the file is broken or hostile."""
    languages = (UNKNOWN, UNKNOWN)
    for event, element in elements(stream, report, root="xliff", tags=("trans-unit", "unit"), holders=("xliff", "file")):
        name = local_name(element)
        if event == "start" and name in ("xliff", "file"):
            languages = languages_of(element, languages)
        elif event == "end" and name in ("trans-unit", "unit"):
            skipped = len(report.skipped)
            for record in (first_version if name == "trans-unit" else second_version)(element, languages, report):
                report.read += 1
                yield record
            report.read += len(report.skipped) - skipped


def languages_of(element: etree._Element, known: tuple[str, str]) -> tuple[str, str]:
    """Source and target language as `<file>` (1.2) or `<xliff>` (2.x) says them."""
    source = normal_tag(element.get("source-language") or element.get("srcLang") or "")
    target = normal_tag(element.get("target-language") or element.get("trgLang") or "")
    return (source or known[0], target or known[1])


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """The child elements with a name, in any namespace."""
    return [child for child in element if local_name(child) == name]


def first_version(unit: etree._Element, languages: tuple[str, str], report: Report) -> Iterator[Record]:
    """The records of a `<trans-unit>`."""
    key = unit.get("id")
    if not children(unit, "source"):
        report.skip(key or "a unit without id", line_of(unit), "it has no <source>")
        return
    ours = [group for group in children(unit, "context-group") if PURPOSE in group.get("purpose", "").split() or group.get("name") == OURS]
    count_losses(unit, report, ours)
    named = Named((context.get("context-type", "").removeprefix(FIELD_PREFIX), context.text or "") for group in ours for context in group)
    targets = children(unit, "target")
    attributes = [(text_of(name), text_of(value)) for name, value in unit.attrib.items() if name not in ("id", "approved")]
    words = Words((targets[0].get("state") if targets else None) or "", unit.get("approved") == "yes")
    published, notes = notes_of(children(unit, "note"))
    common = {
        "notes": notes,
        "published": published,
        "properties": (*(Property("@" + name, value) for name, value in attributes), *named.properties),
        "where": report.place(line_of(unit)),
        **named.values,
    }
    state = named.state(words, FIRST_WORDS)
    sources = {mark.get("mid", ""): mark for element in children(unit, "seg-source") for mark in segment_marks(element)}
    if not sources:
        whole = record_of(key, children(unit, "source")[0], targets[0] if targets else None, languages, state=state, **common)
        yield with_first_offer(whole, unit)
        return
    marks = {mark.get("mid", ""): mark for element in targets for mark in segment_marks(element)}
    confirmed = {entry.get("id", ""): entry.get("conf") for defs in children(unit, "seg-defs") for entry in children(defs, "seg")}
    for number, source in sources.items():
        own = understood(confirmed[number]) if confirmed.get(number) else state
        yield with_first_offer(record_of(f"{key}#{number}", source, marks.get(number), languages, state=own, **common), unit, number)


def segment_marks(element: etree._Element) -> Iterator[etree._Element]:
    """The `<mrk mtype="seg">` of a text, wherever tags enclose them."""
    return (mark for mark in element.iter() if local_name(mark) == "mrk" and mark.get("mtype") == "seg")


def second_version(unit: etree._Element, languages: tuple[str, str], report: Report) -> Iterator[Record]:
    """The records of a `<unit>`."""
    key = unit.get("id")
    if key and key.startswith(NUMBERED):
        key = unit.get("name", key)
    segments = children(unit, "segment")
    if not segments:
        report.skip(key or "a unit without id", line_of(unit), "it has no <segment>")
    metadata = children(unit, "metadata")
    groups = [group for element in metadata for group in element if group.get("category") == OURS]
    beside = its.standoff(unit, report)
    count_losses(unit, report, (*(metadata if groups else ()), *children(unit, "locQualityIssues")))
    report.lose("groups of metadata", sum(len(element) for element in metadata) - len(groups) if groups else 0)
    named = Named((meta.get("type", ""), meta.text or "") for group in groups for meta in group)
    published, notes = notes_of([note for group in children(unit, "notes") for note in children(group, "note")])
    common = {"notes": notes, "published": published, "properties": named.properties, **named.values}
    for position, segment in enumerate(segments, start=1):
        sources, targets = children(segment, "source"), children(segment, "target")
        if not sources:
            report.skip(key or "a unit without id", line_of(segment), "a <segment> has no <source>")
            continue
        record = record_of(
            key if len(segments) == 1 else f"{key}#{segment.get('id') or position}",
            sources[0],
            targets[0] if targets else None,
            languages,
            state=named.state(Words(segment.get("state", "")), SECOND_WORDS),
            issues=(beside, report),
            where=report.place(line_of(segment)),
            **common,
        )
        yield with_second_offer(record, unit, segment)


class Named:
    """Our own fields of a unit; what is no value of its field becomes a property."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.values: dict[str, Any] = {}
        kept: list[Property] = []
        for name, text in pairs:
            try:
                if name == PROPERTIES:
                    kept += properties_of(text)
                else:
                    self.values[BY_NAME[name].attribute] = BY_NAME[name].parse(text)
            except (KeyError, ValueError):
                kept.append(Property(name, text))
        self.properties = tuple(kept)
        self._label: State | None = self.values.pop("state", None)

    def state(self, words: Words, spelled: Mapping[State, Words]) -> State:
        """The state; where an outside tool has given the unit another, that counts more than our label."""
        if self._label and words in (spelled[self._label], Words("")):
            return self._label
        return understood(words.state, approved=words.approved)


def properties_of(text: str) -> list[Property]:
    """Properties from JSON rows of name, value and language; raises ValueError for anything else."""
    found, rows = [], json.loads(text)
    if not isinstance(rows, list):
        raise ValueError("not rows of properties")
    for row in rows:
        if not (isinstance(row, list) and len(row) in (2, 3) and all(isinstance(cell, str) for cell in row)):
            raise ValueError("not rows of properties")
        found.append(Property(*row))
    return found


def record_of(
    key: str | None,
    source: etree._Element,
    target: etree._Element | None,
    languages: tuple[str, str],
    *,
    issues: tuple[Mapping[str, list[dict[str, str]]], Report] | None = None,
    **values: Any,
) -> Record:
    """A record of two text elements; languages of the unit itself count more than those of the file.

    `issues` are the quality issues beside the texts, which the texts refer to, and where those that cannot be read are counted.
    """
    source_text, source_codes, on_source = text_of_side(source, quality=issues is not None)
    target_text, target_codes, on_target = text_of_side(target, quality=issues is not None)
    if not target_text and values["state"] is State.APPROVED:
        values["state"] = State.WAITING
    values = {"source_language": languages[0], "target_language": languages[1]} | values
    record = Record(
        key=key,
        source=source_text,
        target=target_text,
        inline=(
            *(InlineCode(values["source_language"], *code) for code in source_codes.items()),
            *(InlineCode(values["target_language"], *code) for code in target_codes.items()),
        ),
        **values,
    )
    if issues is None or not (record.marks or on_source or on_target):
        return record
    beside, report = issues
    return its.with_issues(record, {"target": on_target, "source": on_source}, beside, report)


def text_of_side(element: etree._Element | None, *, quality: bool) -> tuple[str, Codes, list[its.Found]]:
    """The text of a source or target, its tags, and with `quality` the spans that quality issues are about."""
    if element is None:
        return "", {}, []
    if not quality:
        return *flatten(element), []
    spans = its.Spans()
    text, codes = flatten(element, spans)
    return text, codes, spans.all(len(text))


def notes_of(elements_of_notes: Iterable[etree._Element]) -> tuple[str | None, tuple[Note, ...]]:
    """The rendering as published, which stands in a note of its own, and the notes with the name a tool gave as their origin."""
    published: str | None = None
    notes = []
    for element in elements_of_notes:
        if PUBLISHED in (element.get("category"), element.get("annotates") and element.get("from")):
            published = element.text or None
            continue
        note, origin = note_of(element.text or ""), element.get("from")
        if origin and note.author is not None:  # its brackets are its own: nobody signs twice
            note = Note(element.text or "")
        notes.append(note._replace(author=origin or note.author))
    return published, tuple(notes)


def count_losses(unit: etree._Element, report: Report, kept: Iterable[etree._Element]) -> None:
    """Count what of a unit a record does not keep: proposals, native codes, modules."""
    for child in unit:
        if local_name(child) not in READ_IN_PLACE and child not in kept:
            report.lose(f"<{local_name(child)}> elements")
