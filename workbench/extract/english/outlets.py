"""The outlet a statement was made to or carried by, and the channel it was posted on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.extract.english.clauses import subject_before
from workbench.extract.english.grammar import Phrase, Tokens, is_name
from workbench.extract.english.people import People
from workbench.extract.english.phrases import phrase_after
from workbench.extract.lexicon import names, words
from workbench.extract.lexicon.verbs import cue_words
from workbench.extract.tokens import Token
from workbench.model import AttributionRole
from workbench.text.wordlists import listed


class Carrier(NamedTuple):
    """An outlet or channel at a phrase of the sentence; `described` when it is not named (“a pro-opposition outlet”)."""

    phrase: Phrase
    role: AttributionRole
    described: bool


_TELLING = frozenset(["tell", "inform", "assure", "text", "email"])
_SPEAKING = frozenset(
    listed(
        """spoke speak speaks speaking talked talk talking interview interviewed interviews call conversation chat discussion appearance appearing
    appeared"""
    )
)
_SPEAKING_LINKS = frozenset(["to", "with", "on", "by", "for"])
_CARRIED = frozenset(
    listed("""carried published broadcast aired posted released reported printed issued run quoted cited obtained reviewed seen relayed""")
)
_QUOTING = frozenset(listed("quoted quotes cited cites quoting citing"))
_REPORTERS = frozenset(listed("reporter correspondent journalist columnist editor presenter anchor"))
_GIVEN = frozenset(listed("""statement comments remarks comment statements email e-mail message response op-ed column essay article letter"""))


def carriers(sentence: Tokens, people: People) -> list[Carrier]:
    """Every outlet and channel the sentence says something was said to, through or in; in order."""
    found: list[Carrier] = []
    for at, token in enumerate(sentence):
        if token.region is None and token.is_word:
            found.extend(_at(sentence, at, people))
    return sorted(set(found), key=lambda carrier: carrier.phrase)


def _at(sentence: Tokens, at: int, people: People) -> Iterator[Carrier]:
    low = sentence[at].low
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or (low == "tell" and sentence[at].is_capital and at):
        return
    if low in _QUOTING and (subject := subject_before(sentence, at)) is not None:
        named = _named_part(sentence, subject)
        if named is not None:
            yield Carrier(named, AttributionRole.OUTLET, described=False)
    if (place := _said_to(sentence, at) or _carried_by(low, following)) is not None:
        yield from _outlet(sentence, at + place.offset, people, trusting=place.trusting)
    elif low in ("a", "an", "the") and following.is_capital:
        yield from _modifier(sentence, at + 1)
    elif low in ("reported", "reports") and at and sentence[at - 1].is_capital and len(sentence) - at <= 4:
        yield from _reporting(sentence, at)


class _Place(NamedTuple):
    """How far behind a word an outlet may stand; `trusting` when a name no list knows is taken for one there."""

    offset: int
    trusting: bool


def _said_to(sentence: Tokens, at: int) -> _Place | None:
    """Told X, said to X, in an interview with X, a reporter for X."""
    low, link = sentence[at].low, sentence[at + 1].low
    cue = cue_words().get(low)
    if cue is not None and cue.lemma in _TELLING and (at == 0 or sentence[at - 1].low not in ("was", "were", "been")):
        return _Place(1, trusting=True)
    if low in _SPEAKING and link in _SPEAKING_LINKS:
        return _Place(2, trusting=link in ("to", "with"))
    if (cue is not None and cue.lemma == "say" and link == "to") or (low in _REPORTERS and link in ("for", "of", "at", "with")):
        return _Place(2, trusting=True)
    return None


def _carried_by(low: str, following: Token) -> _Place | None:
    """Carried by X, a statement to X, on X, according to X."""
    link = following.low
    if low in _CARRIED and link in ("by", "on", "in"):
        return _Place(2, trusting=link == "by")
    if low in _GIVEN and link in ("to", "for", "in", "on"):
        return _Place(2, trusting=link in ("to", "for") and low != "response")
    if low in ("on", "to", "in", "via") and (link in words.CHANNELS or following.is_capital):
        return _Place(1, trusting=False)
    return _Place(2, trusting=False) if low == "according" and link == "to" else None


def _outlet(sentence: Tokens, at: int, people: People, *, trusting: bool) -> Iterator[Carrier]:
    """The outlet in the noun phrase at `at`; `trusting` takes a name that no list knows, if it is nobody's."""
    phrase = phrase_after(sentence, at)
    if phrase is None:
        return
    inside = sentence[phrase.start : phrase.end]
    if inside[0].low in words.CHANNELS and inside[0].is_capital:
        yield Carrier(Phrase(phrase.start, phrase.start + 1), AttributionRole.CHANNEL, described=False)
    elif (named := _named_part(sentence, phrase)) is not None:
        yield Carrier(named, AttributionRole.OUTLET, described=False)
    elif inside[0].low in words.ARTICLES | {"this", "that", "one", "another", "his", "her", "their"} and _description_end(inside) is not None:
        yield Carrier(Phrase(phrase.start, phrase.start + (_description_end(inside) or 0)), AttributionRole.OUTLET, described=True)
    elif trusting and inside[0].text == "The" and len(inside) > 1 and all(token.is_capital for token in inside):
        yield Carrier(phrase, AttributionRole.OUTLET, described=False)  # told The Hill
    elif trusting and is_name(sentence, phrase) and not _is_somebody(sentence, phrase, people):
        yield Carrier(phrase, AttributionRole.OUTLET, described=False)


