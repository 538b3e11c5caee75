"""What reading a file gives, before anybody has said what it is in a project."""

from dataclasses import dataclass
from datetime import date

from workbench.model import Document, DocumentKind, Entry, Provenance, Role, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """The text of a file with what could be told about it; a form shows this for correction before it becomes a document.

    `language` is what the text looks like (BCP 47; None: undetermined). `warnings` are sentences for the reader. `needs_typing` is set where the
    file holds no text, as a scan: somebody has to type it. `original_sha256` is None for pasted text.
    """

    name: str
    text: str
    kind: DocumentKind
    title: str = ""
    author: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    furniture: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()
    warnings: tuple[str, ...] = ()
    original_sha256: str | None = None
    needs_typing: bool = False

    def document(self, document_id: str, *, role: Role, language: str, provenance: Provenance = Provenance.ORIGINAL) -> Document:
        """The document it becomes when nothing is corrected."""
        return Document(
            id=document_id,
            language=language,
            role=role,
            kind=self.kind,
            text=self.text,
            title=self.title,
            outlet=self.outlet,
            author=self.author,
            published=self.published,
            url=self.url,
            provenance=provenance,
            original_sha256=self.original_sha256,
            furniture=self.furniture,
            entries=self.entries,
        )
