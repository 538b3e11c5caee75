"""What an article puts in quote marks, and who is said to have said it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from workbench.model.spans import Span

FRAGMENT_JOINER = " "
"""Between the fragments of a quotation that the article interrupts (“…,” he said, “…”)."""


class QuotationKind(StrEnum):
    """How a quoted region is used; a badge for the reader, never a filter."""

    DIRECT = "direct"
    PARTIAL = "partial"
    SCARE = "scare"
    BLOCK = "block"
    INDIRECT = "indirect"


class AttributionRole(StrEnum):
    """The links of an attribution, from the mouth to the page."""

    QUOTED = "quoted inside the quote"
    SPEAKER = "speaker"
    CHANNEL = "channel"
    AGENCY = "agency"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Party:
    """One link of an attribution: who, where the text says so, and the full name it stands for.

    `span` is None when nothing in the text names the party at this place; `stated` is False for what was inferred from elsewhere.
    """

    who: str
    span: Span | None
    role: AttributionRole
    resolved: str | None = None
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that makes it speech: said, telling, according to, a colon."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class When:
    """The words that say when it was said (“on Thursday”), and the day where the document's own date tells it."""

    text: str
    span: Span
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it to whom, as a chain, the cue, and when it was said where the text says so."""

    chain: tuple[Party, ...] = ()
    cue: Cue | None = None
    when: When | None = None

    def party(self, role: AttributionRole) -> Party | None:
        """The first party in this role."""
        return next((party for party in self.chain if party.role is role), None)

    @property
    def speaker(self) -> Party | None:
        """Who is quoted."""
        return self.party(AttributionRole.SPEAKER)

    @property
    def outlet(self) -> Party | None:
        """The outlet it was said to or carried by."""
        return self.party(AttributionRole.OUTLET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quoted region of an article; its fragments stand inside the quote marks, in order, without overlap.

    `interpolations` include their square brackets. `reasons` say in words why it has this kind. `group` joins what one speaker says in one go.
    """

    id: str
    document_id: str
    fragments: tuple[Span, ...]
    kind: QuotationKind
    interpolations: tuple[Span, ...] = ()
    elisions: tuple[Span, ...] = ()
    attribution: Attribution | None = None
    group: str | None = None
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.fragments:
            raise ValueError(f"quotation {self.id} has no fragment")
        if any(left.end > right.start for left, right in pairwise(self.fragments)):
            raise ValueError(f"the fragments of quotation {self.id} overlap or are out of order")

    @property
    def span(self) -> Span:
        """From the start of the first fragment to the end of the last."""
        return Span(self.fragments[0].start, self.fragments[-1].end)

    def text(self, article: str) -> str:
        """The fragments joined by a space, without outer quote marks."""
        return FRAGMENT_JOINER.join(fragment.of(article) for fragment in self.fragments)
