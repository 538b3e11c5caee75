"""The server goes away while somebody writes, for longer than Streamlit is patient: every letter stays, and all is saved once it is back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks.making import make_database
from tests.running import free_port, start
from workbench.model import Comment, Revision
from workbench.store import open_store

pytestmark = pytest.mark.browser

PROJECT = "made-12"
UNIT = f"{PROJECT}/q0003"
AWAY = 24  # words, a quarter of a second each: Streamlit's own dialog comes after four seconds


def write(page: Page, words: list[str]) -> None:
    for word in words:
        page.keyboard.type(f" {word}")
        page.wait_for_timeout(250)


def test_nothing_typed_while_the_server_is_away_is_lost(browser: Browser, tmp_path: Path) -> None:
    database, port = tmp_path / "away.sqlite", free_port()
    make_database(database, 12)
    app = start(database, tmp_path / "server.log", port=port)
    page = browser.new_page()
    try:
        page.goto(f"{app.url}/review?project={PROJECT}&unit={UNIT}&reviewer=Lina")
        expect(page.locator(".row.here")).to_have_attribute("data-key", UNIT, timeout=30_000)
        page.wait_for_timeout(500)
        app.process.kill()
        app.process.wait()
        written, said = ([f"{name}{number}" for number in range(AWAY)] for name in ("word", "remark"))
        page.keyboard.press("e")
        page.keyboard.press("Control+End")
        write(page, written)
        expect(page.locator(".editor")).to_contain_text(" ".join(written))
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        write(page, said)
        assert page.locator(".pane textarea").first.input_value().strip() == " ".join(said)
        page.keyboard.press("Control+Enter")
        expect(page.locator(".bar .status")).to_contain_text("Offline")
        app = start(database, tmp_path / "server.log", port=port)
        expect(page.locator(".bar .status")).to_have_text("Saved", timeout=60_000)
        events = open_store(str(database)).events(PROJECT, unit_key=UNIT)
        assert any(isinstance(event, Revision) and event.text.endswith(" ".join(written)) for event in events)
        assert [event.text.strip() for event in events if isinstance(event, Comment)] == [" ".join(said)]
    finally:
        page.close()
        app.stop()
