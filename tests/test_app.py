"""The app as a user starts and stops it."""

import os
import runpy
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.running import PATIENCE, RunningApp, answers
from workbench.cli import serve
from workbench.errors import BadInput

ROOT = Path(__file__).resolve().parent.parent


def test_ctrl_c_ends_the_app_cleanly(start_app: Callable[..., RunningApp]) -> None:
    app = start_app()
    app.process.send_signal(signal.SIGINT)
    assert app.process.wait(PATIENCE) == 0
    log = app.log.read_text()
    assert "Stopping" in log
    assert "Traceback" not in log


def test_ctrl_c_while_it_starts_prints_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workbench", "serve", "--database", str(tmp_path / "unused.sqlite")]
    blocked = [sys.executable, "-c", f"from workbench import bootstrap; bootstrap.hand_over({command!r})"]
    process = subprocess.Popen(blocked, cwd=ROOT, env={**os.environ, "CI": "true"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    while process.poll() is None and "-m\0workbench" not in command_line(process.pid):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)  # while Python still starts
    output, _ = process.communicate(timeout=PATIENCE)
    assert output == "serve: stopped\n"


def command_line(pid: int) -> str:
    """What a process runs; where the system does not tell, as if it were the app already."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return "-m\0workbench"


def test_a_taken_port_means_the_next_free_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        command = [sys.executable, "-m", "workbench", "serve", "--port", str(taken), "--database", str(tmp_path / "w.sqlite")]
        environment = {**os.environ, "CI": "true", "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert process.stdout
        first = process.stdout.readline()
        used = int(first.rstrip(".\n").rsplit(" ", 1)[1])
        try:
            assert first == f"Port {taken} is taken; using {used}.\n"
            assert used > taken
            assert answers(f"http://127.0.0.1:{used}", process)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)


@pytest.mark.parametrize("port", [0, -1, 65536, 70000])
def test_a_port_that_cannot_be_is_refused(port: int) -> None:
    with pytest.raises(BadInput, match="is no port"):
        serve.free_port(port)


def test_streamlit_runs_the_app_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_DATABASE", str(tmp_path / "workbench.sqlite"))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE).run()
    assert not app.exception
    assert app.title or app.header or app.subheader


def test_a_worker_process_that_reads_the_file_starts_nothing() -> None:
    assert "main" not in runpy.run_path(str(ROOT / "app.py"), run_name="__mp_main__")
