"""Two texts to beads: as good as it has been on the story, and sensible where there is little or nothing to align."""

import time
from collections.abc import Sequence

import pytest

from workbench.align.beads import align
from workbench.ingest.corpora import Corpus
from workbench.metrics.beads import score
from workbench.model import Bead
from workbench.ports import SpanEncoder

STRICT_F1 = 0.90
"""The story has .924 (132 gold beads with two sides); a little below is within what a change elsewhere may cost."""

ARABIC = ["فتحت المكتبة أبوابها صباح السبت.", "جاء الأطفال قبل الكبار.", "لم يبق كتاب على الرفوف."]
ENGLISH = ["The library opened on Saturday morning.", "The children came before the grown-ups.", "Not a book was left on the shelves."]


@pytest.fixture(scope="session")
def story(novel: Corpus) -> tuple[list[str], list[str]]:
    """The lines of the story in Arabic and in English."""
    arabic, english = (novel.document(name).text.removesuffix("\n").split("\n") for name in ("story-ar", "story-en"))
    return arabic, english


@pytest.fixture(scope="session")
def gold(novel: Corpus) -> tuple[Bead, ...]:
    """The beads of the story as a careful reader divided it."""
    assert novel.gold is not None
    return novel.gold.beads


def assert_whole(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str]) -> None:
    """Every segment in just one bead, both sides in order."""
    assert [index for bead in beads for index in bead.source] == list(range(len(source)))
    assert [index for bead in beads for index in bead.target] == list(range(len(target)))
    assert all(bead.score == 0 for bead in beads if not (bead.source and bead.target))


def test_the_story_is_aligned(story: tuple[list[str], list[str]], gold: tuple[Bead, ...], encoder: SpanEncoder) -> None:
    found = align(*story, encoder)
    assert_whole(found, *story)
    assert score(gold, found).strict_f1 >= STRICT_F1


def test_the_sides_swapped(story: tuple[list[str], list[str]], gold: tuple[Bead, ...], encoder: SpanEncoder) -> None:
    arabic, english = story
    found = align(english, arabic, encoder)
    assert_whole(found, english, arabic)
    assert score([Bead(bead.target, bead.source) for bead in gold], found).strict_f1 >= STRICT_F1


def test_each_line_with_its_translation(encoder: SpanEncoder) -> None:
    found = align(ARABIC, ENGLISH, encoder)
    assert [(bead.source, bead.target) for bead in found] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert all(bead.score > 0 for bead in found)


def test_the_same_beads_each_time(encoder: SpanEncoder) -> None:
    assert align(ARABIC, ENGLISH, encoder) == align(ARABIC, ENGLISH, encoder)


def test_two_lines_with_their_translations(encoder: SpanEncoder) -> None:
    source = ["وصل المحافظ إلى المدينة صباح الاثنين.", "وغادر الوفد مساء."]
    target = ["The governor reached the city on Monday morning.", "The delegation left in the evening."]
    assert [(bead.source, bead.target) for bead in align(source, target, encoder)] == [((0,), (0,)), ((1,), (1,))]


def test_one_line_with_one_line(encoder: SpanEncoder) -> None:
    (bead,) = align(ARABIC[:1], ENGLISH[:1], encoder)
    assert (bead.source, bead.target) == ((0,), (0,))


def test_one_long_line_takes_all_that_it_says(encoder: SpanEncoder) -> None:
    found = align([" ".join(ARABIC)], ENGLISH, encoder)
    assert [(bead.source, bead.target) for bead in found] == [((0,), (0, 1, 2))]


@pytest.mark.parametrize(("source", "target"), [([], []), (ARABIC, []), ([], ENGLISH)])
def test_an_empty_side(source: list[str], target: list[str], encoder: SpanEncoder) -> None:
    found = align(source, target, encoder)
    assert_whole(found, source, target)
    assert len(found) == len(source) + len(target)


@pytest.mark.parametrize("blank", ["", "   "])
def test_blank_lines_are_segments_without_counterpart_or_part_of_a_bead(blank: str, encoder: SpanEncoder) -> None:
    source = [ARABIC[0], blank, *ARABIC[1:]]
    found = align(source, ENGLISH, encoder)
    assert_whole(found, source, ENGLISH)
    assert {bead.target for bead in found if set(bead.source) & {0, 2, 3}} == {(0,), (1,), (2,)}
    assert_whole(align([blank] * 3, [blank] * 2, encoder), [blank] * 3, [blank] * 2)


def test_what_has_no_counterpart_stays_alone(encoder: SpanEncoder) -> None:
    added = "Our correspondent Lena Haddad contributed to this report from Amman."
    found = align(ARABIC, [*ENGLISH[:2], added, ENGLISH[2]], encoder)
    assert Bead((), (2,)) in found
    assert ((2,), (3,)) in [(bead.source, bead.target) for bead in found]


def test_texts_that_have_nothing_to_do_with_each_other(story: tuple[list[str], list[str]], encoder: SpanEncoder) -> None:
    foreign = [
        "Add the flour and two eggs to the bowl.",
        "The parser reports the line of the error.",
        "Shares in the airline fell by nine per cent.",
        "The goalkeeper saved two penalties in extra time.",
    ]
    arabic = story[0][20:26]
    found = align(arabic, foreign, encoder)
    assert_whole(found, arabic, foreign)
    true = align(story[0][:6], story[1][:6], encoder)
    assert max((bead.score for bead in found), default=0) < max(bead.score for bead in true)


def test_the_work_grows_with_the_length_and_not_with_its_square(encoder: SpanEncoder) -> None:
    def seconds(lines: int) -> float:
        source, target = ["فتحت المكتبة أبوابها."] * lines, ["The library has opened."] * lines
        began = time.process_time()
        assert_whole(align(source, target, encoder), source, target)
        return time.process_time() - began

    seconds(50)
    assert seconds(1200) < 24 * seconds(150)  # 8 where it is linear, 64 where it is quadratic


def test_identical_lines_are_paired_one_by_one(encoder: SpanEncoder) -> None:
    found = align(["فتحت المكتبة أبوابها."] * 100, ["The library has opened."] * 100, encoder)
    assert all((len(bead.source), len(bead.target)) == (1, 1) for bead in found)
