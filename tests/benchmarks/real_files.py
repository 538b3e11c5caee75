"""Reads every PO, TMX, XLIFF and TBX file below some folders, and says what of them could not be read or kept.

    .venv/bin/python -m tests.benchmarks.real_files FOLDER…

Each folder is a row of the table: files, units, files refused, units left out, what was not kept. A PO file counts as the same when polib reads from
what we write of it the entries it read from the file itself: contexts, both texts, plurals, flags, references, comments, former texts, obsolete
ones. Any other file, and a PO file that polib cannot read, counts as the same when what we write of it reads back as what we read.
"""

import io
import sys
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

import polib

from workbench.errors import BadInput
from workbench.formats import FORMATS, TERM_FORMATS
from workbench.formats.report import Report

EXTENSIONS = (".po", ".pot", ".tmx", ".xlf", ".xliff", ".tbx")
OUTSIDE_ENTRIES = frozenset({"header fields", "comments on the whole file"})
"""What a file says of itself as a whole; it is counted, and no part of the comparison."""


@dataclass
class Row:
    """What became of the files of one folder."""

    name: str
    files: int = 0
    units: int = 0
    same: int = 0
    refused: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    not_kept: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """A row of a Markdown table."""
        lost = ", ".join(f"{count:,} {what}" for what, count in sorted(self.not_kept.items()) if what not in OUTSIDE_ENTRIES) or "–"
        cells = (self.name, self.files, self.units, self.same, len(self.refused), len(self.left_out), lost)
        return "| " + " | ".join(f"{cell:,}" if isinstance(cell, int) else cell for cell in cells) + " |"


def look_at(path: Path, row: Row) -> None:
    """Read a file, write it again, compare."""
    report = Report(path.name)
    known = next(known for known in (*FORMATS, *TERM_FORMATS) if path.name.endswith(known.extensions))
    row.files += 1
    try:
        with path.open("rb") as stream:
            found = list(known.read(stream, report))
    except BadInput as error:
        row.refused.append(f"{path}: {error}")
        return
    row.units += report.read
    row.left_out += [f"{path}: {skipped.unit}: {skipped.reason}" for skipped in report.skipped]
    assert known.prepare
    assert known.write
    again = io.BytesIO()
    written = Report(path.name)
    ready = list(known.prepare(found, written))
    known.write(ready, again)
    row.not_kept += report.not_kept + written.not_kept
    if known.id == "po" and (given := entries(path.read_bytes())) is not None:
        same = given == entries(again.getvalue())
    else:
        again.seek(0)
        same = list(known.read(again, Report())) == ready and len(ready) == len(found)
    row.same += same
    if not same:
        row.different.append(str(path))


def entries(content: bytes) -> list[str] | None:
    """The entries polib reads from a file, in an order of their own; None for what gettext reads and polib does not."""
    with NamedTemporaryFile(suffix=".po") as file:  # of a text polib would make lines at U+2028, too
        file.write(content)
        file.flush()
        try:
            catalogue = polib.pofile(file.name)
        except OSError:
            return None
    return sorted(
        repr(
            (
                entry.msgctxt,
                entry.msgid,
                entry.msgid_plural,
                entry.msgstr,
                sorted(entry.msgstr_plural.items()),
                sorted(flag for flag in entry.flags if flag),
                [place for place, *rest in entry.occurrences],
                entry.comment.split(),
                entry.tcomment.split(),
                entry.previous_msgid,
                entry.previous_msgctxt,
                bool(entry.obsolete),
            )
        )
        for entry in catalogue
    )


def main() -> int:
    """Print the table, then every file that was refused or differs."""
    warnings.simplefilter("ignore")
    rows = []
    for folder in map(Path, sys.argv[1:]):
        row = Row(folder.name)
        for path in sorted(path for path in folder.rglob("*") if path.suffix in EXTENSIONS and path.is_file()):
            look_at(path, row)
        rows.append(row)
    print("| package | files | units | the same again | refused | units left out | not kept |\n|---|---|---|---|---|---|---|")
    for row in rows:
        print(row.line())
    for row in rows:
        for line in (*row.refused, *row.left_out, *row.different):
            print(line)
    return int(any(row.refused or row.different for row in rows))


if __name__ == "__main__":
    sys.exit(main())
