"""`find QUOTE SOURCE…`: one quote's place in Arabic sources; `--batch FILE` answers a file of questions."""

import argparse
from pathlib import Path
from typing import Any

from workbench.cli.output import note, print_json
from workbench.errors import BadInput
from workbench.services.linking import Finder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("quote", nargs="?", metavar="QUOTE", help="the English words")
    parser.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help="Arabic files: .txt, .html, .docx, .pdf")
    parser.add_argument("--context", metavar="TEXT", help="the English sentence around the quote")
    parser.add_argument("--batch", type=Path, metavar="FILE", help='JSON lines {"quote", "sources": [paths relative to FILE], "article_context"?}')


def run(arguments: argparse.Namespace) -> int:
    """Find and print; that no source holds the quote is an answer, not a failure."""
    if arguments.batch:
        if arguments.quote is not None:
            raise BadInput("--batch takes its quotes and sources from the file", remedy="leave out QUOTE and SOURCE")
        for answer in Finder(note).batch(arguments.batch):
            _print(answer, as_json=arguments.json)
        return 0
    if arguments.quote is None or not arguments.sources:
        raise BadInput("there is nothing to look for, or nowhere", remedy="give QUOTE and at least one SOURCE, or --batch FILE")
    _print(Finder(note).find(arguments.quote, arguments.sources, arguments.context), as_json=arguments.json)
    return 0


def _print(answer: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(answer)
    elif "error" in answer:
        print(f"error: {answer['error']}")
    else:
        print(f"“{answer['quote']}”")
        print_placement(answer)


def print_placement(answer: dict[str, Any]) -> None:
    """What was found, for people: how sure, then the candidates with their reasons."""
    if answer["state"] == "no-source":
        print(
            f"  not in the supplied sources (confidence {answer['confidence']:.2f}); nearest:"
            if answer["candidates"]
            else "  not in the supplied sources"
        )
    else:
        print(f"  {answer['certainty']} (confidence {answer['confidence']:.2f})")
    for number, candidate in enumerate(answer["candidates"], start=1):
        places = ", ".join(f"{start}–{end}" for start, end in candidate["spans"])
        print(f"  {number}. {candidate['source']} {places}  {'; '.join(candidate['reasons'])}")
        print(f"     {candidate['text']}")
