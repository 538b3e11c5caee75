"""Marks, comments on words, the editor's lines and signatures, rules of a project, and who is there."""

import time
from typing import Any

import pytest

from tests.services.conftest import FIRST, FIRST_PLACE, SECOND, SOURCE
from tests.services.test_desk import BETTER, do, operation, state
from workbench.checks.profile import Profile
from workbench.encoder import load as load_encoder
from workbench.errors import BadInput
from workbench.model import ErrorSpan, Severity, SignedOff
from workbench.review.state import ReviewState
from workbench.services import preferences
from workbench.services.desk import Desk
from workbench.services.presence import STAYS, Presence
from workbench.services.profiles import save_profile
from workbench.services.sheet import sheet
from workbench.store import Store


def place(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"span": [start, start + len(words)], "exact": words, "before": text[:start][-32:], "after": text[start + len(words) :][:32]}


def mark(desk: Desk, words: str = "several meetings", *, reviewer: str = "Lina", name: str = "m1", **fields: Any) -> dict[str, Any]:
    target = place(desk.view(FIRST, reviewer)["target"]["reviewed"], words)
    return do(desk, reviewer, FIRST, "mark", **{"mark": name, "category": "accuracy/mistranslation", "severity": "major", "target": target} | fields)


def marks(desk: Desk) -> list[dict[str, Any]]:
    return desk.view(FIRST, "anybody")["marks"]


def test_a_mark_stays_on_its_words_and_says_when_they_have_changed(desk: Desk) -> None:
    assert mark(desk, note="one only")["status"] == "stored"
    do(desk, "Lina", FIRST, "revise", text="Yesterday, we held several meetings, he said")
    (found,) = marks(desk)
    start, end = found["target"]["span"]
    assert "Yesterday, we held several meetings, he said"[start:end] == "several meetings"
    assert (found["severity"], found["points"], found["note"], found["author"]) == ("major", 5, "one only", "Lina")
    do(desk, "Lina", FIRST, "revise", text="We met once")
    assert marks(desk)[0]["target"] == {"exact": "several meetings", "span": None}


def test_a_mark_is_changed_by_its_name_and_removed(desk: Desk, store: Store) -> None:
    mark(desk)
    changed = do(desk, "Omar", FIRST, "mark", mark="m1", category="accuracy/addition", severity="minor", target="kept")
    assert changed["status"] == "stored"
    (found,) = marks(desk)
    assert (found["category"], found["severity"], found["target"]["exact"]) == ("accuracy/addition", "minor", "several meetings")
    assert do(desk, "Omar", FIRST, "unmark", mark="m1")["status"] == "stored"
    assert marks(desk) == []
    assert sum(isinstance(event, ErrorSpan) for event in store.events("hama")) == 2
    history = [line["text"] for line in desk.view(FIRST, "Omar")["history"]][:3]
    assert history == [
        "Took a mark away: Addition",
        "Changed the mark on “several meetings”: minor, Addition",
        "Marked “several meetings”: major, Mistranslation",
    ]


def test_a_mark_changed_after_an_edit_is_still_on_its_first_words(desk: Desk) -> None:
    mark(desk)
    do(desk, "Lina", FIRST, "revise", text="Yesterday we held several meetings, several meetings indeed")
    do(desk, "Omar", FIRST, "mark", mark="m1", category="accuracy/addition", severity="minor", target="kept")
    assert marks(desk)[0]["target"]["span"] == [18, 34]
    do(desk, "Omar", FIRST, "unmark", mark="m1")
    assert do(desk, "Omar", FIRST, "mark", mark="m1", category="accuracy/addition", severity="major", target="kept")["status"] == "stored"
    assert marks(desk)[0]["target"]["span"] == [18, 34]


def test_an_omission_is_a_point_in_the_rendering_and_words_of_the_arabic(desk: Desk) -> None:
    view = desk.view(FIRST, "Lina")
    point = place(view["target"]["reviewed"], "")
    missing = place(view["source"]["text"], "إذا ما تم")
    answer = do(desk, "Lina", FIRST, "mark", mark="m2", category="accuracy/omission", severity="critical", target=point, source=missing)
    assert answer["status"] == "stored"
    (found,) = marks(desk)
    assert (found["target"]["span"], found["source"]["exact"]) == ([0, 0], "إذا ما تم")


