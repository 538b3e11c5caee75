"""`serve`: open the app in the browser, from an environment that has everything installed."""

import argparse
import contextlib
import importlib.util
import os
import runpy
import socket
import sys

from workbench import bootstrap
from workbench.errors import BadInput

PORTS_TRIED = 100
PORTS_END = 65536


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Port and database."""
    bootstrap.add_serve_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve the app in this process until Ctrl+C; the exit status.

    Without a port Streamlit takes the first free one itself.
    """
    bootstrap.hear_interrupts()
    if importlib.util.find_spec("streamlit") is None:
        raise BadInput("Streamlit is not installed for this Python", remedy="`python3 app.py` installs what is needed and starts the app")
    database = arguments.database or os.environ.get("WORKBENCH_DATABASE")
    if database:
        os.environ["WORKBENCH_DATABASE"] = bootstrap.absolute(database)
    os.chdir(bootstrap.ROOT)  # Streamlit reads its settings from here
    command = ["streamlit", "run", str(bootstrap.ROOT / "app.py")]
    if arguments.port is not None:
        command.append(f"--server.port={free_port(arguments.port)}")
    if os.environ.get("CI"):
        command.append("--server.headless=true")
    return run_streamlit(command)


def run_streamlit(command: list[str]) -> int:
    """Run Streamlit's command line as `python -m streamlit` would; it ends by itself on Ctrl+C."""
    from workbench.ui.ready import get_ready_in_the_background

    sys.argv = command
    get_ready_in_the_background()
    try:
        runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def free_port(wanted: int) -> int:
    """`wanted` or, where it is taken, the next port that is free on this computer; says so when it is another one."""
    if not 0 < wanted < PORTS_END:
        raise BadInput(f"{wanted} is no port", where="--port", remedy=f"choose one from 1024 to {PORTS_END - 1}")
    for port in range(wanted, min(wanted + PORTS_TRIED, PORTS_END)):
        if is_free(port):
            if port != wanted:
                print(f"Port {wanted} is taken; using {port}.", flush=True)
            return port
    raise BadInput(f"no free port from {wanted} on", remedy="name another one with --port")


def is_free(port: int) -> bool:
    """Whether a server could listen on `port` here and now."""
    with contextlib.closing(socket.socket()) as probe:
        if os.name == "posix":  # as servers do there: a port left a moment ago counts as free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
