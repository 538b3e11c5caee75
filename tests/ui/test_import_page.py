"""The import page, run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.conftest import FIRST, store  # noqa: F401 - a fixture
from tests.services.test_desk import BETTER, do
from tests.services.test_exchange import OUTSIDE, edited, exported, retold
from workbench.review.state import ReviewState
from workbench.services import archive
from workbench.services.desk import Desk
from workbench.services.projects import states_of
from workbench.store import Store
from workbench.ui.pages import import_page
from workbench.ui.tables import both_texts
from workbench.ui.text import plain

TIMEOUT = 20


def draw() -> None:
    from workbench.ui.pages import import_page

    import_page.show()


@pytest.fixture
def page(store: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:  # noqa: F811
    monkeypatch.setattr(import_page, "store", lambda: store)
    monkeypatch.setattr("workbench.ui.resources.store", lambda: store)
    monkeypatch.setattr(import_page, "go_to", lambda path: None)
    return AppTest.from_function(draw, default_timeout=TIMEOUT).run()


def upload(page: AppTest, path: Path) -> AppTest:
    page.file_uploader[0].set_value((path.name, path.read_bytes(), "application/octet-stream"))
    return page.run()


def test_preview_then_import_under_the_revisers_name(store: Store, page: AppTest, tmp_path: Path) -> None:  # noqa: F811
    path = edited(exported(store, tmp_path, "po"), q01=retold)
    upload(page, path)
    assert not page.exception
    assert "Say whose work it is" in page.info[0].value
    page.text_input[0].set_value("Agency").run()
    assert "1 unit in the file\\: 1 revised" in page.info[0].value
    published = states_of(store, "hama")[FIRST].published
    assert list(page.table[0].value.iloc[0]) == [plain(FIRST), *both_texts(published, OUTSIDE)]
    assert "--as Agency" in page.code[0].value
    page.button[0].click().run()
    assert not page.exception
    assert "Done\\: 1 revised" in page.success[0].value
    last = store.events("hama")[-1]
    assert (last.author, last.unit_key) == ("Agency", FIRST)


def test_columns_and_languages_that_a_person_names(store: Store, page: AppTest, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "sheet.csv"
    path.write_text("No,Said,Printed,target\nn1,نص,text,a note\nn1,نص آخر,another,\n", encoding="utf-8")
    upload(page, path)
    page.text_input[0].set_value("Agency").run()
    assert "does not name the columns source and target" in page.error[0].value.replace("\\", "")
    upload(page, path)
    for number, heading in enumerate(["No", "Said", "Printed"], start=2):
        page.selectbox[number].set_value(heading)
    page.run()
    page.selectbox[5].set_value(import_page.Duplicates.NUMBERED).run()
    assert not page.exception
    assert "2 units in the file\\: 2 new" in page.info[0].value
    command = page.code[0].value
    assert "--column No=key --column Said=source --column Printed=target --duplicates numbered" in command
    page.button[0].click().run()
    states = states_of(store, "hama")
    assert (states["n1"].supplied_source, states["n1"].rendering, states["n1-2"].rendering) == ("نص", "text", "another")
    assert dict(states["n1"].properties) == {"target": "a note"}


def test_a_conflict_shows_both_texts_and_stores_nothing(store: Store, page: AppTest, tmp_path: Path) -> None:  # noqa: F811
    path = edited(exported(store, tmp_path, "xlsx"), q01=retold)
    desk = Desk(store, "hama")
    desk.catch_up()
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    upload(page, path)
    page.text_input[0].set_value("Agency").run()
    assert page.subheader[0].value.startswith("Changed on both sides")
    assert list(page.table[0].value.iloc[0]) == [plain(FIRST), *both_texts(BETTER, OUTSIDE), "Lina"]
    assert page.button[0].disabled
    assert states_of(store, "hama")[FIRST].state is ReviewState.CHANGED


def test_a_memory_becomes_a_new_project_once(store: Store, page: AppTest, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "old memory.csv").write_text("key,source,target\na,نص,text\n", encoding="utf-8")
    upload(page, tmp_path / "old memory.csv")
    page.selectbox[0].set_value(import_page.NEW_PROJECT)
    page.text_input[0].set_value("Agency").run()
    assert "1 new" in page.info[0].value
    page.button[0].click().run()
    assert not page.exception
    assert "Done" in page.success[0].value
    assert list(states_of(store, "old-memory")) == ["a"]
    assert {project.id for project in store.projects()} == {"hama", "old-memory"}


def test_a_damaged_file_is_one_line(page: AppTest, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "open\n')
    upload(page, tmp_path / "a.po")
    page.text_input[0].set_value("Agency").run()
    assert not page.exception
    assert "line 1 of" in page.error[0].value


def test_a_whole_project(store: Store, page: AppTest, tmp_path: Path) -> None:  # noqa: F811
    archive.write_project(store, "hama", tmp_path / "hama.jsonl")
    upload(page, tmp_path / "hama.jsonl")
    assert not page.exception
    assert "2 documents, 4 events" in page.info[0].value
    assert page.text_input[0].value == "hama-2"
    page.button[0].click().run()
    assert not page.exception
    assert store.events("hama-2") == store.events("hama")
