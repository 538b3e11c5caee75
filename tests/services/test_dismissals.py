"""Findings dismissed here, in a project, always; and how often a check was right."""

import pytest

from tests.services.conftest import FIRST, store  # noqa: F401 - a fixture
from tests.services.test_desk import do
from workbench.checks.house import HouseSheet, Pattern, Term
from workbench.checks.profile import Profile
from workbench.errors import BadInput
from workbench.model import DismissalScope, Severity
from workbench.services import dismissals, profiles
from workbench.services.check_figures import check_figures
from workbench.services.desk import Desk
from workbench.services.history import history_lines
from workbench.services.project_checks import ProjectChecks
from workbench.services.projects import create_project, documents_of, states_of
from workbench.services.units import unit_of
from workbench.store import Store

SPACE = "missing-space||,|1"
BETTER = "We held several meetings on the status of the city, in case of its liberation, God willing,"


def dismiss(store: Store, finding: str = SPACE, **fields: object) -> dict[str, object]:  # noqa: F811
    """As the pane does; the desk's answer."""
    desk = Desk(store, "hama")
    desk.catch_up()
    return do(desk, "Lina", FIRST, "dismiss", finding=finding, **fields)


def named(store: Store) -> list[tuple[str, bool]]:  # noqa: F811
    state, documents = states_of(store, "hama")[FIRST], documents_of(store, "hama")
    found = ProjectChecks.of(store, "hama").findings(state, unit_of(state, documents), documents)
    return [(one.id, one.dismissed) for one in found]


def test_dismissed_in_this_project(store: Store) -> None:  # noqa: F811
    assert (SPACE, False) in named(store)
    dismiss(store, scope="project", reason="house style")
    assert (SPACE, True) in named(store)
    (standing,) = dismissals.standing(store, "hama")
    assert (standing.event.reason, standing.event.author) == ("house style", "Lina")
    lines = history_lines([event for event in store.events("hama") if event.unit_key == FIRST], documents_of(store, "hama"))
    assert lines[0]["text"] == "Dismissed “Missing space” in this project: house style"


def test_always_holds_in_other_projects_and_project_does_not(store: Store) -> None:  # noqa: F811
    other = create_project(store, "Other").id
    dismiss(store, scope="project", reason="house style")
    assert dismissals.standing(store, other) == []
    dismiss(store, scope="always", reason="as everywhere")
    assert [one.event.scope for one in dismissals.standing(store, other)] == [DismissalScope.ALWAYS]


def test_withdrawn(store: Store) -> None:  # noqa: F811
    dismiss(store, scope="always", reason="as everywhere")
    dismissals.withdraw(store, dismissals.standing(store, "hama")[0], by="Omar")
    assert dismissals.standing(store, "hama") == []
    assert (SPACE, False) in named(store)
    assert store.events("hama")[-1].author == "Omar"


def test_here_only(store: Store) -> None:  # noqa: F811
    dismiss(store)
    assert (SPACE, True) in named(store)
    assert dismissals.standing(store, "hama") == []


@pytest.mark.parametrize(
    ("finding", "reason", "complaint"), [("nonsense", "why", "no name"), (SPACE, " ", "no reason"), (SPACE, "x" * 3000, "3000 char")]
)
def test_refused(store: Store, finding: str, reason: str, complaint: str) -> None:  # noqa: F811
    answer = dismiss(store, finding, scope="project", reason=reason)
    assert answer["status"] == "refused"
    assert complaint in str(answer["message"])


def test_how_often_a_check_was_right(store: Store) -> None:  # noqa: F811
    figure = {figure.check_id: figure for figure in check_figures(store, "hama")}["missing-space"]
    assert (figure.accepted, figure.dismissed, figure.open, figure.right) == (0, 0, 1, None)
    desk = Desk(store, "hama")
    desk.catch_up()
    do(desk, "Lina", FIRST, "revise", text=BETTER)
    figure = {figure.check_id: figure for figure in check_figures(store, "hama")}["missing-space"]
    assert (figure.accepted, figure.dismissed, figure.open, figure.right) == (1, 0, 0, 1.0)
    dismiss(store, scope="project", reason="house style")
    figure = {figure.check_id: figure for figure in check_figures(store, "hama")}["missing-space"]
    assert (figure.accepted, figure.dismissed, figure.right) == (0, 1, 0.0)


def test_a_profile_comes_back_as_it_was_kept(store: Store) -> None:  # noqa: F811
    assert profiles.profile_of(store, "hama") == Profile()
    term = Term(arabic="حاجز", preferred="checkpoint", forbidden=("barrier",))
    kept = Profile(
        off=frozenset({"dual"}),
        severities=(("name", Severity.MAJOR),),
        accepted_names=frozenset({"Orontes"}),
        house=HouseSheet(names=(("خلف", "Khalaf"),), terms=(term,), patterns=(Pattern(name="dashes", target=r"\s-\s"),), avoid_contractions=True),
    )
    profiles.save_profile(store, "hama", kept)
    assert profiles.profile_of(store, "hama") == kept


def test_a_pattern_that_cannot_be_read_is_not_kept(store: Store) -> None:  # noqa: F811
    wrong = Profile(house=HouseSheet(patterns=(Pattern(name="broken", target="("),)))
    with pytest.raises(BadInput, match="cannot be read"):
        profiles.save_profile(store, "hama", wrong)
    assert profiles.profile_of(store, "hama") == Profile()


def test_terms_go_out_and_come_back() -> None:
    terms = (Term(arabic="حاجز", preferred="checkpoint", allowed=("roadblock",), forbidden=("barrier", "gate")),)
    assert profiles.read_terms(profiles.write_terms(terms), where="terms.csv") == terms


def test_terms_without_their_columns() -> None:
    with pytest.raises(BadInput, match="no column"):
        profiles.read_terms(b"a,b\n1,2\n", where="terms.csv")


def test_a_project_runs_the_checks_of_its_profile(store: Store) -> None:  # noqa: F811
    profiles.save_profile(store, "hama", Profile(off=frozenset({"missing-space"}), severities=(("name", Severity.MAJOR),)))
    assert SPACE not in dict(named(store))
    project = ProjectChecks.of(store, "hama")
    assert project.severities["name"] is Severity.MAJOR
    assert "missing-space" not in project.severities
    assert project.across(states_of(store, "hama"), documents_of(store, "hama")) == []
