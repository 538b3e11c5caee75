"""The core does no input or output; imports cannot show that, so the tests watch `open` and sockets.

A call is judged by who makes it: the nearest frame inside `workbench/`. So a test may read its cases, hypothesis its examples and the
encoder, called by the aligner, its model; but an aligner that opens a file fails the test. What a library reads while it is imported is
no deed of the module that imports it.
"""

import builtins
import io
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "workbench"
CORE = ("align", "checks", "extract", "memory", "metrics", "model", "ports", "review", "text")


class ImpureCore(AssertionError):
    """A module of the core did input or output."""


def forbid_from_core(deed: str) -> None:
    """Raise ImpureCore where the nearest caller inside `workbench/` belongs to the core."""
    frame = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith("<frozen importlib"):
            return
        if file.startswith(str(PACKAGE)):
            place = Path(file).relative_to(PACKAGE)
            if place.parts[0].removesuffix(".py") in CORE:
                raise ImpureCore(f"workbench/{place.as_posix()}:{frame.f_lineno} {deed}; the core is handed what it needs by its caller")
            return
        frame = frame.f_back


@contextmanager
def watched() -> Iterator[None]:
    """Watch `open`, `io.open` (which `Path.open` uses) and sockets."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builtins, "open", watching(open, "opens a file"))
        patch.setattr(io, "open", watching(io.open, "opens a file"))
        patch.setattr(socket.socket, "__init__", watching(socket.socket.__init__, "opens a socket"))
        yield


def watching(original: Callable[..., Any], deed: str) -> Callable[..., Any]:
    """`original`, after a look at the caller."""

    def watch(*arguments: Any, **options: Any) -> Any:
        forbid_from_core(deed)
        return original(*arguments, **options)

    return watch
