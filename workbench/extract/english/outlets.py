"""The outlet a statement was made to or carried by, and the channel it was posted on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.extract.english.grammar import Phrase, Tokens, is_name
from workbench.extract.english.people import People
from workbench.extract.english.phrases import phrase_after
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import cue_words
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
    if following is None:
        return
    cue = cue_words().get(low)
    if cue is not None and cue.lemma in _TELLING and (at == 0 or sentence[at - 1].low not in ("was", "were", "been")):
        yield from _outlet(sentence, at + 1, people, trusting=True)
    elif (low in _SPEAKING and following.low in _SPEAKING_LINKS) or (low == "told" and following.low == "to"):
        yield from _outlet(sentence, at + 2, people, trusting=following.low in ("to", "with"))
    elif low in _CARRIED and following.low in ("by", "on", "in"):
        yield from _outlet(sentence, at + 2, people, trusting=following.low == "by")
    elif low in _GIVEN and following.low in ("to", "for", "in", "on"):
        yield from _outlet(sentence, at + 2, people, trusting=following.low in ("to", "for") and low != "response")
    elif low in ("on", "to", "in", "via") and (following.low in words.CHANNELS or following.is_capital):
        yield from _outlet(sentence, at + 1, people, trusting=False)
    elif low == "according" and following.low == "to":
        yield from _outlet(sentence, at + 2, people, trusting=False)
    elif low in ("a", "an", "the") and following.is_capital:
        yield from _modifier(sentence, at + 1)
    elif cue is not None and cue.lemma == "report" and at and sentence[at - 1].is_capital and len(sentence) - at <= 4:
        yield from _reporting(sentence, at)


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
    end = start
    while (
        end < phrase.end
        and (sentence[end].is_capital or (sentence[end].low in ("of", "&", "-") and end > start))
        and sentence[end].low not in words.PREPOSITIONS - {"of"}
    ):
        end += 1
        if sentence[end - 1].owner:
            break
    for stop in range(end, start, -1):
        last = sentence[stop - 1].low
        if last in words.KNOWN_OUTLETS or (last in words.OUTLET_NAME_PARTS and stop - start > 1):
            return Phrase(start, stop)
    behind = sentence[end].low if end < phrase.end else ""
    if end > start and behind in words.OUTLET_NOUNS and not sentence[end - 1].owner:
        return Phrase(start, end)  # “Hibr newspaper”, “Zaytun magazine”
    return None


def _is_somebody(sentence: Tokens, phrase: Phrase, people: People) -> bool:
    """Whether a bare name is a person's, a place's or a body's, as far as the article shows."""
    parts = tuple(token.low for token in sentence[phrase.start : phrase.end] if token.text != ".")
    if parts[0] in words.TITLES or parts[0] in words.MALE_NAMES or parts[0] in words.FEMALE_NAMES or not parts:
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
