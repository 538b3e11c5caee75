"""What every test can ask for: the measuring data, a browser, the running app; and the watch over the core."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import purity, system
from tests.running import CHROMIUM_ARGUMENTS, RunningApp, start
from workbench.services.dictionary import FOLDER_VARIABLE
from workbench.text import languages, spelling

ROOT = Path(__file__).resolve().parent.parent
collect_ignore = ["formats/fuzzer.py"]  # it needs atheris, which is not made for every Python
SHARED_DATA = ROOT.parent / "shared" / "data"

# Time limits per example fail on a busy computer. CI looks at the same examples each time, so that a red run is about the change in it.
hypothesis.settings.register_profile("suite", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
hypothesis.settings.load_profile("suite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave campaigns out unless `-m` asks for them."""
    if not config.option.markexpr:
        campaigns = [item for item in items if item.get_closest_marker("campaign")]
        items[:] = [item for item in items if not item.get_closest_marker("campaign")]
        if campaigns:
            config.hook.pytest_deselected(items=campaigns)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip by name what this machine cannot run: `@pytest.mark.shared`, `@pytest.mark.system("msgfmt")`."""
    if item.get_closest_marker("shared") and not SHARED_DATA.is_dir():
        pytest.skip("the measuring data (../shared/data) is not beside the project")
    for marker in item.iter_markers("system"):
        for program in marker.args:
            if not shutil.which(program):
                pytest.skip(system.advice(program))


@pytest.fixture(scope="session", autouse=True)
def no_dictionary() -> None:
    """What is found must not hang on the dictionaries that a machine happens to have; the tests of dictionaries name theirs."""
    os.environ[FOLDER_VARIABLE] = ""


@pytest.fixture(scope="session", autouse=True)
def pure_core() -> Iterator[None]:
    """The core opens no file and no socket, in whatever test it is called."""
    languages.identify("The language profiles are data files, which are read once and before the watch begins.")
    spelling.load()
    with purity.watched():
        yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of the measuring data."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the measuring data (../shared/data) is not beside the project")
    return SHARED_DATA


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, the system's own."""
    executable = system.find("chromium")
    if executable is None:
        pytest.skip(system.advice("chromium"))
    expect.set_options(timeout=20_000)  # milliseconds: a busy machine is slow, not wrong
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh browser window of a laptop's size; an error that no script of the page caught fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    window = context.new_page()
    uncaught: list[str] = []
    window.on("pageerror", lambda error: uncaught.append(str(error)))
    yield window
    context.close()
    assert not uncaught


@pytest.fixture(scope="module")
def start_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., RunningApp]]:
    """A function that starts the app on a database (a new one by default); all it started end with the module."""
    running: list[RunningApp] = []

    def start_one(database: Path | None = None, **environment: str) -> RunningApp:
        folder = tmp_path_factory.mktemp("app")
        running.append(start(database or folder / "workbench.sqlite", folder / "server.log", environment))
        return running[-1]

    yield start_one
    for app in running:
        app.stop()


@pytest.fixture(scope="module")
def app_server(start_app: Callable[..., RunningApp]) -> RunningApp:
    """The app on a new database, one for all tests of a module."""
    return start_app()
