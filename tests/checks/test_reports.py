"""`check` in its four shapes, with a profile and with terms."""

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import html as lxml_html

from workbench.checks import CHECKS
from workbench.checks.across import ACROSS
from workbench.cli.main import main

STRUCTURE = json.loads((Path(__file__).parent / "sarif-structure.json").read_text(encoding="utf-8"))
ROWS = (
    "key,source,target\n"
    "a,على ضرورة الحفاظ على 35 بيتا,agreed on the need the need to preserve 53 houses\n"
    "b,قال خلف عند الحاجز,said Khalaf at the barrier\n"
    "c,عاد خلف,<b>Halaf</b> returned\n"
    "d,سأل خلف,asked Khalaf\n"
)


@pytest.fixture
def bitext(tmp_path: Path) -> Path:
    path = tmp_path / "review.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_sarif_has_the_structure_of_the_standard(bitext: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "sarif", str(bitext)]) == 1
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, STRUCTURE)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [check.id for check in (*CHECKS, *ACROSS)]
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("number", "error"),
        ("repeated-words", "warning"),
        ("name-spelling", "warning"),
    ]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert run["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "a"


def test_sarif_without_findings_is_sarif(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "right.csv"
    path.write_text("key,source,target\na,نعم,Yes\n", encoding="utf-8")
    assert main(["check", "--format", "sarif", str(path)]) == 0
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, STRUCTURE)
    assert log["runs"][0]["results"] == []


def test_the_page_marks_the_words_and_shows_markup_as_text(bitext: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "html", str(bitext)]) == 1
    page = lxml_html.fromstring(capsys.readouterr().out)
    assert [mark.text for mark in page.iter("mark")] == ["35", "the need the need", "53", "Halaf"]
    assert not list(page.iter("b"))
    assert "<b>Halaf</b> returned" in page.text_content()


def test_a_profile_turns_checks_off_and_weighs_others(bitext: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text('{"off": ["number", "name-spelling"], "severities": {"repeated-words": "critical"}}', encoding="utf-8")
    assert main(["check", "--json", "--profile", str(profile), str(bitext)]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["check"], finding["severity"]) for finding in found] == [("repeated-words", "critical")]


def test_terms_of_a_file(bitext: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terms = tmp_path / "terms.csv"
    terms.write_text("arabic,preferred,allowed,forbidden\nحاجز,checkpoint,roadblock,barrier; gate\n", encoding="utf-8")
    assert main(["check", "--json", "--terms", str(terms), str(bitext)]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [finding["suggestion"] for finding in found if finding["check"] == "term"] == ["checkpoint"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("not json", "not JSON"),
        ('{"off": ["nonsense"]}', "there is no check “nonsense”"),
        ('{"severities": {"number": "awful"}}', "“awful” is not one of"),
        ('{"house": {"patterns": [{"nom": 1}]}}', "not a profile of checks"),
    ],
)
def test_a_wrong_profile_is_one_clear_line(bitext: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, complaint: str) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text(content, encoding="utf-8")
    assert main(["check", "--profile", str(profile), str(bitext)]) == 2
    error = capsys.readouterr().err
    assert complaint in error
    assert error.count("\n") == 1


def test_a_profile_that_is_not_there(bitext: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--profile", "nowhere.json", str(bitext)]) == 2
    assert "nowhere.json: there is no such file" in capsys.readouterr().err
