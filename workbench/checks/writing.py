"""Slips in writing English: words glued to numbers, misspelt words, small letters at the start, a missing end."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.spelling import is_compound, is_english, nearest
from workbench.text.tokens import ADDRESS, may_hold_address

# 35people, in2016; but 2nd, 1990s, 5pm, 10km, 1.2bn, 4x4, 3D, MP3 and A3maq are written so
_GLUED = re.compile(r"(?<![\w.,@#/-])(?:(\d[\d.,]*\d|\d)([a-z]{3,})|([a-z]{2,})(\d{2,}))(?![\w@/])")
_DIGIT = re.compile(r"\d")
_WRITTEN_SO = re.compile(r"(?:st|nd|rd|th)|s|(?:am|pm|km|mm|cm|kg|mg|ft|mph|kph|kmh|bn|mn|tn|min|sec|hrs?|lbs?|mb|gb|tb|ghz|mhz|kwh|mw|degrees?)$")
_SMALL_WORD = re.compile(r"(?<![\w’'@#/.-])[a-z]{5,}(?![\w’'@/-])")
_ENDS = ".?!…"
_CLOSERS = "\"'”’»)]"
_ARABIC_ENDS = ".؟?!…"
_SENTENCE_WORDS = 6
_LONG_SENTENCE = 10  # words: what is shorter may be a headline


def number_glued(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """No space between a number and a word: “35people”.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.suggestion for finding in number_glued(Unit.of("", "35people left in2016 on the 2nd at 5pm"), NOTHING_KNOWN)]
    ['35 people', 'in 2016']

    Silent on ordinals, units, decades, and names such as A3maq or Covid19.
    """
    for match in _GLUED.finditer(unit.target) if _DIGIT.search(unit.target) else ():
        digits, word = (match.group(1), match.group(2)) if match.group(1) else (match.group(4), match.group(3))
        if _WRITTEN_SO.match(word) or not is_english(word.lower()):
            continue
        repaired = f"{digits} {word}" if match.group(1) else f"{word} {digits}"
        yield Finding("number-glued", f"no space in “{match.group()}”", target_span=Span(*match.span()), suggestion=repaired)


def spelling(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A word that the dictionary does not have, and that is one slip away from one it has.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.suggestion for finding in spelling(Unit.of("", "The comittee agreed on the colour"), NOTHING_KNOWN)]
    ['committee']

    British and American spellings are both right. Silent on words in capitals, short ones, and what the project has accepted.
    """
    for match in _SMALL_WORD.finditer(unit.target):
        word = match.group()
        if is_english(word) or is_compound(word) or word in context.accepted_words or _is_address(unit.target, match.start()):
            continue
        if (right := nearest(word)) is not None:
            yield Finding("spelling", f"“{word}” is not in the dictionary", target_span=Span(*match.span()), suggestion=right)


def _is_address(text: str, at: int) -> bool:
    return may_hold_address(text) and any(match.start() <= at < match.end() for match in ADDRESS.finditer(text))


def small_start(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A sentence begins with a small letter.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> unit = Unit.of("غادروا المدينة عند الفجر.", "they left the town at dawn, all of them.")
    >>> [finding.suggestion for finding in small_start(unit, NOTHING_KNOWN)]
    ['T']

    Silent on quotations, which may begin inside a sentence, on fragments, and on names such as iPhone or al-Sham.
    """
    text = unit.target
    if unit.quotation_id is not None or not text[:1].islower() or not _is_sentence(unit):
        return
    first = text.split(maxsplit=1)[0]
    if first.islower() and "-" not in first and is_english(first):
        yield Finding("small-start", "the sentence begins with a small letter", target_span=Span(0, 1), suggestion=text[0].upper())


def end_mark(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic sentence ends with a mark, the rendering without one.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> unit = Unit.of("غادروا المدينة كلهم عند الفجر.", "They all left the town at dawn, and nobody saw them go")
    >>> [finding.suggestion for finding in end_mark(unit, NOTHING_KNOWN)]
    ['o.']
    """
    if unit.quotation_id is not None:
        return
    ending, shown = unit.source.rstrip(_CLOSERS + " ")[-1:], unit.target.rstrip(_CLOSERS + " ")[-1:]
    if not ending or ending not in _ARABIC_ENDS or not shown.isalnum() or len(unit.target.split()) < _LONG_SENTENCE:
        return
    end = len(unit.target.rstrip())
    last = Span(end - 1, end)
    mark = "?" if ending == "\N{ARABIC QUESTION MARK}" else ending
    yield Finding("end-mark", "the sentence has no mark at its end", target_span=last, suggestion=last.of(unit.target) + mark)


def _is_sentence(unit: Unit) -> bool:
    """Whether both sides end like one and are no mere fragment."""
    ends = unit.target.rstrip(_CLOSERS + " ")[-1:] in _ENDS and unit.source.rstrip(_CLOSERS + " ")[-1:] in _ARABIC_ENDS
    return ends and len(unit.target.split()) >= _SENTENCE_WORDS
