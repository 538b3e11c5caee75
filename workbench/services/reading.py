"""The article's page: what it shows, as plain values ready for JSON, and the corrections that come back from it.

A correction comes from a browser: every field is looked at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.errors import BadInput, Conflict, StoreError, WorkbenchError
from workbench.model import AttributionRole, Document, Party, QuotationKind, Span
from workbench.review.state import UnitState
from workbench.services import corrections
from workbench.services.corrections import By
from workbench.services.desk import Desk
from workbench.services.quotations import Named, Wanted
from workbench.store import Store

LONGEST_NAME = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One correction as the page sent it: under its own unique name, by somebody who had seen the log up to `seen`."""

    id: str
    kind: str
    seen: int
    fields: Mapping[str, Any]

    def text(self, name: str, longest: int = LONGEST_NAME) -> str:
        """A field that must be text without line breaks."""
        value = self.fields.get(name)
        if not isinstance(value, str) or "\0" in value:
            raise BadInput(f"“{name}” is not a text", where="the article's page", remedy="reload the page")
        if len(value) > longest:
            raise BadInput(f"“{name}” has {len(value)} characters, at most {longest} are kept", where="the article's page", remedy="shorten it")
        return " ".join(value.split())

    def span(self, value: Any, article: Document) -> Span:
        """A pair of offsets that lies in the article."""
        try:
            start, end = (int(number) for number in value)
            span = Span(start, end)
        except (TypeError, ValueError) as error:
            raise BadInput(f"{value!r} is not a place in the article", where="the article's page", remedy="select the words again") from error
        if not len(span) or span.end > len(article.text):
            raise BadInput(f"{value!r} lies outside the article", where="the article's page", remedy="reload the page")
        return span


def quotation_view(state: UnitState, findings: int) -> dict[str, Any]:
    """A quotation and what the margin says of it; offsets are code points of the article."""
    quotation = state.quotation
    if quotation is None:
        raise ValueError(f"{state.key} is of no article")
    attribution = quotation.attribution
    return {
        "key": state.key,
        "number": quotation.id,
        "fragments": [fragment.pair() for fragment in quotation.fragments],
        "kind": quotation.kind.value,
        "reasons": list(quotation.reasons),
        "state": state.state.value,
        "findings": findings,
        "changed": state.changed,
        "speaker": _party(attribution.speaker if attribution else None),
        "outlet": _party(attribution.outlet if attribution else None),
    }


def _party(party: Party | None) -> dict[str, Any] | None:
    if party is None:
        return None
    return {"who": party.who, "stands_for": party.resolved if party.resolved != party.who else None, "stated": party.stated}


def article_view(desk: Desk, article: Document) -> dict[str, Any]:
    """The article with its quotations, up to the newest event of the project."""
    cursor = desk.catch_up()
    states = [state for state in desk.states(article.id) if state.quotation]
    return {
        "article": {"id": article.id, "title": article.title, "text": article.text, "language": article.language},
        "cursor": cursor,
        "quotations": [quotation_view(state, desk.open_findings(state.key)) for state in states],
        "speakers": _names(states, AttributionRole.SPEAKER),
        "outlets": _names(states, AttributionRole.OUTLET),
    }


def _names(states: list[UnitState], role: AttributionRole) -> list[str]:
    parties = (state.quotation.attribution.party(role) for state in states if state.quotation and state.quotation.attribution)
    return sorted({party.resolved or party.who for party in parties if party})


def perform(store: Store, project_id: str, article: Document, request: Request, reviewer: str) -> dict[str, Any]:
    """Do a correction and say what became of it: stored (with the quotation to show), conflict, refused or failed.

    One that is stored already, as its answer was lost, is acknowledged again.
    """
    answer: dict[str, Any] = {"request": request.id, "status": "stored", "message": "", "key": None}
    if any(event.operation == request.id for event in store.events(project_id, after=request.seen)):
        return answer
    try:
        do = _DOERS.get(request.kind)
        if do is None:
            raise BadInput(f"this version does not know the correction “{request.kind}”", where="the article's page", remedy="reload the page")
        return answer | {"key": do(store, project_id, article, request, By(reviewer=reviewer, operation=request.id, seen=request.seen))}
    except Conflict as conflict:
        message = f"{conflict.unit_key} was changed by somebody else meanwhile; look at it as it is now, and save again"
        return answer | {"status": "conflict", "message": message}
    except StoreError as error:
        return answer | {"status": "failed", "message": str(error)}
    except WorkbenchError as error:
        return answer | {"status": "refused", "message": str(error)}


def _correct(store: Store, project_id: str, article: Document, request: Request, by: By) -> str:
    key = request.text("unit")
    fragments = request.fields.get("fragments")
    if fragments is not None and not isinstance(fragments, list):
        raise BadInput("the bounds are not a list of places", where="the article's page", remedy="reload the page")
    wanted = Wanted(
        fragments=None if fragments is None else tuple(request.span(pair, article) for pair in fragments),
        kind=_kind(request),
        speaker=_named(request, "speaker"),
        outlet=_named(request, "outlet"),
    )
    corrections.correct(store, project_id, article.id, key, wanted, by)
    return key


def _kind(request: Request) -> QuotationKind | None:
    if "kind_wanted" not in request.fields:
        return None
    value = request.text("kind_wanted")
    try:
        return QuotationKind(value)
    except ValueError as error:
        raise BadInput(f"“{value}” is not one of {', '.join(QuotationKind)}", where="the article's page", remedy="reload the page") from error


def _named(request: Request, role: str) -> Named | None:
    """The speaker or outlet wanted; None where the page says nothing of it."""
    if role not in request.fields:
        return None
    return Named(request.text(role), request.text(f"{role}_stands_for"))


def _add(store: Store, project_id: str, article: Document, request: Request, by: By) -> str:
    return corrections.add(store, project_id, article.id, request.span(request.fields.get("span"), article), by)


def _split(store: Store, project_id: str, article: Document, request: Request, by: By) -> str:
    at = request.fields.get("at")
    # JSON numbers may come back as floats; True is an int to Python and no offset to us.
    if isinstance(at, bool) or not isinstance(at, int | float) or not 0 <= at <= len(article.text):
        raise BadInput("the place of the cut is not in the article", where="the article's page", remedy="choose it again")
    return corrections.split(store, project_id, article.id, request.text("unit"), int(at), by)


def _join(store: Store, project_id: str, article: Document, request: Request, by: By) -> str:
    return corrections.join(store, project_id, article.id, request.text("unit"), request.text("other"), by)


def _retire(store: Store, project_id: str, article: Document, request: Request, by: By) -> None:
    corrections.retire(store, project_id, article.id, request.text("unit"), request.text("reason", corrections.LONGEST_REASON), by)


_DOERS: dict[str, Callable[[Store, str, Document, Request, By], str | None]] = {
    "correct": _correct,
    "add": _add,
    "split": _split,
    "join": _join,
    "retire": _retire,
}
