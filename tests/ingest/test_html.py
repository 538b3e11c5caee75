"""Web pages: main text, metadata, encodings; nothing is fetched and nothing runs."""

from datetime import date

import pytest

from workbench.errors import BadInput
from workbench.ingest import html as reader

PAGE = """<!doctype html><html lang="ar"><head><meta charset="{charset}"><title>هجوم قرب الساحة | جريدة النهر</title>
<meta property="og:site_name" content="جريدة النهر"><meta name="author" content="أحمد خالد">
<meta property="article:published_time" content="2016-10-03T10:00:00Z"><link rel="canonical" href="https://example.org/a">
<script>document.write("written by a script")</script></head>
<body><nav><a href="/">الرئيسية</a> <a href="/m">محليات</a></nav>
<article><h1>هجوم قرب الساحة</h1>
<p>قال المصدر العسكري: «إن الدخول إلى المدينة لن يتحقق <b>دون</b> تحرير&nbsp;الجبال المطلة عليها من جهة الشمال».</p>
<script>alert("nobody said this")</script>
<p>وأضاف أن الوضع تحت السيطرة، وأن المدارس ستفتح أبوابها غداً كالمعتاد في كل الأحياء.</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_the_main_text_and_what_the_page_says_of_itself() -> None:
    extracted = reader.extract(PAGE.format(charset="utf-8").encode(), "a.html")
    paragraphs = extracted.text.split("\n\n")
    assert paragraphs[0] == "هجوم قرب الساحة"
    assert paragraphs[1].startswith("قال المصدر العسكري: «إن الدخول إلى المدينة لن يتحقق دون تحرير")
    assert len(paragraphs) == 3
    assert (extracted.title, extracted.author, extracted.outlet) == ("هجوم قرب الساحة", "أحمد خالد", "جريدة النهر")
    assert (extracted.published, extracted.url) == (date(2016, 10, 3), "https://example.org/a")


@pytest.mark.parametrize(("encoding", "charset"), [("windows-1256", "windows-1256"), ("windows-1256", "iso-8859-1"), ("utf-16", "utf-8")])
def test_pages_in_other_encodings(encoding: str, charset: str) -> None:
    extracted = reader.extract(PAGE.format(charset=charset).encode(encoding), "a.html")
    assert extracted.text.startswith("هجوم قرب الساحة\n\nقال المصدر")


def test_a_short_statement_is_read_too() -> None:
    assert reader.extract("<p>قال نعم.</p><p>ثم ذهب.</p>".encode(), "a.html").text == "قال نعم.\n\nثم ذهب."


def test_nested_beyond_reason() -> None:
    deep = "<div>" * 20_000 + "words" + "</div>" * 20_000
    try:
        text = reader.extract(deep.encode(), "a.html").text
    except BadInput:
        return
    assert text in ("", "words")


def test_only_web_addresses_are_taken_over() -> None:
    page = PAGE.format(charset="utf-8").replace("https://example.org/a", "javascript:alert(1)")
    assert reader.extract(page.encode(), "a.html").url is None


def test_a_page_without_tags_is_plain_text() -> None:
    assert reader.extract(b"just words, 3 < 4", "a.html").text == "just words, 3 < 4"


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"<p>", b"<!--", b"<?xml version='1.0'?><html/>", b"<" * 5000, b"<a b='"])
def test_empty_and_broken_pages_give_no_text(content: bytes) -> None:
    assert "\0" not in reader.extract(content, "a.html").text


def test_a_page_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGE_CHARACTERS", 100)
    with pytest.raises(BadInput, match=r"^a\.html: the page has 791 characters, more than the 100 that are read; paste its text$"):
        reader.extract(PAGE.format(charset="utf-8").encode(), "a.html")
