"""The article's page in a real browser: the margin, correcting in place, marking by selection, merging names, and what exports make of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.running import RunningApp
from workbench.model import Document, DocumentKind, Role, UnitRetired
from workbench.services import projects
from workbench.services.exporting import Choice, Scope, export
from workbench.services.projects import Supplied, states_of
from workbench.store import Store, open_store

pytestmark = pytest.mark.browser

PROJECT = "hama-2016"
PATIENCE = 60_000  # milliseconds: the first linking of a process loads the encoder


@pytest.fixture(scope="module")
def stored(app_server: RunningApp, browser: Browser) -> Iterator[Store]:
    """The database behind the app, its sample article read."""
    page = browser.new_page()
    page.goto(f"{app_server.url}/article?project={PROJECT}")
    expect(page.locator(".note")).to_have_count(7, timeout=PATIENCE)
    expect(page.get_by_role("progressbar")).to_have_count(0, timeout=2 * PATIENCE)
    page.close()
    store = open_store(str(app_server.database))
    yield store
    store.close()


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A tab of its own; an error that no script of the page caught fails the test."""
    tab = window.new_page()
    uncaught: list[str] = []
    tab.on("pageerror", lambda error: uncaught.append(str(error)))
    yield tab
    tab.close()
    assert not uncaught


@pytest.fixture
def article(page: Page, app_server: RunningApp, stored: Store) -> Page:
    page.goto(f"{app_server.url}/article?project={PROJECT}&reviewer=Lina")
    expect(page.locator(".reader mark.quote").first).to_be_visible(timeout=PATIENCE)
    return page


def test_the_text_shows_which_kind_each_quotation_is(article: Page) -> None:
    legend = article.get_by_role("list", name="Quotations by kind").get_by_role("listitem")
    shown = legend.all_inner_texts()
    assert sum(int(words.split()[0]) for words in shown) == 7
    assert any("partial quote" in words for words in shown)
    whole, part = article.locator("mark.quote.direct").first, article.locator("mark.quote.partial").first
    fills = [mark.evaluate("mark => getComputedStyle(mark).backgroundImage") for mark in (whole, part)]
    assert fills[0] == "none"
    assert fills[1] != "none"


def note(page: Page, number: str) -> Locator:
    return page.locator(f".note[data-key='{PROJECT}/{number}']")


def edit(page: Page, number: str) -> Locator:
    page.get_by_role("button", name=f"Correct {number}").click()
    editor = page.locator(f".editor[data-key='{PROJECT}/{number}']")
    expect(editor).to_be_visible()
    return editor


def saved(page: Page) -> None:
    expect(page.locator(".editor")).to_have_count(0, timeout=15_000)


def select(page: Page, words: str) -> None:
    """Drag over words of one paragraph with the mouse."""
    box = page.evaluate(
        """words => {
            const root = [...document.querySelectorAll('*')].map(element => element.shadowRoot).find(shadow => shadow?.querySelector('.paper'));
            for (const paragraph of root.querySelectorAll('.par')) {
                const at = paragraph.textContent.indexOf(words);
                if (at < 0) continue;
                const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
                const range = document.createRange();
                let passed = 0, begun = false;
                while (walker.nextNode()) {
                    const node = walker.currentNode;
                    if (!begun && at < passed + node.length) { range.setStart(node, at - passed); begun = true; }
                    if (begun && at + words.length <= passed + node.length) { range.setEnd(node, at + words.length - passed); break; }
                    passed += node.length;
                }
                paragraph.scrollIntoView({ block: 'center' });
                const lines = range.getClientRects(), first = lines[0], last = lines[lines.length - 1];
                return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
            }
        }""",
        words,
    )
    page.mouse.move(box[0], box[1])
    page.mouse.down()
    page.mouse.move(box[2], box[3], steps=8)
    page.mouse.up()


def test_the_margin_says_who_where_and_how_it_stands(article: Page) -> None:
    fifth = note(article, "q05")
    expect(fifth.get_by_role("link")).to_have_text("Abu Ahmed → All4Syria")
    expect(fifth).to_contain_text("direct quote · Waiting for revision")
    expect(fifth).to_contain_text(re.compile(r"\d findings?"))
    expect(article.locator(f"mark[data-key='{PROJECT}/q05']")).to_contain_text("Most of the factions")
    expect(article.get_by_role("list", name="Quotations by state")).to_contain_text(re.compile(r"\d Waiting for revision"))
    expect(article.get_by_role("heading", level=1)).to_be_visible()


