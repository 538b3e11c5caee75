"""`evaluate`: the quality tables, on the sample corpora's gold, on a folder of data, and on what reviewers of a project confirmed."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from workbench import encoder
from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json
from workbench.errors import BadInput
from workbench.services.evaluation.confirmed import evaluate_confirmed, export_confirmed
from workbench.services.evaluation.running import evaluate
from workbench.services.evaluation.table import Table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to measure on besides the sample corpora."""
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="a folder of measuring data (docs/evaluation.md says in which shape)")
    parser.add_argument("--project", metavar="PROJECT", help="measure on the places that reviewers of this project confirmed or corrected, only")
    parser.add_argument("--export", type=Path, metavar="FOLDER", help="with --project: write these places as gold that find --batch reads")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print each table as soon as it is measured."""
    if arguments.export and not arguments.project:
        raise BadInput("--export writes what was confirmed in a project", remedy="name it with --project")
    tables = []
    for table in _tables(arguments):
        tables.append(table.as_json())
        if not arguments.json:
            print(table.as_text(), end="\n\n", flush=True)
    if arguments.json:
        print_json({"tables": tables})
    return 0


def _tables(arguments: argparse.Namespace) -> Iterator[Table]:
    if not arguments.project:
        yield from evaluate(arguments.data)
        return
    with opened(arguments) as store:
        if arguments.export:
            count = export_confirmed(store, arguments.project, arguments.export)
            print(f"{arguments.export}: {count} quotations with the places that reviewers confirmed", file=sys.stderr)
        yield evaluate_confirmed(store, arguments.project, encoder.load(store.vectors))
