"""Reading the annotations that Appraise writes for the ESA protocol of the WMT shared tasks: a row for each rated segment, spans as JSON in a cell.

The file has no texts and no heading. Offsets are those of the browser, in UTF-16 units with an inclusive end; they are kept as they are, which is
right as long as a text stays within the basic plane, and the report says so. An omission has the place "missing".
"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO, Final, NamedTuple

from workbench.formats.categories import UNSPECIFIED, ours
from workbench.formats.encodings import decode
from workbench.formats.ratings import SEVERITIES
from workbench.formats.record import Mark, Property, Record
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag

COLUMNS: Final = ("rater", "system", "item", "kind", "source-language", "target-language", "score", "document", "whole", "spans", "start", "end")
CONTROL: Final = "BAD"
"""The kind of an item that was damaged on purpose, to see who notices."""
SCORE: Final = "x-esa-score"
MISSING: Final = "missing"


class Row(NamedTuple):
    """A rated segment."""

    line: int
    rater: str
    system: str
    item: str
    languages: tuple[str, str]
    score: str
    document: str
    spans: list[Any]
    at: datetime | None

    @property
    def segment(self) -> tuple[str, str, str]:
        """What tells the segment."""
        return self.document, self.item, self.system


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The units of a file, each with the marks and scores of all its raters; raises BadInput where its rows have other columns."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows(decode(stream.read(), report), report):
        groups.setdefault(row.segment, []).append(row)
    if groups:
        report.remark("the file has no texts; places of marks count in texts that are elsewhere, in UTF-16 units")
    for (document, item, system), group in groups.items():
        report.read += 1
        scores = (Property(SCORE, f"{row.rater}: {row.score}") for row in group if row.score)
        yield Record(
            key="/".join((document, item, system)),
            source="",
            target="",
            source_language=group[0].languages[0],
            target_language=group[0].languages[1],
            marks=tuple(mark for row in group for value in row.spans if (mark := mark_of(value, row, report))),
            properties=(Property("x-system", system), *scores),
            where=report.place(group[0].line),
        )


def rows(text: str, report: Report) -> Iterator[Row]:
    """The rows that rate a segment; control items, whole documents and what is no row are named or counted."""
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    try:
        for cells in reader:
            here, line = line, reader.line_num + 1
            if not any(cells):
                continue
            if len(cells) != len(COLUMNS):
                raise report.bad(f"the row has {len(cells)} cells, Appraise’s have {len(COLUMNS)}", here, "choose the format that fits the file")
            named = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True))
            if named["kind"].upper().startswith(CONTROL):
                report.lose("control items, damaged on purpose")
            elif named["whole"].casefold() == "true":
                report.lose("scores of whole documents")
            elif row := row_of(named, here, report):
                yield row
    except csv.Error as error:
        raise report.bad(f"the table cannot be read ({error})", line, "export it again from Appraise") from error


def row_of(named: dict[str, str], line: int, report: Report) -> Row | None:
    """A row by the names of its cells."""
    try:
        spans = json.loads(named["spans"] or "[]")
    except ValueError:
        spans = None
    if not isinstance(spans, list):
        report.skip(f"{named['document']}/{named['item']}"[:60], line, "its spans are no list in JSON")
        return None
    languages = (normal_tag(named["source-language"]) or "und", normal_tag(named["target-language"]) or "und")
    return Row(
        line=line,
        rater=named["rater"],
        system=named["system"],
        item=named["item"],
        languages=languages,
        score=named["score"],
        document=named["document"],
        spans=spans,
        at=moment(named["end"]),
    )


def mark_of(value: Any, row: Row, report: Report) -> Mark | None:
    """A span as a mark; None, and named, where it is none."""
    severity = SEVERITIES.get(str(value.get("severity")).casefold()) if isinstance(value, dict) else None
    if severity is None:
        report.skip(f"a mark of {row.rater}", row.line, "it has no severity that is known")
        return None
    category = ours(str(value.get("error_type") or UNSPECIFIED))
    start, end = value.get("start_i"), value.get("end_i")
    if MISSING in (start, end):
        return Mark("accuracy/omission", severity, author=row.rater or None, at=row.at)
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        report.skip(f"a mark of {row.rater}", row.line, "it has no place")
        return None
    return Mark(category, severity, (start, end + 1), author=row.rater or None, at=row.at)


def moment(seconds: str) -> datetime | None:
    """A time in seconds since 1970."""
    try:
        return datetime.fromtimestamp(float(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
