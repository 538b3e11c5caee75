"""From placed characters to lines in reading order.

A PDF says where a character is painted, not what follows what. Libraries guess the order of Arabic and turn some words round and others not
(pdfium does with what browsers print); the places are always right. So a line with Arabic in it is sorted by place and read from right to left,
its Latin words and numbers from left to right. Distances are counted in ems, the size of the type.
"""

import itertools
import re
import statistics
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

BASELINE_TOLERANCE: Final = 0.4
"""In ems: raised marks and ligatures stay in their line, the next line does not join it."""

WORD_GAP: Final = 0.14
"""In ems: the least distance of two words where the library saw a space; Naskh type has spaces as narrow as 0.16 with the letters' own room."""

WIDE_GAP: Final = 0.29
"""In ems: a distance that parts words whatever the library saw; inside words letters that do not join stand up to 0.2 apart."""

MIRRORED: Final = dict(zip("()[]{}«»‹›<>", ")(][}{»«›‹><", strict=True))
_OPENERS: Final = "([{«‹<"

# in a line painted from left to right: Latin words with what stands between them, or a number with its inner signs
_LEFT_TO_RIGHT: Final = re.compile(r"L(?:[LN]|[OC ]+(?=[LN]))*|N+(?:C?N+)*%?")
_RIGHT_TO_LEFT: Final = re.compile(r"R(?:[RM]|[OCN% ]+(?=R))*")
_CLASSES: Final = {"L": "L", "EN": "N", "AN": "N", "R": "R", "AL": "R", "NSM": "M", "CS": "C", "ES": "C", "WS": " "}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A painted character: its sides, base line and size of type in points, and the number of the word the library put it in."""

    character: str
    left: float
    right: float
    baseline: float
    size: float
    word: int


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page in reading order, and where it stands."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left


def page_lines(glyphs: Sequence[Glyph]) -> list[PageLine]:
    """The lines of a page, in the order in which the file paints them."""
    lines = []
    opened: list[str] = []
    for row in _rows(glyphs):
        arabic = any(_class(glyph.character) == "R" for glyph in row)
        text = _set_apart(_turned_brackets(_reading_order(row), opened)) if arabic else _as_painted(row)
        lines.append(
            PageLine(
                text=letters(text),
                left=min(glyph.left for glyph in row),
                right=max(glyph.right for glyph in row),
                baseline=statistics.median(glyph.baseline for glyph in row),
                size=_size(row),
            )
        )
    return lines


def letters(text: str) -> str:
    """Arabic presentation forms (shapes of letters) as the letters they are; ligatures for whole phrases, such as ﷺ, stay.

    >>> letters("ﻗﺎﻝ ﻻ ﷺ")
    'قال لا ﷺ'
    """
    return "".join(
        unicodedata.normalize("NFKC", character) if "\ufb50" <= character <= "\ufdcf" or "\ufe70" <= character <= "\ufefc" else character
        for character in text
    )


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Neighbours in the file that share a base line."""
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and abs(glyph.baseline - row[0].baseline) > BASELINE_TOLERANCE * max(row[0].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _size(row: Sequence[Glyph]) -> float:
    """The size of type of most of a line."""
    return max(statistics.median(glyph.size for glyph in row), 1.0)


def _as_painted(row: Sequence[Glyph]) -> str:
    """A line without Arabic: the library's order, and its spaces, are right."""
    pieces = [row[0].character]
    for before, glyph in itertools.pairwise(row):
        pieces.append(glyph.character if before.word == glyph.word else f" {glyph.character}")
    return "".join(pieces)


def _reading_order(row: Sequence[Glyph]) -> str:
    """A line with Arabic in it, sorted by place."""
    pieces = list(_with_spaces(sorted(row, key=_place), _size(row)))
    classes = "".join(_class(piece) for piece in pieces)
    if classes.count("R") < classes.count("L"):  # an English line with an Arabic word
        return "".join(_runs_turned(pieces, _RIGHT_TO_LEFT.finditer(classes)))
    turned = _runs_turned(pieces, _LEFT_TO_RIGHT.finditer(classes))
    return "".join(_marks_after_letters(turned[::-1]))


def _place(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _with_spaces(painted: Sequence[Glyph], em: float) -> Iterator[str]:
    """The characters from left to right, a space where words part."""
    yield painted[0].character
    for before, glyph in itertools.pairwise(painted):
        gap = (glyph.left - before.right) / em
        if gap > WIDE_GAP or (gap > WORD_GAP and glyph.word != before.word):
            yield " "
        yield glyph.character


def _class(character: str) -> str:
    """L, N(umber), R (Arabic, Hebrew), M(ark), C (a sign inside numbers), %, blank or O(ther)."""
    if character == "%":
        return "%"
    return _CLASSES.get(unicodedata.bidirectional(character), "O")


def _runs_turned(pieces: list[str], runs: Iterable[re.Match[str]]) -> list[str]:
    """The pieces with each run back to front; turning the whole line round later makes these runs right again."""
    turned = list(pieces)
    for run in runs:
        turned[run.start() : run.end()] = turned[run.start() : run.end()][::-1]
    return turned


def _marks_after_letters(pieces: Sequence[str]) -> Iterator[str]:
    """A mark painted over the right half of its letter sorts before it: put it after."""
    waiting: list[str] = []
    at_word_start = True
    for piece in pieces:
        if _class(piece) == "M" and at_word_start:
            waiting.append(piece)
            continue
        yield piece
        yield from waiting
        waiting.clear()
        at_word_start = piece == " "
    yield from waiting


def _turned_brackets(text: str, opened: list[str]) -> str:
    """Brackets of an Arabic line the right way round.

    Some are stored as painted, some as meant, by the line. The reading that closes what is open wins; `opened` is carried from line to line.
    """
    mirrored = "".join(MIRRORED.get(character, character) for character in text)
    if mirrored == text:
        return text
    outcomes = [(*_balance(candidate, opened), candidate) for candidate in (mirrored, text)]
    _, still_open, best = min(outcomes, key=lambda outcome: outcome[0])
    opened[:] = still_open
    return best


def _set_apart(text: str) -> str:
    """Spaces outside brackets and not inside, none before a comma or a full stop: the room of these marks misleads a rule about distances."""
    text = re.sub(r"(?<=[([{«‹]) | (?=[)\]}»›،؛.:؟!])", "", text)
    return re.sub(r"(?<=[^\W\d_])(?=[(\[{«‹])|(?<=[)\]}»›،؛])(?=[^\W\d_])", " ", text)


def _balance(text: str, opened: Sequence[str]) -> tuple[int, list[str]]:
    """How many brackets do not fit, and what is open at the end."""
    stack, errors = list(opened), 0
    for character in text:
        if character in _OPENERS:
            errors += character in stack
            stack.append(character)
        elif character in MIRRORED:
            if stack and stack[-1] == MIRRORED[character]:
                stack.pop()
            else:
                errors += 1
    return errors, stack[-4:]