def test_a_mark_on_words_that_moved_meanwhile_goes_with_them(desk: Desk) -> None:
    seen = desk.view(FIRST, "Lina")["target"]["reviewed"]
    do(desk, "Omar", FIRST, "revise", text=f"Look: {seen}")
    answer = mark(desk, target=place(seen, "several meetings"))
    assert answer["status"] == "stored"
    assert marks(desk)[0]["target"]["span"] == [seen.index("several") + 6, seen.index("several") + 6 + len("several meetings")]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"category": "accuracy/nothing"}, "no error category “accuracy/nothing”"),
        ({"severity": "terrible"}, "“terrible” is not one of neutral, minor, major, critical"),
        ({"target": None}, "a mark needs a place"),
        ({"target": {"span": [0, 3], "exact": "zzz"}}, "“zzz” is no longer in the text"),
        ({"target": {"span": [0, 9], "exact": "We"}}, "“target” is no place in a text"),
        ({"target": {"span": "all"}}, "“target” is no place in a text"),
        ({"target": "kept"}, "“target” is no place in a text"),
    ],
)
def test_a_mark_that_cannot_be_taken_says_why(desk: Desk, fields: dict[str, Any], says: str) -> None:
    answer = mark(desk, **fields)
    assert answer["status"] == "refused"
    assert says in answer["message"]
    assert marks(desk) == []


def test_the_same_words_are_not_marked_twice_as_the_same(desk: Desk) -> None:
    mark(desk)
    again = mark(desk, name="m2", reviewer="Omar")
    assert again["status"] == "refused"
    assert "Lina has marked these words as this already" in again["message"]
    assert mark(desk, name="m2", reviewer="Omar", category="style/awkward")["status"] == "stored"


def test_a_comment_on_words_for_a_person_is_settled_and_opened_again(desk: Desk) -> None:
    view = desk.view(FIRST, "Lina")
    on = place(view["source"]["text"], "إذا ما تم")
    do(desk, "Lina", FIRST, "comment", text="@Omar if or when?", mentions=["Omar"], side="source", place=on)
    row = next(row for row in desk.rows() if row["key"] == FIRST)
    assert (row["comments"], row["mentions"], row["people"]) == (1, ["Omar"], ["Lina"])
    (comment,) = desk.view(FIRST, "Omar")["comments"]
    assert (comment["place"]["exact"], comment["side"], comment["mentions"]) == ("إذا ما تم", "source", ["Omar"])
    assert do(desk, "Omar", FIRST, "resolve", comment=comment["id"], resolved=True)["status"] == "stored"
    assert "comments" not in next(row for row in desk.rows() if row["key"] == FIRST)
    do(desk, "Lina", FIRST, "resolve", comment=comment["id"], resolved=False)
    assert desk.view(FIRST, "Omar")["comments"][0]["resolved"] is False
    assert do(desk, "Omar", FIRST, "resolve", comment="another", resolved=True)["status"] == "refused"


def test_two_who_write_the_gloss_do_not_overwrite_each_other(desk: Desk) -> None:
    assert do(desk, "Lina", FIRST, "gloss", text="we conducted several meetings", was="")["status"] == "stored"
    refused = do(desk, "Omar", FIRST, "gloss", text="we held meetings", was="")
    assert refused["status"] == "refused"
    assert "Lina wrote another gloss first: “we conducted several meetings”" in refused["message"]
    assert do(desk, "Omar", FIRST, "gloss", text="we held meetings", was="we conducted several meetings")["status"] == "stored"
    assert desk.view(FIRST, "Omar")["gloss"] == "we held meetings"


def test_a_signature_holds_until_the_unit_changes(desk: Desk, store: Store) -> None:
    do(desk, "Lina", FIRST, "remedy", value="change words")
    assert do(desk, "Huda", FIRST, "sign-off")["status"] == "stored"
    assert desk.view(FIRST, "Lina")["signed_off"]["author"] == "Huda"
    do(desk, "Lina", FIRST, "comment", text="thanks")
    assert desk.view(FIRST, "Lina")["signed_off"]
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    assert desk.view(FIRST, "Lina")["signed_off"] is None
    assert any(isinstance(event, SignedOff) for event in store.events("hama"))


def test_what_was_not_seen_is_not_signed(desk: Desk) -> None:
    seen = desk.view(FIRST, "Huda")["sequence"]
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    (answer,) = desk.apply([operation(desk, FIRST, "sign-off", based_on=seen)], "Huda")
    assert answer["status"] == "conflict"


def test_a_new_gloss_or_mark_is_not_signed_unseen_and_takes_a_signature_back(desk: Desk) -> None:
    seen = desk.view(FIRST, "Huda")["sequence"]
    do(desk, "Lina", FIRST, "explain", text="readers would think it certain", was="")
    (answer,) = desk.apply([operation(desk, FIRST, "sign-off", based_on=seen)], "Huda")
    assert answer["status"] == "conflict"
    assert do(desk, "Huda", FIRST, "sign-off")["status"] == "stored"
    mark(desk, severity="critical")
    assert desk.view(FIRST, "Huda")["signed_off"] is None


