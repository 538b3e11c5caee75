"""What the server does for many reviewers at once: how soon it answers, with how much CPU, how many bytes, in how much memory.

    .venv/bin/python -m tests.benchmarks.server [--users 50] [--seconds 30] [--units 5000] [--projects 1]

Sessions are real ones over Streamlit's websocket (`sessions.py`), so that no browser competes for the processor. Each user does one thing every two
seconds to a unit of their own, at their own time: approves (6 in 10), revises (2), comments (1), asks for a second look (1), and asks for the
next unit as the pane does. An answer is complete when it names the operation as stored. Linux only (/proc). In the same run the same is done
with the page of native widgets, whose users press Accept.
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks import serving
from tests.benchmarks.figures import Row, cpu_seconds, percentile, print_rows, resident_mb
from tests.benchmarks.sessions import Run, Session, operation
from tests.running import RunningApp

PAUSE = 2.0  # seconds between two actions of one user
IDLE = 4.0  # seconds in which nobody does anything
WARM_UP = 5  # sessions opened and closed again before memory is counted
WINDOW = 24  # units the pane keeps ready
ACTIONS = ("approve",) * 6 + ("revise",) * 2 + ("comment", "second-look")

Act = Callable[[], Awaitable[Run]]


@dataclass(slots=True)
class Load:
    """What was measured on one server."""

    runs: list[Run] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    first: list[Run] = field(default_factory=list)
    cpu: float = 0.0
    memory: float = 0.0

    def answers(self, share: float) -> float:
        return 1000 * percentile([run.answered for run in self.runs], share)

    @property
    def cpu_a_run(self) -> float:
        return 1000 * self.cpu / len(self.runs)

    @property
    def bytes_a_run(self) -> float:
        return sum(run.received for run in self.runs) / len(self.runs) / 1000


class PaneUser:
    """A reviewer who works through a share of a project as the pane would."""

    def __init__(self, session: Session, keys: list[str], seed: int) -> None:
        self._session = session
        self._keys = keys
        self._chance = random.Random(seed)
        self._views: dict[str, dict[str, Any]] = {}
        self._cursor = 0
        self._checked = 0
        self._number = 0
        self._place = 0
        self._take()

    async def fetch(self) -> Run:
        """Ask for the units around the first one, as the pane does once it is open."""
        return await self._send([], self._keys[:WINDOW])

    async def act(self) -> Run:
        """Do something to the unit at hand and go on to the next."""
        view = self._views[self._keys[self._place]]
        self._place = (self._place + 1) % (len(self._keys) - WINDOW)
        kind = self._chance.choice(ACTIONS)
        if kind == "revise":
            done = operation(view, "revise", text=f"{view['target']['reviewed']} Indeed {self._number}.")
        elif kind == "comment":
            done = operation(view, "comment", text=f"Who says so? {self._number}")
        else:
            verdict = "approved" if kind == "approve" else kind
            done = operation(view, "verdict", verdict=verdict, reason="", override=True)
        wanted = [key for key in self._keys[self._place : self._place + WINDOW] if key not in self._views]
        return await self._send([done], wanted)

    async def _send(self, outbox: list[dict[str, Any]], want: list[str]) -> Run:
        self._number += 1
        message = {"n": self._number, "cursor": self._cursor, "want": want, "outbox": outbox, "check": None}
        told = {"at": self._keys[self._place], "ask": [], "read": None, "history": None, "checked": self._checked}
        run = await self._session.sync(message | told)
        self._take()
        run.errors += [f"{ack['status']}: {ack['message']}" for ack in self._session.data["acks"] if ack["status"] != "stored"]
        return run

    def _take(self) -> None:
        data = self._session.data
        self._cursor = max(self._cursor, data["cursor"])
        self._checked = data["checked"]
        mine = set(self._keys)
        self._views |= {view["key"]: view for view in data["units"] if view["key"] in mine}


async def pane_user(app: RunningApp, project: str, keys: list[str], number: int) -> tuple[Act, Session, Run]:
    query = urlencode({"project": project, "reviewer": f"Reviewer {number:02}", "unit": keys[0]})
    session, first = await Session.open(app.url, "review", query)
    user = PaneUser(session, keys, number)
    await user.fetch()
    return user.act, session, first


async def native_user(app: RunningApp, project: str, keys: list[str], number: int) -> tuple[Act, Session, Run]:
    place = int(keys[0].rpartition("q")[2]) - 1
    session, first = await Session.open(app.url, "", urlencode({"project": project, "at": place}))

    async def act() -> Run:
        nonlocal place
        place += 1
        following = f" · quote {place + 1}".encode()
        return await session.press("Accept", lambda raw: following in raw)

    return act, session, first


async def load(app: RunningApp, make: Callable[..., Awaitable[tuple[Act, Session, Run]]], arguments: argparse.Namespace) -> Load:
    """Let all users work for a while; the figures."""
    process, load = app.process.pid, Load()
    shares = [share for project in range(arguments.projects) for share in shares_of(arguments, project)]
    for number in range(WARM_UP):
        act, session, _ = await make(app, *shares[number], number)
        await act()
        await session.close()
    before = resident_mb(process)
    users = [await make(app, *share, number) for number, share in enumerate(shares)]
    await asyncio.sleep(1)
    load.memory = (resident_mb(process) - before) / len(users)
    load.first = [first for *_, first in users]
    used = cpu_seconds(process)
    await asyncio.sleep(IDLE)
    idle = (cpu_seconds(process) - used) / IDLE
    used = cpu_seconds(process)
    await asyncio.gather(*(work(act, load, arguments.seconds, number) for number, (act, *_) in enumerate(users)))
    load.cpu = cpu_seconds(process) - used - idle * (arguments.seconds + PAUSE)
    load.errors = [error for run in [*load.runs, *load.first] for error in run.errors]
    await asyncio.gather(*(session.close() for _, session, _ in users))
    return load


def shares_of(arguments: argparse.Namespace, project: int) -> list[tuple[str, list[str]]]:
    """A stretch of a project's units for each of its users; projects beyond the first are copies with one unit less, to have their own name."""
    size = arguments.units - project
    users = range(project, arguments.users, arguments.projects)
    each = size // len(users)
    keys = [f"made-{size}/q{number:04}" for number in range(1, size + 1)]
    return [(f"made-{size}", keys[place * each : (place + 1) * each]) for place in range(len(users))]


