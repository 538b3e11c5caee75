"""What the reader of a file type hands over: the text and what the file says of itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a file, mended (see `decoding.mend`), with the file's own metadata and what the reader should be told.

    `needs_typing`: the file has pages but no text, as a scan.
    """

    text: str
    title: str = ""
    author: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    needs_typing: bool = False
