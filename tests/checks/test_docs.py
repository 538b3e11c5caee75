"""docs/checks.md has an entry for every check, with examples that are cases."""

import json
import re
from pathlib import Path

import pytest

from tests.checks.cases import FOLDER, all_cases
from workbench.checks import CHECKS, Check
from workbench.checks.across import ACROSS, AcrossCheck

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^## (\S+)\n(.*?)(?=^##? |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLE = re.compile(r"^\| (fires|silent) \|.*\| ([^|]+) \|$", re.MULTILINE)


def test_the_headings_are_the_checks_in_their_order() -> None:
    assert list(ENTRIES) == [check.id for check in (*CHECKS, *ACROSS)]


@pytest.mark.parametrize("check", ACROSS, ids=lambda check: check.id)
def test_an_entry_of_a_check_across_units_gives_its_examples(check: AcrossCheck) -> None:
    entry = ENTRIES[check.id]
    assert f"**{check.title}** · {check.severity.value}" in entry
    content = json.loads((FOLDER / f"{check.id}.json").read_text(encoding="utf-8"))
    assert set(EXAMPLE.findall(entry)) == {(section, row["label"]) for section in ("fires", "silent") for row in content[section]}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_an_entry_gives_title_severity_and_tested_examples(check: Check) -> None:
    entry = ENTRIES[check.id]
    assert f"**{check.title}** · {check.severity.value}" in entry
    examples = EXAMPLE.findall(entry)
    assert {section for section, _ in examples} == {"fires", "silent"}
    assert set(examples) <= {(case.section, case.label) for case in all_cases() if case.check_id == check.id}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_known_failures_are_named(check: Check) -> None:
    known = [case.label for case in all_cases() if case.check_id == check.id and case.section == "known_failure"]
    assert all(label in ENTRIES[check.id] for label in known)
