"""Reading XLIFF 1.2 (and the dialects of CAT tools that build on it) and 2.x as a stream; writing is not offered yet.

A unit whose text a tool has cut into segments gives a record for each; their keys are the unit's id, a `#` and the segment's.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from workbench.formats.inline import flatten, local_name
from workbench.formats.record import InlineCode, Note, Property, Record, State
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.formats.xmlgate import elements, line_of, text_of

UNKNOWN = "und"

STATES = {
    # XLIFF 1.2, on <target>
    "final": State.APPROVED,
    "signed-off": State.APPROVED,
    "needs-translation": State.SECOND_LOOK,
    "needs-adaptation": State.SECOND_LOOK,
    "needs-l10n": State.SECOND_LOOK,
    "needs-review-translation": State.SECOND_LOOK,
    "needs-review-adaptation": State.SECOND_LOOK,
    "needs-review-l10n": State.SECOND_LOOK,
    # XLIFF 2, on <segment>
    "reviewed": State.APPROVED,
    # SDLXLIFF, on <sdl:seg conf="…">
    "ApprovedTranslation": State.APPROVED,
    "ApprovedSignOff": State.APPROVED,
    "RejectedTranslation": State.REJECTED,
    "RejectedSignOff": State.REJECTED,
    "Draft": State.SECOND_LOOK,
}
"""What a tool calls a state → ours; every other word means that the text waits for its revision."""

READ_IN_PLACE = frozenset({"source", "seg-source", "target", "note", "notes", "segment", "seg-defs"})


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The records of an XLIFF file; raises BadInput with the line where the file is broken or hostile."""
    languages = (UNKNOWN, UNKNOWN)
    for event, element in elements(stream, report, root="xliff", tags=("xliff", "file", "trans-unit", "unit"), events=("start", "end")):
        name = local_name(element)
        if event == "start" and name in ("xliff", "file"):
            languages = languages_of(element, languages)
        elif event == "end" and name in ("trans-unit", "unit"):
            report.read += 1
            yield from (first_version if name == "trans-unit" else second_version)(element, languages, report)


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
    count_losses(unit, report)
    targets = children(unit, "target")
    common: dict[str, Any] = {
        "notes": notes_of(children(unit, "note")),
        "properties": tuple(Property("@" + text_of(name), text_of(value)) for name, value in unit.attrib.items() if name not in ("id", "approved")),
        "where": report.place(line_of(unit)),
    }
    state = State.APPROVED if unit.get("approved") == "yes" else state_of(targets[0].get("state") if targets else None)
    sources = {mark.get("mid", ""): mark for element in children(unit, "seg-source") for mark in segment_marks(element)}
    if not sources:
        yield record_of(key, children(unit, "source")[0], targets[0] if targets else None, languages, state=state, **common)
        return
    marks = {mark.get("mid", ""): mark for element in targets for mark in segment_marks(element)}
    confirmed = {entry.get("id", ""): entry.get("conf") for defs in children(unit, "seg-defs") for entry in children(defs, "seg")}
    for number, source in sources.items():
        own = state_of(confirmed[number]) if confirmed.get(number) else state
        yield record_of(f"{key}#{number}", source, marks.get(number), languages, state=own, **common)


def segment_marks(element: etree._Element) -> Iterator[etree._Element]:
    """The `<mrk mtype="seg">` of a text, wherever tags enclose them."""
    return (mark for mark in element.iter() if local_name(mark) == "mrk" and mark.get("mtype") == "seg")


def second_version(unit: etree._Element, languages: tuple[str, str], report: Report) -> Iterator[Record]:
    """The records of a `<unit>`."""
    key = unit.get("id")
    segments = children(unit, "segment")
    if not segments:
        report.skip(key or "a unit without id", line_of(unit), "it has no <segment>")
    count_losses(unit, report)
    notes = notes_of([note for group in children(unit, "notes") for note in children(group, "note")])
    for position, segment in enumerate(segments, start=1):
        sources, targets = children(segment, "source"), children(segment, "target")
        if not sources:
            report.skip(key or "a unit without id", line_of(segment), "a <segment> has no <source>")
            continue
        yield record_of(
            key if len(segments) == 1 else f"{key}#{segment.get('id') or position}",
            sources[0],
            targets[0] if targets else None,
            languages,
            state=state_of(segment.get("state")),
            notes=notes,
            where=report.place(line_of(segment)),
        )


def record_of(key: str | None, source: etree._Element, target: etree._Element | None, languages: tuple[str, str], **values: Any) -> Record:
    """A record of two text elements."""
    source_text, source_codes = flatten(source)
    target_text, target_codes = flatten(target) if target is not None else ("", {})
    if not target_text and values["state"] is State.APPROVED:
        values["state"] = State.WAITING
    return Record(
        key=key,
        source=source_text,
        target=target_text,
        source_language=languages[0],
        target_language=languages[1],
        inline=(
            *(InlineCode(languages[0], *code) for code in source_codes.items()),
            *(InlineCode(languages[1], *code) for code in target_codes.items()),
        ),
        **values,
    )


def state_of(word: str | None) -> State:
    """Our state for a tool's word."""
    return STATES.get(word or "", State.WAITING)


def notes_of(elements_of_notes: list[etree._Element]) -> tuple[Note, ...]:
    """Notes with the name a tool gave as their origin."""
    return tuple(Note(note.text or "", note.get("from")) for note in elements_of_notes)


def count_losses(unit: etree._Element, report: Report) -> None:
    """Count what of a unit a record does not keep: proposals, native codes, modules."""
    for child in unit:
        if local_name(child) not in READ_IN_PLACE:
            report.lose(f"<{local_name(child)}> elements")
