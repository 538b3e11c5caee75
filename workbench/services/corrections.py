"""What people correct in the reading of an article: attribution, kind and bounds of quotations; one more, one fewer, two of one, one of two.

Each is stored as one operation of the log and names the newest event its author had seen: where a unit has a newer text, place, verdict or
correction, the save is refused. When words change, looking for their place is queued.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench import extract
from workbench.errors import BadInput, NotFound, Refused
from workbench.model import Document, Event, Quotation, QuotationCorrected, QuotationKind, Revision, Span, UnitAdded, UnitRetired
from workbench.review.state import UnitState
from workbench.services import quotations
from workbench.services.jobs import PREPARE
from workbench.services.names import free_quotation_id, unit_key
from workbench.services.preparing import same
from workbench.services.projects import states_of
from workbench.services.quotations import Wanted
from workbench.services.stamps import stamp
from workbench.store import JobState, Store

FEW_WORDS = 5
"""Up to so many words that a person marks are taken for a few of the speaker's words, more for a direct quotation."""

BY_HAND = "marked by a reviewer"
LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who corrects, under which unique name of the operation, and the newest event of the project they had seen."""

    reviewer: str
    operation: str
    seen: int


@dataclass(frozen=True, slots=True)
class _Scene:
    """A project's units, taken out ones included, and the article a correction is about."""

    store: Store
    project_id: str
    states: Mapping[str, UnitState]
    article: Document
    by: By

    def unit(self, key: str) -> tuple[UnitState, Quotation]:
        """A unit that is still there, and its quotation."""
        state = self.states.get(key)
        if state is None or state.retired or state.quotation is None or state.article_id != self.article.id:
            raise NotFound(f"{key}: this quotation is no longer there; look at the article again")
        return state, state.quotation

    def correction(self, key: str, quotation: Quotation) -> QuotationCorrected:
        """The event that makes `quotation` the unit's."""
        made = stamp(self.by.reviewer, self.by.operation)
        return QuotationCorrected(**made, unit_key=key, quotation=quotation, published=quotation.text(self.article.text))

    def addition(self, quotation: Quotation) -> UnitAdded:
        """The event that makes a unit of `quotation`."""
        return UnitAdded(
            **stamp(self.by.reviewer, self.by.operation),
            unit_key=unit_key(self.project_id, self.article, quotation.id),
            position=quotation.span.start,
            target=quotation.text(self.article.text),
            article_id=self.article.id,
            quotation=quotation,
        )

    def free_id(self) -> str:
        """The next number of the article."""
        return free_quotation_id(
            state.first_quotation.id for state in self.states.values() if state.article_id == self.article.id and state.first_quotation
        )

    def save(self, events: Sequence[Event], *, search: bool = True) -> None:
        """Store the events, all or none; Conflict where a unit of theirs has a newer one. `search` looks for the places of changed words."""
        self.store.append(self.project_id, events, expected_sequence=self.by.seen)
        waiting = (job for job in self.store.jobs(self.project_id) if job.kind == PREPARE and job.subject == self.article.id)
        if search and not any(job.state is JobState.QUEUED for job in waiting):
            self.store.add_job(self.project_id, PREPARE, self.article.id)


def _scene(store: Store, project_id: str, article_id: str, by: By) -> _Scene:
    return _Scene(store, project_id, states_of(store, project_id, retired=True), store.document(project_id, article_id), by)


def correct(store: Store, project_id: str, article_id: str, key: str, wanted: Wanted, by: By) -> None:
    """Give a quotation other names, another kind or other bounds; what is as wanted already is not stored."""
    scene = _scene(store, project_id, article_id, by)
    state, quotation = scene.unit(key)
    corrected = quotations.corrected(quotation, wanted, scene.article.text)
    if corrected == quotation:
        return
    _refuse_overlap(corrected, scene, key)
    correction = scene.correction(key, corrected)
    scene.save([correction], search=correction.published != state.published)


