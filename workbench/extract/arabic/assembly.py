"""From an Arabic document to its quotations: marked ones, and speech that only a reporting word shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.extract.arabic import lexicon
from workbench.extract.arabic.cues import Report, is_name, reports
from workbench.extract.arabic.tokens import Word, words
from workbench.extract.inserts import elisions, interpolations
from workbench.extract.paragraphs import paragraphs
from workbench.extract.regions import Region, regions
from workbench.model import Attribution, AttributionRole, Cue, Document, Party, Quotation, QuotationKind, Span
from workbench.text.sentences import sentences

FEW_WORDS = 3
"""Marked words without a reporting word, up to so many, quote nobody."""


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    kind: QuotationKind
    attribution: Attribution | None
    reason: str


def arabic_quotations(document: Document) -> tuple[Quotation, ...]:
    """Marked quotations and unmarked speech in the order of the text; ids are q01, q02 and so on.

    Words in marks are direct, partial or scare quotes; words behind a colon are direct, those behind إن and its kin indirect.
    """
    reader = _Reader(document)
    found = sorted(reader.read(), key=lambda one: (one.span.start, -one.span.end))
    width = max(2, len(str(len(found))))
    return tuple(_quotation(document, one, f"q{number:0{width}}") for number, one in enumerate(found, start=1))


def _quotation(document: Document, found: _Found, name: str) -> Quotation:
    return Quotation(
        id=name,
        document_id=document.id,
        fragments=(found.span,),
        kind=found.kind,
        interpolations=interpolations(document.text, [found.span]),
        elisions=elisions(document.text, [found.span]),
        attribution=found.attribution,
        reasons=(found.reason,),
    )


class _Reader:
    """Goes through the sentences and remembers who spoke last."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.document = document
        self.regions = regions(document.text, paragraphs(document.text))
        self.last: Party | None = None
        self.full_names: dict[str, str] = {}

    def read(self) -> Iterator[_Found]:
        top = [(index, region) for index, region in enumerate(self.regions) if region.depth == 0]
        cursor = 0
        for span in self._stretches(top):
            quoted = []
            while cursor < len(top) and top[cursor][1].outer.start < span.end:
                quoted.append((top[cursor][0], top[cursor][1].outer.start, top[cursor][1].outer.end))
                cursor += 1
            yield from self._sentence(words(self.text, span.start, span.end, quoted))
        for region in self.regions:
            if region.depth:
                yield _Found(region.inner, QuotationKind.PARTIAL, None, "inside another quotation")

    def _stretches(self, top: Sequence[tuple[int, Region]]) -> Iterator[Span]:
        """The sentences, those that one quoted region spans taken together."""
        cursor, pending = 0, None
        for span in sentences(self.text, "ar", self.document.furniture):
            pending = Span(pending.start, span.end) if pending is not None else span
            while cursor < len(top) and top[cursor][1].outer.end <= pending.end:
                cursor += 1
            if cursor == len(top) or top[cursor][1].outer.start >= pending.end:
                yield pending
                pending = None
        if pending is not None:
            yield pending

    def _sentence(self, sentence: Sequence[Word]) -> Iterator[_Found]:
        found = reports(sentence)
        taken: set[int] = set()
        for number, report in enumerate(found):
            end = found[number + 1].at if number + 1 < len(found) else len(sentence)
            attribution = self._attribution(sentence, report)
            reach = range(report.said, end) if not report.follows else range(report.at)
            quoted = [at for at in reach if sentence[at].region is not None and at not in taken and not is_name(sentence, at)]
            taken.update(quoted)
            for at in quoted:
                yield self._marked(sentence, at, attribution)
            if not quoted and report.opens is not None and (said := self._said(sentence, report.said, end)) is not None:
                spoken = report.opens == ":"
                kind = QuotationKind.DIRECT if spoken else QuotationKind.INDIRECT
                yield _Found(said, kind, attribution, "speech without marks behind a colon" if spoken else "told behind a reporting word")
        alone = not any(word.is_word for word in sentence)
        for at, word in enumerate(sentence):
            if word.region is not None and at not in taken:
                yield self._unreported(sentence, at, alone=alone)

    def _said(self, sentence: Sequence[Word], start: int, end: int) -> Span | None:
        """The words from `start` up to the next report, without the comma and the final stop."""
        while end > start and not sentence[end - 1].is_word and sentence[end - 1].region is None:
            end -= 1
        return Span(sentence[start].start, sentence[end - 1].end) if end > start else None

    def _marked(self, sentence: Sequence[Word], at: int, attribution: Attribution | None) -> _Found:
        region = self.regions[sentence[at].region or 0]
        colon = at > 0 and sentence[at - 1].bare == ":"
        long = len(region.inner.of(self.text).split()) > FEW_WORDS
        whole = colon or (long and at > 0 and sentence[at - 1].root in lexicon.THAT)
        if whole:
            return _Found(region.inner, QuotationKind.DIRECT, attribution, "speech in marks")
        return _Found(region.inner, QuotationKind.PARTIAL, attribution, "some of the speaker's words inside the sentence")

    def _unreported(self, sentence: Sequence[Word], at: int, *, alone: bool) -> _Found:
        """A region that no word of its sentence reports."""
        region = self.regions[sentence[at].region or 0]
        if is_name(sentence, at):
            return _Found(region.inner, QuotationKind.SCARE, None, "a name in quote marks")
        if alone and self.last is not None:
            goes_on = replace(self.last, span=None, stated=False)
            return _Found(region.inner, QuotationKind.DIRECT, Attribution((goes_on,)), "goes on from the speaker before")
        few = len(region.inner.of(self.text).split()) <= FEW_WORDS
        kind = QuotationKind.SCARE if few else QuotationKind.PARTIAL
        return _Found(region.inner, kind, None, "nobody is said to have spoken these words")

    def _attribution(self, sentence: Sequence[Word], report: Report) -> Attribution:
        chain = []
        if report.speaker is not None:
            self.last = self._party(sentence, report.speaker, AttributionRole.SPEAKER)
            chain.append(self.last)
        elif self.last is not None:
            chain.append(replace(self.last, span=None, stated=False))
        if report.outlet is not None:
            chain.append(self._party(sentence, report.outlet, AttributionRole.AGENCY if report.is_agency else AttributionRole.OUTLET))
        cue = Span(sentence[report.at].start, sentence[report.at].end)
        return Attribution(tuple(chain), Cue(cue.of(self.text), cue))

    def _party(self, sentence: Sequence[Word], phrase: tuple[int, int], role: AttributionRole) -> Party:
        span = Span(sentence[phrase[0]].start, sentence[phrase[1] - 1].end)
        who = span.of(self.text)
        if role is not AttributionRole.SPEAKER:
            first = sentence[phrase[0]].bare
            prefixed = (
                first[:1] == "ل" and first not in lexicon.OUTLET_NOUNS and first not in lexicon.KNOWN_OUTLETS and sentence[phrase[0]].region is None
            )
            span = Span(span.start + 1, span.end) if prefixed else span
            return Party(span.of(self.text), span, role, span.of(self.text).strip('«»“”"'))
        return Party(who, span, role, self._full(who, sentence[phrase[1] - 1].bare))

    def _full(self, who: str, last: str) -> str:
        """The longest form in which this speaker was named so far: خلف after المحافظ غسان خلف."""
        known = self.full_names.get(last)
        if known is None or len(who) > len(known):
            self.full_names[last] = who
            return who
        return known
