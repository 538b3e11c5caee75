"""Export: choose what and how, see the first units and what is left out and why, download, or take the command that does the same.

Units go to other programs, papers to people, and the whole project to another machine.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st

from workbench.errors import WorkbenchError
from workbench.formats import FORMATS, PAPERS
from workbench.formats.profile import Profile
from workbench.formats.report import Report
from workbench.metrics.mqm import sample_words
from workbench.services import archive, papers, quality
from workbench.services.exporting import REGIONS, Choice, Scope, exported, preview
from workbench.ui.pages.choosing import chosen_project
from workbench.ui.resources import store
from workbench.ui.stopping import stoppable, was_stopped
from workbench.ui.tables import texts_table
from workbench.ui.text import counted, plain

PREVIEW_ROWS = 10
SHOWN_LINES = 200
WRITING = "Writing, reading back and comparing"
MEDIA_TYPES = {
    ".po": "text/x-gettext-translation",
    ".tmx": "application/x-tmx+xml",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlf": "application/x-xliff+xml",
    ".xliff": "application/xliff+xml",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".rating": "text/plain",
    ".jsonl": "application/jsonl",
}
NOT_TEXT = frozenset({"xlsx"})


class Sort(StrEnum):
    """What is exported, and for whom."""

    UNITS = "Units, for other programs"
    PAPER = "A paper, for people"
    QUALITY = "A quality report"
    PROJECT = "The whole project"


SCOPES = {
    Scope.APPROVED: ("Approved", "What somebody answers for"),
    Scope.CHANGED: ("Changed", "The reviewed text differs from the published one"),
    Scope.ALL: ("All", "With what is not approved marked as such"),
}
PROFILES = {
    Profile.ARCHIVE: ("Archive", "Everything, with reviewers, comments and the text as published"),
    Profile.CLEAN: ("Clean memory for clients", "No names of reviewers, no comments, whole renderings only"),
}


def show() -> None:
    """Draw the page."""
    st.title("Export", anchor=False)
    st.caption("Units go to other programs, papers to people, and the whole project to another machine.")
    chosen = chosen_project("There is nothing to export yet.")
    if chosen is None:
        return
    sort = st.segmented_control("What", list(Sort), default=Sort.UNITS, required=True, label_visibility="collapsed")
    try:
        {Sort.UNITS: _units, Sort.PAPER: _paper, Sort.QUALITY: _quality, Sort.PROJECT: _project}[Sort(sort or Sort.UNITS)](chosen)
    except WorkbenchError as error:
        st.error(plain(str(error)), icon=":material/error:")


def _units(project_id: str) -> None:
    choice = _choice(project_id)
    if was_stopped(WRITING):
        st.warning("Stopped: no file was made.", icon=":material/stop_circle:")
        st.button("Write it after all", icon=":material/refresh:")
        return
    with stoppable(WRITING) as watch:
        content, report = exported(store(), choice, watch)
    _result(choice, content, report)


def _paper(project_id: str) -> None:
    """One article's review as a document: what was corrected, by whom and why."""
    articles = {article.id: article.title or article.id for article in papers.articles(store(), project_id)}
    if not articles:
        st.info("This project has no article to write a paper about.")
        return
    kind_column, article_column = st.columns(2)
    kind = kind_column.radio("Paper", PAPERS, format_func=lambda kind: kind.title)
    article = article_column.selectbox("Article", list(articles), format_func=articles.__getitem__)
    name = papers.file_name(kind, project_id, article)
    paper = papers.paper(store(), project_id, article)
    _download(f"{paper.summary} The whole is in {name}", papers.written(store(), project_id, kind.id, article), name)
    _command(f"python3 -m workbench export {project_id} --format {kind.id} --article {article} -o {name}")


def _quality(project_id: str) -> None:
    """Points, states and effort, with the size of every sample."""
    articles = {article.id: article.title or article.id for article in papers.articles(store(), project_id)}
    kind_column, article_column = st.columns(2)
    kind = kind_column.radio("Report", quality.REPORTS, format_func=lambda kind: kind.title)
    whole = {"": "The whole project"} | articles
    article = article_column.selectbox("About", list(whole), format_func=whole.__getitem__) or None
    with st.spinner("Counting…", show_time=True):
        figures = quality.quality(store(), project_id, article)
        content = quality.written(figures, kind.id)
    name = quality.file_name(kind, project_id, article)
    tally = figures.tally
    held = f"{counted(figures.units, 'quotation')}, {counted(tally.errors, 'error')} marked, {counted(tally.points, 'point')}: {name}"
    _download(held, content, name)
    st.caption(plain(sample_words(tally)))
    about = f" --article {article}" if article else ""
    _command(f"python3 -m workbench export {project_id} --format {kind.id}{about} -o {name}")


