"""Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors show beside a file."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"info": "note", "minor": "warning", "major": "error", "critical": "error"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding as reports give it: where, what, how bad, the words it points at, and the repair. Spans are pairs of code points into the sides."""

    file: str
    unit: str
    check_id: str
    title: str
    severity: str
    message: str
    source: str
    target: str
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A check, as the report introduces it."""

    id: str
    title: str
    severity: str


def sarif(findings: Iterable[FindingRow], rules: Sequence[Rule], *, version: str) -> str:
    """One run of the tool with all its rules and results, as indented JSON.

    A result names its file and, as logical location, its unit: where in the file that stands is the business of the file's own format. What SARIF
    has no field for (spans into the two sides, the repair) is in the property bag.
    """
    places = {rule.id: place for place, rule in enumerate(rules)}
    driver = {
        "name": "quote-workbench",
        "version": version,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.title},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in rules
        ],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(row, places[row.check_id]) for row in findings]}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(row: FindingRow, rule: int) -> dict[str, Any]:
    properties = {
        "severity": row.severity,
        "source": row.source,
        "target": row.target,
        "sourceSpan": row.source_span,
        "targetSpan": row.target_span,
        "suggestion": row.suggestion,
    }
    return {
        "ruleId": row.check_id,
        "ruleIndex": rule,
        "level": _LEVELS[row.severity],
        "message": {"text": row.message},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": row.file}},
                "logicalLocations": [{"name": row.unit, "fullyQualifiedName": row.unit, "kind": "element"}],
            }
        ],
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
