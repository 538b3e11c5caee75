"""What every exchange format reads into and writes from: one unit with all that is known about it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple, Self

from workbench.model import ErrorSeverity


class State(StrEnum):
    """Where the review of a unit stands, as files carry it."""

    WAITING = "waiting"
    CHANGED = "changed"
    SECOND_LOOK = "second-look"
    APPROVED = "approved"
    REJECTED = "rejected"
    NO_SOURCE = "no-source"


class SegmentType(StrEnum):
    """How much text a unit holds; TMX's words."""

    BLOCK = "block"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    PHRASE = "phrase"


class Note(NamedTuple):
    """A comment on a unit; author and time (UTC) where the file gives them."""

    text: str
    author: str | None = None
    at: datetime | None = None


class Property(NamedTuple):
    """A name and a value that we only keep: a TMX `<prop>`, a column of a table, an attribute (its name starts with `@`).

    `language` says which side or variant it belongs to, None for the whole unit.
    """

    name: str
    value: str
    language: str | None = None


class InlineCode(NamedTuple):
    """A tag inside a text: the text shows `placeholder`, such as ⟦1⟧, where the file has `markup`."""

    language: str
    placeholder: str
    markup: str


class Variant(NamedTuple):
    """The unit in a further language."""

    language: str
    text: str


class Plural(NamedTuple):
    """The plural of a PO entry: the source's plural, a target for each form, and the header's rule that tells the forms apart."""

    source: str
    targets: tuple[str, ...]
    rule: str | None = None


Place = tuple[int, int]
"""Start and end in code points, half-open; equal where something is missing at a point."""


class Mark(NamedTuple):
    """What somebody claims to be wrong in a unit (MQM).

    `target` and `source` are its places on either side; a mark without either is about the unit as a whole. They count in the record's own texts,
    or, where those have changed since, in the texts it was made on: `on_target`, `on_source`. `category` is an id of our typology where we
    know the file's word, else that word; `name` is how the mark is known here, `origin` the finding it was taken from.
    """

    category: str
    severity: ErrorSeverity
    target: Place | None = None
    source: Place | None = None
    note: str = ""
    author: str | None = None
    at: datetime | None = None
    name: str | None = None
    origin: str | None = None
    on_target: str | None = None
    on_source: str | None = None


OPTIONAL_TEXTS = (
    "published",
    "former_source",
    "speaker",
    "outlet",
    "date",
    "source_place",
    "article_place",
    "fidelity",
    "verdict",
    "reviewer",
    "created_by",
    "changed_by",
)


new, assign = object.__new__, object.__setattr__


@dataclass(frozen=True, kw_only=True)
class Record:
    """One unit as files exchange it.

    `source` and `target` are the texts as reviewed; `source` is the Arabic in everything we write ourselves, a foreign file may run the other way
    and says so by its languages. `published` is the target as it was printed, `former_source` the source before its span was changed.
    `key` is None where the file gives none. `where` is the place it was read from; it takes no part in comparing.
    `date` is when it was said or printed, as written; places are readable (`hama-2016/article.en.txt:120-163`).
    It has no slots: readers make millions of records, and one that holds only what differs from the defaults is made in a fifth of the time.
    Times are UTC to the second: no format here carries more. An optional text that is empty is None, a note that
    says nothing is dropped, and a flag is what can stand between two commas.

    >>> Record(source="سيطرنا", target="We took it", changed_at=datetime(2016, 10, 3, 9, 30, 5, 250, tzinfo=UTC)).changed_at.isoformat()
    '2016-10-03T09:30:05+00:00'
    """

    key: str | None = None
    source: str
    target: str
    source_language: str = "ar"
    target_language: str = "en"
    state: State = State.WAITING
    published: str | None = None
    former_source: str | None = None
    speaker: str | None = None
    protected: bool = False
    outlet: str | None = None
    date: str | None = None
    source_place: str | None = None
    article_place: str | None = None
    fidelity: str | None = None
    verdict: str | None = None
    reviewer: str | None = None
    override: bool = False
    created_at: datetime | None = None
    created_by: str | None = None
    changed_at: datetime | None = None
    changed_by: str | None = None
    segment_type: SegmentType | None = None
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    properties: tuple[Property, ...] = ()
    flags: tuple[str, ...] = ()
    inline: tuple[InlineCode, ...] = ()
    variants: tuple[Variant, ...] = ()
    plural: Plural | None = None
    obsolete: bool = False
    where: str | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        values = self.__dict__
        if self.created_at is not None:
            values["created_at"] = to_the_second(self.created_at)
        if self.changed_at is not None:
            values["changed_at"] = to_the_second(self.changed_at)
        if self.notes:
            values["notes"] = tuple(settled(note) for note in self.notes if any(note))
        if self.marks:
            values["marks"] = tuple(settled_mark(mark, self) for mark in self.marks)
        if self.flags:
            values["flags"] = tuple(word for flag in self.flags for part in flag.split(",") if (word := " ".join(part.split())))
        if "" in values.values():
            values.update((name, None) for name in OPTIONAL_TEXTS if values.get(name) == "")

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """The record of some of the fields, `source` and `target` among them: as `Record(**values)`, and five times as fast.

        For readers, who fill a dictionary and hand it over: it becomes the record's own.

        >>> Record.of({"source": "نص", "target": "text", "speaker": ""}) == Record(source="نص", target="text")
        True
        """
        record = cls.of_settled(values)
        record.__post_init__()
        return record

    @classmethod
    def of_settled(cls, values: dict[str, Any]) -> Self:
        """As `of`, twice as fast again, for values with nothing left to put in order.

        That is: no notes, marks or flags, no optional text that is empty, times in UTC to the second.
        """
        record = new(cls)
        assign(record, "__dict__", values)
        return record

    @property
    def label(self) -> str:
        """What a person is told it is: its key, else its place, else the start of its text."""
        return self.key or self.where or self.source[:40] or self.target[:40] or "a unit without text"


def settled(note: Note) -> Note:
    """The note with its time to the second and no empty author."""
    return Note(note.text, note.author or None, to_the_second(note.at) if note.at else None)


def settled_mark(mark: Mark, record: Record) -> Mark:
    """The mark with its time to the second, no empty names, and texts of its own only where they are not the record's."""
    return mark._replace(
        author=mark.author or None,
        at=to_the_second(mark.at) if mark.at else None,
        name=mark.name or None,
        origin=mark.origin or None,
        on_target=None if mark.on_target == record.target else mark.on_target,
        on_source=None if mark.on_source == record.source else mark.on_source,
    )


def to_the_second(at: datetime) -> datetime:
    """The time in UTC without fractions; raises ValueError for a time without a zone."""
    if at.tzinfo is UTC and not (at.microsecond or at.fold):
        return at
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return at.astimezone(UTC).replace(microsecond=0, fold=0)
