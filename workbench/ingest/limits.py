"""How much is taken in at the door, so that a hostile or mistaken file costs one clear line and not the afternoon."""

from typing import Final

from workbench.errors import BadInput

MAX_FILE_BYTES: Final = 32 * 2**20
"""A book of a thousand pages is 3 MB of text; a PDF with pictures is larger."""

MAX_CHARACTERS: Final = 5_000_000
"""Beyond it no text is stored: a project of quotes has articles and statements in it, not libraries."""

LONG_TEXT: Final = 400_000
"""From here on the reader is warned that every step takes its time (about a novel)."""


def check_size(byte_count: int, *, where: str) -> None:
    """Raise BadInput where a file is too large to be read."""
    if byte_count > MAX_FILE_BYTES:
        raise BadInput(
            f"the file has {byte_count / 2**20:.0f} MB, more than the {MAX_FILE_BYTES // 2**20} MB that are read",
            where=where,
            remedy="split it, or give only the text",
        )


def check_length(text: str, *, where: str) -> None:
    """Raise BadInput where a text is too long to be stored."""
    if len(text) > MAX_CHARACTERS:
        raise BadInput(f"the text has {len(text):,} characters, more than the {MAX_CHARACTERS:,} that are stored", where=where, remedy="split it")
