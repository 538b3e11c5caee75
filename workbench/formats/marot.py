"""The tab-separated files of Marot and Anthea, and of the MQM data of the WMT metrics tasks: a row for each error, its words between <v> and </v>.

What is met in the wild is reported and read on: an eleventh heading, spans that do not end, spans on the source's side, rows that test the rater's
attention, any spelling of categories and severities, headings that are not those of the rows.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, BinaryIO, Final, NamedTuple

from workbench.formats.categories import mqm, ours
from workbench.formats.encodings import decode
from workbench.formats.ratings import CORNER, RATED_BY, SEVERITIES, Version, content_raters, on_texts, reread, unit_json, unit_of, versions
from workbench.formats.record import Mark, Place, Property, Record
from workbench.formats.report import Report

HEADINGS: Final = ("system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity", "metadata")
SHORTEST, LONGEST = 9, 10
"""Cells of a row: older files have no metadata, or a bare note in its place."""
NO_ERROR: Final = "No-error"
ATTENTION: Final = "hotw"
"""Begins the category of rows made to see whether the rater is awake."""
CORRECTED: Final = "x-corrected-translation"
WHITE: Final = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What would end a cell or a row for one reader or another."""
DERIVED: Final = frozenset(
    {CORNER, "timestamp", "note", "corrected_translation", "source_spans", "target_spans", "marked_text", "segment", "evaluation"}
)
"""Metadata that the row itself says, or that a record has a place for."""


class Row(NamedTuple):
    """A line of the file, with its number."""

    line: int
    cells: tuple[str, ...]
    metadata: Mapping[str, Any]

    @property
    def segment(self) -> tuple[str, ...]:
        """What tells the segment it is about: document, and its two numbers."""
        return self.cells[1:4]


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The units of a file, each with all its marks; raises BadInput where the file is no text of rows."""
    text = decode(stream.read(), report)
    if "\0" in text:
        raise report.bad("a NUL character", text[: text.index("\0")].count("\n") + 1, "delete it")
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows(text, report):
        groups.setdefault(row.segment, []).append(row)
    several = len({row.cells[0] for group in groups.values() for row in group}) > 1
    for group in groups.values():
        yield from units(group, report, several=several)


def rows(text: str, report: Report) -> Iterator[Row]:
    """The rows that can be one; the others are named."""
    for number, line in enumerate(text.split("\n"), start=1):
        cells = line.split("\t")
        if not line.strip() or [cell.strip().casefold() for cell in cells[:2]] == ["system", "doc"]:
            continue
        if not SHORTEST <= len(cells) <= LONGEST:
            report.read += 1
            report.skip(cells[0][:40] or "a row", number, f"it has {len(cells)} cells, and not {SHORTEST} or {LONGEST}")
            continue
        yield Row(number, tuple(cells[:SHORTEST]), metadata_of(cells[SHORTEST] if len(cells) > SHORTEST else ""))


def metadata_of(cell: str) -> Mapping[str, Any]:
    """The last cell: an object, or in older files a note."""
    try:
        value = json.loads(cell)
    except ValueError:
        return {"note": cell} if cell.strip() else {}
    return value if isinstance(value, dict) else {"note": cell}


def units(group: list[Row], report: Report, *, several: bool) -> Iterator[Record]:
    """The units of a segment: one that we wrote, or one for each system."""
    known = next((row.metadata[CORNER] for row in group if CORNER in row.metadata), None)
    if known is not None:
        try:
            unit = unit_of(known, report.place(group[0].line))
        except ValueError:
            report.lose("units of our own that were damaged (read as any other file)")
        else:
            report.read += 1
            yield ours_again(unit, group, report)
            return
    for system in dict.fromkeys(row.cells[0] for row in group):
        report.read += 1
        yield foreign([row for row in group if row.cells[0] == system], report, several=several)


def ours_again(unit: Record, group: list[Row], report: Report) -> Record:
    """A unit that we wrote, with the marks its rows have now."""
    written: dict[tuple[str, ...], list[Mark | None]] = {}
    for cells, mark in cells_of(unit, group[0].segment):
        written.setdefault(cells, []).append(mark)
    marks, raters = [], []
    for row in group:
        if written.get(row.cells):
            same = written[row.cells].pop(0)
            marks.extend([same] if same else [])
        else:
            found, rater = mark_of(row, report)
            marks.extend([found] if found else [])
            raters.extend([rater] if rater else [])
    return reread(unit, marks, raters)


def foreign(group: list[Row], report: Report, *, several: bool) -> Record:
    """A unit of another hand, named by its document, segment and, where there are several, system."""
    system, document, segment, overall = group[0].cells[:4]
    found = [mark_of(row, report) for row in group]
    source, target = (spanned(group[0].cells[side])[0] for side in (5, 6))
    raters = {mark.author for mark, _ in found if mark}
    content = [Property(RATED_BY, rater) for rater in dict.fromkeys(rater for _, rater in found if rater) if rater not in raters]
    corrected = next((row.metadata["corrected_translation"] for row in group if isinstance(row.metadata.get("corrected_translation"), str)), "")
    report.lose("entries of metadata", sum(name not in DERIVED for row in group for name in row.metadata))
    return Record(
        key="/".join(part for part in (document, segment or overall, system if several else "") if part) or None,
        source=source,
        target=target,
        marks=tuple(mark for mark, _ in found if mark),
        properties=(*content, *([Property(CORRECTED, corrected)] if corrected else [])),
        where=report.place(group[0].line),
    )


def mark_of(row: Row, report: Report) -> tuple[Mark | None, str | None]:
    """The mark of a row, or who found nothing."""
    rater, category, severity = row.cells[4], row.cells[7].strip(), row.cells[8].strip().casefold()
    if category.casefold().startswith(ATTENTION):
        report.lose("rows that test the rater’s attention")
        return None, None
    if severity.startswith("no-error") or category.casefold().startswith("no-error"):
        return None, rater
    if not category and not severity:  # a row that only carries metadata
        return None, None
    if severity not in SEVERITIES:
        report.skip(f"a mark of {rater or 'nobody'}", row.line, f"its severity is “{row.cells[8][:40]}”, which is none of {', '.join(SEVERITIES)}")
        return None, None
    (source, source_place), (target, target_place) = (spanned(row.cells[side], report) for side in (5, 6))
    if not source_place and not target_place and target:
        target_place = (0, len(target))  # about the whole, as a non-translation is
    note = row.metadata.get("note", "")
    mark = Mark(ours(category), SEVERITIES[severity], target_place, source_place, note if isinstance(note, str) else "", rater or None, time_of(row))
    return on_texts(mark, source, target), None


def time_of(row: Row) -> datetime | None:
    """The row's time stamp, milliseconds since 1970."""
    stamp = row.metadata.get("timestamp")
    if not isinstance(stamp, int | float) or isinstance(stamp, bool) or not 0 <= stamp < 4e12:
        return None
    return datetime.fromtimestamp(stamp / 1000, UTC)


