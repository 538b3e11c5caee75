"""Words of an Arabic sentence with their places and their folded form."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.extract.arabic import lexicon
from workbench.text.arabic import fold
from workbench.text.quotemarks import INVISIBLE


class Word(NamedTuple):
    """A word, a mark of punctuation, or a quoted region (`region` is its index).

    `bare` is the folded word; `root` the same without و or ف in front where a reporting word is left.
    """

    start: int
    end: int
    bare: str
    root: str
    region: int | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a figure."""
        return self.region is None and self.bare[:1].isalnum()


# Letters with the marks above and below them, the stretching line, and what is invisible.
_INNER = r"[^\W_]" + "[\u064b-\u065f\u0670\u0640\u0300-\u036f" + INVISIBLE + "]*"
_WORD = re.compile(rf"(?:{_INNER})+|\S")
_REPORTING = (
    lexicon.WAS
    | lexicon.GENERAL_VERBS
    | lexicon.WITH_OBJECT
    | lexicon.VERBS
    | lexicon.PARTICIPLES
    | lexicon.ACCORDING
    | lexicon.RELAYED
    | lexicon.FROM_SOURCE
    | lexicon.STATED
    | lexicon.SAYINGS
    | lexicon.THAT
)


def words(text: str, start: int, end: int, quoted: Sequence[tuple[int, int, int]]) -> list[Word]:
    """The words of `text[start:end]`; `quoted` gives index, start and end of each region that is not to be read.

    >>> [word.root for word in words("وأضاف أنّه", 0, 10, [])]
    ['اضاف', 'انه']
    """
    found: list[Word] = []
    for index, opening, closing in quoted:
        found.extend(_plain(text, start, opening))
        found.append(Word(opening, closing, "", "", index))
        start = max(start, closing)
    found.extend(_plain(text, start, end))
    return found


def _plain(text: str, start: int, end: int) -> list[Word]:
    result = []
    for match in _WORD.finditer(text, start, end):
        bare = fold(match.group())
        if bare:
            result.append(Word(match.start(), match.end(), bare, _root(bare, match.group())))
    return result


def _root(bare: str, written: str) -> str:
    if bare.endswith("بين") and "\N{ARABIC SHADDA}" not in written:
        return bare  # without its mark it is far more often “between” than “made clear”
    if bare not in _REPORTING and bare[:1] in lexicon.PREFIXES and bare[1:] in _REPORTING:
        return bare[1:]
    return bare
