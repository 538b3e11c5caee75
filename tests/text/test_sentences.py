"""Sentence boundaries in the texts a newsroom has, not in the texts a grammar has."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Span
from workbench.text.sentences import SOFT_LIMIT, sentences


def cut(text: str, language: str, furniture: tuple[Span, ...] = ()) -> list[str]:
    return [span.of(text) for span in sentences(text, language, furniture)]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        (["He left.", "She stayed."], "plain stops"),
        (["Lt. Col. Ali Hasan met Gen. Omar.", "They left."], "ranks"),
        (["The U.S. Army left the U.S.", "The base closed."], "U.S. may end a sentence"),
        (["J. Smith and M. K. Jones came at 5 p.m. Monday.", "Nobody else did."], "initials and hours"),
        (["Only 3.5 percent voted on Sept. 27.", "In May.", "It rained."], "decimals and months"),
        (["They said no.", "There is."], "no. is an abbreviation before a digit only"),
        (["Room No. 5 was empty.", "1. The army advanced.", "2. The town fell."], "numbers of a list"),
        (["“Why?” he asked.", "“Go!” cried Ali."], "a stop inside quotes goes on in lower case"),
        (["He said “we will stay.”", "“They left,” he said."], "the closing mark belongs to the sentence"),
        (["three attackers… targeted the police.", "Who knows…", "Nobody."], "an ellipsis in mid-sentence"),
        (["They signed the deal.", "The text is secret."], "a forgotten space"),
        (["See Hamah.Now or www.sana.sy for more.", "It is slow."], "addresses"),
        (["(The army denied it.)", "[Later it did not.]"], "brackets"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_english(parts: list[str], why: str) -> None:
    joined = " ".join(parts).replace("deal. The", "deal.The")
    assert cut(joined, "en") == parts


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        (["قال الوزير ذلك.", "ثم غادر القاعة."], "plain stops"),
        (["هل انتهى الأمر؟", "نعم!", "لقد انتهى."], "question and exclamation"),
        (["التقى د. خالد العلي بالسفير.", "وغادر بعدها."], "titles"),
        (["بلغت النسبة 3.5 بالمئة و٤.٥ في حماة.", "وهي الأعلى."], "decimals in both digits"),
        (["الجيش يتقدم.. ومصادر تنفي... ولا تأكيد بعد.", "انتهى الخبر."], "two dots are a comma"),
        (["قال: «لن نرحل.»", 'وأضاف: "سنبقى."'], "closing marks"),
        (["سأله: «لماذا؟» قال إنه لا يعرف.", "ثم سكت."], "a question that the sentence goes on from"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_arabic(parts: list[str], why: str) -> None:
    assert cut(" ".join(parts), "ar-SY") == parts


def test_direction_marks_are_not_text() -> None:
    assert cut("\N{RIGHT-TO-LEFT MARK}وصلت القافلة.\N{RIGHT-TO-LEFT MARK} وغادرت.", "ar") == ["وصلت القافلة.", "وغادرت."]


def test_arabic_forgotten_space() -> None:
    assert cut("وصلت القوات إلى المدينة.وأضاف المصدر أن الطريق مقطوع", "ar") == ["وصلت القوات إلى المدينة.", "وأضاف المصدر أن الطريق مقطوع"]


def test_lines_are_sentences_but_broken_lines_are_not() -> None:
    assert cut("عنوان الخبر\nالسطر الأول من الخبر.\n\nسطر آخر", "ar") == ["عنوان الخبر", "السطر الأول من الخبر.", "سطر آخر"]
    wrapped = (
        "The governor of the province said on Monday that the army had\n"
        "left the town and that nobody would be allowed to return to it\n"
        "before the end of the month."
    )
    assert cut(wrapped, "en") == [wrapped]
    assert cut("A headline without a stop\nThe first sentence of it.", "en") == ["A headline without a stop", "The first sentence of it."]


def test_wire_copy_without_stops_is_divided_where_it_reports_anew() -> None:
    clause = "وأضاف المصدر أن القوات تقدمت نحو البلدة من جهة الشمال بعد اشتباكات استمرت ساعات طويلة"
    text = "، ".join([clause] * 8)
    pieces = cut(text, "ar")
    assert len(pieces) > 2
    assert all(piece.startswith("وأضاف") and len(piece) <= SOFT_LIMIT for piece in pieces)


def test_nothing_reaches_into_furniture() -> None:
    text = "12:30 وصلت القافلة إلى صفحة 3 المدينة أمس."
    stamp, page = Span(0, 5), Span(text.index("صفحة"), text.index("صفحة") + 6)
    assert cut(text, "ar", (page, stamp)) == ["وصلت القافلة إلى", "المدينة أمس."]


@pytest.mark.parametrize("text", ["", " \n\n ", "***", "…", "\u200f"])
def test_nothing_to_read_gives_no_sentence(text: str) -> None:
    assert sentences(text, "ar") == sentences(text, "en") == ()


@given(st.text(alphabet=st.sampled_from(list('aBيو .!?؟…،\n"«»()\u200f3')), max_size=200), st.sampled_from(["ar", "en", "und"]))
def test_spans_are_ordered_trimmed_and_lose_no_letter(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered for at, character in enumerate(text) if character.isalnum())


@pytest.mark.parametrize("unit", ["كلمة ثم أخرى. ", ".", ". ", "\n", "A. ", 'A."', "، ", "a" * 50, "!؟ "])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_time_is_linear(unit: str, language: str) -> None:
    text = unit * (200_000 // len(unit))
    before = time.process_time()
    sentences(text, language)
    assert time.process_time() - before < 3
