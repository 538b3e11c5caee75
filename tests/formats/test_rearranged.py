"""XML that is well-formed and makes no sense: tags where none belong, ids twice, units within units, texts that look like our own signs."""

import io
import random
import time

import pytest
from lxml import etree

from tests.formats import test_clients, test_its, test_terms, test_tmx, test_xliff, test_xliff_valid
from tests.formats.rearranging import rearranged
from tests.formats.test_fuzzing import SEEDS, TARGETS, new_walk, part_of
from tests.formats.test_round_trips import FULL, prepared, written
from workbench.formats import by_id
from workbench.formats.its import ITS
from workbench.formats.record import Mark
from workbench.formats.report import Report
from workbench.formats.xliff_names import SECOND
from workbench.model import ErrorSeverity

DOCUMENTS = {
    "tmx": (
        SEEDS["tmx"].encode(),
        written(by_id("tmx"), prepared(by_id("tmx"), test_xliff_valid.EXAMPLES["of another hand"])),
        written(by_id("tmx"), prepared(by_id("tmx"), test_clients.UNITS)),
    ),
    "xliff": (test_xliff.FIRST.encode(), written(by_id("xliff"), prepared(by_id("xliff"), [FULL]))),
    "xliff2": (
        test_xliff.SECOND.encode(),
        test_its.FOREIGN.encode(),
        SEEDS["xliff2"].encode(),
        written(by_id("xliff2"), prepared(by_id("xliff2"), [FULL])),
    ),
    "tbx": (test_terms.VERSION_2.encode(), test_terms.VERSION_3.encode()),
    "docx": (part_of("docx"),),
    "xlsx": (part_of("xlsx"),),
}
FEW = {"docx": 30, "xlsx": 30}
"""An archive takes long to make."""


def rearrange(name: str, chance: random.Random) -> None:
    """Feed the reader one rearranged document; the assertion names it."""
    try:
        content = rearranged(chance.choice(DOCUMENTS[name]), chance)
    except (ValueError, etree.XMLSyntaxError):  # the tree has become one that cannot be written: nothing to read
        return
    try:
        TARGETS[name].attempt(content)
    except Exception as error:
        raise AssertionError(content.decode()) from error


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_few_rearranged_documents(name):
    chance = random.Random(name)
    for _ in range(FEW.get(name, 250)):
        rearrange(name, chance)


@pytest.mark.campaign
@pytest.mark.parametrize("name", DOCUMENTS)
def test_many_rearranged_documents(name):
    chance = new_walk(name)
    end = time.monotonic() + 120
    while time.monotonic() < end:
        rearrange(name, chance)


# what was found in this way, each as small as it gets


def unit(source: str = "نص", target: str = "text", beside: str = "") -> bytes:
    head = f'<xliff xmlns="{SECOND}" xmlns:its="{ITS}" version="2.1" srcLang="ar" trgLang="en"><file id="f"><unit id="u">{beside}'
    return f"{head}<segment><source>{source}</source><target>{target}</target></segment></unit></file></xliff>".encode()


ISSUE = '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="grammar"/></its:locQualityIssues>'
MARKED = '<mrk id="m" type="its:generic" its:locQualityIssuesRef="#its=q">{}</mrk>'


@pytest.mark.parametrize(
    "target",
    [
        "\ufdd0" + MARKED.format("had"),
        "⟦9999⟧" + MARKED.format("had"),
        "⟦999999999⟧" + MARKED.format("had"),
        MARKED.format("had") + '<ph id="target-lqi1-0"/><em startRef="target-lqi1-0"/>',
        MARKED.format('had <ph id="1">' + MARKED.format("x") + "</ph>"),
        MARKED.format("ha⟦") + "1⟧d",
        '<sm id="m" type="its:generic" its:locQualityIssuesRef="#its=q"/>had<ph id="1"><em startRef="m"/></ph>',
        MARKED.format("a") + MARKED.format("b"),
        '<ec startRef="1"><y xmlns:a="urn:x" a:b="1"><a:c xmlns=""/></y></ec>' + MARKED.format("had"),
        "had" + MARKED.format(""),
        MARKED.format('had<ph id="1" xml:id="lqi1-0"/>'),
        f'<ph id="1"><a:unit xmlns="urn:x" xmlns:a="{SECOND}"/></ph>' + MARKED.format("had"),
        MARKED.format(f'<ph id="1" xmlns:i="{ITS}" i:note="x"><y xmlns="urn:y"/></ph>'),
    ],
)
def test_marked_words_stay_marked_whatever_stands_beside_them(target):
    content = unit(target=target, beside=ISSUE)
    TARGETS["xliff2"].attempt(content)
    (record,) = by_id("xliff2").read(io.BytesIO(content), Report())
    assert [(mark.category, mark.severity) for mark in record.marks] == [("linguistic-conventions/grammar", ErrorSeverity.MINOR)]
    assert not any("locQualityIssuesRef" in code.markup for code in record.inline if "<ph" not in code.markup)


