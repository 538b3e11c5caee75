"""The pairs the checks are measured on, and the figures: `python -m tests.checks.measuring` prints the table, with `--speed` only how fast they are.

The pairs are the development half of NTREX-128 beside the project. Thresholds and lists were chosen on the documents of one half (`tuning`), figures
are reported on the other (`reporting`), which nobody looked at; a document's half is the parity of its name's SHA-256.
"""

import hashlib
import json
import random
import sys
from collections import Counter
from pathlib import Path

from tests.checks.planting import PLANTERS
from workbench import encoder
from workbench.checks import CHECKS, NOTHING_KNOWN, CheckContext, run
from workbench.model import Unit
from workbench.services.checking import measure_alarms

PAIRS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "ntrex-dev" / "sentences.tsv"
TUNING, REPORTING = 0, 1
DIALECTS = Path(__file__).parent / "dialects.json"
CLOCK_TIMES = Path(__file__).parent / "clock_times.json"
SPOKEN = {"negation": {"negation", "negation-unsure"}, "number": {"number", "number-word"}, "name": {"name"}, "month": {"date"}}
"""The kinds of error planted in spoken sentences, and the checks of which one should find each."""


def half_of(document: str) -> int:
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2


def pairs(half: int) -> list[Unit]:
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]]
    return [Unit.of(arabic, english, key=f"{document}:{sentence}") for document, sentence, arabic, english in rows if half_of(document) == half]


def recall(units: list[Unit], context: CheckContext = NOTHING_KNOWN, *, seed: int = 1) -> dict[str, tuple[int, int]]:
    """For each kind of error how many were found and how many planted; found means that its checks say something they did not say before."""
    chance = random.Random(seed)
    figures: dict[str, tuple[int, int]] = {}
    for what, (planter, check_ids) in PLANTERS.items():
        rows = [check for check in CHECKS if check.id in check_ids]
        outcome: Counter[bool] = Counter()
        for unit in units:
            if (damaged := planter(unit, chance)) is not None and damaged.target != unit.target:
                outcome[len(run(damaged, context, rows)) > len(run(unit, context, rows))] += 1
        figures[what] = (outcome[True], outcome.total())
    return figures


def spoken_recall() -> dict[str, tuple[int, int, int]]:
    """For each dialect of `dialects.json` how many errors were found, how many planted, and the findings on the right renderings."""
    figures = {}
    for dialect, rows in json.loads(DIALECTS.read_text(encoding="utf-8")).items():
        found = planted = alarms = 0
        for row in rows:
            alarms += len(run(Unit.of(row["source"], row["target"])))
            for kind, check_ids in SPOKEN.items():
                if kind in row:
                    planted += 1
                    found += any(finding.check_id in check_ids for finding in run(Unit.of(row["source"], row[kind])))
        figures[dialect] = (found, planted, alarms)
    return figures


def clock_recall() -> dict[str, tuple[int, int, int]]:
    """For each set of `clock_times.json` how many wrong times the check found, how many there are, and all findings on the right renderings."""
    figures = {}
    row = [check for check in CHECKS if check.id == "clock-time"]
    for name, rows in json.loads(CLOCK_TIMES.read_text(encoding="utf-8")).items():
        found = sum(bool(run(Unit.of(pair["source"], pair["wrong"]), checks=row)) for pair in rows)
        figures[name] = (found, len(rows), sum(len(run(Unit.of(pair["source"], pair["target"]))) for pair in rows))
    return figures


def main_speed() -> None:
    """All pairs in a process that has read none of them, and again, when most words are known: CPU time of one core, the dictionary loaded before."""
    units = pairs(TUNING) + pairs(REPORTING)
    first, second = (measure_alarms(units).units_per_second for _ in range(2))
    print(f"{len(units)} units: {first:.0f} a second when read for the first time, {second:.0f} the second time")


def main() -> None:
    if sys.argv[1:] == ["--speed"]:
        main_speed()
        return
    context = CheckContext(encoder=encoder.load())
    units = pairs(REPORTING)
    for name, figures in (("by letters", measure_alarms(units)), ("with the encoder", measure_alarms(units, encoder=context.encoder))):
        print(
            f"{name}: {figures.units} right pairs: {figures.per_unit:.3f} findings a unit, {figures.serious_per_unit:.3f} of major or higher, ",
            end="",
        )
        print(f"{figures.units_per_second:.0f} units/s  [{figures.signature}]")
        print("    " + ", ".join(f"{check_id} {count}" for check_id, count in figures.by_check))
    print(f"a second time, when most words are known: {measure_alarms(units).units_per_second:.0f} units/s")
    alone = recall(units)["a deleted clause"]
    for what, (found, planted) in recall(units, context).items():
        print(f"{what:22} {found:4} of {planted:4}  {found / max(planted, 1):.3f}")
    print(f"the last without the encoder: {alone[0] / alone[1]:.3f}")
    for dialect, (found, planted, alarms) in spoken_recall().items():
        print(f"{dialect:22} {found:4} of {planted:4}  {alarms} findings on the right renderings")
    for name, (found, planted, alarms) in clock_recall().items():
        print(f"{name + ' set of times':22} {found:4} of {planted:4}  {alarms} findings on the right renderings")


if __name__ == "__main__":
    main()
