"""What a writer did to quoted words: square brackets put in, words left out."""

import re
from collections.abc import Sequence

from workbench.model import Span

_BRACKETS = re.compile(r"\[[^\[\]\n]{1,200}\]")
_DOTS = r"(?:\N{HORIZONTAL ELLIPSIS}|\.{3,}|\.(?: \.){2,}|\.\.(?!\.))"
_ELISION = re.compile(r"\[\s?" + _DOTS + r"\s?\]|\(" + _DOTS + r"\)|" + _DOTS)


def interpolations(text: str, fragments: Sequence[Span]) -> tuple[Span, ...]:
    """Square brackets with words in them, brackets included; […] is an elision and left out, [sic] is the writer's too.

    >>> [span.of("the [Baath] Party […]") for span in interpolations("the [Baath] Party […]", [Span(0, 21)])]
    ['[Baath]']
    """
    found = (Span(*match.span()) for fragment in fragments for match in _BRACKETS.finditer(text, fragment.start, fragment.end))
    return tuple(span for span in found if not _ELISION.fullmatch(span.of(text)))


def elisions(text: str, fragments: Sequence[Span]) -> tuple[Span, ...]:
    """Dots for words left out, with the brackets around them; a sentence's own full stop is none.

    >>> [span.of("so … and . . . on […] we") for span in elisions("so … and . . . on […] we", [Span(0, 24)])]
    ['…', '. . .', '[…]']
    """
    return tuple(Span(*match.span()) for fragment in fragments for match in _ELISION.finditer(text, fragment.start, fragment.end))
