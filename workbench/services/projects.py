"""Projects and what is in them: making, listing, adding articles and sources, deleting."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import BadInput
from workbench.ingest.corpora import corpora_folder, load_corpus
from workbench.model import MACHINE, Document, Event, Role
from workbench.review.state import ReviewState, UnitState, fold
from workbench.services.jobs import ALIGN, PREPARE
from workbench.services.names import SINGLE_ARTICLE, bitext_key, slug
from workbench.store import Job, Original, Project, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectOverview:
    """A project at a glance. `jobs` are the pieces of work that are still open or failed."""

    project: Project
    articles: tuple[Document, ...]
    translations: tuple[Document, ...]
    sources: int
    states: Mapping[ReviewState, int]
    people: tuple[str, ...]
    last_activity: datetime
    jobs: tuple[Job, ...]

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Supplied:
    """A document for a project, with the file it came from where there was one."""

    document: Document
    original: Original | None = None


def create_project(store: Store, title: str, *, description: str = "", project_id: str | None = None) -> Project:
    """A new, empty project; BadInput for an empty title or a taken id."""
    if not title.strip():
        raise BadInput("a project needs a title", remedy="give it the article's headline, for example")
    taken = {project.id for project in store.projects()}
    project = Project(
        id=project_id or slug(title, taken, fallback="project"), title=title.strip(), description=description, created_at=datetime.now(UTC)
    )
    store.add_project(project)
    return project


def overview(store: Store, project: Project) -> ProjectOverview:
    """A project at a glance."""
    documents, events = store.documents(project.id), store.events(project.id)
    states = Counter(state.state for state in fold(events).values())
    jobs = tuple(job for job in store.jobs(project.id) if job.state.open or job.state == "failed")
    return ProjectOverview(
        project=project,
        articles=tuple(document for document in documents if document.role is Role.ARTICLE),
        translations=tuple(document for document in documents if document.role is Role.TRANSLATION),
        sources=sum(document.role is Role.SOURCE for document in documents),
        states={state: states[state] for state in ReviewState if states[state]},
        people=_people(events),
        last_activity=events[-1].at if events else project.created_at,
        jobs=jobs,
    )


def _people(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(sorted({event.author for event in events} - {MACHINE}))


def states_of(store: Store, project_id: str, *, retired: bool = False) -> dict[str, UnitState]:
    """Every unit of a project as it stands, in the order of the articles; those taken out only with `retired`."""
    return fold(store.events(project_id), retired=retired)


def documents_of(store: Store, project_id: str) -> dict[str, Document]:
    """A project's documents by id."""
    return {document.id: document for document in store.documents(project_id)}


def add_article(store: Store, project_id: str, article: Supplied, sources: Sequence[Supplied]) -> Job:
    """Keep an article and its sources under free names, and queue finding its quotations and their places.

    Raises BadInput where the article has no text or a document is in the wrong role.
    """
    if not article.document.text.strip():
        raise BadInput("the article has no text", where=article.document.title or article.document.id, remedy="paste it or choose a file")
    taken = {document.id for document in store.documents(project_id)}
    named = replace(article.document, id=SINGLE_ARTICLE if SINGLE_ARTICLE not in taken else slug(article.document.title, taken, "article"))
    store.add_document(project_id, named, article.original)
    taken.add(named.id)
    for source in sources:
        add_source(store, project_id, source, taken)
    return store.add_job(project_id, PREPARE, named.id)


def add_sources(store: Store, project_id: str, sources: Sequence[Supplied]) -> list[Job]:
    """Keep further sources, and queue looking again for every place nobody has decided on."""
    taken = {document.id for document in store.documents(project_id)}
    for source in sources:
        add_source(store, project_id, source, taken)
    articles = [document for document in store.documents(project_id) if document.role is Role.ARTICLE]
    return [store.add_job(project_id, PREPARE, article.id) for article in articles]


def add_source(store: Store, project_id: str, source: Supplied, taken: set[str] | None = None) -> str:
    """Keep a source under a free name made of its outlet or title, and give that name."""
    if source.document.role is not Role.SOURCE:
        raise BadInput("only sources can be added here", where=source.document.id)
    names = taken if taken is not None else {document.id for document in store.documents(project_id)}
    wanted = " ".join(part for part in (source.document.outlet, source.document.title) if part) or source.document.id
    name = slug(wanted, names, fallback="source")
    store.add_document(project_id, replace(source.document, id=name), source.original)
    names.add(name)
    return name


def load_samples(store: Store, folder: Path | None = None) -> list[Job]:
    """Take in the sample corpora that are not there yet; their quotations are found by the jobs given back."""
    jobs: list[Job] = []
    known = {project.id for project in store.projects()}
    for corpus_folder in sorted((folder or corpora_folder()).iterdir()):
        if corpus_folder.name in known or not (corpus_folder / "corpus.toml").is_file():
            continue
        corpus = load_corpus(corpus_folder)
        articles = [document for document in corpus.documents if document.role is Role.ARTICLE]
        create_project(store, corpus.title, description=corpus.description, project_id=corpus_folder.name)
        for document in corpus.documents:
            store.add_document(corpus_folder.name, document)
        jobs.extend(store.add_job(corpus_folder.name, PREPARE, article.id, background=True) for article in articles)
        translated = zip(corpus.in_role(Role.SOURCE), corpus.in_role(Role.TRANSLATION), strict=False)
        keys = [bitext_key(source.id, target.id) for source, target in translated]
        jobs.extend(store.add_job(corpus_folder.name, ALIGN, key, background=True) for key in keys)
    return jobs
