"""Corrections of what was read from the article: stored once, seen by everything that reads the quotation, respected by a new reading."""

import uuid
from pathlib import Path

import pytest

from tests.services.conftest import ARTICLE, FIRST, FIRST_PLACE, FIRST_QUOTE, SECOND, SECOND_QUOTE, place
from workbench import extract
from workbench.errors import BadInput, Conflict, NotFound, Refused
from workbench.model import AttributionRole, Certainty, Document, Link, LinkState, Placement, Quotation, QuotationKind, Span, UnitAdded
from workbench.review.state import ReviewState, UnitState
from workbench.services import corrections, people, preparing, quotations
from workbench.services.corrections import By
from workbench.services.desk import Desk
from workbench.services.exporting import PROTECTED_SPEAKERS, Choice, Scope, export
from workbench.services.operation import Operation
from workbench.services.projects import states_of
from workbench.services.quotations import Named, Wanted
from workbench.services.reading import Request, article_view, perform
from workbench.store import Store

SHORTER = place(ARTICLE, "several meetings on the status of the city, in case of its liberation,God willing,")


def by(store: Store, reviewer: str = "Lina", seen: int | None = None) -> By:
    return By(reviewer=reviewer, operation=uuid.uuid4().hex, seen=store.project("hama").head if seen is None else seen)


def state(store: Store, key: str = FIRST) -> UnitState:
    return states_of(store, "hama", retired=True)[key]


def correct(store: Store, key: str = FIRST, who: By | None = None, **wanted: object) -> None:
    corrections.correct(store, "hama", "article", key, Wanted(**wanted), who or by(store))


def do(store: Store, kind: str, key: str = FIRST, reviewer: str = "Omar", **fields: object) -> None:
    desk = Desk(store, "hama")
    desk.catch_up()
    (answer,) = desk.apply([Operation(uuid.uuid4().hex, key, desk.cursor, kind, fields)], reviewer)
    assert answer["status"] == "stored", answer


def queued(store: Store) -> list[str]:
    return [job.subject for job in store.jobs("hama")]


def test_another_speaker_keeps_words_place_and_verdict(store: Store) -> None:
    do(store, "verdict", verdict="approved")
    correct(store, speaker=Named("Abu Ahmed", "Abu Ahmed al-Hamwi"), outlet=Named("All4Syria"), kind=QuotationKind.PARTIAL)
    now = state(store)
    assert now.state is ReviewState.APPROVED
    assert now.quotation
    assert now.quotation.attribution
    speaker, outlet = now.quotation.attribution.speaker, now.quotation.attribution.outlet
    assert speaker
    assert outlet
    assert (speaker.resolved, speaker.span) == ("Abu Ahmed al-Hamwi", place(ARTICLE, "Abu Ahmed"))
    assert (outlet.who, outlet.span, outlet.stated) == ("All4Syria", None, False)
    assert (now.quotation.kind, now.quotation.reasons) == (QuotationKind.PARTIAL, (quotations.BY_HAND,))
    assert now.quotation.attribution.cue
    assert queued(store) == []


def test_a_name_without_words_takes_the_party_away(store: Store) -> None:
    correct(store, speaker=Named())
    now = state(store)
    assert now.quotation
    assert now.quotation.attribution
    assert now.quotation.attribution.speaker is None


def test_other_words_take_back_the_verdict_and_are_looked_for_again(store: Store) -> None:
    do(store, "verdict", verdict="approved")
    correct(store, fragments=(SHORTER,))
    now = state(store)
    assert (now.published, now.rendering, now.position) == (SHORTER.of(ARTICLE), SHORTER.of(ARTICLE), SHORTER.start)
    assert (now.state, now.decision, now.text_author) == (ReviewState.WAITING, None, None)
    assert queued(store) == ["article"]
    correct(store, fragments=(FIRST_QUOTE,))
    assert queued(store) == ["article"]  # one search that has not begun is enough


def test_what_a_reviewer_wrote_stays_when_the_words_change(store: Store) -> None:
    do(store, "revise", text="We met several times.")
    correct(store, fragments=(SHORTER,))
    assert (state(store).rendering, state(store).text_author, state(store).state) == ("We met several times.", "Omar", ReviewState.CHANGED)


def test_marks_and_blanks_around_a_selection_are_not_part_of_it(store: Store) -> None:
    correct(store, fragments=(Span(FIRST_QUOTE.start - 1, FIRST_QUOTE.end + 2),))
    assert state(store).quotation == state(store).first_quotation


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  “one two,” ", "one two,"),
        ("‘one’", "one"),
        ("one”", "one"),
        ("the “one”", "the “one”"),
        ("the boys’", "the boys’"),
        ("“ ”", ""),
        ("”", ""),
        ("", ""),
        ("“the “one” two”", "the “one” two"),
    ],
)
def test_trimming(text: str, words: str) -> None:
    assert quotations.trimmed(Span(0, len(text)), text).of(text) == words


