"""Folding and its way back to the original offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Span
from workbench.text import arabic

ARABIC_TEXT = st.text(alphabet="اأإآبتةثلمنهويىئءؤـَُِّْ ab1٢\N{ZERO WIDTH NON-JOINER}", max_size=40)


@given(ARABIC_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert arabic.fold(arabic.fold(text)) == arabic.fold(text)


@given(ARABIC_TEXT)
def test_offsets_lead_back_to_text_that_folds_to_the_same(text: str) -> None:
    folded = arabic.fold_with_offsets(text)
    assert folded.text == arabic.fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    for start in range(len(folded.text) + 1):
        for end in range(start, len(folded.text) + 1):
            original = folded.original(Span(start, end))
            assert arabic.fold(original.of(text)) == folded.text[start:end]


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("مسؤول", "مسءول"),
        ("عليّ", "على"),
        ("کتاب", "كتاب"),
        ("العربیة", "العربيه"),
        ("مـــحـــمـــد", "محمد"),
        ("قال\N{RIGHT-TO-LEFT MARK}", "قال"),
        ("الرحمٰن", "الرحمن"),
    ],
)
def test_spellings_of_one_word_fold_together(written: str, other: str) -> None:
    assert arabic.fold(written) == arabic.fold(other)


@pytest.mark.parametrize(
    ("word", "rest"),
    [("والمحافظ", "محافظ"), ("بحماة", "حماه"), ("للمحافظ", "محافظ"), ("وبالشرطة", "شرطه"), ("سيقاتل", "يقاتل"), ("فالوضع", "وضع")],
)
def test_glued_words_are_among_the_readings(word: str, rest: str) -> None:
    assert rest in arabic.unglued(word)


def test_the_empty_text_is_a_case() -> None:
    assert arabic.fold("") == ""
    assert arabic.fold_with_offsets("").original(Span(0, 0)) == Span(0, 0)
    assert arabic.arabic_share("") is None
    assert not list(arabic.arabic_words(""))


def test_vowel_marks_stay_inside_the_word() -> None:
    text = "قالَ (مُحَمَّدٌ)"
    assert [span.of(text) for span in arabic.arabic_words(text)] == ["قالَ", "مُحَمَّدٌ"]
