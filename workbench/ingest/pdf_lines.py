"""From placed characters to lines in reading order.

A PDF says where a character is painted, not what follows what. Libraries guess the order of Arabic and turn some words round and others not
(pdfium does with what browsers print); the places are always right. So a line with Arabic in it is sorted by place and read from right to left,
its Latin words and numbers from left to right. Distances are counted in ems, the size of the type.
"""

import itertools
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

# Chosen on 300 Arabic paragraphs (NTREX-128, development part) printed by Chromium in Noto Naskh and DejaVu Sans: .997 and .996 of the words
# come out as they went in; in the library's own order .337 do.
BASELINE_TOLERANCE: Final = 0.6
"""In ems: raised marks and ligatures stay in their line, the next line does not join it."""

WORD_GAP: Final = 0.2
"""In ems: the least distance of two words where the library saw a space."""

WIDE_GAP: Final = 0.29
"""In ems: a distance that parts words whatever the library saw; inside words, letters that do not join stand up to 0.2 apart."""

MIRRORED: Final = dict(zip("()[]{}«»‹›“”<>", ")(][}{»«›‹”“><", strict=True))
_OPENERS: Final = "([{«‹“<"

# in a line painted from left to right: Latin words with what stands between them, or a number with its inner signs
_LEFT_TO_RIGHT: Final = re.compile(r"L(?:[LN]|[OC ]+(?=[LN]))*|N+(?:C?N+)*%?")
_RIGHT_TO_LEFT: Final = re.compile(r"R(?:[RM]|[OC ]+(?=R))*")
_LATIN_WORD: Final = re.compile("L+")
_ARABIC_WORD: Final = re.compile("R+")
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
    on_page = Counter(_class(glyph.character) for glyph in glyphs)
    for row in _rows(glyphs):
        in_row = {_class(glyph.character) for glyph in row}
        # a line with a year and a full stop alone runs as its page does
        arabic = "R" in in_row or ("L" not in in_row and on_page["R"] > on_page["L"])
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
    pieces = list(_with_spaces(_with_marks(sorted(row, key=_place), _size(row)), _size(row)))
    classes = "".join(_class(piece[0]) for piece in pieces)
    if len(_LATIN_WORD.findall(classes)) > len(_ARABIC_WORD.findall(classes)):  # an English line with an Arabic word
        return "".join(_runs_turned(pieces, _RIGHT_TO_LEFT.finditer(classes)))
    turned = _runs_turned(pieces, _LEFT_TO_RIGHT.finditer(classes))
    return "".join(reversed(turned))


def _with_marks(painted: Sequence[Glyph], em: float) -> list[Glyph]:
    """The letters of a line from left to right, each with its marks.

    A mark stands over the left half of its letter as a rule, so it belongs to the next letter on its right; to the one on its left where the
    right one is a word away.
    """
    letters_here: list[Glyph] = []
    waiting: list[Glyph] = []
    for glyph in painted:
        if _class(glyph.character) == "M":
            waiting.append(glyph)
            continue
        far = [mark for mark in waiting if letters_here and glyph.left - mark.right > WORD_GAP * em]
        if far:
            letters_here[-1] = _marked(letters_here[-1], far)
        letters_here.append(_marked(glyph, [mark for mark in waiting if mark not in far]))
        waiting = []
    if letters_here:
        letters_here[-1] = _marked(letters_here[-1], waiting)
    return letters_here


def _marked(letter: Glyph, marks: Sequence[Glyph]) -> Glyph:
    """The letter with its marks, as wide as all of them."""
    if not marks:
        return letter
    return replace(
        letter,
        character=letter.character + "".join(mark.character for mark in marks),
        left=min(letter.left, *(mark.left for mark in marks)),
        right=max(letter.right, *(mark.right for mark in marks)),
    )


def _place(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _with_spaces(painted: Sequence[Glyph], em: float) -> Iterator[str]:
    """The characters from left to right, a space where words part."""
    for before, glyph in zip((None, *painted), painted, strict=False):
        gap = (glyph.left - before.right) / em if before else 0.0
        if before and (gap > WIDE_GAP or (gap > WORD_GAP and glyph.word != before.word)):
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


def _turned_brackets(text: str, opened: list[str]) -> str:
    """Brackets of an Arabic line the right way round.

    Some lines are stored as painted, some as meant, some mixed. A reading that is complete in itself wins, then the one that closes what is open,
    else each bracket opens what is not open and closes what is. `opened` is carried from line to line.
    """
    readings = ("".join(MIRRORED.get(character, character) for character in text), text)
    if whole := next((reading for reading in readings if _balance(reading, ()) == (0, [])), None):
        return whole
    outcomes = [(*_balance(reading, opened), reading) for reading in (*readings, _alternated(text, opened))]
    _, still_open, best = min(outcomes, key=lambda outcome: outcome[0])
    opened[:] = still_open
    return best


def _alternated(text: str, opened: Sequence[str]) -> str:
    """Every bracket closes its sort where that is open, and opens it elsewhere."""
    stack, pieces = list(opened), []
    for character in text:
        if character not in MIRRORED:
            pieces.append(character)
            continue
        opener = min(character, MIRRORED[character], key=lambda bracket: bracket not in _OPENERS)
        if opener in stack:
            stack.remove(opener)
            pieces.append(MIRRORED[opener])
        else:
            stack.append(opener)
            pieces.append(opener)
    return "".join(pieces)


def _set_apart(text: str) -> str:
    """Spaces outside brackets and not inside, none before a comma or a full stop: the room of these marks misleads a rule about distances."""
    text = re.sub(r"(?<=[(\[{«‹“]) | (?=[)\]}»›،؛.:؟!])", "", text)
    return re.sub(r"(?<=[^\W_])(?=[(\[{«‹])|(?<=[)\]}»›])(?=[^\W_])", " ", text)


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
