"""How sure a place is: a probability, and the words that a reviewer reads."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.confidence import LIKELY, SHORT, SURE, WIDEST_MARGIN, Facts, certainty, confidence, reasons
from workbench.model import Certainty

FIGURE = st.floats(-1, 1)
FACTS = st.builds(
    Facts,
    likeness=FIGURE,
    margin=FIGURE,
    words=st.integers(0, 300),
    marked=st.booleans(),
    fit=st.floats(-20, 20),
    evidence=st.floats(-10, 10),
    around=st.none() | FIGURE,
)


@given(FACTS)
def test_it_is_a_probability(facts: Facts) -> None:
    assert 0 <= confidence(facts) <= 1


@given(FACTS, FIGURE)
def test_a_nearer_rival_never_makes_surer(facts: Facts, margin: float) -> None:
    near, far = sorted((facts.margin, margin))
    assert confidence(with_margin(facts, near)) <= confidence(with_margin(facts, far))


@given(FACTS)
def test_beyond_the_widest_margin_nothing_is_gained(facts: Facts) -> None:
    assert confidence(with_margin(facts, WIDEST_MARGIN)) == confidence(with_margin(facts, 1))


@given(
    st.floats(0, 1),
    st.builds(
        Facts,
        likeness=FIGURE,
        margin=FIGURE,
        words=st.integers(0, SHORT),
        marked=st.just(False),
        fit=st.floats(-20, 20),
        evidence=st.floats(-10, 1, exclude_max=True),
    ),
)
def test_few_words_without_marks_or_evidence_are_never_sure(probability: float, facts: Facts) -> None:
    assert certainty(probability, facts) is not Certainty.SURE


@pytest.mark.parametrize(
    ("probability", "expected"),
    [(SURE, Certainty.SURE), (SURE - 0.01, Certainty.LIKELY), (LIKELY, Certainty.LIKELY), (LIKELY - 0.01, Certainty.UNSURE)],
)
def test_the_words_for_a_probability(probability: float, expected: Certainty) -> None:
    assert certainty(probability, Facts(likeness=0.7, margin=0.3, words=12, marked=False, fit=0, evidence=0)) is expected


def test_reasons_say_what_speaks_for_and_against() -> None:
    said = reasons(Facts(likeness=0.7, margin=0.01, words=2, marked=True, fit=0, evidence=0), ("numbers",))
    assert said == (
        "just what stands inside quote marks",
        "close in meaning",
        "another candidate just as good",
        "same numbers",
        "too short to be sure by its words",
    )


def with_margin(facts: Facts, margin: float) -> Facts:
    return replace(facts, margin=margin)
