"""Import, export and PO beside the translate toolkit and polib, on the same units in the same run.

    .venv/bin/python -m tests.benchmarks.exchange [--units 100000]

Each task runs in a process of its own; its memory is the peak above the same process before it begins the work (Linux only), its time CPU time of
the work alone. `units` are a key and two texts, which is all the toolkit is given, too.

import    a TMX file into a new project in a SQLite file / the toolkit loading the same file
export    TMX from records, prepared as an export prepares them / the toolkit building its store from the same texts and serializing it
po        PO from records / polib saving the same entries, loaded before, as it does by default
comments  the same with ten lines of comments an entry, as a reviewed archive has them
"""

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.tmx import units as reviewed
from workbench.formats import by_id
from workbench.formats.record import Record
from workbench.formats.report import Report

MEMORY_OF_IMPORT, MEMORY_OF_EXPORT = 1 / 40, 1 / 20
SPEED_OF_EXPORT, SPEED_OF_PO = 2.5, 5.0


def units(count: int) -> Iterator[Record]:
    """Units with a key and two texts."""
    for number in range(count):
        yield Record(
            key=f"hama-2016/q{number:07}",
            source=f"عقدنا عدة اجتماعات لمناقشة وضع مدينة حماة بعد تحريرها، {number}",
            target=f"We held several meetings to discuss the status of the city of Hama after its liberation, {number}",
        )


def peak() -> int:
    """kB this process had at its peak."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


class Measured:
    """CPU seconds and MB of a block."""

    def __enter__(self) -> "Measured":
        gc.collect()
        self._memory, self._time = peak(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.process_time() - self._time
        self.megabytes = (peak() - self._memory) / 1024


def archive(count: int) -> Iterator[Record]:
    """Units with all that is known of a reviewed quote."""
    return reviewed(count, "archive")


Entries = Callable[[int], Iterator[Record]]


def written(count: int, path: Path, format_id: str, entries: Entries = units) -> None:
    """The units as a file."""
    row = by_id(format_id)
    assert row.prepare
    assert row.write
    with path.open("wb") as stream:
        row.write(row.prepare(entries(count), Report()), stream)


def our_import(folder: Path, count: int) -> Measured:
    """A TMX file into a new project."""
    from workbench.services.importing import Delivery, import_file
    from workbench.services.merging import Outcome
    from workbench.store import open_store

    store = open_store(str(folder / "workbench.sqlite"))
    small = folder / "small.tmx"
    written(10, small, "tmx")
    import_file(store, "first", Delivery(path=small, author="A"))  # what is loaded once is not what the file costs
    with Measured() as measured:
        summary = import_file(store, "memory", Delivery(path=folder / "units.tmx", author="A"))
    assert summary.counts[Outcome.ADDED] == count
    store.close()
    return measured


def their_import(folder: Path, count: int) -> Measured:
    """The toolkit loading the file."""
    from translate.storage.tmx import tmxfile

    with Measured() as measured:
        store = tmxfile.parsefile(str(folder / "units.tmx"))
    assert len(store.units) == count
    return measured


def our_export(folder: Path, count: int) -> Measured:
    """Units made, prepared and written one by one; making them is not charged."""
    begin = time.process_time()
    made = sum(1 for _ in units(count))
    making = time.process_time() - begin
    with Measured() as measured:
        written(made, folder / "ours.tmx", "tmx")
    measured.seconds -= making
    return measured


def their_export(folder: Path, count: int) -> Measured:
    """The toolkit's store, built from the same units and serialized; making them is not charged."""
    from translate.storage.tmx import tmxfile

    begin = time.process_time()
    sum(1 for _ in units(count))
    making = time.process_time() - begin
    with Measured() as measured, (folder / "theirs.tmx").open("wb") as stream:
        store = tmxfile(sourcelanguage="ar", targetlanguage="en")
        for record in units(count):
            store.addtranslation(record.source, "ar", record.target, "en")
        store.serialize(stream)
    measured.seconds -= making
    return measured


def our_po(folder: Path, count: int, entries: Entries = units) -> Measured:
    """PO from prepared records."""
    row = by_id("po")
    assert row.prepare
    assert row.write
    ready = list(row.prepare(entries(count), Report()))
    with Measured() as measured, (folder / "ours.po").open("wb") as stream:
        row.write(ready, stream)
    return measured


def their_po(folder: Path, count: int, entries: Entries = units) -> Measured:
    """polib saving the same entries."""
    import polib

    written(count, folder / "same.po", "po", entries)
    catalogue = polib.pofile(str(folder / "same.po"))
    assert len(catalogue) == count
    with Measured() as measured:
        catalogue.save(str(folder / "theirs.po"))
    return measured


def our_comments_po(folder: Path, count: int) -> Measured:
    """PO of entries with many comments."""
    return our_po(folder, count, archive)


def their_comments_po(folder: Path, count: int) -> Measured:
    """polib saving these."""
    return their_po(folder, count, archive)


TASKS = {task.__name__: task for task in (our_import, their_import, our_export, their_export, our_po, their_po, our_comments_po, their_comments_po)}


def run(task: str, folder: Path, count: int) -> tuple[float, float]:
    """Seconds and MB of a task in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.exchange", "--task", task, "--folder", str(folder), "--units", str(count)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = json.loads(answer)
    return seconds, megabytes


def main() -> int:
    """Print the figures; 1 where one is over its budget."""
    parser = argparse.ArgumentParser(description="Import, export and PO beside other libraries.")
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--po-units", type=int, default=100_000)
    parser.add_argument("--task", choices=list(TASKS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.task:
        measured = TASKS[arguments.task](arguments.folder, arguments.units)
        print(json.dumps([measured.seconds, measured.megabytes]))
        return 0
    with tempfile.TemporaryDirectory(prefix="workbench-exchange-") as folder:
        return figures(Path(folder), arguments.units, arguments.po_units)


def figures(folder: Path, count: int, po_count: int) -> int:
    """Measure and print."""
    written(count, folder / "units.tmx", "tmx")
    results = {task: run(task, folder, po_count if task.endswith("po") else count) for task in TASKS}
    for task, (seconds, megabytes) in results.items():
        print(f"{task:18} {po_count if task.endswith('po') else count:>9,} units   {seconds:8.2f} s   {megabytes:8.1f} MB")
    memory_of_import = results["our_import"][1] / results["their_import"][1]
    memory_of_export = results["our_export"][1] / results["their_export"][1]
    speed_of_export = results["their_export"][0] / results["our_export"][0]
    speed_of_po = results["their_po"][0] / results["our_po"][0]
    print(f"import: {memory_of_import:.4f} of the toolkit's memory (budget {MEMORY_OF_IMPORT})")
    print(
        f"export: {memory_of_export:.4f} of the toolkit's memory (budget {MEMORY_OF_EXPORT}), {speed_of_export:.1f} × its speed ({SPEED_OF_EXPORT})"
    )
    speed_with_comments = results["their_comments_po"][0] / results["our_comments_po"][0]
    print(f"PO: {speed_of_po:.1f} × polib's speed (budget {SPEED_OF_PO}), with ten lines of comments an entry {speed_with_comments:.1f} ×")
    within = memory_of_import <= MEMORY_OF_IMPORT and memory_of_export <= MEMORY_OF_EXPORT
    return int(not (within and speed_of_export >= SPEED_OF_EXPORT and speed_of_po >= SPEED_OF_PO))


if __name__ == "__main__":
    sys.exit(main())
