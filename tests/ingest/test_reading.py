"""From a file to an Ingested or a Document: types, refusals, and what is told along with the text."""

import hashlib
from pathlib import Path

import pytest

from workbench.errors import BadInput, NotFound
from workbench.ingest import limits, read_document, read_pasted, read_upload
from workbench.model import DocumentKind, Role

ARTICLE = "Attack in Hama\n\nThe governor said that security forces “dealt with the other bomber, killing him.”\n"


def test_a_text_file_becomes_a_document_with_its_text_untouched(tmp_path: Path) -> None:
    path = tmp_path / "article.en.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    document = read_document(path, role=Role.ARTICLE, language="en")
    assert (document.id, document.text, document.title) == ("article.en", ARTICLE, "Attack in Hama")
    assert document.original_sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert document.kind is DocumentKind.ARTICLE


def test_the_two_sides_of_a_translation_get_different_ids(tmp_path: Path) -> None:
    for name in ("story.ar.txt", "story.en.txt"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    assert read_document(tmp_path / "story.ar.txt", role=Role.SOURCE, language="ar").id == "story.ar"


def test_a_missing_file_and_a_folder_are_refused_with_their_path(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"nowhere\.txt: no such file"):
        read_document(tmp_path / "nowhere.txt", role=Role.SOURCE, language="ar")
    with pytest.raises(BadInput, match="this is not a file"):
        read_document(tmp_path, role=Role.SOURCE, language="ar")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.xyz", b"words", "a.xyz: .xyz is not a type that is read; give one of .txt, .html, .docx, .odt, .pdf"),
        ("a", b"words", "a: a file without extension is not a type that is read; give one of .txt, .html, .docx, .odt, .pdf"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a.txt: this is an old Word or Excel file; save it as .docx"),
        ("a.txt", b"{\\rtf1 words}", "a.txt: this is a rich text file; save it as .docx"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "a.pdf: this is a picture; give a PDF with a text layer, or type the words"),
        ("a.txt", b"\x1f\x8b\x08", "a.txt: this is a compressed file; unpack it first"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, content: bytes, line: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_upload(name, content, role=Role.SOURCE, language="ar")
    assert str(caught.value) == line


def test_a_page_saved_as_text_is_read_as_a_page() -> None:
    ingested = read_upload("page.txt", b"<!DOCTYPE html><p>Words of the page.</p>", role=Role.ARTICLE, language="en")
    assert ingested.text == "Words of the page."


def test_an_empty_file_is_read_and_said_to_be_empty() -> None:
    assert read_upload("a.txt", b" \n", role=Role.SOURCE, language="ar").warnings == ("there is no text in it",)


def test_the_wrong_language_is_said_not_refused() -> None:
    ingested = read_upload("a.txt", ARTICLE.encode(), role=Role.SOURCE, language="ar")
    assert ingested.language == "en"
    assert ingested.warnings == ("this looks like English, and Arabic was expected",)


def test_pasted_text_has_no_original() -> None:
    ingested = read_pasted("one\r\ntwo \ud800", role=Role.ARTICLE, language="en")
    assert ingested.text == "one\ntwo \N{REPLACEMENT CHARACTER}"
    assert ingested.original_sha256 is None


def test_a_kind_that_is_given_is_not_guessed() -> None:
    text = "المذيع: متى؟\nالضيف: غداً.\nالمذيع: شكراً."
    assert read_pasted(text, role=Role.SOURCE, language="ar").kind is DocumentKind.TRANSCRIPT
    assert read_pasted(text, role=Role.SOURCE, language="ar", kind=DocumentKind.WIRE).kind is DocumentKind.WIRE


def test_sizes_are_capped_with_a_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 2**20)
    with pytest.raises(BadInput, match=r"big\.txt: the file has 2 MB, more than the 1 MB that are read; split it"):
        read_upload("big.txt", b"a" * 2**21, role=Role.SOURCE, language="ar")
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 1000)
    with pytest.raises(BadInput, match=r"the text has 1,001 characters, more than the 1,000 that are stored"):
        read_pasted("a" * 1001, role=Role.SOURCE, language="ar")


@pytest.mark.shared
def test_the_seed_article_is_read_as_it_is(shared_data: Path) -> None:
    path = shared_data / "seed" / "article.en.txt"
    document = read_document(path, role=Role.ARTICLE, language="en")
    assert document.text == path.read_text(encoding="utf-8")
    assert document.furniture == ()
    assert document.title.startswith("ISIS claims attack")