def test_saving_nothing_new_stores_nothing(store: Store) -> None:
    head = store.project("hama").head
    correct(store, kind=QuotationKind.DIRECT, fragments=(FIRST_QUOTE,))
    assert store.project("hama").head == head


def test_a_correction_over_a_newer_change_is_refused(store: Store) -> None:
    seen = store.project("hama").head
    do(store, "revise", text="We met.")
    with pytest.raises(Conflict):
        correct(store, who=by(store, seen=seen), kind=QuotationKind.BLOCK)


def test_a_quotation_is_added_under_the_next_number_with_what_the_text_says_of_it(store: Store) -> None:
    key = corrections.add(store, "hama", "article", place(ARTICLE, "met in Hama"), by(store))
    assert key == "hama/q03"
    now = state(store, key)
    assert (now.published, now.state) == ("met in Hama", ReviewState.WAITING)
    assert now.quotation
    assert now.quotation.kind is QuotationKind.PARTIAL
    assert list(states_of(store, "hama")) == [key, FIRST, SECOND]
    assert queued(store) == ["article"]
    corrections.retire(store, "hama", "article", SECOND, "", by(store))
    again = corrections.add(store, "hama", "article", SECOND_QUOTE, by(store))
    assert again == "hama/q04"
    read = state(store, again).quotation
    assert read
    assert read.attribution
    assert read.attribution.speaker


@pytest.mark.parametrize("span", [FIRST_QUOTE, Span(FIRST_QUOTE.start - 20, FIRST_QUOTE.start + 5), Span(FIRST_QUOTE.end - 5, FIRST_QUOTE.end + 20)])
def test_words_of_another_quotation_are_refused(store: Store, span: Span) -> None:
    with pytest.raises(Refused, match="q01"):
        corrections.add(store, "hama", "article", span, by(store))


def test_a_quotation_inside_another_is_one_of_its_own(store: Store) -> None:
    assert corrections.add(store, "hama", "article", place(ARTICLE, "God willing"), by(store)) == "hama/q03"


@pytest.mark.parametrize("span", [place(ARTICLE, "\n\n“"), place(ARTICLE, "” ")])
def test_a_selection_without_words_is_refused(store: Store, span: Span) -> None:
    with pytest.raises(BadInput, match="no words"):
        corrections.add(store, "hama", "article", span, by(store))


def test_split_and_join_are_each_other_s_opposite(store: Store) -> None:
    at = ARTICLE.index("in case of")
    new = corrections.split(store, "hama", "article", FIRST, at, by(store))
    assert (new, state(store).published) == ("hama/q03", "We held several meetings on the status of the city,")
    second = state(store, new)
    assert second.published == "in case of its liberation,God willing,"
    assert second.quotation
    assert second.quotation.attribution
    assert corrections.join(store, "hama", "article", new, FIRST, by(store)) == FIRST
    assert state(store).quotation == state(store).first_quotation
    retired = state(store, new).retired
    assert retired
    assert retired.replaced_by == FIRST
    assert list(states_of(store, "hama")) == [FIRST, SECOND]


@pytest.mark.parametrize("at", [0, FIRST_QUOTE.start, FIRST_QUOTE.end, len(ARTICLE)])
def test_a_cut_outside_the_words_is_refused(store: Store, at: int) -> None:
    with pytest.raises(BadInput):
        corrections.split(store, "hama", "article", FIRST, at, by(store))


def test_join_keeps_the_brackets_and_what_reviewers_wrote(store: Store) -> None:
    do(store, "revise", SECOND, text="There are plans.")
    corrections.join(store, "hama", "article", FIRST, SECOND, by(store))
    now = state(store)
    assert now.quotation
    assert now.quotation.fragments == (FIRST_QUOTE, SECOND_QUOTE)
    assert [span.of(ARTICLE) for span in now.quotation.interpolations] == ["[governing Hama]"]
    assert now.rendering == f"{FIRST_QUOTE.of(ARTICLE)} There are plans."
    with pytest.raises(BadInput):
        corrections.join(store, "hama", "article", FIRST, FIRST, by(store))


