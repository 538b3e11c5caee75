"""Checking the renderings of exchange files, comparing names, and measuring the checks on pairs known to be right."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from workbench import checks
from workbench.checks import Check, CheckContext
from workbench.checks.across import ACROSS, AcrossCheck, run_across
from workbench.checks.house import HouseSheet, Pattern
from workbench.checks.patterns import pattern
from workbench.checks.profile import NO_PROFILE, Profile
from workbench.encoder import load as load_encoder
from workbench.errors import BadInput, NotFound
from workbench.formats import by_id, by_path
from workbench.formats.offers import offered_in
from workbench.formats.record import Record
from workbench.formats.report import Report
from workbench.model import Context, Finding, Severity, Signature, Unit
from workbench.ports import SpanEncoder
from workbench.services.profiles import read_profile, read_terms_file, with_terms
from workbench.text import names, spelling

ALL_CHECKS: tuple[Check | AcrossCheck, ...] = (*checks.CHECKS, *ACROSS)
"""Those of single units, then those across units."""

TITLES: Mapping[str, str] = {check.id: check.title for check in ALL_CHECKS}
"""What each check is called, those across units among them."""


@dataclass(frozen=True, slots=True)
class UnitFinding:
    """A finding, the unit it is about, and its check's severity; spans count in the sides of `unit` as its file has them."""

    unit: Unit
    finding: Finding
    severity: Severity


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What was found in a file, and what of it could not be read."""

    path: Path
    units: int
    findings: tuple[UnitFinding, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Checker:
    """The rows that run, with their severities, and what the checks are told."""

    rows: Sequence[Check]
    across: Sequence[AcrossCheck]
    context: CheckContext

    @classmethod
    def of(cls, profile: Profile = NO_PROFILE, *, encoder: SpanEncoder | None = None) -> Self:
        """A checker for a profile; with an encoder, meanings are compared."""
        return cls(profile.rows(checks.CHECKS), profile.across(ACROSS), profile.context(encoder=encoder))

    @property
    def all_rows(self) -> tuple[Check | AcrossCheck, ...]:
        """The rows of both kinds."""
        return (*self.rows, *self.across)

    def severity(self, check_id: str) -> Severity:
        """How bad findings of a check are taken to be."""
        return next(row.severity for row in self.all_rows if row.id == check_id)

    def one(self, record: Record, fallback_key: str) -> list[UnitFinding]:
        """The findings of one record; a record from English to Arabic is turned round for the checks and its spans back again."""
        found = checks.run(_turned(record, fallback_key), self.context, self.rows)
        return [self._as_in_file(finding, record, fallback_key) for finding in found]

    def many(self, records: Sequence[tuple[Record, str]]) -> list[UnitFinding]:
        """What the checks across units find in records and their fallback keys."""
        units = [_turned(record, key) for record, key in records]
        by_key = {unit.key: pair for unit, pair in zip(units, records, strict=True)}
        located = run_across(units, self.context, self.across)
        return [self._as_in_file(one.finding, *by_key[one.unit_key]) for one in located]

    def _as_in_file(self, finding: Finding, record: Record, fallback_key: str) -> UnitFinding:
        if _is_turned(record):
            finding = replace(finding, source_span=finding.target_span, target_span=finding.source_span, suggestion=None)
        unit = Unit.of(record.source, record.target, key=record.key or fallback_key)
        return UnitFinding(unit, finding, self.severity(finding.check_id))


def checker_of(profile: Path | None = None, terms: Path | None = None, *, meaning: bool = False) -> Checker:
    """A checker from a profile's file and a CSV of terms; `meaning` loads the sentence encoder. Raises NotFound or BadInput."""
    chosen = read_profile(profile) if profile else NO_PROFILE
    if terms:
        chosen = with_terms(chosen, read_terms_file(terms))
    return Checker.of(chosen, encoder=load_encoder() if meaning else None)


def _is_turned(record: Record) -> bool:
    return record.source_language.startswith("en") and record.target_language.startswith("ar")


