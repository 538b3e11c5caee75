"""Word documents: what belongs to the text, tracked changes, and archives that mean harm."""

import io
import zipfile

import pytest

from tests.ingest.docxs import W, docx, docx_of_xml, with_part
from workbench.errors import BadInput
from workbench.ingest import docx as reader


def test_paragraphs_and_cells_without_header() -> None:
    extracted = reader.extract(docx("عنوان الخبر", "قال «نعم».", table=[["أول", "ثان"]], title="A title", author="A. Writer"), "a.docx")
    assert extracted.text == "عنوان الخبر\n\nقال «نعم».\n\nأول\n\nثان"
    assert (extracted.title, extracted.author, extracted.warnings) == ("A title", "A. Writer", ())


def test_without_a_title_the_first_line_is_one() -> None:
    assert reader.extract(docx("Attack in Hama", "Two people were killed."), "a.docx").title == "Attack in Hama"


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    body = (
        "<w:p><w:r><w:t>he </w:t></w:r><w:del><w:r><w:delText>denied</w:delText></w:r></w:del><w:ins><w:r><w:t>said</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
    )
    extracted = reader.extract(docx_of_xml(body), "a.docx")
    assert extracted.text == "he said"
    assert extracted.warnings == ("the file has tracked changes; it was read with all of them accepted",)


def test_breaks_tabs_hyphens_links_and_content_controls() -> None:
    body = (
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>pro</w:t><w:noBreakHyphen/><w:t>peace</w:t></w:r>"
        "<w:hyperlink><w:r><w:t> linked</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert reader.extract(docx_of_xml(body), "a.docx").text == "one\ntwo\tpro\N{NON-BREAKING HYPHEN}peace linked\n\nin a control"


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>text</w:t>{choice}</w:r></w:p>"
    assert reader.extract(docx_of_xml(body), "a.docx").text == "text\n\nin a box"


def test_an_archive_made_to_fill_the_memory_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(docx("x"), "word/media/image1.xml", b"\0" * 40_000_000)
    assert len(bomb) < 2**17
    with pytest.raises(BadInput, match=r"^a\.docx: unpacked the file would have 39 MB; give only the text$"):
        reader.extract(bomb, "a.docx")


def test_an_archive_too_large_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(BadInput, match=r"^a\.docx: unpacked the file would have \d MB"):
        reader.extract(docx("x"), "a.docx")


def test_entities_are_not_expanded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    document = f"<w:document {W}><w:body><w:p><w:r><w:t>a&l8;</w:t></w:r></w:p></w:body></w:document>"
    markup = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "lol">{lol}]>{document}'
    try:
        text = reader.extract(with_part(docx("x"), "word/document.xml", markup.encode()), "a.docx").text
    except BadInput:
        return
    assert len(text) < 100


@pytest.mark.parametrize("end", [3, 30, 500, -30])
def test_a_document_cut_off_is_refused(end: int) -> None:
    with pytest.raises(BadInput, match=r"^a\.docx: the file is damaged or no Word document"):
        reader.extract(docx("x")[:end], "a.docx")


def test_another_archive_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "words")
    with pytest.raises(BadInput, match=r"^a\.docx: this archive is no Word document; save the text as \.docx$"):
        reader.extract(stream.getvalue(), "a.docx")


def test_broken_xml_inside_is_refused() -> None:
    with pytest.raises(BadInput, match=r"^a\.docx: the Word document cannot be read"):
        reader.extract(with_part(docx("x"), "word/document.xml", b"<w:document"), "a.docx")
