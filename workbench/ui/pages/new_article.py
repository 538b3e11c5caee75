"""New article: the English on the left, the Arabic it may come from on the right, what is odd about either said in place."""

from datetime import UTC, date, datetime, time

import streamlit as st

from workbench.errors import WorkbenchError
from workbench.ingest import Ingested
from workbench.model import DocumentKind, Provenance, Role
from workbench.services import intake, projects
from workbench.services.intake import Details
from workbench.services.projects import Supplied
from workbench.ui.resources import choose_project, go_to, store
from workbench.ui.text import counted, plain

FILE_TYPES = ["txt", "html", "htm", "docx", "odt", "pdf"]
SOURCES = "new-article-sources"
ROUND = "new-article-round"
"""Counts the articles added in this session: part of every key, so that the form is empty again for the next one."""
NEW_PROJECT = "A new project"
DIALECTS = {
    "ar": "Modern Standard Arabic",
    "ar-SY": "Syrian",
    "ar-LB": "Lebanese",
    "ar-JO": "Jordanian",
    "ar-PS": "Palestinian",
    "ar-IQ": "Iraqi",
    "ar-EG": "Egyptian",
    "ar-SD": "Sudanese",
    "ar-SA": "Gulf",
    "ar-YE": "Yemeni",
    "ar-LY": "Libyan",
    "ar-TN": "Tunisian",
    "ar-DZ": "Algerian",
    "ar-MA": "Moroccan",
}
SOURCE_KINDS = [kind for kind in DocumentKind if kind is not DocumentKind.ARTICLE] + [DocumentKind.ARTICLE]
PROVENANCES = list(Provenance)


def show() -> None:
    """Draw the page."""
    st.title("New article", anchor=False)
    st.caption("The English as it was published, and every Arabic text its quotes may come from. Each quotation is then looked for in all of them.")
    left, right = st.columns(2, gap="large")
    with left, st.container(key="wb-article"):
        st.subheader("The article, in English", anchor=False)
        article = _card(_key("article"), Role.ARTICLE)
    with right, st.container(key="wb-sources"):
        st.subheader("Arabic sources", anchor=False)
        sources = [_source(number) for number in st.session_state.setdefault(SOURCES, [1])]
        if st.button("Add another source", icon=":material/add:", key=_key("add")):
            st.session_state[SOURCES] = [*st.session_state[SOURCES], max(st.session_state[SOURCES], default=0) + 1]
            st.rerun()
    st.divider()
    _submit(article, [source for source in sources if source])


def _key(name: str) -> str:
    return f"{name}-{st.session_state.setdefault(ROUND, 0)}"


def _source(number: int) -> Supplied | None:
    with st.container(border=True):
        title, remove = st.columns([6, 1], vertical_alignment="center")
        title.markdown(f"**Source {number}**")
        if remove.button("", icon=":material/close:", key=_key(f"remove-{number}"), help=f"Remove source {number}"):
            st.session_state[SOURCES] = [other for other in st.session_state[SOURCES] if other != number]
            st.rerun()
        return _card(_key(f"source-{number}"), Role.SOURCE)


def _card(key: str, role: Role) -> Supplied | None:
    """The fields of one text; the document they make, None while there is none."""
    article = role is Role.ARTICLE
    paste, upload = st.tabs(["Paste", "Choose a file"])
    pasted = paste.text_area(
        "The text of the article" if article else "The Arabic text", height=360 if article else 180, key=f"{key}-text", label_visibility="collapsed"
    )
    uploaded = upload.file_uploader(
        "A .txt, .html, .docx, .odt or .pdf file", type=FILE_TYPES, key=f"{key}-file", help="The file itself is kept beside its text, with its hash."
    )
    file = (uploaded.name, uploaded.getvalue()) if uploaded else None
    if not file and not pasted.strip():
        return None
    try:
        with st.spinner("Reading…", show_time=True):
            ingested = _ingested(role, pasted, file, st.session_state.get(f"{key}-kind"))
        return _read(key, role, ingested, file)
    except WorkbenchError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return None


@st.cache_data(max_entries=50, show_spinner=False)
def _ingested(role: Role, pasted: str, file: tuple[str, bytes] | None, kind: DocumentKind | None) -> Ingested:
    """The reading of a text, made once: the page is drawn again after every keystroke that ends a field."""
    return intake.read(role, "en" if role is Role.ARTICLE else "ar", pasted=pasted, file=file, kind=kind)


