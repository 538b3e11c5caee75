"""Start the real app as a user would, on a free port, and end it by its own process id; how Chromium is started beside it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0  # seconds; a start takes one or two, on a busy machine more
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class RunningApp:
    """A server, where it is and what it writes."""

    url: str
    database: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    def stop(self) -> None:
        """End it and wait for the end; ending it twice does no harm."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def start(database: Path, log: Path, environment: Mapping[str, str] | None = None, port: int | None = None) -> RunningApp:
    """The app, answering (on a free port if none is named); raises AssertionError with its output where it does not come up."""
    port = port or free_port()
    command = [sys.executable, "-m", "workbench", "serve", "--port", str(port), "--database", str(database)]
    settings = {**os.environ, "CI": "true", **(environment or {})}  # CI: no browser window
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    app = RunningApp(f"http://127.0.0.1:{port}", database, log, process)
    if not answers(app.url, process):
        app.stop()
        raise AssertionError(f"the app did not start:\n{log.read_text(errors='replace')}")
    return app


def answers(url: str, process: "subprocess.Popen[bytes]") -> bool:
    """Whether the server says that it is well before our patience ends or its process does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as reply:
                return bool(reply.status == 200)
        except OSError:  # nobody listens yet
            time.sleep(0.05)
    return False


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
