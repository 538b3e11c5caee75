"""Who a description is: by the name set beside it, or because it only says the age or family of somebody just named."""

import re
from collections.abc import Sequence

from workbench.extract.english.grammar import Phrase, Tokens
from workbench.extract.english.people import Run, head_of, is_person_noun, name_runs
from workbench.extract.lexicon import words
from workbench.extract.tokens import Token
from workbench.text.wordlists import listed

_AGE = re.compile(r"\d{1,3}-year-old$")
_MALE = frozenset(listed("man boy father grandfather widower husband son brother uncle father-of-two father-of-three grandson teenager"))
_FEMALE = frozenset(listed("woman girl mother grandmother widow wife daughter sister aunt mother-of-two mother-of-three granddaughter"))
_COUNTS = frozenset(listed("one two three four five six seven eight nine ten"))

_NATIONALS = (
    "ian",
    "ean",
    "iard",
    "wede",
    "urk",
    "ench",
    "tsman",
    "nchman",
    "german",
    "shman",
    "ican",
    "tani",
    "aeli",
    "raqi",
    "audi",
    "rati",
    "meni",
    "aiti",
    "ese",
)

MOST_WORDS = 5
"""Words in front of the name in an apposition."""

ANY = "x"
"""A gender that every person fits."""


def name_beside(tokens: Tokens, phrase: Phrase) -> Run | None:
    """The name in apposition behind a description of a person: “his wife, Samar,”, “the deputy minister, Lama Farah”."""
    end = phrase.end
    if end + 1 >= len(tokens) or tokens[end].text != "," or not _describes_person(tokens[phrase.start : phrase.end]):
        return None
    first = end + 1
    while first + 1 < len(tokens) and first - end < MOST_WORDS and tokens[first].is_word and not tokens[first].is_capital:
        first += 1  # his wife, the poet Lamia Toubal
    run = next(name_runs(tokens[first : first + 8], phrase=True), None)
    if run is None or (run.start != tokens[first].start and not run.titled):
        return None
    last = first + run.last
    closed = last >= len(tokens) or tokens[last].text in (",", ".", ":", "(") or tokens[last].region is not None
    if not closed or (len(run.parts) == 1 and tokens[end - 1].is_capital):
        return None  # an official in Aleppo, Syria
    return run


def _describes_person(inside: Sequence[Token]) -> bool:
    head, is_person = head_of(inside)
    if inside[0].low in ("one", "another"):
        return True  # one of them, Hasna
    if head is None or (inside[0].is_capital and inside[0].low not in words.DETERMINERS and not any(token.owner for token in inside)):
        return False
    return is_person or is_person_noun(head) or head in _MALE | _FEMALE or head.endswith(("er", "or", "ist", "ian", "man", "woman"))


def gender_of_someone_named(tokens: Tokens, phrase: Phrase) -> str | None:
    """The gender of “the 45-year-old” or “the mother of four”, whom the article must have named; None for any other description."""
    inside = tokens[phrase.start : phrase.end]
    if inside[0].low != "the" or len(inside) < 2:
        return None
    head, _ = head_of(inside)
    if len(inside) == 2 and inside[1].is_capital and inside[1].low.endswith(_NATIONALS) and not inside[1].owner:
        return ANY  # the Iranian
    aged = any(_AGE.match(token.low) for token in inside)
    family = head is not None and len(inside) >= 4 and inside[-1].low in _COUNTS and inside[-2].low == "of" and head in _MALE | _FEMALE
    of_number = head is not None and "-of-" in head
    if not (aged or family or of_number):
        return None
    if head in _MALE or (head or "").startswith(("father", "dad")):
        return "m"
    return "f" if head in _FEMALE or (head or "").startswith(("mother", "mum", "mom")) else ANY
