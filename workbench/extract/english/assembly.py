"""From regions and voices to quotations: fragments joined, names looked up, outlets found, kinds given, groups made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.extract.english.article import Article, read
from workbench.extract.english.kinds import kind
from workbench.extract.english.nested import Nested, nested
from workbench.extract.english.outlets import Carrier, carriers
from workbench.extract.english.people import People
from workbench.extract.english.referents import Referents, span_of
from workbench.extract.english.voices import Voice, voices
from workbench.extract.inserts import elisions, interpolations
from workbench.extract.lexicon import words
from workbench.extract.tokens import ending, is_whole
from workbench.model import Attribution, AttributionRole, Cue, Document, Party, Quotation, Span

OUTLET_REACH = 4
"""Paragraphs over which what a speaker told one outlet is taken to go on."""


def english_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of an English article in the order of the text; ids are q01, q02 and so on."""
    article = read(document.text)
    if not article.regions:
        return ()
    drafts = _drafts(article)
    people = People(article)
    _Resolution(article, people).resolve(drafts)
    _group(drafts)
    made = [_quotation(document, article, draft) for draft in drafts]
    made += [_inner(document, article, draft, found) for draft in drafts for found in nested(article, draft.regions)]
    made.sort(key=lambda quotation: (quotation.fragments[0].start, -quotation.fragments[0].end))
    width = max(2, len(str(len(made))))
    return tuple(replace(quotation, id=f"q{number:0{width}}") for number, quotation in enumerate(made, start=1))


@dataclass(slots=True)
class Draft:
    """A quotation in the making."""

    regions: list[int]
    voice: Voice | None
    sentence: int
    at: int
    paragraph: int
    who: str | None = None
    speaker: Party | None = None
    carriers: tuple[Party, ...] = ()
    reasons: tuple[str, ...] = ()
    group: str | None = None

    @property
    def outlet(self) -> Party | None:
        """The outlet among the carriers."""
        return next((party for party in self.carriers if party.role is AttributionRole.OUTLET), None)


def _drafts(article: Article) -> list[Draft]:
    """One draft for each quotation: the pieces of a split or reopened one are together."""
    found = voices(article)
    drafts: list[Draft] = []
    for region, (index, at) in article.places.items():
        voice = found.get(region)
        before = drafts[-1] if drafts else None
        if before is not None and _goes_on(article, before, region, voice):
            before.regions.append(region)
            if before.voice is None or (voice is not None and voice.stated and not before.voice.stated):
                before.voice = voice
        else:
            drafts.append(Draft([region], voice, index, at, article.sentences[index].paragraph))
    return drafts


def _goes_on(article: Article, before: Draft, region: int, voice: Voice | None) -> bool:
    """Whether a region continues the quotation before: opened again, or interrupted by nothing but who said it."""
    here = article.regions[region]
    if here.continues:
        return True
    index, at = article.places[region]
    last = before.regions[-1]
    there, start = article.places[last]
    if index != there or voice is None or before.voice is None or voice.cue is None or before.voice.cue is None:
        return False
    between = article.sentences[index].tokens[start + 1 : at]
    said = before.voice.cue
    inside = start < said.start < at or start < said.subject.start < at
    if (
        not inside
        or voice.phrase != before.voice.phrase
        or ending(article.text, article.regions[last]) not in ",-\N{EM DASH}\N{EN DASH}\N{HORIZONTAL ELLIPSIS}?!"
    ):
        return False
    ends_in_comma = between[-1].text in ",-\N{EM DASH}\N{EN DASH}\N{HORIZONTAL ELLIPSIS}"
    return ends_in_comma or (not is_whole(article.text, here) and len(between) <= 4)


