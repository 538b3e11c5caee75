"""Export: choose what and how, see the first units and what is left out and why, download, or take the command that does the same."""

import streamlit as st

from workbench.errors import WorkbenchError
from workbench.formats import FORMATS
from workbench.formats.profile import Profile
from workbench.formats.report import Report
from workbench.services.exporting import Choice, Scope, exported, preview
from workbench.ui.resources import choose_project, current_project, go_to, store
from workbench.ui.text import counted, plain

PREVIEW_ROWS = 10
MEDIA_TYPES = {"po": "text/x-gettext-translation", "tmx": "application/x-tmx+xml"}
SCOPES = {
    Scope.APPROVED: "Approved: what somebody answers for",
    Scope.CHANGED: "Changed: the reviewed text differs from the published one",
    Scope.ALL: "All, with what is not approved marked as such",
}
PROFILES = {
    Profile.ARCHIVE: "Archive: everything, with reviewers, comments and the text as published",
    Profile.CLEAN: "Clean memory for clients: no names of reviewers, no comments, whole renderings only",
}


def show() -> None:
    """Draw the page."""
    st.title("Export", anchor=False)
    project = current_project()
    if project is None:
        st.info("There is nothing to export yet.")
        if st.button("New article", type="primary"):
            go_to("new-article")
        return
    titles = {listed.id: listed.title for listed in store().projects()}
    chosen = st.selectbox("Project", list(titles), list(titles).index(project.id), format_func=titles.__getitem__)
    if chosen != project.id:
        choose_project(chosen)
        st.rerun()
    choice = _choice(chosen)
    try:
        with st.spinner("Writing, reading back and comparing…", show_time=True):
            content, report = exported(store(), choice)
    except WorkbenchError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    _result(choice, content, report)


def _choice(project_id: str) -> Choice:
    format_column, scope_column, profile_column = st.columns(3)
    writable = {row.id: row.title for row in FORMATS if row.write is not None}
    return Choice(
        project_id=project_id,
        format_id=format_column.radio("Format", list(writable), format_func=writable.__getitem__),
        scope=scope_column.radio("Which units", list(SCOPES), format_func=SCOPES.__getitem__),
        profile=profile_column.radio("For whom", list(PROFILES), format_func=PROFILES.__getitem__),
    )


def _result(choice: Choice, content: bytes, report: Report) -> None:
    summary, button = st.columns([3, 1], vertical_alignment="center")
    if report.written:
        summary.success(f"{counted(report.written, 'unit')} written to {plain(choice.file_name)}, read back and compared", icon=":material/task_alt:")
    else:
        summary.warning("No unit is in this file: choose another scope, or approve something first", icon=":material/inbox:")
    button.download_button(
        "Download",
        content,
        choice.file_name,
        MEDIA_TYPES.get(choice.format_id, "application/octet-stream"),
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
    )
    for remark in report.remarks:
        st.caption(plain(remark))
    if report.skipped:
        st.subheader(f"Left out: {len(report.skipped)}", anchor=False)
        st.dataframe([{"Unit": skipped.unit, "Why": skipped.reason} for skipped in report.skipped], hide_index=True, width="stretch")
    for what, count in sorted(report.not_kept.items()):
        st.warning(plain(f"Not kept: {count} {what}"))
    if report.written:
        _preview(choice, content)
    st.subheader("The command that does the same", anchor=False)
    st.code(choice.command, language="bash", wrap_lines=True)


def _preview(choice: Choice, content: bytes) -> None:
    st.subheader("The first units", anchor=False)
    rows = [
        {"Unit": record.key, "Arabic": record.source, "English": record.target, "State": record.state.value, "Speaker": record.speaker}
        for record in preview(store(), choice, PREVIEW_ROWS)
    ]
    st.dataframe(rows, hide_index=True, width="stretch")
    with st.expander("The file as it is written"):
        st.code(content[:6000].decode("utf-8", "replace"), language="xml" if choice.format_id == "tmx" else None, wrap_lines=True)
