"""The checks across units fire and stay silent as their case files say."""

import json
from typing import Any

import pytest

from tests.checks.cases import FOLDER
from workbench.checks import NOTHING_KNOWN
from workbench.checks.across import ACROSS, AcrossCheck, run_across
from workbench.checks.check import CheckContext
from workbench.model import Severity, Unit


def rows() -> list[tuple[AcrossCheck, dict[str, Any]]]:
    files = {check: json.loads((FOLDER / f"{check.id}.json").read_text(encoding="utf-8")) for check in ACROSS}
    return [(check, row) for check, content in files.items() for section in ("fires", "silent") for row in content[section]]


@pytest.mark.parametrize(("check", "row"), rows(), ids=lambda value: value.id if isinstance(value, AcrossCheck) else value["label"])
def test_it_finds_what_the_case_says(check: AcrossCheck, row: dict[str, Any]) -> None:
    units = [Unit.of(arabic, english, key=str(number)) for number, (arabic, english) in enumerate(row["units"])]
    found = list(check.find(units, NOTHING_KNOWN))
    assert [int(located.unit_key) for located in found] == row["found"]
    for located in found:
        span = located.finding.target_span
        assert located.finding.check_id == check.id
        assert span is not None
        assert span.end <= len(units[int(located.unit_key)].target)


def test_a_check_that_crashes_is_one_finding_that_says_so() -> None:
    def crash(_units: object, _context: CheckContext) -> Any:
        raise RuntimeError("out of order")

    (located,) = run_across([Unit.of("نعم", "Yes", key="a")], NOTHING_KNOWN, (AcrossCheck("broken", "Broken", crash, Severity.MINOR),))
    assert "RuntimeError: out of order" in located.finding.message


def test_nothing_in_nothing() -> None:
    assert run_across([]) == []
