"""A rendering much shorter or longer than its Arabic."""

import math
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import SPAN_JOINER, Finding, Span, Unit

# The logarithm of English over Arabic letters on the tuning half of the NTREX development set (559 sentences): mean .06, 2 % below -.39 and 2 % above
# .46. Short texts scatter more; the bounds give way by a few letters. Chosen there so that about 4 % of right renderings are asked about.
_TYPICAL = 0.06
_TOO_SHORT, _TOO_LONG = -0.37, 0.45
_LETTERS_OF_SLACK = 5.0
_FEWEST_LETTERS = 20


def length(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The rendering is out of proportion: something may have been left out or put in.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in length(Unit.of("اختُبرت صفارة الإنذار هذا الصباح في البلدة", "It was tested"), NOTHING_KNOWN)]
    ['a third of the usual length: something may be left out']

    Counts letters and digits, brackets put in by the writer excepted. Silent on texts of fewer than twenty.
    """
    source = _letters(unit.source.replace(SPAN_JOINER, " "))
    target = _letters(_without(unit.target, unit.context.interpolations))
    if source < _FEWEST_LETTERS or not target:
        return
    off = math.log(target / source) - _TYPICAL
    slack = _LETTERS_OF_SLACK / source
    if _TOO_SHORT - slack <= off <= _TOO_LONG + slack:
        return
    what = "left out" if off < 0 else "put in"
    yield Finding("length", f"{_in_words(math.exp(off))} the usual length: something may be {what}", target_span=Span(0, len(unit.target)))


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _without(text: str, spans: tuple[Span, ...]) -> str:
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text


def _in_words(share: float) -> str:
    """A ratio as a reader says it.

    >>> _in_words(0.31), _in_words(0.62), _in_words(1.6), _in_words(3.2)
    ('a third of', 'about 60 % of', 'about 1.6 times', 'about 3.2 times')
    """
    for value, words in ((0.25, "a quarter of"), (1 / 3, "a third of"), (0.5, "half")):
        if abs(share - value) < 0.04:
            return words
    return f"about {round(share * 100, -1):.0f} % of" if share < 1 else f"about {share:.1f} times"
