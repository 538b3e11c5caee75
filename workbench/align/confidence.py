"""How sure a place is: a calibrated probability, and the same in words.

A logistic model on the figures of the best answer, fitted by maximum likelihood on the tuning half of the NTREX quotations (marked, blanked, elided,
bracketed, with their sentence taken out, whole sentences, each with and without the English sentence around) and on the sample corpora, a place
counting as right from a token F1 of .8. `docs/evaluation.md` has its figures on the other half, and how often what it says came true.
"""

import math
from dataclasses import dataclass

from workbench.align.scoring import trust
from workbench.model import Certainty

SURE, LIKELY, FOUND = 0.9, 0.6, 0.2
"""Confidence from which a place is called sure, likely, and found at all."""

MOST_WORDS_ON_MARKS_ALONE = 5
"""Up to so many words quote marks around a place count whatever it means; of more words the meaning has to agree."""

SHORT = 4
"""Quotations of so few words are never called sure by their words alone: too many places of a text can say them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the confidence is computed from.

    `likeness` is the cosine, `margin` the distance to the next distinct place, `words` the number of English words, `marked` whether the place is
    just what quote marks enclose, `fit` how well the edges suit a quotation, `evidence` the log-odds of numbers, names, the outlet and the
    neighbours, `around` the cosine of the English around the quotation and the Arabic sentence, None where nothing is known of it.
    """

    likeness: float
    margin: float
    words: int
    marked: bool
    fit: float
    evidence: float
    around: float | None = None


BIAS = -2.1
WEIGHT_LIKENESS, WEIGHT_LIKENESS_BY_WORDS, WEIGHT_STRONG_LIKENESS = 2.14, 1.21, 0.47
WEIGHT_MARGIN, WEIGHT_MARGIN_OF_FEW = 8.6, -7.49
WEIGHT_WORDS, WEIGHT_FEW_WORDS = -1.13, -2.1
WEIGHT_MARKED = 1.6
WEIGHT_FIT = 0.53
WEIGHT_EVIDENCE = 0.31
WEIGHT_AROUND = 10.46
"""Of the cosine around above `USUAL_AROUND`, shared among the words: many words speak for themselves."""

STRONG_LIKENESS, USUAL_AROUND, AGREES = 0.5, 0.5, 0.6
WIDEST_MARGIN, STRONGEST_FIT = 0.3, 4.0
"""Beyond these a figure says no more."""


def confidence(facts: Facts) -> float:
    """The probability, 0..1, that the place is right."""
    words = max(facts.words, 1)
    bits = math.log2(words)
    odds = (
        BIAS
        + WEIGHT_LIKENESS * facts.likeness
        + WEIGHT_LIKENESS_BY_WORDS * facts.likeness * bits
        + WEIGHT_STRONG_LIKENESS * max(0.0, facts.likeness - STRONG_LIKENESS) * bits
        + (WEIGHT_MARGIN + WEIGHT_MARGIN_OF_FEW * (words <= SHORT)) * min(facts.margin, WIDEST_MARGIN)
        + WEIGHT_WORDS * bits
        + WEIGHT_FEW_WORDS / words
        + WEIGHT_MARKED * facts.marked * (trust(facts.likeness) if words > MOST_WORDS_ON_MARKS_ALONE else 1.0)
        + WEIGHT_FIT * max(-STRONGEST_FIT, min(facts.fit, STRONGEST_FIT))
        + WEIGHT_EVIDENCE * facts.evidence
        + (WEIGHT_AROUND * (facts.around - USUAL_AROUND) / words if facts.around is not None else 0.0)
    )
    return 1 / (1 + math.exp(-odds))


def certainty(probability: float, facts: Facts) -> Certainty:
    """The probability in a reader's words; a short quotation is at most likely unless marks or other evidence hold it."""
    if probability >= SURE and (facts.words > SHORT or facts.marked or facts.evidence >= 1):
        return Certainty.SURE
    return Certainty.LIKELY if probability >= LIKELY else Certainty.UNSURE


def reasons(facts: Facts, names: tuple[str, ...]) -> tuple[str, ...]:
    """What speaks for the place, and against it, in words; `names` are the kinds of evidence that spoke for it."""
    said = []
    if facts.marked:
        said.append("just what stands inside quote marks")
    said.append("close in meaning" if facts.likeness >= 0.6 else "near in meaning" if facts.likeness >= 0.45 else "far in meaning")
    if facts.margin >= 0.15:
        said.append("next candidate far below")
    elif facts.margin < 0.04:
        said.append("another candidate just as good")
    if facts.around is not None and facts.around >= AGREES:
        said.append("sentences around agree")
    said.extend(EVIDENCE_IN_WORDS[name] for name in names)
    if facts.words <= SHORT:
        said.append("too short to be sure by its words")
    return tuple(said)


EVIDENCE_IN_WORDS = {
    "numbers": "same numbers",
    "around": "sentences around agree",
    "speaker": "speaker named nearby",
    "outlet": "carried by the outlet the article names",
    "neighbours": "neighbouring quotes agree",
}
