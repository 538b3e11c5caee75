"""What people read of a reviewed article: a correction note, or a table of all its quotes. One row in PAPERS for each kind of file.

Papers are only written: what comes back as work comes as PO, XLIFF, TMX or a table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from workbench.formats.record import Note, Record, State
from workbench.review.changes import Change, changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation for a paper: its record, how it stands in words, and what was decided about it.

    `place` says in words where its Arabic stands; `text_author` wrote the present rendering, None where it is as published.
    """

    record: Record
    state: str
    kind: str | None = None
    place: str | None = None
    reason: str = ""
    remedy: str | None = None
    text_author: str | None = None

    @property
    def published(self) -> str:
        """The rendering as it was printed."""
        return self.record.published or self.record.target

    @property
    def changes(self) -> tuple[Change, ...]:
        """The way from the printed to the present rendering."""
        return changes(self.published, self.record.target)

    @property
    def corrects(self) -> bool:
        """Whether it belongs into a correction note: its words were changed or rejected, or an editor decided to do something about it."""
        decided = self.remedy not in (None, "leave")
        return self.published != self.record.target or self.record.state is State.REJECTED or decided

    @property
    def settled(self) -> bool:
        """Whether somebody answers for it."""
        return self.record.state in (State.APPROVED, State.REJECTED)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is known of it, as pairs of a name and words for people; nothing that is not known."""
        said_to = ", to ".join(part for part in (self.record.speaker, self.record.outlet) if part)
        by = f"{self.state}, {self.record.reviewer}" if self.record.reviewer else self.state
        alone = " (alone: wrote it and approved it)" if self.record.override else ""
        pairs = (
            ("Speaker", said_to),
            ("Arabic in", self.place or ""),
            ("Rendering", self.record.fidelity or ""),
            ("Verdict", by + alone + (f": {self.reason}" if self.reason else "")),
            ("To do", self.remedy or ""),
        )
        return tuple(pair for pair in pairs if pair[1])

    @property
    def notes(self) -> tuple[Note, ...]:
        """The comments."""
        return self.record.notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A reviewed article with its quotes, in the order of the text."""

    title: str
    outlet: str | None
    published: date | None
    url: str | None
    quotes: tuple[Quote, ...]

    @property
    def origin(self) -> str:
        """Where and when it was printed."""
        return ", ".join(part for part in (self.outlet, self.published.isoformat() if self.published else None) if part)

    @property
    def corrections(self) -> tuple[Quote, ...]:
        """The quotes a correction note is about and somebody answers for."""
        return tuple(quote for quote in self.quotes if quote.corrects and quote.settled)

    @property
    def still_open(self) -> tuple[Quote, ...]:
        """The quotes that may need a correction and nobody answers for yet."""
        return tuple(quote for quote in self.quotes if quote.corrects and not quote.settled)

    @property
    def summary(self) -> str:
        """What the note says, in one line."""
        parts = [f"{counted(len(self.quotes))} reviewed", f"{len(self.corrections)} with a correction"]
        if self.still_open:
            parts.append(f"{len(self.still_open)} still open")
        return ", ".join(parts) + "."


def counted(number: int) -> str:
    """So many quotes.

    >>> counted(1), counted(7)
    ('1 quote', '7 quotes')
    """
    return f"{number} quote{'' if number == 1 else 's'}"


def signature(note: Note) -> str:
    """Who commented, and when."""
    return ", ".join(part for part in (note.author, note.at.date().isoformat() if note.at else None) if part)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of file for people."""

    id: str
    title: str
    extension: str
    write: Callable[[Paper, BinaryIO], None]
