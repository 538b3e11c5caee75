"""Every quotation of the sample articles to its place, and what every answer keeps to."""

import re
from collections.abc import Sequence

import pytest

from workbench import extract
from workbench.align.answers import MOST_ANSWERS
from workbench.align.confidence import SHORT
from workbench.align.places import find, place
from workbench.align.query import parts_of
from workbench.ingest.corpora import Corpus
from workbench.ingest.gold import GoldQuotation
from workbench.model import Certainty, Document, DocumentKind, Link, LinkState, Placement, Quotation, Role, Span
from workbench.ports import SpanEncoder

IN_WORD = re.compile(r"[\w\u064B-\u0652]{2}")
"""Two characters between which no span may begin or end."""

REPORT = "وصل المحافظ إلى المدينة صباح الاثنين.\nوقال إن الجسر سيبقى مغلقا حتى نهاية الشهر.\nوغادر الوفد مساء."


class Linked:
    """An article, its quotations as extraction finds them, and their placements."""

    def __init__(self, corpus: Corpus, article_id: str, encoder: SpanEncoder) -> None:
        self.article = corpus.document(article_id)
        self.sources = {document.id: document for document in corpus.in_role(Role.SOURCE)}
        self.quotations = extract.quotations(self.article)
        self.placements = place(self.quotations, self.article, list(self.sources.values()), encoder)

    def of(self, gold: GoldQuotation) -> Placement:
        """The placement of the quotation that the gold means."""
        return next(
            placement for quotation, placement in zip(self.quotations, self.placements, strict=True) if quotation.span.overlap(gold.fragments[0])
        )

    def links(self) -> list[Link]:
        return [link for placement in self.placements for link in placement.candidates]


@pytest.fixture(scope="session")
def linked(hama: Corpus, encoder: SpanEncoder) -> Linked:
    """The article on Hama with its six sources."""
    return Linked(hama, "article", encoder)


@pytest.fixture(scope="session")
def live(tell_sanabel: Corpus, encoder: SpanEncoder) -> Linked:
    """An article on a dam that quotes, among others, a live blog full of time stamps."""
    return Linked(tell_sanabel, "dam-leak", encoder)


