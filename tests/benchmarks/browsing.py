"""Chromium with the probe in every page, and the few things a person does in it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.running import CHROMIUM_ARGUMENTS
from tests.system import advice, find

PROBE = Path(__file__).with_name("probe.js")
FRAME = 1000 / 60  # milliseconds
PATIENCE = 120_000  # milliseconds: five thousand native rows take their time


class Pressed:
    """Milliseconds from each key press to the end of the frame that shows its result, as the trace has it; and until the page was idle again."""

    def __init__(self) -> None:
        self.painted: list[float] = []
        self.later: list[float] = []

    def read(self, trace: bytes) -> None:
        """Pair the marks of `probe.js` with the frames; a press without an end is an error."""
        events = [event for event in json.loads(trace)["traceEvents"] if event["name"] in {"press", "shown", "Commit"}]
        events.sort(key=lambda event: event["ts"])
        pressed = shown = None
        for event in events:
            thread = event["pid"], event["tid"]
            if event["name"] == "press":
                if pressed:
                    raise ValueError("a key press whose frame did not come")
                pressed = event["ts"]
            elif event["name"] == "shown" and pressed:
                shown = thread
            elif event["name"] == "Commit" and thread == shown:
                self.painted.append((event["ts"] + event["dur"] - pressed) / 1000)
                pressed = shown = None


@contextmanager
def traced(browser: Browser) -> Iterator[Pressed]:
    """Have the browser write down its frames; they can be read once the block is left."""
    times = Pressed()
    browser.start_tracing(categories=["blink.user_timing", "disabled-by-default-devtools.timeline"])
    yield times
    times.read(browser.stop_tracing())


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium, the system's own."""
    executable = find("chromium")
    if executable is None:
        raise SystemExit(advice("chromium"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser) -> Iterator[Page]:
    """A fresh window of a laptop's size."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(path=PROBE)
    yield page
    context.close()


def opened(page: Page, url: str, check: str, expected: dict[str, Any]) -> float:
    """Go to an address; milliseconds until what is asked for was painted."""
    page.goto(url, wait_until="commit")
    return float(page.evaluate("([check, expected]) => probe.opened(check, expected)", [check, expected]))


def pressed(page: Page, keys: str, check: str, expected: dict[str, Any]) -> float:
    """Press keys and wait for what they are to bring; the last of them counts. Milliseconds until the page does anything else: an upper bound."""
    last = keys.rpartition("+")[2] or "+"
    page.evaluate("([key, check, expected]) => probe.arm(key, check, expected)", [" " if last == "Space" else last, check, expected])
    page.keyboard.press(keys)
    return float(page.evaluate("() => probe.result"))


class Frames(NamedTuple):
    """A scroll: how many frames, the longest, how many were left out."""

    count: int
    longest: float
    dropped: int


def scrolled(page: Page, x: float, y: float, distance: int, speed: int) -> Frames:
    """Scroll `distance` pixels with the wheel at `speed` pixels a second with the pointer at a place."""
    page.evaluate("() => probe.frames()")
    gesture = {"x": x, "y": y, "yDistance": -distance, "speed": speed, "gestureSourceType": "mouse"}
    page.context.new_cdp_session(page).send("Input.synthesizeScrollGesture", gesture)
    lengths = page.evaluate("() => probe.stop()")
    return Frames(len(lengths), max(lengths), sum(max(0, round(length / FRAME) - 1) for length in lengths))
