"""Real starts of a small checkout: the start code and `app.py` are the project's, the list of packages is empty, the app says how it was called."""

import ast
import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import bootstrap

ROOT = Path(__file__).resolve().parent.parent
READ_BY_OLD_PYTHONS = ("app.py", "workbench/__init__.py", "workbench/bootstrap.py", "tests/__init__.py", "tests/__main__.py")
STAND_IN_FOR_THE_APP = """
import sys, time
from workbench import bootstrap
bootstrap.hear_interrupts()
print("the app:", sys.argv[1:])
"""
PATIENCE = 90  # seconds, for a start on a busy machine


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A checkout that was started once, and what the start said."""
    folder = tmp_path_factory.mktemp("start") / "a folder of words"
    (folder / "workbench").mkdir(parents=True)
    for name in ("app.py", "workbench/__init__.py", "workbench/bootstrap.py"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "workbench/__main__.py").write_text(STAND_IN_FOR_THE_APP)
    (folder / "requirements.txt").write_text("# nothing\n")
    return folder, output_of(launch(folder))


@pytest.fixture
def checkout(started: tuple[Path, str], tmp_path: Path) -> Path:
    """A moved copy of the started checkout; the many files of its environment are links to the same ones."""
    copy = shutil.copytree(started[0], tmp_path / "another place", ignore=shutil.ignore_patterns(".venv"))
    shutil.copytree(started[0] / ".venv", copy / ".venv", symlinks=True, copy_function=os.link)
    return copy


@pytest.fixture
def silent_index() -> Iterator[socket.socket]:
    """A package index that takes calls and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        yield server


