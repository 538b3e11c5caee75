"""The commands that use the store share one option and one way to open it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.services.settings import database_address
from workbench.store import Store, open_store


def add_database(parser: argparse.ArgumentParser) -> None:
    """Declare `--database`."""
    parser.add_argument("--database", metavar="FILE", help="the SQLite file (default: WORKBENCH_DATABASE, else one under .workbench/)")


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Store]:
    """The store the arguments name, closed when the command ends."""
    store = open_store(database_address(arguments.database))
    try:
        yield store
    finally:
        store.close()
