"""Checks across the units of an article or project: one name in one spelling, one statement in one wording.

A second kind of row: the function is handed all units at once, in their order, and says for each finding which unit it is about.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.checks.check import NOTHING_KNOWN, CheckContext
from workbench.model import Finding, Link, Severity, Span, Unit
from workbench.text.arabic import ARTICLE, fold, folded_words
from workbench.text.capitals import is_translated
from workbench.text.name_skeletons import latin_skeleton
from workbench.text.names import find_glued

_LATIN_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z0-9][\w’-]*")
_LATIN_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]r|[Aa]n|[Aa]d|[Aa]t|[Aa]z)-")
_SILENT_H = re.compile(r"(?<=[ae])h$")  # Raqqah, Raqqa
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[A-Za-z0-9][\w’'-]*")
_FEWEST_WORDS = 3  # shorter texts (“Yes”, “God willing”) are rendered by what stands around them
_SHINGLE = 4  # words in a row that two wordings of one quotation share
_NEARLY_SAME = 0.6  # of the words of the longer one, in common
_OVERLAP = 0.8  # of the longer place


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the unit it is about."""

    unit_key: str
    finding: Finding


AcrossFunction = Callable[[Sequence[Unit], CheckContext], Iterator[Located]]


@dataclass(frozen=True, slots=True)
class AcrossCheck:
    """A row of ACROSS: like one of CHECKS, for many units at once."""

    id: str
    title: str
    find: AcrossFunction
    severity: Severity


def name_spelling(units: Sequence[Unit], context: CheckContext) -> Iterator[Located]:
    """One Arabic name is spelled in several ways; the rarer spellings are pointed out, with the usual one as repair.

    >>> units = [Unit.of("قال خلف", "said Khalaf", "a"), Unit.of("سأل خلف", "asked Khalaf", "b"), Unit.of("عاد خلف", "Halaf returned", "c")]
    >>> [(found.unit_key, found.finding.suggestion) for found in name_spelling(units, NOTHING_KNOWN)]
    [('c', 'Khalaf')]

    The house sheet's spelling goes before the usual one. Names that merely sound alike are kept apart by their Arabic.
    """
    chosen = {fold(arabic).removeprefix(ARTICLE): latin for arabic, latin in context.house.names}
    for arabic, uses in _spellings(units).items():
        counts = Counter(spelling for _, _, spelling in uses)
        if len(counts) < 2:
            continue
        usual = chosen.get(arabic) or counts.most_common(1)[0][0]
        for unit, span, spelling in uses:
            if spelling != usual:
                message = f"“{spelling}” is spelled “{usual}” elsewhere ({arabic})"
                yield Located(unit.key, Finding("name-spelling", message, target_span=span, suggestion=usual))


def _spellings(units: Sequence[Unit]) -> dict[str, list[tuple[Unit, Span, str]]]:
    """By the Arabic name, where and how it is spelled."""
    found: dict[str, list[tuple[Unit, Span, str]]] = defaultdict(list)
    for unit in units:
        words = folded_words(unit.source)
        for match in _LATIN_NAME.finditer(unit.target) if words else ():
            article = _LATIN_ARTICLE.match(match.group())
            spelling = _POSSESSIVE.sub("", match.group()[article.end() if article else 0 :])
            start = match.start() + (article.end() if article else 0)
            if is_translated(spelling) or len(spelling) < _FEWEST_WORDS or (arabic := find_glued(spelling, words)) is None:
                continue
            found[arabic.removeprefix(ARTICLE)].append((unit, Span(start, start + len(spelling)), spelling))
    return {arabic: uses for arabic, uses in found.items() if _sound_alike([spelling for _, _, spelling in uses])}


def _sound_alike(spellings: Sequence[str]) -> bool:
    """Whether the spellings have their consonants in common, give or take how one of them is written."""
    skeletons = {latin_skeleton(_SILENT_H.sub("", spelling)) for spelling in spellings}
    shortest = min(skeletons, key=len)
    return all(skeleton[-1:] == shortest[-1:] and abs(len(skeleton) - len(shortest)) <= 1 for skeleton in skeletons)


def same_source(units: Sequence[Unit], _context: CheckContext) -> Iterator[Located]:
    """The same Arabic is rendered in different words.

    >>> units = [Unit.of("سنعود إلى بيوتنا غدا", "We will return home tomorrow", "a"), Unit.of("سنعود إلى بيوتنا غدا", "Tomorrow we go back", "b")]
    >>> [(found.unit_key, found.finding.message) for found in same_source(units, NOTHING_KNOWN)]
    [('b', 'the same Arabic reads “We will return home tomorrow” in a')]
    """
    first: dict[tuple[str, ...], Unit] = {}
    for unit in units:
        words = folded_words(unit.source)
        if len(words) < _FEWEST_WORDS or not unit.target:
            continue
        other = first.setdefault(words, unit)
        if other is not unit and _plain(other.target) != _plain(unit.target):
            message = f"the same Arabic reads “{_short(other.target)}” in {other.key}"
            yield Located(unit.key, Finding("same-source", message, target_span=Span(0, len(unit.target))))


