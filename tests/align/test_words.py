"""Word links: what is learnt from pairs, names and numbers, and silence where nothing is sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.lexicon import EMPTY, MOST_PAIRS, Lexicon
from workbench.align.words import CONFIDENT, LearntLinks
from workbench.ports import WordLinks

PAIRS = [
    ("البيت كبير", "the house is big"),
    ("البيت صغير", "the house is small"),
    ("الجسر كبير", "the bridge is big"),
    ("الجسر صغير", "the bridge is small"),
    ("الجسر مغلق", "the bridge is closed"),
    ("البيت مغلق", "the house is closed"),
] * 3


@pytest.fixture(scope="module")
def learnt() -> LearntLinks:
    """Links from a lexicon of a few words."""
    return LearntLinks(Lexicon.fit(PAIRS))


def linked(links: WordLinks, source: str, target: str) -> set[tuple[str, str]]:
    return {(link.source.of(source), link.target.of(target)) for link in links.links(source, target)}


def test_words_that_go_together_are_linked_in_a_sentence_never_seen(learnt: LearntLinks) -> None:
    found = linked(learnt, "بيت كبير وجسر مغلق", "a big house and a closed bridge")
    assert {("كبير", "big"), ("مغلق", "closed")} <= found <= {("كبير", "big"), ("مغلق", "closed"), ("بيت", "house"), ("وجسر", "bridge")}


def test_what_was_never_seen_is_left_alone(learnt: LearntLinks) -> None:
    assert linked(learnt, "النهر عميق", "the river is deep") == set()


def test_names_and_numbers_need_no_lexicon() -> None:
    found = linked(LearntLinks(Lexicon({}, {})), "قال غسان إن ٤٠ عائلة غادرت حماة", "Ghassan said 40 families had left Hama")
    assert found == {("غسان", "Ghassan"), ("٤٠", "40"), ("حماة", "Hama")}


def test_a_number_said_twice_is_not_guessed() -> None:
    assert linked(LearntLinks(Lexicon({}, {})), "٤٠ رجلا و٤٠ امرأة", "40 men and 40 women") == set()


def test_shares_are_probabilities() -> None:
    lexicon = Lexicon.fit(PAIRS)
    for table, side in ((lexicon.forward, 0), (lexicon.backward, 1)):
        totals: dict[str, float] = {}
        for pair, share in table.items():
            assert 0 < share <= 1
            totals[pair[side]] = totals.get(pair[side], 0) + share
        assert all(total <= 1 + 1e-9 for total in totals.values())
    assert EMPTY in {left for left, _ in lexicon.forward}


def test_the_same_pairs_give_the_same_lexicon_and_none_give_none() -> None:
    assert Lexicon.fit(PAIRS) == Lexicon.fit(PAIRS)
    assert Lexicon.fit([]) == Lexicon.fit([("", ""), ("كلمة", "")]) == Lexicon({}, {})
    assert MOST_PAIRS >= 10_000


@given(st.text("بيتكرجسمغل ٤٠", max_size=30), st.text("the big house 40 Hama", max_size=30))
def test_each_word_is_in_at_most_one_link(learnt: LearntLinks, source: str, target: str) -> None:
    found = learnt.links(source, target)
    assert found == sorted(found, key=lambda link: link.source)
    for side in ("source", "target"):
        spans = [getattr(link, side) for link in found]
        assert not any(one.overlap(other) for at, one in enumerate(spans) for other in spans[:at])
    assert all(CONFIDENT <= link.confidence <= 1 for link in found)
