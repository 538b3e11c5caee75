"""Quote marks: which characters they are, and which way one faces where it stands.

A typographic mark says by its shape whether it opens or closes; a straight one says it only by its neighbours, and either may be typed
wrongly. `facing` gives what the shape and the neighbours allow; who reads a whole paragraph decides the rest.
"""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from workbench.text.wordlists import listed

STRAIGHT = '"'

# Shapes that open in the typography of English and Arabic. LOW marks open in German and Polish copy that was pasted into an article.
OPENING = frozenset(
    "\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
)
CLOSING = frozenset("\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")

# Marks with no direction of their own: the typewriter's, and its full-width and heavy relatives.
NEUTRAL = frozenset(STRAIGHT + "\N{FULLWIDTH QUOTATION MARK}")

# The two characters that TeX and old wire systems use for one mark.
TYPED_PAIRS = {"``": True, "''": False}

DOUBLE = OPENING | CLOSING | NEUTRAL
"""Every mark that encloses a quotation by itself; single marks are apart because most of them are apostrophes."""

APOSTROPHE = "'"
SINGLE_OPENING = "\N{LEFT SINGLE QUOTATION MARK}"
SINGLE_CLOSING = "\N{RIGHT SINGLE QUOTATION MARK}"
SINGLE = frozenset(APOSTROPHE + SINGLE_OPENING + SINGLE_CLOSING)

# Words that begin with an apostrophe: it closes nothing and opens nothing.
CLIPPED_WORDS = frozenset(listed("tis twas twere til till em cause bout round n nuff neath cos nother er im"))

INVISIBLE = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT OVERRIDE}"
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{WORD JOINER}\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}"
    "\N{POP DIRECTIONAL ISOLATE}\N{ARABIC LETTER MARK}\N{ZERO WIDTH NO-BREAK SPACE}"
)
"""Characters that take no room: they stand between a mark and its word without parting them."""

MAX_RUN = 8
"""Marks side by side; more are decoration (a line of marks), not quoting."""

_RUN = re.compile("(?:[" + re.escape("".join(sorted(DOUBLE))) + "]|``|'')+")
_TYPED = re.compile("``|''|.", re.DOTALL)
_BRACKETS_OPEN = frozenset("([{<")
_AFTER_CLOSING = frozenset(".,;:!?)]}>%\N{HORIZONTAL ELLIPSIS}\N{ARABIC COMMA}\N{ARABIC SEMICOLON}\N{ARABIC QUESTION MARK}")
_DASHES = frozenset("-/\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{NON-BREAKING HYPHEN}")
_MEASURE = re.compile(r"(?<![\d.])\d{1,2}\s?['\N{RIGHT SINGLE QUOTATION MARK}\N{PRIME}]\s?\d{1,2}(?:[.½¼¾]\d?)?$")


