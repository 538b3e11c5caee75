"""Numbers in digits and words of both languages."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.number_words import BEFORE_TEN, arabic_counting_forms, arabic_lexicon, arabic_number_word
from workbench.text.numbers import numbers

UNITS = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
TENS = ("", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
HUNDREDS = ("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")


def below_hundred(value: int) -> str:
    if value <= 10:
        return UNITS[value]
    if value < 20:
        return {11: "أحد", 12: "اثنا"}.get(value, UNITS[value - 10]) + " عشر"
    return f"{UNITS[value % 10]} و{TENS[value // 10]}" if value % 10 else TENS[value // 10]


def below_thousand(value: int) -> str:
    parts = [HUNDREDS[value // 100], below_hundred(value % 100)]
    return " و".join(part for part in parts if part)


def spelled(value: int) -> str:
    """A number below a million as Arabic writes it."""
    thousands, rest = divmod(value, 1000)
    counted = {0: "", 1: "ألف", 2: "ألفان"}.get(thousands)
    if counted is None:
        counted = below_thousand(thousands) + (" آلاف" if 3 <= thousands <= 10 else " ألفا")
    return " و".join(part for part in (counted, below_thousand(rest)) if part)


@given(st.integers(min_value=1, max_value=999_999))
def test_every_arabic_number_below_a_million_is_read(value: int) -> None:
    text = f"قُتل {spelled(value)} من المدنيين"
    assert [number.value for number in numbers(text)] == [value]
    assert numbers(text)[0].span.of(text) == spelled(value)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["{:d}", "{:,d}"]), st.sampled_from(["latin", "arabic", "persian"]))
def test_every_digit_number_is_read(value: int, form: str, script: str) -> None:
    zero = {"latin": 0x30, "arabic": 0x660, "persian": 0x6F0}[script]
    written = form.format(value).translate({ord(str(digit)): zero + digit for digit in range(10)})
    assert [number.value for number in numbers(f"about {written} people")] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("مليون و200 ألف", ["1200000"]),
        ("مئتان وخمسون ألفا", ["250000"]),
        ("نصف مليون", ["500000"]),
        ("ثلاثة أرباع", ["3/4"]),
        ("ثلاثة وأربعة", ["3", "4"]),
        ("القرن التاسع عشر", ["19"]),
        ("٣٠،٠٠٠", ["30000"]),
        ("٩٢٫٣", ["923/10"]),
        ("في تشرين الثاني 2016", ["2016"]),
        ("يوم الأربع", []),
        ("أثنى على أحد منهم", []),
        ("لست هنا", []),
        ("خمستاشر", ["15"]),
        ("$1.2bn and 5m", ["1200000000", "5000000"]),
        ("one hundred and twenty-five", ["125"]),
        ("two million and forty", ["2000000", "40"]),
        ("half a million", ["500000"]),
        ("the twenty-first", ["21"]),
        ("nineteen eighty-four", ["19", "84"]),
        ("A3maq, www.example.org/2016", []),
        ("G20 and Henry VIII", ["20", "8"]),
        ("3.10.2016", ["3", "10", "2016"]),
        ("", []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [number.value for number in numbers(text)] == [Fraction(value) for value in values]


@pytest.mark.parametrize("text", ["٪٤٠", "٤٠٪", "40 في المئة", "أربعون بالمئة", "40 per cent", "forty percent"])
def test_percentages(text: str) -> None:
    (number,) = numbers(text)
    assert (number.value, number.percent) == (40, True)


def test_writing_that_can_be_read_twice_keeps_both_readings() -> None:
    (number,) = numbers("3.500")
    assert number.readings == {Fraction(7, 2), Fraction(3500)}


@given(st.text(max_size=40))
def test_any_text_gives_numbers_in_order_inside_it(text: str) -> None:
    found = numbers(text)
    assert all(0 <= number.span.start < number.span.end <= len(text) for number in found)
    assert [number.span for number in found] == sorted(number.span for number in found)


@pytest.mark.parametrize("before", ["", "و", "ف", "ال", "وال", "ب", "بال", "وبال", "كال", "لل", "فلل"])
def test_whatever_is_glued_to_a_number_word_it_is_read(before: str) -> None:
    """All but those that would be another word so: لست (I am not), باول (for the first time), الاثنين (Monday); two letters after ف are too few."""
    unread = {word for word in arabic_lexicon() if arabic_number_word(before + word) is None}
    assert unread <= {"ست", "اول", "اثنين", "نص"}
    assert all(numbers(f"{before}{word} كتب") for word in ("خمسه", "عشرون", "مليون"))


def test_vowel_marks_do_not_hide_a_number() -> None:
    (number,) = numbers("خَمْسَةُ كتب")
    assert number.value == 5


def test_what_counts_only_before_ten_passes_the_quick_look() -> None:
    assert set(BEFORE_TEN) <= arabic_counting_forms()
