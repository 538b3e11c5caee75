"""A quotation as a person corrects it: other bounds, another kind, other names; one made of two, two made of one. Nothing is stored here."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from workbench.errors import BadInput
from workbench.extract.inserts import elisions, interpolations
from workbench.model import Attribution, AttributionRole, Party, Quotation, QuotationKind, Span
from workbench.text.quotemarks import DOUBLE, SINGLE

BY_HAND = "chosen by a reviewer"
"""The reason a quotation gives for a kind that a person chose."""

CORRECTABLE = (AttributionRole.SPEAKER, AttributionRole.OUTLET)
"""The links of an attribution that a person corrects; the others stay as they were read."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who, in the article's words, and the full name that stands for; no words at all mean that the article names nobody."""

    who: str = ""
    stands_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a quotation is to become; None leaves a field as it is."""

    fragments: tuple[Span, ...] | None = None
    kind: QuotationKind | None = None
    speaker: Named | None = None
    outlet: Named | None = None


def corrected(quotation: Quotation, wanted: Wanted, article: str) -> Quotation:
    """The quotation as wanted; BadInput where its new bounds hold no words."""
    if wanted.fragments is not None and wanted.fragments != quotation.fragments:
        quotation = bounded(quotation, wanted.fragments, article)
    if wanted.kind is not None and wanted.kind is not quotation.kind:
        quotation = replace(quotation, kind=wanted.kind, reasons=(BY_HAND,))
    for role, named in zip(CORRECTABLE, (wanted.speaker, wanted.outlet), strict=True):
        if named is not None:
            quotation = _attributed(quotation, role, named, article)
    return quotation


def bounded(quotation: Quotation, fragments: Sequence[Span], article: str) -> Quotation:
    """The quotation at other places: without the blanks and quote marks at their edges, its brackets and ellipses looked for again."""
    kept = tuple(trimmed(fragment, article) for fragment in sorted(fragments))
    if not kept or not all(len(fragment) for fragment in kept):
        raise BadInput("the chosen text has no words", where=quotation.id, remedy="select at least one word of the article")
    try:
        return replace(quotation, fragments=kept, interpolations=interpolations(article, kept), elisions=elisions(article, kept))
    except ValueError as error:
        raise BadInput(str(error), where=quotation.id, remedy="select each part of the quotation once") from error


def trimmed(span: Span, article: str) -> Span:
    """The span without blanks at its edges and without quote marks around it.

    >>> text = 'He said: “We will come back,” twice.'
    >>> trimmed(Span(8, 30), text).of(text)
    'We will come back,'

    A mark that belongs to the words stays:

    >>> trimmed(Span(0, 16), "the factions’ it").of("the factions’ it")
    'the factions’ it'
    """
    words = span.of(article)
    start = span.start + len(words) - len(words.lstrip())
    words = words.strip()
    while len(words) > 1 and (_is_pair(words[0], words[-1]) or _lone_mark(words) is not None):
        from_start = _is_pair(words[0], words[-1]) or _lone_mark(words) == 0
        from_end = _is_pair(words[0], words[-1]) or _lone_mark(words) != 0
        inner = words[int(from_start) : len(words) - int(from_end)]
        start += int(from_start) + len(inner) - len(inner.lstrip())
        words = inner.strip()
    return Span(start, start + len(words)) if words and words not in DOUBLE | SINGLE else Span(start, start)


def _is_pair(first: str, last: str) -> bool:
    return (first in DOUBLE and last in DOUBLE) or (first in SINGLE and last in SINGLE)


def _lone_mark(words: str) -> int | None:
    """Where the only double mark of the words stands, when that is one of their edges; -1 is the last character."""
    if sum(character in DOUBLE for character in words) != 1:
        return None
    return next((edge for edge in (0, -1) if words[edge] in DOUBLE), None)


def _attributed(quotation: Quotation, role: AttributionRole, named: Named, article: str) -> Quotation:
    attribution = quotation.attribution or Attribution()
    former = attribution.party(role)
    party = _party(role, named, former, quotation, article)
    if party == former:
        return quotation
    others = tuple(other for other in attribution.chain if other is not former)
    chain = others if party is None else _in_order((*others, party))
    return replace(quotation, attribution=replace(attribution, chain=chain))


def _party(role: AttributionRole, named: Named, former: Party | None, quotation: Quotation, article: str) -> Party | None:
    """The party as named: at its former place while its words are the same, else where the quotation's paragraph has them."""
    who, stands_for = " ".join(named.who.split()), " ".join(named.stands_for.split())
    if not who and not stands_for:
        return None
    who = who or stands_for
    resolved = stands_for if stands_for and stands_for != who else None
    if former and former.who == who:
        return replace(former, resolved=resolved)
    span = _nearest(who, quotation.span, article)
    return Party(who, span, role, resolved, stated=span is not None)


