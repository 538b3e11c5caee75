"""Spaces that are missing, doubled, or before a mark that takes none."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.tokens import ADDRESS

# A comma between digits is a thousand, a colon between them a time, a full stop inside a word an abbreviation (U.S., e.g.); before a capital
# after two small letters a full stop ends a sentence. A bracket or quote mark that opens also wants its space.
_MISSING = re.compile(
    r"""
    [,;:!?.](?:
      (?<=[^\W\d_][,;:!?])(?=[^\W\d_])
    | (?<=[^\W\d_][,;])(?=\d)
    | (?<=\d[,;])(?=[^\W\d_]{2})
    | (?<=[\w)\]”][,;:])(?=[“‘(\[])
    | (?<=[^\W\d_A-Z]{2}\.)(?=[A-Z][^\W\d_A-Z]|[AI]\s)
    )
    """,
    re.VERBOSE,
)
_TIGHT = re.compile(r"[,;:!?.][\w“‘(\[]")  # a quick look: most texts have no mark with a word right after it
_SPACES = "\N{SPACE}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_TWO_SPACES = re.compile(rf"[{_SPACES}]{{2}}")
_DOUBLED = re.compile(rf"(?<=\S)[{_SPACES}]{{2,}}(?=\S)")
_SPACE_AND_MARK = tuple(space + mark for space in _SPACES for mark in ",;:!?.")
_BEFORE_MARK = re.compile(rf"[{_SPACES}](?<=[\w)\]”’\"%].)[{_SPACES}]*(?=[,;:!?](?:\s|$)|\.(?:\s|$))")


def missing_space(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """No space after a punctuation mark: “liberation,God”.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.suggestion for finding in missing_space(Unit.of("", "in case of its liberation,God willing"), NOTHING_KNOWN)]
    [', ']

    Silent on 1,000, 10:30, U.S., e.g., 3.5 and links:

    >>> list(missing_space(Unit.of("", "At 10:30 the U.S. gave 1,000 (see www.example.org/a,b)"), NOTHING_KNOWN))
    []
    """
    text = unit.target
    if not _TIGHT.search(text):
        return
    addresses = None
    for match in _MISSING.finditer(text):
        addresses = [Span(*address.span()) for address in ADDRESS.finditer(text)] if addresses is None else addresses
        span = Span(*match.span())
        if not any(address.contains(span) for address in addresses) and not _is_in_path(text, match):
            yield Finding("missing-space", f"no space after “{match.group()}”", target_span=span, suggestion=f"{match.group()} ")


def _is_in_path(text: str, mark: re.Match[str]) -> bool:
    """Whether a full stop stands behind a slash in one word: Facebook/Hamah.Now."""
    return mark.group() == "." and "/" in text[: mark.start()].rsplit(None, 1)[-1]


def double_space(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """Two or more spaces between words."""
    doubled = "  " in unit.target if unit.target.isascii() else _TWO_SPACES.search(unit.target)
    for match in _DOUBLED.finditer(unit.target) if doubled else ():
        yield Finding("double-space", "more than one space", target_span=Span(*match.span()), suggestion=" ")


def space_before_punctuation(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A space before a comma, full stop, colon, semicolon, question or exclamation mark.

    Silent before three dots and smileys:

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> list(space_before_punctuation(Unit.of("", "three attackers ... targeted it :)"), NOTHING_KNOWN))
    []
    """
    for match in _BEFORE_MARK.finditer(unit.target) if any(pair in unit.target for pair in _SPACE_AND_MARK) else ():
        mark = unit.target[match.end()]
        yield Finding("space-before-punctuation", f"a space before “{mark}”", target_span=Span(*match.span()), suggestion="")
