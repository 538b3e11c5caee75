"""The page of checks, run without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.conftest import store  # noqa: F401 - a fixture
from tests.services.test_dismissals import dismiss
from workbench.checks.house import Formulas
from workbench.services import dismissals, profiles
from workbench.store import Store
from workbench.ui.pages import checks
from workbench.ui.pages.checks import Part

TIMEOUT = 20


def draw() -> None:
    from workbench.ui.pages import checks

    checks.show()


@pytest.fixture
def page(store: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:  # noqa: F811
    monkeypatch.setattr(checks, "store", lambda: store)
    monkeypatch.setattr("workbench.ui.pages.choosing.store", lambda: store)
    monkeypatch.setattr("workbench.ui.resources.store", lambda: store)
    return AppTest.from_function(draw, default_timeout=TIMEOUT).run()


def turn_to(page: AppTest, part: Part) -> AppTest:
    page.segmented_control[0].set_value(part).run()
    assert not page.exception
    return page


def test_every_part_draws(page: AppTest) -> None:
    assert not page.exception
    for part in Part:
        turn_to(page, part)


def test_the_house_sheet_is_kept(store: Store, page: AppTest) -> None:  # noqa: F811
    turn_to(page, Part.HOUSE)
    page.selectbox[1].set_value(Formulas.RENDER)
    page.text_area[0].set_value("Orontes\nshabiha")
    next(button for button in page.button if button.label == "Keep").click().run()
    assert not page.exception
    profile = profiles.profile_of(store, "hama")
    assert profile.house.formulas is Formulas.RENDER
    assert (profile.accepted_names, profile.accepted_words) == ({"Orontes"}, {"shabiha"})


def test_a_dismissal_is_taken_back(store: Store, page: AppTest) -> None:  # noqa: F811
    dismiss(store, scope="project", reason="house style")
    turn_to(page, Part.DISMISSED)
    assert "house style" in page.markdown[0].value
    page.button[0].click().run()
    assert not page.exception
    assert dismissals.standing(store, "hama") == []


def test_how_often_right_is_a_table(page: AppTest) -> None:
    turn_to(page, Part.RIGHT)
    table = page.dataframe[0].value
    assert "Missing space" in list(table["Check"])
