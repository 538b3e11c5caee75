"""Renderings that are still, word for word, what a translation memory offered for another sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.checks.check import CheckContext
from workbench.model import Finding, MemoryOffer, Span, Unit
from workbench.text import negation
from workbench.text.arabic import fold_with_offsets, folded_words, has_arabic, placed_words
from workbench.text.capitals import is_translated
from workbench.text.names import find_glued
from workbench.text.numbers import numbers

_LATIN_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z0-9][\w’-]*")


def fuzzy_match(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """Nobody has edited what the memory offered for a similar sentence; the words of this one that differ are pointed out.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> from workbench.model import Context, MemoryOffer
    >>> offered = MemoryOffer(target="They repaired the school", source="أصلحوا المدرسة", percent=80.0)
    >>> unit = Unit(key="a", source="أصلحوا المكتبة", target="They repaired the school", context=Context(offered=offered))
    >>> [finding.message for finding in fuzzy_match(unit, NOTHING_KNOWN)]
    ['still as the memory (80 %) has it for another sentence, with “المدرسة” where this one has “المكتبة”']

    Silent as soon as a word of the rendering is changed, and where both sentences have the same words.
    """
    offered = _unedited(unit)
    if offered is None:
        return
    if offered.source is None:
        yield Finding("fuzzy-match", f"still as the memory{_how_near(offered)} has it for a similar sentence", target_span=Span(0, len(unit.target)))
        return
    changes = _changes(offered.source, unit.source)
    if not any(_weighty(change, offered.source, unit) for change in changes):
        yield from (_finding("fuzzy-match", change, offered, unit) for change in changes)


def fuzzy_match_meaning(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The same, where a number, a name or a negation is among the words that differ.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> from workbench.model import Context, MemoryOffer
    >>> offered = MemoryOffer(target="Six families left the camp", source="غادرت ست عائلات المخيم", percent=85.0, origin="news")
    >>> unit = Unit(key="a", source="غادرت سبع عائلات المخيم", target="Six families left the camp", context=Context(offered=offered))
    >>> [(finding.message, finding.source_span.of(unit.source)) for finding in fuzzy_match_meaning(unit, NOTHING_KNOWN)]
    [('still as the memory “news” (85 %) has it for another sentence, with “ست” where this one has “سبع”: another number', 'سبع')]
    """
    offered = _unedited(unit)
    if offered is None or offered.source is None:
        return
    for change in _changes(offered.source, unit.source):
        if what := _weighty(change, offered.source, unit):
            yield _finding("fuzzy-match-meaning", change, offered, unit, f": another {what}")


@dataclass(frozen=True, slots=True)
class _Change:
    """A stretch of the memory's source, and what this source has instead; either may be empty."""

    there: Span
    here: Span


def _unedited(unit: Unit) -> MemoryOffer | None:
    """What the unit was offered, where its rendering still is that and its source is another."""
    offered = unit.context.offered
    if offered is None or not unit.target or offered.target.split() != unit.target.split():
        return None
    return None if offered.source is not None and (not has_arabic(offered.source) or not _changes(offered.source, unit.source)) else offered


def _changes(there: str, here: str) -> list[_Change]:
    """The stretches of words and numbers that differ, in the order of the text."""
    left, right = _tokens(there), _tokens(here)
    matcher = SequenceMatcher(None, [word for word, _ in left], [word for word, _ in right], autojunk=False)
    found = [(i, j, k, m) for kind, i, j, k, m in matcher.get_opcodes() if kind != "equal"]
    return [_Change(_stretch(left, i, j, there), _stretch(right, k, m, here)) for i, j, k, m in found]


def _tokens(text: str) -> list[tuple[str, Span]]:
    """The folded words and the numbers in digits, each with its place in the text."""
    folded = fold_with_offsets(text)
    words = [(word, folded.original(Span(start, start + len(word)))) for word, start in placed_words(folded.text)]
    digits = [(str(number.value), number.span) for number in numbers(text) if number.digits]
    return sorted(words + digits, key=lambda token: token[1])


def _stretch(tokens: Sequence[tuple[str, Span]], first: int, last: int, text: str) -> Span:
    """From the first to the last of the tokens; for none of them the point where they would stand."""
    if first < last:
        return Span(tokens[first][1].start, tokens[last - 1][1].end)
    at = tokens[first][1].start if first < len(tokens) else len(text)
    return Span(at, at)


def _weighty(change: _Change, there: str, unit: Unit) -> str | None:
    """What of weight differs in a stretch: a number, a negation, or a name that the rendering has from the memory."""
    for what, places in (("number", _number_places), ("negation", negation.arabic)):
        if any(span.overlap(change.there) for span in places(there)) or any(span.overlap(change.here) for span in places(unit.source)):
            return what
    strange, own = folded_words(change.there.of(there)), folded_words(unit.source)
    borrowed = any(find_glued(name, strange) and not find_glued(name, own) for name in _names(unit.target)) if strange else False
    return "name" if borrowed else None


def _names(target: str) -> Iterator[str]:
    return (match.group() for match in _LATIN_NAME.finditer(target) if not is_translated(match.group()))


def _number_places(text: str) -> list[Span]:
    return [number.span for number in numbers(text)]


def _finding(check_id: str, change: _Change, offered: MemoryOffer, unit: Unit, what: str = "") -> Finding:
    there, here = change.there.of(offered.source or ""), change.here.of(unit.source)
    if there and here:
        difference = f"with “{there}” where this one has “{here}”"
    else:
        difference = f"without “{here}”" if here else f"with “{there}”, which this one has not"
    message = f"still as the memory{_how_near(offered)} has it for another sentence, {difference}{what}"
    return Finding(check_id, message, source_span=change.here, target_span=Span(0, len(unit.target)))


def _how_near(offered: MemoryOffer) -> str:
    name = f" “{offered.origin}”" if offered.origin else ""
    return name + (f" ({offered.percent:.0f} %)" if offered.percent is not None else "")
