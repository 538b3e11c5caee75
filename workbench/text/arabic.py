"""Facts about Arabic script: what to ignore when comparing, what may be glued to a word, which letters are Arabic at all.

Folding is for search and comparison only; what a reader sees or a file receives is never folded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.model import Span
from workbench.text.bidi import INVISIBLE

# Marks that carry no letter: writers add or leave them out at will, so two spellings of one word differ by them.
_SHORT_VOWELS = "".join(map(chr, range(0x064B, 0x0660)))  # fathatan to wavy hamza below
_KORANIC_MARKS = "".join(map(chr, (*range(0x0610, 0x061B), *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5), 0x06E7, 0x06E8, *range(0x06EA, 0x06EE))))
_STRETCHING = "\N{ARABIC TATWEEL}"
_SUPERSCRIPT_ALEF = "\N{ARABIC LETTER SUPERSCRIPT ALEF}"

_DROPPED = _SHORT_VOWELS + _KORANIC_MARKS + _STRETCHING + _SUPERSCRIPT_ALEF + "".join(INVISIBLE)

# Letters that writers and keyboards exchange freely: seats of the hamza, the two final yas, the two final has, Persian and Urdu forms.
_MERGED = {
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}": "\N{ARABIC LETTER HAMZA}",
    "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}": "\N{ARABIC LETTER HAMZA}",
    "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
}

_DROPPED_CHARACTER = re.compile(f"[{re.escape(_DROPPED)}]")
_FOLDED_CHARACTER = re.compile(f"[{re.escape(_DROPPED)}{''.join(_MERGED)}]")

CLITICS = ("و", "ف", "ب", "ل", "ك", "س")
"""What may be glued to the front of a word: and, so, by, for, like, will."""

ARTICLE = "ال"

_LONGEST_AVERAGE = 10  # characters a word, spaces included; Arabic prose has about six

_LETTERS = (
    r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc"
)
ARABIC_LETTER = re.compile(f"[{_LETTERS}]")
ARABIC_WORD = re.compile(rf"[{_LETTERS}][{_LETTERS}{re.escape(_DROPPED)}]*")
_ANY_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the original."""

    text: str
    source: str

    @property
    def offsets(self) -> Sequence[int]:
        """Where each folded character stood in the original, with one more for the end."""
        return _offsets(self.source) if len(self.text) != len(self.source) else range(len(self.source) + 1)

    def original(self, span: Span) -> Span:
        """The span of the original text that a span of the folded text stands for.

        Marks dropped after the last letter belong to it, so the span takes them in:

        >>> fold_with_offsets("مُحَمَّد").original(Span(0, 2))
        Span(start=0, end=4)
        """
        offsets = self.offsets
        return Span(offsets[span.start], offsets[span.end])


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """`text` as it is compared: without vowel marks, stretching and invisible marks, with interchangeable letters merged.

    >>> fold("مُحَمَّد") == fold("محمد"), fold("أعماق") == fold("اعماق"), fold("حماة") == fold("حماه")
    (True, True, True)

    Latin letters, digits and punctuation are left alone:

    >>> fold("Sham FM ٩٢٫٣")
    'Sham FM ٩٢٫٣'
    """
    if text.isascii() or not _FOLDED_CHARACTER.search(text):
        return text
    if _DROPPED_CHARACTER.search(text):
        text = _DROPPED_CHARACTER.sub("", text)
    for letter, other in _MERGED.items():  # a fifth of what str.translate takes
        if letter in text:
            text = text.replace(letter, other)
    return text


@lru_cache(maxsize=256)
def fold_with_offsets(text: str) -> Folded:
    """`fold(text)` together with the offset each character had.

    >>> folded = fold_with_offsets("قالَ أحمد")
    >>> start = folded.text.index("احمد")
    >>> folded.original(Span(start, start + 4)).of("قالَ أحمد")
    'أحمد'
    """
    return Folded(fold(text), text)


@lru_cache(maxsize=64)
def _offsets(text: str) -> tuple[int, ...]:
    """The offsets of the characters that folding keeps, and the end; every character folds to one or to none."""
    dropped = {match.start() for match in _DROPPED_CHARACTER.finditer(text)}
    return tuple(offset for offset in range(len(text) + 1) if offset not in dropped)


@lru_cache(maxsize=65_536)
def unglued(word: str) -> tuple[str, ...]:
    """The folded word and what it may be without its clitics and article, longest first.

    Every reading is listed, also the wrong ones, since only a dictionary could tell them apart:

    >>> unglued("وبالمدينة")
    ('وبالمدينه', 'بالمدينه', 'المدينه', 'مدينه')
    >>> unglued("للشرطة")
    ('للشرطه', 'شرطه')
    >>> unglued("ولد")
    ('ولد',)
    """
    reading = fold(word)
    readings = [reading]
    while reading.startswith(CLITICS) and len(reading) >= 4 and not _begins_with_article(reading):
        reading = reading[1:]
        readings.append(reading)
    if _begins_with_article(reading):
        readings.append(reading[2:])
    return tuple(readings)


def _begins_with_article(word: str) -> bool:
    """Whether the article, or ل with it (written لل), opens the word; what is left would be chance if it were shorter."""
    return (word.startswith(ARTICLE) and len(word) >= 4) or (word.startswith("لل") and len(word) >= 5)


def has_arabic(text: str) -> bool:
    """Whether any Arabic letter occurs; digits and punctuation do not count.

    >>> has_arabic("حماة"), has_arabic("Hama ٢٠١٦،")
    (True, False)
    """
    return ARABIC_LETTER.search(text) is not None


def arabic_share(text: str) -> float | None:
    """Which part of the letters is Arabic, 0..1; None for a text without letters.

    >>> arabic_share("حماة"), arabic_share("Hama"), arabic_share("2016")
    (1.0, 0.0, None)
    """
    letters = len(_ANY_LETTER.findall(text))
    return len(ARABIC_LETTER.findall(text)) / letters if letters else None


def arabic_words(text: str) -> Iterator[Span]:
    """The Arabic words of a text in order, their vowel marks included, glued clitics not taken off.

    >>> [span.of("قالت A3maq: هُجوم") for span in arabic_words("قالت A3maq: هُجوم")]
    ['قالت', 'هُجوم']
    """
    for match in ARABIC_WORD.finditer(text):
        yield Span(*match.span())


_FOLDED_WORD = re.compile(rf"[{_LETTERS}]+")
_ANY_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=256)
def folded_words(text: str) -> tuple[str, ...]:
    """The Arabic words of a text as they are compared, in order; whoever needs their places looks for them in `fold_with_offsets`.

    >>> folded_words("قالت A3maq: هُجوم")
    ('قالت', 'هجوم')
    """
    return tuple(_FOLDED_WORD.findall(fold(text)))


@lru_cache(maxsize=64)
def placed_words(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a folded text, whatever their letters, each with where it begins there.

    >>> placed_words("قالت في 3 CNN")
    (('قالت', 0), ('في', 5), ('CNN', 10))
    """
    return tuple((match.group(), match.start()) for match in _ANY_WORD.finditer(text))


def is_run_together(text: str) -> bool:
    """Whether an Arabic text has lost its spaces, as after a bad scan: then words cannot be looked for.

    >>> is_run_together("صرحوزيرالخارجيةالأمريكيبمجلسالأمن"), is_run_together("صرح وزير الخارجية")
    (True, False)
    """
    return len(text) > _LONGEST_AVERAGE * (text.count(" ") + 1)
