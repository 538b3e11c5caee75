"""Words of a quotation that a dictionary finds in a source: how many, where, and what that does to its place."""

import numpy as np
import pytest

from workbench.align.answered import Answered
from workbench.align.dictionary import Dictionary
from workbench.align.ground import Ground
from workbench.align.places import find
from workbench.model import Document, DocumentKind, Role
from workbench.ports import SpanEncoder

TEXT = "تحدث الشهود عن أيام صعبة في المدينة.\nورأى بعضهم أهوالا لا توصف في الملاجئ.\nثم عاد الهدوء إلى الشوارع في المساء."
SOURCE = Document(id="witnesses", language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text=TEXT)
DICTIONARY = Dictionary([("أهوال", "horrors"), ("مدينة", "city"), ("مساء", "evening"), ("شارع", "street"), ("هدوء", "calm")])


def shares(given: tuple[frozenset[str], ...], places: dict[str, list[int]], words: int, *ranges: tuple[int, int]) -> list[float]:
    first, last = np.array(ranges, np.intp).T
    return [round(share, 4) for share in Answered(given, places, words).share(first, last).tolist()]


def test_a_stretch_answers_each_word_once() -> None:
    given = frozenset({"بيت", "دار"}), frozenset({"نهر"})
    places = {"بيت": [0, 1], "دار": [2], "نهر": [5]}
    one, all_of_it, none, other = shares(given, places, 8, (0, 0), (0, 7), (3, 4), (5, 5))
    assert none == 0 < one == shares(given, places, 8, (0, 2))[0] < other < all_of_it == round(one + other, 4) < 1


def test_words_without_an_answer_in_the_source_keep_their_place_in_the_count() -> None:
    answered, unanswered = frozenset({"بيت"}), frozenset({"بحر"})
    alone, beside = (shares(given, {"بيت": [0]}, 4, (0, 3))[0] for given in ((answered,), (answered, unanswered)))
    assert beside == pytest.approx(alone / 2, abs=1e-4)


def test_a_word_said_twice_counts_once_and_unknown_ones_not_at_all() -> None:
    assert DICTIONARY.given("horrors, horrors and nonsense in the city") == (DICTIONARY.given_for("horror"), DICTIONARY.given_for("city"))
    assert Dictionary().given("horrors in the city") == ()


def test_a_ground_answers_for_glued_and_inflected_words(encoder: SpanEncoder) -> None:
    ground = Ground(SOURCE, encoder)
    words = [TEXT[start:end] for start, end in zip(ground.starts.tolist(), ground.ends.tolist(), strict=True)]
    answered = ground.answered(DICTIONARY.given("the horrors of the city"))
    every = np.arange(len(ground))
    assert [words[at] for at in np.flatnonzero(answered.share(every, every))] == ["المدينة", "أهوالا"]


def test_a_dictionary_decides_where_a_short_quotation_alone_does_not(encoder: SpanEncoder) -> None:
    without, with_it = (find("horrors", [SOURCE], encoder, dictionary=known).candidates[0].text(TEXT) for known in (None, DICTIONARY))
    assert without != with_it == "أهوالا"


def test_an_empty_dictionary_changes_nothing(encoder: SpanEncoder) -> None:
    for quote in ("horrors", "calm returned to the streets in the evening"):
        assert find(quote, [SOURCE], encoder) == find(quote, [SOURCE], encoder, dictionary=Dictionary())
