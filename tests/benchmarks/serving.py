"""The two apps that are measured against each other, each in its own process on its own database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.making import make_database
from tests.running import ROOT, RunningApp, answers, free_port, start

NATIVE_PAGE = Path(__file__).with_name("native_page.py")


@contextmanager
def workbench(folder: Path, *sizes: int) -> Iterator[RunningApp]:
    """The real app on projects of these sizes."""
    database = folder / "workbench.sqlite"
    make_database(database, *sizes)
    app = start(database, folder / "workbench.log")
    try:
        yield app
    finally:
        app.stop()


@contextmanager
def native(folder: Path, *sizes: int) -> Iterator[RunningApp]:
    """The page of native widgets on projects of the same sizes."""
    database, log, port = folder / "native.sqlite", folder / "native.log", free_port()
    make_database(database, *sizes)
    command = [sys.executable, "-m", "streamlit", "run", str(NATIVE_PAGE), "--server.port", str(port), "--server.headless", "true"]
    settings = {**os.environ, "CI": "true", "PYTHONPATH": str(ROOT), "WORKBENCH_DATABASE": str(database)}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    app = RunningApp(f"http://127.0.0.1:{port}", database, log, process)
    try:
        if not answers(app.url, process):
            raise SystemExit(f"the native page did not start:\n{log.read_text(errors='replace')}")
        yield app
    finally:
        app.stop()
