"""The contract of the store, on SQLite."""

import sqlite3
import threading
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, Conflict, NotFound, StoreError
from workbench.model import (
    Attribution,
    AttributionRole,
    Comment,
    Cue,
    Dismissal,
    Document,
    DocumentKind,
    Entry,
    Event,
    Fidelity,
    FidelityJudged,
    Link,
    LinkDecision,
    LinkProposed,
    LinkState,
    Party,
    Placement,
    Quotation,
    QuotationCorrected,
    QuotationKind,
    Remedy,
    RemedyChosen,
    Revision,
    Role,
    Span,
    UnitAdded,
    UnitRetired,
    Verdict,
    VerdictKind,
)
from workbench.store import JobState, Original, Project, Score, Store, open_store, vectors
from workbench.store.migrations import MIGRATIONS

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def common(key: str = "hama/q01", operation: str | None = None) -> dict[str, object]:
    return {"unit_key": key, "author": "Lina", "at": NOW, "operation": operation or uuid.uuid4().hex}


def revision(text: str, key: str = "hama/q01", operation: str | None = None) -> Revision:
    return Revision(**common(key, operation), text=text)


@pytest.fixture
def store(tmp_path: Path):
    store = open_store(str(tmp_path / "project.sqlite"))
    store.add_project(Project(id="hama", title="Hama", created_at=NOW))
    yield store
    store.close()


