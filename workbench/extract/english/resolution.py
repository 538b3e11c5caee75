"""Who the speakers of the drafts are, through which outlet they spoke, and when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from workbench.extract.english.article import Article
from workbench.extract.english.drafts import Draft
from workbench.extract.english.occasions import when_said
from workbench.extract.english.outlets import Carrier, carriers
from workbench.extract.english.people import People
from workbench.extract.english.referents import Referents, span_of
from workbench.extract.english.voices import Voice
from workbench.extract.lexicon import words
from workbench.model import AttributionRole, Party

OUTLET_REACH = 4
"""Paragraphs over which what a speaker told one outlet is taken to go on."""


class Resolution:
    """Names and outlets for the drafts, in the order of the text: later ones lean on earlier ones."""

    def __init__(self, article: Article, people: People, published: date | None) -> None:
        self.article = article
        self.published = published
        self.people = people
        self.referents = Referents(article, people)
        self._carriers: dict[int, list[Carrier]] = {}

    def resolve(self, drafts: Sequence[Draft]) -> None:
        """Fill in speakers, carriers and times."""
        before: Draft | None = None
        for draft in drafts:
            if draft.voice is not None:
                self._speaker(draft, draft.voice)
                self._outlet(draft, draft.voice, before)
                if draft.voice.cue is not None and draft.voice.sentence == draft.sentence:
                    tokens = self.article.sentences[draft.voice.sentence].tokens
                    draft.when = when_said(tokens, draft.voice.cue, self.article.text, self.published)
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
            draft.reasons += (f"speaker: {voice.reason}",)

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
            if end < len(tokens) and (tokens[end].text == "," or tokens[end].low in ("of", "from", "at", "with", "who")):
                return False  # an apposition, a body or a place introduces the speaker
            if draft.voice.phrase.start < draft.at:
                return False  # whoever is named before the words is introduced with them
        names = [name for name in self.people.names if name.text == draft.who and len(name.parts) > 1]
        return bool(names) and min(names[0].places) >= draft.speaker.span.start and not names[0].roles and not names[0].is_organisation
