"""From regions and voices to quotations: fragments joined, names looked up, outlets found, kinds given, groups made."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.extract.english.article import Article, read
from workbench.extract.english.drafts import Draft, drafts_of
from workbench.extract.english.kinds import kind
from workbench.extract.english.nested import Nested, nested
from workbench.extract.english.people import People
from workbench.extract.english.resolution import Resolution
from workbench.extract.english.voices import Voice
from workbench.extract.inserts import elisions, interpolations
from workbench.model import Attribution, Cue, Document, Quotation, QuotationKind, Span


def english_quotations(document: Document, *, indirect: bool = False) -> tuple[Quotation, ...]:
    """The quotations of an English article in the order of the text; ids are q01, q02 and so on.

    With `indirect` also what is told without quote marks, of kind indirect.
    """
    article = read(document.text, unmarked=indirect)
    drafts = drafts_of(article, indirect=indirect)
    if not drafts:
        return ()
    people = People(article)
    Resolution(article, people, document.published).resolve(drafts)
    _group(drafts)
    made = [_quotation(document, article, draft) for draft in drafts]
    made += [_inner(document, article, draft, found) for draft in drafts for found in nested(article, draft.regions)]
    made.sort(key=lambda quotation: (quotation.fragments[0].start, -quotation.fragments[0].end))
    width = max(2, len(str(len(made))))
    return tuple(replace(quotation, id=f"q{number:0{width}}") for number, quotation in enumerate(made, start=1))


def _group(drafts: Sequence[Draft]) -> None:
    """Number the stretches in which one speaker goes on, at most a paragraph apart."""
    number, before = 0, None
    for draft in drafts:
        if before is not None and draft.who is not None and draft.who == before.who and draft.paragraph - before.paragraph <= 1:
            if before.group is None:
                number += 1
                before.group = f"g{number:02}"
            draft.group = before.group
        before = draft


def _quotation(document: Document, article: Article, draft: Draft) -> Quotation:
    fragments = draft.fragments(article)
    badge, reasons = _kind(article, draft)
    return Quotation(
        id="q",
        document_id=document.id,
        fragments=fragments,
        kind=badge,
        interpolations=interpolations(article.text, fragments),
        elisions=elisions(article.text, fragments),
        attribution=_attribution(article, draft),
        group=draft.group,
        reasons=reasons + draft.reasons,
    )


def _kind(article: Article, draft: Draft) -> tuple[QuotationKind, tuple[str, ...]]:
    if draft.kind is not None:
        return draft.kind, ()
    sentence = article.sentences[draft.sentence]
    return kind(article, draft.regions, part=sentence.part, attributed=draft.voice is not None, tokens=sentence.tokens, at=draft.at)


def _attribution(article: Article, draft: Draft) -> Attribution | None:
    if draft.voice is None or draft.speaker is None:
        return None
    return Attribution((draft.speaker, *draft.carriers), _cue(article, draft.voice), draft.when)


def _cue(article: Article, voice: Voice) -> Cue | None:
    if voice.cue is None:
        return None
    tokens = article.sentences[voice.sentence].tokens
    span = Span(tokens[voice.cue.start].start, tokens[voice.cue.end - 1].end)
    return Cue(span.of(article.text), span)


def _inner(document: Document, article: Article, draft: Draft, found: Nested) -> Quotation:
    """A quotation inside another one: who is quoted there, by the speaker of the outer one."""
    fragments = (article.regions[found.region].inner,)
    outer = _attribution(article, draft)
    chain = (*(party for party in (found.party,) if party is not None), *(outer.chain if outer else ()))
    badge, reasons = kind(
        article, [found.region], part=article.sentences[draft.sentence].part, attributed=bool(chain), tokens=found.tokens, at=found.at
    )
    return Quotation(
        id="q",
        document_id=document.id,
        fragments=fragments,
        kind=badge,
        interpolations=interpolations(article.text, fragments),
        elisions=elisions(article.text, fragments),
        attribution=Attribution(chain, found.cue or (outer.cue if outer else None)) if chain else None,
        group=draft.group,
        reasons=reasons,
    )
