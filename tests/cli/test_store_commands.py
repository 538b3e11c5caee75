"""Export, import, verify and backup, as other programs call them."""

import json
import sqlite3
import uuid
from datetime import UTC, datetime
from pathlib import Path

import polib
import pytest

from workbench.cli.main import COMMANDS, build_parser, main
from workbench.model import Comment, Event, Revision, UnitAdded, Verdict, VerdictKind
from workbench.store import Project, open_store

ARABIC = "أجرينا لقاءات عدة"
NOW = datetime(2026, 11, 23, 8, 0, 0, 250, tzinfo=UTC)


def common(key: str, author: str = "Lina") -> dict[str, object]:
    return {"unit_key": key, "author": author, "at": NOW, "operation": uuid.uuid4().hex}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "reviewed.sqlite"
    store = open_store(str(path))
    store.add_project(Project(id="hama", title="Hama", created_at=NOW))
    events: list[Event] = [
        UnitAdded(**common("hama/q01"), position=0, source=ARABIC, target="we had several meetings"),
        Revision(**common("hama/q01"), text="we held several meetings"),
        Verdict(**common("hama/q01", "Omar"), verdict=VerdictKind.APPROVED_WITH_CHANGES),
        Comment(**common("hama/q01"), text="“had” was flat"),
        UnitAdded(**common("hama/q02"), position=9, source="نص آخر", target="another text"),
        UnitAdded(**common("hama/q03"), position=19, target="a text without its Arabic"),
    ]
    for event in events:
        store.append("hama", [event])
    store.close()
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict]:
    status = main([*map(str, words), "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_approved_units_are_exported_and_the_rest_is_counted(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.po"
    status, summary = run(capsys, "export", "hama", "--format", "po", "-o", out, "--database", database)
    assert (status, summary["written"], summary["file"]) == (0, 1, str(out))
    assert summary["remarks"] == ["2 of 3 units are not in the scope “approved”"]
    (entry,) = polib.pofile(str(out))
    assert (entry.msgctxt, entry.msgid, entry.msgstr, entry.flags) == ("hama/q01", ARABIC, "we held several meetings", [])
    assert "we had several meetings" in entry.tcomment


def test_units_without_arabic_are_named(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, summary = run(capsys, "export", "hama", "--format", "tmx", "--scope", "all", "-o", tmp_path / "out.tmx", "--database", database)
    assert (status, summary["written"]) == (0, 2)
    assert [skipped["unit"] for skipped in summary["skipped"]] == ["hama/q03"]


def test_the_same_state_gives_the_same_bytes(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for format_id in ("po", "tmx"):
        paths = [tmp_path / f"{number}.{format_id}" for number in (1, 2)]
        for path in paths:
            run(capsys, "export", "hama", "--format", format_id, "--scope", "all", "-o", path, "--database", database)
        first, second = (path.read_bytes() for path in paths)
        assert first == second


def test_clean_memory_names_no_reviewer(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.tmx"
    run(capsys, "export", "hama", "--format", "tmx", "--profile", "clean", "-o", out, "--database", database)
    written = out.read_text(encoding="utf-8")
    assert "we held several meetings" in written
    assert not any(name in written for name in ("Omar", "Lina", "was flat"))


def test_a_file_that_was_edited_outside_comes_back_as_revisions(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.po"
    run(capsys, "export", "hama", "--format", "po", "--scope", "all", "-o", out, "--database", database)
    edited = polib.pofile(str(out))
    edited[1].msgstr = "a different text"
    edited.append(polib.POEntry(msgid="جديد", msgstr="new"))
    edited.save()
    status, summary = run(capsys, "import", "hama", out, "--as", "Agency", "--database", database)
    assert (status, summary["revised"], summary["added"], summary["unchanged"]) == (0, ["hama/q02"], 1, 1)
    store = open_store(str(database))
    last = store.events("hama", unit_key="hama/q02")[-1]
    store.close()
    assert isinstance(last, Revision)
    assert (last.author, last.text) == ("Agency", "a different text")


def test_importing_makes_the_project(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "memory.csv"
    source.write_text("key,source,target\na,نص,text\nb,نص آخر,other text\n", encoding="utf-8")
    status, summary = run(capsys, "import", "old", source, "--database", database)
    assert (status, summary["added"], summary["read"]) == (0, 2, 2)


def test_verify_finds_a_changed_byte(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = run(capsys, "verify", "--database", database)
    assert (status, found["events"], found["problems"]) == (0, 6, [])
    connection = sqlite3.connect(database)
    connection.execute("UPDATE events SET payload = replace(payload, 'held', 'had ') WHERE sequence = 2")
    connection.commit()
    connection.close()
    status, found = run(capsys, "verify", "--database", database)
    assert status == 1
    assert "event 2 of hama/q01" in found["problems"][0]


def test_backup_is_checked_and_overwrites_nothing(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, made = run(capsys, "backup", tmp_path / "copy.sqlite", "--database", database)
    assert (status, made["events"], made["problems"]) == (0, 6, [])
    assert main(["backup", str(tmp_path / "copy.sqlite"), "--database", str(database)]) == 2
    assert "never overwrites" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["export", "homs", "--format", "po"], "export: no project homs"),
        (["import", "hama", "missing.po"], "import: missing.po: no such file"),
        (["verify", "--database", "mysql://x"], "verify: --database: no store for mysql"),
    ],
)
def test_bad_input_is_one_line_and_status_2(database: Path, capsys: pytest.CaptureFixture[str], words: list[str], line: str) -> None:
    arguments = words if "--database" in words else [*words, "--database", str(database)]
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith(line)
    assert error.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        build_parser(command).parse_args([command.name, "--help"])
    assert left.value.code == 0
    assert "--json" in capsys.readouterr().out