class Facing(Enum):
    """Which way a mark faces."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class Mark(NamedTuple):
    """A quote mark at `start`..`end` (two characters only for the typed pairs).

    `shaped` is true when the character itself, not only its neighbours, says where it faces.
    """

    start: int
    end: int
    facing: Facing
    shaped: bool


def double_marks(text: str) -> list[Mark]:
    r"""Every double mark of `text`, in order, with the way it faces; measures (5'10") and letters' accents (d"état) are left out.

    >>> [(mark.start, mark.facing.value) for mark in double_marks('He is 5\'10" and said "no".')]
    [(21, 'opens'), (24, 'closes')]
    """
    marks: list[Mark] = []
    for run in _RUN.finditer(text):
        if run.end() - run.start() <= MAX_RUN:
            marks.extend(_run_marks(text, run.start(), run.end()))
    return marks


def _run_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a run that stand side by side: all have the same neighbours, those of the run."""
    before, after = _neighbour(text, start, -1), _neighbour(text, end, 1)
    if end - start == 1:
        if text[start] in NEUTRAL and _is_no_mark(text, start, before, after):
            return []
        return [Mark(start, end, *_faces(text[start], before, after))]
    return [Mark(match.start(), match.end(), *_faces(match.group(), before, after)) for match in _TYPED.finditer(text, start, end)]


@lru_cache(maxsize=4096)
def _faces(mark: str, before: str, after: str) -> tuple[Facing, bool]:
    """Which way a mark faces between two neighbours, and whether its shape says so."""
    facing, shaped = _shape(mark)
    by_place = _by_neighbours(before, after)
    if not shaped:
        return by_place, False
    if by_place is not Facing.EITHER and by_place is not facing:
        return Facing.EITHER, True  # its shape and its place disagree: what is open at this point decides
    return facing, True


def _shape(mark: str) -> tuple[Facing, bool]:
    if mark in TYPED_PAIRS:
        return (Facing.OPENS if TYPED_PAIRS[mark] else Facing.CLOSES), True
    if mark in NEUTRAL:
        return Facing.EITHER, False
    return (Facing.OPENS if mark in OPENING else Facing.CLOSES), True


def _by_neighbours(before: str, after: str) -> Facing:
    """What the characters around a mark allow; "" is the edge of the text."""
    free_before = not before or before.isspace() or before in _BRACKETS_OPEN
    free_after = not after or after.isspace() or after in _AFTER_CLOSING
    if free_before and not free_after:
        return Facing.OPENS
    if free_after and not free_before:
        return Facing.CLOSES
    if free_before:
        return Facing.EITHER
    if before in _DASHES and (after.isalnum() or after == "["):
        return Facing.OPENS
    if after in _DASHES or after in SINGLE:
        return Facing.CLOSES
    return Facing.EITHER


def _is_no_mark(text: str, at: int, before: str, after: str) -> bool:
    """Whether a straight mark is the inches of a measure or sits between two letters of one word."""
    if before.isalpha() and after.isalpha():
        return before.islower() and after.islower()
    return before.isdigit() and _MEASURE.search(text, max(0, at - 8), at) is not None


def _neighbour(text: str, at: int, step: int) -> str:
    """The visible character before (`step` -1) or from (1) offset `at`; single marks beside a double one belong to the quoting too."""
    index = at - 1 if step < 0 else at
    for _ in range(6):
        if not 0 <= index < len(text):
            return ""
        character = text[index]
        if character not in INVISIBLE and character not in SINGLE:
            return character
        index += step
    return ""


def single_marks(text: str, start: int, end: int) -> list[Mark]:
    """The single marks in `text[start:end]` that may open or close a quotation, apostrophes left out as far as their neighbours tell.

    A mark after a final letter is given as closing although it may be a plural's apostrophe (the rebels' campaign): only what is open
    can tell.

    >>> [(mark.start, mark.facing.value) for mark in single_marks("It's 'on' in the '90s", 0, 21)]
    [(5, 'opens'), (8, 'closes')]
    """
    runs = (match for match in _SINGLES.finditer(text, start, end) if match.end() - match.start() <= MAX_RUN and "''" not in match.group())
    return [mark for run in runs for at in range(run.start(), run.end()) if (mark := _single(text, at))]


_SINGLES = re.compile("[" + "".join(sorted(SINGLE)) + "]+")
_CLIPPED = re.compile(r"\d\ds?\b|(\w+)")


def _single(text: str, at: int) -> Mark | None:
    before, after = _single_neighbour(text, at - 1), _single_neighbour(text, at + 1)
    shape = text[at]
    free_before = not before or before.isspace() or before in _BRACKETS_OPEN or before in _DASHES or before in DOUBLE
    free_after = not after or not after.isalnum()
    if free_before and after and not after.isspace() and shape != SINGLE_CLOSING:
        clipped = _CLIPPED.match(text, at + 1)
        if clipped and (clipped.group(1) is None or clipped.group(1).lower() in CLIPPED_WORDS):
            return None
        return Mark(at, at + 1, Facing.OPENS, shape == SINGLE_OPENING)
    if before and not before.isspace() and free_after and shape != SINGLE_OPENING:
        return Mark(at, at + 1, Facing.CLOSES, shape == SINGLE_CLOSING)
    return None


def _single_neighbour(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else ""
