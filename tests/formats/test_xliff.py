"""XLIFF as tools write it."""

import io

import pytest

from workbench.errors import BadInput
from workbench.formats import by_id
from workbench.formats.record import Note, State
from workbench.formats.report import Report
from workbench.formats.xliff import read

FIRST = """<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<file original="a.txt" source-language="AR-SY" target-language="en_US" datatype="plaintext"><body><group id="g">
<trans-unit id="q1" approved="yes" resname="hama"><source>دخول <g id="1">حماة</g></source><target>entry into <g id="1">Hama</g></target>
<note from="Ann">see</note><alt-trans><target>x</target></alt-trans></trans-unit>
<trans-unit id="q2"><source>أ ب</source><seg-source><mrk mtype="seg" mid="1">أ</mrk> <mrk mtype="seg" mid="2">ب</mrk></seg-source>
<target><mrk mtype="seg" mid="1">A</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/></sdl:seg-defs></trans-unit>
<trans-unit id="q3"><source>ج</source><target state="needs-review-translation">C</target></trans-unit>
<trans-unit id="q4"><target>D</target></trans-unit>
</group></body></file></xliff>"""

SECOND = """<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ar" trgLang="en"><file id="f">
<unit id="u1"><notes><note>see</note></notes><segment id="s1" state="final"><source>أ<ph id="1"/></source><target>A<ph id="1"/></target></segment>
<segment><source>ب</source></segment></unit>
<unit id="u2"><segment state="reviewed"><source>ج</source><target>C</target></segment></unit>
<unit id="u3"/></file></xliff>"""


def records(text, report=None):
    return list(read(io.BytesIO(text.encode()), report or Report("a.xlf")))


def test_version_1_2_with_groups_segments_and_states():
    report = Report("a.xlf")
    found = records(FIRST, report)
    assert [(record.key, record.source, record.target, record.state) for record in found] == [
        ("q1", "دخول ⟦1⟧حماة⟦/1⟧", "entry into ⟦1⟧Hama⟦/1⟧", State.APPROVED),
        ("q2#1", "أ", "A", State.APPROVED),
        ("q2#2", "ب", "", State.WAITING),
        ("q3", "ج", "C", State.SECOND_LOOK),
    ]
    assert (found[0].source_language, found[0].target_language) == ("ar-SY", "en-US")
    assert found[0].notes == (Note("see", "Ann"),)
    assert report.not_kept == {"<alt-trans> elements": 1}
    assert [(skipped.unit, skipped.where) for skipped in report.skipped] == [("q4", "line 9 of a.xlf")]


def test_version_2_with_segments_and_states():
    report = Report("a.xlf")
    assert [(record.key, record.source, record.target, record.state) for record in records(SECOND, report)] == [
        ("u1#s1", "أ⟦1⟧", "A⟦1⟧", State.APPROVED),
        ("u1#2", "ب", "", State.WAITING),
        ("u2", "ج", "C", State.APPROVED),
    ]
    assert report.skipped[0].unit == "u3"


def test_a_broken_file_gives_its_line():
    with pytest.raises(BadInput, match=r"line \d+ of a.xlf: broken XML"):
        records(FIRST[:-30])


def test_an_attribute_whose_prefix_nobody_declared_is_broken_xml():
    unit = FIRST.replace("<target", "<target x:a='1'", 1).replace("</target>", "<g id='1' x:b='2'>a</g></target>", 1)
    with pytest.raises(BadInput, match="Namespace prefix x for a on target is not defined"):
        list(read(io.BytesIO(unit.encode()), Report("a.xlf")))


def test_a_tag_with_two_namespaces_is_spelled_the_same_wherever_they_were_declared():
    tag = '<mrk id="1" type="i:x" i:a="1">{}</mrk>'
    outside = SECOND.replace("<xliff", '<xliff xmlns:i="urn:i"').replace("<source>ج", f"<source>{tag.format('ج')}")
    inside = SECOND.replace("<source>ج", f"<source>{tag.replace('<mrk', '<mrk xmlns:i=%rurn:i%r').replace('%r', chr(34)).format('ج')}")
    codes = [next(record.inline for record in records(text) if record.key == "u2") for text in (outside, inside)]
    assert codes[0] == codes[1] != ()


def test_a_tag_with_an_attribute_in_another_script_is_written_again():
    (record, *_) = [record for record in records(SECOND.replace("<source>ج", '<source><ph id="1" نوع="x"/>ج')) if record.key == "u2"]
    for row in (by_id("xliff"), by_id("xliff2"), by_id("tmx")):
        stream = io.BytesIO()
        ready = list(row.prepare([record], Report()))
        row.write(ready, stream)
        stream.seek(0)
        assert list(row.read(stream, Report())) == ready
