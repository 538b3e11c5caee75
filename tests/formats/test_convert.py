"""The convert command: what it writes, what it says, and its exit status."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.errors import BadInput, WorkbenchError
from workbench.formats import FORMATS, by_id, by_path
from workbench.formats.record import Record, State
from workbench.formats.report import Report
from workbench.formats.writing import write_file

UNITS = [
    Record(key="q1", source="سيطرنا", target="we took", state=State.APPROVED, reviewer="Ann", speaker="Abu Ahmed", protected=True),
    Record(key="q2", source="مقر الحزب", target="the [Baath] Party", state=State.APPROVED),
    Record(key="q3", source="الخطط", target="plans… made", state=State.APPROVED),
    Record(key="q4", source="الخطط", target="plans", state=State.APPROVED, fidelity="paraphrased"),
]


@pytest.fixture
def po(tmp_path: Path) -> Path:
    write_file(tmp_path / "in.po", by_id("po"), UNITS)
    return tmp_path / "in.po"


def read(path: Path) -> list[Record]:
    return list(by_path(path).read(io.BytesIO(path.read_bytes()), Report()))


def test_po_to_tmx_and_its_summary(po, tmp_path, capsys):
    assert main(["convert", "--json", str(po), str(tmp_path / "out.tmx")]) == 0
    assert json.loads(capsys.readouterr().out) == {"read": 4, "written": 4, "skipped": [], "not_kept": [], "remarks": []}
    assert read(tmp_path / "out.tmx") == UNITS


def test_the_clean_memory_names_what_it_leaves_out(po, tmp_path, capsys):
    assert main(["convert", "--json", "--profile", "clean", "--region", "ar=ar-sy", str(po), str(tmp_path / "out.tmx")]) == 1
    summary = json.loads(capsys.readouterr().out)
    assert [skipped["unit"] for skipped in summary["skipped"]] == ["q2", "q3", "q4"]
    assert all(skipped["where"].startswith("line ") and skipped["reason"] for skipped in summary["skipped"])
    assert read(tmp_path / "out.tmx") == [Record(key="q1", source="سيطرنا", target="we took", source_language="ar-SY", state=State.APPROVED)]


def test_in_words(po, tmp_path, capsys):
    assert main(["convert", "--profile", "clean", str(po), str(tmp_path / "out.csv")]) == 1
    out = capsys.readouterr().out
    assert "4 units read" in out
    assert "left out: q4 (line " in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.po", "out.tmx"], "there is no such file"),
        (["in.po", "out.xyz"], "belongs to no format"),
        (["in.po", "in.po"], "would replace the file it is made from"),
        (["in.po", "no/folder/out.tmx"], "cannot be written"),
        (["--region", "ar", "in.po", "out.tmx"], "LANGUAGE=TAG"),
        (["--from", "tmx", "in.po", "out.tmx"], "not XML"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(po, monkeypatch, capsys, arguments, message):
    monkeypatch.chdir(po.parent)
    assert main(["convert", *arguments]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert sorted(path.name for path in po.parent.iterdir()) == ["in.po"]


def test_a_broken_input_leaves_the_old_result_alone(po, tmp_path):
    out = tmp_path / "out.tmx"
    out.write_text("old")
    po.write_text(po.read_text("utf-8") + 'msgid "cut')
    assert main(["convert", str(po), str(out)]) == 2
    assert out.read_text() == "old"


def test_a_file_that_does_not_read_back_is_not_put_in_place(tmp_path):
    liar = replace(by_id("csv"), write=lambda records, stream: by_id("csv").write([replace(record, target="x") for record in records], stream))
    with pytest.raises(WorkbenchError, match="does not read back"):
        write_file(tmp_path / "out.csv", liar, UNITS)
    assert not list(tmp_path.iterdir())


def test_a_format_that_is_only_read_is_not_written(tmp_path):
    with pytest.raises(BadInput, match="read only"):
        write_file(tmp_path / "out.csv", replace(by_id("csv"), write=None), UNITS)


def test_a_table_of_other_hands(tmp_path):
    (tmp_path / "in.csv").write_text("ID,Arabic,English,Client\n1,نص,'-5 percent,NOW\n2,a,b,c,d\n", encoding="utf-8-sig")
    assert main(["convert", str(tmp_path / "in.csv"), str(tmp_path / "out.tsv")]) == 1
    assert (tmp_path / "out.tsv").read_text("utf-8") == (
        "key\tsource\ttarget\tsource-language\ttarget-language\tClient\n1\tنص\t'-5 percent\tar\ten\tNOW\n"
    )
    assert read(tmp_path / "out.tsv")[0].target == "-5 percent"


def test_a_tab_separated_file_with_bare_quotes_is_read_as_it_is(tmp_path):
    (tmp_path / "in.tsv").write_text('key\tsource\ttarget\n1\tنص\t"We held" he said\n2\tنص\t"open\n', encoding="utf-8")
    assert [record.target for record in read(tmp_path / "in.tsv")] == ['"We held" he said', '"open']


@pytest.mark.parametrize("header", ["a,b", "source,source,target", "key,source"])
def test_a_table_without_usable_columns_is_refused(tmp_path, header):
    (tmp_path / "in.csv").write_text(header)
    with pytest.raises(BadInput, match="columns"):
        read(tmp_path / "in.csv")


def test_every_extension_belongs_to_one_format():
    extensions = [extension for row in FORMATS for extension in row.extensions]
    assert len(extensions) == len(set(extensions))
    assert by_path(Path("A.PO")).id == "po"
