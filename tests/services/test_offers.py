"""What a translation memory offered stays with the unit in a project: it is reported until somebody edits, and goes out with the unit."""

from pathlib import Path

import pytest

from tests.formats.test_offers import ARABIC, EDITED, FIRST, GETTEXT, OFFERED, TEXTS
from workbench.formats.offers import offered_in
from workbench.formats.report import Report
from workbench.services.desk import Desk
from workbench.services.exporting import Choice, Scope, records
from workbench.services.importing import Delivery, import_file
from workbench.store import Store, open_store


def imported(folder: Path, name: str, content: str) -> Store:
    (folder / name).write_text(content, encoding="utf-8")
    store = open_store(":memory:")
    import_file(store, "camps", Delivery(path=folder / name, author="Agency"))
    return store


def said(store: Store, rendering: str) -> list[str]:
    desk = Desk(store, "camps")
    desk.catch_up()
    return [row["check"] for row in desk.findings_while_typing("u1", rendering) if row["check"].startswith("fuzzy")]


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlf", FIRST.format(**TEXTS)), ("a.po", GETTEXT.format(**TEXTS, flags=", fuzzy"))], ids=["xliff", "po"]
)
def test_it_is_reported_until_the_first_edit(tmp_path: Path, name: str, content: str) -> None:
    store = imported(tmp_path, name, content)
    assert said(store, OFFERED) == ["fuzzy-match-meaning"]
    assert said(store, EDITED) == []
    store.close()


def test_it_goes_out_with_the_unit(tmp_path: Path) -> None:
    store = imported(tmp_path, "a.xlf", FIRST.format(**TEXTS))
    (record,) = records(store, Choice(project_id="camps", format_id="xliff", scope=Scope.ALL), Report())
    offer = offered_in(record)
    assert offer is not None
    assert offer.target == OFFERED
    assert offer.source != ARABIC
    store.close()


def test_a_po_file_goes_out_without_a_line_that_it_had_not(tmp_path: Path) -> None:
    store = imported(tmp_path, "a.po", GETTEXT.format(**TEXTS, flags=", fuzzy"))
    (record,) = records(store, Choice(project_id="camps", format_id="po", scope=Scope.ALL), Report())
    assert not any(entry.name.endswith("offer") for entry in record.properties)
    store.close()
