"""Terms as TBX and CSV: what tools write is read, what is written comes back, what cannot be kept is counted."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.formats.strategies import maybe, texts
from tests.formats.test_round_trips import QUICK
from workbench.cli.main import main
from workbench.errors import BadInput
from workbench.formats import TERM_FORMATS
from workbench.formats.record import Property
from workbench.formats.report import Report
from workbench.formats.terms import Concept, Term, TermStatus

BY_ID = {row.id: row for row in TERM_FORMATS}
ARMY = Concept(
    id="c1",
    subject="military",
    definition="the regular forces",
    note="never “regime army” in our pages",
    terms=(
        Term(text="الجيش العربي السوري", language="ar", status=TermStatus.PREFERRED, part_of_speech="noun", source="SANA"),
        Term(text="Syrian Arab Army", language="en", status=TermStatus.PREFERRED, context="The Syrian Arab Army said…"),
        Term(text="SAA", language="en", status=TermStatus.ADMITTED, note="in headlines", properties=(Property("termtype", "acronym"),)),
    ),
)

property_names = st.sampled_from(["termType", "geographicalUsage", "note", "definition", "context", "administrativeStatus", "odd, name;", ""])
properties = st.lists(st.builds(Property, name=property_names, value=texts, language=st.none() | st.just("ar")), max_size=3).map(tuple)
terms = st.builds(
    Term, text=texts, language=st.sampled_from(["ar", "en", "ar-SY", "?"]), status=st.none() | st.sampled_from(TermStatus), part_of_speech=maybe,
    context=maybe, source=maybe, note=maybe, properties=properties,
)  # fmt: skip
concepts = st.builds(
    Concept, id=texts, terms=st.lists(terms, max_size=4).map(tuple), definition=maybe, subject=maybe, note=maybe, properties=properties
)


def through(format_id: str, given_concepts: list[Concept], report: Report | None = None) -> list[Concept]:
    row = BY_ID[format_id]
    return read(format_id, written(format_id, list(row.prepare(given_concepts, report or Report()))))


def written(format_id: str, ready: list[Concept]) -> bytes:
    stream = io.BytesIO()
    BY_ID[format_id].write(ready, stream)
    return stream.getvalue()


def read(format_id: str, content: bytes | str, report: Report | None = None) -> list[Concept]:
    return list(BY_ID[format_id].read(io.BytesIO(content if isinstance(content, bytes) else content.encode()), report or Report("x")))


@pytest.mark.parametrize("format_id", BY_ID)
def test_nothing_of_a_concept_is_lost(format_id):
    report = Report()
    assert through(format_id, [ARMY], report) == [ARMY]
    assert not report.not_kept


@pytest.mark.parametrize("format_id", BY_ID)
@QUICK
@given(st.lists(concepts, max_size=4))
def test_what_is_prepared_comes_back(format_id, given_concepts):
    report = Report()
    ready = list(BY_ID[format_id].prepare(given_concepts, report))
    assert len(ready) + len(report.skipped) == len(given_concepts)
    content = written(format_id, ready)
    assert read(format_id, content) == ready
    assert list(BY_ID[format_id].prepare(ready, Report())) == ready
    assert written(format_id, ready) == content


VERSION_2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd"><martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="e1"><descripGrp><descrip type="definition">the regular
 forces</descrip><admin type="source">SANA</admin></descripGrp><transacGrp><transac type="transactionType">modification</transac></transacGrp>
<langSet xml:lang="AR_SY"><descrip type="definition">القوات النظامية</descrip><ntig><termGrp><term>الجيش</term>
<termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
<langSet xml:lang="eng"><tig><term>army</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
<termNote type="termType">fullForm</termNote><descrip type="context">The army said</descrip></tig><tig><term> </term></tig></langSet></termEntry>
<termEntry id="e2"><langSet xml:lang="en"/></termEntry></body></text></martif>"""
VERSION_3 = """<tbx type="TBX-Core" style="dct" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="a"><min:subjectField>military</min:subjectField><langSec xml:lang="en"><termSec><term>army</term>
<min:administrativeStatus>preferred</min:administrativeStatus>
</termSec></langSec></conceptEntry></body></text></tbx>"""


