"""`check FILE…`: a linter for bilingual files."""

import argparse
from pathlib import Path
from typing import Any

from workbench.cli.output import print_json
from workbench.model import Severity, Span
from workbench.services.checking import CheckedFile, UnitFinding, check_file, worst
from workbench.services.conversion import FORMAT_IDS

CLEAN, FOUND = 0, 1
_THRESHOLDS = tuple(severity.value for severity in Severity if severity is not Severity.INFO)
_LONGEST_EXCERPT = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="PO, TMX and other bilingual files")
    parser.add_argument("--from", dest="source_format", choices=FORMAT_IDS, help="the format of the files, if their extensions do not tell")
    parser.add_argument(
        "--fail-on", choices=_THRESHOLDS, default=Severity.MINOR.value, help="exit with 1 for findings of this severity or worse (default: minor)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check the files and print what was found; 1 when something reaches --fail-on."""
    checked = [check_file(path, format_id=arguments.source_format) for path in arguments.files]
    found = [finding for file in checked for finding in file.findings]
    if arguments.json:
        print_json({"findings": [as_json(finding) for finding in found]})
    else:
        for file in checked:
            print_file(file)
    severity = worst(found)
    return FOUND if severity is not None and severity.rank >= Severity(arguments.fail_on).rank else CLEAN


def as_json(found: UnitFinding) -> dict[str, Any]:
    """A finding as other programs read it."""
    finding = found.finding
    return {
        "unit": found.unit.key,
        "check": finding.check_id,
        "severity": found.severity.value,
        "message": finding.message,
        "source_span": pair(finding.source_span),
        "target_span": pair(finding.target_span),
        "suggestion": finding.suggestion,
    }


def pair(span: Span | None) -> list[int] | None:
    """`[start, end]`, or None."""
    return span.pair() if span else None


def print_file(checked: CheckedFile) -> None:
    """One line a finding, and a line that sums up."""
    for found in checked.findings:
        finding = found.finding
        repair = "" if finding.suggestion is None else f" → “{finding.suggestion}”"
        print(f"{found.unit.key}: {found.severity.value}: {finding.message}{repair} [{finding.check_id}]")
        print(f"    {excerpt(found)}")
    for skipped in checked.report.skipped:
        print(f"not read: {skipped.unit} ({skipped.where}): {skipped.reason}")
    units, findings = counted(checked.units, "unit"), counted(len(checked.findings), "finding")
    print(f"{checked.path}: {units}, {findings}")


def excerpt(found: UnitFinding) -> str:
    """The stretch a finding is about, with a little of what stands around it."""
    span, text = found.finding.target_span, found.unit.target
    if span is None:
        span, text = found.finding.source_span, found.unit.source
    if span is None:
        return text[:_LONGEST_EXCERPT]
    start, end = max(0, span.start - _LONGEST_EXCERPT // 2), min(len(text), span.end + _LONGEST_EXCERPT // 2)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}".replace("\n", " ")


def counted(count: int, noun: str) -> str:
    """“1 unit”, “2 units”."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
