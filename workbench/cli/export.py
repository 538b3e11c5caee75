"""`export`: a project's units to an exchange file."""

import argparse
from pathlib import Path

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json, print_report
from workbench.formats import FORMATS
from workbench.formats.profile import Profile
from workbench.services.exporting import Choice, Scope, export


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to export, and where to."""
    parser.add_argument("project", metavar="PROJECT", help="the project's short name, as in its units' keys")
    parser.add_argument("--format", required=True, choices=[row.id for row in FORMATS if row.write is not None], help="the format to write")
    parser.add_argument("--scope", type=Scope, choices=list(Scope), default=Scope.APPROVED, help="approved units (default), changed ones, or all")
    parser.add_argument("--profile", type=Profile, choices=list(Profile), default=Profile.ARCHIVE, help="everything, or clean memory for clients")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="the file to write (default: made of project and scope)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say what was left out."""
    choice = Choice(project_id=arguments.project, format_id=arguments.format, scope=arguments.scope, profile=arguments.profile)
    path = arguments.output or Path(choice.file_name)
    with opened(arguments) as store:
        store.project(arguments.project)
        report = export(store, choice, path)
    if arguments.json:
        print_json({"file": str(path), **report.as_json()})
    else:
        print_report(str(path), report.as_json())
    return 0
