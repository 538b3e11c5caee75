"""Running the checks together: on planted errors, on the sample corpora, and when one of them crashes."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks import measuring
from workbench.checks import CHECKS, NOTHING_KNOWN, Check, CheckContext, run, signature
from workbench.model import FRAGMENT_JOINER, SPAN_JOINER, Context, Finding, JoinedText, Severity, Span, Unit

CORPORA = Path(__file__).resolve().parents[2] / "corpora"

# Where the checks differ from the gold of our own samples, by rendering: (expected and missed, found and not expected). The second is right:
# the day of the month is as wrong as the weekday, which alone the gold counts.
KNOWN_DIFFERENCES = {
    "The author of the letter is the engineer Wael Zaydan and nobody else,": ({"name"}, set()),
    "on Tuesday, 12 October.": (set(), {"number"}),
    "I do not want anyone punished, I want what is written to be kept where it cannot get lost.": ({"length"}, set()),
}


def crash(_unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    raise RuntimeError("out of order")


def test_a_check_that_crashes_is_one_finding_that_says_so() -> None:
    checks = (Check("broken", "Broken", crash, Severity.MINOR), next(check for check in CHECKS if check.id == "repeated-words"))
    first, second = run(Unit.of("", "on the need the need"), NOTHING_KNOWN, checks)
    assert (first.check_id, second.check_id) == ("broken", "repeated-words")
    assert "RuntimeError: out of order" in first.message


def test_ids_are_unique_and_the_signature_counts_them() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    assert str(signature()).startswith(f"checks:{len(CHECKS)}|langs:ar-en|")


MIXED = st.text(alphabet='aA bB.,!?()[]"“”…0123٣ابتلم و%٪’\n\u200b', max_size=60)


@given(MIXED, MIXED)
def test_whatever_the_texts_no_check_crashes_and_spans_lie_inside(source: str, target: str) -> None:
    for finding in run(Unit.of(source, target)):
        assert "failed" not in finding.message
        assert finding.source_span is None or finding.source_span.end <= len(source)
        assert finding.target_span is None or finding.target_span.end <= len(target)


@given(MIXED)
def test_a_repair_of_a_slip_in_writing_removes_its_finding(target: str) -> None:
    for check_id in ("double-space", "missing-space", "invisible-characters"):
        check = next(check for check in CHECKS if check.id == check_id)
        before = list(check.find(Unit.of("", target), NOTHING_KNOWN))
        if before and before[0].target_span is not None and before[0].suggestion is not None:
            span = before[0].target_span
            repaired = target[: span.start] + before[0].suggestion + target[span.end :]
            assert len(list(check.find(Unit.of("", repaired), NOTHING_KNOWN))) < len(before)


def quotations(corpus: str) -> Iterator[tuple[Unit, CheckContext, set[str]]]:
    """Every quotation of a sample's gold as a unit on its first place, and the findings expected."""
    root = CORPORA / corpus
    for number, row in enumerate(json.loads((root / "gold.json").read_text(encoding="utf-8"))["quotations"]):
        article = (root / row["document"]).read_text(encoding="utf-8")
        target = JoinedText.of(article, [Span(*pair) for pair in row["fragments"]], FRAGMENT_JOINER)
        source, before, after, elided = "", "", "", ()
        if row["places"]:
            place = row["places"][0]
            text = (root / place["document"]).read_text(encoding="utf-8")
            spans = [Span(*pair) for pair in place["spans"]]
            source = JoinedText.of(text, spans, SPAN_JOINER).text
            before, after = text[max(0, spans[0].start - 300) : spans[0].start], text[spans[-1].end : spans[-1].end + 300]
            elided = tuple(text[left.end : right.start] for left, right in pairwise(spans))
        context = Context(
            source_before=before,
            source_after=after,
            interpolations=target.from_document(Span(*pair) for pair in row["interpolations"]),
            elisions=target.from_document(Span(*pair) for pair in row["elisions"]),
        )
        unit = Unit(key=f"{corpus}/q{number:02}", source=source, target=target.text, quotation_id=f"q{number:02}", context=context)
        yield unit, CheckContext(elided=elided), set(row["findings"])


@pytest.mark.parametrize(
    ("unit", "context", "expected"),
    [row for corpus in ("hama-2016", "tell-sanabel") for row in quotations(corpus)],
    ids=lambda value: getattr(value, "key", ""),
)
def test_the_samples_give_the_findings_a_careful_reader_makes(unit: Unit, context: CheckContext, expected: set[str]) -> None:
    found = {finding.check_id for finding in run(unit, context)}
    missed, extra = KNOWN_DIFFERENCES.get(unit.target, (set(), set()))
    assert (expected - found, found - expected) == (missed, extra)


# The least recall on the tuning half that a change may leave behind; what is reported is the other half (`python -m tests.checks.measuring`).
LEAST_RECALL = {
    "a digit of a number": 0.92,
    "the month": 0.90,
    "a dropped negation": 0.90,
    "a negation put in": 0.82,
    "another name": 0.90,
    "a doubled phrase": 0.94,
    "Arabic left over": 0.99,
    "a bracket put in": 0.99,
    "a missing space": 0.98,
}


@pytest.mark.shared
def test_planted_errors_are_found() -> None:
    recall = measuring.recall(measuring.pairs(measuring.TUNING)[::4])
    shares = {what: recall[what][0] / max(1, recall[what][1]) for what in LEAST_RECALL}
    assert all(shares[what] >= least - 0.08 for what, least in LEAST_RECALL.items()), shares  # a quarter of the pairs scatters


def test_errors_in_spoken_sentences_are_found_and_the_sentences_left_in_peace() -> None:
    for dialect, (found, planted, alarms) in measuring.spoken_recall().items():
        assert found >= 0.9 * planted, dialect
        assert alarms <= 1, dialect


def test_wrong_times_of_day_are_found_and_right_ones_left_in_peace() -> None:
    for name, (found, planted, alarms) in measuring.clock_recall().items():
        assert found >= 0.95 * planted, name
        assert alarms <= 4, name


@pytest.mark.shared
def test_right_pairs_are_mostly_left_in_peace() -> None:
    units = measuring.pairs(measuring.TUNING)
    severities = {check.id: check.severity for check in CHECKS}
    found = [severities[finding.check_id] for unit in units for finding in run(unit)]
    assert len(found) / len(units) <= 0.13
    assert sum(severity.rank >= Severity.MAJOR.rank for severity in found) / len(units) <= 0.03
