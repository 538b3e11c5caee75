"""`names ARABIC ENGLISH`: how likely a Latin word is an Arabic name."""

import argparse
from pathlib import Path

from workbench.cli.output import print_json
from workbench.errors import BadInput
from workbench.services.checking import compare_name_pairs, compare_names


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("arabic", nargs="?", metavar="ARABIC", help="the name in Arabic script")
    parser.add_argument("english", nargs="?", metavar="ENGLISH", help="the name in Latin script")
    parser.add_argument("--batch", type=Path, metavar="FILE", help="a file of tab-separated pairs, one a line; answers a line each")


def run(arguments: argparse.Namespace) -> int:
    """Print the similarity, 0..1, of one pair or of each line of a file."""
    if (arguments.batch is None) == (arguments.arabic is None or arguments.english is None):
        raise BadInput("names takes either two names or --batch FILE", remedy="python3 -m workbench names خلف Khalaf")
    if arguments.batch is None:
        print_similarity(compare_names(arguments.arabic, arguments.english), as_json=arguments.json)
    else:
        for _, _, likeness in compare_name_pairs(arguments.batch):
            print_similarity(likeness, as_json=arguments.json)
    return 0


def print_similarity(likeness: float, *, as_json: bool) -> None:
    """One line: JSON for programs, four digits for people."""
    if as_json:
        print_json({"similarity": likeness})
    else:
        print(f"{likeness:.4f}")
