"""The review page on the real app as reviewers use it: marking, comments, places, the Arabic, many quotes at once, and who is there."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.running import RunningApp
from tests.ui.opened import OpenUnit, highlighted, key, saved, stored
from tests.ui.prepared import PROJECT
from workbench.model import Comment, ErrorSpan, LinkDecision, Revision, Side, Verdict
from workbench.services import preferences
from workbench.store import open_store

pytestmark = pytest.mark.browser

DOUBLED = "the need the need"


def test_words_are_marked_by_keyboard_on_either_side_and_stay_marked_through_edits(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(4)
    page.keyboard.press("m")
    expect(page.locator(".marking")).to_contain_text("“we”")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    assert highlighted(page, "chosen-words") == ["had several"]
    page.keyboard.press("3")
    page.keyboard.press("1")
    assert highlighted(page, "mark-major") == ["had several"]
    page.keyboard.press("m")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("2")
    page.keyboard.press("8")
    assert highlighted(page, "mark-minor") == ["عقدنا عدة"]
    page.keyboard.press("a")
    expect(page.locator(".mark")).to_have_count(2)
    saved(page)
    page.keyboard.press("e")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Indeed ")
    assert highlighted(page, "mark-major") == ["had several"]
    page.keyboard.press("Escape")
    saved(page)
    state, _ = stored(app, 4)
    target, source = state.marks
    assert target.target
    assert (target.category, target.severity, target.target.exact) == ("accuracy/mistranslation", "major", "had several")
    assert source.source
    assert (source.category, source.source.exact) == ("style/register", "عقدنا عدة")
    page.reload()
    expect(page.locator(".mark")).to_have_count(2, timeout=15_000)
    assert highlighted(page, "mark-major") == ["had several"]
    page.locator(".center").focus()
    page.keyboard.press("g")
    page.keyboard.press("1")
    page.get_by_label("Severity").select_option("critical")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mark.critical")).to_have_count(1)
    page.keyboard.press("Delete")
    page.keyboard.press("2")
    expect(page.locator(".mark")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator(".mark")).to_have_count(2)
    saved(page)
    assert {mark.severity.value for mark in stored(app, 4)[0].marks} == {"critical", "minor"}


def test_words_that_belong_together_show_each_other_under_the_pointer_and_while_marking(open_unit: OpenUnit) -> None:
    page = open_unit(6)
    x, y = page.locator(".editor").evaluate(
        """editor => {
            const text = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT).nextNode();
            const range = document.createRange();
            range.setStart(text, text.data.indexOf("Idlib"));
            range.setEnd(text, text.data.indexOf("Idlib") + 3);
            const box = range.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    page.mouse.move(x, y)
    for _ in range(50):  # the first time the server is asked
        page.wait_for_timeout(100)
        page.mouse.move(x + 1, y)
        page.mouse.move(x, y)
        if highlighted(page, "linked-words"):
            break
    assert highlighted(page, "linked-words") == ["إدلب", "Idlib"]
    page.mouse.move(5, 500)
    page.wait_for_function("() => !CSS.highlights.has('linked-words')")
    page.locator(".center").focus()
    page.keyboard.press("m")
    page.keyboard.press("End")
    assert highlighted(page, "chosen-words") == ["Idlib"]
    assert highlighted(page, "linked-words") == ["إدلب", "Idlib"]
    page.keyboard.press("Escape")
    assert highlighted(page, "linked-words") == []


