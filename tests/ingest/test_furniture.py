"""What is marked as not being anybody's words, and what must be left in peace."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ingest.furniture import furniture, merged
from workbench.ingest.headings import entries
from workbench.model import DocumentKind, Span

POST, WIRE, TRANSCRIPT, BLOG = DocumentKind.POST, DocumentKind.WIRE, DocumentKind.TRANSCRIPT, DocumentKind.LIVE_BLOG


def marked(text: str, kind: DocumentKind) -> list[str]:
    return [span.of(text) for span in furniture(text, kind)]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (TRANSCRIPT, "[00:02:10] المذيع: ماذا حدث؟", ["[00:02:10] المذيع:"]),
        (TRANSCRIPT, "[٠٠:٠٢:١٠] الضيف: لا شيء (غير مسموع) أبداً", ["[٠٠:٠٢:١٠] الضيف:", "(غير مسموع)"]),
        (TRANSCRIPT, "00:15 GHASSAN KHALAF: Good evening.", ["00:15 GHASSAN KHALAF:"]),
        (TRANSCRIPT, "[00:09] د. غسان خلف (محافظ حماة): أهلاً", ["[00:09] د. غسان خلف (محافظ حماة):"]),
        (WIRE, "س1: متى؟\nج1: غداً.", ["س1:", "ج1:"]),
        (TRANSCRIPT, "1\n00:00:01,000 --> 00:00:04,000\nأهلاً بكم", ["1\n00:00:01,000 --> 00:00:04,000"]),
        (WIRE, "قال (02:10) إن الوضع هادئ", ["(02:10)"]),
        (POST, "انفجار في #حماة_الآن والناس بخير", ["#حماة_الآن"]),
        (POST, "🔴 #عاجل #سوريا\nانفجاران", ["🔴 #عاجل #سوريا"]),
        (POST, "الله يرحمهم #حماة #سوريا", ["#حماة #سوريا"]),
        (POST, "وصل الإسعاف… عرض المزيد", ["عرض المزيد"]),
        (POST, "نص\nعرض المزيد", ["عرض المزيد"]),
        (POST, "نص\n142 تعليقاً · 87 مشاركة", ["142 تعليقاً · 87 مشاركة"]),
        (POST, "نص\n١٫٢ ألف إعجاب", ["١٫٢ ألف إعجاب"]),
        (POST, "Text\n1.2K likes · 30 comments", ["1.2K likes · 30 comments"]),
        (POST, "نص\nمنذ 3 ساعات", ["منذ 3 ساعات"]),
        (POST, "RT @hama_news: انفجار", ["RT @hama_news:"]),
        (WIRE, "نص\nاقرأ أيضاً: هجوم آخر في المدينة\nنص", ["اقرأ أيضاً: هجوم آخر في المدينة"]),
        (WIRE, "نص\n(تصوير: أحمد خالد)\nنص", ["(تصوير: أحمد خالد)"]),
        (WIRE, "Text\nPhoto: Reuters\nText", ["Photo: Reuters"]),
        (WIRE, "البيان على https://example.org/a_b?c=1.", ["https://example.org/a_b?c=1"]),
        (WIRE, "نص\nراسلونا: news@example.org", ["راسلونا: news@example.org"]),
        (WIRE, "نص\n- 3 -\nنص\nصفحة 3 من 10", ["- 3 -", "صفحة 3 من 10"]),
        (BLOG, "14:35 أحمد خالد\nوصلت سيارات الإسعاف.", ["14:35 أحمد خالد"]),
        (BLOG, "١٤:٣٥ | وصلت سيارات الإسعاف إلى الساحة الرئيسية في المدينة.", ["١٤:٣٥ |"]),
    ],
)
def test_marked(kind: DocumentKind, text: str, expected: list[str]) -> None:
    assert marked(text, kind) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (WIRE, "قال المصدر: الوضع هادئ.\nوأضاف: لا ضحايا."),
        (WIRE, "المصدر العسكري: معركة طويلة"),
        (TRANSCRIPT, "وقال المحافظ في مقابلة: نعم"),
        (POST, "الناس في #حماة بخير"),
        (POST, "شارك المئات في التشييع"),
        (POST, "تعليق الدراسة في المدينة غداً"),
        (WIRE, "وصل عند الساعة 14:35 إلى الساحة"),
        (WIRE, "قتل 12 شخصاً (بينهم 3 أطفال) أمس"),
        (WIRE, "Read the statement: it says “no”."),
        (WIRE, "2016"),
        (WIRE, "راسلونا على news@example.org اليوم"),
        (WIRE, "صورة الوضع في المدينة قاتمة"),
    ],
)
def test_left_in_peace(kind: DocumentKind, text: str) -> None:
    assert marked(text, kind) == []


def test_turns_of_a_transcript_are_entries() -> None:
    text = "مقابلة\n\n[00:01] المذيع: ماذا جرى؟\n\n[00:09] غسان خلف: هجوم.\nوانتهى.\n[00:12] المذيع:\n"
    found = [(entry.author, entry.at, entry.span.of(text)) for entry in entries(text, TRANSCRIPT)]
    assert found == [("المذيع", "00:01", "ماذا جرى؟"), ("غسان خلف", "00:09", "هجوم.\nوانتهى.")]


def test_posts_of_a_live_blog_are_entries_in_the_order_of_the_page() -> None:
    text = "14:35 أحمد خالد\nوصل الإسعاف.\n\n14:20 - انفجار ثان قرب الساحة.\n\n١٣:٥٠\nانفجار."
    found = [(entry.author, entry.at, entry.span.of(text)) for entry in entries(text, BLOG)]
    assert found == [("أحمد خالد", "14:35", "وصل الإسعاف."), (None, "14:20", "انفجار ثان قرب الساحة."), (None, "13:50", "انفجار.")]


def test_spans_that_touch_over_blanks_are_joined() -> None:
    assert merged("ab  cd e", [Span(4, 6), Span(0, 2), Span(1, 1), Span(7, 8)]) == (Span(0, 8),)


PIECES = st.sampled_from(
    [
        *"\n\n  :#_[]()·|@.…",
        "00:12",
        "[01:02:03]",
        "المذيع:",
        "عرض المزيد",
        "#أ_ب",
        "12",
        "تعليق",
        "https://a.b",
        "قال",
        "word",
        "\N{ZERO WIDTH JOINER}",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(DocumentKind))
def test_furniture_and_entries_lie_within_the_text_in_order(text: str, kind: DocumentKind) -> None:
    found = furniture(text, kind)
    assert all(len(span) and span.end <= len(text) for span in found)
    assert all(before.end < span.start for before, span in itertools.pairwise(found))
    assert all(span.of(text) == span.of(text).strip() for span in found)
    described = entries(text, kind)
    assert all(len(entry.span) and entry.span.end <= len(text) for entry in described)
    assert all(before.span.end <= entry.span.start for before, entry in itertools.pairwise(described))


@pytest.mark.parametrize(
    "piece",
    ["#", "#a", "#a_", "_", "1", "1.", "…", "- ", " ", "www.", "a.", "a@", "[0", "0:00 ", "المذيع: ", "(", "1 تعليق ", "\n", "www.,,"],
)
@pytest.mark.parametrize("kind", [POST, TRANSCRIPT])
def test_no_text_takes_long(piece: str, kind: DocumentKind) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    furniture(text, kind)
    assert time.process_time() - started < 2
