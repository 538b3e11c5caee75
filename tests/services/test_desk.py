"""What reviewers do at the desk, and what of it they see."""

import uuid

import pytest

from tests.services.conftest import FIRST, FIRST_PLACE, SECOND, SOURCE
from workbench.review.state import ReviewState
from workbench.services.desk import Desk
from workbench.services.operation import Operation
from workbench.store import Store

BETTER = "We held several meetings on the status of the city, in case of its liberation, God willing,"


def operation(desk: Desk, key: str, kind: str, *, after: str | None = None, based_on: int | None = None, **fields: object) -> Operation:
    sequence = desk.view(key, "anybody")["sequence"] if based_on is None else based_on
    return Operation(uuid.uuid4().hex, key, sequence, kind, fields, after)


def do(desk: Desk, reviewer: str, key: str, kind: str, **fields: object) -> dict:
    (answer,) = desk.apply([operation(desk, key, kind, **fields)], reviewer)
    return answer


def state(desk: Desk, key: str = FIRST) -> str:
    return desk.view(key, "anybody")["state"]


def test_a_unit_shows_both_sides_with_their_surroundings(desk: Desk) -> None:
    view = desk.view(FIRST, "Lina")
    assert (view["heading"]["speaker"], view["heading"]["cue"], view["heading"]["position"], view["heading"]["of"]) == ("Abu Ahmed", "said", 1, 2)
    (candidate,) = view["source"]["candidates"]
    assert candidate["before"] == "وقال القيادي أبو أحمد: «"
    assert candidate["pieces"] == [[FIRST_PLACE.of(SOURCE), True]]
    assert (view["source"]["chosen"], view["source"]["certainty"], candidate["reasons"]) == (0, "sure", ["inside quote marks"])
    assert view["target"]["before"] == "“"
    assert view["target"]["after"].startswith("” Abu Ahmed said.")


def test_findings_point_at_the_slip_and_offer_the_repair(desk: Desk) -> None:
    (finding,) = [finding for finding in desk.view(FIRST, "Lina")["findings"] if finding["check"] == "missing-space"]
    start, end = finding["target_span"]
    published = desk.view(FIRST, "Lina")["target"]["published"]
    assert published[:start] + finding["suggestion"] + published[end:] == BETTER
    typed = desk.findings_while_typing(FIRST, BETTER)
    assert not [finding for finding in typed if finding["check"] == "missing-space"]


def test_interpolations_follow_the_rendering(desk: Desk) -> None:
    view = desk.view(SECOND, "Lina")
    ((start, end),) = view["target"]["interpolations"]
    assert view["target"]["reviewed"][start:end] == "[governing Hama]"
    do(desk, "Lina", SECOND, "revise", text="The plans for [governing Hama],")
    view = desk.view(SECOND, "Lina")
    ((start, end),) = view["target"]["interpolations"]
    assert view["target"]["reviewed"][start:end] == "[governing Hama]"


def test_edit_and_approval_by_another_person(desk: Desk, store: Store) -> None:
    assert do(desk, "Lina", FIRST, "revise", text=BETTER)["status"] == "stored"
    assert state(desk) == ReviewState.CHANGED
    assert [score["name"] for score in desk.view(FIRST, "Lina")["scores"]] == ["TER", "chrF"]
    refused = do(desk, "Lina", FIRST, "verdict", verdict="approved")
    assert (refused["status"], "Lina wrote this text" in refused["message"]) == ("refused", True)
    assert do(desk, "Omar", FIRST, "verdict", verdict="approved")["status"] == "stored"
    assert state(desk) == ReviewState.APPROVED
    kinds = [event.kind for event in store.events("hama", unit_key=FIRST)]
    assert kinds == ["added", "link-proposed", "revised", "link-decided", "verdict"]
    history = [line["text"] for line in desk.view(FIRST, "Omar")["history"]]
    assert history[:3] == ["Approved with changes", "Place confirmed in كلنا شركاء", "Changed a space put in"]


def test_approving_alone_is_possible_and_said(desk: Desk) -> None:
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    view = desk.view(FIRST, "Lina")
    assert (view["may_approve"], view["needs_override"]) == (False, True)
    assert do(desk, "Lina", FIRST, "verdict", verdict="approved", override=True)["status"] == "stored"
    assert desk.view(FIRST, "Lina")["history"][0]["text"] == "Approved with changes, alone"


def test_a_save_over_a_newer_text_shows_both(desk: Desk) -> None:
    seen = desk.view(FIRST, "Omar")["sequence"]
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    answer = do(desk, "Omar", FIRST, "revise", based_on=seen, text="We met.")
    assert (answer["status"], answer["theirs"]["text"], answer["theirs"]["author"]) == ("conflict", BETTER, "Lina")
    assert desk.view(FIRST, "Omar")["target"]["reviewed"] == BETTER


def test_operations_on_their_way_build_on_one_another(desk: Desk) -> None:
    seen = desk.view(FIRST, "Lina")["sequence"]
    first = operation(desk, FIRST, "revise", based_on=seen, text="We met.")
    second = operation(desk, FIRST, "revise", based_on=seen, after=first.id, text="We met often.")
    assert [answer["status"] for answer in desk.apply([first, second], "Lina")] == ["stored", "stored"]
    again = desk.apply([first, second], "Lina")
    assert [answer["status"] for answer in again] == ["stored", "stored"]
    assert len([line for line in desk.view(FIRST, "Lina")["history"] if line["kind"] == "revised"]) == 2


