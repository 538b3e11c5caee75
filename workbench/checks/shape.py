"""Question and exclamation marks, and tripled letters."""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import fold

_ARABIC_QUESTION = re.compile(r"[؟?]")
_ASKING_WORD = re.compile(r"^\W*(?:هل|لماذا|متي|كيف|اين|ماذا|من منكم)\b|\b(?:ليش|وين|ايمتي|مين|شو|قديش|شلون|شنو|منو|شكد|ليه|فين|ازاي|امتي|ايه|كام)\b")
_SHOUTED = re.compile(r"[^.!؟?؛:\n]+(?<!\s)!(?![؟?])")  # a sentence up to its mark
_EXCLAIMS = re.compile(r"!(?=\W*$|[”\"’']|\s+[A-Z“\"‘])")  # not Yahoo! in a sentence
_SHOUT_WORDS = 7
_TRIPLED = re.compile(r"([^\W\d_])\1\1+", re.IGNORECASE)
_ROMAN_OR_SOUND = re.compile(r"^(?:[ivxlc]+|w{3}|a+h+|o+h+|z+|h*m+|[a-z])$", re.IGNORECASE)


def question(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A question became a statement, or a statement a question.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in question(Unit.of("متى سنعود؟", "Somebody will tell us."), NOTHING_KNOWN)]
    ['the Arabic asks, the rendering does not']
    """
    if not unit.source or not unit.target:
        return
    asked = _ARABIC_QUESTION.search(unit.source)
    shown = unit.target.find("?")
    if asked and shown < 0:
        yield Finding("question", "the Arabic asks, the rendering does not", source_span=Span(*asked.span()))
    elif shown >= 0 and not asked and not _ASKING_WORD.search(fold(unit.source)):
        yield Finding("question", "the rendering asks, the Arabic does not", target_span=Span(shown, shown + 1))


def exclamation(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A short exclamation became a statement, or a statement an exclamation.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in exclamation(Unit.of("ارحلوا من هنا!", "Leave this place."), NOTHING_KNOWN)]
    ['the Arabic exclaims, the rendering does not']

    Silent on longer sentences, at whose end the mark is a writer's habit rather than a shout, on questions (؟!), and on names such as Yahoo!.
    """
    if not unit.source or not unit.target or ("!" in unit.source) == ("!" in unit.target):
        return
    if shouted := _SHOUTED.search(unit.source):
        if len(shouted.group().split()) <= _SHOUT_WORDS and "?" not in unit.target:
            at = shouted.end() - 1
            yield Finding("exclamation", "the Arabic exclaims, the rendering does not", source_span=Span(at, at + 1))
    elif (shown := _EXCLAIMS.search(unit.target)) and "!" not in unit.source:
        yield Finding("exclamation", "the rendering exclaims, the Arabic does not", target_span=Span(*shown.span()))


def tripled_letter(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A letter stands three times in a row: “comittteee”.

    Silent on Roman numbers, www and sounds (Aaah).
    """
    for match in _TRIPLED.finditer(unit.target) if _may_be_tripled(unit.target) else ():
        start = max((at + 1 for at in range(match.start()) if not unit.target[at].isalnum()), default=0)
        word = re.match(r"\w+", unit.target[start:])
        if word and not _ROMAN_OR_SOUND.match(word.group()):
            doubled = match.group(1) * 2
            yield Finding("tripled-letter", f"“{match.group()}” in “{word.group()}”", target_span=Span(*match.span()), suggestion=doubled)


def _may_be_tripled(text: str) -> bool:
    """A quick look, for texts of plain letters."""
    small = text.lower()
    return not text.isascii() or any(letters in small for letters in _THREE_LETTERS)


_THREE_LETTERS = tuple(letter * 3 for letter in ascii_lowercase)
