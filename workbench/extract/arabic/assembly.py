"""From an Arabic document to its quotations: marked ones, and speech that only a reporting word shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.extract.arabic import lexicon
from workbench.extract.arabic.cues import Report, reports
from workbench.extract.arabic.marks import arabic_regions
from workbench.extract.arabic.occasions import when_said
from workbench.extract.arabic.phrases import is_name, opening_subject
from workbench.extract.arabic.speakers import Speakers
from workbench.extract.arabic.tokens import Word, words
from workbench.extract.inserts import elisions, interpolations
from workbench.extract.paragraphs import paragraphs
from workbench.extract.regions import Region
from workbench.model import Attribution, Cue, Document, Quotation, QuotationKind, Span
from workbench.text.sentences import sentences

FEW_WORDS = 3
"""Marked words without a reporting word, up to so many, quote nobody."""


NESTED = "inside another quotation"


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    kind: QuotationKind
    attribution: Attribution | None
    reason: str

    @property
    def who(self) -> str | None:
        """The speaker's full name."""
        speaker = self.attribution.speaker if self.attribution is not None else None
        return (speaker.resolved or speaker.who) if speaker is not None else None


def arabic_quotations(document: Document) -> tuple[Quotation, ...]:
    """Marked quotations and unmarked speech in the order of the text; ids are q01, q02 and so on.

    Words in marks are direct, partial or scare quotes; words behind a colon are direct, those behind إن and its kin indirect.
    """
    reader = _Reader(document)
    found = sorted(reader.read(), key=lambda one: (one.span.start, -one.span.end))
    width = max(2, len(str(len(found))))
    groups = _groups(found)
    return tuple(
        _quotation(document, one, f"q{number:0{width}}", group) for number, (one, group) in enumerate(zip(found, groups, strict=True), start=1)
    )


def _quotation(document: Document, found: _Found, name: str, group: str | None) -> Quotation:
    return Quotation(
        id=name,
        document_id=document.id,
        fragments=(found.span,),
        kind=found.kind,
        interpolations=interpolations(document.text, [found.span]),
        elisions=elisions(document.text, [found.span]),
        attribution=found.attribution,
        group=group,
        reasons=(found.reason,),
    )


def _groups(found: Sequence[_Found]) -> list[str | None]:
    """Numbers for the stretches in which one speaker goes on."""
    groups: list[str | None] = [None] * len(found)
    number = 0
    for index in range(1, len(found)):
        if found[index].who is not None and found[index].who == found[index - 1].who:
            if groups[index - 1] is None:
                number += 1
                groups[index - 1] = f"g{number:02}"
            groups[index] = groups[index - 1]
    return groups


def _outside(told: Sequence[Span], found: _Found) -> _Found:
    """What was found, or that it stands inside what was told before: a name in marks, say, in a speech without any."""
    return replace(found, reason=NESTED) if any(found.span.overlap(span) for span in told) else found


