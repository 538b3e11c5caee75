"""Our checks against translate-toolkit's pofilter, on the same pairs, with the same planted errors, in one run.

    pip install --target /tmp/toolkit translate-toolkit==3.20.4
    PYTHONPATH=/tmp/toolkit .venv/bin/python -m tests.benchmarks.pofilter

Pofilter runs as it comes (its standard checks, English as the target). An error counts as found where a side says something that it did not say of
the undamaged pair; a false alarm is whatever is said of an undamaged pair. The pairs are the reporting half of the measuring data.
"""

import random
from collections.abc import Callable

from tests.checks import measuring
from tests.checks.planting import PLANTERS
from workbench.checks import run
from workbench.model import Unit

Says = Callable[[Unit], set[str]]


def ours(unit: Unit) -> set[str]:
    return {f"{finding.check_id}:{finding.message}" for finding in run(unit)}


def pofilters() -> Says:
    try:
        from translate.filters import checks
        from translate.storage import pypo
    except ImportError as error:
        raise SystemExit("translate-toolkit is not installed: see the first lines of this file") from error
    checker = checks.StandardChecker(checkerconfig=checks.CheckerConfig(targetlanguage="en"))

    def says(unit: Unit) -> set[str]:
        entry = pypo.pounit(unit.source)
        entry.target = unit.target
        return set(checker.run_filters(entry))

    return says


def row(units: list[Unit], says: Says, what: str) -> tuple[int, int]:
    """How many planted errors of a kind were found, and how many planted; the same errors for everybody who is asked."""
    chance, planter = random.Random(1), PLANTERS[what][0]
    found = planted = 0
    for unit in units:
        damaged = planter(unit, chance)
        if damaged is not None and damaged.target != unit.target:
            planted += 1
            found += bool(says(damaged) - says(unit))
    return found, planted


def main() -> None:
    units, theirs = measuring.pairs(measuring.REPORTING), pofilters()
    print(f"{'':26} {'pofilter':>9} {'ours':>9}")
    for what in PLANTERS:
        (left, planted), (right, _) = row(units, theirs, what), row(units, ours, what)
        print(f"{what:26} {left / max(1, planted):9.3f} {right / max(1, planted):9.3f}  of {planted}")
    alarms = [sum(len(says(unit)) for unit in units) / len(units) for says in (theirs, ours)]
    print(f"{'said of a right pair':26} {alarms[0]:9.3f} {alarms[1]:9.3f}  of {len(units)}")


if __name__ == "__main__":
    main()
