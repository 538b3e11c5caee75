"""The annotated passages: what each must give, and what is known to fail."""

import pytest

from tests.extract.passages import Passage, passages, seen

PASSAGES = tuple(passages())


def as_expected(passage: Passage) -> None:
    found = passage.read()
    assert [quotation.text(passage.text) for quotation in found] == [expected["text"] for expected in passage.expected]
    for quotation, expected in zip(found, passage.expected, strict=True):
        facts = seen(quotation, passage.text)
        wanted = {name: value for name, value in expected.items() if name != "reason"}
        assert {name: facts[name] for name in wanted} == wanted
        assert expected.get("reason", "") in " ".join(quotation.reasons)


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage.name for passage in PASSAGES])
def test_passage(passage: Passage) -> None:
    if not passage.known_failure:
        as_expected(passage)
        return
    with pytest.raises(AssertionError):  # once it passes, take the mark away
        as_expected(passage)


def test_no_two_passages_are_called_the_same() -> None:
    assert len({passage.name for passage in PASSAGES}) == len(PASSAGES)
