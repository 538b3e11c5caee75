"""Tasks of Label Studio as JSON: each rated text is a task, each error a region with a label, a choice for its severity, and a note if there is one.

Offsets are code points; a region whose words do not stand there is looked for in UTF-16 units.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO, Final

from workbench.formats import ratings
from workbench.formats.categories import ours
from workbench.formats.encodings import decode
from workbench.formats.lines import time_of, time_text
from workbench.formats.ratings import CORNER, RATED_BY, SEVERITIES, Version, content_raters, on_texts, reread, unit_json, unit_of, utf16, versions
from workbench.formats.record import Mark, Place, Property, Record
from workbench.formats.report import Report
from workbench.model import ErrorSeverity

NUMBER, UNIT = "number", "unit"
SOURCE_NAMES: Final = ("source", "src", "original")
TARGET_NAMES: Final = ("target", "tgt", "translation", "mt", "hypothesis", "text")
KEY_NAMES: Final = ("key", "id", "segment_id")
MOST: Final = 50 * 2**20
"""Bytes: the file is one JSON value, read at once."""

Region = dict[str, Any]


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The units of a file of tasks; raises BadInput where it is no list of tasks."""
    content = stream.read(MOST + 1)
    if len(content) > MOST:
        raise report.bad(f"the file has more than {MOST // 2**20} MB", None, "export fewer tasks at a time")
    try:
        tasks = json.loads(decode(content, report))
    except (ValueError, RecursionError) as error:
        raise report.bad(f"this is not JSON ({error})", None, "export the tasks from Label Studio as JSON") from error
    if not isinstance(tasks, list) or not all(isinstance(task, dict) and isinstance(task.get("data"), dict) for task in tasks):
        raise report.bad("this is no list of tasks with their data", None, "export the tasks from Label Studio as JSON")
    groups: dict[object, list[tuple[int, dict[str, Any]]]] = {}
    for place, task in enumerate(tasks, start=1):
        corner = task["data"].get(CORNER)
        number = corner.get(NUMBER) if isinstance(corner, dict) else None
        groups.setdefault(("ours", number) if isinstance(number, int) else ("theirs", place), []).append((place, task))
    for group in groups.values():
        report.read += 1
        yield unit(group, report)


def unit(group: list[tuple[int, dict[str, Any]]], report: Report) -> Record:
    """The unit of one or several tasks."""
    place, first = group[0]
    where = f"task {place} of {report.name or 'the file'}"
    value = next((task["data"][CORNER][UNIT] for _, task in group if UNIT in (task["data"].get(CORNER) or {})), None)
    try:
        known = unit_of(value, where)
    except ValueError:
        return foreign(first, where, report)
    marks: list[Mark] = []
    raters: list[str] = []
    for _, task in group:
        system = str(task["data"].get("system", ""))
        version = next((version for version in versions(known) if version.system == system), Version(system, known.source, known.target, ()))
        found, content = annotated(task, version, where, report)
        marks += [on_texts(mark, version.source, version.target) if mark not in version.marks else mark for mark in found]
        raters += content
    return reread(known, marks, raters)


def foreign(task: Mapping[str, Any], where: str, report: Report) -> Record:
    """A task of another hand, its texts by the usual names."""
    texts = {name.casefold(): value for name, value in task["data"].items() if isinstance(value, str)}
    source, target, key = (next((texts[name] for name in names if name in texts), "") for names in (SOURCE_NAMES, TARGET_NAMES, KEY_NAMES))
    marks, raters = annotated(task, Version("", source, target, ()), where, report)
    if not marks and not source and not target:
        report.remark("no text was found in the tasks; name their data source and target")
    usual = {*SOURCE_NAMES, *TARGET_NAMES, *KEY_NAMES}
    others = [Property(f"x-{name}", value) for name, value in task["data"].items() if isinstance(value, str) and name.casefold() not in usual]
    content = [Property(RATED_BY, rater) for rater in dict.fromkeys(raters)]
    number = task.get("id")
    name = key or (str(number) if isinstance(number, int | str) else None)
    return Record(key=name, source=source, target=target, marks=tuple(marks), properties=(*others, *content), where=where)


