"""Checking the renderings of exchange files, comparing names, and measuring the checks on pairs known to be right."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench import checks
from workbench.errors import BadInput, NotFound
from workbench.formats import by_id, by_path
from workbench.formats.record import Record
from workbench.formats.report import Report
from workbench.model import Finding, Severity, Signature, Unit
from workbench.text import names

_SEVERITIES = {check.id: check.severity for check in checks.CHECKS}


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


def check_file(path: Path, *, format_id: str | None = None) -> CheckedFile:
    """Run all checks on a bilingual file; the format goes by its extension unless it is named.

    Units without a rendering and obsolete ones are passed over. Raises NotFound or BadInput.
    """
    row = by_id(format_id) if format_id else by_path(path)
    if not path.exists():
        raise NotFound(f"{path}: there is no such file")
    report, findings, count = Report(path.name), [], 0
    try:
        with path.open("rb") as stream:
            for position, record in enumerate(row.read(stream, report), start=1):
                if record.target.strip() and not record.obsolete:
                    findings += check_record(record, f"{path.name}:{position}")
                    count += 1
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(path), remedy="look at its name and rights") from error
    return CheckedFile(path, count, tuple(findings), report)


def check_record(record: Record, fallback_key: str) -> list[UnitFinding]:
    """The findings of one record; a record from English to Arabic is turned round for the checks and its spans back again."""
    turned = record.source_language.startswith("en") and record.target_language.startswith("ar")
    source, target = (record.target, record.source) if turned else (record.source, record.target)
    unit = Unit.of(source, target, key=record.key or fallback_key)
    found = checks.run(unit)
    if turned:
        found = [replace(finding, source_span=finding.target_span, target_span=finding.source_span, suggestion=None) for finding in found]
        unit = Unit.of(record.source, record.target, key=unit.key)
    return [UnitFinding(unit, finding, _SEVERITIES[finding.check_id]) for finding in found]


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


def measure_alarms(units: Sequence[Unit]) -> AlarmFigures:
    """Run all checks over units that are known to be right; `serious` is major and above."""
    started = time.process_time()
    counts = Counter(finding.check_id for unit in units for finding in checks.run(unit))
    seconds = time.process_time() - started
    serious = sum(count for check_id, count in counts.items() if _SEVERITIES[check_id].rank >= Severity.MAJOR.rank)
    size = max(1, len(units))
    return AlarmFigures(
        len(units), tuple(counts.most_common()), counts.total() / size, serious / size, len(units) / max(seconds, 1e-9), checks.signature()
    )


def worst(findings: Iterable[UnitFinding]) -> Severity | None:
    """The highest severity among findings; None without any."""
    return max((found.severity for found in findings), key=lambda severity: severity.rank, default=None)