def test_what_builds_on_a_refused_operation_is_refused_with_it(desk: Desk) -> None:
    seen = desk.view(FIRST, "Omar")["sequence"]
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    first = operation(desk, FIRST, "revise", based_on=seen, text="We met.")
    second = operation(desk, FIRST, "verdict", based_on=seen, after=first.id, verdict="approved")
    assert [answer["status"] for answer in desk.apply([first, second], "Omar")] == ["conflict", "conflict"]
    assert state(desk) == ReviewState.CHANGED


def test_undo_goes_back_step_by_step_and_stops_at_others_work(desk: Desk) -> None:
    published = desk.view(FIRST, "Lina")["target"]["published"]
    do(desk, "Omar", FIRST, "revise", text="We met.")
    do(desk, "Lina", FIRST, "revise", text="We met often.")
    do(desk, "Lina", FIRST, "verdict", verdict="second-look")
    do(desk, "Lina", FIRST, "undo")
    assert state(desk) == ReviewState.CHANGED
    do(desk, "Lina", FIRST, "undo")
    assert desk.view(FIRST, "Lina")["target"]["reviewed"] == "We met."
    refused = do(desk, "Lina", FIRST, "undo")
    assert (refused["status"], "Omar's, not yours" in refused["message"]) == ("refused", True)
    do(desk, "Omar", FIRST, "undo")
    assert desk.view(FIRST, "Omar")["target"]["reviewed"] == published
    assert do(desk, "Omar", FIRST, "undo")["message"].endswith("nothing to undo")


def test_linking_elsewhere_reopens_and_no_source_is_a_state(desk: Desk) -> None:
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    other = SOURCE.index("وغادر")
    answer = do(desk, "Lina", FIRST, "link", document_id="wire", spans=[[other, other + 11]])
    assert answer["status"] == "stored"
    view = desk.view(FIRST, "Lina")
    assert (view["state"], view["source"]["text"], view["source"]["chosen"]) == (ReviewState.WAITING, "وغادر الوفد", 0)
    do(desk, "Lina", FIRST, "link", document_id=None, spans=[])
    assert (state(desk), desk.view(FIRST, "Lina")["source"]["text"]) == (ReviewState.NO_SOURCE, "")


@pytest.mark.parametrize("spans", [[], [[0, 0]], [[0, 10_000]], [[5, 2]], [["a", 2]], [[0, 6], [4, 9]], [3]])
def test_impossible_places_are_refused(desk: Desk, spans: list) -> None:
    assert do(desk, "Lina", FIRST, "link", document_id="wire", spans=spans)["status"] == "refused"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("explode", {}),
        ("revise", {"text": 3}),
        ("revise", {"text": "x" * 20_001}),
        ("revise", {"text": "a\0b"}),
        ("verdict", {"verdict": "perfect"}),
        ("verdict", {"verdict": "rejected", "reason": " "}),
        ("link", {"document_id": "nowhere", "spans": [[0, 1]]}),
        ("comment", {"text": "  "}),
        ("dismiss", {"finding": "nameless"}),
        ("fidelity", {"value": "perfect"}),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(desk: Desk, kind: str, fields: dict) -> None:
    before = desk.cursor
    answer = do(desk, "Lina", FIRST, kind, **fields)
    assert (answer["status"], desk.cursor) == ("refused", before)
    assert "\n" not in answer["message"]


def test_dismissed_findings_stay_dismissed_after_an_edit_elsewhere(desk: Desk) -> None:
    (finding,) = [finding for finding in desk.view(FIRST, "Lina")["findings"] if finding["check"] == "missing-space"]
    do(desk, "Lina", FIRST, "dismiss", finding=finding["id"], reason="house style")
    do(desk, "Lina", FIRST, "revise", text="So " + desk.view(FIRST, "Lina")["target"]["reviewed"])
    (again,) = [finding for finding in desk.view(FIRST, "Lina")["findings"] if finding["check"] == "missing-space"]
    assert again["dismissed"]


def test_rows_tell_what_changed_since(desk: Desk) -> None:
    assert [row["key"] for row in desk.rows()] == [FIRST, SECOND]
    cursor = desk.cursor
    do(desk, "Lina", SECOND, "comment", text="Where is this from?")
    assert [row["key"] for row in desk.rows(cursor)] == [SECOND]
    assert desk.view(SECOND, "Lina")["comments"][0]["text"] == "Where is this from?"


def test_two_desks_on_one_store_see_each_other(desk: Desk, store: Store) -> None:
    other = Desk(store, "hama")
    other.catch_up()
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    other.catch_up()
    assert other.view(FIRST, "Omar") == desk.view(FIRST, "Omar")


def test_fidelity_and_remedy_are_kept_apart_from_the_verdict(desk: Desk) -> None:
    do(desk, "Lina", FIRST, "fidelity", value="condensed")
    do(desk, "Lina", FIRST, "remedy", value="change words")
    view = desk.view(FIRST, "Lina")
    assert (view["fidelity"], view["remedy"], view["state"]) == ("condensed", "change words", ReviewState.WAITING)
    do(desk, "Lina", FIRST, "fidelity", value=None)
    assert desk.view(FIRST, "Lina")["fidelity"] is None


def test_restoring_a_former_text_is_a_new_revision(desk: Desk) -> None:
    do(desk, "Lina", FIRST, "revise", text="We met.")
    do(desk, "Lina", FIRST, "revise", text="We met often.")
    line = next(line for line in desk.view(FIRST, "Lina")["history"] if line["restore"] == "We met.")
    do(desk, "Lina", FIRST, "restore", text=line["restore"], of=line["sequence"])
    assert desk.view(FIRST, "Lina")["target"]["reviewed"] == "We met."