def _read(key: str, role: Role, ingested: Ingested, file: tuple[str, bytes] | None) -> Supplied | None:
    for warning in ingested.warnings:
        st.warning(plain(warning), icon=":material/warning:")
    typed = ""
    if ingested.needs_typing:
        typed = st.text_area("Type its text here", height=180, key=f"{key}-typed")
    elif file:
        with st.expander(f"Read {counted(len(ingested.text), 'character')} from {plain(file[0])}"):
            st.text(ingested.text[:3000] + ("…" if len(ingested.text) > 3000 else ""))
    if role is Role.ARTICLE and not ingested.needs_typing:
        _quotations(ingested.text)
    details = _details(key, role, ingested)
    if ingested.needs_typing and not typed.strip():
        return None
    return intake.supplied(ingested, role, details, file=file, typed=typed)


def _quotations(text: str) -> None:
    counts = intake.quotation_counts(text)
    if counts:
        kinds = ", ".join(f"{count} {kind.value}" for kind, count in counts.items())
        st.success(f"{counted(sum(counts.values()), 'quotation')} found: {kinds}", icon=":material/format_quote:")
    else:
        st.warning("No quotation found: is anything in quote marks?", icon=":material/format_quote:")


def _details(key: str, role: Role, ingested: Ingested) -> Details:
    article = role is Role.ARTICLE
    first, second = st.columns(2)
    outlet = first.text_input("Outlet", value=ingested.outlet or "", key=f"{key}-outlet")
    published = second.date_input("Published", value=ingested.published, key=f"{key}-published", format="YYYY-MM-DD")
    with st.expander("More about it", expanded=False):
        title = st.text_input("Title", value=ingested.title, key=f"{key}-title")
        author = st.text_input("Author", value=ingested.author or "", key=f"{key}-author")
        url = st.text_input("Link", value=ingested.url or "", key=f"{key}-url", placeholder="https://")
        retrieved = st.date_input("Retrieved", value=date.today(), key=f"{key}-retrieved", format="YYYY-MM-DD")  # noqa: DTZ011 (the reader's day)
        kind, language, provenance = DocumentKind.ARTICLE, "en", Provenance.ORIGINAL
        if not article:
            kind = st.selectbox(
                "Kind", SOURCE_KINDS, SOURCE_KINDS.index(ingested.kind), format_func=lambda kind: kind.value.capitalize(), key=f"{key}-kind"
            )
            language = st.selectbox("Dialect", list(DIALECTS), format_func=DIALECTS.__getitem__, key=f"{key}-dialect")
            provenance = st.selectbox("These words are", PROVENANCES, format_func=str.capitalize, key=f"{key}-provenance")
    return Details(
        title=title,
        outlet=outlet,
        author=author,
        url=url,
        language=language,
        kind=kind,
        provenance=provenance,
        published=published,
        retrieved=datetime.combine(retrieved, time(), UTC) if isinstance(retrieved, date) else None,
    )


def _submit(article: Supplied | None, sources: list[Supplied]) -> None:
    listed = store().projects()
    names = {project.id: project.title for project in listed}
    choice, button = st.columns([3, 1], vertical_alignment="bottom")
    where = choice.selectbox(
        "Put it into", [NEW_PROJECT, *names], format_func=lambda project_id: names.get(project_id, NEW_PROJECT), key=_key("project")
    )
    only_sources = article is None and bool(sources) and where != NEW_PROJECT
    label = "Add the sources and look again" if only_sources else "Find the quotes"
    missing = None if article or only_sources else "Paste the article first, or choose a project to add sources to"
    if button.button(label, type="primary", icon=":material/search:", disabled=missing is not None, help=missing, width="stretch"):
        _add(where, article, sources)
    if article is not None and not sources:
        st.info("Without Arabic sources every quotation will be “not in the supplied sources”. You can add them to the project later, on this page.")


def _add(where: str, article: Supplied | None, sources: list[Supplied]) -> None:
    try:
        if article is None:
            project = store().project(where)
            projects.add_sources(store(), project.id, sources)
        else:
            title = article.document.title or "Untitled article"
            project = store().project(where) if where != NEW_PROJECT else projects.create_project(store(), title)
            projects.add_article(store(), project.id, article, sources)
    except WorkbenchError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    choose_project(project.id)
    st.session_state[ROUND] += 1
    st.session_state[SOURCES] = [1]
    go_to("library")