def _project(project_id: str) -> None:
    """Everything, for another machine."""
    name = project_id + archive.EXTENSION
    with st.spinner("Writing, reading back and comparing…", show_time=True), TemporaryDirectory(prefix="workbench-export-") as folder:
        path = Path(folder) / name
        contents = archive.write_project(store(), project_id, path)
        content = path.read_bytes()
    held = f"{counted(contents.documents, 'document')} and {counted(contents.events, 'event')} written to {name}, every hash checked"
    _download(held, content, name)
    st.caption("Articles, sources, the files they came from, and the whole history. Import takes it in on another machine, the same in every event.")
    _command(f"python3 -m workbench export {project_id} --format {archive.FORMAT_ID} -o {name}")


def _choice(project_id: str) -> Choice:
    format_column, scope_column, profile_column = st.columns(3)
    writable = {row.id: row.title for row in FORMATS if row.write is not None}
    _regions(project_id)
    return Choice(
        project_id=project_id,
        format_id=format_column.radio("Format", list(writable), format_func=writable.__getitem__),
        scope=scope_column.radio("Which units", list(SCOPES), format_func=lambda scope: SCOPES[scope][0], captions=_captions(SCOPES)),
        profile=profile_column.radio("For whom", list(PROFILES), format_func=lambda profile: PROFILES[profile][0], captions=_captions(PROFILES)),
        article_id=_article(project_id),
    )


def _captions(choices: Mapping[Any, tuple[str, str]]) -> list[str]:
    return [caption for _, caption in choices.values()]


def _article(project_id: str) -> str | None:
    """The article whose units are exported; nothing is asked where there is only one."""
    titles = {"": "All articles"} | {article.id: article.title or article.id for article in papers.articles(store(), project_id)}
    if len(titles) < 3:
        return None
    return st.selectbox("Of which article", list(titles), format_func=titles.__getitem__) or None


def _regions(project_id: str) -> None:
    """The regional tags of the project, kept as soon as they are typed."""
    settings = store().project(project_id).settings
    with st.expander("Regional tags", icon=":material/language:"):
        typed = st.text_area(
            "A language and its tag, a line each", settings.get(REGIONS, ""), placeholder="ar=ar-SY\nen=en-GB", key=f"regions-{project_id}"
        )
        if typed.strip() != settings.get(REGIONS, ""):
            store().set_settings(project_id, settings | {REGIONS: typed.strip()})


def _download(what: str, content: bytes, name: str) -> None:
    """What was written, in a line, and the button that takes it."""
    summary, button = st.columns([3, 1], vertical_alignment="center")
    summary.success(plain(what), icon=":material/task_alt:")
    button.download_button(
        "Download",
        content,
        name,
        MEDIA_TYPES.get(Path(name).suffix, "application/octet-stream"),
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
    )


def _command(command: str) -> None:
    st.subheader("The command that does the same", anchor=False)
    st.code(command, language=None, wrap_lines=True)


def _result(choice: Choice, content: bytes, report: Report) -> None:
    if report.written:
        _download(f"{counted(report.written, 'unit')} written to {choice.file_name}, read back and compared", content, choice.file_name)
    else:
        remedy = "" if choice.scope is Scope.ALL else ": choose another scope, or approve something first"
        st.warning(f"Nothing of this project can be in such a file yet{remedy}", icon=":material/inbox:")
    for remark in report.remarks:
        st.caption(plain(remark))
    if report.skipped:
        st.subheader(f"Left out: {len(report.skipped)}", anchor=False)
        shown = report.skipped[:SHOWN_LINES]
        texts_table([{"Unit": plain(left.unit), "Why": plain(left.reason)} for left in shown], key="skipped")
        if len(report.skipped) > SHOWN_LINES:
            st.caption(f"and {len(report.skipped) - SHOWN_LINES:,} more; the command names them all")
    for what, count in sorted(report.not_kept.items()):
        st.warning(plain(f"Not kept: {count} {what}"))
    if report.written:
        _preview(choice, content)
    _command(choice.command)


def _preview(choice: Choice, content: bytes) -> None:
    st.subheader("The first units", anchor=False)
    rows = [
        {
            "Unit": plain(record.key or ""),
            "Arabic": plain(record.source),
            "English": plain(record.target),
            "State": record.state.value,
            "Speaker": plain(record.speaker or ""),
        }
        for record in preview(store(), choice, PREVIEW_ROWS)
    ]
    texts_table(rows, key="preview")
    if choice.format_id not in NOT_TEXT:
        with st.expander("The file as it is written"):
            language = "xml" if content.startswith(b"<?xml") else None
            st.code(content[:6000].decode("utf-8", "replace"), language=language, wrap_lines=True)
