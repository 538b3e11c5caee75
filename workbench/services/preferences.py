"""What a project decides for its reviewers, kept in its settings: rules, error categories, the queries worth a name."""

import json
from collections.abc import Mapping

from workbench.errors import BadInput
from workbench.review.typology import Category, typology
from workbench.services.operation import Operation
from workbench.store import Store

REASON_ON_CHANGE = "reason-on-change"
"""`yes`: who approves changed words says why."""

TYPOLOGY = "typology"
"""Error categories of the project's own, a line each."""

QUERIES = "queries"
"""Named queries of the filter box, a JSON object."""

YES = "yes"
KEPT_QUERIES = ("save-query", "drop-query")
MOST_QUERIES = 50
LONGEST_QUERY = 500
LONGEST_NAME = 60


def categories(settings: Mapping[str, str]) -> tuple[Category, ...]:
    """The error categories of a project."""
    return typology(settings.get(TYPOLOGY, ""))


def set_preferences(store: Store, project_id: str, *, reason_on_change: bool, own_categories: str) -> None:
    """Keep a project's choices; BadInput for categories that cannot be read."""
    typology(own_categories)
    settings = store.project(project_id).settings
    chosen = {REASON_ON_CHANGE: YES if reason_on_change else "no", TYPOLOGY: own_categories.strip()}
    store.set_settings(project_id, settings | chosen)


def queries(settings: Mapping[str, str]) -> dict[str, str]:
    """The queries kept under a name, by name."""
    kept = json.loads(settings.get(QUERIES) or "{}")
    return dict(sorted(kept.items()))


def keep_query(store: Store, project_id: str, operation: Operation) -> None:
    """Keep a query under a name, or take one away; doing it twice does no harm."""
    name = " ".join(operation.text("name", LONGEST_NAME).split())
    settings = store.project(project_id).settings
    kept = queries(settings)
    if operation.kind == "drop-query":
        kept.pop(name, None)
    else:
        if not name:
            raise BadInput("a query without a name cannot be kept", remedy="give it a name")
        kept[name] = operation.text("query", LONGEST_QUERY)
    if len(kept) > MOST_QUERIES:
        raise BadInput(f"{MOST_QUERIES} queries are kept already", remedy="take one away first")
    store.set_settings(project_id, settings | {QUERIES: json.dumps(kept, ensure_ascii=False)})
