"""Every check fires and stays silent as its case file says."""

import json

import pytest

from tests.checks.cases import FOLDER, SECTIONS, Case, all_cases
from workbench.checks import CHECKS, Check
from workbench.model import Finding

CASES = all_cases()


def named(case: Case) -> str:
    return f"{case.check_id}: {case.label}"


@pytest.mark.parametrize("case", [case for case in CASES if case.section == "fires"], ids=named)
def test_fires(case: Case) -> None:
    findings = case.findings()
    assert findings
    for finding in findings:
        assert_is_sound(finding, case)
    if case.suggestions is not None:
        assert [finding.suggestion for finding in findings] == case.suggestions


def assert_is_sound(finding: Finding, case: Case) -> None:
    """It names its check, says where, and says something."""
    assert finding.check_id == case.check_id
    assert finding.message
    assert finding.source_span or finding.target_span
    if finding.source_span:
        assert finding.source_span.end <= len(case.unit.source)
    if finding.target_span:
        assert finding.target_span.end <= len(case.unit.target)
    if finding.suggestion is not None:
        assert finding.target_span is not None


@pytest.mark.parametrize("case", [case for case in CASES if case.section == "silent"], ids=named)
def test_is_silent(case: Case) -> None:
    assert case.findings() == []


@pytest.mark.parametrize("case", [case for case in CASES if case.section == "known_failure"], ids=named)
@pytest.mark.xfail(strict=True, reason="a known failure; once it passes, move the case to fires or silent")
def test_known_failure(case: Case) -> None:
    assert bool(case.findings()) is case.should_fire


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_has_cases_that_fire_and_that_look_wrong_and_are_right(check: Check) -> None:
    content = json.loads((FOLDER / f"{check.id}.json").read_text(encoding="utf-8"))
    assert set(content) <= set(SECTIONS)
    assert content["fires"]
    assert content["silent"]
    labels = [row["label"] for rows in content.values() for row in rows]
    assert len(labels) == len(set(labels))
