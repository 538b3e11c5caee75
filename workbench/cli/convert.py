"""`convert IN OUT`: from one exchange format to another."""

import argparse
from pathlib import Path

from workbench.cli.output import print_json, progress, units_read
from workbench.errors import BadInput
from workbench.services.conversion import FORMAT_IDS, PROFILES, WRITABLE_IDS, convert

DONE, LEFT_OUT = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("input", type=Path, metavar="IN", help="the file to read")
    parser.add_argument("output", type=Path, metavar="OUT", help="the file to write")
    parser.add_argument("--from", dest="source_format", choices=FORMAT_IDS, help="the format of IN, if its extension does not tell")
    parser.add_argument("--to", dest="target_format", choices=WRITABLE_IDS, help="the format of OUT, if its extension does not tell")
    parser.add_argument("--profile", choices=PROFILES, default=PROFILES[0], help="archive keeps all; clean is for clients (default: archive)")
    parser.add_argument(
        "--region",
        action="append",
        default=[],
        metavar="AR=AR-SY",
        help="write this regional tag where a text has only the language; repeatable",
    )


def run(arguments: argparse.Namespace) -> int:
    """Convert, and say what happened; 1 when units were left out."""
    with progress() as line:
        report = convert(
            arguments.input,
            arguments.output,
            source_format=arguments.source_format,
            target_format=arguments.target_format,
            profile=arguments.profile,
            regions=dict(region_pair(text) for text in arguments.region),
            watch=line,
        )
    if arguments.json:
        print_json(report.as_json())
    else:
        print(f"{units_read(report.read)} from {arguments.input}, {report.written} written to {arguments.output}")
        for skipped in report.skipped:
            print(f"left out: {skipped.unit} ({skipped.where}): {skipped.reason}")
        for what, count in sorted(report.not_kept.items()):
            print(f"not kept: {what}: {count}")
        for remark in report.remarks:
            print(f"note: {remark}")
    return LEFT_OUT if report.skipped else DONE


def region_pair(text: str) -> tuple[str, str]:
    """`ar=ar-SY` as a pair."""
    language, equals, tag = text.partition("=")
    if not (language and equals and tag):
        raise BadInput(f"--region {text} is not LANGUAGE=TAG", remedy="write it like ar=ar-SY")
    return language.lower(), tag
