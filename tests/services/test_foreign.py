"""Files of other hands go into the store and out again as they came: PO entry by entry, TMX unit by unit."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.formats.strategies import unmarked
from workbench.formats import by_id
from workbench.formats.record import Record, State
from workbench.formats.report import Report
from workbench.formats.writing import write_file
from workbench.services.exporting import Choice, Scope, records
from workbench.services.importing import Delivery, import_file
from workbench.services.merging import BASED_ON
from workbench.store import open_store

SETTINGS = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])


def as_it_comes(record: Record, format_id: str) -> str:
    """A record as files can be held against each other: the state is the review's, and so is what it was based on."""
    kept = tuple(entry for entry in record.properties if entry.name != BASED_ON)
    (ready,) = by_id(format_id).prepare([replace(record, state=State.WAITING, properties=kept, published=None, where=None)], Report())  # type: ignore[misc]
    return repr(replace(ready, verdict=None, reviewer=None, override=False))


@pytest.mark.parametrize("format_id", ["po", "tmx"])
@SETTINGS
@given(given_records=st.lists(unmarked, min_size=1, max_size=3, unique_by=lambda record: record.key))
def test_through_the_store_and_back(format_id, given_records, tmp_path_factory):
    row = by_id(format_id)
    path = tmp_path_factory.mktemp("store") / f"units{row.extension}"
    keyed = [replace(record, key=f"k{number}", published=None, state=State.WAITING) for number, record in enumerate(given_records)]
    write_file(path, row, keyed)
    with path.open("rb") as stream:
        before = list(row.read(stream, Report()))
    store = open_store(":memory:")
    import_file(store, "project", Delivery(path=path, author="Agency"))
    after = list(records(store, Choice(project_id="project", format_id=format_id, scope=Scope.ALL), Report()))
    store.close()
    by_key = {record.key: as_it_comes(record, format_id) for record in after}
    assert by_key == {record.key: as_it_comes(record, format_id) for record in before}


FOREIGN = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# by hand
#. for translators
#: a.py:1 b.py:2
#, python-format
#| msgctxt "old"
#| msgid "formerly"
msgctxt "k1"
msgid "%d نص"
msgid_plural "%d نصوص"
msgstr[0] "a text"
msgstr[1] "texts"

#~ msgctxt "k2"
#~ msgid "قديم"
#~ msgstr "old"
"""


def test_a_po_file_of_another_hand(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(FOREIGN, encoding="utf-8")
    store = open_store(":memory:")
    import_file(store, "project", Delivery(path=tmp_path / "a.po", author="Agency"))
    row = by_id("po")
    assert row.prepare
    assert row.write
    stream = io.BytesIO()
    row.write(row.prepare(records(store, Choice(project_id="project", format_id="po", scope=Scope.ALL), Report()), Report()), stream)
    text = stream.getvalue().decode()
    for line in FOREIGN.split("\n")[3:]:
        assert line.removeprefix("#, ") in text
    store.close()
