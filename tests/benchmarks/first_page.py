"""How long after `python3 app.py` the first page stands in the browser, on a machine where everything is installed.

    .venv/bin/python -m tests.benchmarks.first_page [--runs 5]

Measured from the start of the process, with a Chromium that is open already, to the page drawn: the server's run of the page has ended and its
heading is there. The first row makes a new database and loads the samples; the others open that database again. `CPU` is what the server used
until it was ended, right after the page stood: on a busy computer it says more than the clock does (POSIX only).
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from tests.running import CHROMIUM_ARGUMENTS, ROOT, RunningApp, answers, free_port
from tests.system import find

BUDGET = 3.0  # seconds to the first page of an installed workbench
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"] [data-testid="stMainBlockContainer"] :is(h1, h2, h3, p)'


def main() -> int:
    """Print the table; 1 where the middle start of an existing database is over the budget."""
    parser = argparse.ArgumentParser(description="Seconds from `python3 app.py` to the first page.")
    parser.add_argument("--runs", type=int, default=5, help="starts with an existing database (default: 5)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find("chromium"), args=CHROMIUM_ARGUMENTS)
        print("start                health     page      CPU")
        seconds = [one_start(browser, Path(folder), "new database" if run == 0 else f"run {run}") for run in range(runs + 1)]
        browser.close()
    middle = statistics.median(seconds[1:])
    print(f"median with a database: {middle:.2f} s (budget {BUDGET:.0f} s)")
    return int(middle > BUDGET)


def one_start(browser: Browser, folder: Path, name: str) -> float:
    """Start, wait for the page, end; the seconds to the page."""
    port = free_port()
    command = [sys.executable, "app.py", "--port", str(port), "--database", str(folder / "bench.sqlite")]
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    log = folder / "server.log"
    cpu_before = cpu_of_ended_children()
    begin = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "CI": "true"}, stdout=output, stderr=subprocess.STDOUT)
    app = RunningApp(f"http://127.0.0.1:{port}", folder / "bench.sqlite", log, process)
    try:
        if not answers(app.url, process):
            raise SystemExit(f"the app did not start:\n{log.read_text()}")
        health = time.perf_counter() - begin
        page.goto(app.url)
        page.wait_for_selector(DRAWN, timeout=60_000)
        drawn = time.perf_counter() - begin
    except Error as error:
        raise SystemExit(f"no first page: {error}\n{log.read_text()}") from error
    finally:
        context.close()
        app.stop()
    print(f"{name:<18} {health:6.2f} s {drawn:6.2f} s {cpu_of_ended_children() - cpu_before:6.2f} s", flush=True)
    return drawn


def cpu_of_ended_children() -> float:
    """Seconds of CPU that child processes used, counted when they end."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
