"""What the tests of the review page ask of a tab and of the database."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.running import RunningApp
from tests.ui.prepared import PROJECT
from workbench.review.state import UnitState, fold
from workbench.store import open_store

OpenUnit = Callable[..., Page]


def key(number: int) -> str:
    return f"{PROJECT}/q{number:02}"


def saved(page: Page) -> None:
    expect(page.locator(".bar .status")).to_have_text("Saved", timeout=15_000)


def stored(app: RunningApp, number: int) -> tuple[UnitState, list[Any]]:
    """The unit as the database has it, and its log."""
    store = open_store(str(app.database))
    try:
        events = store.events(PROJECT, unit_key=key(number))
        return fold(events)[key(number)], events
    finally:
        store.close()


def highlighted(page: Page, name: str) -> list[str]:
    """The words under a highlight."""
    return page.evaluate("name => [...(CSS.highlights.get(name) ?? [])].map(String)", name)
