"""The acceptance article: its quotations get the findings that a careful reader makes, and its prose none."""

from pathlib import Path

import pytest

from tests.extract.passages import document
from workbench.checks import run
from workbench.extract import quotations
from workbench.model import FRAGMENT_JOINER, Context, Finding, JoinedText, Quotation, Unit

ARTICLE = Path(__file__).parents[3] / "shared" / "data" / "seed" / "article.en.txt"

pytestmark = pytest.mark.shared

# How each quotation begins, and the checks that speak with the words they speak of. What only the Arabic can tell (the two headquarters) is
# tested on the sample of the same events, whose quotations are worded alike.
EXPECTED = [
    ("three martyrdom attackers", [("brackets-added", "[Baath]"), ("elision", "…")]),
    ("dealt with the other", []),
    ("The entry into Hama", [("brackets-added", "[lines]")]),
    ("we had several meetings", [("missing-space", ",")]),
    ("Most of the factions", [("repeated-words", "the need the need")]),
    ("mistakes of Idlib", []),
    ("Plans have been prepared", [("brackets-added", "[governing Hama]")]),
]
IN_QUOTATIONS = {finding for _, findings in EXPECTED for finding in findings}


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text(encoding="utf-8")


def unit_of(quotation: Quotation, text: str) -> Unit:
    target = JoinedText.of(text, list(quotation.fragments), FRAGMENT_JOINER)
    context = Context(interpolations=target.from_document(quotation.interpolations), elisions=target.from_document(quotation.elisions))
    return Unit(key="quotation", source="", target=target.text, quotation_id="quotation", context=context)


def placed(findings: list[Finding], target: str) -> list[tuple[str, str]]:
    return [(finding.check_id, finding.target_span.of(target)) for finding in findings if finding.target_span]


def test_the_quotations_get_exactly_these_findings(text: str) -> None:
    found = [unit_of(quotation, text) for quotation in quotations(document(text, "en"))]
    assert len(found) == len(EXPECTED)
    for unit, (start, expected) in zip(found, EXPECTED, strict=True):
        assert unit.target.startswith(start)
        findings = run(unit)
        assert placed(findings, unit.target) == expected
        assert len(findings) == len(expected)


def test_the_slips_come_with_their_repair(text: str) -> None:
    suggestions = {
        finding.check_id: finding.suggestion
        for quotation in quotations(document(text, "en"))
        for finding in run(unit_of(quotation, text))
        if finding.suggestion is not None
    }
    assert suggestions == {"missing-space": ", ", "repeated-words": "the need"}


def test_the_prose_around_them_is_left_in_peace(text: str) -> None:
    paragraphs = [line for line in text.splitlines() if line.strip()]
    found = {finding for paragraph in paragraphs for finding in placed(run(Unit.of("", paragraph)), paragraph)}
    assert found == IN_QUOTATIONS
