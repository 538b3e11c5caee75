"""The scorer of quotations on cases small enough to count by hand."""

import pytest

from workbench.metrics.quotations import Rates, Spoken, same_speaker, score, spoken
from workbench.model import Attribution, AttributionRole, Party, Quotation, QuotationKind, Span

QUOTE, OTHER, HE = Span(10, 20), Span(40, 50), Span(22, 24)


def test_nothing_wanted_and_nothing_found_is_right() -> None:
    result = score([], [])
    assert (result.exact.f1, result.overlapping.f1, result.spoken.f1) == (1.0, 1.0, 1.0)


def test_a_shifted_edge_counts_as_overlap_only() -> None:
    result = score([Spoken(QUOTE, HE)], [Spoken(Span(11, 20), HE)])
    assert (result.exact.right, result.overlapping.right, result.spoken.right) == (0, 1, 0)


def test_an_invented_speaker_costs_precision() -> None:
    result = score([Spoken(QUOTE, HE), Spoken(OTHER)], [Spoken(QUOTE, HE), Spoken(OTHER, HE)])
    assert result.spoken == Rates(right=1, gold=1, found=2)
    assert result.spoken.f1 == pytest.approx(2 / 3)


def test_one_found_region_answers_for_one_of_the_gold_only() -> None:
    result = score([Spoken(Span(0, 5)), Spoken(Span(6, 9))], [Spoken(Span(0, 9))])
    assert result.overlapping == Rates(right=1, gold=2, found=1)


def test_scores_of_documents_add_up() -> None:
    right = score([Spoken(QUOTE, HE)], [Spoken(QUOTE, HE)])
    assert (right + score([Spoken(QUOTE, HE)], [])).spoken == Rates(right=1, gold=2, found=1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Spoken(QUOTE, HE), Spoken(QUOTE, Span(23, 30)), True),
        (Spoken(QUOTE, HE), Spoken(QUOTE, Span(24, 30)), False),
        (Spoken(QUOTE, HE, "Abu Ahmed"), Spoken(QUOTE, Span(30, 36), "Ahmed"), True),
        (Spoken(QUOTE, None, "Abu Ahmed"), Spoken(QUOTE, None, "Abu Salim"), False),
        (Spoken(QUOTE, None, "the"), Spoken(QUOTE, None, "a"), False),
    ],
)
def test_same_speaker(one: Spoken, other: Spoken, *, same: bool) -> None:
    assert same_speaker(one, other) is same


def test_every_fragment_is_scored_with_its_quotations_speaker() -> None:
    party = Party("he", HE, AttributionRole.SPEAKER, resolved="Abu Ahmed")
    quotation = Quotation(id="q01", document_id="d", fragments=(QUOTE, OTHER), kind=QuotationKind.DIRECT, attribution=Attribution((party,)))
    assert spoken([quotation]) == [Spoken(QUOTE, HE, "Abu Ahmed"), Spoken(OTHER, HE, "Abu Ahmed")]
