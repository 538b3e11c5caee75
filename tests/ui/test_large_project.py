"""A project of many quotes: the page comes with its first rows, a link to a late one leads there, findings arrive afterwards."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.benchmarks.making import make_database
from tests.running import RunningApp
from workbench.ui.pages.review import FIRST_ROWS

pytestmark = pytest.mark.browser

SIZE = 700
LATE = f"made-{SIZE}/q0690"


@pytest.fixture(scope="module")
def app(start_app: Callable[..., RunningApp], tmp_path_factory: pytest.TempPathFactory) -> RunningApp:
    database = tmp_path_factory.mktemp("made") / "workbench.sqlite"
    make_database(database, SIZE)
    return start_app(database)


def test_a_link_to_a_late_quote_and_the_way_back_to_it(page: Page, app: RunningApp) -> None:
    assert SIZE > FIRST_ROWS
    page.goto(f"{app.url}/review?project=made-{SIZE}&unit={LATE}&reviewer=Lina")
    expect(page.locator(".row.here")).to_have_attribute("data-key", LATE, timeout=30_000)
    expect(page.locator(".count")).to_contain_text(f"{SIZE} quotes")
    page.goto(f"{app.url}/review?project=made-{SIZE}&reviewer=Lina")
    expect(page.locator(".row.here")).to_have_attribute("data-key", LATE, timeout=30_000)
    page.keyboard.press("/")
    page.keyboard.type("has:finding")
    page.keyboard.press("Enter")
    # Every seventh of the made renderings has a doubled word; the checks find them while the page stands.
    page.locator(".center").focus()
    expect(page.locator(".row .findings").first).to_be_visible(timeout=30_000)
