"""`verify`: check that everything in the database is as it was written."""

import argparse

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the database is."""
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check pages, documents and the hash chain; status 1 when something is not as it was written."""
    with opened(arguments) as store:
        verification = store.verify()
    if arguments.json:
        print_json({"events": verification.events, "documents": verification.documents, "problems": list(verification.problems)})
    else:
        for problem in verification.problems:
            print(problem)
        print(f"{verification.events} events and {verification.documents} documents checked, {len(verification.problems)} problems")
    return 1 if verification.problems else 0
