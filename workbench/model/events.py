"""The event log of a unit: what happened, who did it, when. The present state is a fold over it (`workbench.review.state`).

Events are appended and never changed. Their offsets count in the text that was current when they were made.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from workbench.model.links import Placement
from workbench.model.marks import Anchor, ErrorSeverity
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
    """A remark on the unit, or on some words of one side of it; `mentions` are the people it is meant for.

    Its `operation` names it: that is what an answer and a resolution refer to.
    """

    kind: ClassVar[str] = "comment"

    text: str
    side: Side | None = None
    anchor: Anchor | None = None
    mentions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        if (self.side is None) != (self.anchor is None):
            raise ValueError("a comment on words names their side and their place, or neither")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentResolved(Event):
    """What a comment asked for is settled, or is open again."""

    kind: ClassVar[str] = "comment-resolved"

    comment: str
    resolved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorSpan(Event):
    """What a person claims to be wrong (MQM).

    Its place is a span of the target, of the source, or, for an omission, a point of the target and the span of the source left out; it
    counts in the texts that were current when it was made. `mark` names it; a later entry of the same name supersedes it. `category` is an
    id of the project's typology. `origin` is the name of the finding it was taken from, empty where a person saw it.
    """

    kind: ClassVar[str] = "marked"

    mark: str
    category: str
    severity: ErrorSeverity
    target: Anchor | None = None
    source: Anchor | None = None
    note: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        if self.target is None and self.source is None:
            raise ValueError("an error span has a place on at least one side")


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorSpanRemoved(Event):
    """A mark is taken back."""

    kind: ClassVar[str] = "mark-removed"

    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossed(Event):
    """What the Arabic says word for word, typed by a translator for an editor who reads none."""

    kind: ClassVar[str] = "glossed"

    gloss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained(Event):
    """What readers of the published words would understand differently from listeners of the Arabic."""

    kind: ClassVar[str] = "explained"

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff(Event):
    """The editor has seen the unit as it stands; whatever changes it afterwards takes this back."""

    kind: ClassVar[str] = "signed-off"
    contended: ClassVar[bool] = True  # what is signed is what was seen


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


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A bead by its places in the two documents; one of the sides may be empty. `confirmed` by a person: a later alignment keeps it."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    score: float = 0.0
    confirmed: bool = False

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise ValueError("a bead without segments")


@dataclass(frozen=True, slots=True, kw_only=True)
class BitextAligned(Event):
    """A document and its translation as they are aligned now, whole; `unit_key` names the pair of documents.

    `crossings` are blocks left without counterpart in `pairs`, because they translate each other out of order.
    """

    kind: ClassVar[str] = "bitext"
    contended: ClassVar[bool] = True

    source_id: str
    target_id: str
    pairs: tuple[AlignedPair, ...]
    crossings: tuple[AlignedPair, ...] = ()


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
    CommentResolved,
    ErrorSpan,
    ErrorSpanRemoved,
    Glossed,
    Explained,
    SignedOff,
    BitextAligned,
    WiderDismissal,
)
