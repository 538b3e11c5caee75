"""The pane alone on a page, with a server in memory (harness_app.py)."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from tests.running import ROOT, answers, free_port

HARNESS = Path(__file__).parent / "harness_app.py"

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
def open_pane(page: Page, harness: str, request: pytest.FixtureRequest) -> Open:
    """A function that opens the pane on a server of the test's own and waits for the first unit."""

    def opened(window: Page = page, **query: str) -> Page:
        window.goto(f"{harness}/?{urlencode({'run': request.node.name, **query})}")
        window.locator(".pane .head h1").wait_for(timeout=30_000)
        return window

    return opened