def test_a_unit_taken_out_is_neither_reviewed_nor_exported(store: Store, tmp_path: Path) -> None:
    desk = Desk(store, "hama")
    before = desk.catch_up()
    corrections.retire(store, "hama", "article", FIRST, "a headline", by(store))
    desk.catch_up()
    assert (desk.keys, desk.gone(before), desk.gone(desk.cursor), desk.view(FIRST, "Omar")) == ((SECOND,), [FIRST], [], None)
    (answer,) = desk.apply([Operation("late", FIRST, before, "comment", {"text": "hm"})], "Omar")
    assert (answer["status"], "no longer there" in answer["message"]) == ("refused", True)
    export(store, Choice(project_id="hama", format_id="po", scope=Scope.ALL), tmp_path / "all.po")
    assert FIRST not in (tmp_path / "all.po").read_text(encoding="utf-8")
    with pytest.raises(NotFound):
        corrections.retire(store, "hama", "article", FIRST, "", by(store))


def test_exports_and_checks_read_the_corrected_quotation(store: Store, tmp_path: Path) -> None:
    correct(store, speaker=Named("Abu Ahmed", "Ahmed al-Hamwi"), fragments=(place(ARTICLE, "We held several meetings"),))
    path = tmp_path / "all.po"
    export(store, Choice(project_id="hama", format_id="po", scope=Scope.ALL), path)
    text = path.read_text(encoding="utf-8")
    assert "Ahmed al-Hamwi" in text
    assert "God willing" not in text
    desk = Desk(store, "hama")
    desk.catch_up()
    assert desk.open_findings(FIRST) == len([finding for finding in desk.view(FIRST, "Lina")["findings"] if not finding["dismissed"]])
    assert not [finding for finding in desk.view(FIRST, "Lina")["findings"] if finding["check"] == "missing-space"]


def test_the_history_says_what_was_corrected(store: Store) -> None:
    correct(store, speaker=Named("Abu Ahmed", "Ahmed al-Hamwi"), kind=QuotationKind.PARTIAL)
    correct(store, fragments=(SHORTER,))
    desk = Desk(store, "hama")
    desk.catch_up()
    newest, older = desk.view(FIRST, "Lina")["history"][:2]
    assert older["text"] == "Corrected the quotation: speaker Ahmed al-Hamwi instead of Abu Ahmed; partial instead of direct"
    assert newest["text"] == "Corrected the quotation: “We held ” taken out"
    assert newest["restore"] == SHORTER.of(ARTICLE)


def test_the_pane_does_not_undo_a_correction(store: Store) -> None:
    do(store, "revise", text="We met.", reviewer="Lina")
    correct(store, kind=QuotationKind.PARTIAL)
    desk = Desk(store, "hama")
    desk.catch_up()
    assert desk.view(FIRST, "Lina")["undoable"] is False
    (answer,) = desk.apply([Operation("undo", FIRST, desk.cursor, "undo", {})], "Lina")
    assert (answer["status"], "article's page" in answer["message"]) == ("refused", True)


# Reading the article anew


def found(article: Document) -> tuple[Quotation, ...]:
    return extract.quotations(article)


def new(store: Store) -> list[str]:
    article = store.document("hama", "article")
    return [quotation.id for quotation in preparing.new_quotations(found(article), states_of(store, "hama", retired=True), "article")]


def test_a_new_reading_brings_nothing_back(store: Store) -> None:
    assert new(store) == []
    corrections.split(store, "hama", "article", FIRST, ARTICLE.index("in case of"), by(store))
    assert new(store) == []
    corrections.join(store, "hama", "article", FIRST, SECOND, by(store))
    assert new(store) == []
    corrections.retire(store, "hama", "article", FIRST, "", by(store))
    assert new(store) == []


def test_what_is_new_gets_the_next_number(store: Store) -> None:
    article = store.document("hama", "article")
    other = Quotation(id="q01", document_id="article", fragments=(place(ARTICLE, "met in Hama"),), kind=QuotationKind.PARTIAL)
    states = states_of(store, "hama", retired=True)
    assert [quotation.id for quotation in preparing.new_quotations([other, *found(article)], states, "article")] == ["q03"]


def test_a_place_that_was_looked_for_under_other_words_is_not_proposed(store: Store) -> None:
    searched = preparing.current_quotations(states_of(store, "hama"), "article")
    link = Link(quotation_id="q01", document_id="wire", spans=(Span(0, 5),), score=0.9, margin=0.5)
    found_now = [
        Placement(quotation_id=quotation.id, state=LinkState.PROPOSED, confidence=0.9, candidates=(link,), certainty=Certainty.SURE)
        for quotation in searched.values()
    ]
    correct(store, fragments=(SHORTER,))
    preparing._propose(store, "hama", searched, found_now)
    first, second = state(store).place, state(store, SECOND).place
    assert first
    assert second
    assert (first.spans, second.spans) == ((FIRST_PLACE,), (Span(0, 5),))


