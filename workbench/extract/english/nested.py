"""Quotations inside quotations, attributed by the words of the quotation that holds them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.extract.english.article import Article
from workbench.extract.english.cues import cues
from workbench.extract.english.referents import span_of
from workbench.extract.english.speakers import choose
from workbench.extract.tokens import Token, ending, sentences, tokens
from workbench.model import AttributionRole, Cue, Party, Span


class Nested(NamedTuple):
    """A region inside another, the sentence of the outer quotation it stands in, and whom that sentence quotes."""

    region: int
    tokens: list[Token]
    at: int
    party: Party | None
    cue: Cue | None


def nested(article: Article, outer: Sequence[int]) -> Iterator[Nested]:
    """Every region inside the regions `outer`, at any depth."""
    for index in outer:
        yield from _inside(article, index)


def _inside(article: Article, outer: int) -> Iterator[Nested]:
    holder = article.regions[outer]
    children = []
    index = outer + 1
    while index < len(article.regions) and article.regions[index].outer.start < holder.inner.end:
        if article.regions[index].depth == holder.depth + 1:
            children.append((index, article.regions[index]))
        index += 1
    if not children:
        return
    found = tokens(article.text, holder.inner.start, holder.inner.end, children)
    for sentence in sentences(article.text, found, article.regions):
        reporting = cues(sentence) if any(token.region is not None for token in sentence) else []
        for at, token in enumerate(sentence):
            if token.region is None:
                continue
            choice = choose(sentence, at, reporting, ending(article.text, article.regions[token.region]))
            party, cue = None, None
            if choice is not None:
                span = span_of(sentence, choice.cue.subject)
                party = Party(span.of(article.text), span, AttributionRole.QUOTED)
                word = Span(sentence[choice.cue.start].start, sentence[choice.cue.end - 1].end)
                cue = Cue(word.of(article.text), word)
            yield Nested(token.region, sentence, at, party, cue)
            yield from _inside(article, token.region)
