"""`evaluate`: the quality tables, on the sample corpora's gold and on a folder of data."""

import argparse
from pathlib import Path

from workbench.cli.output import print_json
from workbench.services.evaluation.running import evaluate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to measure on besides the sample corpora."""
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="a folder of measuring data (docs/evaluation.md says in which shape)")


def run(arguments: argparse.Namespace) -> int:
    """Print each table as soon as it is measured."""
    tables = []
    for table in evaluate(arguments.data):
        tables.append(table.as_json())
        if not arguments.json:
            print(table.as_text(), end="\n\n", flush=True)
    if arguments.json:
        print_json({"tables": tables})
    return 0