def launch(folder: Path, *arguments: str, index: str = "http://127.0.0.1:9/simple", **environment: str) -> "subprocess.Popen[str]":
    """`python3 app.py` as from a terminal, with no package index but `index`."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "WORKBENCH_"))}
    settings.update(PIP_CONFIG_FILE=os.devnull, PIP_INDEX_URL=index, PIP_TIMEOUT="60", no_proxy="127.0.0.1", LC_ALL="C.UTF-8", **environment)
    command = [sys.executable, str(folder / "app.py"), *arguments]
    return subprocess.Popen(
        command, cwd=folder.parent, env=settings, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )


def output_of(process: "subprocess.Popen[str]", status: int = 0) -> str:
    """What a start said, after it ended with `status`."""
    output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == status, output
    assert "Traceback" not in output
    return output


def lines(output: str) -> list[str]:
    """The lines of an output, times left out."""
    return [re.sub(r"\d+ s\.", "N s.", line) for line in output.splitlines()]


def test_the_first_start_says_what_it_does(started: tuple[Path, str]) -> None:
    assert lines(started[1]) == [
        f"Making .venv with Python {sys.version.split()[0]}.",
        "Installing what requirements.txt names; the first time this takes a minute or more.",
        "Installed in N s.",
        "Starting the workbench; Ctrl+C stops it.",
        "the app: ['serve']",
    ]


def test_the_next_start_installs_nothing_even_from_another_place(checkout: Path) -> None:
    begin = time.monotonic()
    assert lines(output_of(launch(checkout))) == ["Starting the workbench; Ctrl+C stops it.", "the app: ['serve']"]
    assert time.monotonic() - begin < 15


def test_a_database_is_found_from_where_the_user_stands(checkout: Path) -> None:
    output = output_of(launch(checkout, "--port", "8600", "--database", "quotes.sqlite"))
    assert f"['serve', '--port', '8600', '--database', '{checkout.parent / 'quotes.sqlite'}']" in output
    output = output_of(launch(checkout, WORKBENCH_DATABASE="theirs.sqlite"))
    assert f"['serve', '--database', '{checkout.parent / 'theirs.sqlite'}']" in output


def test_without_a_network_one_line_says_so_and_the_next_start_goes_on(checkout: Path) -> None:
    requirements = checkout / "requirements.txt"
    before = requirements.read_text()
    requirements.write_text("polib==1.2.0\n")
    log = checkout / ".workbench" / "install.log"
    _, reason = output_of(launch(checkout), status=2).splitlines()
    assert reason.startswith("The package index cannot be reached; connect to the network")
    assert reason.endswith(f"(All that was said: {log})")
    assert "polib" in log.read_text(encoding="utf-8")
    requirements.write_text(before)
    assert "the app:" in output_of(launch(checkout))


def test_two_starts_at_once_install_once(checkout: Path) -> None:
    (checkout / ".venv/requirements.stamp").unlink()
    outputs = [output_of(start) for start in (launch(checkout), launch(checkout))]
    assert sum("Installed in" in output for output in outputs) == 1
    assert all("the app:" in output for output in outputs)


def test_a_start_waits_for_another(checkout: Path) -> None:
    (checkout / ".venv/requirements.stamp").unlink()
    with bootstrap.locked(checkout / ".workbench/install.lock"):
        second = launch(checkout)
        assert second.stdout
        assert second.stdout.readline() == "Another start is installing; waiting for it.\n"
        assert second.poll() is None
    assert "the app:" in output_of(second)


def test_ctrl_c_while_installing_leaves_nothing_running_and_nothing_trusted(checkout: Path, silent_index: socket.socket) -> None:
    (checkout / "requirements.txt").write_text("polib==1.2.0\n")
    start = launch(checkout, index=f"http://127.0.0.1:{silent_index.getsockname()[1]}/simple")
    connection, _ = silent_index.accept()
    with connection:
        os.killpg(start.pid, signal.SIGINT)  # as a terminal does: to all of its foreground group
        assert lines(output_of(start, status=bootstrap.INTERRUPTED))[-1] == "Stopped. The next start goes on from here."
    with pytest.raises(ProcessLookupError):
        os.killpg(start.pid, 0)
    environment = bootstrap.Environment(checkout)
    assert not environment.fits()  # so the next start makes it anew
    assert list(environment.folder.glob("*.stamp")) == []


def test_a_start_that_is_ended_ends_pip_too(checkout: Path, silent_index: socket.socket) -> None:
    (checkout / "requirements.txt").write_text("polib==1.2.0\n")
    start = launch(checkout, index=f"http://127.0.0.1:{silent_index.getsockname()[1]}/simple")
    connection, _ = silent_index.accept()
    with connection:
        start.terminate()  # only the parent
        output_of(start, status=128 + signal.SIGTERM)
    with pytest.raises(ProcessLookupError):
        os.killpg(start.pid, 0)


@pytest.mark.parametrize("name", READ_BY_OLD_PYTHONS)
def test_an_old_python_can_read(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_and_a_newer_one_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "works", lambda python: python in {"python3.12", "python3.13"})
    with pytest.raises(
        bootstrap.CannotStart, match=r"^The workbench needs Python 3\.11 or newer; this is 3\.8\.2 \(.*\)\. Start it with python3\.13 instead\.$"
    ):
        bootstrap.check_python((3, 8, 2))
    monkeypatch.setattr(bootstrap, "works", lambda _: False)
    with pytest.raises(bootstrap.CannotStart, match=r"Install a newer Python and start it with that\.$"):
        bootstrap.check_python((3, 10, 13))


def test_real_old_pythons_say_the_same() -> None:
    for python in filter(bootstrap.works, (f"python3.{minor}" for minor in range(6, 11))):
        for command in ([python, "app.py"], [python, "-m", "tests"]):
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.startswith("The workbench needs Python 3.11 or newer; this is 3.")
            assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EROFS, "This folder cannot be written to; copy the workbench to a folder of your own and start it there."),
        (errno.EACCES, "This folder cannot be written to; copy the workbench to a folder of your own and start it there."),
        (errno.ENOSPC, "The disk is full; make room (about 1 GB) and start again."),
    ],
)
def test_a_folder_that_takes_no_files(
    number: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    (tmp_path / "requirements.txt").write_text("")
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert bootstrap.guarded(lambda: bootstrap.start_app(bootstrap.Environment(tmp_path), None, None)) == 2
    assert capsys.readouterr().err == says + "\n"


def test_debian_without_venv_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(bootstrap, "apt_install", lambda _: False)
    with pytest.raises(bootstrap.CannotStart, match=rf"`sudo apt-get install python{bootstrap.python_version()}-venv`"):
        bootstrap.need_venv()


@pytest.mark.parametrize("damage", ["no python", "another version", "cut off", "no pip"])
def test_a_damaged_environment_is_not_used(damage: str, checkout: Path) -> None:
    environment = bootstrap.Environment(checkout)
    assert environment.fits()
    if damage == "no python":
        environment.python.unlink()
    elif damage == "another version":
        settings = environment.folder / "pyvenv.cfg"
        text = settings.read_text()
        settings.unlink()  # it is a link to the other copies' file
        settings.write_text(re.sub(r"version = \S+", "version = 3.9.1", text))
    elif damage == "cut off":
        environment.unfinished.touch()
    else:
        shutil.rmtree(next(environment.folder.glob("lib/python*/site-packages/pip")))
    assert not environment.fits()


def test_a_change_in_an_included_list_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    outer, inner = tmp_path / "tests/requirements.txt", tmp_path / "requirements.txt"
    outer.write_text("-r ../requirements.txt\npytest\n")
    inner.write_text("polib\n")
    assert bootstrap.requirement_files(outer) == [outer, inner]
    before = bootstrap.digest(outer)
    inner.write_text("polib\nlxml\n")
    assert bootstrap.digest(outer) != before


@pytest.mark.parametrize(
    ("said", "explained"),
    [
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution found for x==1",
            "The package index cannot",
        ),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/srv'", "This folder cannot be written to"),
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "The package index shows a certificate"),
        ("ERROR: No matching distribution found for numpy==9\n", "The package index has no numpy==9 for"),
        ("something else\n\n", "Installing failed: something else"),
        ("", "Installing failed: no reason was given"),
    ],
)
def test_what_pip_says_is_put_in_one_line(said: str, explained: str) -> None:
    line = bootstrap.explain(said)
    assert line.startswith(explained)
    assert "\n" not in line
