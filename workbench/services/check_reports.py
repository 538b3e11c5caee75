"""The findings of files in the shapes other programs and people read: JSON, SARIF, a page."""

from collections.abc import Sequence
from typing import Any

from workbench import __version__
from workbench.formats.check_html import html
from workbench.formats.check_sarif import FindingRow, Rule, sarif
from workbench.model import Span
from workbench.services.checking import TITLES, CheckedFile, Checker, UnitFinding


def as_values(found: UnitFinding) -> dict[str, Any]:
    """A finding as plain values, ready for JSON."""
    finding = found.finding
    return {
        "unit": found.unit.key,
        "check": finding.check_id,
        "severity": found.severity.value,
        "message": finding.message,
        "source_span": _pair(finding.source_span),
        "target_span": _pair(finding.target_span),
        "suggestion": finding.suggestion,
    }


def as_sarif(checked: Sequence[CheckedFile], checker: Checker) -> str:
    """All findings as SARIF 2.1.0, with every check that ran as a rule."""
    rules = [Rule(row.id, row.title, row.severity.value) for row in checker.all_rows]
    return sarif(_rows(checked), rules, version=__version__)


def as_html(checked: Sequence[CheckedFile]) -> str:
    """All findings as one page."""
    return html(sorted(_rows(checked), key=lambda row: (row.file, row.unit)), "; ".join(map(summary, checked))).decode("utf-8")


def summary(checked: CheckedFile) -> str:
    """A file, how many units it has and how many findings.

    >>> from pathlib import Path
    >>> from workbench.formats.report import Report
    >>> summary(CheckedFile(Path("review.po"), 1, (), Report("review.po")))
    'review.po: 1 unit, 0 findings'
    """
    return f"{checked.path}: {_counted(checked.units, 'unit')}, {_counted(len(checked.findings), 'finding')}"


def _rows(checked: Sequence[CheckedFile]) -> list[FindingRow]:
    return [
        FindingRow(
            file=file.path.as_posix(),
            unit=found.unit.key,
            check_id=found.finding.check_id,
            title=TITLES[found.finding.check_id],
            severity=found.severity.value,
            message=found.finding.message,
            source=found.unit.source,
            target=found.unit.target,
            source_span=_span(found.finding.source_span),
            target_span=_span(found.finding.target_span),
            suggestion=found.finding.suggestion,
        )
        for file in checked
        for found in file.findings
    ]


def _span(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def _pair(span: Span | None) -> list[int] | None:
    return span.pair() if span else None


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
