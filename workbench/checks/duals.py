"""“Two” that Arabic says by an ending and the rendering lost."""

from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text.arabic import unglued
from workbench.text.duals import duals
from workbench.text.names import is_same_name, may_sound_like
from workbench.text.tokens import english_words, words
from workbench.text.wordlists import listed

_TWO = frozenset(
    listed(
        "two both pair couple twin twins either neither second twice double doubled doubles each 2 ii half halves between bilateral dual other "
        "another two's 2nd"
    )
)


def dual(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic says “two” by a dual, the rendering says nothing of two.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in dual(Unit.of("استهدفوا مقري الحزب والشرطة", "targeted the headquarters of the Party"), NOTHING_KNOWN)]
    ['“مقري” is a dual: two of them']

    Silent when the rendering has two, both, a pair, or names the two.
    """
    said = english_words(unit.target)
    if not unit.target or not _TWO.isdisjoint(said) or any("-" in word and not _TWO.isdisjoint(word.split("-")) for word in said):
        return
    for span in duals(unit.source):
        if _is_a_name(span.of(unit.source), unit.target):
            continue
        yield Finding("dual", f"“{span.of(unit.source)}” is a dual: two of them", source_span=span)


def _is_a_name(word: str, target: str) -> bool:
    """كريستين is Christine and بروتين is protein: words taken over, whose ending is no dual."""
    candidates = (token.text for token in words(target) if len(token.text) > 3 and may_sound_like(word, token.text))
    return any(is_same_name(reading, candidate) for candidate in candidates for reading in unglued(word))
