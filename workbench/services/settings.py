"""What the environment decides: where the database is, who the reviewer is."""

import getpass
import os

from workbench.services.jobs import CHECKOUT

DATABASE_VARIABLE = "WORKBENCH_DATABASE"
REVIEWER_VARIABLE = "WORKBENCH_REVIEWER"


def database_address(given: str | None = None) -> str:
    """The database asked for, else the one the environment names, else a file under .workbench/ in the checkout."""
    return given or os.environ.get(DATABASE_VARIABLE) or str(CHECKOUT / ".workbench" / "workbench.sqlite")


def default_reviewer() -> str:
    """The reviewer's name until they change it: the environment's, else the system's user."""
    named = os.environ.get(REVIEWER_VARIABLE)
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run without a user of its own
        return "reviewer"
