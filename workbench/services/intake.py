"""A text on its way into a project: read it, say what is odd about it, make a document of it once a person has filled in the rest."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from workbench import extract
from workbench.errors import BadInput
from workbench.ingest import Ingested, read_pasted, read_upload
from workbench.ingest.decoding import mend
from workbench.model import Document, DocumentKind, Provenance, QuotationKind, Role
from workbench.services.projects import Supplied
from workbench.store import Original


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a person says about a text."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = "ar"
    kind: DocumentKind = DocumentKind.STATEMENT
    provenance: Provenance = Provenance.ORIGINAL
    published: date | None = None
    retrieved: datetime | None = None


def read(role: Role, language: str, *, pasted: str = "", file: tuple[str, bytes] | None = None, kind: DocumentKind | None = None) -> Ingested:
    """The text that was pasted, or that is in a file (name, content); BadInput for what cannot be read."""
    if file:
        return read_upload(*file, role=role, language=language, kind=kind)
    return read_pasted(pasted, role=role, language=language, kind=kind)


def supplied(ingested: Ingested, role: Role, details: Details, *, file: tuple[str, bytes] | None = None, typed: str = "") -> Supplied:
    """The document the reading and the person's details make; `typed` is the text typed beside a scan.

    Raises BadInput when there is no text, or the link is no web address.
    """
    if typed.strip():
        again = read_pasted(typed, role=role, language=details.language, kind=details.kind)
        ingested = replace(again, name=ingested.name, original_sha256=ingested.original_sha256)
    if not ingested.text.strip():
        what = "holds no text" if ingested.needs_typing else "is empty"
        raise BadInput(f"this text {what}", where=ingested.name, remedy="type it beside the file" if ingested.needs_typing else "paste it")
    if details.url and not details.url.startswith(("http://", "https://")):
        raise BadInput(f"“{details.url}” is no web address", where=ingested.name, remedy="begin it with https://")
    document = replace(
        ingested.document("new", role=role, language=details.language, provenance=details.provenance),
        title=details.title or ingested.title,
        outlet=details.outlet or ingested.outlet,
        author=details.author or ingested.author,
        url=details.url or ingested.url,
        published=details.published or ingested.published,
        retrieved=details.retrieved,
        kind=details.kind,
    )
    original = Original(hashlib.sha256(file[1]).hexdigest(), file[0], file[1]) if file else None
    return Supplied(replace(document, original_sha256=original.sha256 if original else None), original)


def quotation_counts(text: str, language: str = "en") -> dict[QuotationKind, int]:
    """How many quotations of each kind an article has, for the live count while it is being pasted."""
    role, kind = Role.ARTICLE, DocumentKind.ARTICLE
    document = Document(id="preview", language=language, role=role, kind=kind, text=mend(text).text)
    found = [quotation.kind for quotation in extract.quotations(document)]
    return {kind: found.count(kind) for kind in QuotationKind if kind in found}
