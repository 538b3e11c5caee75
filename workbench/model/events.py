"""The event log of a unit: what happened, who did it, when. The present state is a fold over it (`workbench.review.state`).

Events are appended and never changed. Their offsets count in the text that was current when they were made.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from workbench.model.links import Placement
from workbench.model.quotations import Quotation
from workbench.model.spans import Span

MACHINE = "workbench"
"""The author of what no person did."""


class Side(StrEnum):
    """The two sides of a unit."""

    SOURCE = "source"
    TARGET = "target"


class VerdictKind(StrEnum):
    """The linguistic judgement on a rendering; withdrawn takes the last one back."""

    APPROVED = "approved"
    APPROVED_WITH_CHANGES = "approved-with-changes"
    REJECTED = "rejected"
    SECOND_LOOK = "second-look"
    WITHDRAWN = "withdrawn"

    @property
    def approves(self) -> bool:
        """Whether the unit may be exported as approved."""
        return self in {VerdictKind.APPROVED, VerdictKind.APPROVED_WITH_CHANGES}


class Fidelity(StrEnum):
    """What the rendering is to the Arabic."""

    VERBATIM = "verbatim"
    FAITHFUL = "faithful"
    CONDENSED = "condensed"
    PARAPHRASED = "paraphrased"
    SPLICED = "spliced"
    NOT_IN_SOURCES = "not in the supplied sources"


class Remedy(StrEnum):
    """What the editor decides to do about it, apart from the verdict."""

    CHANGE_WORDS = "change words"
    REMOVE_QUOTE_MARKS = "remove quote marks"
    CHANGE_ATTRIBUTION = "change attribution"
    DELETE = "delete"
    CLARIFY = "clarify"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the log.

    `at` is in UTC; order is by `sequence`, never by the clock. `operation` makes a repeated save harmless: events of an operation that
    is stored already are not stored again. `undoes` names the operation that this one takes back. `sequence` is given by the store,
    0 before.
    """

    kind: ClassVar[str]
    contended: ClassVar[bool] = False
    """Whether a save based on an older event of such a kind must be refused."""

    unit_key: str
    author: str
    at: datetime
    operation: str
    undoes: str | None = None
    sequence: int = 0

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError("the time of an event needs its zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAdded(Event):
    """A unit came to be: from a quotation of an article, from a bead, or from an exchange file (then with its own Arabic)."""

    kind: ClassVar[str] = "added"
    contended: ClassVar[bool] = True  # two who give a new unit the same key at once must not both succeed

    position: int
    target: str
    article_id: str | None = None
    quotation: Quotation | None = None
    source: str = ""
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkProposed(Event):
    """What the search found."""

    kind: ClassVar[str] = "link-proposed"

    placement: Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDecision(Event):
    """A person says where the words are; no document means: in none of the supplied sources."""

    kind: ClassVar[str] = "link-decided"
    contended: ClassVar[bool] = True

    document_id: str | None
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        if (self.document_id is None) != (not self.spans):
            raise ValueError("a link names a document and its spans, or neither")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Event):
    """The whole new text of one side."""

    kind: ClassVar[str] = "revised"
    contended: ClassVar[bool] = True

    text: str
    side: Side = Side.TARGET
    restores: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Event):
    """A judgement on the rendering as it stands; `override` says that the text's own author approved it."""

    kind: ClassVar[str] = "verdict"
    contended: ClassVar[bool] = True

    verdict: VerdictKind
    reason: str = ""
    override: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FidelityJudged(Event):
    """What the rendering is to the Arabic; None takes the judgement back."""

    kind: ClassVar[str] = "fidelity"

    fidelity: Fidelity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyChosen(Event):
    """What the editor decides; None takes the decision back."""

    kind: ClassVar[str] = "remedy"

    remedy: Remedy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Event):
    """A remark on the unit."""

    kind: ClassVar[str] = "comment"

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal(Event):
    """A finding is not right here; `finding` identifies it among those of its check."""

    kind: ClassVar[str] = "dismissed"

    check_id: str
    finding: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationCorrected(Event):
    """A person corrects what was read from the article: the whole quotation as it is now, and its `published` words at these bounds."""

    kind: ClassVar[str] = "quotation-corrected"
    contended: ClassVar[bool] = True

    quotation: Quotation
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRetired(Event):
    """A unit is taken out: nothing of it is reviewed or exported any more, and its key is never used again.

    `replaced_by` names the unit whose words now include its own, where it was joined to another.
    """

    kind: ClassVar[str] = "retired"
    contended: ClassVar[bool] = True

    reason: str = ""
    replaced_by: str | None = None


class DismissalScope(StrEnum):
    """How far beyond its unit a finding is dismissed."""

    PROJECT = "project"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class WiderDismissal(Event):
    """What a check says of these words is not right in the whole project, or in any; `unit_key` is where that was decided.

    `words` are the source's and the rendering's that the finding points at, parted by a bar; `withdrawn` takes such a decision back.
    """

    kind: ClassVar[str] = "dismissed-widely"

    check_id: str
    words: str
    scope: DismissalScope
    reason: str
    withdrawn: bool = False


EVENTS: tuple[type[Event], ...] = (
    UnitAdded,
    QuotationCorrected,
    UnitRetired,
    LinkProposed,
    LinkDecision,
    Revision,
    Verdict,
    FidelityJudged,
    RemedyChosen,
    Comment,
    Dismissal,
    WiderDismissal,
)