def _turned(record: Record, fallback_key: str) -> Unit:
    """The record as a unit whose source is Arabic; what a memory offered was offered for the Arabic only where the file runs that way."""
    key = record.key or fallback_key
    if _is_turned(record):
        return Unit.of(record.target, record.source, key=key)
    return Unit(key=key, source=record.source, target=record.target, context=Context(offered=offered_in(record)))


def check_file(path: Path, *, format_id: str | None = None, checker: Checker | None = None) -> CheckedFile:
    """Run all checks on a bilingual file, then those across its units; the format goes by its extension unless it is named.

    Units without a rendering and obsolete ones are passed over. Raises NotFound or BadInput.
    """
    row, checker = by_id(format_id) if format_id else by_path(path), checker or Checker.of()
    if not path.exists():
        raise NotFound(f"{path}: there is no such file")
    report, findings, records = Report(path.name), [], []
    try:
        with path.open("rb") as stream:
            for position, record in enumerate(row.read(stream, report), start=1):
                if record.target.strip() and not record.obsolete:
                    key = f"{path.name}:{position}"
                    findings += checker.one(record, key)
                    records.append((record, key))
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(path), remedy="look at its name and rights") from error
    findings += checker.many(records)
    return CheckedFile(path, len(records), tuple(findings), report)


def check_record(record: Record, fallback_key: str) -> list[UnitFinding]:
    """The findings of one record by itself, with no profile."""
    return Checker.of().one(record, fallback_key)


def try_patterns(patterns: Sequence[Pattern], unit: Unit) -> list[Finding]:
    """What a house's patterns say of a unit, for trying them out."""
    return list(pattern(unit, CheckContext(house=HouseSheet(patterns=tuple(patterns)))))


def compare_names(arabic: str, english: str) -> float:
    """How likely an Arabic and a Latin spelling are one name, 0..1."""
    return names.similarity(arabic, english)


def compare_name_pairs(path: Path) -> Iterator[tuple[str, str, float]]:
    """Arabic, English and their likeness for each line of a file of tab-separated pairs; blank lines are passed over.

    Raises NotFound, or BadInput with the line that has no tab.
    """
    if not path.exists():
        raise NotFound(f"{path}: there is no such file")
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadInput("the file is not UTF-8", where=str(path), remedy="save it as UTF-8") from error
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(path), remedy="look at its name and rights") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        fields = line.split("\t")
        if len(fields) < 2:
            raise BadInput("no tab between the two names", where=f"line {number} of {path}", remedy="write Arabic, a tab, English")
        yield fields[0], fields[1], compare_names(fields[0], fields[1])


@dataclass(frozen=True, slots=True)
class AlarmFigures:
    """Findings on pairs that are right, so (nearly) all of them false alarms: counts by check, per unit, and the speed in units a second."""

    units: int
    by_check: tuple[tuple[str, int], ...]
    per_unit: float
    serious_per_unit: float
    units_per_second: float
    signature: Signature


def measure_alarms(units: Sequence[Unit], *, encoder: SpanEncoder | None = None) -> AlarmFigures:
    """Run all checks over units that are known to be right; `serious` is major and above. With an encoder, meanings are compared."""
    spelling.load()
    started = time.process_time()
    context = CheckContext(encoder=encoder)
    counts = Counter(finding.check_id for unit in units for finding in checks.run(unit, context))
    seconds = time.process_time() - started
    severities = {check.id: check.severity for check in checks.CHECKS}
    serious = sum(count for check_id, count in counts.items() if severities[check_id].rank >= Severity.MAJOR.rank)
    size = max(1, len(units))
    return AlarmFigures(
        len(units), tuple(counts.most_common()), counts.total() / size, serious / size, len(units) / max(seconds, 1e-9), checks.signature()
    )


def worst(findings: Iterable[UnitFinding]) -> Severity | None:
    """The highest severity among findings; None without any."""
    return max((found.severity for found in findings), key=lambda severity: severity.rank, default=None)
