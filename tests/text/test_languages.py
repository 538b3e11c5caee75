"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.languages import identify, main_script, script_shares

ARABIC = "قال المحافظ إن القوى الأمنية تعاملت مع الانتحاري الآخر وقتلته"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARABIC, "ar"),
        ("هجوم قرب ساحة العاصي", "ar"),
        ("ما رح نترک بیتنا ولا رح نسکت علی هالشی أبدا یا جماعة", "ar"),
        ("مش عارف ليه الكلام ده بيتقال دلوقتي", "ar"),
        (f"{ARABIC} CNN Reuters", "ar"),
        ("The governor said that security forces dealt with the other bomber.", "en"),
        ("Le gouverneur a déclaré que les forces de sécurité avaient tué l’autre assaillant.", "fr"),
        ("استاندار گفت که نیروهای امنیتی با بمب‌گذار دیگر برخورد کردند و او را کشتند", "fa"),
        ("گورنر نے کہا کہ سکیورٹی فورسز نے دوسرے حملہ آور کو ہلاک کر دیا ہے", "ur"),
        ("המושל אמר כי כוחות הביטחון טיפלו במחבל השני והרגו אותו", "he"),
        ("Губернатор сказал, что силы безопасности убили второго нападавшего", "ru"),
    ],
)
def test_identified(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    "text", ["", "  \n", "١٢٣ 456", "ISIS claims", "Ghassan Khalaf", "حماة", "…!؟", "😀😀", "https://example.org/the/governor/said/that/security"]
)
def test_undetermined(text: str) -> None:
    assert identify(text) is None


def test_the_answer_is_always_the_same() -> None:
    text = "Ghassan Khalaf, Abu Ahmed, Enab Baladi, Sham FM, All4Syria"
    assert len({identify(text) for _ in range(20)}) == 1


def test_scripts() -> None:
    assert script_shares("Hama 2016") == {"Latn": 1.0}
    assert script_shares("١٢") == {}
    assert main_script("ab حم") is None
    assert main_script("ไทย") is None


@given(st.text(max_size=60))
def test_any_text_has_shares_that_add_up_and_an_answer(text: str) -> None:
    shares = script_shares(text)
    assert not shares or abs(sum(shares.values()) - 1) < 1e-9
    assert identify(text) is None or len(identify(text) or "") >= 2
