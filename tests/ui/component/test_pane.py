"""The pane as a reviewer uses it, in a real browser."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.component.conftest import Open
from tests.ui.component.harness_app import OTHER_TEXT

pytestmark = pytest.mark.browser

FOURTH = "hama/q04"
MINE = "we held several meetings to discuss the status of Hama, in case of its liberation, God willing."


def editor(page: Page) -> Any:
    return page.get_by_role("textbox", name="Rendering")


def type_over(page: Page, text: str) -> None:
    """Replace the whole rendering, as one does with Ctrl+A."""
    editor(page).focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def is_saved(page: Page) -> None:
    expect(page.locator(".bar .status")).to_have_text("Saved", timeout=10_000)


def approve_alone(page: Page) -> None:
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog", name="Approve your own words?")).to_be_visible()
    page.keyboard.press("Control+Enter")


def test_typing_shows_tracked_changes(open_pane: Open) -> None:
    page = open_pane()
    editor(page).focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.type(" held")
    expect(editor(page).locator("ins")).to_have_text("held")
    expect(editor(page).locator("del")).to_have_attribute("data-text", "had")
    assert (
        editor(page).evaluate("element => element.textContent")
        == "we held several meetings to discuss the status of Hama, in case of its liberation,God willing."
    )
    expect(page.locator(".tools .changes")).to_have_text("1 change")
    expect(page.locator("#rendering-changes")).to_have_text("“had” became “held”")
    expect(page.get_by_role("button", name="Approve with changes")).to_be_visible()


def test_typing_can_be_taken_back_and_done_again(open_pane: Open) -> None:
    page = open_pane()
    before = editor(page).evaluate("element => element.textContent")
    editor(page).focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("so he said")
    after = f"{before}\nso he said"
    assert editor(page).evaluate("element => element.textContent") == after
    for _ in range(8):
        page.keyboard.press("Control+z")
    assert editor(page).evaluate("element => element.textContent") == before
    for _ in range(8):
        page.keyboard.press("Control+Shift+z")
    assert editor(page).evaluate("element => element.textContent") == after


def test_the_caret_stays_where_it_is_while_changes_are_drawn_around_it(open_pane: Open) -> None:
    page = open_pane()
    type_over(page, "one two three four")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Delete")
    page.keyboard.type("-and-")
    page.keyboard.press("Delete")
    page.keyboard.type("T")
    page.keyboard.press("Backspace")
    page.keyboard.type("TT")
    assert editor(page).evaluate("element => element.textContent") == "one-and-TTwo three four"


def test_tags_are_chips_that_go_as_one_and_are_never_typed_into(open_pane: Open) -> None:
    page = open_pane()
    type_over(page, "entry into ⟦1⟧Hama⟦/1⟧ now⟦2⟧")
    chips = editor(page).locator(".tag")
    expect(chips).to_have_count(3)
    assert [chip.get_attribute("data-name") for chip in chips.all()] == ["1", "/1", "2"]
    assert all(chip.bounding_box()["width"] < 30 for chip in chips.all())  # type: ignore[index]
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("!")
    assert editor(page).evaluate("element => element.textContent") == "entry into ⟦1⟧Hama⟦/1⟧ now!⟦2⟧"
    page.keyboard.press("Delete")
    assert editor(page).evaluate("element => element.textContent") == "entry into ⟦1⟧Hama⟦/1⟧ now!"
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    assert editor(page).evaluate("element => element.textContent") == "entry into ⟦1⟧Hama now!"
    page.keyboard.press("Control+z")
    expect(chips).to_have_count(2)


def test_approving_goes_to_the_next_unit_at_once_and_is_stored(open_pane: Open) -> None:
    page = open_pane(unit="hama/q05")
    expect(page.locator(".row.here")).to_have_attribute("data-key", "hama/q05")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".row.here")).to_have_attribute("data-key", "hama/q06")
    is_saved(page)
    expect(page.locator("[data-key='hama/q05'] .dot")).to_have_class("dot filled")
    page.reload()
    expect(page.locator("[data-key='hama/q05'] .dot")).to_have_class("dot filled")


def test_a_text_of_ones_own_needs_a_word_before_it_is_approved(open_pane: Open) -> None:
    page = open_pane()
    type_over(page, MINE)
    approve_alone(page)
    expect(page.locator(".row.here")).to_have_attribute("data-key", "hama/q05")
    is_saved(page)
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".head .state")).to_contain_text("Approved")
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    expect(page.locator(".history li").first).to_contain_text("approved-with-changes")


def test_a_rejection_wants_a_reason(open_pane: Open) -> None:
    page = open_pane()
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Say in a few words what is wrong")).to_be_visible()
    page.keyboard.type("the Arabic says “if”, not “when”")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"[data-key='{FOURTH}'] .dot")).to_have_class("dot cross")
    is_saved(page)


def test_a_conflict_keeps_both_texts(open_pane: Open) -> None:
    page = open_pane(other=FOURTH)
    type_over(page, MINE)
    page.keyboard.press("Control+s")
    dialog = page.get_by_role("dialog", name="Somebody saved a newer text first")
    expect(dialog).to_contain_text(OTHER_TEXT)
    expect(dialog.get_by_role("textbox", name="Text to save")).to_have_value(MINE)
    page.keyboard.press("Escape")
    expect(page.locator(".notice.conflict")).to_be_visible()
    expect(editor(page)).to_have_text(MINE)
    page.wait_for_timeout(100)
    page.keyboard.press("x")
    page.keyboard.press("Backspace")
    expect(editor(page)).to_have_text(MINE)
    expect(page.locator(".bar .prefix")).to_be_hidden()
    open_pane()
    dialog = page.get_by_role("dialog", name="Somebody saved a newer text first")
    dialog.get_by_role("button", name="Save this text").click()
    is_saved(page)
    expect(page.locator(".notice.conflict")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    expect(page.locator(".history li")).to_have_count(3)
    expect(page.locator(".history li").nth(1)).to_contain_text("Rima")


def test_a_conflict_on_a_unit_already_left_does_not_interrupt(open_pane: Open) -> None:
    page = open_pane(other=FOURTH)
    type_over(page, MINE)
    approve_alone(page)
    expect(page.locator(".row.here")).to_have_attribute("data-key", "hama/q05")
    expect(page.locator(".notice.conflict")).to_contain_text("was saved by somebody else first")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Compare both texts").click()
    page.get_by_role("button", name="Keep theirs").click()
    page.keyboard.press("Alt+ArrowUp")
    expect(editor(page)).to_have_text(OTHER_TEXT)
    is_saved(page)


def test_a_reason_given_in_vain_stands_in_the_field_next_time(open_pane: Open) -> None:
    page = open_pane(other=FOURTH)
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("leaves out the institutions")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".notice")).to_contain_text("nothing was recorded")
    page.keyboard.press("k")
    expect(page.locator(".row.here")).to_have_attribute("data-key", FOURTH)
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_role("textbox", name="Reason")).to_have_value("leaves out the institutions")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    expect(page.locator(f"[data-key='{FOURTH}'] .dot")).to_have_class("dot cross")
    page.keyboard.press("k")
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_role("textbox", name="Reason")).to_have_value("")


def test_a_draft_survives_a_reload(open_pane: Open) -> None:
    page = open_pane(mode="failing")
    type_over(page, MINE)
    page.reload()
    expect(editor(page)).to_have_text(MINE)


def test_what_a_broken_server_could_not_store_waits_and_is_stored_later(open_pane: Open) -> None:
    page = open_pane(mode="failing")
    type_over(page, MINE)
    page.keyboard.press("Control+s")
    expect(page.locator(".bar .status")).to_contain_text("The database does not answer")
    open_pane()
    is_saved(page)
    expect(editor(page)).to_have_text(MINE)
    expect(page.locator(f"[data-key='{FOURTH}'] .dot")).to_have_class("dot half")


def test_five_thousand_units_scroll(open_pane: Open) -> None:
    page = open_pane(units="5000")
    rows = page.locator(".list")
    assert page.locator(".row").count() < 40
    rows.evaluate("list => { list.scrollTop = list.scrollHeight }")
    expect(page.locator("[data-key='hama/q5000']")).to_be_visible()
    assert page.locator(".row").count() < 40
    page.locator("[data-key='hama/q5000']").click()
    expect(page.locator(".head h1")).to_have_text("Driver 0")
    page.keyboard.press("/")
    page.keyboard.type("speaker:khalaf state:approved")
    expect(page.locator(".row")).to_have_count(1)


def test_the_seed_article_by_keyboard_alone(open_pane: Open) -> None:
    page = open_pane()
    page.keyboard.press("i")
    expect(page.locator(".bar .prefix")).to_contain_text("Repair which?")
    page.keyboard.press("1")
    expect(editor(page)).to_have_text("we had several meetings to discuss the status of Hama, in case of its liberation, God willing.")
    page.keyboard.press("y")
    expect(page.locator(".choice .confirmed")).to_be_visible()
    approve_alone(page)
    expect(page.locator(".row.here")).to_have_attribute("data-key", "hama/q05")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("i")
    expect(page.locator(".bar .prefix")).to_contain_text("Repair which?")
    page.keyboard.press("Digit1")
    expect(editor(page)).not_to_contain_text("the need the need")
    page.keyboard.press("j")
    page.keyboard.press("l")
    expect(page.locator(".row.here")).to_have_attribute("data-key", "hama/q07")
    page.keyboard.press("x")
    page.keyboard.press("1")
    page.keyboard.type("said so in the sentence before")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".pbody")).to_contain_text("No open finding")
    page.keyboard.press("n")
    page.keyboard.type("لماذا القوسان؟")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment p")).to_have_attribute("dir", "rtl")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    states = [page.locator(f"[data-key='hama/q0{number}'] .dot").get_attribute("class") for number in range(1, 8)]
    assert states == ["dot filled", "dot filled", "dot dashed", "dot filled", "dot half", "dot look", "dot filled"]
    page.keyboard.press("u")
    expect(page.locator("[data-key='hama/q07'] .dot")).to_have_class("dot ring")


def test_letters_work_on_an_arabic_layout(open_pane: Open) -> None:
    page = open_pane()
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))")
    expect(page.locator(".row.here")).to_have_attribute("data-key", "hama/q05")


def test_letters_are_text_inside_the_editor_and_streamlit_does_not_see_them(open_pane: Open) -> None:
    page = open_pane()
    editor(page).focus()
    page.keyboard.press("End")
    page.keyboard.type(" rcjk?")
    expect(editor(page)).to_contain_text("rcjk?")
    expect(page.locator(".row.here")).to_have_attribute("data-key", FOURTH)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_latin_words_inside_the_arabic_span_keep_their_place(open_pane: Open) -> None:
    page = open_pane()
    arabic = page.locator(".sides:not(.ahead) .arabic")
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"
    # “عبر Skype و WhatsApp لبحث”: read from the right, so each word starts left of the one before or on a later line.
    places = arabic.evaluate(
        """element => {
            const text = element.querySelector("mark").firstChild;
            return ["عبر", "Skype", "WhatsApp", "لبحث"].map(word => {
                const range = document.createRange();
                range.setStart(text, text.data.indexOf(word));
                range.setEnd(text, text.data.indexOf(word) + word.length);
                const box = range.getBoundingClientRect();
                return [Math.round(box.top / 20), -Math.round(box.right)];
            });
        }"""
    )
    assert places == sorted(places)
    assert arabic.locator("mark").inner_text().startswith("أجرينا لقاءات عدة عبر Skype")


def test_places_in_the_sources_by_digit(open_pane: Open) -> None:
    page = open_pane()
    page.keyboard.press("2")
    expect(page.locator(".sides:not(.ahead) .arabic mark")).to_have_text("الفصائل بحثت وضع المدينة")
    page.keyboard.press("y")
    expect(page.locator(".choice .confirmed")).to_be_visible()
    page.keyboard.press("0")
    page.keyboard.press("y")
    is_saved(page)
    expect(page.locator(".head .state")).to_have_text("Not in the supplied sources")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".notice.hint")).to_contain_text("No Arabic to approve")


def test_sides_swap_and_stay_swapped(open_pane: Open) -> None:
    page = open_pane()
    page.keyboard.press("w")
    assert page.locator(".sides:not(.ahead) > section").first.get_attribute("aria-label") == "As published"
    open_pane()
    assert page.locator(".sides:not(.ahead) > section").first.get_attribute("aria-label") == "As published"


def test_the_next_quote_stands_ready_unseen_and_is_shown_as_it_would_have_been_drawn(open_pane: Open) -> None:
    page = open_pane()
    ready = page.locator(".sides.ahead")
    expect(ready).to_have_count(1)
    assert ready.evaluate("element => getComputedStyle(element).visibility") == "hidden"
    marked = ready.locator(".arabic mark").first.text_content()
    page.keyboard.press("j")
    shown = page.locator(".sides:not(.ahead)")
    expect(shown.locator(".arabic mark").first).to_have_text(marked or "")
    expect(shown.get_by_role("button", name="whole source")).to_be_visible()
    once = shown.inner_html()
    page.keyboard.press("s")  # drawn anew, twice
    page.keyboard.press("s")
    assert shown.inner_html() == once


def test_another_baseline(open_pane: Open) -> None:
    page = open_pane()
    page.keyboard.press("b")
    expect(editor(page).locator("ins")).to_have_text("had")
    expect(page.get_by_label("Compare with")).to_have_value("wire")


def test_peoples_words_never_become_markup(open_pane: Open) -> None:
    page = open_pane()
    page.keyboard.press("n")
    page.keyboard.type("<img src=x onerror=alert(1)>")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment p").last).to_have_text("<img src=x onerror=alert(1)>")
    type_over(page, "<b>bold</b>")
    expect(editor(page)).to_have_text("<b>bold</b>")
    assert page.locator(".pane img, .pane .editor b").count() == 0


def test_two_reviewers_see_each_others_work(open_pane: Open, browser: Browser) -> None:
    mine = open_pane()
    theirs = open_pane(browser.new_page(), reviewer="Rima")
    type_over(mine, MINE)
    mine.keyboard.press("Control+s")
    is_saved(mine)
    theirs.keyboard.press("n")
    theirs.keyboard.type("I had this too")
    theirs.keyboard.press("Control+Enter")
    expect(theirs.locator(f"[data-key='{FOURTH}'] .dot")).to_have_class(re.compile("half"))
    theirs.context.close()


def test_one_verdict_for_quotes_the_browser_has_not_fetched(open_pane: Open) -> None:
    page = open_pane(units="90")
    page.keyboard.press("v")
    page.get_by_label("Ask for a second look").check()
    page.keyboard.press("Control+Enter")
    is_saved(page)
    expect(page.locator(".notice")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("state:second-look")
    expect(page.locator(".count")).to_contain_text("90 quotes")
