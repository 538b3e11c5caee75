"""`check FILE…`: a linter for bilingual files."""

import argparse
from pathlib import Path

from workbench.cli.output import print_json
from workbench.model import Severity
from workbench.services.check_reports import as_html, as_sarif, as_values, summary
from workbench.services.checking import CheckedFile, Checker, UnitFinding, check_file, checker_of, worst
from workbench.services.conversion import FORMAT_IDS

CLEAN, FOUND = 0, 1
SHAPES = ("text", "json", "sarif", "html")
_THRESHOLDS = tuple(severity.value for severity in Severity if severity is not Severity.INFO)
_LONGEST_EXCERPT = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="PO, TMX, XLIFF, CSV, TSV and other bilingual files")
    parser.add_argument("--from", dest="source_format", choices=FORMAT_IDS, help="the format of the files, if their extensions do not tell")
    parser.add_argument("--format", dest="shape", choices=SHAPES, default="text", help="how to print what was found (default: text)")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="a profile of checks: which run, how bad, the house sheet (JSON)")
    parser.add_argument("--terms", type=Path, metavar="FILE", help="terms as CSV: arabic, preferred, allowed, forbidden")
    parser.add_argument(
        "--meaning", action="store_true", help="compare meanings with the sentence encoder: finds more clauses left out, takes longer"
    )
    parser.add_argument(
        "--fail-on", choices=_THRESHOLDS, default=Severity.MINOR.value, help="exit with 1 for findings of this severity or worse (default: minor)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check the files and print what was found; 1 when something reaches --fail-on."""
    checker = checker_of(arguments.profile, arguments.terms, meaning=arguments.meaning)
    checked = [check_file(path, format_id=arguments.source_format, checker=checker) for path in arguments.files]
    _print(checked, checker, "json" if arguments.json else arguments.shape)
    severity = worst(found for file in checked for found in file.findings)
    return FOUND if severity is not None and severity.rank >= Severity(arguments.fail_on).rank else CLEAN


def _print(checked: list[CheckedFile], checker: Checker, shape: str) -> None:
    match shape:
        case "json":
            print_json({"findings": [as_values(found) for file in checked for found in file.findings]})
        case "sarif":
            print(as_sarif(checked, checker))
        case "html":
            print(as_html(checked))
        case _:
            for file in checked:
                print_file(file)


def print_file(checked: CheckedFile) -> None:
    """Two lines a finding, and a line that sums up."""
    for found in checked.findings:
        finding = found.finding
        repair = "" if finding.suggestion is None else f" → “{finding.suggestion}”"
        print(f"{found.unit.key}: {found.severity.value}: {finding.message}{repair} [{finding.check_id}]")
        print(f"    {excerpt(found)}")
    for skipped in checked.report.skipped:
        print(f"not read: {skipped.unit} ({skipped.where}): {skipped.reason}")
    print(summary(checked))


def excerpt(found: UnitFinding) -> str:
    """The stretch a finding is about, with a little of what stands around it."""
    span, text = found.finding.target_span, found.unit.target
    if span is None:
        span, text = found.finding.source_span, found.unit.source
    if span is None:
        return text[:_LONGEST_EXCERPT]
    start, end = max(0, span.start - _LONGEST_EXCERPT // 2), min(len(text), span.end + _LONGEST_EXCERPT // 2)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}".replace("\n", " ")