def annotated(task: Mapping[str, Any], version: Version, where: str, report: Report) -> tuple[list[Mark], list[str]]:
    """The marks of a task's annotations, and who annotated it without finding anything."""
    marks: list[Mark] = []
    content = []
    annotations = task.get("annotations")
    for annotation in annotations if isinstance(annotations, list) else []:
        result = annotation.get("result") if isinstance(annotation, dict) else None
        if not isinstance(result, list) or annotation.get("was_cancelled"):
            report.lose("annotations that were cancelled or are damaged")
            continue
        rater, regions = rater_of(annotation), [region for region in result if isinstance(region, dict)]
        found = list(marks_of(regions, annotation, version, where, report))
        marks += found
        content.extend([rater] if rater and not found else [])
    report.lose("predictions", len(task["predictions"]) if isinstance(task.get("predictions"), list) else 0)
    return marks, content


def rater_of(annotation: Mapping[str, Any]) -> str | None:
    """Who made an annotation: Label Studio has a number or an account there."""
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("id")
    return str(by) if isinstance(by, str | int) and not isinstance(by, bool) and str(by) else None


def marks_of(regions: list[Region], annotation: Mapping[str, Any], version: Version, where: str, report: Report) -> Iterator[Mark]:
    """The marks of one annotation: all regions of one id are one mark, and two that a relation joins are one on both sides."""
    known = {f"m{number}": mark for number, mark in enumerate(version.marks)}
    written = {name: regions_of(name, mark, version) for name, mark in known.items()}
    by_id: dict[str, list[Region]] = {}
    joined = {}
    for region in regions:
        if region.get("type") == "relation":
            joined[str(region.get("to_id"))] = str(region.get("from_id"))
        else:
            by_id.setdefault(str(region.get("id")), []).append(region)
    for second, first in joined.items():
        if first in by_id and second in by_id:
            by_id[first] += by_id.pop(second)
    for name, parts in by_id.items():
        if name in known and [said(region) for region in parts] == [said(region) for region in written[name] if region["type"] != "relation"]:
            yield known[name]
        elif mark := mark_of(parts, annotation, version):
            yield mark
        else:
            report.skip(f"region {name[:40]}", where, "it has no label, or no severity that is known")


def said(region: Region) -> tuple[object, ...]:
    """What of a region a person decides."""
    return region.get("type"), region.get("to_name"), region.get("value")


def mark_of(parts: list[Region], annotation: Mapping[str, Any], version: Version) -> Mark | None:
    """The mark of the regions that share an id."""
    category, note, severity = "", "", ErrorSeverity.MAJOR if not any(region.get("type") == "choices" for region in parts) else None
    places: dict[bool, Place] = {}
    for region in parts:
        value = region.get("value")
        if not isinstance(value, dict):
            continue
        on_source = str(region.get("to_name", "")).casefold().startswith(SOURCE_NAMES)
        place = place_of(value, version.source if on_source else version.target)
        if place:
            places.setdefault(on_source, place)
        for word in words_of(value):
            if word.casefold() in SEVERITIES:
                severity = SEVERITIES[word.casefold()]
            elif region.get("type") in ("labels", "taxonomy", "hypertextlabels"):
                category = word
        if region.get("type") == "textarea":
            note = "\n".join(text for text in as_list(value.get("text")) if isinstance(text, str))
    if not category or severity is None:
        return None
    return Mark(ours(category), severity, places.get(False), places.get(True), note, rater_of(annotation), created(annotation))


def words_of(value: Mapping[str, Any]) -> Iterator[str]:
    """What was chosen: labels, choices, and paths of a taxonomy as one word."""
    for name in ("labels", "hypertextlabels", "choices"):
        yield from (word for word in as_list(value.get(name)) if isinstance(word, str))
    for path in as_list(value.get("taxonomy")):
        yield path if isinstance(path, str) else "/".join(str(step) for step in as_list(path))


