"""XLIFF as we write it against the schemas of OASIS, and against what the specification asks and no schema sees."""

import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests import system
from tests.formats.strategies import records
from tests.formats.test_its import FOREIGN
from tests.formats.test_round_trips import FULL, QUICK, prepared, written
from tests.formats.test_xliff import FIRST as FIRST_FOREIGN
from tests.formats.test_xliff import SECOND as SECOND_FOREIGN
from workbench.formats import by_id
from workbench.formats.categories import ITS_TYPES
from workbench.formats.its import FRAGMENT, ISSUE, REFERENCE, STANDOFF
from workbench.formats.record import InlineCode, Mark, Record
from workbench.formats.report import Report
from workbench.formats.xliff_names import SECOND
from workbench.formats.xmlgate import XML_ID
from workbench.model import ErrorSeverity

SCHEMAS = {"xliff": "xliff-core-1.2-strict.xsd", "xliff2": "xliff-core-2.0.xsd"}
"""2.1 kept the core of 2.0 and its namespace; elements of modules are looked at as far as where they may stand."""
NEED = "the XLIFF schemas"
MARKERS = {f"{{{SECOND}}}{name}" for name in ("mrk", "sm")}
POINTS = {f"{{{SECOND}}}{end}": f"{{{SECOND}}}{start}" for end, start in {"ec": "sc", "em": "sm"}.items()}


class Beside(etree.Resolver):
    """The schema of `xml:` is another file of the package; nothing is fetched."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def resolve(self, url, _public, context):
        return self.resolve_filename(str(self.folder / Path(url).name), context)


@pytest.fixture(scope="module")
def schemas() -> dict[str, etree.XMLSchema]:
    found = system.find(NEED)
    if not found:
        pytest.skip(system.advice(NEED))
    folder = Path(found).parent
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside(folder))
    return {name: etree.XMLSchema(etree.parse(str(folder / file), parser)) for name, file in SCHEMAS.items()}


def document(format_id: str, given_records: list[Record]) -> etree._Element:
    return etree.fromstring(written(by_id(format_id), prepared(by_id(format_id), given_records)))


def read(content: str) -> list[Record]:
    return list(by_id("xliff").read(io.BytesIO(content.encode()), Report()))


TAGGED = [
    Record(
        key="q1",
        source="دخول ⟦1⟧حماة⟦/1⟧ ⟦2⟧",
        target="⟦2⟧entry into ⟦1⟧Hama⟦/1⟧",
        inline=tuple(
            InlineCode(language, *code) for language in ("ar", "en") for code in (("⟦1⟧", f'<pc xmlns="{SECOND}" id="1"/>'), ("⟦2⟧", '<ph x="1"/>'))
        ),
        marks=(Mark("style/awkward", ErrorSeverity.MINOR, (0, 12)), Mark("style/awkward", ErrorSeverity.CRITICAL, (8, 24), (0, 4), "cut")),
    )
]
EXAMPLES = {"none": [], "full": [FULL, *TAGGED], "of another hand": read(FIRST_FOREIGN) + read(SECOND_FOREIGN) + read(FOREIGN)}


@pytest.mark.system
@pytest.mark.parametrize("format_id", SCHEMAS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_schema_accepts_what_we_write(format_id, example, schemas):
    schemas[format_id].assertValid(document(format_id, EXAMPLES[example]))


@pytest.mark.system
@pytest.mark.parametrize("format_id", SCHEMAS)
def test_the_schema_accepts_whatever_records_hold(format_id, schemas):
    @QUICK
    @given(st.lists(records, max_size=3))
    def accepted(given_records):
        schemas[format_id].assertValid(document(format_id, given_records))

    accepted()


# what version 2.1 asks of a file and no schema sees


def faults(root: etree._Element) -> list[str]:
    """Each constraint of the specification that a file breaks, in words."""
    found = [f"the id {identity} twice" for identity, count in Counter(root.xpath("//@xml:id")).items() if count > 1]
    units = list(root.iter(f"{{{SECOND}}}unit"))
    found += [f"the unit {identity} twice" for identity, count in Counter(unit.get("id") for unit in units).items() if count > 1]
    return found + [fault for unit in units for fault in (*faults_of_ids(unit), *faults_of_issues(unit))]


def faults_of_ids(unit: etree._Element) -> list[str]:
    """Ids given twice to tags and markers of a side, and ends that have no beginning before them."""
    found = []
    for side in (*unit.iter(f"{{{SECOND}}}source"), *unit.iter(f"{{{SECOND}}}target")):
        inside = [element for element in side.iter() if element is not side]
        found += [f"the tag {name} twice" for name, count in Counter(e.get("id") for e in inside if e.get("id")).items() if count > 1]
        started: set[tuple[str, str]] = set()
        for element in inside:
            started.add((str(element.tag), element.get("id", "")))
            wanted, reference = POINTS.get(str(element.tag)), element.get("startRef")
            if wanted and not (reference is None and element.get("isolated") == "yes") and (wanted, reference) not in started:
                found.append(f"an end of {reference} without its beginning")
    return found


def faults_of_issues(unit: etree._Element) -> list[str]:
    """Quality issues that nothing refers to, references to none, and values that ITS does not have."""
    beside = {group.get(XML_ID): list(group.iter(ISSUE)) for group in unit.iterchildren(STANDOFF)}
    marked = [element for element in unit.iter() if REFERENCE in element.attrib]
    found = [f"{element.tag} with issues" for element in marked if element.tag not in MARKERS or element.get("type") != "its:generic"]
    found += [f"issues {name} without words" for name in beside if FRAGMENT + str(name) not in {element.get(REFERENCE) for element in marked}]
    found += [f"a reference to {element.get(REFERENCE)}" for element in marked if element.get(REFERENCE, "").removeprefix(FRAGMENT) not in beside]
    issues = [issue for group in beside.values() for issue in group]
    found += [f"the type {kind}" for issue in issues if (kind := issue.get("locQualityIssueType")) not in ITS_TYPES]
    return found + [f"the severity {said}" for issue in issues if not 0 <= float(said := issue.get("locQualityIssueSeverity", "0")) <= 100]


@pytest.mark.parametrize("example", EXAMPLES)
def test_ids_ends_and_issues_fit_together(example):
    assert faults(document("xliff2", EXAMPLES[example])) == []


@QUICK
@given(st.lists(records, max_size=3))
def test_ids_ends_and_issues_fit_together_whatever_records_hold(given_records):
    assert faults(document("xliff2", given_records)) == []


def test_a_file_that_breaks_the_constraints_is_seen():
    content = f"""<xliff xmlns="{SECOND}" xmlns:its="http://www.w3.org/2005/11/its"><file><unit id="a"><its:locQualityIssues xml:id="q">
    <its:locQualityIssue locQualityIssueType="typo" locQualityIssueSeverity="101"/></its:locQualityIssues><segment><source><ph id="1"/><ph id="1"/>
    <em startRef="2"/><mrk id="3" its:locQualityIssuesRef="#its=r"/></source></segment></unit><unit id="a"/></file></xliff>"""
    assert len(faults(etree.fromstring(content))) == 8
