"""Error points by MQM: how they are counted, and what they may be called by how much text there is.

Sources: MQM 2.0 scoring (themqm.org, "linear calibrated scoring models"): multipliers 0, 1, 5, 25; penalty per word; a sample of 500 to 20,000 words.
WMT: Freitag et al., "Experts, Errors, and Context" (TACL 2021), table 4: major 5, minor 1, minor punctuation 0.1, non-translation 25, neutral 0.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workbench.model import ErrorSeverity

SMALLEST_SAMPLE: Final = 500
LARGEST_SAMPLE: Final = 20_000
"""Words between which MQM 2.0 lets a linear score stand for quality."""

PUNCTUATION: Final = "linguistic-conventions/punctuation"
NON_TRANSLATION: Final = "accuracy/non-translation"
WMT_POINTS: Final = {ErrorSeverity.NEUTRAL: 0.0, ErrorSeverity.MINOR: 1.0, ErrorSeverity.MAJOR: 5.0, ErrorSeverity.CRITICAL: 5.0}
"""The WMT scheme has no critical errors; they count as major ones there."""

Kind = tuple[str, ErrorSeverity]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many errors of each category and severity were marked in so many words."""

    counts: tuple[tuple[str, ErrorSeverity, int], ...]
    words: int

    @classmethod
    def of(cls, kinds: Iterable[Kind], words: int) -> "Tally":
        """The tally of marks, most points first.

        >>> Tally.of([("style/awkward", ErrorSeverity.MINOR), ("accuracy/omission", ErrorSeverity.MAJOR)], 1000).points
        6
        """
        counted = Counter(kinds).items()
        rows = ((category, severity, count) for (category, severity), count in counted)
        return cls(tuple(sorted(rows, key=lambda row: (-row[1].points * row[2], row[0], row[1].points))), words)

    @property
    def errors(self) -> int:
        """How many marks."""
        return sum(count for _, _, count in self.counts)

    @property
    def points(self) -> int:
        """Penalty points by MQM 2.0."""
        return sum(severity.points * count for _, severity, count in self.counts)

    @property
    def wmt_points(self) -> float:
        """Penalty points as the WMT metrics tasks count them."""
        return sum(wmt_points(category, severity) * count for category, severity, count in self.counts)

    @property
    def per_thousand(self) -> float | None:
        """Penalty points for a thousand words; None where there are no words."""
        return 1000 * self.points / self.words if self.words else None

    @property
    def raw_score(self) -> float | None:
        """100 · (1 - points / words), the raw score of MQM 2.0; None where the sample is too small or too large for it to say anything.

        >>> Tally.of([("accuracy/omission", ErrorSeverity.MAJOR)] * 4, 1000).raw_score, Tally.of([], 40).raw_score
        (98.0, None)
        """
        if not SMALLEST_SAMPLE <= self.words <= LARGEST_SAMPLE:
            return None
        return 100 * (1 - self.points / self.words)

    @property
    def has_critical(self) -> bool:
        """Whether one error alone fails the text."""
        return any(severity is ErrorSeverity.CRITICAL for _, severity, _ in self.counts)

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories that occur, most points first."""
        points: Counter[str] = Counter()
        for category, severity, count in self.counts:
            points[category] += severity.points * count
        return tuple(category for category, _ in sorted(points.items(), key=lambda pair: (-pair[1], pair[0])))

    def count(self, category: str, severity: ErrorSeverity) -> int:
        """How many errors of a kind."""
        return sum(count for name, grade, count in self.counts if (name, grade) == (category, severity))


def wmt_points(category: str, severity: ErrorSeverity) -> float:
    """Points of one error in the WMT scheme.

    >>> wmt_points("linguistic-conventions/punctuation", ErrorSeverity.MINOR), wmt_points("accuracy/non-translation", ErrorSeverity.MAJOR)
    (0.1, 25.0)
    """
    if category == NON_TRANSLATION:
        return 25.0
    return 0.1 if category == PUNCTUATION and severity is ErrorSeverity.MINOR else WMT_POINTS[severity]


def sample_words(tally: Tally) -> str:
    """What may be said of a sample of this size, in a sentence.

    >>> sample_words(Tally.of([], 186))
    'The sample has 186 words. Below 500 no grade means anything: the points say what was found, not how good the translation is.'
    """
    have = f"The sample has {tally.words:,} words."
    if tally.words < SMALLEST_SAMPLE:
        return f"{have} Below {SMALLEST_SAMPLE} no grade means anything: the points say what was found, not how good the translation is."
    if tally.words > LARGEST_SAMPLE:
        return f"{have} Above {LARGEST_SAMPLE:,} a linear score no longer fits what readers feel: look at parts of it."
    return f"{have} That is within the {SMALLEST_SAMPLE} to {LARGEST_SAMPLE:,} words the raw score of MQM 2.0 is made for."
