"""Rounds of work under faults, and the account that is taken afterwards.

Two reviewers work on one project through a wire that can be cut. Every round one of them, on a unit both may be on, does a burst of things; in the
middle of it something breaks. Nobody waits for anything to be saved. At the end all is mended, and every operation a pane ever filed is looked for
in the log.
"""

import random
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.benchmarks.making import make_database
from tests.faults.reviewer import Reviewer
from tests.faults.wire import Wire
from tests.running import RunningApp, free_port, start

UNITS = 12
PROJECT = f"made-{UNITS}"
ACTIONS = ("type", "type", "type", "comment", "comment", "Control+Enter", "Shift+Enter", "Alt+l", "Alt+u", "Alt+ArrowDown", "Alt+ArrowUp")
BURST = (1, 4)
MENDED_WITHIN = 60_000  # milliseconds from the end of all faults until both panes say “Saved”


@dataclass
class Account:
    """What became of the operations. `lost` and `doubled` must be empty; each line names the operation and says why."""

    filed: int = 0
    stored: int = 0
    conflicts: int = 0
    refused: int = 0
    withdrawn: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        faults = ", ".join(f"{count} {name}" for name, count in sorted(self.faults.items()))
        return (
            f"{self.filed} operations filed: {self.stored} stored, {self.conflicts} in conflict, {self.refused} refused, "
            f"{self.withdrawn} withdrawn with a conflict; {len(self.lost)} lost, {len(self.doubled)} doubled; {faults}; "
            f"all saved {max(self.settled, default=0) / 1000:.1f} s after the last fault"
        )