def same_rendering(units: Sequence[Unit], _context: CheckContext) -> Iterator[Located]:
    """Different Arabic has one and the same rendering: one of them may have been copied.

    >>> units = [Unit.of("سنعود إلى بيوتنا", "We will return home", "a"), Unit.of("لن نغادر المدينة", "We will return home", "b")]
    >>> [found.unit_key for found in same_rendering(units, NOTHING_KNOWN)]
    ['b']
    """
    first: dict[tuple[str, ...], Unit] = {}
    for unit in units:
        words = _plain(unit.target)
        if len(words) < _FEWEST_WORDS or not unit.source:
            continue
        other = first.setdefault(words, unit)
        if other is not unit and set(folded_words(other.source)).isdisjoint(folded_words(unit.source)):
            message = f"{other.key} has the same words for “{_short(other.source)}”"
            yield Located(unit.key, Finding("same-rendering", message, target_span=Span(0, len(unit.target))))


def quote_altered(units: Sequence[Unit], _context: CheckContext) -> Iterator[Located]:
    """One statement is quoted in two wordings: both stand at one place of one source, or have most of their words in common.

    >>> first = Unit.of("نريد", "We want the institutions of the state to be preserved", "a/q01")
    >>> second = Unit.of("نريد", "We want the institutions of the state to be kept", "b/q01")
    >>> [(found.unit_key, found.finding.message) for found in quote_altered([first, second], NOTHING_KNOWN)]
    [('b/q01', 'a/q01 quotes it as “We want the institutions of the state to be preserved”')]
    """
    reported = set()
    for one, other in _akin(units):
        if _plain(one.target) != _plain(other.target) and other.key not in reported:
            reported.add(other.key)
            message = f"{one.key} quotes it as “{_short(one.target)}”"
            yield Located(other.key, Finding("quote-altered", message, target_span=Span(0, len(other.target))))


def _akin(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Pairs of one place, or with words in a row in common and most of the rest."""
    by_shingle: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    by_document: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        words = _plain(unit.target)
        shingles = {words[at : at + _SHINGLE] for at in range(len(words) - _SHINGLE + 1)}
        sharing = {other.key: other for shingle in shingles for other in by_shingle[shingle]}
        earlier = {key: other for key, other in sharing.items() if _mostly_same(_plain(other.target), words)}
        if unit.link:
            for other in by_document[unit.link.document_id]:
                if other.link and _same_place(other.link, unit.link):
                    earlier[other.key] = other
            by_document[unit.link.document_id].append(unit)
        yield from ((other, unit) for other in earlier.values())
        for shingle in shingles:
            by_shingle[shingle].append(unit)


def _mostly_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    wanted = _NEARLY_SAME * max(len(one), len(other))
    return min(len(one), len(other)) >= wanted and (_counted(one) & _counted(other)).total() >= wanted


@lru_cache(maxsize=4_096)
def _counted(words: tuple[str, ...]) -> Counter[str]:
    return Counter(words)


def _same_place(one: Link, other: Link) -> bool:
    """Whether two places of one document are one, by the code points they share; the spans of a place do not overlap."""
    shared = sum(here.overlap(there) for here in one.spans for there in other.spans)
    return shared >= _OVERLAP * max(sum(map(len, one.spans)), sum(map(len, other.spans)), 1)


@lru_cache(maxsize=4_096)
def _plain(text: str) -> tuple[str, ...]:
    """The words as they are compared."""
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(text))


def _short(text: str, longest: int = 80) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


ACROSS: tuple[AcrossCheck, ...] = (
    AcrossCheck("name-spelling", "One name, several spellings", name_spelling, Severity.MINOR),
    AcrossCheck("same-source", "Same Arabic, different rendering", same_source, Severity.MINOR),
    AcrossCheck("same-rendering", "Same rendering, different Arabic", same_rendering, Severity.INFO),
    AcrossCheck("quote-altered", "Quote in two wordings", quote_altered, Severity.MINOR),
)


def run_across(units: Sequence[Unit], context: CheckContext = NOTHING_KNOWN, checks: Sequence[AcrossCheck] = ACROSS) -> list[Located]:
    """What the checks find over many units, in the order of the rows; one that crashes is one finding on the first unit that says so."""
    return [located for check in checks for located in _located(check, units, context)]


def _located(check: AcrossCheck, units: Sequence[Unit], context: CheckContext) -> list[Located]:
    try:
        return list(check.find(units, context))
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one check, the others go on
        message = f"this check failed ({type(error).__name__}: {error}); it says nothing about these units"
        return [Located(units[0].key, Finding(check.id, message))] if units else []
