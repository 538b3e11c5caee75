"""`link ARTICLE SOURCE…`: every quotation of an article and its place in the Arabic sources."""

import argparse
from pathlib import Path

from workbench.cli.find import print_placement
from workbench.cli.output import note, print_json
from workbench.services.linking import Finder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("article", type=Path, metavar="ARTICLE", help="the English article: .txt, .html, .docx, .pdf")
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="Arabic files")


def run(arguments: argparse.Namespace) -> int:
    """Link and print; a quotation that no source holds is an answer, not a failure."""
    found = Finder(note).link(arguments.article, arguments.sources)
    if arguments.json:
        print_json(found)
        return 0
    for link in found["links"]:
        print(f"{link['quotation']} “{link['text']}”")
        print_placement(link)
    return 0
