"""Choose units, write them in an exchange format, and say exactly what went in and what did not."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from shlex import quote

from workbench.errors import BadInput
from workbench.formats import by_id, profile
from workbench.formats.profile import Profile
from workbench.formats.record import Record
from workbench.formats.registry import Format
from workbench.formats.report import Report
from workbench.formats.writing import write_file
from workbench.model import Event
from workbench.review.state import ReviewState, UnitState, fold
from workbench.services.names import SINGLE_ARTICLE
from workbench.services.projects import documents_of
from workbench.services.records import record_of
from workbench.services.watching import Watch, watched
from workbench.store import Store

PROTECTED_SPEAKERS = "protected speakers"
"""The project setting that lists, a name a line, whom clients must not see named."""


REGIONS = "regions"
"""The project setting that lists, a line each, the tag to write where a text has only the language: `ar=ar-SY`."""


class Scope(StrEnum):
    """Which units an export takes."""

    APPROVED = "approved"
    CHANGED = "changed"
    ALL = "all"

    def takes(self, state: UnitState) -> bool:
        """Whether a unit is within the scope."""
        if self is Scope.APPROVED:
            return state.state is ReviewState.APPROVED
        return self is Scope.ALL or state.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be exported, and how."""

    project_id: str
    format_id: str
    scope: Scope = Scope.APPROVED
    profile: Profile = Profile.ARCHIVE
    regions: tuple[tuple[str, str], ...] = ()
    """Language and the tag that is written for it; those of the project where none is named here."""
    article_id: str | None = None
    """Only the units of this article; None for all."""

    @property
    def format(self) -> Format:
        """The row of FORMATS; BadInput when there is none that can be written."""
        row = by_id(self.format_id)
        if row.write is None:
            raise BadInput(f"{row.title} is only read", where="--format", remedy="choose a format that can be written")
        return row

    @property
    def file_name(self) -> str:
        """The name of the file, made by us."""
        clean = "-memory" if self.profile is Profile.CLEAN else ""
        article = f"-{self.article_id}" if self.article_id not in (None, SINGLE_ARTICLE) else ""
        return f"{self.project_id}{article}-{self.scope}{clean}{self.format.extension}"

    @property
    def command(self) -> str:
        """The command that does the same."""
        profile = f" --profile {self.profile}" if self.profile is not Profile.ARCHIVE else ""
        options = "".join(f" --region {language}={tag}" for language, tag in self.regions)
        options += f" --article {quote(self.article_id)}" if self.article_id else ""
        return f"python3 -m workbench export {self.project_id} --format {self.format_id} --scope {self.scope}{profile}{options} -o {self.file_name}"


def records(store: Store, choice: Choice, report: Report) -> Iterator[Record]:
    """The records within the scope, in the order of the articles; how many stay out of it is remarked in the report."""
    documents = documents_of(store, choice.project_id)
    histories: defaultdict[str, list[Event]] = defaultdict(list)
    for event in store.events(choice.project_id):
        histories[event.unit_key].append(event)
    states = fold(event for history in histories.values() for event in history)
    if choice.article_id is not None:
        if choice.article_id not in documents:
            raise BadInput(f"there is no article {choice.article_id}", where=choice.project_id, remedy="name one of the project’s articles")
        states = {key: state for key, state in states.items() if state.article_id == choice.article_id}
    taken = [state for state in states.values() if choice.scope.takes(state)]
    if len(taken) < len(states):
        report.remark(f"{len(states) - len(taken)} of {len(states)} units are not in the scope “{choice.scope}”")
    settings = store.project(choice.project_id).settings
    protected = set(settings.get(PROTECTED_SPEAKERS, "").splitlines())
    regions = dict(choice.regions or regions_of(settings.get(REGIONS, "")))

    def chosen() -> Iterator[Record]:
        for state in taken:
            report.read += 1
            yield record_of(state, histories[state.key], documents, choice.project_id, protected)

    yield from profile.with_regions(chosen(), regions)


def regions_of(lines: str) -> tuple[tuple[str, str], ...]:
    r"""Regional tags from lines of `ar=ar-SY`; what is none is passed over.

    >>> regions_of("ar=ar-SY\nnonsense\nen = en-GB")
    (('ar', 'ar-SY'), ('en', 'en-GB'))
    """
    pairs = (line.partition("=") for line in lines.splitlines())
    return tuple((language.strip().lower(), tag.strip()) for language, equals, tag in pairs if equals and language.strip() and tag.strip())


def export(store: Store, choice: Choice, path: Path, watch: Watch | None = None) -> Report:
    """Write the file: written, read back, compared, renamed into place; `watch` is told how far it is, and stops it by raising.

    Raises BadInput for a format or folder that cannot be written to.
    """
    report = Report(path.name)
    chosen = watched(records(store, choice, report), watch, "written")
    return write_file(path, choice.format, profile.apply(choice.profile, chosen, report), report)


def preview(store: Store, choice: Choice, rows: int) -> list[Record]:
    """The first records an export would hold."""
    report = Report()
    prepare = choice.format.prepare
    let_out = profile.apply(choice.profile, records(store, choice, report), report)
    return list(islice(prepare(let_out, report) if prepare else let_out, rows))


def exported(store: Store, choice: Choice, watch: Watch | None = None) -> tuple[bytes, Report]:
    """The same as bytes, for a download."""
    with tempfile.TemporaryDirectory(prefix="workbench-export-") as folder:
        path = Path(folder) / choice.file_name
        report = export(store, choice, path, watch)
        return path.read_bytes(), report
