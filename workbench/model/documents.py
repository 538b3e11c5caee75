"""Texts that never change, and who, where, when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.model.spans import Span


class Role(StrEnum):
    """What a document is in its project."""

    ARTICLE = "article"
    SOURCE = "source"
    TRANSLATION = "translation"


class DocumentKind(StrEnum):
    """What sort of text it is; decides how its furniture is recognised."""

    ARTICLE = "article"
    WIRE = "wire"
    POST = "post"
    LIVE_BLOG = "live blog"
    TRANSCRIPT = "transcript"
    SCAN = "scan"
    STATEMENT = "statement"


class Provenance(StrEnum):
    """Whether these are the words themselves."""

    ORIGINAL = "original"
    RECONSTRUCTION = "reconstruction"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a document with its own author and time: one post of a live blog, one turn of a transcript."""

    span: Span
    author: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and who, where, when; the text never changes, so spans into it never rot.

    `furniture` lists what is in the text without being said by anyone: time stamps, speaker labels, page furniture. No span may touch it.
    `original_sha256` is the hash of the file as it was supplied, None for pasted text.
    """

    id: str
    language: str
    role: Role
    kind: DocumentKind
    text: str
    title: str = ""
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    retrieved: datetime | None = None
    provenance: Provenance = Provenance.ORIGINAL
    original_sha256: str | None = None
    furniture: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        if "\r" in self.text or self.text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}"):
            raise ValueError("the text of a document has line feeds only and no byte order mark")
        for span in (*self.furniture, *(entry.span for entry in self.entries)):
            if span.end > len(self.text):
                raise ValueError(f"{span} lies outside the text of {self.id}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence-like stretch of a document: the aligner's unit."""

    document_id: str
    index: int
    span: Span
