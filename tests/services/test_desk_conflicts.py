"""What a reviewer can still do after somebody else was first."""

from tests.services.conftest import FIRST
from tests.services.test_desk import BETTER, do, operation
from workbench.services.desk import Desk


def test_a_conflict_names_what_a_new_save_must_be_based_on(desk: Desk) -> None:
    seen = desk.view(FIRST, "Omar")["sequence"]
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    conflict = do(desk, "Omar", FIRST, "revise", based_on=seen, text="We met.")
    assert conflict["sequence"] == desk.view(FIRST, "Omar")["sequence"]
    assert do(desk, "Omar", FIRST, "revise", based_on=conflict["sequence"], text="We met.")["status"] == "stored"


def test_a_comment_filed_after_a_save_that_came_too_late_is_kept(desk: Desk) -> None:
    seen = desk.view(FIRST, "Omar")["sequence"]
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    late = operation(desk, FIRST, "revise", based_on=seen, text="We met.")
    comment = operation(desk, FIRST, "comment", based_on=seen, after=late.id, text="Who was there?")
    verdict = operation(desk, FIRST, "verdict", based_on=seen, after=comment.id, verdict="approved")
    assert [answer["status"] for answer in desk.apply([late, comment, verdict], "Omar")] == ["conflict", "stored", "conflict"]
    assert [line["text"] for line in desk.view(FIRST, "Omar")["comments"]] == ["Who was there?"]


def test_a_remark_is_no_proof_of_having_seen_the_newest_text(desk: Desk) -> None:
    seen = desk.view(FIRST, "Omar")["sequence"]
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    comment = operation(desk, FIRST, "comment", based_on=seen, text="Who was there?")
    verdict = operation(desk, FIRST, "verdict", based_on=seen, after=comment.id, verdict="approved")
    assert [answer["status"] for answer in desk.apply([comment, verdict], "Omar")] == ["stored", "conflict"]
