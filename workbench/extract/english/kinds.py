"""Speech, a few words of it, or scare quotes: the kind of a quoted region, with reasons a reader can follow."""

from collections.abc import Sequence

from workbench.extract.english.article import Article
from workbench.extract.english.grammar import Tokens
from workbench.extract.english.naming import is_title, names_something
from workbench.extract.lexicon import words
from workbench.extract.paragraphs import Part
from workbench.extract.regions import Marks, Region
from workbench.extract.tokens import ending, is_whole
from workbench.model import QuotationKind
from workbench.text.wordlists import listed

FEW_WORDS = 3
"""Up to so many words that nobody is said to have spoken are scare quotes, a name or a title."""

_CLAUSE_STARTS = frozenset(listed("i we he she they you it there this that if when no not"))


def kind(article: Article, indices: Sequence[int], *, part: Part, attributed: bool, tokens: Tokens, at: int) -> tuple[QuotationKind, tuple[str, ...]]:
    """The kind of the quotation of these regions, the first of which is token `at` of its sentence."""
    regions = [article.regions[index] for index in indices]
    reasons = list(_marks(regions))
    if part is not Part.BODY:
        reasons.append(f"in a {part.value}")
    if any(region.continues for region in regions):
        return QuotationKind.BLOCK, ("runs over several paragraphs", *reasons)
    found, why = _by_words(article.text, regions, attributed=attributed, tokens=tokens, at=at)
    return found, (why, *reasons)


def _marks(regions: Sequence[Region]) -> list[str]:
    reasons = []
    if any(not region.opened for region in regions):
        reasons.append("its opening mark is missing")
    if not regions[-1].closed:
        reasons.append("its closing mark is missing")
    if regions[0].marks is Marks.SINGLE:
        reasons.append("in single marks")
    if regions[0].depth:
        reasons.append("inside another quotation")
    return reasons


def _by_words(text: str, regions: Sequence[Region], *, attributed: bool, tokens: Tokens, at: int) -> tuple[QuotationKind, str]:
    first = regions[0]
    said = " ".join(region.inner.of(text) for region in regions).split()
    before = tokens[at - 1].low if at else ""
    if not attributed and (names_something(tokens, at, first.inner.of(text)) or (is_whole(text, first) and is_title(" ".join(said)))):
        return QuotationKind.SCARE, "a name or title in quote marks"
    if not attributed:
        if len(said) <= FEW_WORDS or not is_whole(text, first):
            return QuotationKind.SCARE, "nobody is said to have spoken these words"
        return QuotationKind.DIRECT, "a sentence of its own, without a speaker"
    if is_whole(text, first) and (len(said) > FEW_WORDS or ending(text, first) in ",.?!"):
        return QuotationKind.DIRECT, "a sentence of its own"
    if len(said) > FEW_WORDS and said[0].lower().strip("[]") in _CLAUSE_STARTS and before not in words.ARTICLES | words.POSSESSIVES:
        return QuotationKind.DIRECT, "a clause of its own"
    return QuotationKind.PARTIAL, "a few of the speaker's words inside the article's sentence"
