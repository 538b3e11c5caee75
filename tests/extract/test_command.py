"""`extract` on the command line: its JSON, its plain output, its errors."""

import json
from pathlib import Path

import pytest

from workbench.cli.main import main

TEXT = "The governor, Fadi Sarkis, spoke on Monday. “The [old] mill … works,” he told Sham FM.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "mill.en.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_gives_spans_into_the_text(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["document"] == str(article)
    (quotation,) = answer["quotations"]
    assert {"id", "kind", "text", "fragments", "interpolations", "elisions", "speaker", "cue", "outlet", "group"} <= set(quotation)

    def cut(span: list[int]) -> str:
        return TEXT[span[0] : span[1]]

    assert [cut(span) for span in quotation["fragments"]] == ["The [old] mill … works,"]
    assert [cut(span) for span in quotation["interpolations"]] == ["[old]"]
    assert [cut(span) for span in quotation["elisions"]] == ["…"]
    assert (cut(quotation["speaker"]["span"]), quotation["speaker"]["resolved"]) == ("he", "Fadi Sarkis")
    assert (cut(quotation["cue"]["span"]), cut(quotation["outlet"]["span"])) == ("told", "Sham FM")


def test_plain_output_names_the_speaker(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article)]) == 0
    printed = capsys.readouterr().out
    assert "q01 direct" in printed
    assert "— Fadi Sarkis (“he”), Sham FM" in printed


def test_arabic_speech_without_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mill.ar.txt"
    path.write_text("قال المدير إن المطحنة تعمل.\n", encoding="utf-8")
    assert main(["extract", str(path), "--language", "ar", "--json"]) == 0
    (quotation,) = json.loads(capsys.readouterr().out)["quotations"]
    assert (quotation["text"], quotation["speaker"]["text"]) == ("المطحنة تعمل", "المدير")


def test_a_missing_file_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(tmp_path / "none.txt")]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
