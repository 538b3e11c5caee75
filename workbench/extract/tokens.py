"""Words of running text with their places, quoted regions standing as one token each."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.extract.lexicon.verbs import Form, Strength, cue_words
from workbench.extract.lexicon.words import ABBREVIATIONS, MONTHS, WEEKDAYS
from workbench.extract.regions import Region
from workbench.text.quotemarks import DOUBLE, INVISIBLE, SINGLE
from workbench.text.wordlists import listed

# Names that begin small: duPlessis, al Fayed's elBaradei.
_GLUED = re.compile(r"[a-z]{2,3}[A-Z][a-z]")

# Arabic articles and sun letters in front of a name: al-Alwani, ash-Sham; el-, an- and their like.
_ARTICLE = re.compile(r"(?:[ae]l|a[dnrstz]|ash|ul|bin|ibn)-\W?[A-Z]")


class Token(NamedTuple):
    """A word, a mark of punctuation, or a quoted region (`region` is then its index).

    `low` is the word for looking up: lower case, without invisible characters and without a possessive ending, which sets `owner`.
    """

    text: str
    start: int
    end: int
    low: str
    owner: bool = False
    region: int | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a figure of the running text."""
        return self.region is None and self.low[:1].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name."""
        first = self.text[:1]
        return self.region is None and (
            first.isupper()
            or ("-" in self.text[2:5] and _ARTICLE.match(self.text) is not None)
            or (not self.text.islower() and _GLUED.match(self.text) is not None)
        )


REGION = "\N{OBJECT REPLACEMENT CHARACTER}"
"""The text of the token that stands for a quoted region."""

_JOINERS = "'\N{RIGHT SINGLE QUOTATION MARK}.\N{HYPHEN}\N{NON-BREAKING HYPHEN}&@-"
_LETTERS = r"[^\W_]" + "[\u0300-\u036f" + INVISIBLE + "]*"
_MARKS = re.escape("".join(sorted(DOUBLE | SINGLE)) + "`")
_TOKEN = re.compile(rf"@?{_LETTERS}(?:{_LETTERS}|[{re.escape(_JOINERS)}_](?={_LETTERS}))*|\.{{2,}}|[{_MARKS}]{{2,}}|\S")
_POSSESSIVE = re.compile("(?:['\N{RIGHT SINGLE QUOTATION MARK}]s|['\N{RIGHT SINGLE QUOTATION MARK}])$", re.IGNORECASE)
_HIDDEN = dict.fromkeys(map(ord, INVISIBLE))


def tokens(text: str, start: int, end: int, quoted: Sequence[tuple[int, Region]]) -> list[Token]:
    """The tokens of `text[start:end]`; `quoted` are the regions in it that are not to be read, with their indices.

    >>> [token.low for token in tokens("The U.S. envoy's aide, 40, said no.", 0, 35, [])]
    ['the', 'u.s', '.', 'envoy', 'aide', ',', '40', ',', 'said', 'no', '.']
    """
    found: list[Token] = []
    for index, region in quoted:
        found.extend(_words(text, start, region.outer.start))
        found.append(Token(REGION, region.outer.start, region.outer.end, "", region=index))
        start = max(start, region.outer.end)
    found.extend(_words(text, start, end))
    return found


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        if not word.isascii():
            low = low.translate(_HIDDEN)
        owner = False
        if low[-2:] in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s") and low[:-2] not in ("it", "he", "she", "that", "there", "what", "who", "let"):
            low, owner = low[:-2], True
        yield Token(word, match.start(), match.end(), low, owner)


_ENDS = frozenset(".?!\N{HORIZONTAL ELLIPSIS}")
_TRAILING = " \t\n)]'\"\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{NO-BREAK SPACE}"


def ending(text: str, region: Region) -> str:
    """The last visible character of a quoted region, marks and brackets aside: a comma shows that the sentence goes on.

    >>> from workbench.model import Span
    >>> ending("“Well,” he", Region(Span(1, 6), Span(0, 7)))
    ','
    """
    return text[region.inner.start : region.inner.end].rstrip(_TRAILING)[-1:]


def is_whole(text: str, region: Region) -> bool:
    """Whether a region reads like a sentence of its own: a capital (or bracket, ellipsis, figure) first."""
    first = text[region.inner.start : region.inner.end].lstrip(" '\N{LEFT SINGLE QUOTATION MARK}\"\N{LEFT DOUBLE QUOTATION MARK}[(")[:1]
    return first.isupper() or first.isdigit() or first in ".\N{HORIZONTAL ELLIPSIS}"


MAX_SENTENCE = 160
"""Tokens; no sentence of the news is as long, and whatever is costs no more for it."""


def sentences(text: str, found: Sequence[Token], regions: Sequence[Region]) -> list[list[Token]]:
    """The tokens by sentence, a quoted region belonging to the sentence that introduces or follows it."""
    result: list[list[Token]] = []
    current: list[Token] = []
    for index, token in enumerate(found):
        current.append(token)
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or len(current) >= MAX_SENTENCE or _ends_here(text, found, index, following, regions):
            result.append(current)
            current = []
    return result


def _ends_here(text: str, found: Sequence[Token], index: int, following: Token, regions: Sequence[Region]) -> bool:
    token = found[index]
    if token.region is not None:
        return _quote_ends_sentence(text, found, index, following, regions)
    if token.text[0] not in _ENDS or not (
        following.region is not None or following.is_capital or following.text[:1].isdigit() or following.text in ("(", "[", "-")
    ):
        return False
    if token.text in ("?", "!"):
        return True
    return following.start > token.end and not (index > 0 and token.text == "." and _is_abbreviation(found[index - 1], following))


def _is_abbreviation(token: Token, following: Token) -> bool:
    if token.low in MONTHS or token.low == "no":
        return following.text[:1].isdigit()
    if "." in token.low:  # U.S. may well end a sentence: a name goes on, any other capital begins
        return following.low not in ("the", "but", "he", "she", "they", "it", "in", "we", "a", "and", "on", "at") and following.region is None
    initial = len(token.text) == 1 and token.is_capital and token.text != "I"
    return initial or (token.is_capital and token.low in ABBREVIATIONS) or token.low in ("vs", "e.g", "i.e")


def _quote_ends_sentence(text: str, found: Sequence[Token], index: int, following: Token, regions: Sequence[Region]) -> bool:
    """After a quoted region: does the sentence go on (“…,” she said), or does another begin? True where one ends."""
    region = regions[found[index].region or 0]
    last = ending(text, region)
    if following.region is not None:
        return last in _ENDS
    if last in _ENDS and following.text == "(":
        return index + 2 < len(found) and found[index + 2].is_capital
    if last not in _ENDS or not following.is_capital:
        return False
    if found[index - 1].low in ("book", "film", "song", "album", "novel", "movie") and index:
        return False
    return not _attribution_follows(found, index + 1, asked=last in "?!")


_SAID_OF = frozenset(listed("that : the he she they it"))
_SETTINGS = frozenset(listed(", . ; in on at during after before as to with while and from"))


def _attribution_follows(found: Sequence[Token], index: int, *, asked: bool) -> bool:
    """Whether “…?” is followed by who asked: a name and a reporting verb with nothing reported after it.

    Behind a full stop (“They left.” Hobeika said.), which careful editors write as a comma, nothing but a pause or a setting may follow.
    """
    for at in range(index, min(index + 8, len(found))):
        token = found[at]
        if token.region is not None or token.text in (".", ";", ":"):
            return False
        cue = cue_words().get(token.low)
        if cue and cue.strength is Strength.SPEECH and cue.form is Form.FINITE and not token.is_capital:
            after = found[at + 1] if at + 1 < len(found) else None
            if asked:
                return after is None or (after.region is None and after.low not in _SAID_OF)
            return after is None or ((after.text in _SETTINGS or is_date_word(after)) and not _reports(found, at + 1))
    return False


def _reports(found: Sequence[Token], index: int) -> bool:
    """Whether the rest of the sentence holds something said: another quotation or a that-clause."""
    for token in found[index : index + 24]:
        if token.region is not None or token.low == "that":
            return True
        if token.text in (".", "?", "!"):
            return False
    return False


def is_date_word(token: Token) -> bool:
    """Whether a capitalised word is a day or a month, not a name."""
    return token.low in WEEKDAYS or token.low in MONTHS
