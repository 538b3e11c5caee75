"""Long imports and exports say how far they are, can be stopped at any moment, and keep nothing of what was stopped."""

from pathlib import Path

import pytest

from tests.services.conftest import store  # noqa: F401 - a fixture
from workbench.cli import output
from workbench.cli.main import main
from workbench.formats import by_id
from workbench.formats.record import Record
from workbench.formats.writing import write_file
from workbench.model import UnitAdded
from workbench.services.conversion import convert
from workbench.services.exporting import Choice, Scope, export
from workbench.services.importing import Delivery, import_file, preview_file
from workbench.services.merging import Outcome
from workbench.services.spool import Seen, Spool
from workbench.services.stamps import stamp
from workbench.store import Store

MANY = 1200


class StoppedByHand(BaseException):
    """As Streamlit and Ctrl+C stop a script."""


def stopping_at(wanted: str, count: int) -> object:
    def watch(done: int, what: str) -> None:
        if what == wanted and done >= count:
            raise StoppedByHand

    return watch


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    write_file(
        tmp_path / "m.tmx", by_id("tmx"), [Record(key=f"m/{number}", source=f"نص {number}", target=f"text {number}") for number in range(MANY)]
    )
    return tmp_path / "m.tmx"


def test_it_is_told_how_far_it_is(store: Store, memory: Path) -> None:  # noqa: F811
    told: list[tuple[int, str]] = []
    summary = import_file(store, "memory", Delivery(path=memory, author="A"), lambda count, what: told.append((count, what)))
    assert summary.counts == {Outcome.ADDED: MANY}
    assert told == [(500, "read"), (1000, "read"), (1200, "read"), (500, "stored"), (1000, "stored"), (1200, "stored")]
    assert [event.position for event in store.events("memory")] == list(range(MANY))
    assert store.verify().problems == ()
    told.clear()
    choice = Choice(project_id="memory", format_id="po", scope=Scope.ALL)
    export(store, choice, memory.with_name("out.po"), lambda count, what: told.append((count, what)))
    assert told == [(500, "written"), (1000, "written"), (1200, "written")]


@pytest.mark.parametrize("what", ["read", "stored"])
def test_a_stopped_import_leaves_nothing_behind(store: Store, memory: Path, what: str) -> None:  # noqa: F811
    with pytest.raises(StoppedByHand):
        import_file(store, "memory", Delivery(path=memory, author="A"), stopping_at(what, 500))
    assert [project.id for project in store.projects()] == ["hama"]
    before = store.events("hama")
    with pytest.raises(StoppedByHand):
        import_file(store, "hama", Delivery(path=memory, author="A"), stopping_at(what, 500))
    assert store.events("hama") == before
    with pytest.raises(StoppedByHand):
        preview_file(store, "hama", Delivery(path=memory, author="A"), stopping_at("read", 500))


def test_a_stopped_export_and_conversion_leave_the_old_file(store: Store, memory: Path) -> None:  # noqa: F811
    import_file(store, "memory", Delivery(path=memory, author="A"))
    out = memory.with_name("out.po")
    out.write_text("old")
    choice = Choice(project_id="memory", format_id="po", scope=Scope.ALL)
    with pytest.raises(StoppedByHand):
        export(store, choice, out, stopping_at("written", 500))
    with pytest.raises(StoppedByHand):
        convert(memory, out, watch=stopping_at("read", 500))
    assert out.read_text() == "old"
    assert sorted(path.name for path in memory.parent.iterdir()) == ["m.tmx", "out.po"]


def test_on_a_terminal_one_line_is_written_over(memory: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["convert", str(memory), str(memory.with_name("a.po"))]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(output.sys.stderr, "isatty", lambda: True, raising=False)
    assert main(["convert", str(memory), str(memory.with_name("b.po"))]) == 0
    shown = capsys.readouterr().err
    assert "\r1,000 read" in shown
    assert shown.endswith("\r")


def test_a_spool_gives_events_in_their_order_as_often_as_asked() -> None:
    made = stamp("A")
    with Spool() as spool:
        spool.extend(UnitAdded(**made, unit_key=f"k{number}", position=number, target="t", source="نص") for number in range(1001))
        assert len(spool) == 1001
        assert [event.unit_key for event in spool] == [f"k{number}" for number in range(1001)]
        spool.append(UnitAdded(**made, unit_key="last", position=0, target="t"))
        assert [event.unit_key for event in spool][-1] == "last"


def test_keys_that_were_seen_are_known_however_many_there_are() -> None:
    seen = Seen()
    for number in range(5000):
        assert f"k{number}" not in seen
        seen.add(f"k{number}")
        seen.add(f"k{number}")
    assert len(seen) == 5000
    assert all(f"k{number}" in seen for number in range(5000))
