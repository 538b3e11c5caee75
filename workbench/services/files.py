"""Files named on the command line, read with what there is to say of them."""

from collections.abc import Callable
from pathlib import Path

from workbench import ingest
from workbench.ingest.cautions import cautions
from workbench.model import Document, DocumentKind, Role

Tell = Callable[[str], None]
"""Takes a sentence for the user that is no result and no error."""


def unheard(_sentence: str) -> None:
    """Tells nobody."""


def read(path: Path, *, role: Role, language: str, kind: DocumentKind | None = None, tell: Tell = unheard) -> Document:
    """A file as a document; what looks wrong with it (another language, garbled letters) is told. Raises BadInput where it cannot be read."""
    document = ingest.read_document(path, role=role, language=language, kind=kind)
    tell_cautions(path, document.text, language, tell)
    return document


def tell_cautions(path: Path, text: str, language: str, tell: Tell) -> None:
    """Tell what looks wrong with a text that should be in `language`."""
    for caution in cautions(text, language=language):
        tell(f"{path}: {caution}")
