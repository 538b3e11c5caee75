"""`import`: a file's units into a project, or a whole project."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json, print_report, progress
from workbench.errors import BadInput
from workbench.formats import FORMATS
from workbench.services import archive
from workbench.services.importing import Delivery, Duplicates, ImportSummary, import_file, outcome_words, preview_file
from workbench.services.merging import Outcome
from workbench.services.settings import default_reviewer
from workbench.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, and into what."""
    parser.add_argument("project", metavar="PROJECT", help="the project's short name; it is made when it is not there")
    parser.add_argument("file", metavar="FILE", type=Path, help="a file in one of the exchange formats")
    formats = [*(row.id for row in FORMATS), archive.FORMAT_ID]
    parser.add_argument("--format", choices=formats, help="the format, where the extension does not say it; jsonl is a whole project")
    parser.add_argument("--as", dest="author", metavar="NAME", help="whose revisions these are (default: the reviewer's name)")
    parser.add_argument("--known-only", action="store_true", help="leave out units the project does not have")
    parser.add_argument(
        "--column", action="append", default=[], metavar="HEADING=NAME", help="a table’s heading that is key, source, target …; repeatable"
    )
    parser.add_argument("--languages", metavar="SOURCE,TARGET", help="the languages, where the file does not say them or says them wrongly")
    meaning = "a key the file has twice: take the first, or give later ones a number"
    parser.add_argument("--duplicates", type=Duplicates, choices=list(Duplicates), default=Duplicates.FIRST, help=meaning)
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and store nothing")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the units in and say what became of each."""
    with opened(arguments) as store:
        if archive.FORMAT_ID in (arguments.format, arguments.file.suffix.lower().lstrip(".")):
            return whole_project(store, arguments)
        delivery = Delivery(
            path=arguments.file,
            author=arguments.author or default_reviewer(),
            format_id=arguments.format,
            add_new=not arguments.known_only,
            columns=dict(pair(text, "--column") for text in arguments.column),
            languages=both(arguments.languages) if arguments.languages else None,
            duplicates=arguments.duplicates,
        )
        with progress() as shown:
            summary = (preview_file if arguments.dry_run else import_file)(store, arguments.project, delivery, shown)
    if arguments.json:
        print_json({"project": arguments.project, **as_json(summary), **summary.report.as_json()})
    else:
        print(", ".join(outcome_words(summary)) or "no unit")
        for line in summary.lines:
            by = f" (here by {line.by})" if line.by else ""
            print(f"{line.unit}: {line.outcome}{by}")
        print_report(str(arguments.file), summary.report.as_json())
    return 1 if summary.counts[Outcome.CONFLICT] else 0


def pair(text: str, option: str) -> tuple[str, str]:
    """`Translation=target` as a pair."""
    heading, equals, name = text.rpartition("=")
    if not (heading and equals and name):
        raise BadInput(f"{option} {text} is not HEADING=NAME", remedy="write it like “My text=target”")
    return heading.strip(), name.strip()


def both(text: str) -> tuple[str, str]:
    """`ar,en` as a pair."""
    source, comma, target = text.partition(",")
    if not (source.strip() and comma and target.strip()):
        raise BadInput(f"--languages {text} is not SOURCE,TARGET", remedy="write it like ar,en")
    return source.strip(), target.strip()


def as_json(summary: ImportSummary) -> dict[str, Any]:
    """Counts of what nobody need look at, keys of the rest."""
    return {
        "added": summary.counts[Outcome.ADDED],
        "unchanged": summary.counts[Outcome.UNCHANGED],
        "revised": summary.of(Outcome.REVISED),
        "conflicts": summary.of(Outcome.CONFLICT),
        "newer_here": summary.of(Outcome.OLDER),
        "emptied": summary.of(Outcome.EMPTIED),
        "comments": summary.comments,
        "marks": summary.marks,
    }


def whole_project(store: Store, arguments: argparse.Namespace) -> int:
    """Take in a project with its log, under the name given."""
    contents = archive.read_project(store, arguments.file, project_id=arguments.project)
    if arguments.json:
        print_json({"project": arguments.project, **asdict(contents)})
    else:
        print(f"{contents.title}: {contents.documents} documents and {contents.events} events taken in; every hash is right")
    return 0
