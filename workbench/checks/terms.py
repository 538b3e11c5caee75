"""Terms of the project's list: preferred, allowed, forbidden."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.check import CheckContext
from workbench.checks.house import Term
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import ARTICLE, fold, unglued
from workbench.text.broken_plurals import broken_plurals

_ENDINGS = r"(?:s|es|ed|d|ing|['’]s|s['’])?"
_ARABIC_ENDINGS = ("ات", "ون", "ين", "ان", "ها", "هم", "نا", "ه", "ي")


def term(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A term of the Arabic is rendered otherwise than the project's list says, or a forbidden word stands in the rendering.

    >>> from workbench.checks.house import HouseSheet
    >>> sheet = HouseSheet(terms=(Term(arabic="حاجز", preferred="checkpoint", allowed=("roadblock",), forbidden=("barrier",)),))
    >>> [finding.message for finding in term(Unit.of("أوقفونا على الحاجز", "They stopped us at the barrier"), CheckContext(house=sheet))]
    ['“barrier” is not used for “حاجز”: write “checkpoint”']
    >>> list(term(Unit.of("أوقفونا على الحواجز", "They stopped us at checkpoints"), CheckContext(house=sheet)))
    []
    >>> len(list(term(Unit.of("أوقفونا على الحواجز", "They stopped us at fences"), CheckContext(house=sheet))))
    1

    Arabic words are compared without their clitics and endings and in their broken plurals, English ones with their endings.
    """
    for entry in context.house.terms:
        if entry.arabic and not _occurs(entry.arabic, unit.source):
            continue
        wrong = [match for word in entry.forbidden for match in _english(word).finditer(unit.target)]
        for match in wrong:
            advice = f": write “{entry.preferred}”" if entry.preferred else ""
            what = f" for “{entry.arabic}”" if entry.arabic else ""
            message = f"“{match.group()}” is not used{what}{advice}"
            yield Finding("term", message, target_span=Span(*match.span()), suggestion=entry.preferred or None)
        if entry.arabic and not wrong and not _is_rendered(entry, unit.target):
            yield Finding("term", f"“{entry.arabic}” is “{entry.preferred}” in this project", target_span=Span(0, len(unit.target)))


def _is_rendered(entry: Term, target: str) -> bool:
    wanted = [word for word in (entry.preferred, *entry.allowed) if word]
    return not wanted or any(_english(word).search(target) for word in wanted)


@lru_cache(maxsize=2_048)
def _english(word: str) -> re.Pattern[str]:
    """The word in its inflections: city, cities; stop, stopped is left to the list."""
    stem = re.escape(word)
    plural = rf"|{re.escape(word[:-1])}ies" if word.endswith("y") else ""
    return re.compile(rf"(?<!\w)(?:{stem}{_ENDINGS}{plural})(?!\w)", re.IGNORECASE)


def _occurs(arabic: str, source: str) -> bool:
    """Whether all words of a term stand in a row, whatever is glued to them."""
    wanted = [_stem(word) | broken_plurals(word.removeprefix(ARTICLE)) for word in fold(arabic).split()]
    words = [_stem(word) for word in fold(source).split()]
    return any(_fits(wanted, words[at : at + len(wanted)]) for at in range(len(words) - len(wanted) + 1))


def _fits(wanted: list[frozenset[str]], words: list[frozenset[str]]) -> bool:
    return all(not left.isdisjoint(right) for left, right in zip(wanted, words, strict=True))


@lru_cache(maxsize=16_384)
def _stem(word: str) -> frozenset[str]:
    """The readings of a word without clitics, and each without a common ending."""
    readings = unglued(word.strip('،؛؟.!:"«»()[]'))
    cut = {
        reading[: -len(ending)] for reading in readings for ending in _ARABIC_ENDINGS if reading.endswith(ending) and len(reading) > len(ending) + 2
    }
    return frozenset(readings) | cut
