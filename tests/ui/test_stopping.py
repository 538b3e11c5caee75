"""The Stop button of a long import and a long export, pressed in a real browser: nothing is stored, no file is made, and the page goes on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.running import RunningApp
from workbench.services.importing import Delivery, import_file
from workbench.store import open_store

pytestmark = pytest.mark.browser

UNITS = 15_000
"""Some seconds of work: enough to press a button in."""


def memory(path: Path, count: int) -> Path:
    lines = (f"q{number:05},عقدنا عدة اجتماعات {number},We held several meetings {number}\n" for number in range(count))
    path.write_text("key,source,target\n" + "".join(lines), "utf-8")
    return path


@pytest.fixture(scope="module")
def app(start_app: Callable[..., RunningApp], tmp_path_factory: pytest.TempPathFactory) -> RunningApp:
    folder = tmp_path_factory.mktemp("memories")
    store = open_store(str(folder / "workbench.sqlite"))
    import_file(store, "large", Delivery(path=memory(folder / "large.csv", UNITS), author="Agency"))
    store.close()
    return start_app(folder / "workbench.sqlite")


def projects(app: RunningApp) -> dict[str, int]:
    """The projects in the database, with the number of their last event."""
    store = open_store(str(app.database))
    heads = {project.id: project.head for project in store.projects()}
    store.close()
    return heads


def deliver(page: Page, app: RunningApp, path: Path) -> None:
    """Choose a file, a new project for it, and whose work it is."""
    page.goto(f"{app.url}/import")
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_text("Say whose work it is")).to_be_visible()
    page.get_by_role("combobox", name="Into").click()
    page.get_by_role("option", name="A new project").click()
    page.get_by_label("Whose work is this?").fill("Agency")
    page.get_by_label("Whose work is this?").press("Enter")


def test_a_stopped_comparison_goes_on_when_it_is_asked_to(page: Page, app: RunningApp, tmp_path: Path) -> None:
    deliver(page, app, memory(tmp_path / "older memory.csv", 10 * UNITS))  # comparing is faster than storing
    expect(page.get_by_text("Reading and comparing…")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^[1-9][0-9,]* read$"))).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Stop", exact=True).click(timeout=60_000)
    expect(page.get_by_text("Stopped: the file was not compared")).to_be_visible()
    expect(page.get_by_role("button", name="Import", exact=True)).not_to_be_attached()
    page.get_by_role("button", name="Read it after all").click()
    page.get_by_role("button", name="Stop", exact=True).click(timeout=60_000)
    expect(page.get_by_text("Stopped: the file was not compared")).to_be_visible()
    deliver(page, app, memory(tmp_path / "short memory.csv", 3))
    expect(page.get_by_text("3 units in the file: 3 new")).to_be_visible()
    expect(page.get_by_role("button", name="Stop", exact=True)).not_to_be_attached()


def test_a_stopped_import_has_stored_nothing_and_can_be_done_again(page: Page, app: RunningApp, tmp_path: Path) -> None:
    before = projects(app)
    deliver(page, app, memory(tmp_path / "old memory.csv", UNITS))
    start = page.get_by_role("button", name="Import", exact=True)
    start.click(timeout=60_000)
    page.get_by_role("button", name="Stop", exact=True).click(timeout=60_000)
    expect(page.get_by_text("Stopped: nothing of the file was stored.")).to_be_visible()
    expect(page.get_by_role("button", name="Stop", exact=True)).not_to_be_attached()
    assert projects(app) == before
    deliver(page, app, memory(tmp_path / "small memory.csv", 3))
    expect(page.get_by_text("3 units in the file: 3 new")).to_be_visible()
    start.click()
    expect(page.get_by_text("Done: 3 new")).to_be_visible()
    assert set(projects(app)) - set(before) == {"small-memory"}


def test_a_stopped_export_does_not_begin_anew_before_it_is_asked_to(page: Page, app: RunningApp) -> None:
    page.goto(f"{app.url}/export?project=large")
    page.get_by_test_id("stRadio").get_by_text("All", exact=True).click()
    page.get_by_role("button", name="Stop", exact=True).click(timeout=60_000)
    expect(page.get_by_text("Stopped: no file was made.")).to_be_visible()
    expect(page.get_by_role("button", name="Download")).not_to_be_attached()
    page.get_by_role("button", name="Write it after all").click()
    expect(page.get_by_role("button", name="Download")).to_be_visible(timeout=90_000)
