"""The error categories: complete, with keys that do not collide, and a project's own."""

import pytest

from workbench.checks import CHECKS
from workbench.errors import BadInput
from workbench.review.typology import CORE, GROUPS, category_of, typology


def test_ids_and_keys_are_unique_and_groups_known() -> None:
    assert len({category.id for category in CORE}) == len(CORE)
    keys = [category.key for category in CORE if category.key]
    assert len(set(keys)) == len(keys)
    assert {category.group for category in CORE} <= set(GROUPS)
    assert all(category.description for category in CORE)


def test_every_check_leads_to_a_known_category() -> None:
    assert {category_of(check.id) for check in CHECKS} <= {category.id for category in CORE}


def test_a_projects_own_categories() -> None:
    own = typology("honorific: Honorific: a title that stays\n\nranks: Ranks")[len(CORE) :]
    assert [(category.id, category.title, category.group) for category in own] == [
        ("project/honorific", "Honorific", "project"),
        ("project/ranks", "Ranks", "project"),
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("honorific", "line 1 of the project's error categories: “honorific” is no category"),
        ("a: A\na: B", "line 2 of the project's error categories: “a” is there twice"),
        ("a b: A", "is no category"),
    ],
)
def test_a_line_that_is_no_category_says_so(lines: str, says: str) -> None:
    with pytest.raises(BadInput, match=says.replace("(", r"\(")):
        typology(lines)
