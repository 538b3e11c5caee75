"""Import: a file that came back, whose work it is, what it would do here, and then what it did."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory

import streamlit as st

from workbench.errors import WorkbenchError
from workbench.formats import FORMATS
from workbench.formats.columns import OTHER_NAMES, TEXTS, normal
from workbench.formats.report import Report
from workbench.services import archive
from workbench.services.importing import Delivery, Duplicates, ImportSummary, Line, headings, import_file, outcome_words, preview_file
from workbench.services.merging import Outcome
from workbench.services.names import slug
from workbench.ui.resources import choose_project, current_project, go_to, store
from workbench.ui.stopping import stoppable, was_stopped
from workbench.ui.tables import both_texts, texts_table
from workbench.ui.text import counted, plain

FILE_TYPES = [extension.lstrip(".") for row in FORMATS for extension in row.extensions] + [archive.FORMAT_ID]
NEW_PROJECT = ""
SHOWN_LINES = 200
TITLES = {
    Outcome.CONFLICT: "Changed on both sides: nothing is overwritten here, look at these by hand",
    Outcome.REVISED: "Revised outside",
    Outcome.OLDER: "Newer here; the file has a text from before",
    Outcome.EMPTIED: "Without a rendering in the file; nothing is emptied here",
}
DONE = "import-done"
PREVIEWED = "import-previewed"
READING = "Reading and comparing"
IMPORTING = "Importing"
DUPLICATES = {Duplicates.FIRST: "the first is taken, later ones are named", Duplicates.NUMBERED: "later ones are new units with a number"}


def show() -> None:
    """Draw the page."""
    st.title("Import", anchor=False)
    st.caption(
        "A file that was worked on outside becomes revisions under its reviser's name. A whole project comes in as it went out, in every event."
    )
    uploaded = st.file_uploader("A file in one of the exchange formats, or a project", type=FILE_TYPES)
    if uploaded is None:
        return
    try:
        if Path(uploaded.name).suffix.lower() == archive.EXTENSION:
            _project(uploaded.name, uploaded.getvalue())
        else:
            _units(uploaded.name, uploaded.getvalue())
    except WorkbenchError as error:
        st.error(plain(str(error)), icon=":material/error:")


@contextmanager
def _kept(name: str, content: bytes) -> Iterator[Path]:
    """The upload as a file with its own name, as long as it is read."""
    with TemporaryDirectory(prefix="workbench-import-") as folder:
        path = Path(folder) / Path(name.replace("\0", "")).name
        path.write_bytes(content)
        yield path


def _units(name: str, content: bytes) -> None:
    """Units for a project."""
    titles = {listed.id: listed.title for listed in store().projects()} | {NEW_PROJECT: "A new project"}
    current = current_project()
    project_column, author_column = st.columns(2)
    places = list(titles)
    project_id = project_column.selectbox("Into", places, places.index(current.id) if current else 0, format_func=titles.__getitem__)
    author = author_column.text_input("Whose work is this?", placeholder="A name, or the agency’s")
    add_new = st.checkbox("Also take in units that are not here", value=True)
    reading = _reading(name, content)
    target = project_id or slug(Path(name).stem, set(titles))
    if not author.strip():
        st.info("Say whose work it is: the revisions go into the history under this name.", icon=":material/person:")
        return
    delivery = replace(reading, author=author, add_new=add_new)
    done = st.session_state.get(DONE)
    if done and done[0] == _moment(target, content):
        if _headline(done[1], "Review", ":material/rate_review:", done=True):
            choose_project(target)
            go_to("review")
        _result(done[1])
        return
    summary = _previewed(_moment(target, content), content, delivery)
    if summary is None:
        return
    moves = summary.counts[Outcome.ADDED] + summary.counts[Outcome.REVISED] + summary.comments + summary.marks
    if was_stopped(IMPORTING):
        st.warning("Stopped: nothing of the file was stored.", icon=":material/stop_circle:")
    if _headline(summary, "Import", ":material/download_done:", disabled=not moves):
        with stoppable(IMPORTING) as watch, _kept(name, content) as path:
            summary = import_file(store(), target, replace(delivery, path=path), watch)
        choose_project(target)  # a new one is the one to look at now
        st.session_state[DONE] = (_moment(target, content), summary)
        st.rerun()
    _result(summary)
    st.subheader("The command that does the same", anchor=False)
    st.code(f"python3 -m workbench import {target} {quote(name)} --as {quote(author)}{_options(delivery)}", language=None, wrap_lines=True)


def _reading(name: str, content: bytes) -> Delivery:
    """How the file is to be read, where a person knows better than the file; closed unless a table's columns have no names we know."""
    path = Path(name.replace("\0", ""))
    unnamed: list[str] = []
    with _kept(name, content) as kept:
        found = headings(kept)
    known = {normal(heading) for heading in found} | {OTHER_NAMES.get(normal(heading), "") for heading in found}
    if found and not {"source", "target"} <= known:
        unnamed = found
    columns: dict[str, str] = {}
    languages: tuple[str, str] | None = None
    with st.expander("How the file is read", expanded=bool(unnamed), icon=":material/tune:"):
        readable = {"": "By its name"} | {row.id: row.title for row in FORMATS}
        format_id = st.selectbox("Format", list(readable), format_func=readable.__getitem__) or None
        if found:
            st.caption("Which column is which")
            for column, field, place in zip(st.columns(len(TEXTS)), TEXTS, ("first", "second", "third"), strict=True):
                heading = column.selectbox(field.capitalize(), ["", *found], format_func=lambda text: text or "by its name", key=f"column-{place}")
                columns |= {heading: field} if heading else {}
        source_column, target_column, duplicates_column = st.columns(3)
        source = source_column.text_input("Source language", placeholder="as the file says")
        target = target_column.text_input("Target language", placeholder="as the file says")
        if source.strip() and target.strip():
            languages = (source.strip(), target.strip())
        duplicates = duplicates_column.selectbox("A key that comes twice", list(Duplicates), format_func=DUPLICATES.__getitem__)
    return Delivery(path=path, author="", format_id=format_id, columns=columns, languages=languages, duplicates=duplicates or Duplicates.FIRST)