def test_an_omission_a_note_and_a_finding_taken_over(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(1)
    page.keyboard.press("m")
    page.keyboard.press("Tab")
    page.keyboard.press("o")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    page.keyboard.press("f")
    page.keyboard.press("t")
    page.keyboard.press("1")
    expect(page.locator(".mark")).to_have_count(2)
    page.keyboard.press("Shift+G")
    page.keyboard.press("1")
    page.get_by_role("textbox", name="Note").fill("the two headquarters")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mark .note").first).to_have_text("the two headquarters")
    saved(page)
    state, _ = stored(app, 1)
    omission, taken = state.marks
    assert omission.target
    assert omission.source
    assert (omission.category, omission.target.exact, bool(omission.source.exact), omission.note) == (
        "accuracy/omission",
        "",
        True,
        "the two headquarters",
    )
    assert taken.origin.startswith("dual|")


def test_words_selected_with_the_mouse_inside_the_editor(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(6)
    page.locator(".editor").dblclick(position={"x": 40, "y": 22})
    expect(page.locator(".marking")).to_contain_text("“mistakes”")
    page.keyboard.press("Alt+m")
    page.keyboard.press("2")
    page.keyboard.press("/")
    page.keyboard.type("awkw")
    page.keyboard.press("Enter")
    saved(page)
    state, events = stored(app, 6)
    assert [(mark.category, mark.target and mark.target.exact) for mark in state.marks] == [("style/awkward", "mistakes")]
    assert not any(isinstance(event, Revision) for event in events)


def test_a_comment_on_words_for_somebody_is_settled(open_unit: OpenUnit, app: RunningApp) -> None:
    omar = open_unit(2, "Omar")
    omar.keyboard.press("n")
    omar.keyboard.type("Looked at it.")
    omar.keyboard.press("Control+Enter")
    saved(omar)
    page = open_unit(2)
    page.keyboard.press("m")
    page.keyboard.press("n")
    expect(page.locator(".write .words q")).to_have_text("dealt")
    page.keyboard.type("@Om")
    page.keyboard.press("Tab")
    page.keyboard.type("is it “dealt”?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment .words q")).to_have_text("dealt")
    saved(page)
    comment = next(event for event in reversed(stored(app, 2)[1]) if isinstance(event, Comment))
    assert (comment.mentions, comment.side, comment.anchor and comment.anchor.exact) == (("Omar",), Side.TARGET, "dealt")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("mentions:omar")
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(1)
    page.locator(".center").focus()
    page.keyboard.press(".")
    page.keyboard.press("2")
    expect(page.locator(".comment.settled")).to_have_count(1)
    saved(page)
    assert len(stored(app, 2)[0].open_comments) == 1


def test_other_words_of_a_source_become_the_place(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(3)
    expect(page.locator(".none")).to_be_visible()
    page.keyboard.press("Shift+S")
    reader = page.get_by_role("dialog", name="Read the source")
    expect(reader.locator(".fulltext")).to_be_visible()
    reader.get_by_label("Source", exact=True).select_option("enab-baladi-report")
    expect(reader.locator(".fulltext")).to_contain_text("حماة")
    page.keyboard.press("ArrowLeft")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("+")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(reader).to_have_count(0)
    expect(page.locator(".choice .confirmed")).to_be_visible()
    saved(page)
    state, events = stored(app, 3)
    decision = next(event for event in events if isinstance(event, LinkDecision))
    assert (decision.document_id, len(decision.spans)) == ("enab-baladi-report", 2)
    assert state.place


def test_a_gloss_left_by_going_on_is_of_the_quote_it_was_typed_for(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(1)
    page.keyboard.press("p")
    page.locator("textarea[name=gloss]").fill("three seekers of martyrdom")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(".row.here")).to_have_attribute("data-key", key(2))
    saved(page)
    first, second = (stored(app, number)[0].gloss for number in (1, 2))
    assert (first and first.gloss, second) == ("three seekers of martyrdom", None)


def test_two_who_are_there_see_each_other_and_each_others_work(open_unit: OpenUnit, browser: Browser) -> None:
    elsewhere = browser.new_context(viewport={"width": 1440, "height": 900})
    omar = open_unit(5, "Omar", elsewhere)
    lina = open_unit(5)
    omar.keyboard.press("n")
    omar.keyboard.type("I am")
    lina.keyboard.press("n")
    lina.keyboard.type("there?")
    lina.keyboard.press("Control+Enter")
    expect(lina.locator(".others")).to_have_text("Omar is here too", timeout=20_000)
    expect(omar.locator(".others")).to_have_text("Lina is here too", timeout=20_000)
    expect(omar.locator(".comment")).to_contain_text("there?", timeout=20_000)  # the next sign of life brings it
    omar.keyboard.type(" writing")
    expect(omar.get_by_label("Write a comment")).to_have_value("I am writing")
    omar.close()
    elsewhere.close()


def test_the_filter_asks_the_server_for_texts_and_keeps_queries(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(5)
    page.keyboard.press("/")
    page.keyboard.type("ar:إدلب")
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator(".row")).to_have_attribute("data-key", key(6))
    page.locator(".center").focus()
    page.keyboard.press("q")
    page.get_by_label("Name").fill("About Idlib")
    page.keyboard.press("Control+Enter")
    saved(page)
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("finding:repeated -state:approved changed:>2026-01-01")
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator(".row")).to_have_attribute("data-key", key(5))
    page.locator(".center").focus()
    page.keyboard.press("q")
    page.keyboard.press("1")
    expect(page.locator(".row")).to_have_count(1)  # until the server has answered, all are shown
    expect(page.locator(".row")).to_have_attribute("data-key", key(6))
    store = open_store(str(app.database))
    assert preferences.queries(store.project(PROJECT).settings) == {"About Idlib": "ar:إدلب"}
    store.close()


def test_one_verdict_for_all_that_is_shown_with_a_preview_and_back(open_unit: OpenUnit, app: RunningApp) -> None:
    page = open_unit(5)
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("speaker:ahmed")
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(4)
    page.locator(".center").focus()
    page.keyboard.press("v")
    dialog = page.get_by_role("dialog", name="One verdict for every quote shown")
    expect(dialog.locator(".preview")).to_contain_text("will be approved")
    dialog.get_by_label("Ask for a second look").check()
    expect(dialog.locator(".preview")).to_contain_text("4 quotes will need a second look")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".row .dot.look")).to_have_count(4)
    saved(page)
    assert {stored(app, number)[0].state for number in (4, 5, 6, 7)} == {"Needs a second look"}
    page.keyboard.press("u")
    expect(page.locator(".row .dot.look")).to_have_count(0)
    saved(page)
    assert "Needs a second look" not in {stored(app, number)[0].state for number in (4, 5, 6, 7)}
    verdicts = [event for event in stored(app, 7)[1] if isinstance(event, Verdict)]
    assert [event.verdict for event in verdicts] == ["second-look", "withdrawn"]


