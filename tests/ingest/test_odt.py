"""OpenDocument texts: what belongs to the text, white space, tracked changes, and archives that mean harm."""

import io
import zipfile

import pytest

from workbench.errors import BadInput
from workbench.ingest import odt
from workbench.ingest.reading import ODT, file_type, read_file
from workbench.model import Role

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)


def odt_of(body: str, meta: str = "", *, head: str = "", mime: bool = True) -> bytes:
    """A file as LibreOffice lays it out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        if mime:
            archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", f"<?xml version='1.0'?>{head}<office:document-content {NAMESPACES}><office:body><office:text>{body}"
                         "</office:text></office:body></office:document-content>")  # fmt: skip
        archive.writestr("meta.xml", f"<office:document-meta {NAMESPACES}><office:meta>{meta}</office:meta></office:document-meta>")
    return stream.getvalue()


def text_of(body: str) -> str:
    return odt.extract(odt_of(body), "a.odt").text


def test_headings_paragraphs_lists_and_cells_in_order() -> None:
    body = (
        "<text:h>عنوان</text:h><text:p>قال <text:span>«نعم»</text:span>.</text:p><text:p/>"
        "<text:list><text:list-item><text:p>نقطة</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>أول</text:p></table:table-cell></table:table-row></table:table>"
    )
    content = odt_of(body, "<dc:title>A title</dc:title><meta:initial-creator>A. Writer</meta:initial-creator><dc:creator>Other</dc:creator>")
    extracted = odt.extract(content, "a.odt")
    assert extracted.text == "عنوان\n\nقال «نعم».\n\nنقطة\n\nأول"
    assert (extracted.title, extracted.author, extracted.warnings) == ("A title", "A. Writer", ())


def test_white_space_is_what_the_format_says_it_is() -> None:
    assert text_of('<text:p>  one \n two<text:s text:c="3"/>three<text:tab/>four<text:line-break/> five </text:p>') == "one two   three\tfour\nfive"


def test_notes_comments_and_deleted_text_are_not_part_of_it() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>said<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note> so"
        "<office:annotation><text:p>who?</text:p></office:annotation></text:p>"
    )
    extracted = odt.extract(odt_of(body), "a.odt")
    assert extracted.text == "said so"
    assert extracted.warnings == ("the file has tracked changes; it was read with all of them accepted",)


def test_a_text_box_comes_on_its_own() -> None:
    assert text_of("<text:p>text<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame></text:p>") == "text\n\nin a box"


def test_it_is_told_from_a_word_document_by_its_content() -> None:
    content = odt_of("<text:p>قال نعم.</text:p>")
    assert file_type("a.docx", content) is ODT
    assert file_type("a.odt", odt_of("<text:p>x</text:p>", mime=False)) is ODT
    assert read_file("a.odt", content, role=Role.SOURCE).text == "قال نعم."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04nonsense", "damaged or locked"),
        (odt_of("<text:p>x</text:p>")[:200], "damaged or locked"),
        (odt_of("<text:p>"), "cannot be read"),
        (odt_of("<text:p>&l;</text:p>", head='<!DOCTYPE d [<!ENTITY l "lol">]>'), "document type"),
        (odt_of("x" * 60_000_000), "unpacked the file would have"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused_in_one_line(content: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message) as caught:
        odt.extract(content, "a.odt")
    assert "\n" not in str(caught.value)


def test_an_odt_that_is_a_spreadsheet_is_refused() -> None:
    with pytest.raises(BadInput, match="no text"):
        odt.extract(_spreadsheet(), "a.odt")


def _spreadsheet() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content {NAMESPACES}><office:body/></office:document-content>")
    return stream.getvalue()
