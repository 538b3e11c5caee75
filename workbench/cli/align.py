"""`align ARABIC ENGLISH`: beads of a text and its translation."""

import argparse
from pathlib import Path

from workbench.cli.output import note, print_json
from workbench.services.alignment import align_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("arabic", type=Path, metavar="ARABIC", help="the Arabic text")
    parser.add_argument("english", type=Path, metavar="ENGLISH", help="its English translation")
    parser.add_argument("--lines", action="store_true", help="take each line as a segment, blank ones too, instead of finding sentences")


def run(arguments: argparse.Namespace) -> int:
    """Align and print, a bead a line: [source segments]:[target segments]:score; what was moved is noted beside."""
    aligned = align_files(arguments.arabic, arguments.english, lines=arguments.lines, tell=note)
    if arguments.json:
        print_json(aligned)
        return 0
    for bead in aligned["beads"]:
        print(f"{bead['source']}:{bead['target']}:{bead['score']}")
    return 0
