"""`import`: a file's units into a project."""

import argparse
from pathlib import Path

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json, print_report
from workbench.formats import FORMATS
from workbench.services.importing import import_file
from workbench.services.settings import default_reviewer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, and into what."""
    parser.add_argument("project", metavar="PROJECT", help="the project's short name; it is made when it is not there")
    parser.add_argument("file", metavar="FILE", type=Path, help="a file in one of the exchange formats")
    parser.add_argument("--format", choices=[row.id for row in FORMATS], help="the format, where the extension does not say it")
    parser.add_argument("--as", dest="author", metavar="NAME", help="whose revisions these are (default: the reviewer's name)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the units in and say what became of each."""
    with opened(arguments) as store:
        author = arguments.author or default_reviewer()
        summary = import_file(store, arguments.project, arguments.file, author=author, format_id=arguments.format)
    counts = {"added": len(summary.added), "revised": summary.revised, "unchanged": summary.unchanged, "conflicts": summary.conflicts}
    if arguments.json:
        print_json({"project": arguments.project, **counts, **summary.report.as_json()})
    else:
        print(f"{len(summary.added)} added, {len(summary.revised)} revised, {summary.unchanged} as they were")
        for key in summary.conflicts:
            print(f"{key}: changed here after the file was written; not touched")
        print_report(str(arguments.file), summary.report.as_json())
    return 1 if summary.conflicts else 0
