"""What a house decides and no text can tell: spellings, terms, style, patterns of its own. All of it is empty until a project fills it in."""

from dataclasses import dataclass
from enum import StrEnum


class Formulas(StrEnum):
    """What becomes of إن شاء الله and its like: rendered somehow, kept as it sounds (inshallah), translated (God willing), left out."""

    FREE = "free"
    RENDER = "render"
    KEEP = "keep"
    TRANSLATE = "translate"
    OMIT = "omit"


class QuotePunctuation(StrEnum):
    """Where full stops and commas stand at a closing quote mark: American style inside, British style outside where they are not the speaker's."""

    FREE = "free"
    AMERICAN = "american"
    BRITISH = "british"


class ArticleStyle(StrEnum):
    """How ال is written before a name."""

    FREE = "free"
    AL = "al-"
    CAPITAL_AL = "Al-"
    EL = "el-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An Arabic term and what it is called in English: preferred first, allowed as well, forbidden never.

    The Arabic may be empty, for a word that is simply not used.
    """

    arabic: str
    preferred: str = ""
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A check of the house's own: where `source` matches the Arabic (or is empty), a match of `target` in the rendering is reported.

    With `must_match` its absence is.
    """

    name: str
    source: str = ""
    target: str = ""
    must_match: bool = False
    message: str = ""
    replacement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseSheet:
    """A project's sheet.

    `names` are pairs of an Arabic name and the spelling its bearer or the house has chosen, `ranks` of an Arabic rank and how the house writes
    it before a name (عقيد, Col.); `loaded` pairs a loaded word with the Arabic that says it
    and is pointed out wherever the Arabic does not; `avoid` pairs a word with what the house writes instead, empty for nothing in particular.
    """

    names: tuple[tuple[str, str], ...] = ()
    ranks: tuple[tuple[str, str], ...] = ()
    terms: tuple[Term, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    loaded: tuple[tuple[str, str], ...] = ()
    formulas: Formulas = Formulas.FREE
    quote_punctuation: QuotePunctuation = QuotePunctuation.FREE
    article: ArticleStyle = ArticleStyle.FREE
    avoid_contractions: bool = False
    avoid: tuple[tuple[str, str], ...] = ()


NO_SHEET = HouseSheet()
