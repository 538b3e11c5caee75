"""The quality report: figures with the size of their samples, plots inside the page, nothing from outside."""

import io
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from tests import system
from workbench.errors import WorkbenchError
from workbench.formats import printing, quality_html
from workbench.formats.quality import Marked, Quality, Rater
from workbench.metrics.effort import effort
from workbench.metrics.mqm import Tally
from workbench.model import ErrorSeverity

MAJOR, MINOR, CRITICAL = ErrorSeverity.MAJOR, ErrorSeverity.MINOR, ErrorSeverity.CRITICAL
KINDS = [("accuracy/omission", MAJOR), ("accuracy/omission", MINOR), ("linguistic-conventions/punctuation", MINOR), ("project/<b>$x$", CRITICAL)]
PAIRS = [("we had several talks", "we held several talks"), ("the the need", "the need"), ("fine as it is", "fine as it is")]
QUALITY = Quality(
    title="ISIS & <Hama>",
    until=date(2016, 10, 4),
    states=(("Waiting for revision", 3), ("Approved", 2), ("Rendering rejected", 0)),
    tally=Tally.of(KINDS, 186),
    titles={"accuracy/omission": "Omission"},
    raters=(Rater("Lina", 4, 2, 32),),
    worst=(Marked("q1", "we <i>had</i> talks", 3, 31),),
    effort=effort(PAIRS),
    alone=1,
    signature="workbench:0.1.0|points:mqm-2.0",
)
EMPTY = replace(QUALITY, until=None, states=(), tally=Tally.of([], 0), raters=(), worst=(), effort=None, alone=0)


def page_of(quality: Quality) -> tuple[bytes, html.HtmlElement]:
    stream = io.BytesIO()
    quality_html.write(quality, stream)
    return stream.getvalue(), html.document_fromstring(stream.getvalue())


def test_points_by_both_schemes():
    assert (QUALITY.tally.points, QUALITY.tally.wmt_points, QUALITY.tally.errors) == (32, 11.1, 4)
    assert QUALITY.tally.categories == ("project/<b>$x$", "accuracy/omission", "linguistic-conventions/punctuation")
    assert Tally.of([("accuracy/non-translation", MAJOR)], 600).wmt_points == 25
    assert [Tally.of(KINDS, words).raw_score is None for words in (0, 499, 500, 20_000, 20_001)] == [True, True, False, False, True]
    assert Tally.of(KINDS, 1000).raw_score == pytest.approx(96.8)


def test_effort_counts_words_of_all_reviewed_renderings():
    found = effort(PAIRS)
    assert found is not None
    assert (found.renderings, found.changed, found.words, found.interval) == (3, 2, 10, None)
    assert found.value == pytest.approx(100 * 2 / 10)
    assert "case:mixed" in found.signature
    many = effort(PAIRS * 5)
    assert many is not None
    assert many.interval is not None
    assert many.interval[0] < many.value < many.interval[1]
    assert effort([]) is None
    assert effort([("words", " ")]) is None


def test_a_small_sample_gets_no_grade_and_says_so():
    text = page_of(QUALITY)[1].text_content()
    assert "32 points" in text
    assert "The sample has 186 words. Below 500 no grade means anything" in text
    assert "raw score" not in text.split("How the figures")[0]
    assert "So few renderings give no interval" in text
    assert "marked by one person, Lina" in text
    large = page_of(replace(QUALITY, tally=Tally.of(KINDS, 2000)))[1].text_content()
    assert "16.0 points in a thousand words; raw score 98.40. One critical error is enough" in large


def test_text_is_text_and_nothing_comes_from_outside():
    content, page = page_of(QUALITY)
    assert page.findtext(".//h1/span") == "ISIS & <Hama>"
    assert not list(page.iter("script", "img", "link", "iframe", "object", "b", "i"))
    assert len(list(page.iter("svg"))) == 2
    pointing = [value for element in page.iter() for name, value in element.attrib.items() if name in ("href", "src", "xlink:href")]
    assert all(value.startswith("#") for value in pointing)
    assert b"@import" not in content
    assert "q1" in page.text_content()
    assert [svg.get("aria-label") for svg in page.iter("svg")] == ["Quotations by state", "Points by category and severity"]
    assert page_of(QUALITY)[0] == content


def test_nothing_reviewed_is_a_report_too():
    text = page_of(EMPTY)[1].text_content()
    assert "0 quotations, nothing reviewed yet." in text
    assert "Nobody has marked an error. That says that nobody did" in text
    assert "No rendering has been reviewed yet." in text


@pytest.mark.browser
def test_chromium_prints_it():
    if system.find("chromium") is None:
        pytest.skip(system.advice("chromium"))
    content = printing.pdf(page_of(QUALITY)[0])
    assert content.startswith(b"%PDF-")
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "32 points" in text
    assert "Points by MQM 2.0" in text


def test_without_a_browser_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(printing, "browser", lambda: None)
    with pytest.raises(WorkbenchError, match="take the HTML"):
        printing.pdf(b"")
    monkeypatch.setattr(printing, "browser", lambda: "/bin/false")
    with pytest.raises(WorkbenchError, match="did not print the page"):
        printing.pdf(b"")
