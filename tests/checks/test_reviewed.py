"""Pairs that a reviewer would try first, by what is wrong with them: each wrong one gets a finding, each right one none."""

import json
from pathlib import Path

import pytest

from workbench.checks import run
from workbench.model import Unit

PAIRS = json.loads((Path(__file__).parent / "reviewed.json").read_text(encoding="utf-8"))
ROWS = [(what, which == "wrong", *pair) for what, sides in PAIRS.items() for which, pairs in sides.items() for pair in pairs]


@pytest.mark.parametrize(("what", "wrong", "arabic", "english"), ROWS, ids=[f"{what}: {english}" for what, _, _, english in ROWS])
def test_a_finding_where_something_is_wrong_and_none_where_nothing_is(what: str, wrong: bool, arabic: str, english: str) -> None:
    found = [(finding.check_id, finding.message) for finding in run(Unit.of(arabic, english))]
    assert bool(found) == wrong, (what, found)
