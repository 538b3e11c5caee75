"""A whole article reviewed by one person who never touches the mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.running import RunningApp
from tests.ui.prepared import PROJECT
from tests.ui.test_review_page import key, saved, stored

pytestmark = pytest.mark.browser


def keys(page: Page, *pressed: str) -> None:
    for one in pressed:
        page.keyboard.press(one)


def reads(page: Page) -> str:
    return str(page.locator(".editor").evaluate("element => element.textContent"))


def at(page: Page, number: int) -> None:
    expect(page.locator(".row.here")).to_have_attribute("data-key", key(number))


def test_a_whole_article_without_a_mouse(page: Page, app: RunningApp) -> None:
    page.goto(f"{app.url}/review?project={PROJECT}&unit={key(1)}&reviewer=Lina")
    expect(page.locator(".editor")).to_be_visible(timeout=30_000)
    at(page, 1)
    keys(page, "y", "m", "End", "ArrowLeft", "2", "w")  # the place is right; a bracket is marked
    keys(page, "Control+Enter")
    at(page, 2)
    keys(page, "2", "1", "y", "d", "h", "n")
    page.keyboard.type("“dealt with” may be softer than the Arabic")
    keys(page, "Control+Enter", "Escape", "l")
    at(page, 3)
    keys(page, "Shift+Enter")
    page.keyboard.type("no source holds it")
    keys(page, "Control+Enter")
    at(page, 4)
    keys(page, "i", "1")  # "liberation,God" gets its space
    assert ", God" in reads(page)
    keys(page, "Control+Enter")
    expect(page.get_by_role("dialog", name="Approve your own words?")).to_be_visible()
    keys(page, "Control+Enter")
    at(page, 5)
    keys(page, "i", "1")
    assert "the need the need" not in reads(page)
    keys(page, "Alt+ArrowDown")
    at(page, 6)
    keys(page, "Control+Enter")
    at(page, 7)
    keys(page, "x", "1")
    page.keyboard.type("in the sentence before")
    keys(page, "Control+Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    keys(page, "b", "b", "w", "w", "+", "-", "s", "s", "Control+Enter")
    saved(page)
    states = {number: stored(app, number)[0] for number in range(1, 8)}
    assert [state.state.value for state in states.values()] == [
        "Approved",
        "Needs a second look",
        "Rendering rejected",
        "Approved",
        "Changed, waiting for a second person",
        "Approved",
        "Approved",
    ]
    assert [mark.category for mark in states[1].marks] == ["quotation/interpolation"]
    assert states[4].verdict
    assert states[4].verdict.override
    assert [comment.text for comment in states[2].comments] == ["“dealt with” may be softer than the Arabic"]
    assert [dismissal.reason for dismissal in states[7].dismissals] == ["in the sentence before"]