def test_a_span_that_cuts_a_tag_and_references_to_nothing():
    cutting = '<pc id="1">had <sm id="s" type="its:generic" its:locQualityIssueType="style"/>it</pc> all<em startRef="s"/>'
    report = Report()
    (record,) = by_id("xliff2").read(io.BytesIO(unit(target=MARKED.format("we ").replace("=q", "=r") + cutting, beside=ISSUE)), report)
    assert record.target == "we ⟦1⟧had it⟦/1⟧ all"
    assert record.marks == (Mark("style/awkward", ErrorSeverity.MINOR, (10, 20)),)
    assert report.not_kept == {"references to quality issues that are not there": 1, "quality issues that no words refer to": 1}


def test_a_unit_within_a_unit_is_part_of_it():
    content = unit(target='so<ph id="1"><unit id="v"><segment><source>x</source></segment></unit></ph>')
    (record,) = by_id("xliff2").read(io.BytesIO(content), Report())
    assert (record.key, record.target) == ("u", "so⟦1⟧")
    assert "<source>x</source>" in record.inline[0].markup
    inner = '<tu><tuv xml:lang="ar"><seg>ب</seg></tuv></tu>'
    outer = f'<tu tuid="7"><tuv xml:lang="ar"><seg>أ<ph>{inner}</ph></seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>'
    (record,) = by_id("tmx").read(io.BytesIO(test_tmx.document(outer)), Report())
    assert (record.key, record.source) == ("7", "أ⟦1⟧")


def test_two_texts_in_one_language_do_not_share_tags():
    variants = "".join(f'<tuv xml:lang="fr"><seg>{word}<ph x="{word}"/></seg></tuv>' for word in "ab")
    content = test_tmx.document(f'<tu tuid="7"><tuv xml:lang="ar"><seg>أ</seg></tuv><tuv xml:lang="en"><seg>e</seg></tuv>{variants}</tu>')
    report = Report()
    (record,) = by_id("tmx").read(io.BytesIO(content), report)
    assert [variant.text for variant in record.variants] == ["a⟦1⟧", "b"]
    assert [code.markup for code in record.inline] == ['<ph x="a"/>']
    assert report.not_kept == {"inline tags of a second text in one language": 1}
    TARGETS["tmx"].attempt(content)


def test_fields_of_ours_with_other_values_are_properties():
    ours = '<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="workbench">{}</mda:metaGroup></mda:metadata>'
    for value in ("0", "NaN", "null", '"x"', "{}", "[[1]]"):
        (record,) = by_id("xliff2").read(io.BytesIO(unit(beside=ours.format(f'<mda:meta type="properties">{value}</mda:meta>'))), Report())
        assert [entry[:2] for entry in record.properties] == [("properties", value)]


@pytest.mark.parametrize("broken", ["urn:oa}sis", "urn:oa{sis", "{}", ""])
def test_a_namespace_that_is_none_is_no_fault_of_ours(broken):
    for name, content in (("xliff", test_xliff.FIRST), ("xliff2", test_xliff.SECOND), ("tmx", SEEDS["tmx"])):
        TARGETS[name].attempt(content.replace("urn:oasis", broken).encode())
        TARGETS[name].attempt(content.replace("<ph ", f'<ph xmlns="{broken}" ').replace("<g ", f'<g xmlns="{broken}" ').encode())
