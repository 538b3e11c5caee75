"""Letters and characters that do not belong: Arabic left over, look-alikes, invisible marks, wrongly decoded text, sides swapped."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import arabic_share, has_arabic
from workbench.text.bidi import OVERRIDES, controls
from workbench.text.languages import identify
from workbench.text.spelling import is_english
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed

_ARABIC_RUN = re.compile(
    r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc](?:[\s\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]*[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc])?"
)
_ARABIC_MARKS = str.maketrans(
    {
        "\N{ARABIC COMMA}": ",",
        "\N{ARABIC SEMICOLON}": ";",
        "\N{ARABIC QUESTION MARK}": "?",
        "\N{ARABIC PERCENT SIGN}": "%",
        "\N{ARABIC DECIMAL SEPARATOR}": ".",
        "\N{ARABIC THOUSANDS SEPARATOR}": ",",
    }
    | {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
)

# Cyrillic and Greek letters that look like Latin ones: they come with copied text and break every search.
_LOOK_ALIKES = {
    "\N{CYRILLIC SMALL LETTER A}": "a",
    "\N{CYRILLIC SMALL LETTER IE}": "e",
    "\N{CYRILLIC SMALL LETTER O}": "o",
    "\N{CYRILLIC SMALL LETTER ER}": "p",
    "\N{CYRILLIC SMALL LETTER ES}": "c",
    "\N{CYRILLIC SMALL LETTER U}": "y",
    "\N{CYRILLIC SMALL LETTER HA}": "x",
    "\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}": "i",
    "\N{CYRILLIC SMALL LETTER JE}": "j",
    "\N{CYRILLIC SMALL LETTER DZE}": "s",
    "\N{CYRILLIC CAPITAL LETTER A}": "A",
    "\N{CYRILLIC CAPITAL LETTER VE}": "B",
    "\N{CYRILLIC CAPITAL LETTER IE}": "E",
    "\N{CYRILLIC CAPITAL LETTER KA}": "K",
    "\N{CYRILLIC CAPITAL LETTER EM}": "M",
    "\N{CYRILLIC CAPITAL LETTER EN}": "H",
    "\N{CYRILLIC CAPITAL LETTER O}": "O",
    "\N{CYRILLIC CAPITAL LETTER ER}": "P",
    "\N{CYRILLIC CAPITAL LETTER ES}": "C",
    "\N{CYRILLIC CAPITAL LETTER TE}": "T",
    "\N{CYRILLIC CAPITAL LETTER HA}": "X",
    "\N{GREEK SMALL LETTER OMICRON}": "o",
    "\N{GREEK SMALL LETTER ALPHA}": "a",
    "\N{GREEK SMALL LETTER NU}": "v",
    "\N{GREEK CAPITAL LETTER ALPHA}": "A",
    "\N{GREEK CAPITAL LETTER BETA}": "B",
    "\N{GREEK CAPITAL LETTER EPSILON}": "E",
    "\N{GREEK CAPITAL LETTER ETA}": "H",
    "\N{GREEK CAPITAL LETTER IOTA}": "I",
    "\N{GREEK CAPITAL LETTER KAPPA}": "K",
    "\N{GREEK CAPITAL LETTER MU}": "M",
    "\N{GREEK CAPITAL LETTER NU}": "N",
    "\N{GREEK CAPITAL LETTER OMICRON}": "O",
    "\N{GREEK CAPITAL LETTER RHO}": "P",
    "\N{GREEK CAPITAL LETTER TAU}": "T",
}
_TO_LATIN = str.maketrans(_LOOK_ALIKES)
_OTHER_ALPHABETS = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z]")

# Text decoded with the wrong table: letters that UTF-8's bytes become in Windows-1252 stand in twos and threes.
_WRONGLY_DECODED = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+|\N{REPLACEMENT CHARACTER}+")
_FIRST_OF_THEM = re.compile(r"[\u00c2-\u00f4\N{REPLACEMENT CHARACTER}]")  # a quick look
_CP1252_HOLES = {0x81, 0x8D, 0x8F, 0x90, 0x9D}

_FEW_WORDS = 2  # a source of one or two words may be a name in Latin letters
_ENOUGH_WORDS = 7  # different ones
_SMALL_WORDS = frozenset(
    listed("the of and to in a an is was are were that it he she they we i you for on with as his her their by at from this but not have has")
)
_MOSTLY = 0.5  # of the letters: beyond it a side is in the other side's script
_SOME_ARABIC = 0.3  # below it a source is not Arabic; above it may name many things in Latin letters


def arabic_left_over(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """Arabic letters, digits or marks stand in the rendering.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.target_span.of("We sleep by the صوبا") for finding in arabic_left_over(Unit.of("", "We sleep by the صوبا"), NOTHING_KNOWN)]
    ['صوبا']

    Digits and marks come with their repair. Silent where the writer gives the Arabic word in brackets after its rendering, and where the rendering
    is Arabic as a whole (that is “wrong-language”).
    """
    if _is_arabic(unit.target):
        return
    for match in () if unit.target.isascii() else _ARABIC_RUN.finditer(unit.target):
        span, text = Span(*match.span()), match.group()
        if unit.target[: span.start].endswith("(") and unit.target[span.end :].startswith(")"):
            continue
        repaired = text.translate(_ARABIC_MARKS)
        suggestion = repaired if not _ARABIC_RUN.search(repaired) else None
        yield Finding("arabic-left-over", f"“{text}” is still Arabic", target_span=span, suggestion=suggestion)


def mixed_script(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A word mixes Latin letters with Cyrillic or Greek ones that look alike."""
    if not _OTHER_ALPHABETS.search(unit.target):
        return
    for match in _WORD.finditer(unit.target):
        word = match.group()
        if _OTHER_ALPHABETS.search(word) and _LATIN.search(word):
            repaired = word.translate(_TO_LATIN)
            suggestion = repaired if not _OTHER_ALPHABETS.search(repaired) else None
            yield Finding("mixed-script", f"“{word}” mixes letters of two alphabets", target_span=Span(*match.span()), suggestion=suggestion)


