"""Tracked changes, as the pane draws them too."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review.changes import ChangeKind, changes, summary

SHARED_CASES = Path(__file__).parents[1] / "ui" / "component" / "diff_cases.json"
TEXTS = st.text(st.sampled_from("aéب,. \N{ARABIC FATHA}1’-"), max_size=30)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_back(old: str, new: str) -> None:
    steps = changes(old, new)
    assert "".join(step.text for step in steps if step.kind is not ChangeKind.INSERTED) == old
    assert "".join(step.text for step in steps if step.kind is not ChangeKind.DELETED) == new
    assert all(left.kind is not right.kind for left, right in pairwise(steps))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("15 meetings", "51 meetings", "“15” → “51”"),
        ("its liberation,God willing", "its liberation, God willing", "a space put in"),
        ("the need the need to", "the need to", "“the need ” taken out"),
        ("اجتماعات", "اجتماعاتٌ", "“اجتماعات” → “اجتماعاتٌ”"),
        ("", "words", "“words” put in"),
    ],
)
def test_summary(old: str, new: str, line: str) -> None:
    assert summary(old, new) == line