def test_a_project_that_wants_reasons_asks_for_one(open_unit: OpenUnit, app: RunningApp, window: BrowserContext) -> None:
    rules = window.new_page()
    rules.goto(f"{app.url}/project?project={PROJECT}")
    rules.get_by_text("Whoever approves changed words says why").click()
    rules.get_by_label(re.compile("Error categories of your own")).fill("honorific: Honorific: a title")
    rules.get_by_role("button", name="Save").click()
    expect(rules.get_by_text("Saved.")).to_be_visible()
    rules.close()
    page = open_unit(5, "Omar")
    text = page.locator(".editor").evaluate("element => element.textContent")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text.replace(DOUBLED, "the need"))
    page.keyboard.press("Escape")
    saved(page)
    lina = open_unit(5)
    lina.keyboard.press("Control+Enter")
    expect(lina.get_by_role("dialog", name="Why were the words changed?")).to_be_visible()
    lina.keyboard.type("written twice")
    lina.keyboard.press("Control+Enter")
    expect(lina.locator(f"[data-key='{key(5)}'] .dot")).to_have_class("dot filled")
    saved(lina)
    verdict = stored(app, 5)[0].verdict
    assert verdict
    assert (verdict.verdict, verdict.reason, verdict.author) == ("approved-with-changes", "written twice", "Lina")
    lina.keyboard.press("Alt+ArrowUp")
    lina.keyboard.press("m")
    lina.keyboard.press("2")
    lina.keyboard.press("/")
    lina.keyboard.type("honorific")
    lina.keyboard.press("Enter")
    saved(lina)
    store = open_store(str(app.database))
    assert any(isinstance(event, ErrorSpan) and event.category == "project/honorific" for event in store.events(PROJECT))
    store.close()


def test_the_sheet_takes_a_remedy_and_a_signature(open_unit: OpenUnit, app: RunningApp, window: BrowserContext) -> None:
    page = open_unit(6)
    page.keyboard.press("p")
    page.locator("textarea[name=gloss]").fill("the errors of Idlib")
    page.locator("textarea[name=explanation]").fill("nothing")
    page.keyboard.press("Tab")
    saved(page)
    sheet = window.new_page()
    sheet.goto(f"{app.url}/sheet?project={PROJECT}&reviewer=Huda")
    quote = sheet.get_by_label("Quote 6")
    expect(quote).to_contain_text("the errors of Idlib", timeout=15_000)
    quote.get_by_label("What to do").select_option("leave")
    expect(sheet.locator(".status")).to_have_text("Saved")
    expect(quote.get_by_role("button", name="Sign off")).to_be_visible()
    quote.get_by_role("button", name="Sign off").click()
    expect(quote.locator(".signed")).to_contain_text("Huda")
    state, _ = stored(app, 6)
    assert (state.remedy, state.signed_off and state.signed_off.author, state.gloss and state.gloss.gloss) == ("leave", "Huda", "the errors of Idlib")
    sheet.emulate_media(media="print")
    expect(sheet.locator(".paper")).to_be_visible()
    expect(sheet.get_by_role("button", name="Print")).to_be_hidden()
    sheet.close()
