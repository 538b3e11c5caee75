"""The Arabic corrected on the review page: typed, left, reloaded, and by two at once."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.running import RunningApp
from tests.ui.opened import OpenUnit, highlighted, saved, stored

pytestmark = pytest.mark.browser


def test_the_arabic_is_corrected_where_it_stands(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(7)
    page.keyboard.press("Shift+E")
    field = page.get_by_role("textbox", name="Arabic, corrected")
    expect(field).to_be_focused()
    before = field.evaluate("element => element.textContent")
    page.keyboard.press("Control+End")
    page.keyboard.type(" كلها\u200f")
    expect(field.locator("ins.control")).to_have_attribute("data-name", "RLM")
    page.keyboard.press("Control+Home")
    page.keyboard.type("ثم ")
    assert field.evaluate("element => element.textContent") == f"ثم {before} كلها\u200f"
    page.keyboard.press("Escape")
    expect(page.locator(".corrected ins").first).to_be_visible()
    saved(page)
    state, _ = stored(app, 7)
    assert state.corrected_source == f"ثم {before} كلها\u200f"
    page.keyboard.press("u")
    expect(page.locator(".corrected")).to_have_count(0)
    saved(page)
    assert stored(app, 7)[0].corrected_source is None


def test_a_correction_begun_survives_a_reload_and_keys_stay_in_it(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(6)
    page.keyboard.press("Shift+E")
    field = page.get_by_role("textbox", name="Arabic, corrected")
    expect(field).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" abcl")
    page.reload()
    expect(page.locator(".editor")).to_be_visible(timeout=15_000)
    page.locator(".center").focus()
    page.keyboard.press("Shift+E")
    expect(field).to_contain_text("abcl")
    page.keyboard.press("Escape")
    saved(page)
    state, _ = stored(app, 6)
    assert (state.corrected_source or "").endswith(" abcl")
    assert state.verdict is None
    page.keyboard.press("m")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    assert highlighted(page, "chosen-words") == ["abcl"]
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+E")
    page.get_by_role("button", name="As in the source").click()
    page.get_by_role("button", name="Done").click()
    saved(page)
    assert stored(app, 6)[0].corrected_source is None


def test_of_two_corrections_the_second_is_held_against_the_first(open_unit: OpenUnit, app: RunningApp, browser: Browser) -> None:
    lina = open_unit(2)
    lina.context.set_offline(True)
    correct(lina, " أولاً")
    elsewhere = browser.new_context(viewport={"width": 1440, "height": 900})
    omar = open_unit(2, "Omar", elsewhere)
    correct(omar, " ثانياً")
    saved(omar)
    lina.context.set_offline(False)
    expect(lina.locator(".notice")).to_contain_text("nothing was recorded", timeout=30_000)
    lina.keyboard.press("Shift+E")
    dialog = lina.get_by_role("dialog", name="Somebody saved a newer text first")
    expect(dialog).to_contain_text("ثانياً")
    expect(dialog).to_contain_text("Omar")
    assert dialog.get_by_role("textbox", name="Text to save").input_value().endswith(" أولاً")
    lina.keyboard.press("Control+Enter")
    expect(lina.locator(".sides:not(.ahead) .corrected")).to_contain_text("أولاً")
    saved(lina)
    assert (stored(app, 2)[0].corrected_source or "").endswith(" أولاً")
    elsewhere.close()


def correct(page: Page, words: str) -> None:
    """Put words at the end of the unit's Arabic."""
    page.keyboard.press("Shift+E")
    expect(page.get_by_role("textbox", name="Arabic, corrected")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)
    page.keyboard.press("Escape")
