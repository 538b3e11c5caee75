"""Workbooks as people get them, and as they send them back."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_round_trips import FULL, QUICK, written
from workbench.errors import BadInput
from workbench.formats import by_id, xlsx
from workbench.formats.record import Property, Record
from workbench.formats.report import Report

XLSX = by_id("xlsx")


def sheet_of(records: list[Record]) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(written(XLSX, records))).worksheets[0]


def workbook(*rows: list[object], sheets: int = 1) -> io.BytesIO:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for _ in range(sheets - 1):
        book.create_sheet()
    stream = io.BytesIO()
    book.save(stream)
    return stream


def read(stream: io.BytesIO, report: Report | None = None) -> list[Record]:
    return list(xlsx.read(stream, report or Report("back.xlsx")))


def test_arabic_runs_from_the_right_and_the_first_line_stays():
    sheet = sheet_of([FULL])
    cells = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}
    assert [cells[name].alignment.readingOrder for name in ("Source", "Former source", "Target", "Published")] == [2, 2, 1, 1]
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["B"].width > 50
    assert cells["Source place"].value == "sources/all4syria.ar.txt:10-60"


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(“x”)", "+1", "-1", "@SUM(A1)", "#N/A", "{=1}", "'=1", "\t=1"])
def test_no_cell_is_a_formula(text):
    record = Record(key=text, source=text, target=text, properties=(Property(text, text),))
    for row in sheet_of([record]).iter_rows():
        assert {cell.data_type for cell in row if cell.value is not None} == {"s"}
    assert read(io.BytesIO(written(XLSX, [record]))) == [record]


@QUICK
@given(st.lists(st.sampled_from(["_", "x005F_", "_x000D_", "x0041_", "_x0041_", "x", "a", "_x005f_"]), min_size=1).map("".join))
def test_what_looks_like_a_code_of_excel_comes_back(text):
    assert read(io.BytesIO(written(XLSX, [Record(source=text, target="t")])))[0].source == text


def test_a_table_of_other_hands():
    report = Report("back.xlsx")
    rows = [
        ["ID", "Arabic", "English", "When", "N"],
        ["q1", "نص", "text", date(2016, 10, 3), 7],
        [],
        [None, "نص", "=A1"],
        ["q3", "a", "b", None, None, "x"],
    ]
    assert read(workbook(*rows, sheets=3), report) == [
        Record(key="q1", source="نص", target="text", properties=(Property("When", "2016-10-03T00:00:00"), Property("N", "7")))
    ]
    assert [(skipped.unit, skipped.where) for skipped in report.skipped] == [("نص", "row 4 of back.xlsx"), ("q3", "row 5 of back.xlsx")]
    assert report.not_kept == {"further sheets": 2}
    assert report.read == 3


def test_a_text_too_long_for_a_cell_is_left_out_by_name():
    report = Report()
    long = [Record(key="q1", source="ن" * 32_768, target="t"), Record(key="q2", source="ن" * 32_767, target="t")]
    ready = list(xlsx.prepare(long, report))
    assert [record.key for record in ready] == ["q2"]
    assert report.skipped[0].unit == "q1"
    assert "its source is longer" in report.skipped[0].reason
    assert read(io.BytesIO(written(XLSX, ready))) == ready


def archive(parts: dict[str, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return stream


HOSTILE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("stream", "message"),
    [
        (io.BytesIO(b""), "damaged"),
        (io.BytesIO(b"PK\x03\x04 not really"), "damaged"),
        (archive({"word/document.xml": b"<x/>"}), "no xl/workbook.xml"),
        (archive({"xl/workbook.xml": b"<x/>", "bomb.bin": b"\0" * 30_000_000}), "unpacked"),
        (archive({"xl/workbook.xml": b"<x/>"} | {str(number): b"" for number in range(10_001)}), "10002 parts"),
        (archive({"xl/workbook.xml": HOSTILE}), "internal subset"),
        (archive({"xl/workbook.xml": b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>'}), "document type"),
        (archive({"xl/workbook.xml": b"<x"}), "xl/workbook.xml in back.xlsx: this is not XML"),
        (archive({"xl/workbook.xml": b"<x/>"}), "cannot be read"),
        (workbook(["a", "b"]), "does not name the columns"),
        (workbook(), "does not name the columns"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(stream, message):
    with pytest.raises(BadInput, match=message) as refused:
        read(stream)
    assert "\n" not in str(refused.value)


def test_a_sheet_that_claims_a_million_wide_rows_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "MAX_CELLS", 50)
    with pytest.raises(BadInput, match="more than 50 cells"):
        read(workbook(["key", "source", "target"], *[["q", "s", "t"]] * 20))


def test_the_same_units_give_the_same_bytes(monkeypatch):
    first = written(XLSX, [FULL])
    monkeypatch.setenv("TZ", "Asia/Damascus")
    assert written(XLSX, [FULL]) == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"20" not in packed.read("docProps/core.xml").split(b"<dc:title>")[1]
