"""The cases of every check, as `tests/cases/<check-id>.json` lists them: `fires`, `silent` and `known_failure`."""

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from workbench.checks import CHECKS, CheckContext
from workbench.model import Context, Finding, MemoryOffer, Unit
from workbench.services.profiles import sheet_of

FOLDER = Path(__file__).resolve().parent.parent / "cases"
SECTIONS = ("fires", "silent", "known_failure")


class Case(NamedTuple):
    """One row of a case file.

    `suggestions` are the repairs expected, in order, None where the row does not say; `should_fire` is what is right, also where it is not yet so.
    """

    check_id: str
    section: str
    label: str
    unit: Unit
    context: CheckContext
    suggestions: list[str] | None
    should_fire: bool

    def findings(self) -> list[Finding]:
        """What the case's own check finds."""
        check = next(check for check in CHECKS if check.id == self.check_id)
        return list(check.find(self.unit, self.context))


def all_cases() -> list[Case]:
    """Every case of every check that has a file."""
    return [
        case(check.id, section, row)
        for check in CHECKS
        if (FOLDER / f"{check.id}.json").exists()
        for section, rows in json.loads((FOLDER / f"{check.id}.json").read_text(encoding="utf-8")).items()
        for row in rows
    ]


def case(check_id: str, section: str, row: dict[str, Any]) -> Case:
    offered = MemoryOffer(**row["offered"]) if "offered" in row else None
    named = {name: row.get(name) for name in ("speaker", "outlet", "source_outlet")}
    days = {name: date.fromisoformat(row[name]) for name in ("published", "source_published") if name in row}
    surroundings = Context(source_before=row.get("source_before", ""), offered=offered, **named, **days)
    unit = Unit(key=row["label"], source=row["source"], target=row["target"], context=surroundings)
    known = CheckContext(elided=tuple(row.get("elided", ())), house=sheet_of(row.get("house", {})))
    return Case(check_id, section, row["label"], unit, known, row.get("suggestions"), row.get("should_fire", section == "fires"))
