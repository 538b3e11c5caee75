"""The pane alone on a page, with a server in memory (harness_app.py)."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests.running import ROOT, answers, free_port

HARNESS = Path(__file__).parent / "harness_app.py"
ASSETS = ROOT / "workbench" / "ui" / "component" / "assets"

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The harness's address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(HARNESS), "--server.port", str(port), "--server.headless", "true"]
    log = tmp_path_factory.mktemp("harness") / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    try:
        assert answers(f"http://127.0.0.1:{port}", process), log.read_text(errors="replace")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=15)


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A tab that has kept nothing of earlier tests; an error no script of the page caught fails the test."""
    tab = window.new_page()
    tab.add_init_script("if (!sessionStorage.getItem('begun')) { localStorage.clear(); sessionStorage.setItem('begun', 'yes'); }")
    uncaught: list[str] = []
    tab.on("pageerror", lambda error: uncaught.append(str(error)))
    yield tab
    tab.close()
    assert not uncaught


@pytest.fixture
def open_pane(page: Page, harness: str, request: pytest.FixtureRequest) -> Open:
    """A function that opens the pane on a server of the test's own and waits for the first unit."""

    def opened(tab: Page = page, **query: str) -> Page:
        tab.goto(f"{harness}/?{urlencode({'run': request.node.name, **query})}")
        tab.locator(".pane .head h1").wait_for(timeout=30_000)
        return tab

    return opened


@pytest.fixture
def module(page: Page) -> Callable[..., Any]:
    """A function that calls one of the pane's modules without Streamlit: `module("diff.js", "changes", "old", "new")`."""
    page.route("http://pane.test/**", _serve)
    page.goto("http://pane.test/")

    def called(file: str, name: str, *arguments: Any) -> Any:
        return page.evaluate("async ([file, name, words]) => (await import(`/${file}`))[name](...words)", [file, name, list(arguments)])

    return called


def _serve(route: Route) -> None:
    asset = ASSETS / Path(urlsplit(route.request.url).path).name
    if asset.suffix == ".js":
        route.fulfill(body=asset.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8")
    else:
        route.fulfill(body="<!doctype html><title>modules</title>", content_type="text/html")
