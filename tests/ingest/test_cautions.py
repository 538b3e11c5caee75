"""What the reader is told of a text."""

import pytest

from workbench.ingest.cautions import cautions
from workbench.ingest.limits import LONG_TEXT

ARABIC = "قال المحافظ في مقابلة إن القوى الأمنية تعاملت مع الانتحاري الآخر وقتلته عند السور الخلفي"
ENGLISH = "The governor said that security forces dealt with the other bomber and killed him."


def test_nothing_is_said_of_ordinary_text() -> None:
    assert cautions(ARABIC, language="ar-SY") == ()
    assert cautions(ENGLISH, language="en-US") == ()
    assert cautions("مو هيك، ما رح نترك بيتنا ولا چاي ولا گهوة بعد اليوم أبداً", language="ar") == ()


@pytest.mark.parametrize(
    ("text", "language", "beginning"),
    [
        (ENGLISH, "ar", "this looks like English, and Arabic was expected"),
        (ARABIC, "en", "this looks like Arabic, and English was expected"),
        (
            f"{ARABIC}\n\N{RIGHT-TO-LEFT MARK}{ARABIC}\N{ZERO WIDTH NON-JOINER}",
            "ar",
            "invisible characters were kept as they are and are shown as marks: 1 × RLM, 1 × ZWNJ; the first is in line 2",
        ),
        (ARABIC.replace("ي", "ی"), "ar", "4 letters are Persian look-alikes"),
        (ARABIC.replace("ف", "\N{ARABIC LETTER FEH INITIAL FORM}"), "ar", "3 characters are shapes of letters"),
        (f"سطر\n{ARABIC.encode().decode('windows-1252', 'replace')}", "ar", "line 2 looks garbled"),
        (ARABIC.encode().decode("windows-1256", "replace"), "ar", "line 1 looks garbled"),
        ("He said “yes”.".encode().decode("windows-1252", "replace"), "en", "line 1 looks garbled"),
        ("قال ????? ??? ???? في", "ar", "line 1 looks garbled"),
        (ARABIC[::-1] + " ةعمج ةنيدم ىلع", "ar", "the Arabic seems to be stored back to front"),
        ("word " * (LONG_TEXT // 5 + 1), "en", "the text is long (400,005 characters)"),
        ("\n \n", "ar", "there is no text in it"),
    ],
)
def test_said(text: str, language: str, beginning: str) -> None:
    assert any(sentence.startswith(beginning) for sentence in cautions(text, language=language)), cautions(text, language=language)


def test_direction_controls_that_do_not_close_and_overrides_are_named() -> None:
    assert "a direction control (RLE) in line 1 has no counterpart" in cautions(f"\N{RIGHT-TO-LEFT EMBEDDING}{ARABIC}", language="ar")
    overridden = cautions(f"{ARABIC}\n\N{RIGHT-TO-LEFT OVERRIDE}abc\N{POP DIRECTIONAL FORMATTING}", language="ar")
    assert "a direction override makes line 2 read otherwise than it is stored" in overridden
