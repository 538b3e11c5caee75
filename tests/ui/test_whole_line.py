"""The whole line in a real browser: add an article, review and approve a quote, reload, export, check the file."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.running import RunningApp

pytestmark = pytest.mark.browser

HAMA = ROOT / "corpora" / "hama-2016"
DOUBLED = "the need the need"
LINKING = 60_000  # milliseconds: the first linking of a process loads the encoder


def goto(page: Page, app: RunningApp, path: str, reviewer: str = "Lina") -> None:
    separator = "&" if "?" in path else "?"
    page.goto(f"{app.url}/{path}{separator}reviewer={reviewer}")


def add_article(page: Page, app: RunningApp) -> None:
    goto(page, app, "new-article")
    page.get_by_label("The text of the article").fill((HAMA / "article.en.txt").read_text(encoding="utf-8"))
    page.get_by_label("The text of the article").press("Control+Enter")
    expect(page.get_by_text(re.compile(r"7 quotations found"))).to_be_visible(timeout=15_000)
    page.get_by_role("tab", name="Choose a file").nth(1).click()
    page.locator("input[type=file]").nth(1).set_input_files(HAMA / "sources" / "all4syria-interview.ar.txt")
    expect(page.get_by_text(re.compile(r"Read [\d,]+ characters from"))).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Add another source").click()
    expect(page.get_by_text("Source 2")).to_be_visible()
    page.get_by_label("The Arabic text").nth(1).fill((HAMA / "sources" / "sham-fm-interview.ar.txt").read_text(encoding="utf-8"))
    page.get_by_label("The Arabic text").nth(1).press("Control+Enter")
    page.get_by_role("button", name="Find the quotes").click()


@pytest.fixture(scope="module")
def added(browser: Browser, app_server: RunningApp) -> str:
    """The project made of the new article, its quotations found and looked for; gives its address."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    add_article(page, app_server)
    card = page.locator("[class*='st-key-project-bombers']")
    expect(card.get_by_text(re.compile("· 7 quotations ·"))).to_be_visible(timeout=LINKING)
    expect(page.get_by_role("progressbar")).to_have_count(0, timeout=2 * LINKING)
    card.get_by_role("button", name="Review").click()
    expect(page.locator(".row")).to_have_count(7, timeout=15_000)
    address = re.search(r"project=([\w-]+)", page.url)
    context.close()
    assert address
    return address.group(1)


def open_unit(page: Page, app: RunningApp, project: str, number: int, reviewer: str = "Lina") -> None:
    goto(page, app, f"review?project={project}&unit={project}/q{number:02}", reviewer)
    expect(page.locator(".row.here")).to_have_attribute("data-key", f"{project}/q{number:02}", timeout=15_000)


def saved(page: Page) -> None:
    expect(page.locator(".bar .status")).to_have_text("Saved", timeout=15_000)


def test_the_arabic_stands_beside_the_english(page: Page, app_server: RunningApp, added: str) -> None:
    open_unit(page, app_server, added, 5)
    expect(page.locator("[dir=rtl] .span, [lang|=ar] .span").first).to_contain_text("أجمعت معظم الفصائل")
    expect(page.locator(".head h1, .head h2").first).to_contain_text("Abu Ahmed")


def test_repair_then_approval_by_a_second_person_survives_a_reload_and_is_exported(
    page: Page, app_server: RunningApp, added: str, tmp_path: Path
) -> None:
    open_unit(page, app_server, added, 5, "Lina")
    expect(page.get_by_text("Words written twice")).to_be_visible()
    editor = page.get_by_role("textbox", name="Rendering")
    text = editor.evaluate("element => element.textContent")
    assert DOUBLED in text
    editor.focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text.replace(DOUBLED, "the need"))
    expect(editor.locator("del")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(f"[data-key='{added}/q05'] .dot")).to_have_class("dot half")  # the change is in the outbox
    saved(page)

    open_unit(page, app_server, added, 5, "Omar")
    expect(page.locator(".head .state")).to_contain_text("Changed, waiting for a second person")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"[data-key='{added}/q05'] .dot")).to_have_class("dot filled")
    saved(page)
    page.reload()
    open_unit(page, app_server, added, 5, "Omar")
    expect(page.locator(".head .state")).to_contain_text("Approved")
    assert "the need to preserve" in page.get_by_role("textbox", name="Rendering").evaluate("element => element.textContent")

    goto(page, app_server, f"export?project={added}")
    page.get_by_text("TMX 1.4b").click()
    expect(page.get_by_text(re.compile(r"1 unit written to .*\.tmx"))).to_be_visible(timeout=15_000)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download", exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    (unit,) = etree.parse(path).getroot().iterfind(".//tu")
    assert unit.get("tuid") == f"{added}/q05"
    arabic, english = unit.iterfind("tuv/seg")
    assert "أجمعت معظم الفصائل" in "".join(arabic.itertext())
    assert "agreed on the need to preserve" in "".join(english.itertext())


@pytest.mark.system("msgfmt")
def test_the_po_of_everything_is_accepted_by_gettext(page: Page, app_server: RunningApp, added: str, tmp_path: Path) -> None:
    goto(page, app_server, f"export?project={added}")
    page.get_by_test_id("stRadio").get_by_text("All", exact=True).click()
    expect(page.get_by_text(re.compile(r"Left out"))).to_be_visible(timeout=15_000)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download", exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    msgfmt = shutil.which("msgfmt")
    assert msgfmt
    checked = subprocess.run([msgfmt, "-c", "-v", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_a_second_tab_that_saves_over_a_newer_text_is_shown_both(browser: Browser, page: Page, app_server: RunningApp, added: str) -> None:
    other = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    open_unit(page, app_server, added, 7, "Lina")
    open_unit(other, app_server, added, 7, "Omar")
    for window, words in ((page, "Lina's words"), (other, "Omar's words")):
        editor = window.get_by_role("textbox", name="Rendering")
        editor.focus()
        window.keyboard.press("Control+a")
        window.keyboard.insert_text(words)
        window.keyboard.press("Escape")
        window.keyboard.press("j")
        if window is page:
            saved(window)
    dialog = other.get_by_role("dialog")
    expect(dialog).to_contain_text("Lina's words", timeout=15_000)
    expect(dialog).to_contain_text("Omar's words")
    other.context.close()


def test_a_wrong_file_is_one_clear_line(page: Page, app_server: RunningApp, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 and then nothing")
    goto(page, app_server, "new-article")
    page.get_by_role("tab", name="Choose a file").first.click()
    page.locator("input[type=file]").first.set_input_files(broken)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("broken.pdf", timeout=15_000)
    expect(alert.get_by_role("paragraph")).to_have_count(1)


def test_text_of_users_is_shown_as_text(page: Page, app_server: RunningApp) -> None:
    goto(page, app_server, "new-article")
    article = "<script>window.hacked = 1</script>\n\n“We **won**” :red[he] said. ![x](https://example.org/x.png)"
    page.get_by_label("The text of the article").fill(article)
    page.get_by_label("The text of the article").press("Control+Enter")
    expect(page.get_by_text(re.compile(r"1 quotation found"))).to_be_visible(timeout=15_000)
    assert page.evaluate("typeof window.hacked") == "undefined"


def test_no_page_asks_another_server_for_anything(page: Page, app_server: RunningApp) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("library", "new-article", "review?project=hama-2016", "export?project=hama-2016"):
        goto(page, app_server, path)
        page.wait_for_load_state("networkidle")
    foreign = [url for url in asked if not url.startswith((app_server.url, "data:", "blob:"))]
    assert foreign == []