class Campaign:
    """The app, its wire and its reviewers; all chance comes from one seed."""

    def __init__(self, browser: Browser, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.account = Account()
        self._folder = folder
        self._database = folder / "faults.sqlite"
        self._port = free_port()
        make_database(self._database, UNITS)
        self._app = self._start()
        self._wire = Wire(self._port)
        address = f"{self._wire.url}/review?project={PROJECT}"
        self.reviewers = [Reviewer.open(browser, address, name) for name in ("Lina", "Omar")]
        self._faults: dict[str, Callable[[Reviewer], None]] = {
            "reloads": Reviewer.reload,
            "kills of the server": self._kill,
            "cuts of the network": self._cut,
            "times offline": self._offline,
            "stopped servers": self._stall,
        }

    def _start(self) -> RunningApp:
        return start(self._database, self._folder / "server.log", port=self._port)

    def round(self, number: int) -> None:
        """One burst, and in two rounds of three something that breaks in the middle of it."""
        reviewer = self.chance.choice(self.reviewers)
        actions = [self.chance.choice(ACTIONS) for _ in range(self.chance.randint(*BURST))]
        fault = self.chance.choices([None, *self._faults], weights=[12, 9, 3, 6, 4, 4])[0]
        at = self.chance.randint(0, len(actions))
        for place, action in enumerate(actions):
            if fault and place == at:
                self._break(fault, reviewer)
            reviewer.act(action, self.chance, 10 * number + place)
        if fault and at == len(actions):
            self._break(fault, reviewer)

    def _break(self, fault: str, reviewer: Reviewer) -> None:
        self.account.faults[fault] += 1
        reviewer.page.wait_for_timeout(self.chance.uniform(0, 120))  # anywhere between the sending and the answer
        self._faults[fault](reviewer)

    def _kill(self, reviewer: Reviewer) -> None:
        """The server dies at once, is away while work goes on, and comes back on the same port with the same database."""
        self._app.process.kill()
        self._app.process.wait()
        reviewer.act("type", self.chance, self.chance.randrange(10**6, 10**7))
        self._app = self._start()

    def _cut(self, reviewer: Reviewer) -> None:
        self._wire.cut()
        reviewer.act(self.chance.choice(ACTIONS), self.chance, self.chance.randrange(10**6, 10**7))
        reviewer.page.wait_for_timeout(self.chance.uniform(0, 400))
        self._wire.mend()

    def _offline(self, reviewer: Reviewer) -> None:
        """The computer itself knows that it has no network."""
        reviewer.page.context.set_offline(True)
        self._wire.cut()  # an open websocket does not notice otherwise
        reviewer.act(self.chance.choice(ACTIONS), self.chance, self.chance.randrange(10**6, 10**7))
        self._wire.mend()
        reviewer.page.context.set_offline(False)

    def _stall(self, reviewer: Reviewer) -> None:
        """The server answers nobody for a while (SIGSTOP), then goes on."""
        self._app.process.send_signal(signal.SIGSTOP)
        reviewer.act(self.chance.choice(ACTIONS), self.chance, self.chance.randrange(10**6, 10**7))
        reviewer.page.wait_for_timeout(self.chance.uniform(0, 300))
        self._app.process.send_signal(signal.SIGCONT)

    def settle(self) -> Account:
        """Mend everything, wait until the panes say that all is saved, take account."""
        self._wire.mend()
        for reviewer in self.reviewers:
            waited = reviewer.settle(MENDED_WITHIN)
            if waited is None:
                left = [f"{operation['kind']} on {operation['unit']}" for operation in reviewer.waiting()]
                said = reviewer.page.locator(".bar .status").first.inner_text()
                self.account.lost.append(f"{reviewer.name}: not saved a minute after the last fault: {left}, “{said}”")
            self.account.settled.append(MENDED_WITHIN if waited is None else waited)
        appends = self._appends()
        texts = self._texts()
        for reviewer in self.reviewers:
            self._take(reviewer, appends)
            self._look_for_words(reviewer, texts)
        return self.account

    def _take(self, reviewer: Reviewer, appends: Counter[str]) -> None:
        account = self.account
        conflicts = {unit for unit, statuses in self._by_unit(reviewer) if "conflict" in statuses or "refused" in statuses}
        for operation in reviewer.filed():
            name, statuses = operation["operation"], reviewer.acks.get(operation["operation"], [])
            what = f"{reviewer.name}: {operation['kind']} {name[:8]} on {operation['unit']}, answered {statuses}"
            account.filed += 1
            account.stored += appends[name] > 0
            if appends[name] > 1:
                account.doubled.append(f"{what}, stored {appends[name]} times")
            elif not appends[name] and "conflict" in statuses:
                account.conflicts += 1
            elif not appends[name] and "refused" in statuses:
                account.refused += 1
            elif not appends[name] and not statuses and operation["unit"] in conflicts:
                account.withdrawn += 1
            elif not appends[name]:
                account.lost.append(what)
            if appends[name] and set(statuses) & {"conflict", "refused"}:
                account.lost.append(f"{what}, but it is stored")

    def _by_unit(self, reviewer: Reviewer) -> list[tuple[str, list[str]]]:
        return [(operation["unit"], reviewer.acks.get(operation["operation"], [])) for operation in reviewer.filed()]

    def _look_for_words(self, reviewer: Reviewer, texts: str) -> None:
        """Whatever was typed or said must stand in the log, or still in a draft on the page."""
        here = "\n".join(draft["text"] for draft in reviewer.drafts())
        lost = [words for words in (*reviewer.typed, *reviewer.said) if words not in texts and words not in here]
        self.account.lost += [f"the words “{words}”" for words in lost]

    def _appends(self) -> Counter[str]:
        """How often each operation is in the log: one that adds several events numbers them from 0."""
        return Counter(operation for operation, ordinal in self._rows("SELECT operation, ordinal FROM events") if ordinal == 0)

    def _texts(self) -> str:
        return "\n".join(payload for (payload,) in self._rows("SELECT payload FROM events WHERE kind IN ('revised', 'comment')"))

    def _rows(self, query: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(self._database)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def close(self) -> None:
        """End what was started."""
        for reviewer in self.reviewers:
            reviewer.close()
        self._app.stop()
        self._wire.__exit__()


def run(browser: Browser, folder: Path, seed: int, rounds: int, seconds: float = float("inf")) -> tuple[Account, int]:
    """So many rounds, fewer where they take longer than `seconds`; the account, and the rounds that were done."""
    campaign = Campaign(browser, folder, seed)
    try:
        deadline, done = time.monotonic() + seconds, 0
        while done < rounds and time.monotonic() < deadline:
            campaign.round(done)
            done += 1
        return campaign.settle(), done
    finally:
        campaign.close()
