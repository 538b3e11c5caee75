"""Names across scripts: measured on pairs of names and on what news writes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.measuring import pairs_of, random_pairs
from workbench.text.name_sums import best_sum, reaches
from workbench.text.names import SAME_NAME, find, is_same_name, latin_letters, letters, similarity


@pytest.mark.shared
def test_recall_and_false_positives_on_the_evaluation_pairs(shared_data: Path) -> None:
    pairs = pairs_of(shared_data / "names" / "ar2en-eval.txt")
    found = sum(similarity(*pair) >= SAME_NAME for pair in pairs) / len(pairs)
    strangers = random_pairs(pairs, 15)
    false = sum(similarity(*pair) >= SAME_NAME for pair in strangers) / len(strangers)
    assert found >= 0.99
    assert false <= 0.0012  # .1 % was aimed at on the training pairs; 21,000 draws leave ± .0002


@pytest.mark.shared
def test_the_quick_look_loses_next_to_nothing(shared_data: Path) -> None:
    pairs = pairs_of(shared_data / "names" / "ar2en-eval.txt")
    assert sum(similarity(*pair) >= SAME_NAME and not is_same_name(*pair) for pair in pairs) <= len(pairs) * 0.003


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("غسان", "Ghassan"),
        ("خلف", "Khalaf"),
        ("حماة", "Hama"),
        ("حماة", "Hamah"),
        ("أعماق", "A3maq"),
        ("محمد", "M7md"),
        ("السويداء", "as-Suwayda"),
        ("الوكيل", "elwakeel"),
        ("الكعبي", "alkaaby"),
        ("القذافي", "Gaddafi"),
        ("القذافي", "Qadhafi"),
        ("البعث", "Ba'ath"),
        ("أبو أحمد", "Abu Ahmed"),
        ("عبد الرحمن", "Abd al-Rahman"),
        ("عبد الرحمن", "Abdulrahman"),
        ("جيش النصر", "Jaysh al-Nasr"),
        ("إدلب", "Idlib’s"),
        ("مُحَمَّد", "Muhammad"),
    ],
)
def test_one_name(arabic: str, english: str) -> None:
    assert similarity(arabic, english) >= SAME_NAME
    assert is_same_name(arabic, english)


@pytest.mark.parametrize(("arabic", "english"), [("خالد", "Khalaf"), ("العاصي", "Orontes"), ("حلب", "Barakat"), ("دمشق", "Qassioun")])
def test_two_names(arabic: str, english: str) -> None:
    assert not is_same_name(arabic, english)


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_texts_have_a_similarity_between_0_and_1(arabic: str, english: str) -> None:
    assert 0 <= similarity(arabic, english) <= 1


def test_nothing_is_no_name() -> None:
    assert similarity("", "Khalaf") == similarity("خلف", "") == similarity("خلف", "2016") == 0
    assert find("Khalaf", []) is None


@pytest.mark.shared
def test_the_quick_ways_to_a_sum_give_what_the_whole_search_gives(shared_data: Path) -> None:
    pairs = pairs_of(shared_data / "names" / "ar2en-eval.txt")[::3]
    for arabic, english in [*pairs, *random_pairs(pairs, 4)]:
        arabic, latin = letters(arabic), latin_letters(english)
        if arabic and latin:
            assert reaches(arabic, latin, 1.0) == (best_sum(arabic, latin) >= 1.0), (arabic, latin)


def test_a_letter_that_fits_nowhere_does_not_hide_a_stretch_of_two_that_does() -> None:
    assert is_same_name("تسايت", "Zeit")