def test_an_editors_own_remedy_is_signed_with_the_rest(desk: Desk) -> None:
    seen = desk.view(FIRST, "Huda")["sequence"]
    remedy = operation(desk, FIRST, "remedy", based_on=seen, value="leave")
    signed = operation(desk, FIRST, "sign-off", based_on=seen)
    assert [answer["status"] for answer in desk.apply([remedy, signed], "Huda")] == ["stored", "stored"]


def test_taking_back_ones_verdict_gives_no_other_persons_in_ones_own_name(desk: Desk) -> None:
    do(desk, "Omar", FIRST, "revise", text=BETTER)
    do(desk, "Lina", FIRST, "verdict", verdict="approved")
    do(desk, "Omar", FIRST, "verdict", verdict="second-look")
    do(desk, "Omar", FIRST, "undo")
    assert state(desk) == ReviewState.CHANGED


def test_undo_takes_back_what_it_names(desk: Desk) -> None:
    first = do(desk, "Lina", FIRST, "revise", text=BETTER)["sequence"]
    do(desk, "Lina", FIRST, "revise", text="We met")
    refused = do(desk, "Lina", FIRST, "undo", of=first)
    assert (refused["status"], "perhaps in another tab" in refused["message"]) == ("refused", True)
    assert desk.view(FIRST, "Lina")["target"]["reviewed"] == "We met"


def test_the_sheet_says_it_in_plain_words(desk: Desk) -> None:
    mark(desk, severity="minor")
    mark(desk, "We held", name="m2", severity="critical")
    do(desk, "Lina", FIRST, "gloss", text="we conducted", was="")
    do(desk, "Lina", FIRST, "explain", text="that it was certain", was="")
    article = desk.source("article")
    assert article
    first, second = sheet(desk, article, "Huda")["rows"]
    assert first["severity"] == {"id": "critical", "words": "must not stand as it is"}
    assert (first["gloss"], first["difference"], first["source"]["outlet"]) == ("we conducted", "that it was certain", "كلنا شركاء")
    assert first["place"]["words"].startswith("sure, found by the program")
    assert (second["place"]["words"], second["source"], second["severity"]) == ("not in the supplied sources", None, None)


def test_the_arabic_can_be_corrected_and_the_correction_taken_back(desk: Desk) -> None:
    before = desk.view(FIRST, "Lina")["source"]["text"]
    corrected = before.replace("أجرينا", "عقدنا")
    assert do(desk, "Lina", FIRST, "revise-source", text=corrected)["status"] == "stored"
    view = desk.view(FIRST, "Lina")
    assert (view["source"]["text"], view["source"]["uncorrected"], state(desk)) == (corrected, before, ReviewState.CHANGED)
    refused = do(desk, "Lina", FIRST, "verdict", verdict="approved")
    assert refused["status"] == "refused"
    assert do(desk, "Lina", FIRST, "undo")["status"] == "stored"
    view = desk.view(FIRST, "Lina")
    assert (view["source"]["text"], view["source"]["uncorrected"], state(desk)) == (before, None, ReviewState.WAITING)
    do(desk, "Lina", FIRST, "revise-source", text=corrected)
    do(desk, "Lina", FIRST, "revise-source", text=before)
    assert desk.view(FIRST, "Lina")["source"]["uncorrected"] is None
    assert do(desk, "Lina", FIRST, "revise-source", text=" ")["status"] == "refused"


def test_a_project_may_want_a_reason_for_changed_words(desk: Desk, store: Store) -> None:
    preferences.set_preferences(store, "hama", reason_on_change=True, own_categories="honorific: Honorific")
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    refused = do(desk, "Omar", FIRST, "verdict", verdict="approved")
    assert (refused["status"], "without a reason" in refused["message"]) == ("refused", True)
    assert do(desk, "Omar", FIRST, "verdict", verdict="approved", reason="a space was missing")["status"] == "stored"
    assert mark(desk, "several", category="project/honorific")["status"] == "stored"
    with pytest.raises(BadInput, match="is no category"):
        preferences.set_preferences(store, "hama", reason_on_change=True, own_categories="?")


def test_queries_are_kept_for_everybody(desk: Desk, store: Store) -> None:
    assert do_project(desk, "save-query", name=" To  check ", query="state:waiting has:finding")["status"] == "stored"
    assert preferences.queries(store.project("hama").settings) == {"To check": "state:waiting has:finding"}
    assert do_project(desk, "save-query", name=" ", query="x")["status"] == "refused"
    assert do_project(desk, "drop-query", name="To check")["status"] == "stored"
    assert preferences.queries(store.project("hama").settings) == {}


def do_project(desk: Desk, kind: str, **fields: object) -> dict[str, Any]:
    (answer,) = desk.apply([operation(desk, "", kind, based_on=0, **fields)], "Lina")
    return answer


