"""`work`: do what is queued. The app starts it; a newsroom may run it on another machine on the same database."""

import argparse
import sys

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json
from workbench.services.jobs import end_with
from workbench.services.working import work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the queue is."""
    parser.add_argument("--until-closed", action="store_true", help="end when standard input closes (so the app's worker ends with the app)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Work until nothing is queued."""
    with opened(arguments) as store:
        if arguments.until_closed:
            end_with(sys.stdin.fileno(), store)
        done = work(store)
    if arguments.json:
        print_json({"jobs": done})
    else:
        print(f"{done} piece{'' if done == 1 else 's'} of work done")
    return 0
