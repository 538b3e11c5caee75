"""The annotated passages: what each must give, and what is known to fail."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.extract import quotations
from workbench.model import AttributionRole, Document, DocumentKind, Quotation, Role

FOLDER = Path(__file__).parents[1] / "cases" / "extract"
CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.json")) for case in json.loads(path.read_text(encoding="utf-8"))]


def document(text: str, language: str, published: str | None = None) -> Document:
    role = Role.SOURCE if language == "ar" else Role.ARTICLE
    day = date.fromisoformat(published) if published else None
    return Document(id="case", language=language, role=role, kind=DocumentKind.ARTICLE, text=text, published=day)


def seen(quotation: Quotation, text: str) -> dict[str, Any]:
    """Everything a case may ask of a quotation."""
    attribution = quotation.attribution
    party = {role: attribution.party(role) if attribution else None for role in AttributionRole}
    speaker, outlet, agency = party[AttributionRole.SPEAKER], party[AttributionRole.OUTLET], party[AttributionRole.AGENCY]
    quoted = party[AttributionRole.QUOTED]
    when = attribution.when if attribution else None
    return {
        "text": quotation.text(text),
        "kind": quotation.kind.value,
        "fragments": len(quotation.fragments),
        "speaker": speaker.who if speaker else None,
        "resolved": speaker.resolved if speaker else None,
        "quoted": quoted.who if quoted else None,
        "outlet": outlet.resolved if outlet else None,
        "agency": agency.resolved if agency else None,
        "cue": attribution.cue.text if attribution and attribution.cue else None,
        "when": when.text if when else None,
        "day": when.day.isoformat() if when and when.day else None,
        "group": quotation.group,
        "interpolations": [span.of(text) for span in quotation.interpolations],
        "elisions": [span.of(text) for span in quotation.elisions],
    }


def as_expected(language: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = quotations(document(text, language, case.get("published")), indirect=case.get("indirect", False))
    assert [quotation.text(text) for quotation in found] == [expected["text"] for expected in case["quotations"]]
    for quotation, expected in zip(found, case["quotations"], strict=True):
        facts = seen(quotation, text)
        wanted = {name: value for name, value in expected.items() if name != "reason"}
        assert {name: facts[name] for name in wanted} == wanted
        assert expected.get("reason", "") in " ".join(quotation.reasons)


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['label']}" for name, case in CASES])
def test_case(name: str, case: dict[str, Any]) -> None:
    language = "ar" if name.startswith("arabic") else "en"
    if not case.get("known_failure"):
        as_expected(language, case)
        return
    with pytest.raises(AssertionError):  # once it passes, take the mark away
        as_expected(language, case)


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 60
    assert any(case.get("known_failure") for _, case in CASES)