def invisible_characters(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A character that nobody sees stands in the rendering; in the Arabic only what turns the reading order is reported."""
    for control in controls(unit.target):
        yield Finding("invisible-characters", f"an invisible character ({control.name})", target_span=control.span, suggestion="")
    for control in controls(unit.source):
        if control.span.of(unit.source) in OVERRIDES:
            yield Finding("invisible-characters", f"an invisible character turns the reading order ({control.name})", source_span=control.span)


def mojibake(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """Characters that a wrong decoding made: “doesnâ€™t”.

    The repair undoes it where it can be undone:

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.suggestion for finding in mojibake(Unit.of("", "The company doesnâ€™t comment"), NOTHING_KNOWN)]
    ['’']

    Silent on words that only have such letters: Ñandú, Ångström, São.
    """
    for text, on_target in ((unit.target, True), (unit.source, False)):
        for match in _WRONGLY_DECODED.finditer(text) if not text.isascii() and _FIRST_OF_THEM.search(text) else ():
            wrong, span = match.group(), Span(*match.span())
            repaired = _decoded_again(wrong)
            if repaired is None and "\N{REPLACEMENT CHARACTER}" not in wrong:
                continue
            message = f"“{wrong}” comes from a wrong decoding"
            if on_target:
                yield Finding("mojibake", message, target_span=span, suggestion=repaired)
            else:
                yield Finding("mojibake", message, source_span=span)


def _decoded_again(wrong: str) -> str | None:
    """The text that was written, if undoing Windows-1252 gives valid UTF-8."""
    raw = bytearray()
    for character in wrong:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) not in _CP1252_HOLES:
                return None
            raw.append(ord(character))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def wrong_language(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A side is in the other side's script: swapped, or not translated at all; or the rendering is in a third language.

    Scripts are looked at first. Which language it is is asked only of a rendering of some length without a single small word of English, most of
    whose words the dictionary does not have.
    """
    if _is_arabic(unit.target):
        swapped = bool(_LATIN.search(unit.source)) and not _is_arabic(unit.source)
        message = "the two sides are swapped" if swapped else "the rendering is Arabic: it is not translated"
        yield Finding("wrong-language", message, target_span=Span(0, len(unit.target)))
    elif len(unit.source.split()) > _FEW_WORDS and _LATIN.search(unit.source) and (arabic_share(unit.source) or 0) < _SOME_ARABIC:
        yield Finding("wrong-language", "the source is not Arabic", source_span=Span(0, len(unit.source)))
    else:
        yield from _in_a_third_language(unit)


def _in_a_third_language(unit: Unit) -> Iterator[Finding]:
    words = english_words(unit.target)
    if len(words) < _ENOUGH_WORDS or not words.isdisjoint(_SMALL_WORDS) or sum(map(is_english, words)) > _MOSTLY * len(words):
        return
    if (language := identify(unit.target)) not in {None, "en"}:
        yield Finding("wrong-language", f"the rendering is not English ({language})", target_span=Span(0, len(unit.target)))


def _is_arabic(text: str) -> bool:
    """Whether most letters are Arabic; most texts are told by having none at all."""
    return not text.isascii() and has_arabic(text) and (arabic_share(text) or 0) > _MOSTLY
