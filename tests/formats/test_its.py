"""Error spans as ITS quality issues in XLIFF 2.1: what tools find there, what they change, and what other tools write."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from lxml import etree

from tests.formats.strategies import records
from tests.formats.test_round_trips import QUICK, prepared, written
from workbench.formats import by_id
from workbench.formats.its import ITS
from workbench.formats.record import InlineCode, Mark, Record
from workbench.formats.report import Report
from workbench.formats.xliff_names import SECOND
from workbench.model import ErrorSeverity

ROW = by_id("xliff2")
MAJOR, MINOR = ErrorSeverity.MAJOR, ErrorSeverity.MINOR
AT = datetime(2016, 10, 4, 9, 30, tzinfo=UTC)
UNIT = Record(
    key="q1",
    source="عقدنا عدة اجتماعات",
    target="we had several meetings",
    marks=(
        Mark("terminology/inconsistent-use", MAJOR, (3, 6), (0, 5), "flat", "Lina", AT, "m1"),
        Mark("quotation/attribution", MINOR, (7, 14), author="Omar"),
    ),
)


def file_of(*units: Record) -> bytes:
    return written(ROW, prepared(ROW, list(units)))


def read(content: bytes | str, report: Report | None = None) -> list[Record]:
    return list(ROW.read(io.BytesIO(content if isinstance(content, bytes) else content.encode()), report or Report("x")))


def segment(content: bytes, side: str) -> str:
    element = etree.fromstring(content).find(f".//{{{SECOND}}}{side}")
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", text)


def test_the_words_are_enclosed_and_the_issues_stand_beside():
    content = file_of(UNIT)
    assert segment(content, "target") == (
        '<target>we <mrk id="target-lqi1-0" type="its:generic" its:locQualityIssuesRef="#its=lqi1-0">had</mrk> '
        '<mrk id="target-lqi1-1" type="its:generic" its:locQualityIssuesRef="#its=lqi1-1">several</mrk> meetings</target>'
    )
    root = etree.fromstring(content)
    issues = [dict(issue.attrib) for issue in root.iter(f"{{{ITS}}}locQualityIssue")]
    assert issues == [
        {"locQualityIssueType": "terminology", "locQualityIssueSeverity": "66", "locQualityIssueComment": "flat"},
        {"locQualityIssueType": "other", "locQualityIssueSeverity": "33"},
    ]
    ids = [element.get("id") for element in root.iter(f"{{{SECOND}}}mrk")]
    assert len(ids) == len(set(ids)) == 3
    assert read(content) == [UNIT]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(0, 6), (3, 9)], "«we «had» se»veral"),
        ([(0, 9), (3, 6), (3, 6)], "«we ««had»» se»veral"),
        ([(3, 3), (0, 3), (3, 6)], "«we »««»had» several"),
    ],
)
def test_spans_that_cut_each_other_are_pairs_of_points(places, expected):
    unit = replace(UNIT, target="we had several", marks=tuple(Mark("style/awkward", MINOR, place) for place in places))
    content = file_of(unit)
    text = segment(content, "target")
    assert ("<sm" in text) == (places[0] == (0, 6))
    shown = re.sub(r"<(?:mrk|sm)[^>]*>", "«", re.sub(r"<mrk[^>]*/>", "«»", text))
    assert re.sub(r"</mrk>|<em[^>]*/>", "»", shown).replace("<target>", "").replace("</target>", "") == expected
    assert read(content) == [unit]


def test_tags_of_the_text_stay_where_they_are():
    codes = (InlineCode("en", "⟦1⟧", f'<pc xmlns="{SECOND}" id="1"/>'), InlineCode("en", "⟦2⟧", f'<ph xmlns="{SECOND}" id="2"/>'))
    marks = (Mark("style/awkward", MINOR, (0, 8)), Mark("style/awkward", MINOR, (6, 12)), Mark("style/awkward", MAJOR, (17, 18)))
    unit = replace(UNIT, target="a ⟦1⟧had⟦/1⟧ talks ⟦2⟧", inline=codes, marks=marks)
    content = file_of(unit)
    assert [element.get("id") for element in etree.fromstring(content).iter(f"{{{SECOND}}}pc", f"{{{SECOND}}}ph")] == ["1", "2"]
    assert read(content) == [unit]


def test_what_a_tool_changed_counts():
    content = file_of(UNIT).decode()
    moved = content.replace("we <mrk", "Today we <mrk")
    (record,) = read(moved)
    assert [mark.target for mark in record.marks] == [(9, 12), (13, 20)]
    assert record.marks[0].name == "m1"

    judged = content.replace('locQualityIssueSeverity="66"', 'locQualityIssueSeverity="100"').replace("flat", "too flat")
    (record,) = read(judged)
    assert record.marks == (UNIT.marks[1], Mark("terminology/wrong-term", ErrorSeverity.CRITICAL, (3, 6), (0, 5), "too flat"))

    report = Report("x")
    (record,) = read(re.sub(r'<mrk [^>]*id="target-lqi1-1"[^>]*>several</mrk>', "several", content), report)
    assert record.marks == UNIT.marks[:1]
    assert report.not_kept == {"error spans that a tool took away": 1}


FOREIGN = f"""<xliff xmlns="{SECOND}" xmlns:its="{ITS}" its:version="2.0" version="2.1" srcLang="ar" trgLang="en"><file id="f"><unit id="u">
<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="misspelling" locQualityIssueComment="one" locQualityIssueSeverity="50"/>
<its:locQualityIssue locQualityIssueType="typographical" locQualityIssueSeverity="20"/><its:locQualityIssue locQualityIssueType="typo"/>
<its:locQualityIssue locQualityIssueType="grammar" locQualityIssueEnabled="no"/></its:locQualityIssues>
<segment><source>نص</source><target>so <mrk id="1" type="its:generic" its:locQualityIssuesRef="#its=q">c'es <ph id="p"/></mrk>and
<sm id="2" type="its:generic" its:locQualityIssueType="omission" its:locQualityIssueComment="two"/>then<em startRef="2"/>
<mrk id="3" type="term">talks</mrk></target></segment></unit></file></xliff>"""


def test_issues_of_other_tools():
    report = Report("x")
    (record,) = read(FOREIGN, report)
    assert record.target == "so c'es ⟦1⟧and\nthen\n⟦2⟧talks⟦/2⟧"
    assert record.marks == (
        Mark("linguistic-conventions/spelling", MAJOR, (3, 11), note="one"),
        Mark("linguistic-conventions/punctuation", MINOR, (3, 11)),
        Mark("other", MINOR, (3, 11)),
        Mark("accuracy/omission", MINOR, (15, 19), note="two"),
    )
    assert report.not_kept == {"quality issues of a type that ITS does not have (read as other)": 1, "quality issues that are switched off": 1}


@QUICK
@given(records)
def test_every_issue_has_one_of_the_27_types_and_its_words(record):
    for unit in prepared(ROW, [record]):
        root = etree.fromstring(written(ROW, [unit]))
        beside = {group.get("{http://www.w3.org/XML/1998/namespace}id") for group in root.iter(f"{{{ITS}}}locQualityIssues")}
        referred = {element.get(f"{{{ITS}}}locQualityIssuesRef", "")[5:] for element in root.iter(f"{{{SECOND}}}mrk", f"{{{SECOND}}}sm")} - {""}
        assert referred == beside
