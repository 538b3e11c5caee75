"""`import`: a file's units into a project, or a whole project."""

import argparse
from dataclasses import asdict
from pathlib import Path

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json, print_report
from workbench.formats import FORMATS
from workbench.services import archive
from workbench.services.importing import import_file
from workbench.services.settings import default_reviewer
from workbench.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, and into what."""
    parser.add_argument("project", metavar="PROJECT", help="the project's short name; it is made when it is not there")
    parser.add_argument("file", metavar="FILE", type=Path, help="a file in one of the exchange formats")
    formats = [*(row.id for row in FORMATS), archive.FORMAT_ID]
    parser.add_argument("--format", choices=formats, help="the format, where the extension does not say it; jsonl is a whole project")
    parser.add_argument("--as", dest="author", metavar="NAME", help="whose revisions these are (default: the reviewer's name)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the units in and say what became of each."""
    with opened(arguments) as store:
        if archive.FORMAT_ID in (arguments.format, arguments.file.suffix.lower().lstrip(".")):
            return whole_project(store, arguments)
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


def whole_project(store: Store, arguments: argparse.Namespace) -> int:
    """Take in a project with its log, under the name given."""
    contents = archive.read_project(store, arguments.file, project_id=arguments.project)
    if arguments.json:
        print_json({"project": arguments.project, **asdict(contents)})
    else:
        print(f"{contents.title}: {contents.documents} documents and {contents.events} events taken in; every hash is right")
    return 0
