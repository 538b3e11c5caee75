"""The states of a project's units as a thin bar, each with its share, its colour and its words."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from workbench.review.state import ReviewState

STYLES = """
.states { --ok: #0b6b3a; --changed: #c98a12; --look: #8a5fb0; --bad: #a3262a;
  --wait: color-mix(in srgb, currentColor 18%, transparent);
  font: 12.5px/1.5 var(--st-font); color: var(--st-text-color); }
.bar { display: flex; gap: 2px; height: 7px; border-radius: 4px; overflow: hidden; background: transparent; }
.bar i { display: block; min-width: 5px; }
.approved { background: var(--ok); } .changed { background: var(--changed); } .second-look { background: var(--look); }
.rejected { background: var(--bad); } .waiting { background: var(--wait); }
.no-source { box-shadow: inset 0 0 0 1px color-mix(in srgb, currentColor 45%, transparent); background:
  repeating-linear-gradient(115deg, transparent 0 3px, color-mix(in srgb, currentColor 30%, transparent) 3px 5px); }
ul { display: flex; flex-wrap: wrap; gap: 2px 16px; list-style: none; margin: 7px 0 0; padding: 0; }
li { display: flex; align-items: center; gap: 6px; }
li i { width: 9px; height: 9px; border-radius: 50%; display: inline-block; }
"""

SCRIPT = """
export default function ({ data, parentElement }) {
  const bar = parentElement.querySelector(".bar");
  const list = parentElement.querySelector("ul");
  bar.replaceChildren();
  list.replaceChildren();
  for (const { state, kind, count } of data.states) {
    const part = bar.appendChild(document.createElement("i"));
    part.className = kind;
    part.style.flex = String(count);
    const line = list.appendChild(document.createElement("li"));
    line.appendChild(document.createElement("i")).className = kind;
    line.append(`${count} ${state}`);
  }
}
"""

FRAME = '<div class="states"><div class="bar" aria-hidden="true"></div><ul></ul></div>'

KINDS = {
    ReviewState.APPROVED: "approved",
    ReviewState.CHANGED: "changed",
    ReviewState.SECOND_LOOK: "second-look",
    ReviewState.REJECTED: "rejected",
    ReviewState.WAITING: "waiting",
    ReviewState.NO_SOURCE: "no-source",
}


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("workbench_states", html=FRAME, css=STYLES, js=SCRIPT)


def state_bar(states: Mapping[ReviewState, int], *, key: str) -> None:
    """Draw the bar and, under it, what its parts mean."""
    _component()(
        key=key, data={"states": [{"state": state.value, "kind": KINDS[state], "count": states[state]} for state in KINDS if states.get(state)]}
    )
