"""Writing a file so that it is either whole and right or not there: write, read back, compare, rename into place."""

import contextlib
import os
import secrets
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from workbench.errors import BadInput, WorkbenchError
from workbench.formats.record import Record
from workbench.formats.registry import Format, TermFormat
from workbench.formats.report import Report
from workbench.formats.terms import Concept


@contextlib.contextmanager
def draft(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file beside `path` and a stream into it; when the block ends well it takes the place of `path`, else it is gone and nothing has changed.

    Raises BadInput where the folder cannot be written to.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as stream:
            yield beside, stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError as error:
        raise BadInput(f"the file cannot be written ({error.strerror})", where=str(path), remedy="make room or choose another folder") from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()


def write_file(path: Path, format: Format, records: Iterable[Record], report: Report | None = None) -> Report:  # noqa: A002 - the field's word
    """Write records and give the report: what was written, what was left out and why, what could not be kept.

    An existing file is replaced only by one that gives every record again when it is read. Raises BadInput where the folder cannot be written to,
    WorkbenchError where the file read back is not what was written (nothing is replaced then).
    """
    report = report or Report(path.name)
    if format.prepare is None or format.write is None:
        raise BadInput(f"{format.title} is read only", where=str(path), remedy="choose another format to write")
    written = Written()
    with draft(path) as (beside, stream):
        format.write(written.noted(format.prepare(records, report)), stream)
        stream.flush()
        compare(beside, format, written, path)
    report.written += len(written.hashes)
    return report


class Written:
    """What went into a file: eight bytes a record, so that millions can be compared."""

    def __init__(self) -> None:
        self.hashes = array("q")

    def noted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass the records on and remember them."""
        for record in records:
            self.hashes.append(hash(record))
            yield record


def compare(beside: Path, format: Format, written: Written, path: Path) -> None:  # noqa: A002
    """Raise WorkbenchError unless the file beside gives again what was written; a format may have put obsolete records last."""
    again = Report(path.name)
    found = array("q")
    expected = set(written.hashes)
    with beside.open("rb") as stream:
        for record in format.read(stream, again):
            found.append(hash(record))
            if found[-1] not in expected:
                raise WorkbenchError(f"{path}: {record.label} does not read back as it was written; nothing was replaced, please report this")
    if sorted(found) != sorted(written.hashes):
        raise WorkbenchError(f"{path}: of {len(written.hashes)} units {len(found)} read back; nothing was replaced, please report this")


def write_terms(path: Path, format: TermFormat, concepts: Iterable[Concept], report: Report) -> Report:  # noqa: A002
    """The same for concepts: written, read back, compared, renamed into place."""
    ready = list(format.prepare(concepts, report))
    with draft(path) as (beside, stream):
        format.write(ready, stream)
        stream.flush()
        with beside.open("rb") as again:
            if list(format.read(again, Report(path.name))) != ready:
                raise WorkbenchError(f"{path}: does not read back as it was written; nothing was replaced, please report this")
    report.written += len(ready)
    return report
