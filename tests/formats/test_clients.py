"""Real programs read what we write: the translate toolkit's readers, and LibreOffice opening what people get."""

import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from translate.storage.pypo import pofile
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from tests.formats.test_papers import PAPER
from tests.formats.test_papers import written as paper
from tests.formats.test_round_trips import FULL, prepared, written
from tests.formats.test_terms import ARMY
from tests.formats.test_terms import written as terms
from workbench.formats import by_id
from workbench.formats.record import State
from workbench.formats.report import Report
from workbench.ingest import odt

UNITS = [replace(FULL, state=State.APPROVED), replace(FULL, key="hama-2016/q02", source="نعم", target="yes & <no>", marks=(), published=None)]
READERS = {"po": pofile, "tmx": tmxfile, "xliff": xlifffile, "xliff2": Xliff2File}


@pytest.mark.parametrize("format_id", READERS)
def test_the_translate_toolkit_reads_every_unit(format_id):
    row = by_id(format_id)
    store = READERS[format_id].parsestring(written(row, prepared(row, UNITS)))
    found = [(unit.source, unit.target) for unit in store.units if unit.source]
    assert found == [(record.source, record.target) for record in UNITS]
    if format_id in ("po", "xliff"):
        assert [unit.isfuzzy() for unit in store.units if unit.source] == [False, True] or format_id == "xliff"
    if format_id == "po":
        assert "As published: we had meetings" in store.units[1].getnotes()


def test_the_translate_toolkit_reads_our_terms():
    (unit,) = tbxfile.parsestring(terms("tbx", [ARMY])).units
    assert (str(unit.source), str(unit.target)) == ("الجيش العربي السوري", "Syrian Arab Army")


# LibreOffice: each start takes seconds, so several files go through one


def in_libreoffice(folder: Path, target: str, *paths: Path) -> dict[str, bytes]:
    """The files as LibreOffice saves them again in another format, by their names without extension."""
    out = folder / target.partition(":")[0]
    profile = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, timeout=180, stdout=subprocess.DEVNULL)
    return {path.stem: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    """A folder with our papers; the profile LibreOffice makes at first is made once."""
    folder = tmp_path_factory.mktemp("office")
    for paper_id in ("note-docx", "table-docx"):
        (folder / f"{paper_id}.docx").write_bytes(paper(paper_id))
    return folder


@pytest.mark.system("soffice")
def test_libreoffice_opens_our_word_documents_with_their_tracked_changes(office):
    opened = in_libreoffice(office, "odt", *sorted(office.glob("*.docx")))
    assert sorted(opened) == ["note-docx", "table-docx"]
    for content in opened.values():
        text = zipfile.ZipFile(io.BytesIO(content)).read("content.xml").decode()
        for wanted in ("text:tracked-changes", "<dc:creator>Lina Haddad</dc:creator>", "أجرينا لقاءات عدة", "Which meetings?"):
            assert wanted in text
    words = odt.extract(opened["note-docx"], "note.odt").text
    assert "We held several meetings, God willing" in words
    assert "Which meetings?" not in words


@pytest.mark.system("soffice")
def test_a_review_table_that_libreoffice_saved_comes_back(office):
    again = in_libreoffice(office, "docx", office / "table-docx.docx")["table-docx"]
    found = list(by_id("docx").read(io.BytesIO(again), Report("again")))
    assert [(record.key, record.target) for record in found] == [(quote.record.key, quote.record.target) for quote in PAPER.quotes]


@pytest.mark.system("soffice")
def test_a_workbook_that_libreoffice_saved_comes_back(office):
    row = by_id("xlsx")
    ready = prepared(row, [*UNITS, replace(FULL, key="=1+1", target="=cmd()", source="نص")])
    (office / "units.xlsx").write_bytes(written(row, ready))
    again = in_libreoffice(office, "xlsx:Calc MS Excel 2007 XML", office / "units.xlsx")["units"]
    assert list(row.read(io.BytesIO(again), Report("again"))) == ready