def _description_end(inside: Sequence) -> int | None:  # type: ignore[type-arg]
    """How many words a description takes up to its outlet noun, before any preposition; None when it is not an outlet's."""
    for index, token in enumerate(inside):
        if token.low in words.PREPOSITIONS:
            return None
        if index and token.low in words.OUTLET_NOUNS and not token.owner:
            return index + 1
    return None


def _named_part(sentence: Tokens, phrase: Phrase) -> Phrase | None:
    """The leading words of a phrase that name an outlet: “CNN's Jake Tapper”, “the Guiyang Evening News”, “Fox News host …”."""
    start = phrase.start + (1 if sentence[phrase.start].low in words.ARTICLES and phrase.end - phrase.start > 1 else 0)
    nouns = words.OUTLET_NOUNS | {"news"}
    while (
        start + 1 < phrase.end
        and not sentence[start].is_capital
        and sentence[start].low in nouns
        and sentence[start + 1].low not in words.PREPOSITIONS
    ):
        start += 1  # the magazine Sawt
    end = start
    while (
        end < phrase.end
        and (sentence[end].is_capital or (sentence[end].low in ("of", "&", "-") and end > start))
        and sentence[end].low not in words.PREPOSITIONS - {"of"}
    ):
        end += 1
        if sentence[end - 1].owner:
            break
    if end - start > 1 and sentence[start].low in _OUTLETS_FIRST:
        return Phrase(start, end)  # Radio Tell, Voice of the Valley
    for stop in range(end, start, -1):
        last = sentence[stop - 1].low
        if last in words.KNOWN_OUTLETS or (last in words.OUTLET_NAME_PARTS and stop - start > 1):
            return Phrase(start, stop)
    behind = sentence[end].low if end < phrase.end else ""
    if end + 1 < phrase.end and sentence[end + 1].is_word and sentence[end + 1].low not in words.PREPOSITIONS:
        return None  # a Wisconsin radio host
    if end > start and behind in words.OUTLET_NOUNS and not sentence[end - 1].owner:
        return Phrase(start, end)  # “Hibr newspaper”, “Zaytun magazine”
    return None


_OUTLETS_FIRST = frozenset(listed("radio channel voice tv television agence agency"))


def _is_somebody(sentence: Tokens, phrase: Phrase, people: People) -> bool:
    """Whether a bare name is a person's, a place's or a body's, as far as the article shows."""
    parts = tuple(token.low for token in sentence[phrase.start : phrase.end] if token.text != ".")
    if parts[0] in words.TITLES or parts[0] in names.MALE_NAMES or parts[0] in names.FEMALE_NAMES or not parts:
        return True
    name = people.known(parts, sentence[phrase.start].start)
    return name is not None and (name.is_person or (name.is_organisation and len(name.places) > 3) or _is_body(parts))


def _is_body(parts: tuple[str, ...]) -> bool:
    return parts[-1] in ("congress", "senate", "house", "council", "court", "committee", "parliament", "assembly", "police", "nations", "commission")


def _modifier(sentence: Tokens, at: int) -> Iterator[Carrier]:
    """“in a CNN interview”, “an ABC News broadcast”."""
    end = at
    while end < len(sentence) and sentence[end].is_capital:
        end += 1
    if end < len(sentence) and sentence[end].low in _PROGRAMMES and (named := _named_part(sentence, Phrase(at, end))) is not None:
        yield Carrier(named, AttributionRole.OUTLET, described=False)


_PROGRAMMES = frozenset(listed("interview interviews broadcast report programme program show podcast column"))


def _reporting(sentence: Tokens, at: int) -> Iterator[Carrier]:
    """“…, Mic reported.” at the end of a sentence."""
    start = at
    while start > 0 and sentence[start - 1].is_capital:
        start -= 1
    if start > 0 and (sentence[start - 1].text == "," or sentence[start - 1].low == "the"):
        yield Carrier(Phrase(start, at), AttributionRole.OUTLET, described=False)
