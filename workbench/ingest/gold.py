"""What the right answer is: the gold annotation of a corpus, read from `gold.json` and held against its documents."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.errors import BadInput
from workbench.model import FRAGMENT_JOINER, Bead, Document, QuotationKind, Span


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where a source carries the words of a quotation; several spans where the quotation left something out."""

    document_id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuotation:
    """A quotation as a careful reader marked it; no `places` means that no source holds it.

    `speaker` and `outlet` are the resolved full names. `findings` are ids of checks that are right to speak up.
    """

    document_id: str
    text: str
    fragments: tuple[Span, ...]
    kind: QuotationKind
    speaker: str | None = None
    outlet: str | None = None
    interpolations: tuple[Span, ...] = ()
    elisions: tuple[Span, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is annotated in a corpus; `beads` count the segments of its one source and its one translation."""

    quotations: tuple[GoldQuotation, ...] = ()
    beads: tuple[Bead, ...] = ()


def parse_gold(content: str, by_path: Mapping[str, Document], *, where: str) -> Gold:
    """The annotation in a gold.json; `by_path` finds the documents by their path in the corpus.

    Raises BadInput for what is not well formed, and for spans that do not hold the text they are said to hold.
    """
    try:
        table = json.loads(content)
    except json.JSONDecodeError as error:
        raise BadInput(f"not valid JSON ({error.msg})", where=f"line {error.lineno} of {where}") from error
    reader = _Reader(by_path, where)
    try:
        quotations = tuple(reader.quotation(number, row) for number, row in enumerate(table.get("quotations", []), 1))
        beads = tuple(Bead(tuple(row["source"]), tuple(row["target"])) for row in table.get("beads", []))
    except KeyError as error:
        raise BadInput(f"an entry has no {error}", where=where, remedy="see corpora/README.md") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise BadInput(f"not in the shape of a gold.json ({error})", where=where, remedy="see corpora/README.md") from error
    return Gold(quotations, beads)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Knows the documents, so that every span is checked where it is read."""

    by_path: Mapping[str, Document]
    where: str

    def quotation(self, number: int, row: Mapping[str, Any]) -> GoldQuotation:
        place = f"quotation {number} of {self.where}"
        document = self._document(row["document"], place)
        fragments = self._spans(row["fragments"], document, place)
        if not fragments or FRAGMENT_JOINER.join(span.of(document.text) for span in fragments) != row["text"]:
            raise BadInput("its fragments do not hold its text", where=place, remedy="count code points of the decoded text")
        return GoldQuotation(
            document_id=document.id,
            text=row["text"],
            fragments=fragments,
            kind=QuotationKind(row["kind"]),
            speaker=row.get("speaker"),
            outlet=row.get("outlet"),
            interpolations=self._spans(row.get("interpolations", []), document, place),
            elisions=self._spans(row.get("elisions", []), document, place),
            places=tuple(self._place(entry, place) for entry in row.get("places", [])),
            findings=tuple(row.get("findings", [])),
        )

    def _place(self, entry: Mapping[str, Any], place: str) -> GoldPlace:
        document = self._document(entry["document"], place)
        return GoldPlace(document.id, self._spans(entry["spans"], document, place))

    def _document(self, path: str, place: str) -> Document:
        if path not in self.by_path:
            raise BadInput(f"{path} is not a document of the corpus", where=place, remedy="name a path of corpus.toml")
        return self.by_path[path]

    def _spans(self, pairs: list[list[int]], document: Document, place: str) -> tuple[Span, ...]:
        spans = tuple(Span(start, end) for start, end in pairs)
        if any(span.end > len(document.text) for span in spans):
            raise BadInput(f"a span lies outside the text of {document.id}", where=place)
        return spans
