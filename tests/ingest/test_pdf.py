"""PDFs: order of Arabic, paragraphs, running heads, and files that are damaged, locked or only pictures."""

import contextlib
import itertools
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ingest.pdfs import Line, pdf
from workbench.errors import BadInput
from workbench.ingest import pdf as reader
from workbench.ingest import read_upload
from workbench.ingest.pdf_lines import Glyph, letters, page_lines
from workbench.model import DocumentKind, Role

FULL = "security forces dealt with the other bomber near the gate of the"


def text_of(*lines: Line) -> str:
    return reader.extract(pdf(lines), "a.pdf").text


def painted(*words: str) -> list[Glyph]:
    """Words from left to right as they are painted, a space wide apart, in type of 10 points."""
    glyphs, x = [], 0.0
    for number, word in enumerate(words):
        for character in word:
            glyphs.append(Glyph(character, x, x + 5, 100, 10, number))
            x += 5
        x += 5
    return glyphs


def test_lines_become_paragraphs() -> None:
    lines = [Line(FULL, y=760), Line("city, he said.", y=746), Line(FULL, y=718), Line("city again.", y=704)]
    assert text_of(*lines) == f"{FULL} city, he said.\n\n{FULL} city again."


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = [Line(FULL, y=760), Line(FULL[:-1], y=746), Line(FULL[:-4], x=90, y=732), Line("end.", y=718)]
    assert text_of(*lines).count("\n\n") == 1


def test_a_word_parted_at_the_end_of_a_line_is_put_together() -> None:
    assert "the governor spoke" in text_of(Line(f"{FULL} gover-", y=760), Line("nor spoke.", y=746))
    assert "a pro-opposition paper" in text_of(Line(f"{FULL} a pro-", y=760), Line("opposition paper.", y=746))


def test_a_paragraph_goes_on_over_the_page() -> None:
    content = pdf([Line(FULL, y=100)], [Line("city, he said.", y=760)])
    assert reader.extract(content, "a.pdf").text == f"{FULL} city, he said."


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    pages = [
        [Line(f"Daily News, page {number}", y=800), Line(f"Story {word} is told here.", y=700), Line(str(number), y=40)]
        for number, word in enumerate("abc", 1)
    ]
    extracted = reader.extract(pdf(*pages), "a.pdf")
    assert extracted.text == "Story a is told here.\n\nStory b is told here.\n\nStory c is told here."
    assert extracted.warnings == ("left out as running heads, feet or page numbers: “Daily News, page 1”; “1”",)


def test_arabic_painted_from_the_right_is_read_from_the_right() -> None:
    text = "قال المحافظ في مقابلة أمس إن الوضع هادئ في المدينة"
    assert text_of(Line(text[::-1])) == text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("2016", "لوليأ", "25", "موي"), "يوم 25 أيلول 2016"),
        (("CNN", "International", "عم", "ةلباقم", "يف"), "في مقابلة مع CNN International"),
        ((".CNN", "عم"), "مع CNN."),
        (("ناكسلا", "نم", "40%", "رداغ"), "غادر 40% من السكان"),
        (("3.5", "مث", "1,200"), "1,200 ثم 3.5"),
    ],
)
def test_numbers_and_latin_words_in_an_arabic_line(words: tuple[str, ...], expected: str) -> None:
    assert page_lines(painted(*words))[0].text == expected


@pytest.mark.parametrize("quoted", ["«نعم»", "»نعم«"])
def test_brackets_stored_as_painted_or_as_meant_come_out_as_meant(quoted: str) -> None:
    line = page_lines(painted(quoted[::-1], "لاق"))[0]
    assert line.text == "قال «نعم»"


def test_brackets_open_over_lines() -> None:
    first = painted("معن«", "لاق")
    second = [Glyph(glyph.character, glyph.left, glyph.right, 80, 10, 9) for glyph in painted("»ادغ")]
    assert [line.text for line in page_lines(first + second)] == ["قال «نعم", "غدا»"]


