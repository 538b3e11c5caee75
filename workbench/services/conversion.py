"""Converting between exchange formats: nothing is lost silently."""

from collections.abc import Mapping
from pathlib import Path

from workbench.errors import BadInput, NotFound
from workbench.formats import FORMATS, by_id, by_path
from workbench.formats.profile import Profile, apply, with_regions
from workbench.formats.report import Report
from workbench.formats.writing import write_file

FORMAT_IDS: tuple[str, ...] = tuple(row.id for row in FORMATS)
WRITABLE_IDS: tuple[str, ...] = tuple(row.id for row in FORMATS if row.write)
PROFILES: tuple[str, ...] = tuple(Profile)


def convert(
    source: Path,
    target: Path,
    *,
    source_format: str | None = None,
    target_format: str | None = None,
    profile: str = Profile.ARCHIVE,
    regions: Mapping[str, str] | None = None,
) -> Report:
    """Read one file and write the other; formats go by the extensions unless they are named.

    The report says what was read, written, left out and not kept. Raises NotFound or BadInput, and then `target` is as it was before.
    """
    reading = by_id(source_format) if source_format else by_path(source)
    writing = by_id(target_format) if target_format else by_path(target)
    if not source.exists():
        raise NotFound(f"{source}: there is no such file")
    if target.exists() and source.samefile(target):
        raise BadInput("the result would replace the file it is made from", where=str(target), remedy="give it another name")
    report = Report(source.name)
    try:
        with source.open("rb") as stream:
            records = apply(Profile(profile), reading.read(stream, report), report)
            return write_file(target, writing, with_regions(records, regions or {}), report)
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(source), remedy="look at its name and rights") from error
