"""Bytes to text: encodings, damage, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput
from workbench.ingest.decoding import decode, mend

ARABIC = "قال المحافظ في مقابلة: «تعاملت القوى الأمنية مع الانتحاري الآخر»، وأضاف أن الوضع تحت السيطرة.\nالسطر الثاني"
ENGLISH = "The governor said that security forces “dealt with the other bomber” — in a café near São Paulo’s señor Müller.\nSecond line"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256"])
def test_arabic_in_every_encoding_it_comes_in(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding)).text == ARABIC


def test_arabic_in_iso_8859_6() -> None:
    text = ARABIC.replace("«", '"').replace("»", '"')
    assert decode(text.encode("iso-8859-6")).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "windows-1252"])
def test_english_in_every_encoding_it_comes_in(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


def test_short_arabic_in_windows_1256_is_not_taken_for_french() -> None:
    assert decode("حماة".encode("windows-1256")).text == "حماة"


def test_windows_line_ends_and_old_mac_ones_become_line_feeds() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


def test_text_is_not_stripped_or_composed_otherwise() -> None:
    text = "\n  e\N{COMBINING ACUTE ACCENT}\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER} \n\n"
    assert decode(text.encode()).text == text


def test_what_the_file_declares_decides_where_utf8_does_not() -> None:
    assert decode("žluťoučký".encode("iso-8859-2"), declared="iso-8859-2").text == "žluťoučký"


@pytest.mark.parametrize("declared", ["no-such-encoding", "rot13", "base64", "", "\0", "idna"])
def test_a_nonsensical_declaration_is_passed_over(declared: str) -> None:
    assert decode(ARABIC.encode("windows-1256"), declared=declared).text == ARABIC


def test_utf8_with_a_few_damaged_bytes_stays_utf8_and_says_so() -> None:
    content = bytearray(ARABIC.encode() * 3)
    content[1] = 0x20
    decoded = decode(bytes(content))
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("1 damaged or unknown characters were replaced by \N{REPLACEMENT CHARACTER}",)


def test_nul_and_lone_surrogates_are_replaced_one_for_one() -> None:
    mended = mend("a\0b\ud800c")
    assert mended.text == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"
    assert len(mended.warnings) == 2


def test_binary_nonsense_is_refused_in_one_line() -> None:
    with pytest.raises(BadInput, match=r"^photo\.txt: this is not text; give a"):
        decode(bytes(range(256)) * 8, where="photo.txt")


@given(st.binary(max_size=400))
def test_any_bytes_give_storable_text_or_bad_input(content: bytes) -> None:
    try:
        text = decode(content).text
    except BadInput:
        return
    assert "\r" not in text
    assert "\0" not in text
    assert not text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}")
    text.encode("utf-8")


@given(st.text(max_size=200))
def test_utf8_without_controls_is_read_as_it_was_written(text: str) -> None:
    written = "".join(character for character in text if character.isprintable())
    assert decode(written.encode()).text == written.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
