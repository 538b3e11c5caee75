"""Quotations in the making: regions with their voices, the pieces of split and reopened ones together; told clauses and unmarked blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.extract.english.article import Article
from workbench.extract.english.blocks import blocks
from workbench.extract.english.told import told
from workbench.extract.english.voices import Voice, voices
from workbench.extract.tokens import ending, is_whole
from workbench.model import AttributionRole, Party, QuotationKind, Span, When


@dataclass(slots=True)
class Draft:
    """A quotation in the making: of regions, or of `unmarked` stretches whose `kind` is known."""

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
    when: When | None = None
    unmarked: tuple[Span, ...] = ()
    kind: QuotationKind | None = None

    @property
    def outlet(self) -> Party | None:
        """The outlet among the carriers."""
        return next((party for party in self.carriers if party.role is AttributionRole.OUTLET), None)

    def start(self, article: Article) -> int:
        """Where its first word stands."""
        return self.unmarked[0].start if self.unmarked else article.regions[self.regions[0]].inner.start

    def fragments(self, article: Article) -> tuple[Span, ...]:
        """Its stretches of the text, without marks."""
        return self.unmarked or tuple(article.regions[index].inner for index in self.regions)


def drafts_of(article: Article, *, indirect: bool) -> list[Draft]:
    """Every draft in the order of the text; with `indirect` also what is told without marks."""
    set_off = _unmarked_blocks(article)
    found = _marked(article) + set_off + (_told(article, set_off) if indirect else [])
    return sorted(found, key=lambda draft: draft.start(article))


def _unmarked_blocks(article: Article) -> list[Draft]:
    made = []
    for block in blocks(article):
        voice = Voice(block.sentence, block.speaker, block.cue, stated=True)
        place = article.sentences[block.sentence].paragraph
        reasons = ("set off without quote marks, behind a colon",)
        made.append(Draft([], voice, block.sentence, 0, place, reasons=reasons, unmarked=block.spans, kind=QuotationKind.BLOCK))
    return made


def _told(article: Article, set_off: Sequence[Draft]) -> list[Draft]:
    quoted = {span.start for draft in set_off for span in draft.unmarked}
    made = []
    for one in told(article):
        paragraph = article.paragraphs[article.sentences[one.sentence].paragraph].span
        if any(paragraph.start <= start < paragraph.end for start in quoted):
            continue  # the speaker of the block tells it
        voice = Voice(one.sentence, one.cue.subject, one.cue, stated=True)
        place = article.sentences[one.sentence].paragraph
        reasons = ("told without quote marks",)
        made.append(Draft([], voice, one.sentence, 0, place, reasons=reasons, unmarked=(one.span,), kind=QuotationKind.INDIRECT))
    return made


def _marked(article: Article) -> list[Draft]:
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
