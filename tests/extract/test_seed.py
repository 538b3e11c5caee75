"""The acceptance article, complete: what is quoted, who said it to whom, what the writer put in."""

from pathlib import Path

import pytest

from tests.extract.passages import document, seen
from workbench.extract import quotations
from workbench.extract.paragraphs import Part, paragraphs
from workbench.model import QuotationKind

ARTICLE = Path(__file__).parents[3] / "shared" / "data" / "seed" / "article.en.txt"

pytestmark = pytest.mark.shared

EXPECTED = [
    ("three martyrdom attackers…", "A3maq", None, "saying"),
    ("dealt with the other bomber", "Ghassan Khalaf", "Sham FM", "telling"),
    ("The entry into Hama", "the military source", "Enab Baladi", "said"),
    ("we had several meetings", "Abu Ahmed", "All4Syria", "told"),
    ("Most of the factions", "Abu Ahmed", "All4Syria", "said"),
    ("mistakes of Idlib.", "Abu Ahmed", "All4Syria", "vowed"),
    ("Plans have been prepared", "Abu Ahmed", "All4Syria", "added"),
]


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text(encoding="utf-8")


def test_the_seven_quotations_with_speakers_and_outlets(text: str) -> None:
    found = [seen(quotation, text) for quotation in quotations(document(text, "en"))]
    assert len(found) == len(EXPECTED)
    for quotation, (start, speaker, outlet, cue) in zip(found, EXPECTED, strict=True):
        assert quotation["text"].startswith(start)
        assert (quotation["resolved"], quotation["outlet"], quotation["cue"]) == (speaker, outlet, cue)


def test_what_the_text_itself_says_stays_beside_the_name(text: str) -> None:
    third, fourth = quotations(document(text, "en"))[2:4]
    assert third.attribution is not None
    assert fourth.attribution is not None
    assert third.attribution.speaker is not None
    assert third.attribution.speaker.who == "he"
    assert fourth.attribution.speaker is not None
    assert fourth.attribution.speaker.who.startswith("A military commander in the Free Syrian Army")
    assert fourth.attribution.outlet is not None
    assert fourth.attribution.outlet.who == "a pro-opposition outlet"
    assert any("taken to be Abu Ahmed" in reason for reason in fourth.reasons)


def test_brackets_ellipsis_and_the_few_words(text: str) -> None:
    found = quotations(document(text, "en"))
    assert [span.of(text) for quotation in found for span in quotation.interpolations] == ["[Baath]", "[lines]", "[governing Hama]"]
    assert [span.of(text) for quotation in found for span in quotation.elisions] == ["…"]
    assert found[5].kind in {QuotationKind.SCARE, QuotationKind.PARTIAL}


def test_headlines_byline_and_caption_are_known(text: str) -> None:
    parts = [paragraph.part for paragraph in paragraphs(text)]
    assert parts[0] is Part.HEADLINE
    assert parts.count(Part.BYLINE) == 1
    assert Part.CAPTION in parts