def test_a_click_opens_the_quotation_in_review(article: Page) -> None:
    article.locator(f"mark[data-key='{PROJECT}/q05']").first.click()
    expect(article.locator(".row.here")).to_have_attribute("data-key", f"{PROJECT}/q05", timeout=15_000)
    assert f"unit={PROJECT}%2Fq05" in article.url
    assert "reviewer=Lina" in article.url


def test_the_note_s_link_works_in_a_tab_of_its_own(article: Page, app_server: RunningApp) -> None:
    address = note(article, "q04").get_by_role("link").get_attribute("href")
    article.goto(f"{app_server.url}/{address}")
    expect(article.locator(".row.here")).to_have_attribute("data-key", f"{PROJECT}/q04", timeout=15_000)


def test_a_speaker_is_corrected_by_keyboard_and_exported(article: Page, stored: Store, tmp_path: Path) -> None:
    article.get_by_role("button", name="Correct q05").focus()
    article.keyboard.press("Enter")
    full = article.get_by_role("textbox", name="Speaker, the full name").or_(article.get_by_role("combobox", name="Speaker, the full name"))
    full.fill("Ahmed <b>al-Hamwi</b>")
    article.keyboard.press("Control+Enter")
    saved(article)
    expect(note(article, "q05")).to_contain_text("Ahmed <b>al-Hamwi</b> → All4Syria")
    expect(article.get_by_role("button", name="Correct q05")).to_be_focused()
    export(stored, Choice(project_id=PROJECT, format_id="po", scope=Scope.ALL), tmp_path / "all.po")
    assert "Ahmed <b>al-Hamwi</b>" in (tmp_path / "all.po").read_text(encoding="utf-8")


def test_bounds_move_by_words_and_escape_leaves_them(article: Page, stored: Store) -> None:
    before = states_of(stored, PROJECT)[f"{PROJECT}/q03"].published
    editor = edit(article, "q03")
    editor.get_by_role("button", name="Start one word later").click()
    expect(editor.get_by_role("button", name="Start one word later")).to_be_focused()
    expect(editor.get_by_role("button", name="Split here")).to_be_disabled()
    article.keyboard.press("Escape")
    saved(article)
    assert states_of(stored, PROJECT)[f"{PROJECT}/q03"].published == before
    editor = edit(article, "q03")
    editor.get_by_role("button", name="Start one word later").click()
    editor.get_by_role("button", name="Save").click()
    saved(article)
    assert states_of(stored, PROJECT)[f"{PROJECT}/q03"].published == before.split(" ", 1)[1]


def test_selected_words_become_a_quotation_and_are_taken_out_again(article: Page, stored: Store) -> None:
    select(article, "afternoon the distance closed")
    article.get_by_role("button", name="Add as a quotation").click()
    added = note(article, "q08")
    expect(added).to_be_visible(timeout=15_000)
    assert states_of(stored, PROJECT)[f"{PROJECT}/q08"].published == "afternoon the distance closed"
    editor = edit(article, "q08")
    select(article, "the distance closed")
    article.get_by_role("button", name="Bounds of q08").click()
    expect(editor.locator(".words")).to_have_text("“the distance closed”")
    editor.get_by_role("button", name="Save").click()
    saved(article)
    assert states_of(stored, PROJECT)[f"{PROJECT}/q08"].published == "the distance closed"
    editor = edit(article, "q08")
    editor.get_by_role("textbox", name="Why it is no quotation").fill("only a test")
    editor.get_by_role("button", name="Take out").click()
    expect(added).to_have_count(0, timeout=15_000)
    last = stored.events(PROJECT, unit_key=f"{PROJECT}/q08")[-1]
    assert isinstance(last, UnitRetired)
    assert (last.author, last.reason) == ("Lina", "only a test")