def add(store: Store, project_id: str, article_id: str, span: Span, by: By) -> str:
    """Make a quotation of a stretch of the article and give its key; speaker and kind are read from the article where its reader finds them."""
    scene = _scene(store, project_id, article_id, by)
    number = scene.free_id()
    bare = Quotation(id=number, document_id=article_id, fragments=(span,), kind=QuotationKind.DIRECT, reasons=(BY_HAND,))
    quotation = _as_read(quotations.bounded(bare, (span,), scene.article.text), scene.article)
    _refuse_overlap(quotation, scene)
    added = scene.addition(quotation)
    scene.save([added])
    return added.unit_key


def _as_read(quotation: Quotation, article: Document) -> Quotation:
    """With the attribution that reading the article gives these words, and the kind."""
    read = next((found for found in extract.quotations(article) if same(found.fragments, quotation.fragments)), None)
    if read:
        return replace(quotation, kind=read.kind, attribution=read.attribution, reasons=(BY_HAND, *read.reasons))
    few = len(quotation.text(article.text).split()) <= FEW_WORDS
    return replace(quotation, kind=QuotationKind.PARTIAL if few else QuotationKind.DIRECT)


def _refuse_overlap(quotation: Quotation, scene: _Scene, key: str | None = None) -> None:
    """Refuse bounds that cut through another quotation; a quotation inside another is one of its own."""
    for other in scene.states.values():
        if other.key == key or other.retired or other.quotation is None or other.article_id != scene.article.id:
            continue
        for mine in quotation.fragments:
            for theirs in other.quotation.fragments:
                if mine == theirs:
                    raise Refused(f"these words are {other.key} already; correct that one instead")
                if mine.overlap(theirs) and not mine.contains(theirs) and not theirs.contains(mine):
                    raise Refused(f"these words and those of {other.key} overlap; correct the bounds of one, or join the two")


def split(store: Store, project_id: str, article_id: str, key: str, at: int, by: By) -> str:
    """Make two quotations of one at an offset of the article; the earlier keeps the key, the later's new one is given back."""
    scene = _scene(store, project_id, article_id, by)
    _state, quotation = scene.unit(key)
    first, second = quotations.split(quotation, at, scene.free_id(), scene.article.text)
    added = scene.addition(second)
    scene.save([scene.correction(key, first), added])
    return added.unit_key


def join(store: Store, project_id: str, article_id: str, key: str, other_key: str, by: By) -> str:
    """Make one quotation of two; the earlier keeps its key, which is given back, the other one is taken out.

    A rendering that somebody changed stays, that of the other one behind it.
    """
    scene = _scene(store, project_id, article_id, by)
    (state, quotation), (other_state, other) = sorted((scene.unit(key), scene.unit(other_key)), key=lambda pair: pair[1].span)
    if state.key == other_state.key:
        raise BadInput("a quotation cannot be joined to itself", where=key, remedy="choose another one")
    whole = scene.correction(state.key, quotations.joined(quotation, other, scene.article.text))
    made = stamp(by.reviewer, by.operation)
    events: list[Event] = [whole, UnitRetired(**made, unit_key=other_state.key, replaced_by=state.key)]
    if other_state.changed:
        events.append(Revision(**made, unit_key=state.key, text=f"{state.rendering} {other_state.rendering}"))
    scene.save(events)
    return state.key


def retire(store: Store, project_id: str, article_id: str, key: str, reason: str, by: By) -> None:
    """Take a quotation out; its log stays, its key is not used again, and reading the article anew does not bring it back."""
    if len(reason) > LONGEST_REASON:
        raise BadInput(f"the reason has {len(reason)} characters, at most {LONGEST_REASON} are kept", where=key, remedy="shorten it")
    scene = _scene(store, project_id, article_id, by)
    scene.unit(key)
    scene.save([UnitRetired(**stamp(by.reviewer, by.operation), unit_key=key, reason=" ".join(reason.split()))], search=False)
