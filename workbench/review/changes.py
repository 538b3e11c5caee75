"""Tracked changes: the difference of two texts as readers of prose want to see it.

Whole words, fewest fragments, never a cut inside a word or between a letter and its combining marks. The review pane draws the same in
JavaScript while typing; one file of cases tests both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex
from rapidfuzz.distance import Indel

# Python's own \w leaves out combining marks, which would cut a harakah from its letter.
TOKEN = regex.compile(r"\s+|[\w\p{M}]+(?:[’'\-][\w\p{M}]+)*|[^\w\s\p{M}]")
LETTER_OR_DIGIT = regex.compile(r"[\w\p{M}]")


class ChangeKind(StrEnum):
    """What happened to a stretch of text."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the old text that stayed or went, or of the new text that came."""

    kind: ChangeKind
    text: str


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The way from `old` to `new`; a deletion comes before the insertion that replaces it.

    >>> [(change.kind.value, change.text) for change in changes("of its liberation,God willing", "of its liberation, God willing")]
    [('equal', 'of its liberation,'), ('inserted', ' '), ('equal', 'God willing')]

    Spaces and punctuation that stay between two changes are drawn into them, so that a rewritten phrase reads as one:

    >>> [(change.kind.value, change.text) for change in changes("we had, several talks", "they held, some talks")]
    [('deleted', 'we had, several'), ('inserted', 'they held, some'), ('equal', ' talks')]
    """
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    runs: list[tuple[list[str], list[str]]] = []
    kept: list[bool] = []
    for code in Indel.opcodes(before, after):
        equal = code.tag == "equal"
        gone, come = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
        if kept and kept[-1] == equal:
            runs[-1][0].extend(gone)
            runs[-1][1].extend(come)
        else:
            runs.append((gone, come))
            kept.append(equal)
    return _written(*_merged(runs, kept))


def _merged(runs: Sequence[tuple[list[str], list[str]]], kept: Sequence[bool]) -> tuple[list[tuple[str, str]], list[bool]]:
    """Join two changes when only spaces and punctuation stand between them."""
    texts: list[tuple[str, str]] = []
    flags: list[bool] = []
    last = len(runs) - 1
    for index, ((gone, come), equal) in enumerate(zip(runs, kept, strict=True)):
        between = equal and 0 < index < last and not any(LETTER_OR_DIGIT.search(token) for token in gone)
        changed = not equal or between
        if changed and flags and not flags[-1]:
            texts[-1] = (texts[-1][0] + "".join(gone), texts[-1][1] + "".join(come))
        else:
            texts.append(("".join(gone), "".join(come)))
            flags.append(not changed)
    return texts, flags


def _written(texts: Sequence[tuple[str, str]], kept: Sequence[bool]) -> tuple[Change, ...]:
    written = []
    for (gone, come), equal in zip(texts, kept, strict=True):
        if equal:
            written.append(Change(ChangeKind.EQUAL, gone))
            continue
        if gone:
            written.append(Change(ChangeKind.DELETED, gone))
        if come:
            written.append(Change(ChangeKind.INSERTED, come))
    return tuple(written)


def summary(old: str, new: str) -> str:
    """The difference in one readable line.

    >>> summary("we had talks", "we held talks")
    '“had” → “held”'
    >>> summary("same", "same")
    'no change in the text'
    """
    parts = []
    steps = list(changes(old, new))
    while steps:
        step = steps.pop(0)
        if step.kind is ChangeKind.DELETED and steps and steps[0].kind is ChangeKind.INSERTED:
            parts.append(f"“{step.text}” → “{steps.pop(0).text}”")
        elif step.kind is ChangeKind.DELETED:
            parts.append(f"“{step.text}” taken out")
        elif step.kind is ChangeKind.INSERTED:
            parts.append("a space put in" if step.text.isspace() else f"“{step.text}” put in")
    return ", ".join(parts) or "no change in the text"
