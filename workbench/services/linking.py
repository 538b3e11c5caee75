"""Find the Arabic behind quotations: of a whole article, or of one quote."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench import encoder, extract
from workbench.align.ground import Grounds
from workbench.align.places import find, place
from workbench.errors import BadInput, WorkbenchError
from workbench.model import Document, DocumentKind, Link, Placement, Role
from workbench.services.dictionary import installed_dictionary
from workbench.services.files import Tell, read, unheard


class Finder:
    """Finds quotes in files; the encoder and the sources read so far stay ready between questions. What looks wrong with a file is told."""

    def __init__(self, tell: Tell = unheard) -> None:
        self._tell = tell
        self._encoder = encoder.load()
        self._grounds = Grounds(self._encoder)
        self._dictionary = installed_dictionary()
        self._documents: dict[Path, Document] = {}

    def source(self, path: Path) -> Document:
        """The Arabic source in a file, read once; its id is the path as given."""
        if path not in self._documents:
            self._documents[path] = read_source(path, self._tell)
        return self._documents[path]

    def find(self, quote: str, paths: Sequence[Path], context: str | None = None) -> dict[str, Any]:
        """One quote's placement as the command line prints it; raises BadInput for a quote without words and for what cannot be read."""
        if not any(character.isalnum() for character in quote):
            raise BadInput("there is no word in the quote", remedy="give the words to look for")
        sources = [self.source(path) for path in paths]
        placement = find(quote, sources, self._encoder, article_context=context, grounds=self._grounds, dictionary=self._dictionary)
        names = {self.source(path).id: str(path) for path in paths}
        return {"quote": quote, **_as_json(placement, {self.source(path).id: self.source(path) for path in paths}, names)}

    def link(self, article_path: Path, paths: Sequence[Path], language: str = "en") -> dict[str, Any]:
        """Every quotation's placement, as the command line prints it."""
        article = read(article_path, role=Role.ARTICLE, language=language, tell=self._tell)
        quotations = extract.quotations(article)
        sources = {document.id: document for document in map(self.source, paths)}
        placements = place(quotations, article, list(sources.values()), self._encoder, grounds=self._grounds, dictionary=self._dictionary)
        names = {self.source(path).id: str(path) for path in paths}
        return {
            "links": [
                {"quotation": quotation.id, "text": quotation.text(article.text), **_as_json(placement, sources, names)}
                for quotation, placement in zip(quotations, placements, strict=True)
            ]
        }

    def batch(self, file: Path) -> Iterator[dict[str, Any]]:
        """An answer for each line of a file of questions; a line that cannot be answered gives `{"error": …}` and the rest goes on."""
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput("the questions cannot be read", where=str(file), remedy="give a UTF-8 file of JSON lines") from error
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield self._answer(line, file.parent, f"line {number} of {file.name}")

    def _answer(self, line: str, folder: Path, where: str) -> dict[str, Any]:
        try:
            quote, paths, context = _question(line, where)
            answer = self.find(quote, [folder / path for path in paths], context)
            for candidate in answer["candidates"]:
                candidate["source"] = next(path for path in paths if str(folder / path) == candidate["source"])
        except WorkbenchError as error:
            return {"error": str(error)}
        return answer


def read_source(path: Path, tell: Tell = unheard) -> Document:
    """An Arabic source; its id is its path, so that files of one name in two folders are told apart."""
    return replace(read(path, role=Role.SOURCE, language="ar", kind=DocumentKind.WIRE, tell=tell), id=str(path))


def _question(line: str, where: str) -> tuple[str, list[str], str | None]:
    """The quote, the source paths and the context of one line of questions."""
    try:
        question = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadInput(f"not JSON ({error.msg})", where=where, remedy='write {"quote": …, "sources": [path, …]}') from error
    quote = question.get("quote") if isinstance(question, dict) else None
    paths = question.get("sources") if isinstance(question, dict) else None
    context = question.get("article_context") if isinstance(question, dict) else None
    if not isinstance(quote, str) or not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise BadInput('"quote" must be a text and "sources" a list of paths', where=where, remedy='write {"quote": …, "sources": [path, …]}')
    if context is not None and not isinstance(context, str):
        raise BadInput('"article_context" must be a text', where=where, remedy="leave it out or give the sentence around the quote")
    return quote, paths, context


def _as_json(placement: Placement, sources: dict[str, Document], names: dict[str, str]) -> dict[str, Any]:
    return {
        "state": str(placement.state),
        "confidence": placement.confidence,
        "certainty": str(placement.certainty),
        "candidates": [_candidate(link, sources[link.document_id], names[link.document_id]) for link in placement.candidates],
    }


def _candidate(link: Link, source: Document, name: str) -> dict[str, Any]:
    return {
        "source": name,
        "spans": [span.pair() for span in link.spans],
        "text": link.text(source.text),
        "score": link.score,
        "margin": link.margin,
        "reasons": list(link.reasons),
    }
