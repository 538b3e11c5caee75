"""XLIFF as we write it, and as a tool sends it back."""

import io
import shutil
import subprocess
from dataclasses import replace

import pytest
from lxml import etree

from tests.formats.test_round_trips import FULL, prepared, through, written
from workbench.formats import by_id
from workbench.formats.its import ITS
from workbench.formats.record import InlineCode, Property, Record, State
from workbench.formats.report import Report
from workbench.formats.xliff_names import FIRST, SECOND

NAMES = {"a": FIRST, "b": SECOND}
VERSIONS = ("xliff", "xliff2")


def document(format_id: str, *records: Record) -> etree._Element:
    return etree.fromstring(written(by_id(format_id), prepared(by_id(format_id), list(records))))


def read(format_id: str, content: bytes) -> list[Record]:
    return list(by_id(format_id).read(io.BytesIO(content), Report()))


def test_version_1_2_says_what_tools_look_for():
    (unit,) = document("xliff", FULL).iterfind(".//a:trans-unit", NAMES)
    assert dict(unit.attrib) == {"id": "hama-2016/q01", "approved": "no"}
    assert unit.find("a:target", NAMES).get("state") == "translated"
    notes = [(note.get("from"), note.text) for note in unit.iterfind("a:note", NAMES)]
    assert notes == [("published", FULL.published), (None, "Who are they?"), ("Bo", "[2016-10-04T00:00:00Z] The commander.")]
    assert [etree.QName(child).localname for child in unit] == ["source", "target", "context-group", "note", "note", "note"]


def test_version_2_1_says_what_tools_look_for():
    root = document("xliff2", replace(FULL, state=State.APPROVED), replace(FULL, key="q02"))
    assert dict(root.attrib) == {"version": "2.1", "srcLang": "ar", "trgLang": "en", f"{{{ITS}}}version": "2.0"}
    assert (root[0].get("srcDir"), root[0].get("trgDir")) == ("rtl", "ltr")
    first, second = root.iterfind(".//b:unit", NAMES)
    assert dict(first.attrib) == {"id": "wb-1", "name": "hama-2016/q01"}
    assert dict(second.attrib) == {"id": "q02"}
    assert [unit.find("b:segment", NAMES).get("state") for unit in (first, second)] == ["final", "translated"]
    assert [etree.QName(child).localname for child in first] == ["metadata", "locQualityIssues", "locQualityIssues", "notes", "segment"]


@pytest.mark.parametrize("format_id", VERSIONS)
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("target", ["text", ""])
def test_every_state_comes_back(format_id, state, target):
    record = Record(key="q1", source="نص", target=target, state=state)
    expected = State.WAITING if state is State.APPROVED and not target else state
    assert [again.state for again in through(by_id(format_id), prepared(by_id(format_id), [record]))] == [expected]


def test_the_state_a_tool_gives_counts_more_than_our_word():
    first = written(by_id("xliff"), [replace(FULL, state=State.CHANGED)]).replace(b'approved="no"', b'approved="yes"')
    assert read("xliff", first)[0].state is State.APPROVED
    second = written(by_id("xliff2"), [replace(FULL, state=State.REJECTED)]).replace(b'state="initial"', b'state="reviewed"')
    assert read("xliff2", second)[0].state is State.APPROVED


@pytest.mark.parametrize("format_id", VERSIONS)
def test_every_unit_gets_a_key_of_its_own(format_id):
    report = Report()
    ready = prepared(by_id(format_id), [Record(key=key, source="نص", target="t") for key in ("a b", None, "a b", "unit-2", "")], report)
    assert [record.key for record in ready] == ["a b", "unit-2", "a b-3", "unit-2-4", "unit-5"]
    assert report.not_kept == {"keys that are missing or repeated (numbered)": 4}
    assert through(by_id(format_id), ready) == ready


@pytest.mark.parametrize(
    ("format_id", "own"),
    [("xliff", f'<g xmlns="{FIRST}" id="1"/>'), ("xliff2", f'<pc xmlns="{SECOND}" id="1" dataRefStart="d1"/>')],
)
def test_tags_of_the_version_stay_tags_and_others_are_wrapped(format_id, own):
    markup = (InlineCode("ar", "⟦1⟧", own), InlineCode("en", "⟦1⟧", own), InlineCode("en", "⟦2⟧", '<ph x="7">code</ph>'))
    record = Record(key="q1", source="دخول ⟦1⟧حماة⟦/1⟧", target="entry into ⟦1⟧Hama⟦/1⟧⟦2⟧", inline=markup)
    ready = prepared(by_id(format_id), [record])
    root = document(format_id, record)
    target = next(element for element in root.iter() if etree.QName(element).localname == "target")
    assert [(etree.QName(child).localname, child.get("id"), child.get("dataRefStart")) for child in target] == [
        (etree.QName(etree.fromstring(own)).localname, "1", None),
        ("ph", "w2", None),
    ]
    assert target[0].text == "Hama"
    assert through(by_id(format_id), ready) == ready


@pytest.mark.parametrize("through_format", ["tmx", "xliff", "xliff2"])
def test_enclosing_tags_stay_pairs_in_other_formats(through_format):
    tags = (f'<g xmlns="{FIRST}" id="3"/>', f'<pc xmlns="{SECOND}" id="4"/>', f'<x xmlns="{FIRST}" id="5"/>')
    markup = tuple(InlineCode(language, f"⟦{number}⟧", tag) for language in ("ar", "en") for number, tag in enumerate(tags, start=1))
    record = Record(key="q1", source="⟦1⟧⟦2⟧دخول⟦/2⟧ ⟦/1⟧حماة⟦3⟧", target="⟦1⟧entry ⟦2⟧into⟦/2⟧⟦/1⟧ Hama⟦3⟧", inline=markup)
    report = Report()
    ready = prepared(by_id(through_format), [record], report)
    (again,) = through(by_id(through_format), ready)
    assert [again] == ready
    assert (again.source, again.target, dict(report.not_kept)) == (record.source, record.target, {})
    if through_format == "tmx":
        assert [code.markup for code in again.inline[:2]] == list(tags[:2])
        assert b'<bpt i="1" type="x-pair">&lt;g xmlns=' in written(by_id("tmx"), ready)


def test_attributes_of_a_unit_come_back_where_the_version_knows_them():
    kept = (Property("@resname", "hama"), Property("@{urn:x}y", "1"))
    record = Record(key="q1", source="نص", target="t", properties=(*kept, Property("@odd", "2"), Property("@maxwidth", "5", "ar")))
    (unit,) = document("xliff", record).iterfind(".//a:trans-unit", NAMES)
    assert dict(unit.attrib) == {"id": "q1", "approved": "no", "resname": "hama", "{urn:x}y": "1"}
    assert through(by_id("xliff"), [record]) == [record]


def test_languages_that_differ_from_the_files():
    records = [Record(key="a", source="نص", target="t", source_language="ar-SY"), Record(key="b", source="نص", target="texte", target_language="fr")]
    for format_id in VERSIONS:
        assert through(by_id(format_id), records) == records


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("xmllint"), reason="xmllint is missing (on Debian: apt-get install libxml2-utils)")
@pytest.mark.parametrize("format_id", VERSIONS)
def test_another_parser_finds_it_well_formed(format_id, tmp_path):
    path = tmp_path / "units.xlf"
    path.write_bytes(written(by_id(format_id), prepared(by_id(format_id), [FULL])))
    subprocess.run(["xmllint", "--noout", "--nonet", str(path)], check=True)
