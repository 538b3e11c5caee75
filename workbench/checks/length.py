"""A rendering much shorter or longer than its Arabic."""

import math
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.checks.coverage import uncovered
from workbench.checks.repeats import said_once
from workbench.model import SPAN_JOINER, Finding, Span, Unit
from workbench.ports import SpanEncoder
from workbench.text.numbers import numbers

# The logarithm of English over Arabic letters on the tuning half of the NTREX development set (559 sentences): mean .06, 2 % below -.39 and 2 % above
# .46. Short texts scatter more; the bounds give way by a few letters. Chosen there so that about 4 % of right renderings are asked about.
_TYPICAL = 0.06
_TOO_SHORT, _TOO_LONG = -0.37, 0.45
_LETTERS_OF_SLACK = 5.0
_FEWEST_LETTERS = 20
_SHORT = 45  # letters: in longer texts a number written out makes no great difference


# With an encoder: from where on a stretch is reported, and how far the length must be off for a look. At these, 2 % of the right pairs of the tuning
# half are asked about and .83 of the deleted clauses are found there; by letters alone .62.
_SURE_LEFT_OUT, _SURE_PUT_IN = 0.45, 4.0
_WORTH_A_LOOK = 0.05


def length(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """The rendering is out of proportion: something may have been left out or put in.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in length(Unit.of("اختُبرت صفارة الإنذار هذا الصباح في البلدة", "It was tested"), NOTHING_KNOWN)]
    ['a third of the usual length: something may be left out']

    Counts letters and digits, brackets put in by the writer and the second copy of a doubled phrase excepted. Silent on texts of fewer than twenty.
    Where the context has an encoder, the meaning counts, too: the stretch that the other side does not seem to hold is shown, and mere brevity is
    left alone.
    """
    target_text = _without(unit.target, unit.context.interpolations)
    source, target = _letters(unit.source.replace(SPAN_JOINER, " ")), _letters(target_text)
    if source < _FEWEST_LETTERS or not target:
        return
    if target > source:
        target = _letters(said_once(target_text))
    off = math.log(target / source) - _TYPICAL
    if context.encoder is not None:
        yield from _by_meaning(unit, context.encoder, math.log((target + 3) / (source + 3)) - _TYPICAL)
        return
    if _is_usual(off, source) or (source < _SHORT and _is_usual_but_for_numbers(unit.source, target_text)):
        return
    what = "left out" if off < 0 else "put in"
    yield Finding("length", f"{_in_words(math.exp(off))} the usual length: something may be {what}", target_span=Span(0, len(unit.target)))


def _is_usual(off: float, source: int) -> bool:
    slack = _LETTERS_OF_SLACK / source
    return _TOO_SHORT - slack <= off <= _TOO_LONG + slack


def _is_usual_but_for_numbers(source_text: str, target_text: str) -> bool:
    """Whether only a number written out on one side and in digits on the other makes the difference, or too little is left to say."""
    spans = [tuple(number.span for number in numbers(text)) for text in (source_text, target_text)]
    if not any(spans):
        return False
    source, target = _letters(_without(source_text, spans[0])), _letters(_without(target_text, spans[1]))
    return source < _FEWEST_LETTERS or not target or _is_usual(math.log(target / source) - _TYPICAL, source)


def _by_meaning(unit: Unit, encoder: SpanEncoder, off: float) -> Iterator[Finding]:
    size = _in_words(math.exp(off))
    if off < -_WORTH_A_LOOK:
        missing = uncovered(unit.source, unit.target, encoder, off=off)
        if missing and missing.logit > _SURE_LEFT_OUT:
            words = missing.span.of(unit.source)
            yield Finding("length", f"“{words}” may be left out: the rendering has {size} the usual length", source_span=missing.span)
    elif off > _WORTH_A_LOOK:
        strange = uncovered(unit.target, unit.source, encoder, off=-off)
        if strange and strange.logit > _SURE_PUT_IN:
            words = strange.span.of(unit.target)
            yield Finding("length", f"“{words}” may be put in: the rendering has {size} the usual length", target_span=strange.span)


# The Windows table for Arabic has nearly every character that Arabic and English texts are written in, and counting bytes takes a third of the time.
_BYTES = "cp1256"
_NOT_COUNTED = bytes(byte for byte in range(256) if not bytes([byte]).decode(_BYTES).isalnum())


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    try:
        return len(text.encode(_BYTES).translate(None, _NOT_COUNTED))
    except UnicodeEncodeError:
        return sum(map(str.isalnum, text))


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
