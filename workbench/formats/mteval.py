"""Rating files of mt-metrics-eval: a line for each segment of each system, with the errors seen in it, in code points.

The tool keeps texts in files of their own. Ours stand in the line as well, under a name it passes over, so that the file can be read without them.
The tool pairs segments by counting lines: each system has exactly one for each unit, whoever has rated it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final

from workbench.formats.categories import TO_MQM, ours
from workbench.formats.encodings import decode
from workbench.formats.marot import line_of, shown
from workbench.formats.ratings import CORNER, RATED_BY, SEVERITIES, Version, content_raters, on_texts, reread, unit_json, unit_of, versions
from workbench.formats.record import Mark, Property, Record
from workbench.formats.report import Report

NOT_RATED: Final = "None"
UNIT, NUMBER = "unit", "number"
BETWEEN_RATERS: Final = "+"
LIGHT: Final = {"linguistic-conventions/punctuation": 0.1}
HEAVY: Final = {"accuracy/non-translation": 25.0}
"""Scores of the WMT metrics tasks that differ from those of the severity: minor punctuation, and what is no translation at all."""

Error = dict[str, Any]


@dataclass(slots=True)
class Line:
    """A rated line, with the corner that is ours."""

    number: int
    system: str
    segment: int
    rater: str
    errors: list[Error]
    corner: dict[str, Any] = field(default_factory=dict)


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The units of a rating file; those of another hand have no texts, and their system and the number of their segment as a key.

    Raises BadInput where no line is a rating.
    """
    groups: dict[tuple[str, int], list[Line]] = {}
    for line in lines(decode(stream.read(), report), report):
        name = (CORNER, line.corner[NUMBER]) if line.corner else (line.system, line.segment)
        groups.setdefault(name, []).append(line)
    for (system, segment), group in groups.items():
        report.read += 1
        where = report.place(group[0].number)
        value = next((line.corner[UNIT] for line in group if UNIT in line.corner), None)
        try:
            unit = unit_of(value, where)
        except ValueError:
            report.remark("the file has no texts; places of marks count in texts that are elsewhere")
            yield foreign(group, f"{system}/{segment}", where, report)
        else:
            yield ours_again(unit, group, report)


def lines(text: str, report: Report) -> Iterator[Line]:
    """The lines that are ratings; the others are named."""
    counted: dict[str, int] = {}
    usable = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        cells = raw.strip().split("\t")
        if cells == [""]:
            continue
        counted[cells[0]] = counted.get(cells[0], 0) + 1
        if len(cells) in (2, 3) and cells[1] == NOT_RATED:
            usable += 1
            continue
        value = rating_of(cells[1]) if len(cells) in (2, 3) else None
        if value is None:
            report.skip(cells[0][:40], number, "it is no rating: a system, a tab, an object with errors, a tab, a rater")
            continue
        usable += 1
        corner = value.get(CORNER)
        known = isinstance(corner, dict) and isinstance(corner.get(NUMBER), int)
        rater = cells[2] if len(cells) == 3 else ""
        yield Line(number, cells[0], counted[cells[0]], rater, value["errors"], corner if known and isinstance(corner, dict) else {})
    if text.strip() and not usable:
        raise report.bad("no line of it is a rating", 1, "choose the format that fits the file")


def rating_of(cell: str) -> dict[str, Any] | None:
    """A rating, None where the cell is none."""
    try:
        value = json.loads(cell)
    except ValueError:
        return None
    good = isinstance(value, dict) and isinstance(value.get("errors"), list) and all(isinstance(error, dict) for error in value["errors"])
    return value if good else None


def ours_again(unit: Record, group: Sequence[Line], report: Report) -> Record:
    """A unit that we wrote, with the marks its lines have now."""
    known = {version.system: version for version in versions(unit)}
    marks: list[Mark] = []
    order = list(known)
    for line in sorted(group, key=lambda line: order.index(line.system) if line.system in order else len(order)):
        version = known.get(line.system, Version("", unit.source, unit.target, ()))
        errors = list(line.errors)
        for mark in version.marks:
            its = errors_of(mark, version)
            if all(error in errors for error in its):
                marks.append(mark)
                for error in its:
                    errors.remove(error)
        found = (mark_of(error, line, report) for error in errors)
        marks += [on_texts(mark, version.source, version.target) for mark in found if mark]
    return reread(unit, marks, [])


def foreign(group: Sequence[Line], key: str, where: str, report: Report) -> Record:
    """A segment of another hand."""
    marks = [mark for line in group for error in line.errors if (mark := mark_of(error, line, report))]
    content = tuple(Property(RATED_BY, line.rater) for line in group if line.rater and not line.errors)
    return Record(key=key, source="", target="", marks=tuple(marks), properties=content, where=where)


def mark_of(error: Error, line: Line, report: Report) -> Mark | None:
    """An error as a mark; None, and named in the report, where it says no place or severity we know."""
    start, end = error.get("start"), error.get("end")
    severity = SEVERITIES.get(str(error.get("severity")).strip().casefold())
    if severity is None or type(start) is not int or type(end) is not int or not 0 <= start <= end:
        report.skip(f"an error of {line.rater or line.system}", line.number, "it has no place or no severity that is known")
        return None
    category, on_source = ours(str(error.get("category") or "")), bool(error.get("is_source_error"))
    place = (start, end)
    return Mark(category, severity, None if on_source else place, place if on_source else None, author=line.rater or None)


def errors_of(mark: Mark, version: Version) -> list[Error]:
    """A mark as errors: one for each side it has a place on, one for the whole text where it has none."""
    places = [(place, side) for place, side in ((mark.target, False), (mark.source, True)) if place] or [((0, len(version.target)), False)]
    score = HEAVY.get(mark.category) or (mark.severity == "minor" and LIGHT.get(mark.category)) or float(mark.severity.points)
    category = TO_MQM[mark.category].casefold() if mark.category in TO_MQM else mark.category
    common = {"category": category, "severity": mark.severity.value, "score": score}
    return [{"start": start, "end": end, **common, "is_source_error": side} for (start, end), side in places]


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records: a line for every unit and system, `None` where that text of it was not rated."""
    kept = list(records)
    systems = list(dict.fromkeys(version.system for record in kept for version in versions(record)))
    for number, record in enumerate(kept, start=1):
        by_system = {version.system: version for version in versions(record)}
        first = True
        for system in systems:
            version = by_system.get(system)
            raters = content_raters(record)
            if version is None:
                stream.write(f"{system}\t{NOT_RATED}\n".encode())
                continue
            corner: dict[str, Any] = {NUMBER: number} | ({UNIT: unit_json(record)} if first else {})
            first = False
            errors = [error for mark in version.marks for error in errors_of(mark, version)]
            names = [mark.author for mark in version.marks if mark.author] or raters
            rater = BETWEEN_RATERS.join(dict.fromkeys(map(shown, names)))
            line = "\t".join((system, line_of({"errors": errors, CORNER: corner}), *([rater] if rater.strip() else [])))
            stream.write(f"{line}\n".encode())
