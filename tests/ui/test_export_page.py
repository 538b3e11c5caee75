"""The export page, run without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.conftest import FIRST, store  # noqa: F401 - a fixture
from tests.services.test_desk import BETTER, do
from workbench.services.desk import Desk
from workbench.store import Store
from workbench.ui.pages import export

TIMEOUT = 20


def draw() -> None:
    from workbench.ui.pages import export

    export.show()


@pytest.fixture
def page(store: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:  # noqa: F811
    desk = Desk(store, "hama")
    desk.catch_up()
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    do(desk, "Omar", FIRST, "verdict", verdict="approved")
    monkeypatch.setattr(export, "store", lambda: store)
    monkeypatch.setattr("workbench.ui.pages.choosing.store", lambda: store)
    monkeypatch.setattr("workbench.ui.resources.store", lambda: store)
    return AppTest.from_function(draw, default_timeout=TIMEOUT).run()


def test_units_for_other_programs(page: AppTest) -> None:
    for label in page.radio[0].options:
        page.radio[0].set_value(export.FORMATS[page.radio[0].options.index(label)].id).run()
        assert not page.exception, label
        assert "1 unit written to" in page.success[0].value, label
    assert "--format label-studio --scope approved" in page.code[-1].value


@pytest.mark.parametrize("number", range(len(export.PAPERS)))
def test_papers_for_people(page: AppTest, number: int) -> None:
    page.segmented_control[0].set_value(export.Sort.PAPER).run()
    page.radio[0].set_value(export.PAPERS[number]).run()
    assert not page.exception
    assert "2 quotes reviewed, 1 with a correction" in page.success[0].value
    assert f"--format {export.PAPERS[number].id} --article article -o hama-" in page.code[0].value


def test_a_quality_report(page: AppTest) -> None:
    page.segmented_control[0].set_value(export.Sort.QUALITY).run()
    assert not page.exception
    assert "2 quotations, 0 errors marked, 0 points" in page.success[0].value.replace("\\", "")
    assert "no grade means anything" in page.caption[1].value
    page.selectbox[1].set_value("article").run()
    assert "--format quality-html --article article -o hama-quality.html" in page.code[0].value


def test_the_whole_project(page: AppTest) -> None:
    page.segmented_control[0].set_value(export.Sort.PROJECT).run()
    assert not page.exception
    assert "2 documents and 7 events written" in page.success[0].value