def _nearest(words: str, span: Span, article: str) -> Span | None:
    """Where the words stand closest to the quotation, within its paragraph and not inside it."""
    low = article.rfind("\n", 0, span.start) + 1
    line_end = article.find("\n", span.end)
    high = line_end if line_end >= 0 else len(article)
    found = []
    at = article.find(words, low, high)
    while at >= 0:
        place = Span(at, at + len(words))
        if not place.overlap(span):
            found.append(place)
        at = article.find(words, at + 1, high)
    return min(found, key=lambda place: max(span.start - place.end, place.start - span.end), default=None)


def _in_order(chain: Sequence[Party]) -> tuple[Party, ...]:
    order = tuple(AttributionRole)
    return tuple(sorted(chain, key=lambda party: order.index(party.role)))


def split(quotation: Quotation, at: int, second: str, article: str) -> tuple[Quotation, Quotation]:
    """Two quotations made of one at a place in its words, the later one named `second`; BadInput where one would have no words."""
    left = tuple(Span(part.start, min(part.end, at)) for part in quotation.fragments if part.start < at)
    right = tuple(Span(max(part.start, at), part.end) for part in quotation.fragments if part.end > at)
    if not left or not right:
        raise BadInput("there is nothing on one side of the cut", where=quotation.id, remedy="choose a word inside the quotation")
    return bounded(quotation, left, article), bounded(replace(quotation, id=second), right, article)


def joined(first: Quotation, second: Quotation, article: str) -> Quotation:
    """One quotation made of two; its attribution is the first one's, or the second's where the first has none.

    Pieces with nothing but blanks between them become one.
    """
    fragments: list[Span] = []
    for fragment in sorted((*first.fragments, *second.fragments)):
        if fragments and not article[fragments[-1].end : fragment.start].strip():
            fragments[-1] = Span(fragments[-1].start, max(fragments[-1].end, fragment.end))
        else:
            fragments.append(fragment)
    whole = bounded(first, fragments, article)
    return replace(whole, attribution=first.attribution or second.attribution)


def renamed(quotation: Quotation, role: AttributionRole, names: Container[str], into: str) -> Quotation | None:
    """The quotation with the party of this role standing for `into`, None where it stands for none of `names`."""
    party = quotation.attribution.party(role) if quotation.attribution else None
    if quotation.attribution is None or party is None or name_of(party) not in names or name_of(party) == into:
        return None
    renamed_party = replace(party, resolved=into if into != party.who else None)
    chain = tuple(renamed_party if other is party else other for other in quotation.attribution.chain)
    return replace(quotation, attribution=replace(quotation.attribution, chain=chain))


def name_of(party: Party) -> str:
    """The name a party goes by: the full one, where the article's words stand for one."""
    return party.resolved or party.who


def difference(before: Quotation | None, after: Quotation, words: str | None = None) -> str:
    """What changed, for the history: names, kind, and `words`, the change of the published text where there was one."""
    parts = []
    for role in CORRECTABLE:
        former, present = _name(before, role), _name(after, role)
        if former != present:
            parts.append(f"{role.value} {present or 'nobody'} instead of {former or 'nobody'}")
    if before and before.kind is not after.kind:
        parts.append(f"{after.kind.value} instead of {before.kind.value}")
    if words:
        parts.append(words)
    elif before and before.fragments != after.fragments:
        parts.append("its place in the article")
    return "; ".join(parts) or "how the article names the speaker or the outlet"


def _name(quotation: Quotation | None, role: AttributionRole) -> str | None:
    party = quotation.attribution.party(role) if quotation and quotation.attribution else None
    return name_of(party) if party else None
