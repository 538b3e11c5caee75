"""Whatever a record holds, a format gives back what it said it could carry."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.formats.strategies import records
from workbench.formats import FORMATS, by_id
from workbench.formats.record import Mark, Note, Property, Record, State, Variant
from workbench.formats.registry import Format
from workbench.formats.report import Report
from workbench.model import ErrorSeverity

WRITABLE = [row for row in FORMATS if row.write]
# records are wide: shrinking one takes minutes and shows little
QUICK = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.generate])


def comparable(given_records: list[Record]) -> list[str]:
    """Records without the place they were read from, in any order: PO keeps obsolete entries last."""
    return sorted(repr(replace(record, where=None)) for record in given_records)


def prepared(row: Format, given_records: list[Record], report: Report | None = None) -> list[Record]:
    assert row.prepare is not None
    return list(row.prepare(given_records, report or Report()))


def written(row: Format, given_records: list[Record]) -> bytes:
    assert row.write is not None
    stream = io.BytesIO()
    row.write(given_records, stream)
    return stream.getvalue()


def through(row: Format, given_records: list[Record]) -> list[Record]:
    return list(row.read(io.BytesIO(written(row, given_records)), Report("again")))


@pytest.mark.parametrize("row", WRITABLE, ids=lambda row: row.id)
@QUICK
@given(st.lists(records, max_size=3))
def test_what_is_prepared_comes_back(row, given_records):
    report = Report()
    ready = prepared(row, given_records, report)
    assert len(ready) + len(report.skipped) == len(given_records), "a unit was left out without a word"

    content = written(row, ready)
    again = list(row.read(io.BytesIO(content), Report("again")))
    assert comparable(again) == comparable(ready)

    report = Report()
    assert prepared(row, ready, report) == ready
    assert not report.skipped
    assert not report.not_kept
    assert written(row, ready) == content
    if not any(record.obsolete for record in ready):  # PO puts them last
        assert written(row, again) == content


FULL = Record(
    key="hama-2016/q01",
    source="عقدنا عدة اجتماعات\nلمناقشة «وضع» حماة",
    target='we had several meetings\nto discuss the "status" of Hama',
    state=State.CHANGED,
    published="we had meetings",
    former_source="عقدنا اجتماعات",
    speaker="Abu Ahmed",
    protected=True,
    outlet="All4Syria",
    date="2016-10-03",
    source_place="sources/all4syria.ar.txt:10-60",
    article_place="hama 2016/article.en.txt:120-163",
    fidelity="faithful",
    verdict="approve with changes",
    reviewer="Ann",
    override=True,
    created_at=datetime(2016, 10, 3, 9, 30, tzinfo=UTC),
    created_by="Ann",
    changed_at=datetime(2016, 10, 4, 9, 30, tzinfo=UTC),
    changed_by="Bo",
    notes=(Note("Who are they?"), Note("The commander.", "Bo", datetime(2016, 10, 4, tzinfo=UTC))),
    marks=(
        Mark("accuracy/mistranslation", ErrorSeverity.MAJOR, (7, 14), (5, 8), "“some”?", "Bo", datetime(2016, 10, 4, 9, tzinfo=UTC), "m1", "number"),
        Mark("accuracy/omission", ErrorSeverity.MINOR, (3, 3), (0, 5), on_target="we had meetings", on_source="عقدنا اجتماعات"),
    ),
    properties=(Property("x-client", "NOW"),),
    flags=("no-wrap",),
)


@pytest.mark.parametrize("row", WRITABLE, ids=lambda row: row.id)
def test_a_full_record_needs_no_change_at_all(row):
    report = Report()
    assert through(row, prepared(row, [FULL], report)) == [FULL]
    assert not report.not_kept


SIDES = [("en", "ar"), ("ar", "fr"), ("fr", "ar"), ("en", "fr"), ("ar", "en-GB")]


@pytest.mark.parametrize("row", WRITABLE, ids=lambda row: row.id)
@QUICK
@given(records, st.sampled_from(SIDES), st.lists(st.sampled_from(["ar-SY", "en", "tr"]), max_size=2))
def test_it_comes_back_whichever_languages_it_is_between(row, given_record, sides, others):
    variants = tuple(Variant(language, "metin") for language in others)
    ready = prepared(row, [replace(given_record, source_language=sides[0], target_language=sides[1], variants=variants)])
    assert comparable(through(row, ready)) == comparable(ready)


@pytest.mark.parametrize("chain", [("po", "tmx", "po"), ("tmx", "po", "tmx")], ids="-".join)
@QUICK
@given(st.lists(records, max_size=3, unique_by=lambda record: (record.key, record.source)))
def test_from_one_format_through_another_and_back(chain, given_records):
    start = [record for record in prepared(by_id(chain[0]), given_records) if record.target and record.state is not State.REJECTED]
    start = prepared(by_id(chain[0]), prepared(by_id(chain[1]), start))  # what both can carry
    here = start
    for name in chain:
        here = through(by_id(name), prepared(by_id(name), here))
    assert comparable(here) == comparable(start)
