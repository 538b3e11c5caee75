"""The same review as a plain Streamlit page: text area, radio, buttons, dataframe. What the pane's figures are held against.

Started by the benchmarks, which name the database in WORKBENCH_DATABASE. It reads and saves through the same desk and runs under the same
settings, so that what differs is the page. In the address: `project`; `list` is `table` (one dataframe of all units), `buttons` (a button a unit,
`rows` of them) or nothing.
"""

import uuid

import streamlit as st

from workbench.review.changes import ChangeKind, changes
from workbench.services.desk import Desk
from workbench.services.operations import Operation
from workbench.services.settings import database_address
from workbench.store import Store, open_store

VERDICTS = ("approved", "second-look", "rejected")


@st.cache_resource(show_spinner=False)
def store() -> Store:
    return open_store(database_address())


@st.cache_resource(show_spinner=False)
def desk(project: str) -> Desk:
    return Desk(store(), project)


def main() -> None:
    st.set_page_config(layout="wide")
    held = desk(st.query_params["project"])
    held.catch_up()
    place = st.session_state.setdefault("place", int(st.query_params.get("at", 0)))
    side, middle = st.columns([1, 2])
    with side:
        units_list(held)
    with middle:
        unit(held, held.keys[place])


def units_list(held: Desk) -> None:
    kind = st.query_params.get("list")
    if kind == "table":
        st.dataframe(held.rows(), hide_index=True, column_order=["position", "label", "speaker", "state", "findings"], height=600)
    elif kind == "buttons":
        for row in held.rows()[: int(st.query_params.get("rows", 100))]:
            st.button(f"{row['label']} · {row['speaker']} · {row['state']}", key=row["key"], on_click=go, args=(row["position"],))


def unit(held: Desk, key: str) -> None:
    view = held.view(key, "Lina")
    assert view
    st.subheader(f"{view['heading']['resolved']} · quote {view['heading']['position']}")
    candidate = view["source"]["candidates"][0]
    st.text(candidate["before"] + "".join(text for text, _ in candidate["pieces"]) + candidate["after"])
    st.text(view["target"]["published"])
    text = st.text_area("Rendering", view["target"]["reviewed"], key=f"text-{key}")
    st.markdown(tracked(view["target"]["published"], text))
    for finding in view["findings"]:
        st.text(finding["message"])
    verdict = st.radio("Verdict", VERDICTS, key=f"verdict-{key}", horizontal=True)
    accept, following = st.columns(2)
    accept.button("Accept", on_click=judge, args=(held, key, text, verdict), shortcut="Ctrl+Shift+Enter")
    following.button("Next", on_click=go, args=(st.session_state["place"] + 1,))


def tracked(before: str, after: str) -> str:
    """The changes in Streamlit's own markdown."""
    marked = {ChangeKind.EQUAL: "{}", ChangeKind.DELETED: "~~{}~~", ChangeKind.INSERTED: ":green[{}]"}
    return " ".join(marked[change.kind].format(change.text.strip()) for change in changes(before, after) if change.text.strip())


def go(place: int) -> None:
    st.session_state["place"] = place


def judge(held: Desk, key: str, text: str, verdict: str) -> None:
    view = held.view(key, "Lina")
    assert view
    operations = [Operation(uuid.uuid4().hex, key, view["sequence"], "verdict", {"verdict": verdict, "reason": "", "override": True})]
    if text != view["target"]["reviewed"]:
        revision = Operation(uuid.uuid4().hex, key, view["sequence"], "revise", {"text": text})
        operations = [revision, Operation(operations[0].id, key, view["sequence"], "verdict", operations[0].fields, revision.id)]
    st.session_state["answers"] = held.apply(operations, "Lina")
    go(st.session_state["place"] + 1)


if __name__ == "__main__":
    main()
