"""Quotations of a file or a document, as values that other programs can read."""

from pathlib import Path
from typing import Any

from workbench import extract
from workbench.model import Document, Party, Quotation, Role, When
from workbench.services.files import Tell, read, unheard


def extract_file(path: Path, *, language: str = "en", indirect: bool = False, tell: Tell = unheard) -> tuple[Document, tuple[Quotation, ...]]:
    """Read an article (Arabic ones as sources) and find its quotations; raises BadInput where the file cannot be read.

    `indirect` adds what an English article tells without quote marks.
    """
    role = Role.SOURCE if language.partition("-")[0] == "ar" else Role.ARTICLE
    document = read(path, role=role, language=language, tell=tell)
    return document, extract.quotations(document, indirect=indirect)


def as_json(path: Path, document: Document, quotations: tuple[Quotation, ...]) -> dict[str, Any]:
    """`{"document": path, "quotations": […]}`; every span is `[start, end]` in code points of the decoded text."""
    return {"document": str(path), "quotations": [quotation_json(quotation, document.text) for quotation in quotations]}


def quotation_json(quotation: Quotation, text: str) -> dict[str, Any]:
    """One quotation; `speaker`, `cue` and `outlet` are None where the text gives none."""
    attribution = quotation.attribution
    cue = attribution.cue if attribution is not None else None
    return {
        "id": quotation.id,
        "kind": quotation.kind.value,
        "text": quotation.text(text),
        "fragments": [span.pair() for span in quotation.fragments],
        "interpolations": [span.pair() for span in quotation.interpolations],
        "elisions": [span.pair() for span in quotation.elisions],
        "speaker": _party(attribution.speaker if attribution is not None else None),
        "cue": {"text": cue.text, "span": cue.span.pair()} if cue is not None else None,
        "outlet": _party(attribution.outlet if attribution is not None else None),
        "group": quotation.group,
        "attribution": [{**(_party(party) or {}), "role": party.role.value} for party in attribution.chain] if attribution is not None else [],
        "when": _when(attribution.when if attribution is not None else None),
        "reasons": list(quotation.reasons),
    }


def _party(party: Party | None) -> dict[str, Any] | None:
    """`span` is None where the party is not named at this place; `stated` false where it was inferred from elsewhere."""
    if party is None:
        return None
    span = party.span.pair() if party.span is not None else None
    return {"text": party.who, "span": span, "resolved": party.resolved, "stated": party.stated}


def _when(when: When | None) -> dict[str, Any] | None:
    """`day` is an ISO date, None where the words give no single day or the document has no date."""
    if when is None:
        return None
    return {"text": when.text, "span": when.span.pair(), "day": when.day.isoformat() if when.day is not None else None}
