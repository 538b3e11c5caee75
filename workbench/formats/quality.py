"""What a quality report says: points by category and severity, states, post-edit effort, each with the size of its sample."""

from dataclasses import dataclass
from datetime import date

from workbench.metrics.effort import Effort
from workbench.metrics.mqm import Tally


@dataclass(frozen=True, slots=True)
class Rater:
    """A person who marked errors: how many, in how many units, with how many points."""

    name: str
    errors: int
    units: int
    points: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A unit with its errors."""

    key: str
    published: str
    errors: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The figures of a project, or of one of its articles.

    `until` is the day of the newest entry of the log; `states` are in the order they are shown; `titles` name the categories; `alone` counts the
    units that were approved by the author of their text; `signature` says what the figures were made with.
    """

    title: str
    until: date | None
    states: tuple[tuple[str, int], ...]
    tally: Tally
    titles: dict[str, str]
    raters: tuple[Rater, ...]
    worst: tuple[Marked, ...]
    effort: Effort | None
    alone: int
    signature: str

    @property
    def units(self) -> int:
        """How many quotations."""
        return sum(count for _, count in self.states)

    def title_of(self, category: str) -> str:
        """A category's name for people."""
        return self.titles.get(category, category)


def effort_words(effort: Effort) -> str:
    """What may be said of the effort, in a sentence or two."""
    what = f"{effort.changed} of {effort.renderings} reviewed renderings were changed ({effort.words:,} words)."
    if effort.interval:
        low, high = effort.interval
        return f"{what} In 95 of 100 resamplings of these renderings the figure lies between {low:.1f} and {high:.1f}."
    return f"{what} So few renderings give no interval: one more could move the figure a good deal."


def raters_words(raters: tuple[Rater, ...]) -> str:
    """What is to be said of who marked."""
    if not raters:
        return "Nobody has marked an error. That says that nobody did, not that there is none."
    if len(raters) == 1:
        return f"All errors were marked by one person, {raters[0].name}. Professionals agree little on spans: a second rater would mark others."
    return f"{len(raters)} people marked errors; every mark counts, also where two mark the same words."
