"""The sample corpora against their gold. Their planted errors and their Arabic are ours: necessary figures, not sufficient ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench import __version__, extract
from workbench.align.beads import align
from workbench.align.dictionary import Dictionary
from workbench.align.places import place
from workbench.errors import BadInput
from workbench.ingest.corpora import Corpus, corpora_folder, corpus_names, load_corpus
from workbench.ingest.gold import GoldQuotation
from workbench.metrics import beads as bead_metrics
from workbench.metrics import quotations as quotation_metrics
from workbench.metrics.quotations import QuotationScore, Rates, Spoken
from workbench.metrics.spans import RIGHT, mean, token_f1
from workbench.model import Document, LinkState, Placement, Quotation, Role, Signature
from workbench.ports import SpanEncoder
from workbench.services.alignment import line_spans
from workbench.services.dictionary import installed_dictionary, named
from workbench.services.evaluation.table import Figure, Table


def evaluate_corpora(encoder: SpanEncoder, folder: Path | None = None) -> Iterator[Table]:
    """A table for each thing that a corpus has gold for."""
    for name in corpus_names(folder):
        corpus = load_corpus((folder or corpora_folder()) / name)
        if corpus.gold is None:
            continue
        if corpus.gold.quotations:
            yield _extraction(corpus)
            yield _places(corpus, encoder)
        if corpus.gold.beads:
            yield _beads(corpus, encoder)


def signature(corpus: str, encoder: SpanEncoder | None = None, dictionary: Dictionary | None = None) -> Signature:
    """What a figure on a corpus was made with."""
    made_with = ((("encoder", encoder.name),) if encoder else ()) + (named(dictionary) if dictionary else ())
    return Signature((("corpus", corpus), *made_with, ("langs", "ar-en"), ("v", __version__)))


def _extraction(corpus: Corpus) -> Table:
    total = QuotationScore(Rates(0, 0, 0), Rates(0, 0, 0), Rates(0, 0, 0))
    kinds: list[float] = []
    for article in corpus.in_role(Role.ARTICLE):
        found, gold = extract.quotations(article), _gold_of(corpus, article)
        wanted = [Spoken(span, None, quotation.speaker) for quotation in gold for span in quotation.fragments]
        total += quotation_metrics.score(wanted, quotation_metrics.spoken(found))
        by_start = {quotation.span.start: quotation for quotation in found}
        kinds.extend(float(by_start[one.fragments[0].start].kind is one.kind) for one in gold if one.fragments[0].start in by_start)
    figures = (
        Figure("quoted regions, exact bounds, F1", total.exact.f1, total.exact.gold),
        Figure("quotation and speaker, F1", total.spoken.f1, total.spoken.gold),
        Figure("kind right", mean(kinds), len(kinds)),
    )
    return Table(f"{corpus.name}: extraction", figures, signature(corpus.name))


def _gold_of(corpus: Corpus, article: Document) -> list[GoldQuotation]:
    return [quotation for quotation in (corpus.gold.quotations if corpus.gold else ()) if quotation.document_id == article.id]


@dataclass(slots=True)
class _Counts:
    """What came of the quotations of a corpus."""

    first: list[float]
    in_three: list[float]
    no_source_said: list[float]
    wrongly_no_source: list[float]


def _places(corpus: Corpus, encoder: SpanEncoder) -> Table:
    """The gold's quotations, as extraction finds them, looked for in all sources of the corpus."""
    texts = {document.id: document.text for document in corpus.documents}
    counts, dictionary = _Counts([], [], [], []), installed_dictionary()
    for article in corpus.in_role(Role.ARTICLE):
        quotations = extract.quotations(article)
        placements = place(quotations, article, corpus.in_role(Role.SOURCE), encoder, dictionary=dictionary)
        for one in _gold_of(corpus, article):
            _count(counts, one, _placement_of(one, quotations, placements), texts)
    figures = (
        Figure("token F1 of the first candidate", mean(counts.first), len(counts.first)),
        Figure("first candidate right", mean([float(value >= RIGHT) for value in counts.first]), len(counts.first)),
        Figure("right one among the first three", mean(counts.in_three), len(counts.in_three)),
        Figure("no source: said where none holds it", mean(counts.no_source_said), len(counts.no_source_said)),
        Figure("no source: said where one does", mean(counts.wrongly_no_source), len(counts.wrongly_no_source)),
    )
    return Table(f"{corpus.name}: places in the sources", figures, signature(corpus.name, encoder, dictionary))


def _placement_of(gold: GoldQuotation, quotations: Sequence[Quotation], placements: Sequence[Placement]) -> Placement | None:
    for quotation, placement in zip(quotations, placements, strict=True):
        if quotation.span.overlap(gold.fragments[0]):
            return placement
    return None


def _count(counts: _Counts, gold: GoldQuotation, placement: Placement | None, texts: dict[str, str]) -> None:
    said = placement is None or placement.state is LinkState.NO_SOURCE
    if not gold.places:
        counts.no_source_said.append(float(said))
        return
    scores = [
        max(
            (token_f1(texts[link.document_id], right.spans, link.spans) for right in gold.places if right.document_id == link.document_id),
            default=0.0,
        )
        for link in (placement.candidates[:3] if placement else ())
    ]
    counts.first.append(scores[0] if scores else 0.0)
    counts.in_three.append(float(any(score >= RIGHT for score in scores)))
    counts.wrongly_no_source.append(float(said))


def _beads(corpus: Corpus, encoder: SpanEncoder) -> Table:
    """The corpus's one source and one translation, a line a segment."""
    sources, targets = corpus.in_role(Role.SOURCE), corpus.in_role(Role.TRANSLATION)
    if len(sources) != 1 or len(targets) != 1 or corpus.gold is None:
        raise BadInput("gold beads need one source and one translation", where=f"corpora/{corpus.name}", remedy="see corpora/README.md")
    left, right = (_lines(documents[0]) for documents in (sources, targets))
    result = bead_metrics.score(corpus.gold.beads, align(left, right, encoder))
    figures = (Figure("beads, strict F1", result.strict_f1, result.gold), Figure("beads, lax F1", result.lax_f1, result.gold))
    return Table(f"{corpus.name}: alignment", figures, signature(corpus.name, encoder))


def _lines(document: Document) -> list[str]:
    return [span.of(document.text) for span in line_spans(document.text)]
