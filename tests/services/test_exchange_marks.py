"""Marks out to other programs and back: on the words they were made on, under their rater's name, never twice; counted in the quality report."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import FIRST
from tests.services.exchanged import FORMATS, THIRD, delivered, edited, exported, records_in, with_a_third_unit
from tests.services.test_desk import do
from workbench.errors import BadInput
from workbench.formats import by_path
from workbench.formats.quality import Rater
from workbench.formats.record import Mark, Record
from workbench.formats.writing import write_file
from workbench.model import ErrorSeverity, Span
from workbench.services import quality
from workbench.services.desk import Desk
from workbench.services.merging import Outcome
from workbench.services.projects import states_of
from workbench.store import Store


@pytest.fixture
def desk(store: Store) -> Desk:
    return with_a_third_unit(store)


def marked(store: Store, desk: Desk) -> None:
    """A mark on the published words, which are changed afterwards, and one on the present ones."""
    do(desk, "Omar", THIRD, "mark", **mark_of("m1", "accuracy/addition", "a", 0))
    do(desk, "Omar", THIRD, "mark", **mark_of("m2", "style/awkward", "text", 2))
    do(desk, "Lina", THIRD, "revise", text="the text")


def mark_of(name: str, category: str, exact: str, start: int) -> dict:
    place = {"span": [start, start + len(exact)], "exact": exact}
    return {"mark": name, "category": category, "severity": "minor", "target": place}


@pytest.mark.parametrize("format_id", FORMATS)
def test_marks_go_out_on_the_words_they_were_made_on_and_do_not_come_back_twice(store: Store, desk: Desk, tmp_path: Path, format_id: str) -> None:
    marked(store, desk)
    path = exported(store, tmp_path, format_id)
    third = next(record for record in records_in(path) if record.key == THIRD)
    assert [(mark.name, mark.target, mark.on_target, mark.author) for mark in third.marks] == [
        ("m1", (0, 1), "a text", "Omar"),
        ("m2", (2, 6), "a text", "Omar"),
    ]
    before = store.events("hama")
    assert delivered(store, path).marks == 0
    assert store.events("hama") == before


@pytest.mark.parametrize("format_id", ["marot", "label-studio", "mt-metrics-eval", "xliff2", "csv"])
def test_marks_made_outside_come_back_under_their_raters_name(store: Store, desk: Desk, tmp_path: Path, format_id: str) -> None:
    marked(store, desk)

    def rated(record: Record) -> Record:
        new = (
            Mark("accuracy/mistranslation", ErrorSeverity.MAJOR, (4, 8), note="which?", author="r1"),
            Mark("accuracy/omission", ErrorSeverity.MINOR, (1, 1), (0, 2), author="Agency", on_target="a text"),
            Mark("accuracy/addition", ErrorSeverity.MINOR, (0, 1), author="Agency", on_target="a text"),
            Mark("odd/thing", ErrorSeverity.MINOR, (0, 3)),
        )
        return replace(record, marks=(*record.marks, *new))

    path = edited(exported(store, tmp_path, format_id), q03=rated)
    summary = delivered(store, path)
    assert summary.marks == 2
    mistranslation, omission = states_of(store, "hama")[THIRD].marks[2:]
    assert (mistranslation.author, mistranslation.category, mistranslation.note) == ("Agency: r1", "accuracy/mistranslation", "which?")
    assert (mistranslation.target.exact, mistranslation.severity) == ("text", ErrorSeverity.MAJOR)
    assert (omission.author, omission.target.span, omission.source.exact) == ("Agency", Span(3, 3), "نص")
    assert summary.report.not_kept == {
        "marks of the category odd/thing (the project has none such)": 1,
        "marks on words that are not here (any more)": 1,
    }
    assert delivered(store, path).marks == 0


def test_ratings_without_texts_find_their_units_by_key(store: Store, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "hama.seg.rating"
    rating = '{"errors": [{"start": 2, "end": 6, "category": null, "severity": "major"}]}'
    path.write_text(f"hama/q03\t{rating}\tr1\n")
    summary = delivered(store, path)
    assert [skipped.reason for skipped in summary.report.skipped] == ["the file has no text of it, and the project has no such unit"]
    (record,) = records_in(path)
    write_file(tmp_path / "again.seg.rating", by_path(path), [replace(record, key=THIRD)])
    summary = delivered(store, tmp_path / "again.seg.rating")
    assert (summary.marks, summary.counts) == (1, {Outcome.UNCHANGED: 1})
    assert states_of(store, "hama")[THIRD].marks[0].target.exact == "text"
    assert summary.report.not_kept == {"categories that the file does not give (mistranslation was taken)": 1}


# What goes out


def test_a_quality_report_counts_what_was_marked_and_changed(store: Store, desk: Desk, tmp_path: Path) -> None:
    marked(store, desk)
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    figures = quality.quality(store, "hama")
    assert (figures.units, figures.tally.errors, figures.tally.points) == (3, 2, 2)
    assert figures.raters == (Rater("Omar", 2, 1, 2),)
    assert [(unit.key, unit.published) for unit in figures.worst] == [(THIRD, "a text")]
    assert figures.effort is not None
    assert (figures.effort.renderings, figures.effort.changed) == (2, 2)
    assert dict(figures.states)["Approved"] == 1
    assert quality.quality(store, "hama", "article").title == "Officials meet"
    with pytest.raises(BadInput, match="there is no article other; name one of article"):
        quality.quality(store, "hama", "other")
    path = tmp_path / "report.html"
    assert quality.write(store, "hama", "quality-html", path).tally == figures.tally
    assert path.read_bytes() == quality.written(figures, "quality-html")
    with pytest.raises(BadInput, match="there is no report x"):
        quality.by_id("x")
