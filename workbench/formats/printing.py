"""A page as PDF, printed by the Chromium or Chrome that is on the machine; it is let neither to the network nor to anybody's profile."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from workbench.errors import WorkbenchError

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
APPLICATIONS: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
TIME: Final = 120
"""Seconds; a report takes two."""


def browser() -> str | None:
    """The browser that can print, None where there is none."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in (*found, *APPLICATIONS) if path and Path(path).is_file()), None)


def pdf(page: bytes) -> bytes:
    """A page that needs nothing else, printed. Raises WorkbenchError where no browser is there or it does not print."""
    program = browser()
    if program is None:
        raise WorkbenchError("a PDF is printed by Chromium or Chrome, and neither is on this machine; install one, or take the HTML and print it")
    with TemporaryDirectory(prefix="workbench-print-") as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_bytes(page)
        command = [
            program,
            "--headless",
            "--no-sandbox",  # the page is ours and has no script; a container's root could not print otherwise
            "--disable-gpu",
            "--disable-extensions",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={Path(folder) / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        try:
            subprocess.run(command, check=True, timeout=TIME, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise WorkbenchError(f"{Path(program).name} did not print the page ({type(error).__name__}); take the HTML and print it") from error
