"""What happened to each unit on its way: read, written, left out, and what of it could not be kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workbench.errors import BadInput

LONGEST = 300
"""Characters of a message; a hostile file can make it quote megabytes."""


class Skipped(NamedTuple):
    """A unit that was left out, the place it stands at, and why."""

    unit: str
    where: str
    reason: str


@dataclass(slots=True)
class Report:
    """The one mutable thing readers and writers share.

    `columns` is given to readers: which heading of a table is which column of ours, where a person knows better than the names.

    >>> report = Report("statement.tmx")
    >>> report.skip("hama-2016/q03", 12, "it has no Arabic")
    >>> report.skipped
    [Skipped(unit='hama-2016/q03', where='line 12 of statement.tmx', reason='it has no Arabic')]
    """

    name: str = ""
    read: int = 0
    written: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    not_kept: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)
    columns: Mapping[str, str] = field(default_factory=dict)

    def place(self, line: int | None) -> str:
        """A line of the file in words."""
        file = self.name or "the file"
        return file if line is None else f"line {line} of {file}"

    def skip(self, unit: str, where: int | str | None, reason: str) -> None:
        """A unit was left out; `where` is a line of the file or a place in words."""
        self.skipped.append(Skipped(unit, where if isinstance(where, str) else self.place(where), reason))

    def lose(self, what: str, count: int = 1) -> None:
        """Something of a unit, or of the file, cannot be kept; `what` is a plural noun."""
        if count:
            self.not_kept[what] += count

    def remark(self, text: str) -> None:
        """Something the reader should know once, such as a guessed encoding."""
        if text not in self.remarks:
            self.remarks.append(text)

    def bad(self, what: str, line: int | None = None, remedy: str | None = None) -> BadInput:
        """The error that says the file as a whole cannot be used, with its place; what it quotes from the file is kept to a line."""
        line_of_text = " ".join(what.split())
        return BadInput(line_of_text if len(line_of_text) <= LONGEST else line_of_text[:LONGEST] + "…", where=self.place(line), remedy=remedy)

    def as_json(self) -> dict[str, Any]:
        """The summary that the command line prints."""
        return {
            "read": self.read,
            "written": self.written,
            "skipped": [skipped._asdict() for skipped in self.skipped],
            "not_kept": [{"what": what, "count": count} for what, count in sorted(self.not_kept.items())],
            "remarks": list(self.remarks),
        }
