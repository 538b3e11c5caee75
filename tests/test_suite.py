"""What `python3 -m tests` promises about skipped tests and long campaigns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import system
from tests.__main__ import split

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = "import pytest\n\ndef test_one():\n    pytest.skip('no harp here')\n\ndef test_two():\n    pass\n"
KNOWN_FAILURE = "import pytest\n\n@pytest.mark.xfail(strict=True)\ndef test_one():\n    raise AssertionError\n"


def suite(folder: Path, source: str, *options: str) -> "subprocess.CompletedProcess[str]":
    """The outcome of a suite of one file, run as `python3 -m tests` runs ours."""
    (folder / "test_it.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-p", "tests.skips", "-p", "no:cacheprovider", "-ra", *options, "test_it.py"]
    return subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)


def test_a_skip_is_named_and_passes(tmp_path: Path) -> None:
    done = suite(tmp_path, SKIPPED)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no harp here" in done.stdout


def test_where_all_is_required_a_skip_fails_the_run(tmp_path: Path) -> None:
    done = suite(tmp_path, SKIPPED, "--require-all")
    assert done.returncode == 1
    assert "1 skipped, and --require-all was given: the run has failed." in done.stdout


def test_a_known_failure_is_no_skip(tmp_path: Path) -> None:
    assert suite(tmp_path, KNOWN_FAILURE, "--require-all").returncode == 0


def test_what_follows_two_dashes_is_for_pytest() -> None:
    assert split(["--require-all", "--", "-k", "names"]) == (["--require-all"], ["-k", "names"])
    assert split(["--require-all"]) == (["--require-all"], [])


def test_a_missing_program_is_named_with_its_package() -> None:
    assert system.advice("msgfmt") == "msgfmt is missing (on Debian: apt-get install gettext)"


def test_what_can_be_installed_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    harp, lute = (system.Need(name, (str(tmp_path / name),), f"{name}-package", "music") for name in ("harp", "lute"))
    (tmp_path / "lute").touch()
    monkeypatch.setattr(system.bootstrap, "apt_install", lambda _: False)
    assert system.provide((harp, lute)) == [harp]

    def install(packages: list[str]) -> bool:
        assert packages == ["harp-package"]
        (tmp_path / "harp").touch()
        return True

    monkeypatch.setattr(system.bootstrap, "apt_install", install)
    assert system.provide((harp, lute)) == []