def as_list(value: object) -> list[Any]:
    """A list, whatever stands where one belongs."""
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def place_of(value: Mapping[str, Any], text: str) -> Place | None:
    """The place of a region in its text, by code points where its words agree, else by UTF-16 units; None for a region without one."""
    start, end = value.get("start"), value.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        return None
    if isinstance(value.get("text"), str) and text[start:end] != value["text"] and text[utf16(text, start) : utf16(text, end)] == value["text"]:
        return utf16(text, start), utf16(text, end)
    return (start, end) if not text or end <= len(text) else None


def created(annotation: Mapping[str, Any]) -> datetime | None:
    """When an annotation was made."""
    try:
        return time_of(str(annotation.get("created_at") or ""))
    except (ValueError, OverflowError):
        return None


def prepare(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The records as tasks can carry them: the marks of each text in the order of its annotations."""
    for record in ratings.prepare(records, report):
        groups = (group for version in versions(record) for group in by_annotation(version).values())
        yield replace(record, marks=tuple(mark for group in groups for _, mark in group))


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records, a task for each rated text, a line for each task."""
    before = "[\n"
    for number, record in enumerate(records, start=1):
        for task in tasks_of(record, number):
            stream.write((before + json.dumps(task, ensure_ascii=False)).encode())
            before = ",\n"
    stream.write(b"[]\n" if before.startswith("[") else b"\n]\n")


def tasks_of(record: Record, number: int) -> Iterator[dict[str, Any]]:
    """The tasks of a unit; the first one carries it whole."""
    for position, version in enumerate(versions(record)):
        corner: dict[str, Any] = {NUMBER: number} | ({UNIT: unit_json(record)} if position == 0 else {})
        data = {"key": record.key or "", "system": version.system, "source": version.source, "target": version.target, CORNER: corner}
        raters = content_raters(record) if position == 0 else []
        yield {"data": data, "annotations": [*annotations_of(version), *({"completed_by": rater, "result": []} for rater in raters)]}


def annotations_of(version: Version) -> Iterator[dict[str, Any]]:
    """The marks of a text, an annotation for each person and time."""
    for (who, when), marks in by_annotation(version).items():
        result = [region for number, mark in marks for region in regions_of(f"m{number}", mark, version)]
        yield {"completed_by": who or "", "result": result} | ({"created_at": time_text(when)} if when else {})


def by_annotation(version: Version) -> dict[tuple[str | None, datetime | None], list[tuple[int, Mark]]]:
    """The marks of a text, each with its number, by who made them and when."""
    groups: dict[tuple[str | None, datetime | None], list[tuple[int, Mark]]] = {}
    for number, mark in enumerate(version.marks):
        groups.setdefault((mark.author, mark.at), []).append((number, mark))
    return groups


def regions_of(name: str, mark: Mark, version: Version) -> list[Region]:
    """A mark as regions."""
    sides = [(side, text, place) for side, text, place in sides_of(mark, version) if place] or [("target", version.target, (0, len(version.target)))]
    regions: list[Region] = []
    for position, (side, text, (start, end)) in enumerate(sides):
        identity = name if position == 0 else f"{name}-{side}"
        place = {"start": start, "end": end, "text": text[start:end]}
        common = {"id": identity, "to_name": side, "origin": "manual"}
        regions.append(common | {"from_name": f"{side}-category", "type": "labels", "value": place | {"labels": [mark.category]}})
        if position == 0:
            regions.append(common | {"from_name": f"{side}-severity", "type": "choices", "value": place | {"choices": [mark.severity.value]}})
        if position == 0 and mark.note:
            regions.append(common | {"from_name": f"{side}-note", "type": "textarea", "value": place | {"text": [mark.note]}})
        if position:
            regions.append({"from_id": name, "to_id": identity, "type": "relation", "direction": "right"})
    return regions


def sides_of(mark: Mark, version: Version) -> tuple[tuple[str, str, Place | None], ...]:
    """Both sides with their text and the mark's place on them."""
    return ("target", version.target, mark.target), ("source", version.source, mark.source)