def test_a_number_taken_meanwhile_is_not_given_twice(store: Store) -> None:
    seen = store.project("hama").head
    corrections.add(store, "hama", "article", place(ARTICLE, "met in Hama"), by(store))
    added = next(event for event in store.events("hama", unit_key="hama/q03") if isinstance(event, UnitAdded))
    twin = UnitAdded(unit_key=added.unit_key, author="Omar", at=added.at, operation="twin", position=0, target="x")
    with pytest.raises(Conflict):
        store.append("hama", [twin], expected_sequence=seen)


# People and outlets


def test_spellings_are_counted_and_merged_by_hand(store: Store) -> None:
    correct(store, SECOND, speaker=Named("he", "Abu Ahmad"))
    store.set_settings("hama", {PROTECTED_SPEAKERS: "Abu Ahmad"})
    assert [(use.name, use.spellings) for use in people.names(states_of(store, "hama").values(), AttributionRole.SPEAKER)] == [
        ("Abu Ahmad", (("he", 1),)),
        ("Abu Ahmed", (("Abu Ahmed", 1),)),
    ]
    assert people.merge(store, "hama", AttributionRole.SPEAKER, {"Abu Ahmad", "Abu Ahmed"}, "Abu Ahmed", by(store)) == 1
    (use,) = people.names(states_of(store, "hama").values(), AttributionRole.SPEAKER)
    assert (use.name, dict(use.spellings), use.quotations) == ("Abu Ahmed", {"he": 1, "Abu Ahmed": 1}, 2)
    assert store.project("hama").settings[PROTECTED_SPEAKERS].splitlines() == ["Abu Ahmad", "Abu Ahmed"]
    assert people.merge(store, "hama", AttributionRole.OUTLET, {"x"}, "y", by(store)) == 0
    with pytest.raises(BadInput):
        people.merge(store, "hama", AttributionRole.SPEAKER, {"Abu Ahmed"}, " ", by(store))


# The page's messages


def request(store: Store, kind: str, **fields: object) -> Request:
    return Request(id=uuid.uuid4().hex, kind=kind, seen=store.project("hama").head, fields=fields)


def test_the_page_sees_the_article_as_it_stands(store: Store) -> None:
    view = article_view(Desk(store, "hama"), store.document("hama", "article"))
    first = view["quotations"][0]
    assert (first["key"], first["fragments"], first["speaker"]["who"], first["findings"] > 0) == (FIRST, [FIRST_QUOTE.pair()], "Abu Ahmed", True)
    assert (view["speakers"], view["outlets"], view["cursor"]) == (["Abu Ahmed"], [], 4)


def test_a_correction_sent_twice_is_done_once(store: Store) -> None:
    article = store.document("hama", "article")
    sent = request(store, "add", span=place(ARTICLE, "met in Hama").pair())
    assert perform(store, "hama", article, sent, "Lina")["key"] == "hama/q03"
    head = store.project("hama").head
    assert perform(store, "hama", article, sent, "Lina")["status"] == "stored"
    assert store.project("hama").head == head


def test_a_correction_over_somebody_else_s_says_so(store: Store) -> None:
    article = store.document("hama", "article")
    late = request(store, "retire", unit=FIRST, reason="")
    do(store, "revise", text="We met.")
    answer = perform(store, "hama", article, late, "Lina")
    assert (answer["status"], "somebody else" in answer["message"]) == ("conflict", True)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("explode", {}),
        ("correct", {}),
        ("correct", {"unit": "hama/q99"}),
        ("correct", {"unit": FIRST, "kind_wanted": "loud"}),
        ("correct", {"unit": FIRST, "fragments": "all"}),
        ("correct", {"unit": FIRST, "fragments": []}),
        ("correct", {"unit": FIRST, "fragments": [[5]]}),
        ("correct", {"unit": FIRST, "fragments": [[0, 9], [4, 12]]}),
        ("correct", {"unit": FIRST, "speaker": "x" * 301, "speaker_stands_for": ""}),
        ("correct", {"unit": FIRST, "speaker": 3}),
        ("add", {"span": [0, 100_000]}),
        ("add", {"span": [3, 3]}),
        ("add", {"span": None}),
        ("split", {"unit": FIRST, "at": True}),
        ("split", {"unit": FIRST, "at": -1}),
        ("join", {"unit": FIRST, "other": FIRST}),
        ("retire", {"unit": FIRST, "reason": "x" * 2_001}),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(store: Store, kind: str, fields: dict) -> None:
    head = store.project("hama").head
    answer = perform(store, "hama", store.document("hama", "article"), request(store, kind, **fields), "Lina")
    assert (answer["status"], store.project("hama").head) == ("refused", head)
    assert "\n" not in answer["message"]
