"""Out to other programs and back: what was changed outside becomes a revision, what was changed on both sides a conflict, and nothing else moves."""

import json
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import polib
import pytest
from docx.oxml import OxmlElement

from tests.services.conftest import ARTICLE, FIRST, FIRST_PLACE, SECOND
from tests.services.exchanged import FORMATS, OUTSIDE, THIRD, delivered, edited, exported, records_in, retold, with_a_third_unit
from tests.services.test_desk import BETTER, do
from workbench.cli.main import main
from workbench.errors import BadInput, Conflict, NotFound
from workbench.formats import by_id
from workbench.formats.record import Note, Record, State
from workbench.formats.report import Report
from workbench.formats.writing import write_file
from workbench.model import Comment, Revision
from workbench.review.state import ReviewState
from workbench.services import importing, papers
from workbench.services.desk import Desk
from workbench.services.exporting import REGIONS, Choice, Scope, preview, records
from workbench.services.importing import Delivery, import_file, preview_file
from workbench.services.merging import BASED_ON, Outcome
from workbench.services.projects import states_of
from workbench.store import Store, open_store


@pytest.fixture
def desk(store: Store) -> Desk:
    return with_a_third_unit(store)


@pytest.mark.parametrize("format_id", FORMATS)
def test_an_edit_made_outside_comes_back_as_a_revision_and_touches_nothing_else(store: Store, desk: Desk, tmp_path: Path, format_id: str) -> None:
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    path = edited(exported(store, tmp_path, format_id), q01=retold)
    before = store.events("hama")
    summary = delivered(store, path)
    assert (summary.of(Outcome.REVISED), summary.counts[Outcome.ADDED], summary.counts.total()) == ([FIRST], 0, len(records_in(path)))
    (new,) = store.events("hama")[len(before) :]
    assert isinstance(new, Revision)
    assert (new.unit_key, new.author, new.text) == (FIRST, "Agency", OUTSIDE)
    assert states_of(store, "hama")[FIRST].state is ReviewState.CHANGED
    assert not summary.report.not_kept
    again = delivered(store, path)
    assert (again.counts[Outcome.UNCHANGED], again.counts.total()) == (len(records_in(path)), len(records_in(path)))
    assert len(store.events("hama")) == len(before) + 1


@pytest.mark.parametrize("format_id", FORMATS)
def test_what_was_changed_on_both_sides_is_a_conflict_and_what_only_here_is_not(store: Store, desk: Desk, tmp_path: Path, format_id: str) -> None:
    path = edited(exported(store, tmp_path, format_id), q01=retold)
    do(desk, "Omar", FIRST, "revise", text="We held talks,")
    do(desk, "Omar", THIRD, "revise", text="a better text")
    before = store.events("hama")
    summary = delivered(store, path)
    assert summary.of(Outcome.CONFLICT) == [FIRST]
    assert summary.of(Outcome.OLDER) == [THIRD]
    line = summary.lines[0]
    assert (line.here, line.file, line.by) == ("We held talks,", OUTSIDE, "Omar")
    assert store.events("hama") == before


@pytest.mark.parametrize("format_id", FORMATS)
def test_without_the_event_it_was_based_on_nothing_newer_is_lost_either(store: Store, desk: Desk, tmp_path: Path, format_id: str) -> None:
    def forgetful(record: Record) -> Record:
        return replace(record, properties=tuple(entry for entry in record.properties if entry.name != BASED_ON))

    path = edited(exported(store, tmp_path, format_id), q01=forgetful, q03=lambda record: replace(forgetful(record), target="an edited text"))
    do(desk, "Omar", FIRST, "revise", text="We held talks,")
    summary = delivered(store, path)
    assert summary.of(Outcome.OLDER) == [FIRST]
    assert summary.of(Outcome.REVISED) == [THIRD]
    assert states_of(store, "hama")[FIRST].rendering == "We held talks,"


def test_a_text_changed_back_on_purpose_is_a_revision(store: Store, desk: Desk, tmp_path: Path) -> None:
    published = states_of(store, "hama")[FIRST].published
    path = edited(exported(store, tmp_path, "po"), q01=lambda record: replace(record, target=published))
    assert delivered(store, path).of(Outcome.REVISED) == [FIRST]
    assert states_of(store, "hama")[FIRST].rendering == published