def test_texts_are_found_in_either_language_and_by_likeness(desk: Desk) -> None:
    assert desk.found("ar", "المدينة") == [FIRST]
    assert desk.found("en", "PLANS have") == [SECOND]
    assert desk.found("like", "we held many meetings on the status of the city") == [FIRST]
    assert desk.found("like", FIRST) == [FIRST]
    assert desk.found("ar", "لا شيء") == []


def test_thousands_of_units_are_shown_before_they_are_checked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.services.desk.CHECKED_AT_ONCE", 0)
    assert all("findings" not in row for row in desk.rows())
    settle(desk)
    assert desk.checked >= 1
    found = {row["key"]: row.get("findings", 0) for row in desk.rows(desk.cursor, checked=0)}
    assert found[FIRST] > 0
    assert desk.rows(desk.cursor, checked=desk.checked) == []
    assert {row["key"]: row.get("findings", 0) for row in desk.rows()} == found


def test_who_is_there_is_forgotten_after_a_while() -> None:
    now = [0.0]
    presence = Presence(lambda: now[0])
    presence.seen("Lina", FIRST)
    presence.seen("Omar", SECOND)
    assert presence.others("Lina") == [{"name": "Omar", "unit": SECOND}]
    now[0] = STAYS + 1
    presence.seen("Lina", FIRST)
    assert presence.others("Omar") == [{"name": "Lina", "unit": FIRST}]
    assert presence.others("Lina") == []


def findings(desk: Desk, key: str = FIRST) -> dict[str, bool]:
    return {finding["check"]: finding["dismissed"] for finding in desk.view(key, "Lina")["findings"]}


def test_a_finding_dismissed_in_the_project_stays_away_and_says_why(desk: Desk) -> None:
    (finding,) = [one for one in desk.view(FIRST, "Lina")["findings"] if one["check"] == "missing-space"]
    refused = do(desk, "Lina", FIRST, "dismiss", finding=finding["id"], check="missing-space", reason=" ", scope="project")
    assert (refused["status"], "has no reason" in refused["message"]) == ("refused", True)
    assert findings(desk)["missing-space"] is False
    stored = do(desk, "Lina", FIRST, "dismiss", finding=finding["id"], check="missing-space", reason="as printed", scope="project")
    assert stored["status"] == "stored"
    assert findings(desk)["missing-space"] is True
    assert desk.view(FIRST, "Lina")["history"][0]["text"] == "Dismissed “Missing space” in this project: as printed"


def test_the_projects_profile_decides_which_checks_run_and_how_bad_they_are(desk: Desk, store: Store) -> None:
    assert {"missing-space"} <= findings(desk).keys()
    save_profile(store, "hama", Profile(off=frozenset({"brackets-added"}), severities=(("missing-space", Severity.CRITICAL),)))
    desk.catch_up()
    (finding,) = [one for one in desk.view(FIRST, "Lina")["findings"] if one["check"] == "missing-space"]
    assert finding["severity"] == "critical"
    assert "brackets-added" not in findings(desk, SECOND)


def test_units_are_held_against_each_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.services.desk.SETTLES", 0.0)
    do(desk, "Lina", FIRST, "revise", text="We want the institutions of the state to be preserved")
    do(desk, "Lina", SECOND, "revise", text="We want the institutions of the state to be kept")
    settle(desk)
    assert "quote-altered" in findings(desk, SECOND)
    assert next(row for row in desk.rows() if row["key"] == SECOND)["checks"].count("quote-altered") == 1
    do(desk, "Lina", SECOND, "revise", text="Something else was said")
    settle(desk)
    assert "quote-altered" not in findings(desk, SECOND)


def test_a_clause_left_out_is_shown_in_the_arabic_once_meanings_were_compared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.services.desk.SETTLES", 0.0)
    desk = Desk(store, "hama", load_encoder)
    desk.catch_up()

    def lengths() -> list[dict[str, Any]]:
        return [one for one in desk.view(FIRST, "Lina")["findings"] if one["check"] == "length"]

    do(desk, "Lina", FIRST, "revise", text="We held several meetings")
    assert [one["source_span"] for one in lengths()] == [None]
    settle(desk)
    (finding,) = lengths()
    assert "may be left out: the rendering has" in finding["message"]
    assert SOURCE[FIRST_PLACE.start :][slice(*finding["source_span"])].endswith("تحريرها بإذن الله")
    do(desk, "Lina", FIRST, "verdict", verdict="second-look", reason="", override=False)
    assert lengths() == [finding]
    do(desk, "Lina", FIRST, "revise", text="We held several meetings on the status of the city, in case of its liberation, God willing,")
    settle(desk)
    assert lengths() == []


def settle(desk: Desk) -> None:
    """Wait until nothing is being checked any more."""
    deadline = time.monotonic() + 20
    while not desk.settled and time.monotonic() < deadline:
        time.sleep(0.01)
    assert desk.settled
