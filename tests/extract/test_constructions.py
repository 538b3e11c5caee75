"""Every construction of the task is shown by passages that pass, on its side; both sides have negative ones and known failures."""

import pytest

from tests.extract.constructions import ARABIC, ENGLISH
from tests.extract.passages import passages

PASSAGES = {passage.name: passage for passage in passages()}
SHOWN = [(language, what, labels) for language, table in (("en", ENGLISH), ("ar", ARABIC)) for what, labels in table.items()]


@pytest.mark.parametrize(("language", "what", "labels"), SHOWN, ids=[f"{language} {what}" for language, what, _ in SHOWN])
def test_a_passage_shows_it(language: str, what: str, labels: list[str]) -> None:
    shown = [PASSAGES[label] for label in labels]
    assert shown
    assert all(passage.language == language for passage in shown)
    assert not [passage.name for passage in shown if passage.known_failure]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_side_has_passages_that_must_stay_silent_and_known_failures(language: str) -> None:
    side = [passage for passage in PASSAGES.values() if passage.language == language]
    assert len(side) >= 60
    assert sum(passage.is_negative for passage in side) >= 6
    assert any(passage.known_failure for passage in side)
