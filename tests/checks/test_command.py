"""`check` and `names` on the command line."""

import json
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.formats.record import Record
from workbench.services.checking import check_record

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"
"X-Source-Language: ar\\n"

msgctxt "hama/q1"
msgid "في حال تحريرها بإذن الله"
msgstr "in case of its liberation,God willing"

msgctxt "hama/q2"
msgid "نعم"
msgstr ""
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "review.po"
    path.write_text(PO, encoding="utf-8")
    return path


def test_findings_as_json_and_exit_status(po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(po)]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding == {
        "unit": "hama/q1",
        "check": "missing-space",
        "severity": "minor",
        "message": "no space after “,”",
        "source_span": None,
        "target_span": [25, 26],
        "suggestion": ", ",
    }


def test_the_threshold_decides_the_exit_status(po: Path) -> None:
    assert main(["check", "--fail-on", "major", str(po)]) == 0
    assert main(["check", "--fail-on", "minor", str(po)]) == 1


def test_text_shows_the_place(po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(po)])
    printed = capsys.readouterr().out
    assert "hama/q1: minor: no space after “,” → “, ” [missing-space]" in printed
    assert "1 unit, 1 finding" in printed


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.po"]) == 2
    assert "nowhere.po: there is no such file" in capsys.readouterr().err


def test_a_record_from_english_to_arabic_is_turned_round() -> None:
    record = Record(key="a", source="53 people", target="٣٥ شخصا", source_language="en", target_language="ar")
    (found,) = check_record(record, "fallback")
    assert found.finding.source_span is not None
    assert found.finding.source_span.of(record.source) == "53"
    assert found.finding.suggestion is None


def test_names(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["names", "--json", "خلف", "Khalaf"]) == 0
    assert json.loads(capsys.readouterr().out)["similarity"] > 0.9
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("خلف\tKhalaf\n\nخالد\tKhalaf\n", encoding="utf-8")
    assert main(["names", "--batch", str(pairs)]) == 0
    first, second = map(float, capsys.readouterr().out.split())
    assert first > 0.5 > second


def test_names_without_a_pair_or_with_a_line_that_has_no_tab(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["names", "خلف"]) == 2
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("خلف Khalaf\n", encoding="utf-8")
    assert main(["names", "--batch", str(pairs)]) == 2
    assert "line 1 of" in capsys.readouterr().err
