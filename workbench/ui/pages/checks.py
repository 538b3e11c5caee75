"""Checks of a project: which run and how bad, the house sheet, terms, patterns to try, what is dismissed, and how often each check was right."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

import streamlit as st

from workbench.checks.house import ArticleStyle, Formulas, HouseSheet, Pattern, QuotePunctuation
from workbench.checks.profile import Profile
from workbench.errors import WorkbenchError
from workbench.model import DismissalScope, Severity, Unit
from workbench.services import check_figures, checking, dismissals, profiles
from workbench.ui.pages.choosing import chosen_project
from workbench.ui.resources import reviewer, store
from workbench.ui.text import plain


class Part(StrEnum):
    """The parts of the page."""

    RUN = "Which checks"
    HOUSE = "House sheet"
    TERMS = "Terms"
    PATTERNS = "Patterns"
    DISMISSED = "Dismissed"
    RIGHT = "How often right"


FORMULAS = {
    Formulas.FREE: "as the translator likes",
    Formulas.RENDER: "always rendered",
    Formulas.KEEP: "kept (inshallah)",
    Formulas.TRANSLATE: "translated (God willing)",
    Formulas.OMIT: "left out",
}
MARKS = {QuotePunctuation.FREE: "either", QuotePunctuation.AMERICAN: "inside, American", QuotePunctuation.BRITISH: "outside, British"}
ARTICLES: dict[ArticleStyle, str] = {style: "any" if style is ArticleStyle.FREE else style.value for style in ArticleStyle}


def show() -> None:
    """Draw the page."""
    st.title("Checks", anchor=False)
    st.caption("What is looked for in this project, how it is written here, and how often each check was right.")
    chosen = chosen_project("There is no project yet.")
    if chosen is None:
        return
    part = Part(st.segmented_control("Part", list(Part), default=Part.RUN, required=True, label_visibility="collapsed") or Part.RUN)
    parts = {Part.RUN: _run, Part.HOUSE: _house, Part.TERMS: _terms, Part.PATTERNS: _patterns, Part.DISMISSED: _dismissed, Part.RIGHT: _right}
    try:
        parts[part](chosen)
    except WorkbenchError as error:
        st.error(plain(str(error)), icon=":material/error:")


def _run(project_id: str) -> None:
    profile = profiles.profile_of(store(), project_id)
    chosen = dict(profile.severities)
    rows = [
        {"Run": row.id not in profile.off, "Check": row.title, "Severity": chosen.get(row.id, row.severity).value, "Name": row.id}
        for row in checking.ALL_CHECKS
    ]
    severity = st.column_config.SelectboxColumn(options=[severity.value for severity in Severity], required=True)
    edited = st.data_editor(rows, column_config={"Severity": severity}, disabled=["Check", "Name"], hide_index=True, width="stretch", key="wb-run")
    if st.button("Keep", type="primary"):
        own = {row.id: row.severity.value for row in checking.ALL_CHECKS}
        off = frozenset(str(row["Name"]) for row in edited if not row["Run"])
        others = tuple((str(row["Name"]), Severity(str(row["Severity"]))) for row in edited if row["Severity"] != own[str(row["Name"])])
        _keep(project_id, replace(profile, off=off, severities=others))


def _house(project_id: str) -> None:
    profile = profiles.profile_of(store(), project_id)
    house = profile.house
    left, right = st.columns(2)
    formulas = left.selectbox("Religious formulas", list(FORMULAS), list(FORMULAS).index(house.formulas), format_func=FORMULAS.__getitem__)
    marks = left.selectbox(
        "Full stop and comma at a quote mark", list(MARKS), list(MARKS).index(house.quote_punctuation), format_func=MARKS.__getitem__
    )
    article = right.selectbox("The article of names", list(ARTICLES), list(ARTICLES).index(house.article), format_func=ARTICLES.__getitem__)
    contractions = right.toggle("No contractions", house.avoid_contractions)
    names = _pairs_editor("Names and their own spelling", ("Arabic", "English"), house.names, "wb-names")
    ranks = _pairs_editor("Ranks, and how they are written before a name", ("Arabic", "English"), house.ranks, "wb-ranks")
    loaded = _pairs_editor("Loaded words, and the Arabic that says them", ("English", "Arabic"), house.loaded, "wb-loaded")
    avoid = _pairs_editor("Words to avoid, and what is written instead", ("Word", "Instead"), house.avoid, "wb-avoid")
    words = st.text_area("Names and words that are right, one a line", "\n".join(sorted(profile.accepted_names | profile.accepted_words)))
    if st.button("Keep", type="primary"):
        accepted = {line.strip() for line in words.splitlines() if line.strip()}
        sheet = HouseSheet(
            names=names,
            ranks=ranks,
            terms=house.terms,
            patterns=house.patterns,
            loaded=loaded,
            avoid=avoid,
            formulas=formulas,
            quote_punctuation=marks,
            article=article,
            avoid_contractions=contractions,
        )
        capitals = frozenset(word for word in accepted if word[0].isupper())
        _keep(project_id, replace(profile, house=sheet, accepted_names=capitals, accepted_words=frozenset(accepted) - capitals))


def _pairs_editor(title: str, columns: tuple[str, str], pairs: tuple[tuple[str, str], ...], key: str) -> tuple[tuple[str, str], ...]:
    """A table of two columns that grows."""
    st.caption(title)
    first, second = columns
    rows = [{first: left, second: right} for left, right in pairs] or [{first: "", second: ""}]
    edited: list[dict[str, Any]] = st.data_editor(rows, num_rows="dynamic", hide_index=True, width="stretch", key=key)
    return tuple((str(row[first]), str(row.get(second) or "")) for row in edited if row.get(first))


def _terms(project_id: str) -> None:
    profile = profiles.profile_of(store(), project_id)
    st.caption("A CSV with the columns arabic, preferred, allowed, forbidden; semicolons part several words in a cell.")
    if profile.house.terms:
        st.dataframe(
            [
                {"Arabic": term.arabic, "Preferred": term.preferred, "Allowed": "; ".join(term.allowed), "Forbidden": "; ".join(term.forbidden)}
                for term in profile.house.terms
            ],
            hide_index=True,
            width="stretch",
        )
    content = profiles.write_terms(profile.house.terms)
    st.download_button("Download", content, f"{project_id}-terms.csv", "text/csv", icon=":material/download:", on_click="ignore")
    uploaded = st.file_uploader("Replace by", type=["csv"])
    if uploaded is not None:
        terms = profiles.read_terms(uploaded.getvalue(), where=uploaded.name)
        st.info(f"{len(terms)} terms in the file")
        if st.button("Keep", type="primary"):
            _keep(project_id, profiles.with_terms(profile, terms))


def _patterns(project_id: str) -> None:
    """The project's patterns, and a place to try them on texts of one's own."""
    profile = profiles.profile_of(store(), project_id)
    blank = {"Name": "", "Arabic": "", "English": "", "Must match": False, "Message": "", "Replacement": ""}
    rows = [
        {
            "Name": row.name,
            "Arabic": row.source,
            "English": row.target,
            "Must match": row.must_match,
            "Message": row.message,
            "Replacement": row.replacement or "",
        }
        for row in profile.house.patterns
    ]
    edited: list[dict[str, Any]] = st.data_editor(rows or [blank], num_rows="dynamic", hide_index=True, width="stretch", key="wb-patterns")
    patterns = tuple(
        Pattern(
            name=str(row["Name"]),
            source=str(row.get("Arabic") or ""),
            target=str(row.get("English") or ""),
            must_match=bool(row.get("Must match")),
            message=str(row.get("Message") or ""),
            replacement=str(row["Replacement"]) if row.get("Replacement") else None,
        )
        for row in edited
        if row.get("Name")
    )
    left, right = st.columns(2)
    arabic, english = left.text_area("Arabic to try them on"), right.text_area("Rendering to try them on")
    for finding in checking.try_patterns(patterns, Unit.of(arabic, english)):
        st.warning(plain(finding.message), icon=":material/search:")
    if st.button("Keep", type="primary"):
        _keep(project_id, replace(profile, house=replace(profile.house, patterns=patterns)))


def _dismissed(project_id: str) -> None:
    decisions = dismissals.standing(store(), project_id)
    if not decisions:
        st.info("Nothing is dismissed beyond single quotations.")
    for place, one in enumerate(decisions):
        where = "in this project" if one.event.scope is DismissalScope.PROJECT else "always"
        words = " / ".join(part for part in one.event.words.split("|") if part)
        line, button = st.columns([5, 1], vertical_alignment="center")
        title = checking.TITLES.get(one.event.check_id, one.event.check_id)
        line.write(plain(f"{title}: “{words}”, {where}: {one.event.reason} ({one.event.author}, {one.event.at:%d %b %Y})"))
        if button.button("Take back", key=f"wb-standing-{place}"):
            dismissals.withdraw(store(), one, by=reviewer())
            st.rerun()


def _right(project_id: str) -> None:
    figures = check_figures.check_figures(store(), project_id)
    if not figures:
        st.info("The checks have found nothing in this project.")
        return
    rows = [
        {
            "Check": checking.TITLES[figure.check_id],
            "Accepted": figure.accepted,
            "Dismissed": figure.dismissed,
            "Open": figure.open,
            "Right": figure.right,
        }
        for figure in figures
    ]
    share = st.column_config.ProgressColumn(min_value=0.0, max_value=1.0, format="percent")
    st.dataframe(rows, column_config={"Right": share}, hide_index=True, width="stretch")
    st.caption("Findings on the published words. Accepted: the words were changed so that the check says it no more.")


def _keep(project_id: str, profile: Profile) -> None:
    profiles.save_profile(store(), project_id, profile)
    st.success("Kept", icon=":material/task_alt:")
