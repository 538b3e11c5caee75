"""The sheet of an article for an editor who reads no Arabic: what stands in print, what was really said, and what to decide about it."""

from typing import Any

from workbench.model import Document, ErrorSeverity, Remedy
from workbench.review.state import UnitState
from workbench.review.typology import CORE
from workbench.services.desk import Desk

PLAIN = {
    ErrorSeverity.CRITICAL: "must not stand as it is",
    ErrorSeverity.MAJOR: "readers may be misled",
    ErrorSeverity.MINOR: "a blemish; readers are not misled",
    ErrorSeverity.NEUTRAL: "a remark, no error",
}
"""A severity in words that need no explanation."""

_TITLES = {category.id: category.title for category in CORE}
_ORDER = tuple(ErrorSeverity)


def sheet(desk: Desk, article: Document, reviewer: str) -> dict[str, Any]:
    """The sheet as its page reads it; every quotation of the article is a row, in the order of the text."""
    rows = [_row(state, view) for state in desk.states(article.id) if (view := desk.view(state.key, reviewer))]
    return {
        "article": {
            "title": article.title or article.id,
            "outlet": article.outlet,
            "author": article.author,
            "published": article.published.isoformat() if article.published else None,
            "url": article.url,
        },
        "rows": rows,
        "remedies": [remedy.value for remedy in Remedy],
    }


def _row(state: UnitState, view: dict[str, Any]) -> dict[str, Any]:
    source, heading = view["source"], view["heading"]
    candidate = source["candidates"][source["chosen"]] if source["chosen"] is not None else None
    return {
        "key": state.key,
        "sequence": state.sequence,
        "speaker": heading["resolved"] or heading["speaker"],
        "told": heading["outlet_resolved"] or heading["outlet"],
        "published": state.published,
        "proposed": state.rendering,
        "gloss": view["gloss"],
        "difference": view["explanation"],
        "severity": severity(state),
        "errors": [_TITLES.get(mark.category, mark.category) for mark in state.marks],
        "arabic": source["text"],
        "place": _place(state, candidate),
        "source": {name: candidate[name] for name in ("outlet", "title", "published", "provenance")} if candidate else None,
        "fidelity": state.fidelity,
        "remedy": state.remedy,
        "state": state.state.value,
        "verdict_by": state.verdict.author if state.verdict else None,
        "alone": bool(state.verdict and state.verdict.override),
        "signed_off": view["signed_off"],
    }


def severity(state: UnitState) -> dict[str, str] | None:
    """The worst of a unit's marks, by name and in plain words; None where nothing is marked."""
    if not state.marks:
        return None
    worst = max((mark.severity for mark in state.marks), key=_ORDER.index)
    return {"id": worst.value, "words": PLAIN[worst]}


def _place(state: UnitState, candidate: dict[str, Any] | None) -> dict[str, Any]:
    """How sure it is that these are the words, and why."""
    if candidate is None:
        return {"words": "not in the supplied sources", "reasons": []}
    if state.decision:
        return {"words": f"confirmed by {state.decision.author}", "reasons": []}
    certainty = state.placement.certainty.value if state.placement else "unsure"
    return {"words": f"{certainty}, found by the program; nobody has confirmed it", "reasons": candidate["reasons"]}
