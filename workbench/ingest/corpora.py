"""Corpus folders: documents with their provenance, and the gold annotation to measure against.

`corpora/README.md` describes `corpus.toml` and `gold.json`.
"""

import hashlib
import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from workbench.errors import BadInput, NotFound
from workbench.ingest.gold import Gold, parse_gold
from workbench.ingest.reading import read_bytes, read_file
from workbench.model import Document, DocumentKind, Provenance, Role

MANIFEST = "corpus.toml"
GOLD = "gold.json"

Moment = TypeVar("Moment", bound=date)

_SHAPE = f"see corpora/README.md for what {MANIFEST} holds"


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """How a corpus wants to be read: `segmentation` "lines" (each line is a segment) or "sentences"."""

    segmentation: str = "sentences"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A folder of documents that belong together; `gold` is None where nothing is annotated."""

    name: str
    title: str
    description: str
    licence: str
    provenance: str
    settings: CorpusSettings
    documents: tuple[Document, ...]
    gold: Gold | None

    def in_role(self, role: Role) -> tuple[Document, ...]:
        """The documents in this role, in the order of the manifest."""
        return tuple(document for document in self.documents if document.role is role)

    def document(self, document_id: str) -> Document:
        """The document with this id; raises NotFound."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise NotFound(f"corpus {self.name} has no document {document_id}")


def corpora_folder() -> Path:
    """The folder of the sample corpora, beside the program."""
    return Path(__file__).resolve().parents[2] / "corpora"


def corpus_names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of the corpora in a folder (that of the samples where none is given), in alphabetical order."""
    return tuple(sorted(manifest.parent.name for manifest in (folder or corpora_folder()).glob(f"*/{MANIFEST}")))


def load_corpus(folder: Path) -> Corpus:
    """The corpus in a folder, every file held against its sha256.

    Raises NotFound where there is no manifest or a file is missing, BadInput for what does not fit together.
    """
    manifest_path = folder / MANIFEST
    manifest = _manifest(manifest_path)
    where = str(manifest_path)
    settings = CorpusSettings(manifest.get("segmentation", "sentences"))
    if settings.segmentation not in ("lines", "sentences"):
        raise BadInput(f'unknown segmentation "{settings.segmentation}"', where=where, remedy='write "lines" or "sentences"')
    by_path = {row.get("path", ""): _document(folder, row, where) for row in _rows(manifest, where)}
    ids = [document.id for document in by_path.values()]
    if repeated := next((document_id for document_id in ids if ids.count(document_id) > 1), None):
        raise BadInput(f'two documents have the id "{repeated}"', where=where, remedy="give each its own")
    gold_path = folder / GOLD
    return Corpus(
        name=folder.resolve().name,
        title=_text(manifest, "title", where),
        description=manifest.get("description", ""),
        licence=_text(manifest, "licence", where),
        provenance=_text(manifest, "provenance", where),
        settings=settings,
        documents=tuple(by_path.values()),
        gold=parse_gold(_utf8(gold_path), by_path, where=str(gold_path)) if gold_path.exists() else None,
    )


def _manifest(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_utf8(path))
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"not valid TOML ({error})", where=str(path)) from error


def _utf8(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("not UTF-8", where=str(path), remedy="save it as UTF-8") from error


def _rows(manifest: dict[str, Any], where: str) -> list[dict[str, Any]]:
    rows = manifest.get("documents")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise BadInput("there is no [[documents]] table", where=where, remedy=_SHAPE)
    return rows


def _text(table: dict[str, Any], field: str, where: str) -> str:
    """A field that must be there, as text."""
    if not isinstance(table.get(field), str) or not table[field]:
        raise BadInput(f'"{field}" is missing', where=where, remedy=_SHAPE)
    return str(table[field])


def _document(folder: Path, row: dict[str, Any], where: str) -> Document:
    """One row of the manifest and its file; what the manifest says goes before what the file says of itself."""
    path = _text(row, "path", where)
    place = f"{path} in {where}"
    content = _content(folder, path, _text(row, "sha256", place), place)
    try:
        role, kind = Role(row.get("role", "")), DocumentKind(row.get("kind", ""))
        provenance = Provenance(row.get("provenance", Provenance.ORIGINAL))
    except ValueError as error:
        raise BadInput(str(error), where=place, remedy=_SHAPE) from error
    language = _text(row, "language", place)
    ingested = read_file(Path(path).name, content, role=role, kind=kind)
    return replace(
        ingested.document(_text(row, "id", place), role=role, language=language, provenance=provenance),
        title=row.get("title", ingested.title),
        outlet=row.get("outlet"),
        author=row.get("author"),
        url=row.get("url"),
        published=_moment(row, "published", date, place),
        retrieved=_moment(row, "retrieved", datetime, place),
    )


def _content(folder: Path, path: str, sha256: str, place: str) -> bytes:
    """The file's bytes, where it lies inside the corpus and is the one that was annotated."""
    location = folder / path
    if not location.resolve().is_relative_to(folder.resolve()):
        raise BadInput("the path leads out of the corpus", where=place)
    content = read_bytes(location)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BadInput("the file is not the one that was annotated: its sha256 differs", where=place, remedy="restore it, or annotate it anew")
    return content


def _moment(row: dict[str, Any], field: str, kind: type[Moment], place: str) -> Moment | None:
    """A date or a time of the manifest."""
    value = row.get(field)
    if value is not None and type(value) is not kind:
        raise BadInput(f'"{field}" is not a {kind.__name__}', where=place, remedy="write it without quote marks: 2016-10-03")
    return value
