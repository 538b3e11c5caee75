"""`export`: a project's units to an exchange file, or the whole project."""

import argparse
from dataclasses import asdict
from pathlib import Path

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json, print_report
from workbench.formats import FORMATS
from workbench.formats.profile import Profile
from workbench.services import archive
from workbench.services.exporting import Choice, Scope, export
from workbench.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to export, and where to."""
    parser.add_argument("project", metavar="PROJECT", help="the project's short name, as in its units' keys")
    formats = [*(row.id for row in FORMATS if row.write is not None), archive.FORMAT_ID]
    parser.add_argument("--format", required=True, choices=formats, help="the format to write; jsonl is the whole project with its log")
    parser.add_argument("--scope", type=Scope, choices=list(Scope), default=Scope.APPROVED, help="approved units (default), changed ones, or all")
    parser.add_argument("--profile", type=Profile, choices=list(Profile), default=Profile.ARCHIVE, help="everything, or clean memory for clients")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="the file to write (default: made of project and scope)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say what was left out."""
    with opened(arguments) as store:
        store.project(arguments.project)
        if arguments.format == archive.FORMAT_ID:
            return whole_project(store, arguments)
        choice = Choice(project_id=arguments.project, format_id=arguments.format, scope=arguments.scope, profile=arguments.profile)
        path = arguments.output or Path(choice.file_name)
        report = export(store, choice, path)
    if arguments.json:
        print_json({"file": str(path), **report.as_json()})
    else:
        print_report(str(path), report.as_json())
    return 0


def whole_project(store: Store, arguments: argparse.Namespace) -> int:
    """Write everything there is of the project."""
    path = arguments.output or Path(arguments.project + archive.EXTENSION)
    contents = archive.write_project(store, arguments.project, path)
    if arguments.json:
        print_json({"file": str(path), **asdict(contents)})
    else:
        print(f"{path}: {contents.documents} documents and {contents.events} events; the log ends with {contents.head_hash[:12]}")
    return 0
