"""Find the command, hand it its arguments, turn errors into one clear line.

Exit status: 0 done, 1 findings or differences, 2 bad input.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import NamedTuple, Protocol, cast

from workbench import __version__
from workbench.errors import WorkbenchError


class Command(NamedTuple):
    """A command's name, the module `workbench.cli.<module>` that holds it, and its line of help."""

    name: str
    module: str
    summary: str


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments; `--json` is there already."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and give the exit status."""


COMMANDS: tuple[Command, ...] = (
    Command("extract", "extract", "list the quotations of an article"),
    Command("link", "link", "find every quotation's place in Arabic sources"),
    Command("find", "find", "find one quote's place in Arabic sources"),
    Command("align", "align", "align an Arabic text with its English translation"),
    Command("check", "check", "check the renderings in PO, TMX or CSV files"),
    Command("names", "names", "compare a name across the two scripts"),
    Command("import", "import_", "take a file's units into a project"),
    Command("export", "export", "write a project's units to PO, TMX and others"),
    Command("convert", "convert", "convert between exchange formats"),
    Command("evaluate", "evaluate", "measure extraction, links and alignment on gold data"),
    Command("work", "work", "do what is queued (the app starts this by itself)"),
    Command("verify", "verify", "check the database and its hash chain"),
    Command("backup", "backup", "copy the database and check the copy"),
    Command("serve", "serve", "open the app in the browser"),
)


def build_parser(command: Command | None) -> argparse.ArgumentParser:
    """The parser, with the arguments of `command` only: other commands' modules are not imported."""
    parser = argparse.ArgumentParser(prog="python3 -m workbench", description="Review translated quotes beside the Arabic that was really said.")
    parser.add_argument("--version", action="version", version=f"quote workbench {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for row in COMMANDS:
        subparser = subparsers.add_parser(row.name, help=row.summary, description=row.summary[0].upper() + row.summary[1:] + ".")
        subparser.add_argument("--json", action="store_true", help="print JSON for other programs")
        if command is row:
            load(row).add_arguments(subparser)
    return parser


def load(command: Command) -> CommandModule:
    """The module of a command."""
    return cast("CommandModule", importlib.import_module(f"workbench.cli.{command.module}"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; a foreseen error becomes one line on standard error and status 2."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = next((row for row in COMMANDS if words and row.name == words[0]), None)
    arguments = build_parser(command).parse_args(words)
    if command is None:  # argparse has already left with its own message
        return 2
    try:
        return load(command).run(arguments)
    except WorkbenchError as error:
        print(f"{command.name}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{command.name}: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output (head, less) has gone
        sys.stderr.close()
        return 0
