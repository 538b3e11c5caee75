"""Every quotation to its place: which words of which source it translates, how sure that is, and what else it could be."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.align.answers import MOST_ANSWERS, Answer, answers, margin, word_ranges
from workbench.align.confidence import FOUND, Facts, certainty, confidence, reasons
from workbench.align.dictionary import Dictionary
from workbench.align.evidence import decode_together, weigh
from workbench.align.ground import Ground, Grounds
from workbench.align.query import Query, article_sentences, narrowed, parts_of, query_of
from workbench.align.scoring import Part, is_region
from workbench.align.search import search
from workbench.model import Certainty, Document, Link, LinkState, Placement, Quotation, Span
from workbench.ports import SpanEncoder, Vectors

SAME_STATEMENT = 0.8
"""Cosine of two Arabic stretches from which they are one statement, carried twice: neither takes certainty from the other."""

WEIGHED = 12
"""Answers of a quotation for which weak evidence is collected."""


def place(
    quotations: Sequence[Quotation],
    article: Document,
    sources: Sequence[Document],
    encoder: SpanEncoder,
    *,
    grounds: Grounds | None = None,
    dictionary: Dictionary | None = None,
) -> list[Placement]:
    """The placement of every quotation among the sources, in the order of `quotations`.

    All are decoded together: quotations said in one go keep each other in one source and in order. Works for any number of sources; one without a
    word in it is never an answer. `grounds` keeps sources ready from one call to the next; a dictionary is evidence beside the meaning.
    """
    held = article_sentences(article)
    return placements([query_of(quotation, article, held) for quotation in quotations], sources, encoder, grounds=grounds, dictionary=dictionary)


def find(
    quote: str,
    sources: Sequence[Document],
    encoder: SpanEncoder,
    *,
    article_context: str | None = None,
    grounds: Grounds | None = None,
    dictionary: Dictionary | None = None,
) -> Placement:
    """The placement of one quote given as text, `article_context` being the English sentence or paragraph around it; its id is "quote"."""
    parts = parts_of(quote)
    query = Query("quote", parts, around=narrowed(article_context or "", parts))
    return placements([query], sources, encoder, grounds=grounds, dictionary=dictionary)[0]


def placements(
    queries: Sequence[Query],
    sources: Sequence[Document],
    encoder: SpanEncoder,
    *,
    grounds: Grounds | None = None,
    dictionary: Dictionary | None = None,
) -> list[Placement]:
    """The placement of every query, in order."""
    keeper = grounds or Grounds(encoder, most=len(sources))
    encoder.encode([part for query in queries for part in query.parts] + [query.around for query in queries if query.around])
    searched = [keeper.of(source) for source in sources]
    known = dictionary or Dictionary()
    found = [_answers(query, searched, encoder, known) for query in queries]
    return [_placement(query, own, searched) for query, own in zip(queries, decode_together(queries, found), strict=True)]


def _answers(query: Query, grounds: list[Ground], encoder: SpanEncoder, dictionary: Dictionary) -> list[Answer]:
    """The best distinct places of a query over all sources, with their own evidence, best first."""
    if not query.parts:
        return []
    around = encoder.encode([query.around])[0] if query.around else np.zeros(0, np.float32)
    parts = [Part(text, vector, around, dictionary.given(text)) for text, vector in zip(query.parts, encoder.encode(query.parts), strict=True)]
    weights = [len(part.text) / sum(len(part.text) for part in parts) for part in parts]
    per_part = [search(part, grounds) for part in parts]
    found = [answer for index in range(len(grounds)) for answer in answers(index, [stretches[index] for stretches in per_part], weights)]
    best = sorted(found, key=lambda answer: -answer.score)[:WEIGHED]
    return sorted((weigh(query, grounds[answer.source], answer) for answer in best), key=lambda answer: -answer.total)


def _placement(query: Query, found: list[Answer], grounds: list[Ground]) -> Placement:
    if not found:
        return Placement(quotation_id=query.id, state=LinkState.NO_SOURCE, confidence=0.0)
    twins = _twins(found, grounds)
    weighed = [_facts(query, answer, _rivals(index, found, twins), grounds[answer.source]) for index, answer in enumerate(found[:MOST_ANSWERS])]
    probability = confidence(weighed[0])
    state = LinkState.PROPOSED if probability >= FOUND else LinkState.NO_SOURCE
    return Placement(
        quotation_id=query.id,
        state=state,
        confidence=round(probability, 4),
        candidates=tuple(
            _link(query, answer, facts, grounds[answer.source], has_twin=bool(twins[index].any()))
            for index, (answer, facts) in enumerate(zip(found, weighed, strict=False))
        ),
        certainty=certainty(probability, weighed[0]) if state is LinkState.PROPOSED else Certainty.UNSURE,
    )


def _facts(query: Query, answer: Answer, rivals: Sequence[Answer], ground: Ground) -> Facts:
    first, last = (np.array(ends) for ends in zip(*((stretch.first, stretch.last) for stretch in answer.stretches), strict=True))
    return Facts(
        likeness=answer.likeness,
        margin=margin(answer, rivals),
        words=query.words,
        marked=bool(is_region(ground, first, last).all()),
        fit=float((ground.edges.start[first] + ground.edges.end[last]).mean()),
        evidence=sum(weight for _, weight in answer.evidence),
        around=answer.around if query.around else None,
    )


def _twins(found: list[Answer], grounds: list[Ground]) -> NDArray[np.bool_]:
    """For each pair of places whether they stand in two sources that carry the same statement, `(n, n)`."""
    owners = np.array([answer.source for answer in found])
    if (owners == owners[0]).all():
        return np.zeros((len(found), len(found)), bool)
    vectors = np.stack([_vector(answer, grounds[answer.source]) for answer in found])
    alike: NDArray[np.bool_] = (owners[:, None] != owners) & (vectors @ vectors.T >= SAME_STATEMENT)
    return alike


def _rivals(index: int, found: list[Answer], twins: NDArray[np.bool_]) -> list[Answer]:
    """The places that speak against one: not other bounds of it, and not those that carry the same statement elsewhere."""
    return [other for at, other in enumerate(found) if at != index and not twins[index, at] and not other.is_place_of(found[index])]


def _vector(answer: Answer, ground: Ground) -> Vectors:
    found: Vectors = ground.read.vectors([[ground.span(first, last) for first, last in word_ranges(ground, answer)]])[0]
    return found


def _link(query: Query, answer: Answer, facts: Facts, ground: Ground, *, has_twin: bool) -> Link:
    return Link(
        quotation_id=query.id,
        document_id=ground.document.id,
        spans=tuple(span for first, last in word_ranges(ground, answer) for span in _without_furniture(ground, ground.span(first, last))),
        score=round(max(-1.0, min(1.0, answer.likeness)), 4),
        margin=round(facts.margin, 4),
        reasons=(
            *reasons(facts, tuple(name for name, weight in answer.evidence if weight > 0.2)),
            *(("another source carries the same statement",) if has_twin else ()),
        ),
    )


def _without_furniture(ground: Ground, span: Span) -> list[Span]:
    """The span, divided where furniture stands inside it."""
    pieces = [span]
    for piece in ground.document.furniture:
        if span.overlap(piece):
            last = pieces.pop()
            pieces.extend(part for part in (Span(last.start, max(last.start, piece.start)), Span(min(last.end, piece.end), last.end)) if len(part))
    return [piece for piece in (_trimmed(piece, ground.document.text) for piece in pieces) if len(piece)]


def _trimmed(span: Span, text: str) -> Span:
    """The span without white space at its ends, such as stands between the words and the furniture they were divided at."""
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip())) if words.strip() else Span(span.start, span.start)
