"""The pairs the checks are measured on, and the figures: `python -m tests.checks.measuring` prints the table.

The pairs are the development half of NTREX-128 beside the project. Thresholds and lists were chosen on the documents of one half (`tuning`), figures
are reported on the other (`reporting`), which nobody looked at; a document's half is the parity of its name's SHA-256.
"""

import hashlib
import random
from collections import Counter
from pathlib import Path

from tests.checks.planting import PLANTERS
from workbench.checks import run
from workbench.model import Unit
from workbench.services.checking import measure_alarms

PAIRS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "ntrex-dev" / "sentences.tsv"
TUNING, REPORTING = 0, 1


def half_of(document: str) -> int:
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2


def pairs(half: int) -> list[Unit]:
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]]
    return [Unit.of(arabic, english, key=f"{document}:{sentence}") for document, sentence, arabic, english in rows if half_of(document) == half]


def recall(units: list[Unit], *, seed: int = 1) -> dict[str, tuple[int, int]]:
    """For each kind of error how many were found and how many planted; found means that its check says something it did not say before."""
    chance = random.Random(seed)
    figures: dict[str, tuple[int, int]] = {}
    for what, (planter, check_id) in PLANTERS.items():
        outcome: Counter[bool] = Counter()
        for unit in units:
            if (damaged := planter(unit, chance)) is not None and damaged.target != unit.target:
                before = sum(finding.check_id == check_id for finding in run(unit))
                outcome[sum(finding.check_id == check_id for finding in run(damaged)) > before] += 1
        figures[what] = (outcome[True], outcome.total())
    return figures


def main() -> None:
    units = pairs(REPORTING)
    figures = measure_alarms(units)
    print(f"{figures.units} right pairs: {figures.per_unit:.3f} findings a unit, {figures.serious_per_unit:.3f} of major or higher, ", end="")
    print(f"{figures.units_per_second:.0f} units/s  [{figures.signature}]")
    print(", ".join(f"{check_id} {count}" for check_id, count in figures.by_check))
    for what, (found, planted) in recall(units).items():
        print(f"{what:22} {found:4} of {planted:4}  {found / max(planted, 1):.3f}")


if __name__ == "__main__":
    main()