@pytest.fixture(params=["linked", "live"])
def either(request: pytest.FixtureRequest) -> Linked:
    """Each of the two articles."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Linked)
    return found


def source(text: str, name: str = "report", furniture: tuple[Span, ...] = ()) -> Document:
    return Document(id=name, language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text=text, furniture=furniture)


def overlapping(link: Link, spans: Sequence[Span]) -> bool:
    return any(own.overlap(span) for own in link.spans for span in spans)


# what is found


def test_what_a_source_holds_is_found_there(linked: Linked, hama: Corpus) -> None:
    assert hama.gold is not None
    held = [gold for gold in hama.gold.quotations if gold.places]
    assert len(held) == 6
    for gold in held:
        placement = linked.of(gold)
        best = placement.candidates[0]
        assert placement.state is LinkState.PROPOSED, gold.text
        assert any(best.document_id == right.document_id and overlapping(best, right.spans) for right in gold.places), gold.text


def test_what_no_source_holds_is_said_to_be_nowhere(linked: Linked, hama: Corpus) -> None:
    assert hama.gold is not None
    (absent,) = [gold for gold in hama.gold.quotations if not gold.places]
    placement = linked.of(absent)
    assert placement.state is LinkState.NO_SOURCE
    assert placement.certainty is Certainty.UNSURE


def test_two_outlets_that_carry_one_statement_stand_side_by_side(linked: Linked, hama: Corpus) -> None:
    assert hama.gold is not None
    gold = hama.gold.quotations[0]
    assert {link.document_id for link in linked.of(gold).candidates[:2]} == {right.document_id for right in gold.places}


def test_an_elided_quotation_has_its_parts_in_order(hama: Corpus, encoder: SpanEncoder) -> None:
    assert hama.gold is not None
    gold = hama.gold.quotations[0]
    (right,) = [right for right in gold.places if len(right.spans) == 2]
    best = find(gold.text, [hama.document(right.document_id)], encoder).candidates[0]
    assert len(best.spans) == 2
    assert best.spans[0].end <= best.spans[1].start
    assert all(own.overlap(span) for own, span in zip(best.spans, right.spans, strict=True))


def test_brackets_are_the_writers_words_and_not_looked_for(hama: Corpus, encoder: SpanEncoder) -> None:
    sources = hama.in_role(Role.SOURCE)
    bare = "Most of the factions unanimously agreed on the need to preserve the state’s service institutions"
    bracketed = bare.replace("the factions", "the [opposition military] factions")
    assert parts_of(bracketed) == parts_of(bare)
    assert find(bracketed, sources, encoder) == find(bare, sources, encoder)


def test_placements_are_the_same_each_time(linked: Linked, encoder: SpanEncoder) -> None:
    again = place(linked.quotations, linked.article, list(linked.sources.values()), encoder)
    assert again == linked.placements


# what every answer keeps to


def test_one_placement_a_quotation_in_order(either: Linked) -> None:
    assert [placement.quotation_id for placement in either.placements] == [quotation.id for quotation in either.quotations]
    assert all(link.quotation_id == placement.quotation_id for placement in either.placements for link in placement.candidates)


def test_few_candidates_and_all_distinct(either: Linked) -> None:
    for placement in either.placements:
        assert len(placement.candidates) <= MOST_ANSWERS == 5
        places = [(link.document_id, link.spans) for link in placement.candidates]
        assert len(places) == len(set(places))
        assert 0 <= placement.confidence <= 1


def test_spans_lie_in_the_text_in_order_and_cut_no_word(either: Linked) -> None:
    for link in either.links():
        text = either.sources[link.document_id].text
        assert link.spans
        assert list(link.spans) == sorted(link.spans)
        for span in link.spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
            for edge in (span.start, span.end):
                assert not (0 < edge < len(text) and IN_WORD.fullmatch(text, edge - 1, edge + 1)), link.text(text)


def test_furniture_is_in_no_span(either: Linked) -> None:
    assert any(document.furniture for document in either.sources.values())
    for link in either.links():
        assert not any(span.overlap(piece) for span in link.spans for piece in either.sources[link.document_id].furniture)


def test_a_place_is_divided_where_furniture_stands_in_it(encoder: SpanEncoder) -> None:
    text = "وقال إن الجسر سيبقى مغلقا\n[10:45]\nحتى نهاية الشهر."
    stamp = Span(text.index("["), text.index("]") + 1)
    best = find("the bridge will stay closed until the end of the month", [source(text, furniture=(stamp,))], encoder).candidates[0]
    assert not any(span.overlap(stamp) for span in best.spans)


def test_few_words_alone_are_never_sure(either: Linked) -> None:
    for quotation, placement in zip(either.quotations, either.placements, strict=True):
        if len(re.findall(r"\w+", bare(quotation, either.article.text))) <= SHORT and placement.certainty is Certainty.SURE:
            said = set(placement.candidates[0].reasons)
            assert said - {"close in meaning", "near in meaning", "next candidate far below", "too short to be sure by its words"}


def bare(quotation: Quotation, text: str) -> str:
    return " ".join(parts_of(quotation.text(text)))


@pytest.mark.parametrize("quote", ["the bridge", "on Monday morning", "the city", "closed"])
def test_a_short_quote_without_marks_or_context_is_not_sure(quote: str, encoder: SpanEncoder) -> None:
    assert find(quote, [source(REPORT)], encoder).certainty is not Certainty.SURE


# what there is little of


def test_the_place_in_a_plain_report(encoder: SpanEncoder) -> None:
    best = find("the bridge will stay closed until the end of the month", [source(REPORT)], encoder).candidates[0]
    assert "الجسر سيبقى مغلقا حتى نهاية الشهر" in best.text(REPORT)


@pytest.mark.parametrize("text", ["", "  \n ", "… — …"])
def test_a_source_without_a_word_is_never_an_answer(text: str, encoder: SpanEncoder) -> None:
    quote = "the bridge will stay closed until the end of the month"
    alone = find(quote, [source(text, "empty")], encoder)
    assert (alone.state, alone.candidates) == (LinkState.NO_SOURCE, ())
    both = find(quote, [source(text, "empty"), source(REPORT)], encoder)
    assert {link.document_id for link in both.candidates} == {"report"}


@pytest.mark.parametrize("quote", ["", "  ", "…", "[…]"])
def test_a_quote_without_a_word_has_no_place(quote: str, encoder: SpanEncoder) -> None:
    assert find(quote, [source(REPORT)], encoder).candidates == ()


def test_without_sources_or_quotations(linked: Linked, encoder: SpanEncoder) -> None:
    assert find("the bridge", [], encoder).state is LinkState.NO_SOURCE
    assert place([], linked.article, list(linked.sources.values()), encoder) == []
