"""What a reviewer has fixed stays, the rest is aligned around it; blocks that were moved are told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.test_beads import ARABIC, ENGLISH, assert_whole
from workbench.align.beads import align
from workbench.align.crossings import crossings
from workbench.errors import BadInput
from workbench.ingest.corpora import Corpus
from workbench.metrics.beads import score
from workbench.model import Bead
from workbench.ports import SpanEncoder


@pytest.fixture(scope="module")
def opening(novel: Corpus) -> tuple[list[str], list[str]]:
    """The first lines of the story in Arabic and in English."""
    arabic, english = (novel.document(name).text.removesuffix("\n").split("\n") for name in ("story-ar", "story-en"))
    return arabic[:24], english[:24]


def test_without_fixed_beads_nothing_changes(opening: tuple[list[str], list[str]], encoder: SpanEncoder) -> None:
    assert align(*opening, encoder, fixed=[]) == align(*opening, encoder)


def test_a_fixed_bead_comes_back_as_it_is_and_the_rest_keeps_to_it(opening: tuple[list[str], list[str]], encoder: SpanEncoder) -> None:
    wrong = Bead((5, 6), (9,), 0.125)
    found = align(*opening, encoder, fixed=[wrong])
    assert wrong in found
    assert_whole(found, *opening)


def test_all_that_was_found_can_be_fixed(opening: tuple[list[str], list[str]], encoder: SpanEncoder) -> None:
    found = align(*opening, encoder)
    assert align(*opening, encoder, fixed=found) == found


def test_one_true_anchor_does_not_make_the_rest_worse(opening: tuple[list[str], list[str]], encoder: SpanEncoder) -> None:
    free = align(*opening, encoder)
    anchor = next(bead for bead in free[len(free) // 2 :] if bead.source and bead.target)
    assert score(free, align(*opening, encoder, fixed=[anchor])).strict_f1 >= 0.9


def test_a_segment_fixed_as_left_out_stays_alone(encoder: SpanEncoder) -> None:
    found = align(ARABIC, ENGLISH, encoder, fixed=[Bead((1,), ()), Bead((), (0,))])
    assert {Bead((1,), ()), Bead((), (0,))} <= set(found)
    assert_whole(found, ARABIC, ENGLISH)
    assert ((2,), (2,)) in [(bead.source, bead.target) for bead in found]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=3))
def test_any_pairs_are_kept_or_refused(encoder: SpanEncoder, pairs: list[tuple[int, int]]) -> None:
    fixed = [Bead((row,), (column,)) for row, column in pairs]
    try:
        found = align(ARABIC, ENGLISH, encoder, fixed=fixed)
    except BadInput:
        rows, columns = zip(*sorted(pairs), strict=True)
        assert len(set(rows)) < len(rows) or list(columns) != sorted(set(columns))
    else:
        assert set(fixed) <= {Bead(bead.source, bead.target) for bead in found}
        assert_whole(found, ARABIC, ENGLISH)


@pytest.mark.parametrize(
    ("fixed", "said"),
    [
        ([Bead((0,), (1,)), Bead((1,), (0,))], "bead [0]:[1] and bead [1]:[0]: crosses another fixed bead"),
        ([Bead((0,), (0,)), Bead((0,), (1,))], "bead [0]:[1]: segment 0 is in another fixed bead"),
        ([Bead((0, 2), (0,))], "bead [0, 2]:[0]: segments [0, 2] are not neighbours"),
        ([Bead((3,), (0,))], "bead [3]:[0]: segments [3] are not neighbours within the text's 3"),
        ([Bead((0,), (0,)), Bead((0,), ())], "segment 0 is in another fixed bead"),
    ],
)
def test_what_cannot_be_fixed_is_refused_in_one_line(fixed: list[Bead], said: str, encoder: SpanEncoder) -> None:
    with pytest.raises(BadInput) as raised:
        align(ARABIC, ENGLISH, encoder, fixed=fixed)
    assert said in str(raised.value)


def test_a_moved_block_is_told(opening: tuple[list[str], list[str]], encoder: SpanEncoder) -> None:
    arabic, english = [*opening[0][:12], *ARABIC[:2]], [*ENGLISH[:2], *opening[1][:12]]
    beads = align(arabic, english, encoder)
    assert Bead((12, 13), (0, 1)) in [Bead(block.source, block.target) for block in crossings(arabic, english, beads, encoder)]


def test_nothing_is_told_of_a_translation_in_order(encoder: SpanEncoder) -> None:
    assert crossings(ARABIC, ENGLISH, align(ARABIC, ENGLISH, encoder), encoder) == []
    assert crossings([], ENGLISH, align([], ENGLISH, encoder), encoder) == []