QUOTATION = Quotation(
    id="q01",
    document_id="article",
    fragments=(Span(0, 4), Span(9, 12)),
    kind=QuotationKind.DIRECT,
    interpolations=(Span(1, 3),),
    attribution=Attribution((Party("he", Span(5, 7), AttributionRole.SPEAKER, "Abu Ahmed", stated=False),), Cue("said", Span(7, 9))),
    reasons=("a cue stands after it",),
)
LINK = Link(quotation_id="q01", document_id="wire", spans=(Span(3, 9),), score=0.7, margin=0.2, reasons=("inside quote marks",))
EVENTS: list[Event] = [
    UnitAdded(**common(), position=3, target="words", article_id="article", quotation=QUOTATION, properties=(("x-client", "NOW"),)),
    QuotationCorrected(**common(), quotation=QUOTATION, published="words"),
    UnitRetired(**common(), reason="a headline", replaced_by="hama/q02"),
    LinkProposed(**common(), placement=Placement(quotation_id="q01", state=LinkState.PROPOSED, confidence=0.9, candidates=(LINK,))),
    LinkDecision(**common(), document_id="wire", spans=(Span(3, 9), Span(12, 20))),
    LinkDecision(**common(), document_id=None),
    Revision(**common(), text="كلمات", restores=1),
    Verdict(**common(), verdict=VerdictKind.REJECTED, reason="a negation is lost", override=True),
    FidelityJudged(**common(), fidelity=Fidelity.CONDENSED),
    RemedyChosen(**common(), remedy=None),
    RemedyChosen(**common(), remedy=Remedy.CLARIFY),
    Comment(**common(), text="Is “status” fair for وضع?"),
    Dismissal(**common(), check_id="number", finding="3:7", reason="a unit was converted"),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
def test_every_event_comes_back_as_it_was(store: Store, event: Event) -> None:
    store.append("hama", [event])
    (stored,) = store.events("hama")
    assert (stored.sequence, type(stored)) == (1, type(event))
    fields = [name for name in type(event).__dataclass_fields__ if name != "sequence"]
    assert [getattr(stored, name) for name in fields] == [getattr(event, name) for name in fields]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(text: str) -> None:
    store = open_store(":memory:")
    store.add_project(Project(id="hama", title="Hama", created_at=NOW))
    store.append("hama", [revision(text)])
    (stored,) = store.events("hama")
    assert isinstance(stored, Revision)
    assert stored.text == text
    store.close()


def test_sequences_count_per_project_and_order_the_log(store: Store) -> None:
    assert store.append(
        "hama",
        [
            revision("a"),
        ],
    ).sequences == (1,)
    assert store.append("hama", [revision("b", operation="x"), revision("c", operation="x")]).sequences == (2, 3)
    assert [event.sequence for event in store.events("hama", after=1)] == [2, 3]
    assert store.project("hama").head == 3
    assert store.units_changed("hama", 3) == set()
    assert store.units_changed("hama", 2) == {"hama/q01"}


def test_a_repeated_operation_is_stored_once(store: Store) -> None:
    first = store.append("hama", [revision("a", operation="x")])
    again = store.append("hama", [revision("a", operation="x")], expected_sequence=0)
    assert (again.sequences, again.repeated) == (first.sequences, True)
    assert len(store.events("hama")) == 1


def test_a_save_over_a_newer_text_is_refused_whoever_wrote_it(store: Store) -> None:
    store.append("hama", [revision("a")])
    with pytest.raises(Conflict) as caught:
        store.append("hama", [revision("b")], expected_sequence=0)
    assert (caught.value.unit_key, caught.value.actual) == ("hama/q01", 1)
    assert len(store.events("hama")) == 1


def test_a_comment_and_another_unit_are_no_conflict(store: Store) -> None:
    store.append("hama", [Comment(**common(), text="why?")])
    store.append("hama", [revision("elsewhere", key="hama/q02")])
    assert store.append("hama", [revision("b")], expected_sequence=0).sequences == (3,)


def test_two_writers_on_one_base_one_wins(store: Store) -> None:
    results: list[str] = []

    def save(text: str) -> None:
        try:
            store.append("hama", [revision(text)], expected_sequence=0)
            results.append("stored")
        except Conflict:
            results.append("conflict")

    threads = [threading.Thread(target=save, args=(str(number),)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["conflict"] * 7 + ["stored"]


def test_a_failing_batch_leaves_nothing(store: Store) -> None:
    broken = [revision("a", operation="x"), revision("lone surrogate \ud800", operation="x")]
    with pytest.raises(BadInput, match="lone surrogate"):
        store.append("hama", broken)
    assert store.events("hama") == []
    assert store.append("hama", [revision("b")]).sequences == (1,)


def test_documents_and_their_files_come_back(store: Store) -> None:
    source = Document(
        id="wire", language="ar-SY", role=Role.SOURCE, kind=DocumentKind.LIVE_BLOG, text="نص\nثان", title="عنوان", retrieved=NOW,
        published=NOW.date(), furniture=(Span(0, 1),), entries=(Entry(Span(0, 2), "Enab", "10:20"),), original_sha256="ab",
    )  # fmt: skip
    article = Document(id="article", language="en", role=Role.ARTICLE, kind=DocumentKind.ARTICLE, text="text")
    store.add_document("hama", source, Original("ab", "wire.txt", b"\xff\x00"))
    store.add_document("hama", article)
    assert store.documents("hama") == [article, source]
    assert store.document("hama", "wire") == source
    assert store.original("hama", "ab").content == b"\xff\x00"
    with pytest.raises(BadInput, match="wire: the project has a document of this name"):
        store.add_document("hama", source)


def test_what_is_not_there_is_said_by_name(store: Store) -> None:
    with pytest.raises(NotFound, match="no project homs"):
        store.append("homs", [revision("a")])
    with pytest.raises(NotFound, match="no document x"):
        store.document("hama", "x")
    with pytest.raises(BadInput, match="exists"):
        store.add_project(Project(id="hama", title="again", created_at=NOW))


def test_deleting_a_project_takes_everything_of_it_and_nothing_else(store: Store) -> None:
    store.add_project(Project(id="homs", title="Homs", created_at=NOW))
    for project in ("hama", "homs"):
        store.append(project, [revision("a")])
        store.save_scores(project, [Score("hama/q01", 1, "chrF", 90.0, "s")])
    store.delete_project("hama")
    assert [project.id for project in store.projects()] == ["homs"]
    verification = store.verify()
    assert (verification.events, verification.problems) == (1, ())


def test_the_newest_score_of_each_name(store: Store) -> None:
    store.save_scores("hama", [Score("u", 1, "TER", 5.0, "a"), Score("u", 4, "TER", 7.0, "b"), Score("u", 1, "chrF", 90.0, "c")])
    assert store.scores("hama", "u") == [Score("u", 4, "TER", 7.0, "b"), Score("u", 1, "chrF", 90.0, "c")]


def test_a_stopped_job_stays_stopped(store: Store) -> None:
    job = store.add_job("hama", "prepare", "article")
    assert store.update_job(job.id, state=JobState.RUNNING, done=1, total=3, note="reading").note == "reading"
    store.update_job(job.id, state=JobState.STOPPED)
    assert store.update_job(job.id, state=JobState.DONE, done=3).state is JobState.STOPPED
    assert [listed.id for listed in store.jobs("hama")] == [job.id]


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE events SET payload = replace(payload, 'a', 'b') WHERE sequence = 1", "event 1 of hama/q01: is not what was stored"),
        ("DELETE FROM events WHERE sequence = 1", "events 1 to 1 are missing"),
        ("DELETE FROM events WHERE sequence = 2", "does not end where it ended"),
        ("UPDATE documents SET text = 'other'", "the text of article is not the one"),
    ],
)
def test_tampering_is_found(tmp_path: Path, statement: str, problem: str) -> None:
    path = tmp_path / "t.sqlite"
    store = open_store(str(path))
    store.add_project(Project(id="hama", title="Hama", created_at=NOW))
    store.add_document("hama", Document(id="article", language="en", role=Role.ARTICLE, kind=DocumentKind.ARTICLE, text="text"))
    store.append("hama", [revision("a")])
    store.append("hama", [revision("b")])
    assert store.verify().problems == ()
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert any(problem in found for found in store.verify().problems)
    store.close()


def test_backup_is_a_whole_copy_and_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    store.append("hama", [revision("a")])
    store.backup(tmp_path / "copy.sqlite")
    copy = open_store(str(tmp_path / "copy.sqlite"))
    assert copy.events("hama") == store.events("hama")
    assert copy.verify().problems == ()
    copy.close()
    with pytest.raises(BadInput, match="never overwrites"):
        store.backup(tmp_path / "copy.sqlite")


def test_vectors_outlast_the_process_and_stay_with_their_encoder(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "v.sqlite"))
    store.vectors.save("one", {"a": b"1", "b": b"22"})
    store.vectors.save("two", {"a": b"other"})
    store.vectors.save("one", {"b": b"33"})
    store.close()
    store = open_store(str(tmp_path / "v.sqlite"))
    assert store.vectors.load("one", ["a", "b", "c"]) == {"a": b"1", "b": b"33"}
    assert store.vectors.load("one", []) == {}
    store.close()