def test_words_typed_become_a_quotation(article: Page, stored: Store) -> None:
    field = article.get_by_role("textbox", name="Words of the article to mark as a quotation")
    field.fill("words that nobody wrote")
    field.press("Enter")
    expect(article.get_by_role("alert").filter(has_text="does not have these words")).to_be_visible()
    field.fill("two people died  and 12 were hurt")
    field.press("Enter")
    expect(article.locator("mark", has_text="two people died and 12 were hurt")).to_be_visible(timeout=15_000)


def test_one_is_split_and_joined_again(article: Page, stored: Store) -> None:
    key = f"{PROJECT}/q04"
    before = states_of(stored, PROJECT)[key].published
    editor = edit(article, "q04")
    editor.get_by_role("combobox", name="Split before this word").select_option(label="… in case of its")
    editor.get_by_role("button", name="Split here").click()
    saved(article)
    states = states_of(stored, PROJECT)
    assert before.startswith(states[key].published)
    new = next(state for state in states.values() if state.published.startswith("in case of"))
    editor = edit(article, new.key.split("/")[1])
    editor.get_by_role("button", name="Join to q04").click()
    saved(article)
    assert states_of(stored, PROJECT)[key].published == before


def test_somebody_else_s_change_is_not_overwritten(article: Page, window: BrowserContext, app_server: RunningApp, stored: Store) -> None:
    other = window.new_page()
    other.goto(f"{app_server.url}/article?project={PROJECT}&reviewer=Omar")
    expect(other.locator(".reader mark.quote").first).to_be_visible(timeout=PATIENCE)
    mine, theirs = edit(article, "q06"), edit(other, "q06")
    theirs.get_by_label("Kind").select_option("scare")
    theirs.get_by_role("button", name="Save").click()
    saved(other)
    mine.get_by_label("Kind").select_option("block")
    mine.get_by_role("button", name="Save").click()
    expect(mine.get_by_role("alert")).to_contain_text("changed by somebody else meanwhile", timeout=15_000)
    mine.get_by_role("button", name="Save").click()
    saved(article)
    quotation = states_of(stored, PROJECT)[f"{PROJECT}/q06"].quotation
    assert quotation
    assert quotation.kind == "block"
    other.close()


def test_two_names_become_one(article: Page, stored: Store) -> None:
    expect(article.get_by_role("progressbar")).to_have_count(0, timeout=PATIENCE)  # its end draws the page anew
    for name in ("Sham FM", "All4Syria"):
        article.get_by_role("button", name=name, exact=True).click()
    expect(article.get_by_role("textbox", name="The name to use")).to_have_value("All4Syria", timeout=15_000)
    article.get_by_role("button", name="Make one outlet of 2").click()
    expect(article.get_by_text("the name is All4Syria now")).to_be_visible(timeout=15_000)
    outlets = {state.quotation.attribution.outlet for state in states_of(stored, PROJECT).values() if state.quotation and state.quotation.attribution}
    assert "Sham FM" not in {outlet.resolved for outlet in outlets if outlet}


def test_offsets_hold_beyond_the_basic_plane_and_in_any_direction(page: Page, app_server: RunningApp, stored: Store) -> None:
    text = "😀😀 Smiles at the gate\n\n😀 He wrote “مرحبا 😀 يا أصدقاء” and then two words more, 😀 she said.\n"
    project = projects.create_project(stored, "Smiles")
    document = Document(id="x", language="en", role=Role.ARTICLE, kind=DocumentKind.ARTICLE, text=text, title="Other than its first line")
    projects.add_article(stored, project.id, Supplied(document), [])
    page.goto(f"{app_server.url}/article?project={project.id}&reviewer=Lina")
    expect(page.locator("mark.quote").first).to_have_text("مرحبا 😀 يا أصدقاء", timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Other than its first line")
    select(page, "two words more")
    page.get_by_role("button", name="Add as a quotation").click()
    expect(page.locator("mark", has_text="two words more")).to_be_visible(timeout=15_000)
    assert "two words more" in {state.published for state in states_of(stored, project.id).values()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_window_scrolls_in_one_direction_only(browser: Browser, app_server: RunningApp, stored: Store, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1024, "height": 768}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{app_server.url}/article?project={PROJECT}")
    expect(page.locator(".reader mark.quote").first).to_be_visible(timeout=PATIENCE)
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]
    context.close()
