"""What the browser sends is read with care: it may be older than the server, or nobody's friend."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput
from workbench.ui.component import LiveCheck, Operation, Sync

REVISION = {"operation": "4f", "unit": "hama/q04", "based_on": 7, "after": None, "kind": "revise", "text": "we held talks"}


def message(**fields: Any) -> dict[str, Any]:
    return {"n": 3, "cursor": 12, "want": [], "outbox": [], "check": None, **fields}


def test_an_operation_keeps_its_payload_apart_from_its_header() -> None:
    (operation,) = Sync.parse(message(outbox=[REVISION])).outbox
    assert operation == Operation(operation="4f", unit="hama/q04", based_on=7, kind="revise", after=None, payload={"text": "we held talks"})


def test_a_live_check() -> None:
    check = {"key": "hama/q04", "request": 5, "text": "we held"}
    assert Sync.parse(message(check=check)).check == LiveCheck("hama/q04", 5, "we held")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (None, "the message is not an object"),
        (message(outbox={}), "outbox is not a list"),
        (message(outbox=["x"]), "an operation is not an object"),
        (message(outbox=[{**REVISION, "kind": "drop table"}]), "'drop table' is no kind of operation"),
        (message(outbox=[{**REVISION, "unit": 4}]), "unit is not a text"),
        (message(outbox=[{**REVISION, "based_on": -1}]), "based_on is not a count"),
        (message(n=True), "n is not a count"),
        (message(cursor=1.5), "cursor is not a count"),
        (message(cursor=float("nan")), "cursor is not a count"),
        (message(cursor=float("inf")), "cursor is not a count"),
        (message(check={"key": "q", "request": 1}), "text is not a text"),
    ],
)
def test_what_is_not_well_formed_is_refused_in_one_line(sent: Any, said: str) -> None:
    with pytest.raises(BadInput, match=said) as error:
        Sync.parse(sent)
    assert "reload the page" in str(error.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(st.fixed_dictionaries({"n": JSON, "cursor": JSON, "want": JSON, "outbox": JSON, "check": JSON}))
def test_any_json_is_read_or_refused(sent: Any) -> None:
    with suppress(BadInput):
        Sync.parse(sent)
