"""Words with their places: the tokens that checks compare.

A token is a word (its inner apostrophes, hyphens and dots kept together), a number as written, an address, or one mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from workbench.model import Span

APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"

_IN_LINK = r"""[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]’،؛؟]"""  # a link does not end in the sentence's punctuation
_DOMAINS = "com|org|net|info|edu|gov|tv|news|me|sy|eg|iq|lb|jo|sa|ae|qa|uk|co|io|fr|de"

ADDRESS = re.compile(
    rf"""
      \bhttps?://{_IN_LINK}
    | \bwww\.{_IN_LINK}
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                              # e-mail
    | (?<!\w)[@#]\w+                                            # handle, hashtag
    | \b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:{_DOMAINS})\b(?:/{_IN_LINK})?
    """,
    re.VERBOSE,
)
"""Links, e-mail addresses, handles and hashtags: nothing inside them is prose."""

_DOT_INSIDE = re.compile(r"\.(?<=\w\.)(?=\w)")  # begins with the dot, so that the engine jumps to it


def may_hold_address(text: str) -> bool:
    """A quick look that misses nothing: whether `ADDRESS` can match anywhere."""
    return "@" in text or "#" in text or "/" in text or _DOT_INSIDE.search(text) is not None


_WITHOUT_ADDRESSES = rf"""
      (?P<number>\d+(?:[.,:\N{{ARABIC DECIMAL SEPARATOR}}\N{{ARABIC THOUSANDS SEPARATOR}}]\d+)*)
    | (?P<word>(?:[A-Za-z]\.){{2,}}                             # U.S., e.g.
              | [^\W\d_][\w\u064b-\u065f\u0670]*(?:[{APOSTROPHES}-]\w+)*)
    | (?P<mark>[^\w\s]|_)
    """
_TOKEN = re.compile(_WITHOUT_ADDRESSES, re.VERBOSE)
_TOKEN_OR_ADDRESS = re.compile(f"(?P<address>{ADDRESS.pattern}) | {_WITHOUT_ADDRESSES}", re.VERBOSE)


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    ADDRESS = "address"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as written, and where."""

    text: str
    span: Span
    kind: TokenKind

    @property
    def is_word(self) -> bool:
        """Whether it is a word of the language."""
        return self.kind is TokenKind.WORD


def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a text, in order; white space is left out.

    >>> [token.text for token in tokens("The U.S. didn’t pay 1,200.5 on 10:30.")]
    ['The', 'U.S.', 'didn’t', 'pay', '1,200.5', 'on', '10:30', '.']
    >>> [token.text for token in tokens("see www.example.org/a, or @desk")]
    ['see', 'www.example.org/a', ',', 'or', '@desk']
    """
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in (_TOKEN_OR_ADDRESS if may_hold_address(text) else _TOKEN).finditer(text):
        kind = match.lastgroup
        assert kind is not None, "every alternative is a named group"
        yield Token(match.group(), Span(*match.span()), TokenKind(kind))


_LOWER_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")


@lru_cache(maxsize=256)
def english_words(text: str) -> frozenset[str]:
    """The different English words of a text in small letters, for a quick look at what cannot be in it.

    >>> sorted(english_words("Don’t, don’t go to the 2nd one-way street"))
    ['2nd', 'don’t', 'go', 'one-way', 'street', 'the', 'to']
    """
    return frozenset(_LOWER_WORD.findall(text.lower()))


def words(text: str) -> tuple[Token, ...]:
    """The words of a text, in order.

    >>> [token.text for token in words("ISIS claims attack in Syria's Hama (2016)")]
    ['ISIS', 'claims', 'attack', 'in', "Syria's", 'Hama']
    """
    return tuple(token for token in _tokens(text) if token.is_word)
