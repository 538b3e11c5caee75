"""Dictionaries of the FreeDict project: small ones made here in their format, damaged ones, and those that the machine has."""

import gzip
import logging
from pathlib import Path

import pytest

from tests import system
from workbench.align.dictionary import Dictionary
from workbench.errors import BadInput
from workbench.ingest import freedict
from workbench.services.dictionary import FOLDER_VARIABLE, installed_dictionary
from workbench.services.word_links import ProjectWordLinks

BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
ARTICLES = {
    "00-database-short": "English-Arabic FreeDict Dictionary\n",
    "Attack": "Attack /ɐtˈak/\nالهجوم\n",
    "Backwards": "Backwards /bˈakwədz/\n1. إلى الخلف\n2. إلى الوراء - في الاتّجاه\n",
    "Nothing": "Nothing\nnothing at all\n",
}


def in_base64(number: int) -> str:
    digits = BASE64[number % 64]
    while number := number // 64:
        digits = BASE64[number % 64] + digits
    return digits


def written(folder: Path, articles: dict[str, str], name: str = "freedict-eng-ara") -> Path:
    """The folder with a dictionary in it."""
    text, lines = b"", []
    for headword, article in articles.items():
        data = article.encode()
        lines.append(f"{headword}\t{in_base64(len(text))}\t{in_base64(len(data))}\n")
        text += data
    (folder / f"{name}.dict.dz").write_bytes(gzip.compress(text))
    (folder / f"{name}.index").write_text("".join(lines), encoding="utf-8")
    return folder


def test_entries_are_pairs_without_numbers_pronunciation_and_remarks(tmp_path: Path) -> None:
    assert freedict.installed(written(tmp_path, ARTICLES)) == ("freedict-eng-ara",)
    assert list(freedict.entries("freedict-eng-ara", tmp_path)) == [
        ("الهجوم", "Attack"),
        ("إلى الخلف", "Backwards"),
        ("إلى الوراء", "Backwards"),
    ]


def test_a_long_dictionary_is_read_at_the_right_places(tmp_path: Path) -> None:
    many = {f"word{'x' * (number % 70)}": f"word{'x' * (number % 70)}\nكلمة{'ا' * number}\n" for number in range(69)}
    found = list(freedict.entries("freedict-eng-ara", written(tmp_path, many)))
    assert [english for _, english in found] == list(many)
    assert all(arabic == "كلمة" + "ا" * number for number, (arabic, _) in enumerate(found))


def test_an_article_with_two_headwords_counts_once(tmp_path: Path) -> None:
    index = written(tmp_path, ARTICLES) / "freedict-eng-ara.index"
    line = index.read_text(encoding="utf-8").splitlines(keepends=True)[1]
    index.write_text(line + line.replace("Attack", "attack"), encoding="utf-8")
    assert list(freedict.entries("freedict-eng-ara", tmp_path)) == [("الهجوم", "Attack")]


def test_nothing_is_installed_in_an_empty_folder(tmp_path: Path) -> None:
    assert freedict.installed(tmp_path) == ()


@pytest.mark.parametrize(
    ("line", "said"), [("Attack", "no headword with two numbers"), ("Attack\t!\tA", "line 1"), ("Attack\tA\t", None), ("\t\t", None)]
)
def test_a_damaged_index_is_one_clear_line_or_an_empty_article(tmp_path: Path, line: str, said: str | None) -> None:
    (written(tmp_path, ARTICLES) / "freedict-eng-ara.index").write_text(line + "\n", encoding="utf-8")
    if said is None:
        assert list(freedict.entries("freedict-eng-ara", tmp_path)) == []
        return
    with pytest.raises(BadInput, match=said):
        list(freedict.entries("freedict-eng-ara", tmp_path))


def test_a_dictionary_cut_short_or_unpacking_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = written(tmp_path, ARTICLES) / "freedict-eng-ara.dict.dz"
    with monkeypatch.context() as patch:
        patch.setattr(freedict, "LARGEST", 20)
        with pytest.raises(BadInput, match="more than 20 bytes"):
            list(freedict.entries("freedict-eng-ara", tmp_path))
    text.write_bytes(text.read_bytes()[:-9])
    with pytest.raises(BadInput, match="cannot be read"):
        list(freedict.entries("freedict-eng-ara", tmp_path))


def test_links_go_on_without_a_damaged_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    (written(tmp_path, ARTICLES) / "freedict-eng-ara.dict.dz").write_bytes(b"no archive")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    with caplog.at_level(logging.WARNING):
        assert len(installed_dictionary.__wrapped__()) == 0
    assert "freedict-eng-ara.dict.dz" in caplog.text


def test_the_dictionaries_of_the_machine_link_words_from_the_first_minute() -> None:
    for name in freedict.NAMES:
        if system.find(name) is None:
            pytest.skip(system.advice(name))
    dictionary = Dictionary(pair for name in freedict.NAMES for pair in freedict.entries(name))
    assert len(dictionary) > 80_000
    links = ProjectWordLinks(list, lambda: dictionary)
    links.of("", "")
    links.wait()
    source, target = "استهدف ثلاثة مهاجمين المستشفى والجسر", "Three attackers targeted the hospital and the bridge"
    found = {(link.source.of(source), link.target.of(target)) for link in links.of(source, target)}
    assert found >= {("ثلاثة", "Three"), ("مهاجمين", "attackers"), ("المستشفى", "hospital"), ("والجسر", "bridge")}
