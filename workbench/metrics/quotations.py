"""How well quotations were found: their bounds, and who is said to have spoken them."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import Quotation, Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """One quoted stretch and its speaker, as the gold has it or as it was found.

    `speaker` is where the text names the speaker for it; `name` whom that stands for. Both are None where nobody is said to speak.
    """

    span: Span
    speaker: Span | None = None
    name: str | None = None

    @property
    def is_attributed(self) -> bool:
        """Whether somebody is said to have spoken it."""
        return self.speaker is not None or self.name is not None


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of one question, and the rates made of them."""

    right: int
    gold: int
    found: int

    @property
    def precision(self) -> float:
        """Right ones among those found, 0..1; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right ones among the gold's, 0..1; 1 where the gold has none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(self.right + other.right, self.gold + other.gold, self.found + other.found)


@dataclass(frozen=True, slots=True)
class QuotationScore:
    """`exact`: stretches with the very bounds of the gold. `overlapping`: with any code point in common, each counted once.

    `spoken`: exact stretches that somebody speaks, with the right speaker: the figure that tells most. Scores of documents add up.
    """

    exact: Rates
    overlapping: Rates
    spoken: Rates

    def __add__(self, other: "QuotationScore") -> "QuotationScore":
        return QuotationScore(self.exact + other.exact, self.overlapping + other.overlapping, self.spoken + other.spoken)


def spoken(quotations: Sequence[Quotation]) -> list[Spoken]:
    """Every fragment of every quotation with its speaker, ready for scoring."""
    found: list[Spoken] = []
    for quotation in quotations:
        party = quotation.attribution.speaker if quotation.attribution is not None else None
        speaker, name = (party.span, party.resolved or party.who) if party is not None else (None, None)
        found.extend(Spoken(fragment, speaker, name) for fragment in quotation.fragments)
    return found


def score(gold: Sequence[Spoken], found: Sequence[Spoken]) -> QuotationScore:
    """Compare what was found in one document with its gold.

    >>> gold = [Spoken(Span(1, 9), Span(12, 18), "Khalaf"), Spoken(Span(30, 40))]
    >>> result = score(gold, [Spoken(Span(1, 9), Span(12, 18)), Spoken(Span(30, 39))])
    >>> result.exact.f1, result.overlapping.f1, result.spoken.recall
    (0.5, 1.0, 1.0)
    """
    by_span = {one.span: one for one in found}
    exact = [(one, by_span[one.span]) for one in gold if one.span in by_span]
    right = sum(1 for one, other in exact if one.is_attributed and other.is_attributed and same_speaker(one, other))
    return QuotationScore(
        exact=Rates(len(exact), len(gold), len(found)),
        overlapping=Rates(_overlaps(gold, found), len(gold), len(found)),
        spoken=Rates(right, sum(one.is_attributed for one in gold), sum(one.is_attributed for one in found)),
    )


def _overlaps(gold: Sequence[Spoken], found: Sequence[Spoken]) -> int:
    """How many pairs share text, each stretch in one pair at most, taken from left to right."""
    left, right = sorted(one.span for one in gold), sorted(one.span for one in found)
    count, at = 0, 0
    for span in left:
        while at < len(right) and right[at].end <= span.start:
            at += 1
        if at < len(right) and right[at].overlap(span):
            count += 1
            at += 1
    return count


def same_speaker(one: Spoken, other: Spoken) -> bool:
    """Whether both mean the same speaker: their mentions overlap, or the words of one name are all in the other.

    >>> same_speaker(Spoken(Span(0, 1), name="Mr Khalaf"), Spoken(Span(0, 1), name="Ghassan Khalaf"))
    True
    """
    if one.speaker is not None and other.speaker is not None and one.speaker.overlap(other.speaker):
        return True
    if one.name is None or other.name is None:
        return False
    mine, theirs = _name_words(one.name), _name_words(other.name)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


_UNTOLD = frozenset(["the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "president", "sen", "rep", "gov"])


def _name_words(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,'’").lower() for word in name.split()) - _UNTOLD
