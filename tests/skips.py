"""A pytest plugin for `python3 -m tests`: with `--require-all` a run that skipped a test has failed."""

import pytest

from workbench import bootstrap


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare `--require-all`."""
    parser.addoption("--require-all", action="store_true", help="a skipped test counts as a failure")


def pytest_configure() -> None:
    """Ctrl+C was held back while Python started."""
    bootstrap.hear_interrupts()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Turn skips into a failed run; the summary above it names each with its reason."""
    if exitstatus == pytest.ExitCode.OK and session.config.getoption("--require-all") and skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why a run without a failure has failed."""
    count = skipped(config)
    if count and config.getoption("--require-all"):
        terminalreporter.write_line(f"{count} skipped, and --require-all was given: the run has failed.", red=True)


def skipped(config: pytest.Config) -> int:
    """How many tests were skipped so far (known failures are not)."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", ())) if reporter else 0
