"""Files that go out of a project, are edited as another program would, and come back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.services.conftest import FIRST
from tests.services.test_desk import BETTER, do
from workbench.formats import by_path
from workbench.formats.record import Record
from workbench.formats.report import Report
from workbench.formats.writing import write_file
from workbench.model import UnitAdded
from workbench.services.desk import Desk
from workbench.services.exporting import Choice, Scope, export
from workbench.services.importing import Delivery, ImportSummary, import_file
from workbench.store import Store

THIRD = "hama/q03"
OUTSIDE = "We held a number of meetings on the status of the city, in case of its liberation, God willing,"
FORMATS = ("po", "tmx", "csv", "tsv", "xlsx", "xliff", "xliff2", "marot", "mt-metrics-eval", "label-studio")
Edit = Callable[[Record], Record]


def with_a_third_unit(store: Store) -> Desk:
    """A desk on the project with a third unit that has Arabic, and a text that was changed here."""
    desk = Desk(store, "hama")
    added = {"author": "workbench", "at": store.project("hama").created_at, "operation": "third"}
    store.append("hama", [UnitAdded(**added, unit_key=THIRD, position=900, article_id="article", source="نص", target="a text")])
    desk.catch_up()
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    do(desk, "Lina", FIRST, "comment", text="“had” was flat")
    return desk


def exported(store: Store, folder: Path, format_id: str) -> Path:
    choice = Choice(project_id="hama", format_id=format_id, scope=Scope.ALL)
    export(store, choice, folder / choice.file_name)
    return folder / choice.file_name


def edited(path: Path, **edits: Edit) -> Path:
    """The file as a tool would write it after somebody edited the units whose keys end so."""
    row = by_path(path)
    with path.open("rb") as stream:
        found = list(row.read(stream, Report()))
    write_file(path, row, [edits.get((record.key or "")[-3:], lambda record: record)(record) for record in found])
    return path


def retold(record: Record) -> Record:
    return replace(record, target=OUTSIDE)


def delivered(store: Store, path: Path, **more: object) -> ImportSummary:
    return import_file(store, "hama", Delivery(path=path, author="Agency", **more))


def records_in(path: Path) -> list[Record]:
    with path.open("rb") as stream:
        return list(by_path(path).read(stream, Report()))
