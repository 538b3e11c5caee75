"""`link`, `find` and `align` on the command line: their JSON, their plain output, their exit statuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.main import main

ARTICLE = "The governor, Fadi Sarkis, spoke on Monday. “The bridge will stay closed until the end of the month,” he told Sham FM.\n"
QUOTE = "The bridge will stay closed until the end of the month"
REPORT = "وصل المحافظ إلى المدينة صباح الاثنين.\nوقال فادي سركيس: «الجسر سيبقى مغلقا حتى نهاية الشهر».\nوغادر الوفد مساء.\n"
SAID = "الجسر سيبقى مغلقا حتى نهاية الشهر"
RECIPE = "يضاف الدقيق إلى البيض ثم يحرك الخليط جيدا.\n"
ENGLISH = "The governor reached the city on Monday morning.\n\nThe delegation left in the evening.\nNot a book was left on the shelves.\n"
ARABIC = "وصل المحافظ إلى المدينة صباح الاثنين.\n\nوغادر الوفد مساء.\nلم يبق كتاب على الرفوف.\n"

BEAD_LINE = re.compile(r"\[(\d+(, \d+)*)?\]:\[(\d+(, \d+)*)?\]:-?\d+\.\d+")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article, a source that holds its quotation, a source that does not, and a short bitext."""
    files = {"article.en.txt": ARTICLE, "report.ar.txt": REPORT, "recipe.ar.txt": RECIPE, "text.en.txt": ENGLISH, "text.ar.txt": ARABIC}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def answer(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Any:
    """What a command that succeeds prints as JSON."""
    assert main([str(word) for word in words]) == 0
    return json.loads(capsys.readouterr().out)


def complaint(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """The one line that a command which fails prints."""
    assert main([str(word) for word in words]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    (line,) = printed.err.splitlines()
    assert line.startswith(f"{words[0]}: ")
    return line


def assert_candidates(found: dict[str, Any], texts: dict[str, str]) -> None:
    """At most five, best first in shape: a path as given, spans into its text, that text, figures, reasons."""
    assert len(found["candidates"]) <= 5
    for candidate in found["candidates"]:
        assert set(candidate) == {"source", "spans", "text", "score", "margin", "reasons"}
        text = texts[candidate["source"]]
        assert candidate["text"] == " […] ".join(text[start:end] for start, end in candidate["spans"])
        assert -1 <= candidate["score"] <= 1
        assert all(isinstance(reason, str) for reason in candidate["reasons"])


# link


def test_link_gives_every_quotation_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, recipe = folder / "report.ar.txt", folder / "recipe.ar.txt"
    (link,) = answer(capsys, "link", folder / "article.en.txt", report, recipe, "--json")["links"]
    assert set(link) == {"quotation", "text", "state", "confidence", "certainty", "candidates"}
    assert link["text"].startswith("The bridge will stay closed")
    assert link["state"] == "proposed"
    assert 0 <= link["confidence"] <= 1
    assert_candidates(link, {str(report): REPORT, str(recipe): RECIPE})
    assert (link["candidates"][0]["source"], link["candidates"][0]["text"]) == (str(report), SAID)


def test_link_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", str(folder / "article.en.txt"), str(folder / "report.ar.txt")]) == 0
    printed = capsys.readouterr().out
    assert "“The bridge will stay closed" in printed
    assert SAID in printed


def test_an_article_without_quotations_has_no_links(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "link", folder / "text.en.txt", folder / "report.ar.txt", "--json") == {"links": []}


def test_link_names_the_file_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.ar.txt" in complaint(capsys, "link", folder / "article.en.txt", folder / "nowhere.ar.txt")
    assert "nowhere.en.txt" in complaint(capsys, "link", folder / "nowhere.en.txt", folder / "report.ar.txt", "--json")


# find


def test_find_one_quote(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = folder / "report.ar.txt"
    found = answer(capsys, "find", QUOTE, report, "--context", ARTICLE, "--json")
    assert set(found) == {"quote", "state", "confidence", "certainty", "candidates"}
    assert (found["quote"], found["state"]) == (QUOTE, "proposed")
    assert_candidates(found, {str(report): REPORT})
    assert found["candidates"][0]["text"] == SAID


def test_files_of_one_name_are_told_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = folder / "other" / "report.ar.txt"
    other.parent.mkdir()
    other.write_text(RECIPE, encoding="utf-8")
    found = answer(capsys, "find", QUOTE, other, folder / "report.ar.txt", "--json")
    assert found["candidates"][0]["source"] == str(folder / "report.ar.txt")


def test_no_source_is_an_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quote = "Shares in the airline fell by nine per cent after the pilots went on strike"
    assert answer(capsys, "find", quote, folder / "recipe.ar.txt", "--json")["state"] == "no-source"
    assert main(["find", quote, str(folder / "recipe.ar.txt")]) == 0
    assert "not in the supplied sources" in capsys.readouterr().out


def test_a_batch_goes_on_after_a_bad_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = {"quote": QUOTE, "sources": ["report.ar.txt", "recipe.ar.txt"]}
    bad: list[Any] = [
        {"quote": "no sources"},
        {"quote": QUOTE, "sources": ["nowhere.ar.txt"]},
        {"quote": "…", "sources": ["report.ar.txt"]},
        [],
        "not JSON",
    ]
    lines = [
        json.dumps(good),
        *(line if isinstance(line, str) else json.dumps(line) for line in bad),
        "",
        json.dumps(good | {"article_context": ARTICLE}),
    ]
    batch = folder / "questions.jsonl"
    batch.write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert main(["find", "--batch", str(batch), "--json"]) == 0
    first, *failed, last = map(json.loads, capsys.readouterr().out.splitlines())

    assert len(failed) == len(bad)
    assert all(set(line) == {"error"} for line in failed)
    assert "line 2 of questions.jsonl" in failed[0]["error"]
    for found in (first, last):
        assert_candidates(found, {"report.ar.txt": REPORT, "recipe.ar.txt": RECIPE})
        assert (found["candidates"][0]["source"], found["candidates"][0]["text"]) == ("report.ar.txt", SAID)


def test_find_says_what_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "QUOTE" in complaint(capsys, "find", "--json")
    assert "SOURCE" in complaint(capsys, "find", QUOTE)
    assert "no word" in complaint(capsys, "find", "…", folder / "report.ar.txt")
    assert "--batch" in complaint(capsys, "find", QUOTE, "--batch", folder / "questions.jsonl")
    assert "nowhere.jsonl" in complaint(capsys, "find", "--batch", folder / "nowhere.jsonl")


# align


def test_align_finds_sentences(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "align", folder / "text.ar.txt", folder / "text.en.txt", "--json")
    assert set(found) == {"segments", "beads"}
    assert [ARABIC[start:end] for start, end in found["segments"]["source"]] == [line for line in ARABIC.split("\n") if line]
    assert [ENGLISH[start:end] for start, end in found["segments"]["target"]] == [line for line in ENGLISH.split("\n") if line]
    assert [(bead["source"], bead["target"]) for bead in found["beads"]] == [([0], [0]), ([1], [1]), ([2], [2])]
    assert all(set(bead) == {"source", "target", "score"} for bead in found["beads"])


def test_align_takes_lines_as_they_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "align", folder / "text.ar.txt", folder / "text.en.txt", "--lines", "--json")
    assert [ARABIC[start:end] for start, end in found["segments"]["source"]] == ARABIC.removesuffix("\n").split("\n")
    assert sorted(index for bead in found["beads"] for index in bead["source"]) == [0, 1, 2, 3]
    assert sorted(index for bead in found["beads"] for index in bead["target"]) == [0, 1, 2, 3]
    blank = 1  # alone or in a neighbour's bead: both are right
    paired = [(set(bead["source"]) - {blank}, set(bead["target"]) - {blank}) for bead in found["beads"]]
    assert [pair for pair in paired if any(pair)] == [({0}, {0}), ({2}, {2}), ({3}, {3})]


def test_align_prints_a_bead_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", str(folder / "text.ar.txt"), str(folder / "text.en.txt"), "--lines"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(BEAD_LINE.fullmatch(line) for line in lines)
    assert any(line.startswith("[0]:[0]:") for line in lines)


def test_align_with_an_empty_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = folder / "empty.txt"
    empty.write_bytes(b"")
    found = answer(capsys, "align", empty, folder / "text.en.txt", "--lines", "--json")
    assert found["segments"]["source"] == []
    assert all(bead["source"] == [] and len(bead["target"]) == 1 for bead in found["beads"])


@pytest.mark.parametrize("lines", [(), ("--lines",)])
def test_align_names_the_file_it_cannot_read(folder: Path, lines: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.txt" in complaint(capsys, "align", folder / "nowhere.txt", folder / "text.en.txt", *lines)


def test_align_wants_utf_8_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.txt").write_bytes("وغادر الوفد مساء.".encode("cp1256"))
    assert "UTF-8" in complaint(capsys, "align", folder / "old.txt", folder / "text.en.txt", "--lines")


# files given in the wrong place


@pytest.mark.parametrize(
    ("words", "wrong", "said"),
    [
        (("align", "text.en.txt", "text.ar.txt"), "text.en.txt", "this looks like English, and Arabic was expected"),
        (("align", "--lines", "text.ar.txt", "text.ar.txt"), "text.ar.txt", "this looks like Arabic, and English was expected"),
        (("find", QUOTE, "article.en.txt"), "article.en.txt", "this looks like English, and Arabic was expected"),
        (("link", "report.ar.txt", "report.ar.txt"), "report.ar.txt", "this looks like Arabic, and English was expected"),
        (("extract", "report.ar.txt"), "report.ar.txt", "this looks like Arabic, and English was expected"),
    ],
)
def test_a_side_in_the_wrong_language_is_said(
    folder: Path, words: tuple[str, ...], wrong: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder / word) if word.endswith(".txt") else word for word in words]) == 0
    assert f"note: {folder / wrong}: {said}" in capsys.readouterr().err.splitlines()


def test_right_files_need_no_note(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", str(folder / "text.ar.txt"), str(folder / "text.en.txt")]) == 0
    assert main(["find", QUOTE, str(folder / "report.ar.txt")]) == 0
    assert capsys.readouterr().err == ""
