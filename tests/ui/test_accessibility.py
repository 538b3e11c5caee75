"""What axe says of our pages: no serious or critical finding, light and dark, wide, at 1024 pixels, and at twice the size."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.running import RunningApp
from tests.ui.prepared import PROJECT

pytestmark = pytest.mark.browser

KEYS = {
    "findings": ["f"],
    "marks": ["a"],
    "places": ["o"],
    "comments": ["n"],
    "editor's lines": ["p"],
    "history": ["h"],
    "details": ["d"],
    "marking": ["m"],
    "category": ["m", "3"],
    "arabic": ["Shift+E"],
    "whole source": ["Shift+S"],
    "many": ["v"],
    "kept filters": ["q"],
    "help": ["?"],
    "reason": ["Shift+Enter"],
}


OTHER_PAGES = ("library", "new-article", "article", "bitext", "sheet", "checks", "project", "import", "export")
DRAWN = '[data-test-script-state="notRunning"] :is(h1, h2, h3, .quote, .bead, [data-testid="stAlert"]):visible'


def review(page: Page, app: RunningApp) -> None:
    page.goto(f"{app.url}/review?project={PROJECT}&unit={PROJECT}/q01&reviewer=Lina")
    expect(page.locator(".row.here")).to_be_visible(timeout=30_000)
    expect(page.locator(".editor")).to_be_visible()
    page.locator(".center").focus()


def serious(page: Page) -> list[str]:
    """The serious and critical findings, each with its first places."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: {[node['html'][:160] for node in violation['nodes'][:3]]}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_the_review_page(browser: Browser, app: RunningApp, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    review(page, app)
    found = {}
    for state, keys in KEYS.items():
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_timeout(150)
        if problems := serious(page):
            found[state] = problems
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.locator(".center").focus()
    context.close()
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_other_pages(browser: Browser, app: RunningApp, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = {}
    for path in OTHER_PAGES:
        page.goto(f"{app.url}/{path}?project={PROJECT}")
        expect(page.locator(DRAWN).first).to_be_visible(timeout=30_000)
        page.wait_for_timeout(800)  # what Streamlit fades in has its own colour then
        if problems := serious(page):
            found[path] = problems
    context.close()
    assert found == {}


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (720, 450)], ids=["1024 pixels wide", "a laptop at 200 %"])
def test_nothing_is_cut_off_in_a_narrow_window(browser: Browser, app: RunningApp, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    review(page, app)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    beyond = page.evaluate(
        """() => {
            const root = [...document.querySelectorAll('*')].find(element => element.shadowRoot?.querySelector('.pane')).shadowRoot;
            return [...root.querySelectorAll('button, input, select, [role=textbox], .arabic, .english')]
                .filter(element => element.offsetParent !== null && getComputedStyle(element).position !== 'absolute')
                .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1 || element.getBoundingClientRect().left < -1)
                .map(element => element.outerHTML.slice(0, 120));
        }"""
    )
    assert beyond == []
    assert serious(page) == []
    context.close()
