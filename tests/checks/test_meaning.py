"""A clause left out is found, and shown, by its meaning."""

import pytest

from workbench.checks import CHECKS, CheckContext, run
from workbench.checks.coverage import uncovered
from workbench.encoder import load
from workbench.model import Unit

LENGTH = [check for check in CHECKS if check.id == "length"]
ARABIC = "اختُبرت صفارة الإنذار هذا الصباح في البلدة، وسُمعت بوضوح في كل بيت من بيوتها، ثم عاد الناس إلى أعمالهم في الحقول"
WHOLE = (
    "The siren was tested in the town this morning and was heard clearly in every one of its houses; "
    "then people went back to their work in the fields"
)
PART = "The siren was tested in the town this morning; then people went back to their work in the fields"


@pytest.fixture(scope="module")
def context() -> CheckContext:
    return CheckContext(encoder=load())


def test_the_clause_is_shown_in_the_arabic(context: CheckContext) -> None:
    (finding,) = run(Unit.of(ARABIC, PART), context, LENGTH)
    assert finding.source_span is not None
    assert "بيت من بيوتها" in finding.source_span.of(ARABIC)
    assert "صفارة" not in finding.source_span.of(ARABIC)


def test_a_whole_rendering_is_left_alone(context: CheckContext) -> None:
    assert run(Unit.of(ARABIC, WHOLE), context, LENGTH) == []


def test_by_letters_alone_this_clause_is_missed() -> None:
    assert run(Unit.of(ARABIC, PART), checks=LENGTH) == []


def test_a_text_of_a_word_has_no_stretch_to_leave_out(context: CheckContext) -> None:
    assert context.encoder is not None
    assert uncovered("نعم", "Yes", context.encoder, off=-1.0) is None
    assert uncovered("", "", context.encoder, off=-1.0) is None