def test_a_bracket_left_open_turns_no_later_line_round() -> None:
    lines = [painted("معن(", "لاق"), painted(")ادغ(", "لاق"), painted("(ادغ)", "لاق")]
    placed = [replace(glyph, baseline=100 - 20 * number) for number, line in enumerate(lines) for glyph in line]
    assert [line.text for line in page_lines(placed)] == ["قال (نعم", "قال (غدا)", "قال (غدا)"]


def test_a_mark_goes_with_its_letter_and_parts_no_word() -> None:
    glyphs = [Glyph("ا", 0, 5, 100, 10, 0), Glyph("\N{ARABIC FATHATAN}", 5, 9, 104, 10, 1), Glyph("د", 8, 13, 100, 10, 2)]
    assert page_lines(glyphs)[0].text == "دًا"


def test_presentation_forms_become_letters_and_phrases_stay() -> None:
    assert letters("ﻗﺎﻝ ﷺ") == "قال ﷺ"


def test_an_english_line_with_an_arabic_word() -> None:
    glyphs = painted("The", "word", "معن", "means", "yes")
    assert page_lines(glyphs)[0].text == "The word نعم means yes"


def test_characters_beyond_the_basic_plane_and_halves_of_them() -> None:
    assert text_of(Line("yes 😀 no")) == "yes 😀 no"
    assert text_of(Line("one \ud83d two")).encode("utf-8").startswith(b"one")


def test_a_pdf_without_text_says_so_and_is_a_scan() -> None:
    ingested = read_upload("scan.pdf", pdf([], []), role=Role.SOURCE, language="ar")
    assert ingested.needs_typing
    assert ingested.kind is DocumentKind.SCAN
    assert ingested.warnings == ("the 2 pages hold no text, only pictures: type the words beside them",)


def test_a_page_without_text_among_others_is_said() -> None:
    assert reader.extract(pdf([Line("Words.")], []), "a.pdf").warnings == ("1 of 2 pages hold no text; what they show is missing here",)


def test_a_locked_pdf() -> None:
    with pytest.raises(BadInput, match=r"^a\.pdf: the PDF is locked by a password; save it without one$"):
        reader.extract(pdf([Line("Words.")], encrypt=True), "a.pdf")


def test_a_pdf_cut_off_anywhere_is_read_or_refused() -> None:
    content = pdf([Line("Words.")])
    for end in range(5, len(content), 97):
        with contextlib.suppress(BadInput):
            reader.extract(content[:end], "a.pdf")


def test_a_very_long_pdf_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    with pytest.raises(BadInput, match="the PDF has 3 pages, more than the 2 that are read"):
        reader.extract(pdf([], [], []), "a.pdf")


@pytest.mark.system("chromium")
def test_what_a_browser_prints_is_read_back(tmp_path: Path) -> None:
    paragraphs = [
        "قال المحافظ غسان خلف، في مقابلة مع إذاعة «شام إف إم» يوم 25 أيلول 2016: إن قوات الأمن تعاملت مع الانتحاري الآخر (وعمره 23 سنة) وقتلته.",
        "ونقلت وكالة Reuters عن مصدر قوله إن نسبة ٤٠٪ من السكان غادروا المدينة.",
        "The governor said that security forces “dealt with the other bomber, killing him.”",
    ]
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    body = "".join(f"<p dir=auto>{paragraph}</p>" for paragraph in paragraphs)
    page.write_text(f'<!doctype html><meta charset="utf-8"><body>{body}', encoding="utf-8")
    chromium = shutil.which("chromium") or "chromium"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run([chromium, *options, f"--print-to-pdf={printed}", page.as_uri()], check=True, capture_output=True, timeout=60)
    text = reader.extract(printed.read_bytes(), "page.pdf").text
    assert text.split("\n\n") == paragraphs


def test_lines_of_a_page_are_found_whatever_the_order_of_raised_marks() -> None:
    row = [*painted("ةيادب")[:3], Glyph("\N{ARABIC DAMMA}", 15, 17, 104.5, 10, 0), *painted("ةيادب")[3:]]
    assert len(page_lines(row)) == 1
    assert all(before.baseline >= line.baseline for before, line in itertools.pairwise(page_lines(row)))