class _Reader:
    """Goes through the sentences and remembers who spoke last."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.document = document
        self.regions = arabic_regions(document.text, paragraphs(document.text))
        self.speakers = Speakers(document.text)

    def read(self) -> Iterator[_Found]:
        """What is found, sentence by sentence; the nested regions last."""
        top = [(index, region) for index, region in enumerate(self.regions) if region.depth == 0]
        cursor = 0
        for span in self._stretches(top):
            quoted = []
            while cursor < len(top) and top[cursor][1].outer.start < span.end:
                quoted.append((top[cursor][0], top[cursor][1].outer.start, top[cursor][1].outer.end))
                cursor += 1
            yield from self._sentence(words(self.text, span.start, span.end, quoted), heads_line=self._heads_line(span))
        for region in self.regions:
            if region.depth:
                yield _Found(region.inner, QuotationKind.PARTIAL, None, NESTED)

    def _heads_line(self, span: Span) -> bool:
        """Whether nothing but white space and signs stands before the sentence in its line."""
        before = self.text[self.text.rfind("\n", 0, span.start) + 1 : span.start]
        return not any(character.isalpha() for character in before)

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

    def _sentence(self, sentence: Sequence[Word], *, heads_line: bool) -> Iterator[_Found]:
        found = reports(sentence, heads_line=heads_line)
        taken: set[int] = set()
        told: list[Span] = []
        for number, report in enumerate(found):
            end = found[number + 1].at if number + 1 < len(found) else len(sentence)
            attribution = self._attribution(sentence, report)
            reach = [*range(report.before if report.before is not None else report.at, report.at), *range(report.said, end)]
            quoted = [at for at in reach if sentence[at].region is not None and at not in taken and not is_name(sentence, at)]
            taken.update(quoted)
            for at in quoted:
                marked = self._marked(sentence, at, report, attribution)
                yield _outside(told, marked)
                told.append(marked.span)
            said = None if quoted else self._said(sentence, report, end)
            if said is not None and not any(said.overlap(span) for span in told):  # two reports may point at the same words
                told.append(said)
                spoken = report.opens == ":"
                kind = QuotationKind.DIRECT if spoken else QuotationKind.INDIRECT
                yield _Found(said, kind, attribution, "speech without marks behind a colon" if spoken else "told beside a reporting word")
        alone = not any(word.is_word for word in sentence)
        if not found and not alone:
            self.speakers.about(sentence, opening_subject(sentence))
        for at, word in enumerate(sentence):
            if word.region is not None and at not in taken:
                yield _outside(told, self._unreported(sentence, at, alone=alone))

    def _said(self, sentence: Sequence[Word], report: Report, end: int) -> Span | None:
        """The unmarked words of a report, without the comma and the final stop: those it opens, else those it stands behind."""
        start = report.said
        if report.opens is None:
            if report.before is None or report.speaker is None:
                return None
            start, end = report.before, report.at
        while end > start and not sentence[end - 1].is_word and sentence[end - 1].region is None:
            end -= 1
        while start < end and not sentence[start].is_word and sentence[start].region is None:
            start += 1
        return Span(sentence[start].start, sentence[end - 1].end) if end > start else None

    def _marked(self, sentence: Sequence[Word], at: int, report: Report, attribution: Attribution | None) -> _Found:
        region = self.regions[sentence[at].region or 0]
        before = sentence[at - 1] if at else None
        long = len(region.inner.of(self.text).split()) > FEW_WORDS
        right_behind = report.said == at and sentence[report.at].root in lexicon.SAYING
        if before is None or before.bare == ":" or (long and (before.root in lexicon.THAT or right_behind)):
            return _Found(region.inner, QuotationKind.DIRECT, attribution, "speech in marks")
        return _Found(region.inner, QuotationKind.PARTIAL, attribution, "some of the speaker's words inside the sentence")

    def _unreported(self, sentence: Sequence[Word], at: int, *, alone: bool) -> _Found:
        """A region that no word of its sentence reports."""
        region = self.regions[sentence[at].region or 0]
        if is_name(sentence, at):
            return _Found(region.inner, QuotationKind.SCARE, None, "a name in quote marks")
        before = self.speakers.goes_on() if alone else None
        if before is not None:
            return _Found(region.inner, QuotationKind.DIRECT, Attribution((before,)), "goes on from the speaker before")
        few = len(region.inner.of(self.text).split()) <= FEW_WORDS
        kind = QuotationKind.SCARE if few else QuotationKind.DIRECT if alone else QuotationKind.PARTIAL
        return _Found(region.inner, kind, None, "nobody is said to have spoken these words")

    def _attribution(self, sentence: Sequence[Word], report: Report) -> Attribution:
        cue = Span(sentence[report.at].start, sentence[report.at].end)
        when = when_said(sentence, report, self.text, self.document.published)
        return Attribution(self.speakers.chain(sentence, report), Cue(cue.of(self.text), cue), when)
