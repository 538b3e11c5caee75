"""What the documentation tells a reader to type is understood by the program, and every command is told of."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.cli.main import COMMANDS, build_parser

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CONTINUED = re.compile(r"\\\n\s*")
PROGRAM = ["python3", "-m", "workbench"]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")


class Told(NamedTuple):
    """A command line in a code block: the page, the line, the words after `python3 -m workbench`."""

    page: str
    line: str
    words: list[str]


def commands_told() -> Iterator[Told]:
    """Every `python3 -m workbench …` in a code block, up to a pipe or a redirection; a prompt before it and settings are left out."""
    for page in PAGES:
        for block in FENCE.findall(page.read_text(encoding="utf-8")):
            for line in CONTINUED.sub(" ", block).splitlines():
                words = shlex.split(line.strip().removeprefix("$ "), comments=True) if "-m workbench" in line else []
                while words and re.fullmatch(r"\w+=.*", words[0]):
                    del words[0]
                if words[:3] == PROGRAM:
                    end = next((place for place, word in enumerate(words) if word in {"|", ">", "<", "&&", ";", "2>&1"}), len(words))
                    yield Told(str(page.relative_to(ROOT)), line.strip(), words[3:end])


@pytest.mark.parametrize("told", tuple(commands_told()), ids=lambda told: f"{told.page}: {' '.join(told.words)}")
def test_the_command_line_understands_what_the_documentation_says(told: Told, capsys: pytest.CaptureFixture[str]) -> None:
    command = next((row for row in COMMANDS if told.words and row.name == told.words[0]), None)
    try:
        build_parser(command).parse_args(told.words)
        status = 0
    except SystemExit as leave:  # --help and --version leave with 0, what is not understood with 2
        status = leave.code
    assert status == 0, f"{told.page}: {told.line}\n{capsys.readouterr().err}"


def test_the_documentation_tells_of_every_command() -> None:
    everything = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    untold = [row.name for row in COMMANDS if not re.search(rf"(-m workbench |`){re.escape(row.name)}\b", everything)]
    assert untold == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_two_commands_are_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {"python3 app.py", "python3 -m tests"} <= set(re.findall(r"python3 (?:-m )?[\w.]+", text))


def test_the_documentation_tells_of_every_key_and_every_field_of_the_filter() -> None:
    assets = ROOT / "workbench" / "ui" / "component" / "assets"
    told = (ROOT / "docs" / "reviewing.md").read_text(encoding="utf-8")
    labels = re.findall(r'\{ id: "[\w-]+", group: "\w+", label: "([^"]+)"', (assets / "commands.js").read_text(encoding="utf-8"))
    assert len(labels) > 30
    assert [label for label in labels if f"| {label} |" not in told] == []
    fields = (assets / "query.js").read_text(encoding="utf-8").split("export const FIELDS = {")[1].split("\n};")[0]
    names = re.findall(r"^  (\w+): \{ test", fields, re.MULTILINE)
    assert len(names) > 10
    assert [name for name in names if f"`{name}:`" not in told] == []