def test_a_verdict_given_here_meanwhile_is_not_taken_back(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = edited(exported(store, tmp_path, "po"), q01=retold)
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    summary = delivered(store, path)
    assert summary.of(Outcome.CONFLICT) == [FIRST]
    assert summary.lines[0].by == "Omar"
    assert states_of(store, "hama")[FIRST].state is ReviewState.APPROVED


def test_poedit_and_a_spreadsheet_as_they_really_edit(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = exported(store, tmp_path, "po")
    catalogue = polib.pofile(str(path))
    catalogue[0].msgstr = OUTSIDE
    catalogue[0].tcomment += "\nWho says so?"
    catalogue.save()
    assert delivered(store, path).of(Outcome.REVISED) == [FIRST]
    last = store.events("hama")[-1]
    assert isinstance(last, Comment)
    assert (last.author, last.text) == ("Agency", "Who says so?")

    path = exported(store, tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    target = next(cell.column for cell in sheet[1] if cell.value == "Target")
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == THIRD)
    row[target - 1].value = "another text"
    book.save(path)
    assert delivered(store, path).of(Outcome.REVISED) == [THIRD]
    assert [comment.text for comment in states_of(store, "hama")[FIRST].comments] == ["“had” was flat", "Who says so?"]


def review_table(store: Store, folder: Path) -> Path:
    papers.write(store, "hama", "table-docx", folder / "review.docx")
    return folder / "review.docx"


def test_a_review_table_comes_back_as_word_saves_it(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = review_table(store, tmp_path)
    before = store.events("hama")
    unchanged = delivered(store, path)
    assert (unchanged.counts, unchanged.comments) == ({Outcome.UNCHANGED: 3}, 0)
    assert store.events("hama") == before

    document = docx.Document(path)
    (table,) = document.tables
    english = table.rows[1].cells[2].paragraphs[0]
    for run in english._p.xpath(".//w:r"):
        run.getparent().remove(run)
    added = english.add_run("We held a number of ")
    wrapper = OxmlElement("w:ins")
    added._r.addprevious(wrapper)
    wrapper.append(added._r)
    english.add_run(OUTSIDE.removeprefix("We held a number of "))
    document.add_comment(english.runs, "Who counted them?", "Rita", "R")
    third = next(row for row in table.rows if row.cells[0].text.startswith(THIRD))
    third._tr.getparent().remove(third._tr)
    document.save(path)
    summary = delivered(store, path)
    assert summary.of(Outcome.REVISED) == [FIRST]
    assert summary.comments == 1
    state = states_of(store, "hama")[FIRST]
    assert (state.rendering, state.text_author, state.comments[-1].text) == (OUTSIDE, "Agency", "Who counted them?")
    assert delivered(store, path).counts == {Outcome.UNCHANGED: 2}


def test_a_review_table_knows_what_it_was_written_from(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = review_table(store, tmp_path)
    do(desk, "Omar", FIRST, "revise", text="We held talks,")
    assert delivered(store, path).of(Outcome.OLDER) == [FIRST]
    document = docx.Document(path)
    for run in document.element.body.xpath(".//w:r[w:rPr/w:vanish]"):  # a program that throws hidden text away
        run.getparent().remove(run)
    document.save(path)
    assert [record.key for record in records_in(path)] == [FIRST, SECOND, THIRD]
    assert delivered(store, path).of(Outcome.OLDER) == [FIRST]


def test_other_documents_are_no_review_table(store: Store, desk: Desk, tmp_path: Path) -> None:
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    papers.write(store, "hama", "note-docx", tmp_path / "note.docx")
    with pytest.raises(BadInput, match="edit the bilingual review table"):
        delivered(store, tmp_path / "note.docx")
    (tmp_path / "bad.docx").write_bytes(b"PK nonsense")
    with pytest.raises(BadInput, match="damaged"):
        delivered(store, tmp_path / "bad.docx")


def test_what_the_review_decides_is_counted_and_not_taken_from_a_file(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = edited(
        exported(store, tmp_path, "csv"),
        q01=lambda record: replace(record, state=State.APPROVED, source="غيره"),
        q03=lambda record: replace(record, target=""),
    )
    before = store.events("hama")
    summary = delivered(store, path)
    assert summary.report.not_kept == {
        "approvals given outside (a verdict is given in the review)": 1,
        "changes to the Arabic (it is changed in the review)": 1,
    }
    assert summary.of(Outcome.EMPTIED) == [THIRD]
    assert store.events("hama") == before


def test_units_that_are_not_here(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    given = [
        Record(key="n1", source="نص", target="held", published="had", notes=(Note("why?"),), state=State.APPROVED),
        Record(key="n1", source="نص", target="other"),
        Record(key="n2", source="English text", target="نص", source_language="en", target_language="ar"),
        Record(key="n3", source="texte", target="text", source_language="fr"),
        Record(source="نص", target="without a key"),
    ]
    write_file(path, by_id("csv"), given)
    summary = delivered(store, path, add_new=False)
    assert [skipped.unit for skipped in summary.report.skipped] == ["n1", "n1", "n2", "n3", "hama/0005"]
    summary = delivered(store, path)
    assert [(skipped.unit, skipped.where) for skipped in summary.report.skipped] == [("n1", "line 3 of new.csv"), ("n3", "line 5 of new.csv")]
    states = states_of(store, "hama")
    assert (states["n1"].published, states["n1"].rendering, states["n1"].text_author) == ("had", "held", "Agency")
    assert [comment.text for comment in states["n1"].comments] == ["why?"]
    assert (states["n2"].supplied_source, states["n2"].rendering) == ("نص", "English text")
    assert summary.counts[Outcome.ADDED] == 3
    assert delivered(store, path).counts == {Outcome.UNCHANGED: 2, Outcome.ADDED: 1}  # what has no key is never known again


def test_a_person_may_know_better_than_the_file(store: Store, desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.csv"
    path.write_text("Kurz,Arabic,Deutsch,English\nn1,نص,Text,text\nn1,نعم,Ja,yes\n", encoding="utf-8")
    assert importing.headings(path) == ["Kurz", "Arabic", "Deutsch", "English"]
    assert importing.headings(exported(store, tmp_path, "xlsx"))[:2] == ["Key", "Source"]
    assert importing.headings(exported(store, tmp_path, "po")) == []
    database = tmp_path / "copy.sqlite"
    store.backup(database)
    command = ["import", "hama", str(path), "--as", "A", "--database", str(database)]
    options = ["--column", "Kurz=key", "--column", "Deutsch=target", "--languages", "ar,en", "--duplicates", "numbered"]
    assert main([*command, *options]) == 0
    copy = open_store(str(database))
    states = states_of(copy, "hama")
    assert (states["n1"].rendering, states["n1-2"].rendering) == ("Text", "Ja")
    assert dict(states["n1"].properties) == {"English": "text"}
    copy.close()
    for wrong in (["--column", "Kurz"], ["--languages", "ar"]):
        assert main([*command, *wrong]) == 2
    assert "write it like ar,en" in capsys.readouterr().err


def test_a_preview_stores_nothing_and_says_the_same(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = edited(exported(store, tmp_path, "tmx"), q01=retold)
    before = store.events("hama")
    seen = preview_file(store, "hama", Delivery(path=path, author="Agency"))
    assert store.events("hama") == before
    done = delivered(store, path)
    assert (seen.counts, seen.lines) == (done.counts, done.lines)
    assert preview_file(store, "nowhere", Delivery(path=path, author="Agency")).counts == {Outcome.ADDED: 2}
    assert "nowhere" not in {project.id for project in store.projects()}


def test_somebody_saves_while_the_file_is_read(store: Store, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = edited(exported(store, tmp_path, "po"), q01=retold)
    plan = importing._plan

    def slowly(*arguments: object) -> object:
        do(desk, "Omar", FIRST, "revise", text="We held talks,")
        return plan(*arguments)

    monkeypatch.setattr(importing, "_plan", slowly)
    with pytest.raises(Conflict):
        delivered(store, path)
    assert states_of(store, "hama")[FIRST].rendering == "We held talks,"


@pytest.mark.parametrize(
    ("more", "error", "message"),
    [({"author": " "}, BadInput, "nobody is named"), ({"path": Path("nowhere.po")}, NotFound, "no such file")],
)
def test_what_cannot_be_imported(store: Store, tmp_path: Path, more: dict, error: type[Exception], message: str) -> None:
    (tmp_path / "a.csv").write_text("source,target\n")
    with pytest.raises(error, match=message):
        import_file(store, "hama", replace(Delivery(path=tmp_path / "a.csv", author="A"), **more))


# Error spans


def test_an_approved_unit_has_no_former_source(store: Store, desk: Desk) -> None:
    choice = Choice(project_id="hama", format_id="po", scope=Scope.ALL)
    do(desk, "Omar", FIRST, "link", document_id="wire", spans=[[FIRST_PLACE.start, FIRST_PLACE.end - 10]])
    assert next(records(store, choice, Report())).former_source is not None
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    assert next(records(store, choice, Report())).former_source is None


def test_regional_tags_are_the_projects_unless_the_export_names_others(store: Store, desk: Desk, tmp_path: Path) -> None:
    store.set_settings("hama", {REGIONS: "ar=ar-SY\nen=en-GB"})
    choice = Choice(project_id="hama", format_id="tmx", scope=Scope.ALL)
    assert {(record.source_language, record.target_language) for record in records(store, choice, Report())} == {("ar-SY", "en-GB")}
    choice = replace(choice, regions=(("en", "en-US"),))
    assert {(record.source_language, record.target_language) for record in records(store, choice, Report())} == {("ar", "en-US")}
    assert "--region en=en-US -o hama-all.tmx" in choice.command
    of_one = replace(choice, article_id="article")
    assert "--article article -o hama-all.tmx" in of_one.command
    assert len(list(records(store, of_one, Report()))) == 3
    with pytest.raises(BadInput, match="there is no article other"):
        list(records(store, replace(choice, article_id="other"), Report()))
    path = exported(store, tmp_path, "tmx")
    assert b'xml:lang="ar-SY"' in path.read_bytes()
    assert delivered(store, path).counts == {Outcome.UNCHANGED: 2}


@pytest.mark.parametrize("format_id", FORMATS)
def test_the_preview_shows_what_is_written(store: Store, desk: Desk, tmp_path: Path, format_id: str) -> None:
    choice = Choice(project_id="hama", format_id=format_id, scope=Scope.ALL)
    assert [replace(record, where=None) for record in preview(store, choice, 10)] == records_in(exported(store, tmp_path, format_id))


def test_a_paper_is_about_one_article(store: Store, desk: Desk, tmp_path: Path) -> None:
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    paper = papers.paper(store, "hama")
    assert (paper.title, paper.published.isoformat()) == ("Officials meet", "2016-10-03")
    assert [quote.record.key for quote in paper.corrections] == [FIRST]
    quote = paper.corrections[0]
    assert (quote.published in ARTICLE, quote.record.target, quote.text_author) == (True, BETTER, "Lina")
    assert ("Arabic in", "كلنا شركاء, wire") in quote.facts
    with pytest.raises(BadInput, match="there is no article other"):
        papers.paper(store, "hama", "other")
    with pytest.raises(NotFound):
        papers.paper(store, "homs")
    empty = open_store(":memory:")
    empty.add_project(store.project("hama"))
    with pytest.raises(BadInput, match="add an article first"):
        papers.paper(empty, "hama")
    empty.close()


def test_on_the_command_line(store: Store, desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = tmp_path / "copy.sqlite"
    store.backup(database)
    arguments = ["--database", str(database), "--json"]
    paper = tmp_path / "note.docx"
    assert main(["export", "hama", "--format", "note-docx", "-o", str(paper), *arguments]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(paper), "title": "Officials meet", "quotes": 3, "corrections": 0, "open": 1}
    assert paper.read_bytes().startswith(b"PK")
    assert main(["export", "hama", "--format", "quality-html", "-o", str(tmp_path / "q.html"), *arguments]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert (summary["quotations"], summary["points"], summary["raw_score"], summary["hter"]["renderings"]) == (3, 0, None, 1)
    path = edited(exported(store, tmp_path, "xliff"), q01=retold)
    command = ["import", "hama", str(path), "--as", "Agency", *arguments]
    assert main([*command, "--dry-run"]) == 0
    assert json.loads(capsys.readouterr().out)["revised"] == [FIRST]
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)["revised"] == [FIRST]
    assert main([*command[:-1], "--known-only"]) == 0
    assert "as it is here" in capsys.readouterr().out
    assert SECOND not in path.read_text("utf-8")
