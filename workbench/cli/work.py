"""`work`: do what is queued. The app starts it; a newsroom may run it on another machine on the same database."""

import argparse

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json
from workbench.services.working import work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the queue is."""
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Work until nothing is queued."""
    with opened(arguments) as store:
        done = work(store)
    if arguments.json:
        print_json({"jobs": done})
    else:
        print(f"{done} piece{'' if done == 1 else 's'} of work done")
    return 0