class _Resolution:
    """Names and outlets for the drafts, in the order of the text: later ones lean on earlier ones."""

    def __init__(self, article: Article, people: People) -> None:
        self.article = article
        self.people = people
        self.referents = Referents(article, people)
        self._carriers: dict[int, list[Carrier]] = {}

    def resolve(self, drafts: Sequence[Draft]) -> None:
        before: Draft | None = None
        for draft in drafts:
            if draft.voice is not None:
                self._speaker(draft, draft.voice)
                self._outlet(draft, draft.voice, before)
                before = draft
        for draft, following in pairwise(drafts):
            self._named_later(draft, following)
        for following, draft in pairwise(reversed(drafts)):
            if draft.outlet is None and following.outlet is not None and draft.who == following.who and draft.paragraph == following.paragraph:
                draft.carriers += (replace(following.outlet, span=None, stated=False),)

    def _speaker(self, draft: Draft, voice: Voice) -> None:
        tokens = self.article.sentences[voice.sentence].tokens
        span = span_of(tokens, voice.phrase)
        resolved = self.referents.resolve(voice.sentence, voice.phrase)
        draft.who = resolved
        draft.speaker = Party(span.of(self.article.text), span, AttributionRole.SPEAKER, resolved, stated=voice.stated)
        if voice.reason:
            draft.reasons = (f"speaker: {voice.reason}",)

    def _in(self, sentence: int) -> list[Carrier]:
        if sentence not in self._carriers:
            self._carriers[sentence] = carriers(self.article.sentences[sentence].tokens, self.people)
        return self._carriers[sentence]

    def _outlet(self, draft: Draft, voice: Voice, before: Draft | None) -> None:
        """Outlet and channel named in the sentence of the cue or of the quotation, else carried on from the quotation before."""
        sentences = sorted({voice.sentence, draft.sentence})
        own = [party for index in sentences for carrier in self._in(index) if (party := self._party(index, carrier, voice)) is not None]
        chain = [next((party for party in own if party.role is role), None) for role in (AttributionRole.CHANNEL, AttributionRole.OUTLET)]
        if chain[1] is None and (carried := self._carried_on(draft, voice, before)) is not None:
            chain[1] = carried
        draft.carriers = tuple(party for party in chain if party is not None)

    def _party(self, index: int, carrier: Carrier, voice: Voice) -> Party | None:
        tokens = self.article.sentences[index].tokens
        if index == voice.sentence and carrier.phrase.start < voice.phrase.end and voice.phrase.start < carrier.phrase.end:
            return None  # the outlet itself speaks
        span = span_of(tokens, carrier.phrase)
        text = span.of(self.article.text)
        resolved: str | None = text.removeprefix("the ").removeprefix("The ")
        if carrier.described:
            resolved = self._outlet_before(index, carrier) if tokens[carrier.phrase.start].low in ("the", "this", "that") else None
        return Party(text, span, carrier.role, resolved)

    def _outlet_before(self, index: int, carrier: Carrier) -> str | None:
        """What “the station” is: the outlet named last before it."""
        for earlier in range(index, max(-1, index - 8), -1):
            for named in reversed(self._in(earlier)):
                if not named.described and named.role is AttributionRole.OUTLET and (earlier < index or named.phrase < carrier.phrase):
                    return span_of(self.article.sentences[earlier].tokens, named.phrase).of(self.article.text)
        return None

    def _carried_on(self, draft: Draft, voice: Voice, before: Draft | None) -> Party | None:
        """The outlet of the quotation before, or of the sentence that a pronoun leans on, when the same person goes on speaking."""
        if before is not None and before.who is not None and before.who == draft.who and draft.paragraph - before.paragraph <= OUTLET_REACH:
            return replace(before.outlet, span=None, stated=False) if before.outlet is not None else None
        tokens = self.article.sentences[voice.sentence].tokens
        if draft.who is None or tokens[voice.phrase.start].low not in words.PERSONAL:
            return None
        for index in range(voice.sentence - 1, max(-1, voice.sentence - 3), -1):
            text = self.article.text[self.article.sentences[index].tokens[0].start : self.article.sentences[index].tokens[-1].end]
            named = [carrier for carrier in self._in(index) if carrier.role is AttributionRole.OUTLET]
            if named and draft.who in text:
                party = self._party(index, named[-1], voice)
                return replace(party, span=None, stated=False) if party is not None else None
        return None

    def _named_later(self, draft: Draft, following: Draft) -> None:
        """An unnamed speaker (“a military commander”) who is named, without further introduction, with the very next quotation."""
        if draft.voice is None or following.voice is None or draft.speaker is None or following.speaker is None or following.who is None:
            return
        tokens, end = self.article.sentences[draft.voice.sentence].tokens, draft.voice.phrase.end
        if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].low not in words.RELATIVES:
            return  # an apposition says already who it is
        first = tokens[draft.voice.phrase.start].low
        if first not in ("a", "an", "one") or following.paragraph - draft.paragraph > 2 or not self._is_unintroduced(following):
            return
        draft.who = following.who
        draft.speaker = replace(draft.speaker, resolved=following.who)
        draft.reasons += (f"taken to be {following.who}, named with the next quotation",)
        outlet = following.outlet
        if outlet is not None and draft.outlet is not None and draft.outlet.resolved is None:
            draft.carriers = tuple(replace(party, resolved=outlet.resolved) if party is draft.outlet else party for party in draft.carriers)
            draft.reasons += (f"“{draft.outlet.who if draft.outlet else ''}” taken to be {outlet.resolved}",)

    def _is_unintroduced(self, draft: Draft) -> bool:
        """Whether the speaker's name stands here for the first time, and bare: a reader must know already who it is."""
        if draft.speaker is None or draft.speaker.span is None or draft.speaker.who != draft.who:
            return False
        if draft.voice is not None:
            tokens, end = self.article.sentences[draft.voice.sentence].tokens, draft.voice.phrase.end
            if end < len(tokens) and tokens[end].text == ",":
                return False  # an apposition introduces the speaker
        names = [name for name in self.people.names if name.text == draft.who and len(name.parts) > 1]
        return bool(names) and min(names[0].places) >= draft.speaker.span.start and not names[0].roles and not names[0].is_organisation


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
    fragments = tuple(article.regions[index].inner for index in draft.regions)
    sentence = article.sentences[draft.sentence]
    badge, reasons = kind(article, draft.regions, part=sentence.part, attributed=draft.voice is not None, tokens=sentence.tokens, at=draft.at)
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


def _attribution(article: Article, draft: Draft) -> Attribution | None:
    if draft.voice is None or draft.speaker is None:
        return None
    return Attribution((draft.speaker, *draft.carriers), _cue(article, draft.voice))


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
