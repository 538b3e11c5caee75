"""What the log amounts to, and who may approve."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from workbench.errors import BadInput, Refused
from workbench.model import (
    Certainty,
    Comment,
    Event,
    Link,
    LinkDecision,
    LinkProposed,
    LinkState,
    Placement,
    Quotation,
    QuotationCorrected,
    QuotationKind,
    Revision,
    Side,
    Span,
    UnitAdded,
    UnitRetired,
    Verdict,
    VerdictKind,
)
from workbench.review.rules import admit, needs_override
from workbench.review.state import Place, ReviewState, UnitState, fold

START = datetime(2026, 11, 23, tzinfo=UTC)
KEY = "hama/q01"


def history(*steps: Event) -> UnitState:
    return fold(steps)[KEY]


class Log:
    """Makes events with rising sequence and time."""

    def __init__(self) -> None:
        self._number = count(1)

    def common(self, author: str) -> dict[str, object]:
        number = next(self._number)
        return {"unit_key": KEY, "author": author, "at": START + timedelta(minutes=number), "operation": str(number), "sequence": number}

    def added(self, source: str = "") -> Event:
        return UnitAdded(**self.common("workbench"), position=0, target="we had talks", source=source)

    def proposed(self) -> Event:
        link = Link(quotation_id="q01", document_id="wire", spans=(Span(0, 5),), score=0.7, margin=0.2)
        placement = Placement(quotation_id="q01", state=LinkState.PROPOSED, confidence=0.9, candidates=(link,), certainty=Certainty.SURE)
        return LinkProposed(**self.common("workbench"), placement=placement)

    def revised(self, text: str, author: str = "Lina", side: Side = Side.TARGET) -> Event:
        return Revision(**self.common(author), text=text, side=side)

    def verdict(self, kind: VerdictKind, author: str = "Omar", reason: str = "", override: bool = False) -> Verdict:
        return Verdict(**self.common(author), verdict=kind, reason=reason, override=override)

    def linked(self, *spans: Span, document_id: str | None = "wire") -> Event:
        return LinkDecision(**self.common("Lina"), document_id=document_id, spans=spans)


@pytest.fixture
def log() -> Log:
    return Log()


def test_the_states_of_a_life(log: Log) -> None:
    steps = [log.added()]
    assert history(*steps).state is ReviewState.NO_SOURCE  # a unit from a file without its Arabic: nothing will be looked for
    steps.append(log.proposed())
    assert history(*steps).state is ReviewState.WAITING
    steps.append(log.revised("we held talks"))
    assert history(*steps).state is ReviewState.CHANGED
    assert history(*steps).text_author == "Lina"
    steps.append(log.verdict(VerdictKind.APPROVED_WITH_CHANGES))
    assert history(*steps).state is ReviewState.APPROVED
    steps.append(log.revised("we held several talks", "Omar"))
    assert history(*steps).state is ReviewState.CHANGED
    steps.append(log.verdict(VerdictKind.SECOND_LOOK))
    assert history(*steps).state is ReviewState.SECOND_LOOK
    steps.append(log.verdict(VerdictKind.REJECTED, reason="a negation is lost"))
    assert history(*steps).state is ReviewState.REJECTED
    steps.append(log.verdict(VerdictKind.WITHDRAWN))
    assert history(*steps).state is ReviewState.CHANGED


def test_a_quotation_whose_place_is_still_looked_for_waits(log: Log) -> None:
    quotation = Quotation(id="q01", document_id="article", fragments=(Span(0, 3),), kind=QuotationKind.DIRECT)
    added = UnitAdded(**log.common("workbench"), position=0, target="we had talks", article_id="article", quotation=quotation)
    assert (history(added).state, history(added).sought) == (ReviewState.WAITING, True)
    nowhere = LinkProposed(**log.common("workbench"), placement=Placement(quotation_id="q01", state=LinkState.NO_SOURCE, confidence=0.1))
    assert history(added, nowhere).state is ReviewState.NO_SOURCE


def test_going_back_to_the_published_text_leaves_no_author(log: Log) -> None:
    state = history(log.added("نص"), log.revised("we held talks"), log.revised("we had talks"))
    assert (state.text_author, state.changed, state.state) == (None, False, ReviewState.WAITING)


def test_saving_the_same_text_reopens_nothing(log: Log) -> None:
    state = history(log.added("نص"), log.verdict(VerdictKind.APPROVED), log.revised("we had talks"))
    assert state.state is ReviewState.APPROVED


def test_confirming_the_place_keeps_the_verdict_and_another_place_reopens(log: Log) -> None:
    steps = [log.added(), log.proposed(), log.verdict(VerdictKind.APPROVED), log.linked(Span(0, 5))]
    assert (history(*steps).state, history(*steps).link_state) == (ReviewState.APPROVED, LinkState.CONFIRMED)
    steps.append(log.linked(Span(7, 9)))
    state = history(*steps)
    assert (state.state, state.former_place) == (ReviewState.WAITING, Place("wire", (Span(0, 5),)))
    steps.append(log.linked(document_id=None))
    assert history(*steps).state is ReviewState.NO_SOURCE


def test_correcting_the_arabic_reopens(log: Log) -> None:
    state = history(log.added("نص"), log.verdict(VerdictKind.APPROVED), log.revised("نصّ", side=Side.SOURCE))
    assert (state.state, state.rendering, state.corrected_source) == (ReviewState.CHANGED, "we had talks", "نصّ")


def test_comments_change_no_state(log: Log) -> None:
    state = history(log.added("نص"), log.verdict(VerdictKind.APPROVED), Comment(**log.common("Lina"), text="why?"))
    assert (state.state, len(state.comments)) == (ReviewState.APPROVED, 1)


def test_nobody_approves_their_own_text_without_saying_so(log: Log) -> None:
    state = history(log.added("نص"), log.revised("we held talks", "Lina"))
    assert needs_override(state, "Lina")
    assert not needs_override(state, "Omar")
    with pytest.raises(Refused, match="Lina wrote this text"):
        admit(state, log.verdict(VerdictKind.APPROVED, "Lina"))
    assert admit(state, log.verdict(VerdictKind.APPROVED, "Lina", override=True)).override
    other = admit(state, log.verdict(VerdictKind.APPROVED, "Omar", override=True))
    assert (other.override, other.verdict) == (False, VerdictKind.APPROVED_WITH_CHANGES)


def test_with_changes_means_that_there_are_changes(log: Log) -> None:
    state = history(log.added("نص"))
    assert admit(state, log.verdict(VerdictKind.APPROVED_WITH_CHANGES)).verdict is VerdictKind.APPROVED


def test_what_cannot_be_judged_is_refused(log: Log) -> None:
    no_source = history(log.added())
    with pytest.raises(Refused, match="no Arabic"):
        admit(no_source, log.verdict(VerdictKind.APPROVED))
    with pytest.raises(BadInput, match="no reason"):
        admit(no_source, log.verdict(VerdictKind.REJECTED, reason="  "))
    with pytest.raises(Refused, match="no verdict"):
        admit(no_source, log.verdict(VerdictKind.WITHDRAWN))
    empty = history(log.added("نص"), log.revised(" "))
    with pytest.raises(Refused, match="empty"):
        admit(empty, log.verdict(VerdictKind.APPROVED))


def test_a_unit_taken_out_is_left_out_and_its_key_is_not_given_again(log: Log) -> None:
    steps = [log.added(), UnitRetired(**log.common("Lina"), reason="a headline"), log.added("نص")]
    assert fold(steps) == {}
    retired = fold(steps, retired=True)[KEY]
    assert (retired.retired, retired.supplied_source) == (steps[1], "")


def test_other_words_take_back_place_and_verdict_and_another_speaker_does_not(log: Log) -> None:
    def corrected(published: str) -> QuotationCorrected:
        quotation = Quotation(id="q01", document_id="article", fragments=(Span(3, 3 + len(published)),), kind=QuotationKind.DIRECT)
        return QuotationCorrected(**log.common("Lina"), quotation=quotation, published=published)

    steps = [log.added(), log.proposed(), log.linked(Span(7, 9)), log.verdict(VerdictKind.APPROVED), corrected("we had talks")]
    assert history(*steps).state is ReviewState.APPROVED
    steps.append(corrected("we had talks there"))
    state = history(*steps)
    assert (state.state, state.rendering, state.position) == (ReviewState.WAITING, "we had talks there", 3)
    assert (state.place, state.former_place) == (Place("wire", (Span(0, 5),)), Place("wire", (Span(7, 9),)))


def test_what_came_from_a_file_stands_behind_the_articles(log: Log) -> None:
    places = [("0", None, 1), ("1", None, 0), ("b/q01", "b", 0), ("a/q02", "a", 1), ("a/q01", "a", 0)]
    added = [UnitAdded(**{**log.common("import"), "unit_key": key}, article_id=article, position=at, target="we") for key, article, at in places]
    assert list(fold(added)) == ["a/q01", "a/q02", "b/q01", "1", "0"]
