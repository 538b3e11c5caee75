"""What a format is: a row with its reader and writer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from workbench.formats.record import Record
from workbench.formats.report import Report
from workbench.formats.terms import Concept

Reader = Callable[[BinaryIO, Report], Iterator[Record]]
Preparer = Callable[[Iterable[Record], Report], Iterator[Record]]
Writer = Callable[[Iterable[Record], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """An exchange format.

    `read` takes a seekable binary stream and streams records. `prepare` gives records as the format can carry them, naming in the report what it
    leaves out; `write` writes prepared records, and reading them again gives equal ones. Both are None for formats that are only read.
    `headings` gives the first line of a table, whose columns a person may have to name.
    """

    id: str
    title: str
    extension: str
    read: Reader
    prepare: Preparer | None = None
    write: Writer | None = None
    other_extensions: tuple[str, ...] = ()
    headings: Callable[[BinaryIO, Report], list[str]] | None = None

    @property
    def extensions(self) -> tuple[str, ...]:
        """All file name extensions, with their dot, small."""
        return (self.extension, *self.other_extensions)


TermReader = Callable[[BinaryIO, Report], Iterator[Concept]]
TermPreparer = Callable[[Iterable[Concept], Report], Iterator[Concept]]
TermWriter = Callable[[Iterable[Concept], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class TermFormat:
    """A format of terms; its parts are those of `Format`, for concepts."""

    id: str
    title: str
    extension: str
    read: TermReader
    prepare: TermPreparer
    write: TermWriter
    other_extensions: tuple[str, ...] = ()

    @property
    def extensions(self) -> tuple[str, ...]:
        """All file name extensions, with their dot, small."""
        return (self.extension, *self.other_extensions)
