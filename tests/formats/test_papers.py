"""What people read of a reviewed article: nothing of a text is markup, every change is one a reader can accept or reject."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pytest
from docx.oxml.ns import qn
from docx_revisions import RevisionDocument
from lxml import etree, html

from workbench.formats import PAPERS, note_markdown
from workbench.formats.papers import Paper, Quote
from workbench.formats.record import Note, Record, State

AT = datetime(2016, 10, 4, 9, 30, tzinfo=UTC)
APPROVED = Quote(
    record=Record(
        key="hama-2016/q01",
        source="أجرينا لقاءات عدة",
        target="We held several meetings, God willing",
        state=State.APPROVED,
        published="We had several meetings,God willing",
        speaker="Abu Ahmed",
        outlet="All4Syria",
        reviewer="Omar",
        changed_at=AT,
        notes=(Note("Which meetings?", "Lina Haddad", AT), Note("No idea.")),
    ),
    state="Approved",
    kind="direct",
    place="All4Syria, Interview",
    text_author="Lina Haddad",
)
REJECTED = Quote(record=Record(key="q02", source="نص", target="text", state=State.REJECTED, reviewer="Omar"), state="Rejected", reason="not said")
OPEN = Quote(record=Record(key="q03", source="نص", target="texts", published="text", state=State.CHANGED), state="Changed")
AS_PRINTED = Quote(record=Record(key="q04", source="", target="fine", published="fine", state=State.APPROVED), state="Approved")
HOSTILE = replace(
    APPROVED, record=Record(key="<b>*q*</b>", source="<script>\x0b", target="a ](http://x) **b** <i>", published="\x0c[a", state=State.APPROVED)
)
PAPER = Paper(
    title="ISIS & Hama", outlet="NOW", published=date(2016, 10, 3), url="https://example.org/a", quotes=(APPROVED, REJECTED, OPEN, AS_PRINTED)
)
BY_ID = {kind.id: kind for kind in PAPERS}


def written(paper_id: str, paper: Paper = PAPER) -> bytes:
    stream = io.BytesIO()
    BY_ID[paper_id].write(paper, stream)
    return stream.getvalue()


def paper_of(*quotes: Quote) -> Paper:
    return replace(PAPER, quotes=quotes)


def test_a_note_is_about_what_was_decided_and_names_what_is_open():
    assert PAPER.corrections == (APPROVED, REJECTED)
    assert PAPER.still_open == (OPEN,)
    assert PAPER.summary == "4 quotes reviewed, 2 with a correction, 1 still open."
    assert replace(AS_PRINTED, remedy="remove quote marks").corrects
    assert not replace(AS_PRINTED, remedy="leave").corrects


def test_markdown():
    text = written("note-md").decode()
    assert "> “We <del>had</del><ins>held</ins> several meetings,<ins>␣</ins>God willing”" in text
    assert "- Speaker: Abu Ahmed, to All4Syria" in text
    assert "- Verdict: Rejected, Omar: not said" in text
    assert "- Lina Haddad, 2016-10-04: Which meetings?" in text
    assert text.index("q02") < text.index("Nobody answers") < text.index("q03")
    assert "fine" not in text


def test_markdown_shows_text_as_text():
    text = written("note-md", paper_of(HOSTILE)).decode()
    assert "\\<b\\>\\*q\\*\\</b\\>" in text
    assert "\\*\\*b\\*\\* \\<i\\>" in text
    assert "[a" not in text.replace("\\[a", "")
    assert [note_markdown.literal(text) for text in ("a\n# b", "- x-y", "12) z.", "2016 - 10")] == ["a \\# b", "\\- x-y", "12\\) z.", "2016 - 10"]


def test_html():
    page = html.document_fromstring(written("note-html"))
    quote = page.find(".//blockquote")
    assert quote.text_content() == "“We hadheld several meetings, God willing”"
    assert ([gone.text for gone in quote.iter("del")], [come.text for come in quote.iter("ins")]) == (["had"], ["held", " "])
    arabic = page.find_class("arabic")[0]
    assert (arabic.get("lang"), arabic.get("dir"), arabic.text) == ("ar", "rtl", "أجرينا لقاءات عدة")
    assert [link.get("href") for link in page.iter("a")] == ["https://example.org/a"]
    assert not list(page.iter("script", "link", "img"))


def test_html_shows_text_as_text():
    page = html.document_fromstring(written("note-html", replace(paper_of(HOSTILE), url="javascript:alert(1)", title="</title><script>")))
    assert not list(page.iter("script", "i", "a"))
    assert page.find(".//h2").text == "<b>*q*</b>"


def body(content: bytes) -> etree._Element:
    return docx.Document(io.BytesIO(content)).element.body


@pytest.mark.parametrize("paper_id", ["note-docx", "table-docx"])
def test_changes_are_tracked_under_their_authors_name(paper_id):
    root = body(written(paper_id, paper_of(APPROVED)))
    tracked = [(change.tag, change.get(qn("w:author")), change.get(qn("w:date"))) for change in root.iter(qn("w:ins"), qn("w:del"))]
    assert tracked == [(qn(tag), "Lina Haddad", "2016-10-04T09:30:00Z") for tag in ("w:del", "w:ins", "w:ins")]
    assert [text.text for text in root.iter(qn("w:delText"))] == ["had"]
    paragraph = next(root.iter(qn("w:del"))).getparent()
    accepted = "".join(text.text for text in paragraph.iter(qn("w:t")))
    rejected = "".join(text.text for text in paragraph.iter(qn("w:t"), qn("w:delText")) if text.getparent().getparent().tag != qn("w:ins"))
    assert accepted.strip("“”") == APPROVED.record.target
    assert rejected.strip("“”") == APPROVED.published


@pytest.mark.parametrize("paper_id", ["note-docx", "table-docx"])
def test_docx_revisions_reads_them_as_we_meant_them(paper_id):
    document = RevisionDocument(io.BytesIO(written(paper_id, paper_of(APPROVED))))
    (paragraph,) = [paragraph for paragraph in document.all_paragraphs if paragraph.has_track_changes]
    assert (paragraph.accepted_text.strip("“”"), paragraph.original_text.strip("“”")) == (APPROVED.record.target, APPROVED.published)
    assert [(change.author, change.date) for change in document.track_changes] == [("Lina Haddad", AT)] * 3


@pytest.mark.parametrize("paper_id", ["note-docx", "table-docx"])
def test_comments_have_their_author_and_time(paper_id):
    document = docx.Document(io.BytesIO(written(paper_id)))
    comments = [(comment.author, comment.initials, comment.text, comment._comment_elm.get(qn("w:date"))) for comment in document.comments]
    assert comments == [("Lina Haddad", "LH", "Which meetings?", "2016-10-04T09:30:00Z"), ("quote workbench", "qw", "No idea.", None)]


def test_the_table_is_landscape_and_its_arabic_runs_from_the_right():
    document = docx.Document(io.BytesIO(written("table-docx")))
    section = document.sections[0]
    assert section.page_width > section.page_height
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Unit", "Arabic", "English, with changes", "Review"]
    assert len(table.rows) == 5
    arabic = table.rows[1].cells[1].paragraphs[0]
    assert arabic.text == "أجرينا لقاءات عدة"
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    assert arabic.runs[0]._r.rPr.find(qn("w:rtl")) is not None
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("paper_id", BY_ID)
def test_the_same_review_gives_the_same_bytes(paper_id):
    assert written(paper_id) == written(paper_id)
    if paper_id.endswith("docx"):
        with zipfile.ZipFile(io.BytesIO(written(paper_id))) as packed:
            assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("paper_id", BY_ID)
@pytest.mark.parametrize("quotes", [(), (HOSTILE,), (AS_PRINTED,)], ids=["none", "hostile", "nothing to correct"])
def test_there_is_always_a_paper(paper_id, quotes):
    assert written(paper_id, replace(paper_of(*quotes), outlet=None, published=None, url=None, title="Na\x00me"))
