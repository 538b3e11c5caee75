"""Who the speakers of an Arabic document are: full names for the short ones, holders of an office, who spoke last and to which outlet."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.extract.arabic import lexicon
from workbench.extract.arabic.cues import Report
from workbench.extract.arabic.phrases import Phrase
from workbench.extract.arabic.tokens import Word
from workbench.model import AttributionRole, Party, Span
from workbench.text.quotemarks import INVISIBLE

_MARKS = '«»“”„"‹›'


class Speakers:
    """Names as they come by, in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last: Party | None = None
        self._carriers: tuple[Party, ...] = ()
        self._full: dict[str, str] = {}
        self._in_office: dict[str, str] = {}

    def chain(self, sentence: Sequence[Word], report: Report) -> tuple[Party, ...]:
        """The parties of a report; one without a speaker leans on who spoke last, and to whom."""
        stated = tuple(self._carrier(sentence, phrase, role) for phrase, role in _carried(report))
        if report.speaker is not None:
            self.last = self._speaker(sentence, report, report.speaker)
            self._carriers = stated
            return (self.last, *stated)
        if self.last is None:
            return stated
        carriers = stated or tuple(replace(party, span=None, stated=False) for party in self._carriers)
        return (replace(self.last, span=None, stated=False), *carriers)

    def about(self, sentence: Sequence[Word], phrase: Phrase | None) -> None:
        """Whom a sentence is about that reports nothing: the likely speaker of what follows, until somebody speaks."""
        if phrase is not None and self.last is None:
            span = self._visible(_span(sentence, phrase))
            who = span.of(self.text)
            self.last = Party(who, span, AttributionRole.SPEAKER, self._longest(who, sentence[phrase[1] - 1].bare))

    def goes_on(self) -> Party | None:
        """Who spoke last, for words that nobody introduces."""
        return replace(self.last, span=None, stated=False) if self.last is not None else None

    def _speaker(self, sentence: Sequence[Word], report: Report, phrase: Phrase) -> Party:
        span = self._visible(_without_for(sentence, report, _span(sentence, phrase)))
        who = span.of(self.text)
        inside = sentence[slice(*phrase)]
        office = inside[0].bare.removeprefix("و").removeprefix("ال")
        if len(inside) == 1 and office in self._in_office and inside[0].bare != office:
            return Party(who, span, AttributionRole.SPEAKER, self._in_office[office])
        resolved = self._longest(who, inside[-1].bare)
        if len(inside) > 1 and office in lexicon.ROLES:
            self._in_office[office] = resolved
        return Party(who, span, AttributionRole.SPEAKER, resolved)

    def _visible(self, span: Span) -> Span:
        """Without direction marks that were typed behind the last letter."""
        end = span.end
        while end - 1 > span.start and self.text[end - 1] in INVISIBLE:
            end -= 1
        return Span(span.start, end)

    def _longest(self, who: str, last: str) -> str:
        """The longest form in which this speaker was named so far: خلف after المحافظ غسان خلف; a body alone (الشرطة) stays what it is."""
        known = self._full.get(last)
        inside = who.split()
        if known is not None and set(inside) <= set(known.split()) and not (len(inside) == 1 and who.startswith("ال")):
            return known
        self._full[last] = who
        return who

    def _carrier(self, sentence: Sequence[Word], phrase: Phrase, role: AttributionRole) -> Party:
        span = self._visible(_span(sentence, phrase))
        first = sentence[phrase[0]]
        bare = first.bare
        known = bare in lexicon.OUTLET_NOUNS or bare in lexicon.KNOWN_OUTLETS
        prefix = 0 if known or first.region is not None else 2 if bare.startswith("لل") else 1 if bare.startswith("ل") else 0
        span = Span(span.start + prefix, span.end) if len(span) > prefix else span
        named = "".join(character for character in span.of(self.text) if character not in _MARKS)
        return Party(span.of(self.text), span, role, f"ال{named}" if prefix == 2 else named)


def _carried(report: Report) -> list[tuple[Phrase, AttributionRole]]:
    links = ((report.agency, AttributionRole.AGENCY), (report.outlet, AttributionRole.OUTLET))
    return [(phrase, role) for phrase, role in links if phrase is not None]


def _without_for(sentence: Sequence[Word], report: Report, span: Span) -> Span:
    """The phrase without the preposition that وفقاً and طبقاً glue to it: لتقرير, للتقرير."""
    if report.speaker is None or sentence[report.at].root not in lexicon.LOOSE_ACCORDING:
        return span
    glued = sentence[report.speaker[0]].bare
    length = 2 if glued.startswith("لل") else 1 if glued.startswith("ل") else 0
    return Span(span.start + length, span.end) if len(span) > length else span


def _span(sentence: Sequence[Word], phrase: Phrase) -> Span:
    return Span(sentence[phrase[0]].start, sentence[phrase[1] - 1].end)