def _options(delivery: Delivery) -> str:
    """What of the delivery differs from the usual, as the command's options."""
    words = [] if delivery.add_new else ["--known-only"]
    words += [f"--format {delivery.format_id}"] if delivery.format_id else []
    words += (f"--column {quote(f'{heading}={field}')}" for heading, field in delivery.columns.items())
    words += [f"--languages {quote(','.join(delivery.languages))}"] if delivery.languages else []
    words += [f"--duplicates {delivery.duplicates}"] if delivery.duplicates is not Duplicates.FIRST else []
    return "".join(f" {word}" for word in words)


def _moment(project_id: str, content: bytes) -> tuple[str, int, str]:
    """A project as it stands, and a file: what has been said of both is right until either changes."""
    heads = {project.id: project.head for project in store().projects()}
    return project_id, heads.get(project_id, 0), sha256(content).hexdigest()


def _previewed(moment: tuple[str, int, str], content: bytes, delivery: Delivery) -> ImportSummary | None:
    """What the file would do, made once, as the page is drawn again at every click; None where it was stopped."""
    asked = (moment, repr(delivery))
    known: tuple[object, ImportSummary] | None = st.session_state.get(PREVIEWED)
    if known and known[0] == asked:
        return known[1]
    if was_stopped(READING):
        st.warning("Stopped: the file was not compared, and nothing of it was stored.", icon=":material/stop_circle:")
        st.button("Read it after all", icon=":material/refresh:")
        return None
    with stoppable(READING) as watch, _kept(delivery.path.name, content) as path:
        summary = preview_file(store(), moment[0], replace(delivery, path=path), watch)
    st.session_state[PREVIEWED] = (asked, summary)
    return summary


def _headline(summary: ImportSummary, action: str, icon: str, *, done: bool = False, disabled: bool = False) -> bool:
    """What the file does, or did, in a line, and the button beside it that goes on from here; whether it was pressed."""
    words = ", ".join(outcome_words(summary)) or "no unit"
    comments = f", {counted(summary.comments, 'comment')}" if summary.comments else ""
    comments += f", {counted(summary.marks, 'error span')}" if summary.marks else ""
    said, button = st.columns([3, 1], vertical_alignment="center")
    if done:
        said.success(plain(f"Done: {words}{comments}"), icon=":material/task_alt:")
    else:
        said.info(plain(f"{counted(summary.report.read, 'unit')} in the file: {words}{comments}"), icon=":material/visibility:")
    return button.button(action, type="primary", icon=icon, disabled=disabled, width="stretch")


def _result(summary: ImportSummary) -> None:
    """The units a person may want to look at, and what was left out."""
    for outcome, title in TITLES.items():
        lines = [line for line in summary.lines if line.outcome is outcome]
        if lines:
            st.subheader(f"{title}: {len(lines)}", anchor=False)
            texts_table([_row(line) for line in lines[:SHOWN_LINES]], key=outcome.name.lower())
            _rest(len(lines))
    _losses(summary.report)


def _row(line: Line) -> dict[str, str]:
    changed_by = {"Changed here by": plain(line.by)} if line.by else {}
    here, file = both_texts(line.here, line.file) if line.file else (plain(line.here), "")
    return {"Unit": plain(line.unit), "Here": here, "In the file": file, **changed_by}


def _rest(count: int) -> None:
    """How many lines are not shown."""
    if count > SHOWN_LINES:
        st.caption(f"and {count - SHOWN_LINES:,} more")


def _losses(report: Report) -> None:
    for remark in report.remarks:
        st.caption(plain(remark))
    if report.skipped:
        st.subheader(f"Left out: {len(report.skipped)}", anchor=False)
        shown = report.skipped[:SHOWN_LINES]
        texts_table([{"Unit": plain(left.unit), "Where": plain(left.where), "Why": plain(left.reason)} for left in shown], key="skipped")
        _rest(len(report.skipped))
    for what, count in sorted(report.not_kept.items()):
        st.warning(plain(f"Not taken: {count} {what}"))


def _project(name: str, content: bytes) -> None:
    """A whole project, under a free name."""
    with _kept(name, content) as path:
        contents = archive.look_into(path)
        taken = {project.id for project in store().projects()}
        held = f"{counted(contents.documents, 'document')}, {counted(contents.events, 'event')}, every hash is right"
        st.info(plain(f"{contents.title}: {held}"), icon=":material/visibility:")
        wanted = slug(st.text_input("Short name here", slug(contents.project_id, taken)))
        if wanted in taken:
            st.warning("A project of this name is here already; choose another.")
        elif st.button("Take it in", type="primary", icon=":material/download_done:"):
            with st.spinner("Storing every event…", show_time=True):
                archive.read_project(store(), path, project_id=wanted)
            choose_project(wanted)
            go_to("library")