async def work(act: Act, load: Load, seconds: float, number: int) -> None:
    """One action every two seconds, at this user's own time; late answers put nothing off but this user's own next action."""
    clock = asyncio.get_running_loop().time
    start = clock() + random.Random(number).uniform(0, PAUSE)
    for turn in range(int(seconds / PAUSE)):
        await asyncio.sleep(max(0.0, start + turn * PAUSE - clock()))
        load.runs.append(await act())


def main() -> int:
    """Print the table; 1 where a figure is over its budget."""
    parser = argparse.ArgumentParser(description="The server under many reviewers.")
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--units", type=int, default=5000)
    parser.add_argument("--projects", type=int, default=1, help="how many projects the users are spread over (default: all in one)")
    arguments = parser.parse_args()
    sizes = [arguments.units - project for project in range(arguments.projects)]
    with tempfile.TemporaryDirectory(prefix="workbench-server-") as folder:
        with serving.workbench(Path(folder), *sizes) as app:
            ours = asyncio.run(load(app, pane_user, arguments))
        with serving.native(Path(folder), *sizes) as app:
            theirs = asyncio.run(load(app, native_user, arguments))
    print(f"{arguments.users} users for {arguments.seconds:.0f} s, one action per {PAUSE:.0f} s each; units of the projects: {sizes}")
    for error in sorted({*ours.errors, *theirs.errors})[:5]:
        print(f"  {error}")
    return print_rows(table(ours, theirs))


def table(ours: Load, theirs: Load) -> list[Row]:
    return [
        Row("server answer, p50", ours.answers(0.5), "ms", None, theirs.answers(0.5)),
        Row("server answer, p95", ours.answers(0.95), "ms", 50, theirs.answers(0.95)),
        Row(f"errors in {len(ours.runs)} actions (native: {len(theirs.runs)})", len(ours.errors), "", 0, len(theirs.errors)),
        Row("CPU per rerun", ours.cpu_a_run, "ms", 10, theirs.cpu_a_run),
        Row("bytes per rerun", ours.bytes_a_run, "kB", 10, theirs.bytes_a_run),
        Row("memory per session", ours.memory, "MB", 1, theirs.memory),
        Row("first data, bytes", percentile([run.received for run in ours.first], 0.5) / 1000, "kB"),
        Row("first data, cold server", 1000 * ours.first[0].answered, "ms"),
        Row("first data, p50", 1000 * percentile([run.answered for run in ours.first], 0.5), "ms"),
    ]


if __name__ == "__main__":
    sys.exit(main())
