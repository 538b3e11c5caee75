"""The quality report of a project or of one of its articles: counted from the log, with the size of every sample."""

import io
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench import __version__
from workbench.errors import BadInput
from workbench.formats import printing, quality_html
from workbench.formats.quality import Marked, Quality, Rater
from workbench.formats.writing import draft
from workbench.metrics.effort import effort
from workbench.metrics.mqm import Tally
from workbench.model import Role, Signature
from workbench.review.state import ReviewState, UnitState
from workbench.services.names import SINGLE_ARTICLE
from workbench.services.preferences import categories
from workbench.services.projects import states_of
from workbench.store import Store

MOST_MARKED: Final = 10
"""Units that are shown with their points."""


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A kind of file the report is written as."""

    id: str
    title: str
    extension: str
    made: Callable[[bytes], bytes]


REPORTS: tuple[ReportKind, ...] = (
    ReportKind("quality-html", "Quality report, HTML", ".html", lambda page: page),
    ReportKind("quality-pdf", "Quality report, PDF (printed by Chromium)", ".pdf", printing.pdf),
)


def by_id(report_id: str) -> ReportKind:
    """The kind of report with this id; raises BadInput with those there are."""
    for kind in REPORTS:
        if kind.id == report_id:
            return kind
    raise BadInput(f"there is no report {report_id}", remedy=f"choose one of {', '.join(kind.id for kind in REPORTS)}")


def quality(store: Store, project_id: str, article_id: str | None = None) -> Quality:
    """The figures of a project, or of one article where it is named; raises NotFound, or BadInput for an article that is not there."""
    project = store.project(project_id)
    title = project.title
    if article_id is not None:
        articles = {document.id: document.title for document in store.documents(project_id) if document.role is Role.ARTICLE}
        if article_id not in articles:
            raise BadInput(f"there is no article {article_id}", where=project_id, remedy=f"name one of {', '.join(articles)}" if articles else None)
        title = articles[article_id] or article_id
    states = [state for state in states_of(store, project_id).values() if article_id in (None, state.article_id)]
    kinds = [(mark.category, mark.severity) for state in states for mark in state.marks]
    counted = Counter(state.state for state in states)
    reviewed = [(state.published, state.rendering) for state in states if state.changed or state.state is ReviewState.APPROVED]
    return Quality(
        title=title,
        until=max((state.changed_at.date() for state in states), default=None),
        states=tuple((state.value, counted[state]) for state in ReviewState),
        tally=Tally.of(kinds, sum(len(state.published.split()) for state in states)),
        titles={category.id: category.title for category in categories(project.settings)},
        raters=raters(states),
        worst=most_marked(states),
        effort=effort(reviewed),
        alone=sum(bool(state.verdict and state.verdict.override) for state in states),
        signature=str(Signature((("workbench", __version__), ("points", "mqm-2.0"), ("units", str(len(states)))))),
    )


def raters(states: Sequence[UnitState]) -> tuple[Rater, ...]:
    """Who marked errors, most points first."""
    marked: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for state in states:
        for mark in state.marks:
            marked[mark.author].append((state.key, mark.severity.points))
    people = (Rater(name, len(marks), len({key for key, _ in marks}), sum(points for _, points in marks)) for name, marks in marked.items())
    return tuple(sorted(people, key=lambda rater: (-rater.points, rater.name)))


def most_marked(states: Sequence[UnitState]) -> tuple[Marked, ...]:
    """The units with most points."""
    units = [
        Marked(state.key, state.published, len(state.marks), sum(mark.severity.points for mark in state.marks)) for state in states if state.marks
    ]
    return tuple(sorted(units, key=lambda unit: -unit.points)[:MOST_MARKED])


def file_name(kind: ReportKind, project_id: str, article_id: str | None = None) -> str:
    """The name of the file, made by us."""
    article = f"-{article_id}" if article_id not in (None, SINGLE_ARTICLE) else ""
    return f"{project_id}{article}-quality{kind.extension}"


def written(figures: Quality, report_id: str) -> bytes:
    """The report as bytes, for a download."""
    stream = io.BytesIO()
    quality_html.write(figures, stream)
    return by_id(report_id).made(stream.getvalue())


def write(store: Store, project_id: str, report_id: str, path: Path, article_id: str | None = None) -> Quality:
    """Write the report to a file, whole or not at all."""
    figures = quality(store, project_id, article_id)
    content = written(figures, report_id)
    with draft(path) as (_, stream):
        stream.write(content)
    return figures
