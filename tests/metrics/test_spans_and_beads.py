"""The figures of an evaluation, on cases one can count by hand."""

import pytest

from workbench.metrics import beads, spans
from workbench.model import Bead, Span

TEXT = "واحد اثنان ثلاثة أربعة"


def test_token_f1_counts_whole_words() -> None:
    assert spans.token_f1(TEXT, [Span(0, 10)], [Span(0, 10)]) == 1
    assert spans.token_f1(TEXT, [Span(0, 4)], [Span(11, 16)]) == 0
    assert spans.token_f1(TEXT, [Span(0, 10)], [Span(0, 7)]) == pytest.approx(2 / 3)
    assert spans.token_f1(TEXT, [Span(0, 4), Span(11, 16)], [Span(0, 16)]) == pytest.approx(0.8)
    assert spans.token_f1(TEXT, [], []) == 0


def test_of_nothing_there_is_no_figure() -> None:
    assert spans.mean([]) is None
    assert spans.bootstrap([]) is None
    assert spans.area_under_curve([], [0.5]) is None
    assert spans.precision_at([], 0.6) is None


def test_the_bootstrap_is_the_same_every_time_and_holds_the_mean() -> None:
    values = [0.0, 1.0, 1.0, 1.0, 0.5]
    low, high = spans.bootstrap(values)
    assert (low, high) == spans.bootstrap(values)
    assert low <= spans.mean(values) <= high


def test_precision_at_a_coverage_looks_at_the_most_confident() -> None:
    answers = [(0.9, True), (0.8, True), (0.3, False), (0.2, False), (0.1, True)]
    assert spans.precision_at(answers, 0.4) == 1
    assert spans.precision_at(answers, 1.0) == pytest.approx(0.6)


def test_beads_with_an_empty_side_count_for_nothing() -> None:
    gold = [Bead((0,), (0,)), Bead((1,), ()), Bead((2, 3), (1,))]
    assert beads.score(gold, [Bead((0,), (0,)), Bead((), (2,)), Bead((2, 3), (1,))]).strict_f1 == 1
    half = beads.score(gold, [Bead((0,), (0,)), Bead((2,), (1,)), Bead((3,), ())])
    assert (half.strict_f1, half.lax_f1) == (0.5, 1.0)
    nothing = beads.score(gold, [])
    assert (nothing.strict_f1, nothing.lax_f1) == (0.0, 0.0)
    assert (beads.score([], []) + beads.BeadScore()).strict_f1 == 1
