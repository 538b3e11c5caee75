"""A project goes out as one file and comes back the same; a file with a wrong byte does not come in at all."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

from tests.services.conftest import ARTICLE, FIRST, SECOND
from tests.services.test_desk import BETTER, do
from workbench.cli.main import main
from workbench.errors import BadInput, NotFound, StoreError
from workbench.model import Document, DocumentKind, Role
from workbench.services import archive
from workbench.services.desk import Desk
from workbench.store import Original, Store, open_store

FILE = b"Statement, as the agency sent it\r\n"


@pytest.fixture
def reviewed(store: Store) -> Store:
    desk = Desk(store, "hama")
    desk.catch_up()
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    do(desk, "Omar", SECOND, "comment", text="Whose plans? «خطط»\u2028")
    sha256 = hashlib.sha256(FILE).hexdigest()
    wire = Document(id="sana", language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text="بيان", original_sha256=sha256)
    store.add_document("hama", wire, Original(sha256, "statement.txt", FILE))
    return store


@pytest.fixture
def written(reviewed: Store, tmp_path: Path) -> Path:
    archive.write_project(reviewed, "hama", tmp_path / "hama.jsonl")
    return tmp_path / "hama.jsonl"


def everything(store: Store, project_id: str) -> tuple[object, ...]:
    scores = [store.scores(project_id, key) for key in (FIRST, SECOND)]
    return store.documents(project_id), store.events(project_id), scores


def test_everything_comes_back_as_it_was(reviewed: Store, written: Path, tmp_path: Path) -> None:
    other = open_store(":memory:")
    contents = archive.read_project(other, written)
    assert (contents.documents, contents.originals, contents.events) == (3, 1, 8)
    assert other.project("hama") == reviewed.project("hama")
    assert everything(other, "hama") == everything(reviewed, "hama")
    assert other.original("hama", hashlib.sha256(FILE).hexdigest()).content == FILE
    assert other.verify().problems == ()
    archive.write_project(other, "hama", tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == written.read_bytes()
    other.close()


def test_under_another_name_beside_the_first(reviewed: Store, written: Path) -> None:
    archive.read_project(reviewed, written, project_id="copy")
    assert everything(reviewed, "copy") == everything(reviewed, "hama")
    assert reviewed.verify().problems == ()


def test_a_name_that_is_taken_changes_nothing(reviewed: Store, written: Path) -> None:
    before = everything(reviewed, "hama")
    with pytest.raises(BadInput, match="a project of this name exists"):
        archive.read_project(reviewed, written)
    assert everything(reviewed, "hama") == before


def replaced(old: str, new: str) -> object:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda text: "", "the file is empty"),
        (lambda text: "[]\n", "line 1 of hama.jsonl"),
        (lambda text: "[" * 100_000, "line 1 of hama.jsonl"),
        (lambda text: "{}\n" + text, "line 1 of hama.jsonl"),
        (replaced('"version":1', '"version":2'), "written by version 2"),
        (replaced(" liberation, God", " liberation; God"), "does not continue the line before it, or is not what was written"),
        (replaced('"author":"Omar"', '"author":"Lina"'), "is not what was written"),
        (replaced("Officials met", "Officials meet"), "the text is not the one"),
        (replaced(base64.b64encode(FILE).decode()[:8], "AAAAAAAA"), "the original file is not the one"),
        (lambda text: "\n".join(text.split("\n")[:-4]), "lines are missing"),
        (lambda text: text + text.split("\n")[1] + "\n", "lines are missing or came in addition"),
        (lambda text: "".join(line for line in text.splitlines(keepends=True) if '"text":"بيان"' not in line), "lines are missing"),
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_refused_with_its_line(written: Path, damage, message: str) -> None:
    text = written.read_text("utf-8")
    damaged = damage(text)
    assert damaged != text
    written.write_text(damaged, "utf-8")
    other = open_store(":memory:")
    with pytest.raises(BadInput, match=message) as refused:
        archive.read_project(other, written)
    assert "\n" not in str(refused.value)
    assert other.projects() == []
    other.close()


def test_places_outside_the_documents_are_refused_though_every_hash_is_right(reviewed: Store, tmp_path: Path, monkeypatch) -> None:
    shorter = [document for document in reviewed.documents("hama") if document.id != "wire"]
    monkeypatch.setattr(reviewed, "documents", lambda _: shorter)
    with pytest.raises(BadInput, match=f"the places of {FIRST} are not in its documents"):
        archive.write_project(reviewed, "hama", tmp_path / "hama.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_log_is_not_given_new_hashes(reviewed: Store, tmp_path: Path) -> None:
    with reviewed._connections.writing() as connection:
        connection.execute("UPDATE events SET author = 'Nobody' WHERE sequence = 5")
    with pytest.raises(StoreError, match="event 5 of hama/q01"):
        archive.write_project(reviewed, "hama", tmp_path / "hama.jsonl")
    with pytest.raises(NotFound):
        archive.write_project(reviewed, "homs", tmp_path / "homs.jsonl")


def test_on_the_command_line(written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = str(tmp_path / "new.sqlite")
    assert main(["import", "hama", str(written), "--database", database, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["events"] == 8
    out = tmp_path / "out.jsonl"
    assert main(["export", "hama", "--format", "jsonl", "-o", str(out), "--database", database, "--json"]) == 0
    assert out.read_bytes() == written.read_bytes()
    assert main(["import", "hama", str(written), "--database", database]) == 2
    assert "a project of this name exists" in capsys.readouterr().err


def test_look_into_says_what_a_file_holds(written: Path) -> None:
    contents = archive.look_into(written)
    assert (contents.project_id, contents.title, contents.documents) == ("hama", "Hama", 3)
    assert ARTICLE[:20] in written.read_text("utf-8")
