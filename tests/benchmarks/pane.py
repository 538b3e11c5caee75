"""How fast the review pane is under a reviewer's hands, against a plain page of native widgets in the same run.

    .venv/bin/python -m tests.benchmarks.pane [--accepts 110] [--keys 150] [--sizes 60 5000]

The real app on a new database, in headless Chromium. Times are from the time stamp of the key press to the end of the frame that shows the result,
painted and committed, as the browser's own trace has them (`browsing.py`); “idle again” is when the page runs its next task, which Chromium puts
off until a frame has reached the screen. Presses come at random moments a person's pause apart, while the answers of the server to earlier ones
arrive. Linking, findings and tracked changes of each unit are there as in real use:
every tenth rendering has 60 words, every seventh a slip.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from tests.benchmarks import serving
from tests.benchmarks.browsing import Frames, Pressed, chromium, opened, pressed, scrolled, traced, window
from tests.benchmarks.figures import Row, percentile, print_rows
from tests.benchmarks.making import LONG_EVERY, WORDS_OF_LONG, made_quote
from tests.running import RunningApp

PAUSE = (250, 650)  # milliseconds between two accepts
TYPING_PAUSE = (40, 160)
KEYS_AT_ONE_PLACE = 6
SCROLL_SPEED = 20_000  # pixels a second
FEW = 24  # repetitions with native widgets, which are slow
NATIVE_ROWS = 500


def accepts(page: Page, app: RunningApp, size: int, count: int, chance: random.Random) -> list[float]:
    """Approve with Ctrl+Enter, again and again from the first unit on."""
    done: list[float] = []
    while len(done) < count:
        opened(page, f"{app.url}/review?project=made-{size}&unit=made-{size}/q0001&reviewer=Omar", "open", {"quotes": f"{size} quotes"})
        page.wait_for_timeout(1500)
        for number in range(2, min(size, count - len(done) + 1) + 1):
            done.append(pressed(page, "Control+Enter", "unit", {"heading": f"quote {number} of", "text": made_quote(number).english}))
            page.wait_for_timeout(chance.uniform(*PAUSE))
    page.locator(".bar .status", has_text="Saved").wait_for()
    return done


def native_accepts(page: Page, app: RunningApp, size: int, count: int, chance: random.Random) -> list[float]:
    """The same with a native button and its shortcut."""
    opened(page, f"{app.url}/?project=made-{size}", "nativeOpen", {"list": "h3"})
    page.wait_for_timeout(2000)  # a shortcut pressed before its button listens is lost
    done = []
    for number in range(2, count + 2):
        done.append(pressed(page, "Control+Shift+Enter", "nativeUnit", {"heading": f"quote {number}", "text": made_quote(number).english}))
        page.wait_for_timeout(chance.uniform(*PAUSE))
    return done


def key_presses(page: Page, app: RunningApp, size: int, count: int, chance: random.Random) -> list[float]:
    """Type into a rendering of 60 words: some letters at one place, then at the next, so that changes pile up over the whole text."""
    text = made_quote(LONG_EVERY).english
    assert len(text.split()) == WORDS_OF_LONG
    opened(page, f"{app.url}/review?project=made-{size}&unit=made-{size}/q{LONG_EVERY:04}&reviewer=Lina", "open", {"quotes": f"{size} quotes"})
    page.wait_for_timeout(1000)
    page.keyboard.press("e")
    page.keyboard.press("Control+Home")
    length, done = len(text), []
    for turn in range(count):
        if turn % KEYS_AT_ONE_PLACE == 0:
            for _ in range(3):
                page.keyboard.press("Control+ArrowRight")
        erase = turn % KEYS_AT_ONE_PLACE == 3
        length += -1 if erase else 1
        key = "Backspace" if erase else chance.choice(["a", "e", "t", "n", "Space"])
        done.append(pressed(page, key, "typed", {"length": length}))
        page.wait_for_timeout(chance.uniform(*TYPING_PAUSE))
    return done


def native_key_presses(page: Page, app: RunningApp, size: int, chance: random.Random) -> list[float]:
    """Native widgets show tracked changes once the text is sent: Ctrl+Enter until they are there."""
    opened(page, f"{app.url}/?project=made-{size}&at={LONG_EVERY - 1}", "nativeOpen", {"list": "h3"})
    area, done = page.locator("[data-testid='stTextArea'] textarea"), []
    area.click()
    for turn in range(FEW):
        page.keyboard.press("Control+Home")
        page.keyboard.type(f"word{turn} ")
        done.append(pressed(page, "Control+Enter", "nativeTyped", {"words": f"word{turn}"}))
        page.wait_for_timeout(chance.uniform(*PAUSE))
    return done


def first_pages(browser: Browser, url: str, check: str, expected: dict[str, object], count: int) -> list[float]:
    """Milliseconds to the first page, each time in a new window."""
    times = []
    for _ in range(count):
        with window(browser) as page:
            times.append(opened(page, url, check, expected))
    return times


def scrolling(page: Page, app: RunningApp, size: int) -> Frames:
    """From the first row of the queue to the last."""
    opened(page, f"{app.url}/review?project=made-{size}&unit=made-{size}/q0001&reviewer=Omar", "open", {"quotes": f"{size} quotes"})
    page.wait_for_timeout(1500)
    rows = page.locator(".queue .list")
    box, height = rows.bounding_box(), rows.evaluate("list => list.scrollHeight")
    assert box
    frames = scrolled(page, box["x"] + 80, box["y"] + 200, height, SCROLL_SPEED)
    page.locator(f"[data-key='made-{size}/q{size:04}']").wait_for()
    return frames


def native_scrolling(page: Page, app: RunningApp, size: int) -> Frames:
    opened(page, f"{app.url}/?project=made-{size}&list=table", "nativeOpen", {"list": "[data-testid='stDataFrame'] canvas"})
    page.wait_for_timeout(1500)
    table = page.locator("[data-testid='stDataFrame']")
    box, height = table.bounding_box(), table.locator(".dvn-scroller").evaluate("list => list.scrollHeight")
    assert box
    return scrolled(page, box["x"] + 80, box["y"] + 200, height, SCROLL_SPEED)


def measured(browser: Browser, ours: RunningApp, theirs: RunningApp, arguments: argparse.Namespace) -> list[Row]:
    """All rows of the table."""
    small, large = arguments.sizes[0], arguments.sizes[-1]
    chance = random.Random(5)
    rows = first_page_rows(browser, ours, theirs, large)
    with window(browser) as page, traced(browser) as native:
        native.later = native_accepts(page, theirs, large, FEW, chance)
    for size in arguments.sizes:
        with window(browser) as page:
            with traced(browser) as times:
                times.later = accepts(page, ours, size, arguments.accepts, chance)
            rows += press_rows(f"accept → next unit, {size:,} units", times, native, (16, 30))
            rows.append(presented_row(page))
    with window(browser) as page, traced(browser) as native:
        native.later = native_key_presses(page, theirs, small, chance)
    for size in dict.fromkeys((small, large)):
        with window(browser) as page, traced(browser) as times:
            times.later = key_presses(page, ours, size, arguments.keys, chance)
        rows += press_rows(f"key press → tracked changes, {size:,} units", times, native, (None, 16))
    with window(browser) as page, window(browser) as other:
        frames, native_frames = scrolling(page, ours, large), native_scrolling(other, theirs, large)
    return [
        *rows,
        Row(f"scrolling through {large:,} rows: longest frame", frames.longest, "ms", None, native_frames.longest),
        Row(f"  frames left out, of {frames.count}", frames.dropped, "", None, native_frames.dropped),
    ]


def first_page_rows(browser: Browser, ours: RunningApp, theirs: RunningApp, size: int) -> list[Row]:
    quotes = {"quotes": f"{size} quotes"}
    pane, *again = first_pages(browser, f"{ours.url}/review?project=made-{size}&reviewer=Omar", "open", quotes, 6)
    grid = {"list": "[data-testid='stDataFrame'] canvas"}
    table, *table_again = first_pages(browser, f"{theirs.url}/?project=made-{size}&list=table", "nativeOpen", grid, 6)
    last = min(NATIVE_ROWS, size)
    address = f"{theirs.url}/?project=made-{size}&list=buttons&rows={last}"
    buttons = first_pages(browser, address, "nativeOpen", {"list": f"[class*='st-key-made-{size}-q{last:04}']"}, 2)
    return [
        Row(f"first page, {size:,} units, the server's first visitor", pane / 1000, "s", 2.5, table / 1000),
        Row(f"first page, {size:,} units, later visitors, median", median(again) / 1000, "s", 2.5, median(table_again) / 1000),
        Row(f"  against {last} native rows", median(again) / 1000, "s", None, min(buttons) / 1000),
    ]


def press_rows(name: str, times: Pressed, native: Pressed, budgets: tuple[float | None, float]) -> list[Row]:
    return [
        Row(f"{name}, p50", percentile(times.painted, 0.5), "ms", budgets[0], percentile(native.painted, 0.5)),
        Row(f"{name}, p95", percentile(times.painted, 0.95), "ms", budgets[1], percentile(native.painted, 0.95)),
        Row("  idle again, p50", percentile(times.later, 0.5), "ms", None, percentile(native.later, 0.5)),
        Row("  idle again, p95", percentile(times.later, 0.95), "ms", None, percentile(native.later, 0.95)),
    ]


def presented_row(page: Page) -> Row:
    """What the browser's own Event Timing says."""
    longest = page.evaluate("() => probe.presented()")
    return Row("  on the screen, by the browser's Event Timing, p95", percentile(longest, 0.95) if longest else 16.0, "ms")


def main() -> int:
    """Print the table; 1 where a figure is over its budget."""
    parser = argparse.ArgumentParser(description="The review pane under a reviewer's hands.")
    parser.add_argument("--accepts", type=int, default=110)
    parser.add_argument("--keys", type=int, default=150)
    parser.add_argument("--sizes", type=int, nargs="+", default=[60, 5000], help="units of the projects (default: 60 5000)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="workbench-pane-") as name, chromium() as browser:
        folder = Path(name)
        with serving.workbench(folder, *arguments.sizes) as ours, serving.native(folder, *arguments.sizes) as theirs:
            return print_rows(measured(browser, ours, theirs, arguments))


if __name__ == "__main__":
    sys.exit(main())
