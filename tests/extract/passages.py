"""The annotated passages of tests/cases/extract, and what each reading of them gives."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbench.extract import quotations
from workbench.model import AttributionRole, Document, DocumentKind, Quotation, Role

FOLDER = Path(__file__).parents[1] / "cases" / "extract"


@dataclass(frozen=True)
class Passage:
    """A short text with the quotations it must give; `expected` has for each its text and whatever else is asked of it."""

    file: str
    label: str
    text: str
    expected: list[dict[str, Any]]
    known_failure: bool
    published: str | None
    indirect: bool

    @property
    def name(self) -> str:
        return f"{self.file}: {self.label}"

    @property
    def language(self) -> str:
        return "ar" if self.file.startswith("arabic") else "en"

    @property
    def is_negative(self) -> bool:
        """Whether nobody is said to speak in it."""
        return not any(one.get("speaker", one.get("resolved", "")) is not None for one in self.expected)

    def read(self) -> tuple[Quotation, ...]:
        return quotations(document(self.text, self.language, self.published), indirect=self.indirect)


def passages() -> Iterator[Passage]:
    for path in sorted(FOLDER.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            failing, published, indirect = case.get("known_failure", False), case.get("published"), case.get("indirect", False)
            yield Passage(path.stem, case["label"], case["text"], case["quotations"], failing, published, indirect)


def document(text: str, language: str, published: str | None = None) -> Document:
    role = Role.SOURCE if language == "ar" else Role.ARTICLE
    day = date.fromisoformat(published) if published else None
    return Document(id="case", language=language, role=role, kind=DocumentKind.ARTICLE, text=text, published=day)


def seen(quotation: Quotation, text: str) -> dict[str, Any]:
    """Everything a passage may ask of a quotation."""
    attribution = quotation.attribution
    party = {role: attribution.party(role) if attribution else None for role in AttributionRole}
    speaker, outlet, agency = party[AttributionRole.SPEAKER], party[AttributionRole.OUTLET], party[AttributionRole.AGENCY]
    quoted, channel = party[AttributionRole.QUOTED], party[AttributionRole.CHANNEL]
    when = attribution.when if attribution else None
    return {
        "text": quotation.text(text),
        "kind": quotation.kind.value,
        "fragments": len(quotation.fragments),
        "speaker": speaker.who if speaker else None,
        "resolved": speaker.resolved if speaker else None,
        "stated": speaker.stated if speaker else None,
        "quoted": quoted.who if quoted else None,
        "channel": channel.resolved if channel else None,
        "outlet": outlet.resolved if outlet else None,
        "agency": agency.resolved if agency else None,
        "cue": attribution.cue.text if attribution and attribution.cue else None,
        "when": when.text if when else None,
        "day": when.day.isoformat() if when and when.day else None,
        "group": quotation.group,
        "interpolations": [span.of(text) for span in quotation.interpolations],
        "elisions": [span.of(text) for span in quotation.elisions],
    }