def test_the_oldest_vectors_make_room(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "MOST_BYTES", 100)
    for name in "abcde":
        store.vectors.save("one", {name: bytes(24)})
    assert sorted(store.vectors.load("one", "abcde")) == ["c", "d", "e"]


def test_vectors_of_a_removed_project_do_not_stay(store: Store) -> None:
    store.vectors.save("one", {"a": b"1"})
    store.delete_project("hama")
    assert store.vectors.load("one", ["a"]) == {}


def test_an_older_database_is_brought_up_to_date(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "old.sqlite")
    for statement in MIGRATIONS[0].statements:
        connection.execute(statement)
    connection.execute("CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)")
    connection.execute("INSERT INTO migrations VALUES (1, 'first', '')")
    connection.commit()
    connection.close()
    store = open_store(str(tmp_path / "old.sqlite"))
    store.vectors.save("one", {"a": b"1"})
    assert store.vectors.load("one", ["a"]) == {"a": b"1"}
    store.close()


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    open_store(str(tmp_path / "n.sqlite")).close()
    connection = sqlite3.connect(tmp_path / "n.sqlite")
    connection.execute("INSERT INTO migrations VALUES (999, 'future', '')")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="schema 999"):
        open_store(str(tmp_path / "n.sqlite"))


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_text("not a database, " * 100)
    with pytest.raises(StoreError, match="not a database"):
        open_store(str(tmp_path / "x.sqlite"))
    with pytest.raises(BadInput, match="no store for mysql"):
        open_store("mysql://localhost/x")
