"""Converting between exchange formats: nothing is lost silently."""

from collections.abc import Mapping
from pathlib import Path

from workbench.errors import BadInput, NotFound
from workbench.formats import FORMATS, TERM_FORMATS, by_id, by_path
from workbench.formats.profile import Profile, apply, with_regions
from workbench.formats.registry import TermFormat
from workbench.formats.report import Report
from workbench.formats.writing import write_file, write_terms
from workbench.services.watching import Watch, watched

TERM_IDS: tuple[str, ...] = tuple(row.id for row in TERM_FORMATS)
FORMAT_IDS: tuple[str, ...] = (*(row.id for row in FORMATS), *TERM_IDS)
WRITABLE_IDS: tuple[str, ...] = (*(row.id for row in FORMATS if row.write), *TERM_IDS)
PROFILES: tuple[str, ...] = tuple(Profile)


def convert(
    source: Path,
    target: Path,
    *,
    source_format: str | None = None,
    target_format: str | None = None,
    profile: str = Profile.ARCHIVE,
    regions: Mapping[str, str] | None = None,
    watch: Watch | None = None,
) -> Report:
    """Read one file and write the other; formats go by the extensions unless they are named.

    The report says what was read, written, left out and not kept; `watch` is told how far it is, and stops it by raising. Raises NotFound or
    BadInput, and then `target` is as it was before.
    """
    reading_terms, writing_terms = term_format(source, source_format), term_format(target, target_format)
    if reading_terms or writing_terms:
        return convert_terms(source, target, reading_terms, writing_terms)
    reading = by_id(source_format) if source_format else by_path(source)
    writing = by_id(target_format) if target_format else by_path(target)
    check_paths(source, target)
    report = Report(source.name)
    try:
        with source.open("rb") as stream:
            records = apply(Profile(profile), watched(reading.read(stream, report), watch, "read"), report)
            return write_file(target, writing, with_regions(records, regions or {}), report)
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(source), remedy="look at its name and rights") from error


def check_paths(source: Path, target: Path) -> None:
    """Raise NotFound or BadInput where there is nothing to read, or the result would replace it."""
    if not source.exists():
        raise NotFound(f"{source}: there is no such file")
    if target.exists() and source.samefile(target):
        raise BadInput("the result would replace the file it is made from", where=str(target), remedy="give it another name")


def term_format(path: Path, format_id: str | None) -> TermFormat | None:
    """The format of terms that is named, or that a file's name tells; None for one of units."""
    if format_id:
        return next((row for row in TERM_FORMATS if row.id == format_id), None)
    return next((row for row in TERM_FORMATS if path.name.lower().endswith(row.extensions)), None)


def convert_terms(source: Path, target: Path, reading: TermFormat | None, writing: TermFormat | None) -> Report:
    """Read terms and write them; a table beside a term base is one of terms, whatever it is called."""
    tables = (".csv", ".tsv", ".tab", ".txt")
    as_table = next(row for row in TERM_FORMATS if row.id == "terms-csv")
    reading = reading or (as_table if source.suffix.lower() in tables else None)
    writing = writing or (as_table if target.suffix.lower() in tables else None)
    if reading is None or writing is None:
        where, remedy = str(source if reading is None else target), f"choose one of {', '.join(TERM_IDS)}"
        raise BadInput("terms and units are not the same: a term base becomes a table of terms, or the other way", where=where, remedy=remedy)
    check_paths(source, target)
    report = Report(source.name)
    try:
        with source.open("rb") as stream:
            return write_terms(target, writing, reading.read(stream, report), report)
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(source), remedy="look at its name and rights") from error
