"""What TMX files say, and how ours look to a validator."""

import io
import shutil
import subprocess
import tracemalloc
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.formats.strategies import times
from workbench import __version__
from workbench.formats import by_id, tmx, tmx_writing
from workbench.formats.record import InlineCode, Note, Property, Record, SegmentType, State, Variant
from workbench.formats.report import Report
from workbench.formats.tmx import read
from workbench.formats.tmx_text import plain_unit
from workbench.formats.writing import write_file

TMX = by_id("tmx")
DTD = Path(__file__).parents[3] / "shared" / "data" / "validation" / "tmx14.dtd"
HEADER = '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="{}" datatype="plaintext"/>'


def document(*units: str, srclang: str = "ar", prolog: str = '<?xml version="1.0"?>') -> bytes:
    return f'{prolog}<tmx version="1.4">{HEADER.format(srclang)}<body>{"".join(units)}</body></tmx>'.encode()


def tuv(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>'


def records(content: bytes, report: Report | None = None) -> list[Record]:
    return list(read(io.BytesIO(content), report or Report("a.tmx")))


def saved(tmp_path: Path, *given: Record) -> str:
    write_file(tmp_path / "out.tmx", TMX, given)
    return (tmp_path / "out.tmx").read_text("utf-8")


def test_the_unit_as_written(tmp_path):
    record = Record(
        key="hama-2016/q05",
        source="تعاملت مع الانتحاري الآخر",
        target="dealt with the other bomber",
        state=State.APPROVED,
        published="dealt with the bomber",
        speaker="Ghassan Khalaf",
        created_at=datetime(2016, 10, 3, 9, 30, tzinfo=UTC),
        changed_at=datetime(2016, 10, 4, 9, 30, tzinfo=UTC),
        changed_by="Ann",
        segment_type=SegmentType.PHRASE,
        notes=(Note("Heard on air.", "Ann"),),
    )
    assert saved(tmp_path, record) == (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f'<header creationtool="quote workbench" creationtoolversion="{__version__}" segtype="sentence" o-tmf="quote workbench" '
        'adminlang="en" srclang="ar" datatype="plaintext"/>\n'
        "<body>\n"
        '<tu tuid="hama-2016/q05" segtype="phrase" creationdate="20161003T093000Z" changedate="20161004T093000Z" changeid="Ann">\n'
        "  <note>[Ann] Heard on air.</note>\n"
        '  <prop type="x-speaker">Ghassan Khalaf</prop>\n'
        '  <prop type="x-state">approved</prop>\n'
        '  <prop type="x-published">dealt with the bomber</prop>\n'
        '  <tuv xml:lang="ar"><seg>تعاملت مع الانتحاري الآخر</seg></tuv>\n'
        '  <tuv xml:lang="en"><seg>dealt with the other bomber</seg></tuv>\n'
        "</tu>\n</body>\n</tmx>\n"
    )


@pytest.mark.parametrize("spelling", ["ar", "AR-SA", "ar_EG", "ara", "Arabic", "AR"])
@pytest.mark.parametrize("srclang", ["ar", "en", "*all*", "EN-US"])
def test_arabic_is_the_source_however_it_is_spelled_and_wherever_it_stands(spelling, srclang):
    (record,) = records(document(f"<tu>{tuv('en_us', 'text')}{tuv(spelling, 'نص')}</tu>", srclang=srclang))
    assert (record.source, record.target, record.target_language) == ("نص", "text", "en-US")
    assert record.source_language.startswith("ar")


def test_the_lang_of_tmx_1_1_counts():
    (record,) = records(document('<tu><tuv lang="AR"><seg>نص</seg></tuv><tuv lang="EN"><seg>text</seg></tuv></tu>'))
    assert (record.source, record.target) == ("نص", "text")


def test_further_languages_notes_and_attributes_are_kept(tmp_path):
    unit = (
        '<tu tuid="7" usagecount="3" creationdate="2016"><note>see</note><prop type="client">NOW</prop>'
        '<tuv xml:lang="fr" changeid="Jo"><prop type="q">1</prop><seg>texte</seg></tuv>'
        f"{tuv('en', 'text')}{tuv('ar', 'نص')}</tu>"
    )
    (record,) = records(document(unit))
    assert record.variants == (Variant("fr", "texte"),)
    assert record.notes == (Note("see"),)
    assert set(record.properties) == {
        Property("@usagecount", "3"),
        Property("@creationdate", "2016"),
        Property("client", "NOW"),
        Property("@changeid", "Jo", "fr"),
        Property("q", "1", "fr"),
    }
    assert records(saved(tmp_path, record).encode()) == [record]


def test_inline_tags_become_placeholders_and_come_back(tmp_path):
    bold = '<bpt i="1">&lt;b&gt;</bpt>حماة<ept i="1">&lt;/b&gt;</ept> و<hi type="x">حمص<ph x="1"/></hi>'
    (record,) = records(document(f"<tu>{tuv('ar', bold)}{tuv('en', 'Hama')}</tu>"))
    assert record.source == "⟦1⟧حماة⟦2⟧ و⟦3⟧حمص⟦4⟧⟦/3⟧"
    assert f"<seg>{bold}</seg>" in saved(tmp_path, record)


def test_a_tag_whose_placeholder_was_edited_away_is_counted(tmp_path):
    record = Record(source="⟦1⟧نص", target="text", inline=(InlineCode("ar", "⟦1⟧", '<ph x="1"/>'), InlineCode("en", "⟦1⟧", '<ph x="1"/>')))
    report = write_file(tmp_path / "out.tmx", TMX, [record])
    assert report.not_kept == {"inline tags": 1}


def test_hostile_markup_in_a_placeholder_is_not_written(tmp_path):
    record = Record(source="⟦1⟧نص", target="text", inline=(InlineCode("ar", "⟦1⟧", "<!DOCTYPE a [<!ENTITY b 'c'>]><ph>&b;</ph>"),))
    assert "<seg>نص</seg>" in saved(tmp_path, record)


def test_what_has_no_place_in_a_memory_is_named(tmp_path):
    report = write_file(
        tmp_path / "out.tmx",
        TMX,
        [
            Record(key="a", source="", target="text", state=State.NO_SOURCE),
            Record(key="b", source="نص", target=" "),
            Record(key="c", source="نص", target="text", state=State.REJECTED),
            Record(key="d", source="\x0b", target="text"),
            Record(key="e", source="نص\x0b", target="text"),
        ],
    )
    assert [skipped.unit for skipped in report.skipped] == ["a", "b", "c", "d"]
    assert report.written == 1
    assert report.not_kept == {"characters that XML cannot carry": 2}


@pytest.mark.parametrize("more", ["", ' xml:lang="en"'])
@pytest.mark.parametrize(
    "inside",
    [
        *(f'<prop type="x-{name}"{{more}}>{{text}}</prop>' for name in ("speaker", "published", "former-source", "verdict", "state", "plural")),
        '<prop type="x-flags"{more}> a b ,,c{text}</prop>',
        '<prop type="x-marks"{more}>[{text}]</prop>',
        "<note>{text}</note>",
        "<note>[]{text}</note>",
    ],
)
@pytest.mark.parametrize("text", ["", " ", "approved"])
def test_a_unit_is_in_order_although_the_reader_does_not_have_it_put_in_order(inside, more, text):
    start = f'<tu tuid="" creationid="" changeid="{text}" creationdate="" changedate="20161003T093000Z">'
    (record,) = records(document(f"{start}{inside.format(more=more, text=text)}{tuv('ar', 'نص')}{tuv('en', 'text')}</tu>"))
    values = {field.name: getattr(record, field.name) for field in fields(Record)}
    assert values == {field.name: getattr(Record(**values), field.name) for field in fields(Record)}


def test_a_language_spelled_in_a_million_ways_is_not_remembered_in_all(monkeypatch):
    monkeypatch.setattr(tmx, "MANY", 3)
    reader = tmx.Reader(Report())
    assert [reader.languages[tmx.XML_LANG, f"ar_S{letter}"] for letter in "ABCDE"] == ["ar-SA", "ar-SB", "ar-SC", "ar-SD", "ar-SE"]
    assert len(reader.languages) == 3


def test_a_unit_that_cannot_be_read_is_named_with_its_line():
    report = Report("a.tmx")
    content = document("\n<tu tuid='x'><tuv><seg>نص</seg></tuv></tu>", "\n<tu/>", f"\n<tu>{tuv('ar', 'نص')}{tuv('en', 'text')}</tu>")
    assert len(records(content, report)) == 1
    assert [(skipped.unit, skipped.where) for skipped in report.skipped] == [("x", "line 2 of a.tmx"), ("a unit without tuid", "line 3 of a.tmx")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_encodings(encoding):
    name = {"cp1256": "windows-1256", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    content = document(f"<tu>{tuv('ar', 'سيطرنا')}{tuv('en', 'we took')}</tu>", prolog=f'<?xml version="1.0" encoding="{name}"?>').decode()
    assert records(content.encode(encoding))[0].source == "سيطرنا"


def test_reading_takes_the_same_memory_however_long_the_file_is():
    def peak(count: int) -> int:
        stream = io.BytesIO(document(f"<tu>{tuv('ar', 'نص ' * 20)}{tuv('en', 'text ' * 20)}</tu>" * count))
        tracemalloc.start()
        for _ in read(stream, Report()):
            pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    assert peak(4000) < 2 * peak(200)


@pytest.mark.shared
@pytest.mark.system
@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
@pytest.mark.skipif(not DTD.exists(), reason="../shared/data/validation is not there")
def test_a_validator_takes_our_file(tmp_path):
    full = Record(
        key='a"<&>/q1',
        source="سيطرنا <على> & «القرية»\nثم ⟦1⟧",
        target="we took\t\N{RIGHT-TO-LEFT MARK}",
        notes=(Note("one"), Note("two", "Ann")),
        properties=(Property("@usagecount", "2"), Property("client", "NOW"), Property("q", "1", "fr"), Property("#note", "n", "en")),
        variants=(Variant("fr", "texte"),),
        inline=(InlineCode("ar", "⟦1⟧", '<g id="1"/>'),),
        segment_type=SegmentType.PHRASE,
    )
    saved(tmp_path, full, Record(source="نص", target="text", source_language="ar-SY"))
    subprocess.run(["xmllint", "--noout", "--nonet", "--dtdvalid", DTD, tmp_path / "out.tmx"], check=True, capture_output=True)
    subprocess.run(["xmllint", "--noout", "--nonet", "--schema", DTD.with_suffix(".xsd"), tmp_path / "out.tmx"], check=True, capture_output=True)


printable = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" &<>\"'"), max_size=8)
plain_records = st.builds(
    Record,
    key=st.none() | printable,
    source=printable.filter(str.strip),
    target=printable.filter(str.strip),
    source_language=st.sampled_from(["ar", "ar-SY"]),
    speaker=st.none() | printable,
    published=st.none() | printable,
    created_at=times,
    changed_at=times,
    created_by=st.none() | printable,
    changed_by=st.none() | printable,
    segment_type=st.none() | st.sampled_from(SegmentType),
    properties=st.lists(st.builds(Property, name=printable, value=printable), max_size=2).map(tuple),
    state=st.sampled_from(State),
    notes=st.sampled_from([(), (Note("a"),)]),
)


@settings(max_examples=150, deadline=None)
@given(plain_records)
def test_a_plain_unit_is_the_same_bytes_without_lxml(record):
    for ready in tmx_writing.prepare([record], Report()):
        text = plain_unit(ready, "ar")
        by_lxml = etree.tostring(tmx_writing.unit(ready, "ar"), encoding="unicode")
        assert text in (None, by_lxml)
        assert (text is None) == bool(ready.notes or any(entry.name.startswith("@") for entry in ready.properties))


def test_what_is_not_plain_goes_through_lxml():
    for record in (
        Record(source="a\nb", target="c"),
        Record(source="a", target="c\N{RIGHT-TO-LEFT MARK}"),
        Record(source="a", target="b", speaker="c\td"),
    ):
        assert plain_unit(record, "ar") is None
