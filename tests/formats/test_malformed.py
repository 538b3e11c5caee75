"""Broken files as people send them, in `malformed`: each says in one clear line what is wrong, or which of its units were left out.

`expected.json` has for every file the line it must give, or a list with a line for each unit that is left out while the others are read.
"""

import io
import json
from pathlib import Path

import pytest

from workbench.errors import BadInput
from workbench.formats import TERM_FORMATS, by_id, by_path
from workbench.formats.report import Report
from workbench.services import archive

FOLDER = Path(__file__).with_name("malformed")
EXPECTED: dict[str, str | list[str]] = json.loads((FOLDER / "expected.json").read_text("utf-8"))
LONGEST_LINE = 400


def outcome(path: Path) -> str | list[str]:
    """What the reader of a file says of it."""
    report = Report(path.name)
    try:
        if path.name.endswith(archive.EXTENSION):
            archive.look_into(path)
            return []
        row = next((row for row in TERM_FORMATS if path.name.endswith(row.extensions)), None) or by_path(path)
        with path.open("rb") as stream:
            read = sum(1 for _ in row.read(stream, report))
        assert read + len(report.skipped) >= report.read, "a unit was dropped without a word"
    except BadInput as error:
        return str(error)
    return [f"{skipped.unit} ({skipped.where}): {skipped.reason}" for skipped in report.skipped]


def test_every_file_is_expected():
    assert sorted(EXPECTED) == sorted(path.name for path in FOLDER.iterdir() if path.name != "expected.json")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_malformed_file_gives_its_line(name):
    said = outcome(FOLDER / name)
    assert said == EXPECTED[name]
    for line in [said] if isinstance(said, str) else said:
        assert name in line
        assert "\n" not in line
        assert len(line) < LONGEST_LINE
    assert said, "nothing is wrong with it"


@pytest.mark.parametrize(("delimiter", "spoken"), [(";", "semicolons"), ("\t", "tabs")])
def test_a_spreadsheet_that_has_decimal_commas_is_understood(delimiter, spoken):
    text = f"key{delimiter}source{delimiter}target\nq1{delimiter}سيطرنا{delimiter}We took it, then left\n"
    report = Report("a.csv")
    (record,) = by_id("csv").read(io.BytesIO(text.encode()), report)
    assert (record.key, record.source, record.target) == ("q1", "سيطرنا", "We took it, then left")
    assert report.remarks == [f"its cells are divided by {spoken}"]
