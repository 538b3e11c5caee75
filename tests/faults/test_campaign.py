"""No operation is lost and none is stored twice, whatever breaks."""

import os
import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.faults.campaign import run
from workbench.store import open_store

pytestmark = pytest.mark.browser

ROUNDS, SECONDS = 40, 40.0
CAMPAIGN_ROUNDS = int(os.environ.get("FAULT_ROUNDS", "1000"))


def check(browser: Browser, folder: Path, rounds: int, seconds: float = float("inf")) -> None:
    seed = int(os.environ.get("FAULT_SEED") or random.randrange(10**6))
    account, done = run(browser, folder, seed, rounds, seconds)
    print(f"FAULT_SEED={seed}, {done} rounds: {account}")
    assert not account.lost, f"FAULT_SEED={seed} after {done} rounds: {account}\n" + "\n".join(account.lost[:20])
    assert not account.doubled, f"FAULT_SEED={seed} after {done} rounds: {account}\n" + "\n".join(account.doubled[:20])
    assert account.stored >= done / 2
    verification = open_store(str(folder / "faults.sqlite")).verify()
    assert verification.problems == ()


def test_forty_rounds_lose_nothing(browser: Browser, tmp_path: Path) -> None:
    check(browser, tmp_path, ROUNDS, SECONDS)


@pytest.mark.campaign
def test_a_thousand_rounds_lose_nothing(browser: Browser, tmp_path: Path) -> None:
    check(browser, tmp_path, CAMPAIGN_ROUNDS)
