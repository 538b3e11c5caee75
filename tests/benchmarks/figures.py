"""Percentiles, and what a process has used so far (Linux: read from /proc)."""

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TICK = 1 / os.sysconf("SC_CLK_TCK")


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: the smallest value that at least `share` of all do not exceed.

    >>> percentile([3.0, 1.0, 2.0, 4.0], 0.5), percentile([3.0, 1.0, 2.0, 4.0], 0.95)
    (2.0, 4.0)
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what was measured, the figure, what is asked of it (None: nothing), the plain Streamlit page's figure."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    native: float | None = None

    @property
    def kept(self) -> bool:
        return self.budget is None or self.value <= self.budget

    def __str__(self) -> str:
        asked = "" if self.budget is None else f"≤ {self.budget:g}{'' if self.kept else ' MISSED'}"
        ratio = f"{self.native / self.value:8.1f} ×" if self.native and self.value else ""
        native = "" if self.native is None else f"{self.native:10.1f}{ratio}"
        return f"{self.name:<58} {self.value:9.2f} {self.unit:<4} {asked:<16}{native}"


HEADING = f"{'measure':<58} {'pane':>9}      {'asked':<16}{'native':>10}  {'ratio':>9}"


def print_rows(rows: Sequence[Row]) -> int:
    """Print a table; 1 where a figure is over its budget."""
    print(HEADING)
    for row in rows:
        print(row)
    return int(not all(row.kept for row in rows))


def cpu_seconds(process: int) -> float:
    """CPU time a process and its ended children have used, in user and system mode."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) * TICK


def resident_mb(process: int) -> float:
    """Memory of a process that is in RAM, in MB of 10⁶ bytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    kilobytes = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes.split()[1]) * 1024 / 1e6
