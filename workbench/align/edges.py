"""Where in Arabic prose a quoted stretch likes to begin and to end, and where quote marks enclose one.

All figures are log-odds to be added to a span's score. They and those of `scoring` were chosen together by random search for the token F1 of the
first candidate on the tuning half of NTREX (70 quotations, marks left and blanked, and 120 whole sentences at half weight), and rounded; chosen on
one half of those documents and tried on the other they brought .74/.70 instead of .64/.69 where marks are blanked.
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.model import Span
from workbench.ports import Offsets
from workbench.text.arabic import fold
from workbench.text.quotemarks import Facing, double_marks

Weights = NDArray[np.float32]

SENTENCE_STARTS, PAUSE_BEFORE, AFTER_CUE = 0.8, 1.1, 1.4
SENTENCE_ENDS, PAUSE_AFTER, BEFORE_CUE = 2.3, 0.4, 0.9
WITH_AND = -0.5
"""A first word glued to “and” inside a sentence: more often the next thing said than the beginning of this one."""

PAUSES = re.compile(r"[،:؛,;()\[\]\N{EN DASH}\N{EM DASH}-]|\.\.|\N{HORIZONTAL ELLIPSIS}")


def _folded_words(listed: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listed.split())


CUES_BEFORE = _folded_words(
    "إن أن بأن إنه أنه إنها أنها بأنه بأنها إنهم أنهم وإن وأن قائلا قائلة قائلين مضيفا مضيفة مؤكدا مؤكدة مشيرا موضحا موضحة "
    "قال وقال قالت وقالت أضاف وأضاف أضافت وأضافت تابع وتابع أكد وأكد أوضح وأوضح يقول تقول ويقول وتقول"
)
"""Words after which reported speech begins."""

CUES_AFTER = _folded_words(
    "وفقا وفق بحسب وبحسب حسب حسبما كما قال قالت وقال وقالت يقول تقول ويقول أضاف وأضاف وأضافت تابع وتابع أكد وأكد مضيفا مؤكدا مشيرا موضحا قائلا"
)
"""Words that tell who said what came before, or turn to the next speech."""

LONGEST_REGION = 1500
"""Code points; marks further apart than a long paragraph are not a pair."""


@dataclass(frozen=True, slots=True)
class Edges:
    """For every word what speaks for a span beginning with it and for a span ending with it, `(words,)` each."""

    start: Weights
    end: Weights


def edges(text: str, starts: Offsets, ends: Offsets, sentence_of: Offsets) -> Edges:
    """Weigh every word of a text, given by code point offsets, as the first and as the last of a span."""
    count = len(starts)
    start, end = np.zeros(count, np.float32), np.zeros(count, np.float32)
    folded = [fold(text[first:last]) for first, last in zip(starts, ends, strict=True)]
    for word in range(count):
        before = text[ends[word - 1] : starts[word]] if word else ""
        first_of_sentence = word == 0 or sentence_of[word - 1] != sentence_of[word]
        paused = not first_of_sentence and bool(PAUSES.search(before))
        cued = word > 0 and not first_of_sentence and folded[word - 1] in CUES_BEFORE
        turned = word > 0 and not first_of_sentence and folded[word] in CUES_AFTER
        glued = not first_of_sentence and folded[word].startswith("و")
        start[word] = SENTENCE_STARTS * first_of_sentence + PAUSE_BEFORE * paused + AFTER_CUE * cued + WITH_AND * glued
        if word:
            end[word - 1] = SENTENCE_ENDS * first_of_sentence + PAUSE_AFTER * paused + BEFORE_CUE * turned
    if count:
        end[-1] = SENTENCE_ENDS
    return Edges(start, end)


def quoted_regions(text: str) -> tuple[Span, ...]:
    """The insides of pairs of double quote marks, of all styles, outermost first where they are nested; a mark without its partner is left alone.

    >>> text = 'قال «سنبقى هنا» ثم قال "لن نرحل".'
    >>> [span.of(text) for span in quoted_regions(text)]
    ['سنبقى هنا', 'لن نرحل']
    """
    found: list[Span] = []
    open_marks: list[tuple[int, int]] = []
    for mark in double_marks(text):
        if open_marks and ("\n\n" in text[open_marks[0][0] : mark.start] or mark.start - open_marks[0][0] > LONGEST_REGION):
            open_marks.clear()
        if mark.facing is Facing.OPENS or (mark.facing is Facing.EITHER and not open_marks):
            open_marks.append((mark.start, mark.end))
        elif open_marks:
            found.append(Span(open_marks.pop()[1], mark.start))
    return tuple(sorted((span for span in found if span.of(text).strip()), key=lambda span: (span.start, -span.end)))
