"""The prepared sample in the real app, and tabs on its units, for the modules that ask for them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.running import RunningApp
from tests.ui.opened import OpenUnit, key
from tests.ui.prepared import PROJECT, prepared


@pytest.fixture(scope="module")
def app(start_app: Callable[..., RunningApp], tmp_path_factory: pytest.TempPathFactory) -> RunningApp:
    """The app on the prepared sample; the tests of this module share it and keep to a unit each."""
    return start_app(prepared(tmp_path_factory.mktemp("prepared") / "workbench.sqlite"))


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One browser window: Streamlit's own code is fetched once."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def open_unit(window: BrowserContext, app: RunningApp) -> Iterator[OpenUnit]:
    """A function that opens a unit by its number; every tab is closed at the end, and none may have seen an uncaught error."""
    tabs: list[Page] = []
    uncaught: list[str] = []

    def opened(number: int, reviewer: str = "Lina", context: BrowserContext = window) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: uncaught.append(str(error)))
        tabs.append(page)
        page.goto(f"{app.url}/review?project={PROJECT}&unit={key(number)}&reviewer={reviewer}")
        expect(page.locator(".row.here")).to_have_attribute("data-key", key(number), timeout=30_000)
        expect(page.locator(".editor")).to_be_visible()
        page.locator(".center").focus()
        return page

    yield opened
    for tab in tabs:
        tab.close()
    assert not uncaught
