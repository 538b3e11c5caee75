"""What stands around a quotation decides between places that its words cannot tell apart; of one place several bounds are offered."""

import pytest

from tests.align.test_places import source
from workbench.align.answers import MOST_BOUNDS, SAME_WORDS
from workbench.align.confidence import Facts, confidence
from workbench.align.places import find
from workbench.model import Link
from workbench.ports import SpanEncoder

TWICE = (
    "قال وزير الصحة إن المستشفى تلقى «دعما كبيرا» من المنظمات الدولية.\n"
    "وأغلق البنك أبوابه يوم الأحد.\n"
    "وأضاف مدرب الفريق أن اللاعبين وجدوا «دعما كبيرا» من الجمهور في الملعب.\n"
)
HOSPITAL = "The health minister said the hospital had received “great support” from international organisations."
STADIUM = "The coach said the players had found “great support” from the crowd in the stadium."


@pytest.mark.parametrize("text", [TWICE, TWICE.replace("«", "").replace("»", "")])
@pytest.mark.parametrize(("around", "line"), [(HOSPITAL, 0), (STADIUM, 2)])
def test_the_sentence_around_tells_two_places_apart(text: str, around: str, line: int, encoder: SpanEncoder) -> None:
    found = find("great support", [source(text)], encoder, article_context=around)
    best = found.candidates[0]
    assert text.count("\n", 0, best.spans[0].start) == line
    assert "sentences around agree" in best.reasons
    alone = find("great support", [source(text)], encoder)
    assert found.confidence > alone.confidence


def test_of_a_paragraph_around_the_sentence_that_holds_the_quote_counts(encoder: SpanEncoder) -> None:
    paragraph = f"The bank closed its doors on Sunday. {STADIUM} The minister was not there."
    assert find("great support", [source(TWICE)], encoder, article_context=paragraph) == find(
        "great support", [source(TWICE)], encoder, article_context=STADIUM
    )


def test_the_better_the_sentences_agree_the_surer() -> None:
    def sure(around: float | None) -> float:
        return confidence(Facts(likeness=0.6, margin=0.1, words=2, marked=False, fit=0, evidence=0, around=around))

    assert sure(0.3) < sure(0.5) == sure(None) < sure(0.7)


def test_what_stands_around_matters_less_for_many_words() -> None:
    def gain(words: int) -> float:
        low, high = (confidence(Facts(likeness=0.5, margin=0.1, words=words, marked=False, fit=0, evidence=0, around=near)) for near in (0.4, 0.6))
        return high - low

    assert gain(2) > gain(20) > 0


def test_other_bounds_are_clearly_others_and_cut_through_no_quote_marks(encoder: SpanEncoder) -> None:
    text = "وأضاف القيادي: «أُعدّت الخطط لذلك، ولن تُترك المدينة للفوضى يوما واحدا».\nوغادر الوفد مساء.\n"
    links = find("Plans have been prepared for that", [source(text)], encoder).candidates
    same = [link for link in links if link.spans[0].overlap(links[0].spans[0])]
    assert 2 <= len(same) <= MOST_BOUNDS
    for at, one in enumerate(same):
        assert all(shared(one, other, text) < SAME_WORDS for other in same[:at])
        if at:
            inside = one.text(text)
            assert ("«" in inside) == ("»" in inside)


def shared(one: Link, other: Link, text: str) -> float:
    """The word F1 of two links of one source."""
    left, right = one.text(text).split(), other.text(text).split()
    return 2 * len(set(left) & set(right)) / (len(left) + len(right))
