"""`backup`: a consistent copy of the database, also while people are working."""

import argparse
from pathlib import Path

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json
from workbench.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the copy goes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the copy; a file that exists is not overwritten")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Copy, then check the copy."""
    with opened(arguments) as store:
        store.backup(arguments.file)
    copy = open_store(str(arguments.file))
    verification = copy.verify()
    copy.close()
    if arguments.json:
        print_json({"file": str(arguments.file), "events": verification.events, "problems": list(verification.problems)})
    else:
        print(f"{arguments.file}: {verification.events} events copied and checked, {len(verification.problems)} problems")
    return 1 if verification.problems else 0
