"""`extract ARTICLE`: the quotations of an article, who said them, and through which outlet."""

import argparse
from pathlib import Path

from workbench.cli.output import note, print_json
from workbench.model import Party, Quotation
from workbench.services.extraction import as_json, extract_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("article", type=Path, metavar="ARTICLE", help="the text: .txt, .html, .docx, .pdf")
    parser.add_argument("--language", choices=("en", "ar"), default="en", help="ar also finds speech without quote marks (default: en)")
    parser.add_argument("--indirect", action="store_true", help="also what an English article tells without quote marks (“He said that …”)")


def run(arguments: argparse.Namespace) -> int:
    """Extract and print; an article without quotations is an answer, not a failure."""
    document, quotations = extract_file(arguments.article, language=arguments.language, indirect=arguments.indirect, tell=note)
    if arguments.json:
        print_json(as_json(arguments.article, document, quotations))
        return 0
    for quotation in quotations:
        _print(quotation, document.text)
    return 0


def _print(quotation: Quotation, text: str) -> None:
    attribution = quotation.attribution
    print(f"{quotation.id} {quotation.kind.value:8} “{quotation.text(text)}”")
    speaker = _named(attribution.speaker) if attribution is not None else None
    outlet = _named(attribution.outlet) if attribution is not None else None
    if speaker or outlet:
        print(f"{'':13}— {speaker or 'unnamed'}" + (f", {outlet}" if outlet else ""))


def _named(party: Party | None) -> str | None:
    """The full name, with what the text says where that differs."""
    if party is None:
        return None
    if party.resolved is None or party.resolved == party.who:
        return party.who
    return f"{party.resolved} (“{party.who}”)" if party.span is not None else party.resolved
