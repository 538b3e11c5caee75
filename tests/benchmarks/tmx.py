"""How fast TMX is read and written, and in how much memory, against a bare lxml loop over the same file in the same run.

    .venv/bin/python -m tests.benchmarks.tmx [--units 100000] [--repeats 3]

The bare loop does the least that reading can mean: lxml's iterparse over `<tu>`, the text of each `<seg>`, the element cleared. Ratios are of the
best CPU time of each, taken in turns. Memory is the peak of a process of its own that reads or writes the file, above the same process with an
empty file (Linux only). `plain` is a memory as CAT tools export it: a key, two texts, who made it when. `archive` is what the workbench keeps of a
reviewed unit: speaker, outlet, date, places, state.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from lxml import etree

from workbench.formats import by_id, tmx
from workbench.formats.record import Property, Record, SegmentType, State
from workbench.formats.report import Report

SPEED_BUDGET = 0.45  # of the bare loop
MEMORY_BUDGET = 60  # MB above the program's baseline, whatever the size
SORTS = ("plain", "archive")
START = datetime(2016, 10, 3, 9, 30, tzinfo=UTC)


def units(count: int, sort: str) -> Iterator[Record]:
    """Units of a memory, or as a reviewed archive has them."""
    for number in range(count):
        reviewed: dict[str, Any] = {}
        if sort == "archive":
            reviewed = {
                "state": State.APPROVED,
                "speaker": "Abu Ahmed",
                "outlet": "All4Syria",
                "date": "2016-10-03",
                "source_place": f"hama-2016/all4syria:{number}-{number + 58}",
                "changed_at": START + timedelta(seconds=number % 86_400),
                "changed_by": "Lina",
                "properties": (Property("x-based-on", str(number)),),
            }
        yield Record(
            key=f"hama-2016/q{number:07}",
            source=f"عقدنا عدة اجتماعات لمناقشة وضع مدينة حماة بعد تحريرها، {number}",
            target=f"We held several meetings to discuss the status of the city of Hama after its liberation, {number}",
            created_at=START,
            created_by="workbench",
            segment_type=SegmentType.SENTENCE,
            **reviewed,
        )


def bare(path: Path) -> int:
    """The least that reading can mean."""
    count = 0
    with path.open("rb") as stream:
        for _, element in etree.iterparse(stream, tag="tu"):
            for segment in element.iter("seg"):
                count += len(segment.text or "") > 0
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return count // 2


def read(path: Path) -> int:
    """Into records."""
    with path.open("rb") as stream:
        return sum(1 for _ in tmx.read(stream, Report()))


def write(path: Path, count: int, sort: str) -> int:
    """From records, prepared as an export prepares them."""
    row = by_id("tmx")
    assert row.prepare
    assert row.write
    with path.open("wb") as stream:
        row.write(row.prepare(units(count, sort), Report()), stream)
    return count


def made(count: int, sort: str) -> int:
    """The records alone, which writing must not be charged with."""
    return sum(1 for _ in units(count, sort))


def cpu_seconds(work: Callable[[], int], expected: int) -> float:
    """CPU time of a piece of work, which must have met every unit."""
    begin = time.process_time()
    assert work() == expected
    return time.process_time() - begin


def peak_memory(task: str, path: Path, count: int, sort: str) -> float:
    """MB at the peak of a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.tmx", "--task", task, "--file", str(path), "--units", str(count), "--sort", sort]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 1024


def own_peak() -> int:
    """kB this process had at its peak. Not ru_maxrss: Linux lets a process begin with the peak of the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def main() -> int:
    """Print the figures; 1 where one is over its budget."""
    parser = argparse.ArgumentParser(description="Speed and memory of TMX.")
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--sort", choices=SORTS, action="append", help="which file (default: both)")
    parser.add_argument("--task", choices=["read", "write"], help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.task:
        read(arguments.file) if arguments.task == "read" else write(arguments.file, arguments.units, arguments.sort[0])
        print(own_peak())
        return 0
    with tempfile.TemporaryDirectory(prefix="workbench-tmx-") as folder:
        return max(figures(Path(folder), arguments.units, arguments.repeats, sort) for sort in arguments.sort or SORTS)


def figures(folder: Path, count: int, repeats: int, sort: str) -> int:
    """Measure and print."""
    path, empty, again = folder / "units.tmx", folder / "empty.tmx", folder / "again.tmx"
    write(path, count, sort)
    write(empty, 0, sort)
    turns = [
        (
            cpu_seconds(lambda: bare(path), count),
            cpu_seconds(lambda: read(path), count),
            cpu_seconds(lambda: write(again, count, sort), count),
            cpu_seconds(lambda: made(count, sort), count),
        )
        for _ in range(repeats)
    ]
    loop, reading, writing, making = (min(column) for column in zip(*turns, strict=True))
    ratio = loop / reading
    reading_memory = peak_memory("read", path, count, sort) - peak_memory("read", empty, 0, sort)
    writing_memory = peak_memory("write", again, count, sort) - peak_memory("write", empty, 0, sort)
    print(f"{sort}: {count:,} units, {path.stat().st_size / 2**20:,.0f} MB, best of {repeats}")
    print(f"bare lxml loop   {loop:7.2f} s")
    print(f"into records     {reading:7.2f} s   {ratio:.2f} × the speed of the loop (budget {SPEED_BUDGET})")
    print(f"from records     {writing - making:7.2f} s")
    print(f"memory above the baseline: reading {reading_memory:.1f} MB, writing {writing_memory:.1f} MB (budget {MEMORY_BUDGET})")
    return int(ratio < SPEED_BUDGET or max(reading_memory, writing_memory) > MEMORY_BUDGET)


if __name__ == "__main__":
    sys.exit(main())
