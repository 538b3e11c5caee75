"""What a project decides for its reviewers, kept in its settings."""

from collections.abc import Mapping

from workbench.review.typology import Category, typology
from workbench.store import Store

REASON_ON_CHANGE = "reason-on-change"
"""`yes`: who approves changed words says why."""

TYPOLOGY = "typology"
"""Error categories of the project's own, a line each."""

YES = "yes"


def categories(settings: Mapping[str, str]) -> tuple[Category, ...]:
    """The error categories of a project."""
    return typology(settings.get(TYPOLOGY, ""))


def set_preferences(store: Store, project_id: str, *, reason_on_change: bool, own_categories: str) -> None:
    """Keep a project's choices; BadInput for categories that cannot be read."""
    typology(own_categories)
    settings = store.project(project_id).settings
    chosen = {REASON_ON_CHANGE: YES if reason_on_change else "no", TYPOLOGY: own_categories.strip()}
    store.set_settings(project_id, settings | chosen)