def spanned(cell: str, report: Report | None = None) -> tuple[str, Place | None]:
    """A cell without its marks, and the place of the first of them.

    >>> spanned("we <v>had</v> talks"), spanned("we had"), spanned("we <v>had")
    (('we had talks', (3, 6)), ('we had', None), ('we had', (3, 6)))
    """
    before, opened, rest = cell.partition("<v>")
    inside, closed, after = rest.partition("</v>")
    if not opened:
        return cell.replace("</v>", ""), None
    more = after.count("<v>")
    if report:
        report.lose("spans without an end (taken to the end of the text)", not closed)
        report.lose("further spans of one row", more)
    if more:
        after = after.replace("<v>", "").replace("</v>", "")
    return before + inside + after, (len(before), len(before) + len(inside))


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records: the present text and every other one that was marked, each as a system of its own."""
    stream.write(("\t".join(HEADINGS) + "\n").encode())
    for number, record in enumerate(records, start=1):
        document, _, segment = (record.key or "").rpartition("/")
        first = True
        for cells, mark in cells_of(record, (shown(document) or "quotes", shown(segment) or str(number), str(number))):
            metadata: dict[str, Any] = {CORNER: unit_json(record)} if first else {}
            if mark and mark.note:
                metadata["note"] = mark.note
            if mark and mark.at and mark.at.timestamp() >= 0:
                metadata["timestamp"] = int(mark.at.timestamp() * 1000)
            stream.write(("\t".join((*cells, line_of(metadata))) + "\n").encode())
            first = False


def line_of(metadata: Mapping[str, Any]) -> str:
    """JSON without any character that ends a line somewhere."""
    text = json.dumps(metadata, ensure_ascii=False)
    return WHITE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def cells_of(record: Record, segment: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Mark | None]]:
    """The first nine cells of a unit's rows, each with its mark; rows without one say who found nothing, or only carry the unit."""
    everything = versions(record)
    for version in everything:
        for mark in version.marks:
            yield row_of(version, segment, mark), mark
    present = everything[0]
    raters = content_raters(record)
    for rater in raters:
        yield (present.system, *segment, shown(rater), shown(present.source), shown(present.target), NO_ERROR, NO_ERROR), None
    if not record.marks and not raters:
        yield (present.system, *segment, "", shown(present.source), shown(present.target), "", ""), None


def row_of(version: Version, segment: tuple[str, ...], mark: Mark) -> tuple[str, ...]:
    """The first nine cells of a mark's row."""
    source, target = marked(version.source, mark.source), marked(version.target, mark.target)
    return (version.system, *segment, shown(mark.author or ""), source, target, shown(mqm(mark.category)), mark.severity.capitalize())


def marked(text: str, place: Place | None) -> str:
    """A text as a cell, with its mark."""
    if place is None:
        return shown(text)
    start, end = place
    return f"{shown(text[:start])}<v>{shown(text[start:end])}</v>{shown(text[end:])}"


def shown(text: str) -> str:
    """A text as a cell, which cannot hold what ends it; the unit's JSON has the text as it is."""
    return WHITE.sub(" ", text)
