"""`export`: a project's units to an exchange file, an article's review as a paper, or the whole project."""

import argparse
from dataclasses import asdict
from pathlib import Path

from workbench.cli.convert import region_pair
from workbench.cli.database import add_database, opened
from workbench.cli.output import print_json, print_report, progress
from workbench.formats import FORMATS, PAPERS
from workbench.formats.profile import Profile
from workbench.services import archive, papers, quality
from workbench.services.exporting import Choice, Scope, export
from workbench.store import Store

PAPER_IDS = tuple(kind.id for kind in PAPERS)
REPORT_IDS = tuple(kind.id for kind in quality.REPORTS)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to export, and where to."""
    parser.add_argument("project", metavar="PROJECT", help="the project's short name, as in its units' keys")
    formats = [*(row.id for row in FORMATS if row.write is not None), *PAPER_IDS, *REPORT_IDS, archive.FORMAT_ID]
    meaning = "an exchange format; note-… and table-… are papers about one article, quality-… is the report; jsonl is the whole project with its log"
    parser.add_argument("--format", required=True, choices=formats, help=meaning)
    parser.add_argument("--article", metavar="ID", help="only this article’s units; whose paper or report it is, where the project has several")
    parser.add_argument("--scope", type=Scope, choices=list(Scope), default=Scope.APPROVED, help="approved units (default), changed ones, or all")
    parser.add_argument("--profile", type=Profile, choices=list(Profile), default=Profile.ARCHIVE, help="everything, or clean memory for clients")
    meaning = "write this regional tag where a text has only the language (default: the project’s); repeatable"
    parser.add_argument("--region", action="append", default=[], metavar="AR=AR-SY", help=meaning)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="the file to write (default: made of project and scope)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say what was left out."""
    with opened(arguments) as store:
        store.project(arguments.project)
        if arguments.format == archive.FORMAT_ID:
            return whole_project(store, arguments)
        if arguments.format in PAPER_IDS:
            return paper(store, arguments)
        if arguments.format in REPORT_IDS:
            return report_of_quality(store, arguments)
        choice = Choice(
            project_id=arguments.project,
            format_id=arguments.format,
            scope=arguments.scope,
            profile=arguments.profile,
            regions=tuple(region_pair(text) for text in arguments.region),
            article_id=arguments.article,
        )
        path = arguments.output or Path(choice.file_name)
        with progress() as line:
            report = export(store, choice, path, line)
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


def paper(store: Store, arguments: argparse.Namespace) -> int:
    """Write what people read of an article's review."""
    kind = papers.by_id(arguments.format)
    path = arguments.output or Path(papers.file_name(kind, arguments.project, arguments.article))
    written = papers.write(store, arguments.project, kind.id, path, arguments.article)
    if arguments.json:
        counts = {"quotes": len(written.quotes), "corrections": len(written.corrections), "open": len(written.still_open)}
        print_json({"file": str(path), "title": written.title, **counts})
    else:
        print(f"{path}: {written.summary}")
    return 0


def report_of_quality(store: Store, arguments: argparse.Namespace) -> int:
    """Write the quality report of the project, or of one article."""
    kind = quality.by_id(arguments.format)
    path = arguments.output or Path(quality.file_name(kind, arguments.project, arguments.article))
    figures = quality.write(store, arguments.project, kind.id, path, arguments.article)
    tally = figures.tally
    if arguments.json:
        effort = figures.effort
        counts = {"quotations": figures.units, "words": tally.words, "errors": tally.errors, "points": tally.points, "raw_score": tally.raw_score}
        named = ("value", "renderings", "interval", "signature")
        hter = {name: getattr(effort, name) for name in named} if effort else None
        print_json({"file": str(path), "title": figures.title, **counts, "hter": hter, "signature": figures.signature})
    else:
        print(f"{path}: {figures.units} quotations, {tally.words} words, {tally.errors} errors, {tally.points} points")
    return 0
