"""Review: the pane with the units of one project, and the way from what a reviewer does to the log."""

import time
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, NoReturn

import streamlit as st

from workbench.review.typology import GROUPS
from workbench.services import preferences
from workbench.services.desk import Desk
from workbench.services.operation import Operation
from workbench.store import Project
from workbench.ui.component import Sync, long_way, review_pane
from workbench.ui.progress import watch
from workbench.ui.resources import PROJECT, current_project, desk, go_to, reviewer
from workbench.ui.text import plain

ANSWER = "review-answer"
"""Where the session keeps what it answers to the pane's last message until it is drawn."""

UNIT = "unit"
"""The query parameter that names the unit to show first."""

TOLD = "review-presence-told"
"""Where the session keeps when it last told who else is there."""

TELLS_AGAIN = 5.0
"""Seconds until the pane is told again who else is there: fifty people who go from quote to quote would fill every answer."""

LINKS = "links"
"""The question which words of a unit belong together."""

FIRST_UNITS = 24

FIRST_ROWS = 300
"""Rows of a large project that come with the page; the pane asks for the others at once."""


def show() -> None:
    """Draw the page."""
    project = current_project()
    if project is None:
        st.info("There is nothing to review yet: add an article first.")
        if st.button("New article", type="primary"):
            go_to("new-article")
        return
    watch(project)
    held = desk(project.id)
    held.catch_up()
    if not held.keys:
        st.info(f"No quotations in {plain(project.title)} yet.")
        return
    with st.container(key="wb-pane"):
        _pane(project, held)
        long_way(key=f"pane-anew-{project.id}", project_id=project.id, on_sync=lambda sync: _answer(project, held, sync))


@st.fragment
def _pane(project: Project, held: Desk) -> None:
    """The pane alone runs for what a reviewer does: the page around it, its navigation and its settings, stays as it is."""
    review_pane(key=f"pane-{project.id}", data=_data(project, held), on_sync=lambda sync: _answer(project, held, sync))


def open_unit(project_id: str, key: str) -> NoReturn:
    """Leave for this page, to look at a unit."""
    begin_anew()
    go_to("review", **{PROJECT: project_id, UNIT: key})


def begin_anew() -> None:
    """Tell the pane everything when it is drawn next: units came or went on another page."""
    st.session_state.pop(ANSWER, None)


def _data(project: Project, held: Desk) -> dict[str, Any]:
    """What the pane needs to be up to date: everything at first, then what changed since its last message."""
    answer = st.session_state.get(ANSWER)
    if answer and answer["project"]["id"] == project.id:
        return dict(answer)
    first = st.query_params.get(UNIT)
    wanted = [first] if first in held.keys else []
    message = _message(project, held, since=0, want=[*wanted, *held.keys[:FIRST_UNITS]], most=FIRST_ROWS)
    return message | {"go_to": first}


def _answer(project: Project, held: Desk, sync: Sync) -> None:
    """Store what came, and keep the answer for the drawing that follows."""
    if sync.at:
        held.presence.seen(reviewer(), sync.at)
    acknowledgements = held.apply(operations_of(sync), reviewer())
    held.catch_up()
    # Of what others did the rows tell; the pane asks for the units it has on show or ready.
    answer = _message(project, held, since=sync.cursor, checked=sync.checked, want=sync.want)
    done = dict.fromkeys(operation.unit for operation in sync.outbox if operation.unit not in sync.want)
    answer["units"] += filter(None, (held.news(key, answer["reviewer"], sync.cursor) for key in done))
    answer["acks"] = acknowledgements
    if sync.check:
        findings = held.findings_while_typing(sync.check.key, sync.check.text)
        answer["checks"] = {"key": sync.check.key, "request": sync.check.request, "findings": findings}
    answer["found"] = [{"field": field, "value": value, "keys": held.found(field, value)} for field, value in sync.ask if field != LINKS]
    answer[LINKS] = [held.word_links(key) for field, key in sync.ask if field == LINKS]
    if sync.read and (document := held.source(sync.read)):
        answer["document"] = {"id": document.id, "text": document.text}
    if sync.history:
        answer["history"] = {"key": sync.history, "history": held.whole_history(sync.history)}
    st.session_state[ANSWER] = answer


def operations_of(sync: Sync) -> list[Operation]:
    """What a message of the pane asks to be done."""
    return [
        Operation(operation.operation, operation.unit, operation.based_on, operation.kind, operation.payload, operation.after)
        for operation in sync.outbox
    ]


def _message(project: Project, held: Desk, *, since: int, want: Any, checked: int | None = None, most: int | None = None) -> dict[str, Any]:
    # Before the rows: what another session catches up with meanwhile is told again, never left out.
    name, settings, cursor = reviewer(), held.settings, held.cursor
    views = [held.view(key, name) for key in want]
    late = held.checked
    rows = held.rows(since, checked if since else None, most=most)
    message = {
        "project": {"id": project.id, "title": project.title, "reason_on_change": settings.get(preferences.REASON_ON_CHANGE) == preferences.YES},
        "reviewer": name,
        "baseline": "published",
        "cursor": cursor,
        "total": len(held.keys),
        "rows": rows,
        "checked": late,
        "checking": held.checking,
        "gone": held.gone(since),
        "units": [view for view in views if view],
        "acks": [],
        "checks": None,
        "go_to": None,
        "here": _others(held, name, first=not since),
        "queries": preferences.queries(settings),
    }
    return message if since else message | {"typology": _typology(settings), "sources": held.sources}


def _others(held: Desk, name: str, *, first: bool) -> list[dict[str, str]] | None:
    """Who else is there, now and then; None for what was told last."""
    now = time.monotonic()
    if not first and now - st.session_state.get(TOLD, 0.0) < TELLS_AGAIN:
        return None
    st.session_state[TOLD] = now
    return held.presence.others(name)


def _typology(settings: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{**asdict(category), "group": GROUPS[category.group]} for category in preferences.categories(settings)]