def test_version_2_as_term_bases_write_it():
    report = Report("x.tbx")
    (concept,) = read("tbx", VERSION_2, report)
    assert (concept.id, concept.definition, concept.languages) == ("e1", "القوات النظامية", ("ar-SY", "en"))
    assert concept.properties == (Property("definition", "the regular forces"), Property("source", "SANA"))
    arabic, english = concept.terms
    assert (arabic.text, arabic.part_of_speech) == ("الجيش", "noun")
    assert english == Term(
        text="army", language="en", status=TermStatus.DEPRECATED, context="The army said", properties=(Property("termType", "fullForm"),)
    )
    assert report.not_kept == {"records of who changed an entry when": 1}
    assert [(skipped.unit, skipped.reason) for skipped in report.skipped] == [("a term", "it has no words"), ("e2", "it has no term")]


def test_version_3_with_categories_as_elements():
    (concept,) = read("tbx", VERSION_3)
    assert (concept.subject, concept.terms) == ("military", (Term(text="army", language="en", status=TermStatus.PREFERRED),))


def test_what_is_written_is_tbx_basic():
    root = etree.fromstring(written("tbx", [ARMY]))
    assert (root.tag, root.get("type")) == ("martif", "TBX-Basic")
    assert root.xpath("//tig[term='SAA']/termNote[@type='administrativeStatus']/text()") == ["admittedTerm-admn-sts"]
    assert root.xpath("//termEntry/descrip/@type") == ["definition", "subjectField"]


@pytest.mark.parametrize(
    "content",
    ["", "<x/>", "<tbx>", '<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', '<!DOCTYPE martif SYSTEM "evil.dtd"><martif/>', "\0"],
)
def test_what_is_no_term_base_is_refused_in_one_line(content):
    with pytest.raises(BadInput) as caught:
        read("tbx", content)
    assert "\n" not in str(caught.value)


def test_a_house_sheet_has_a_column_for_each_language():
    report = Report("x.csv")
    sheet = "English;Arabic;Note;Desk\nSyrian Arab Army | SAA;الجيش العربي السوري;never “regime”;Syria\n;;no word;\n"
    (concept,) = read("terms-csv", sheet, report)
    assert [(term.text, term.language) for term in concept.terms] == [("Syrian Arab Army", "en"), ("SAA", "en"), ("الجيش العربي السوري", "ar")]
    assert (concept.note, concept.properties) == ("never “regime”", (Property("desk", "Syria"),))
    assert [skipped.where for skipped in report.skipped] == ["row 3 of x.csv"]


@pytest.mark.parametrize("content", ["", "a,b\n", "ar,note\n", 'ar,en\n"open', "term,language\0"])
def test_a_table_that_is_none_of_terms_is_refused(content):
    with pytest.raises(BadInput):
        read("terms-csv", content)


def test_a_cell_is_never_a_formula():
    concept = Concept(id="=1", terms=(Term(text="=cmd()", language="en"),))
    content = written("terms-csv", [concept])
    assert b"'=cmd()" in content
    assert read("terms-csv", content) == [concept]


def test_convert_between_them(tmp_path, capsys):
    (tmp_path / "house.csv").write_text("ar,en\nالجيش,army\n,\n", encoding="utf-8")
    assert main(["convert", str(tmp_path / "house.csv"), str(tmp_path / "house.tbx")]) == 0
    assert main(["convert", str(tmp_path / "house.tbx"), str(tmp_path / "again.terms.csv")]) == 0
    assert "1 unit read" in capsys.readouterr().out
    assert (tmp_path / "again.terms.csv").read_text("utf-8").splitlines()[1:] == ["1,ar,الجيش,,,,,,,,", "1,en,army,,,,,,,,"]
    assert main(["convert", str(tmp_path / "house.tbx"), str(tmp_path / "out.tmx")]) == 2
    assert "terms and units are not the same" in capsys.readouterr().err
