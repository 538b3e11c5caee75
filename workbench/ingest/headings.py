"""Who speaks and when, as transcripts and live blogs write it: a time stamp, a speaker label, or both before the words.

A heading is not something anybody said, so it is furniture; what stands between two headings is an entry with its author and time.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from workbench.ingest.vocabulary import PARTS_IN_A_TALK, SPEECH_CUES
from workbench.model import DocumentKind, Entry, Span

MAX_LABEL_WORDS: Final = 5
MAX_AUTHOR_WORDS: Final = 6

_CLOCK: Final = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_HALF_OF_DAY: Final = r"(?:\s?(?:[صم]\b|[AaPp]\.?[Mm]\b\.?|GMT\b|بتوقيت\s\w+))?"

TIME_STAMP: Final = re.compile(rf"\[\s?{_CLOCK}(?:\s?(?:-|–|-->)\s?{_CLOCK})?\s?\]|\(\s?{_CLOCK}\s?\)")
"""A clock in brackets, wherever it stands."""

_STAMP_AT_START = re.compile(rf"[ \t]*(?:(?:\[|\()\s?)?(?P<at>{_CLOCK})(?:\s?(?:-|–|-->)\s?{_CLOCK})?(?:\s?(?:\]|\)))?{_HALF_OF_DAY}[ \t]*")
_PART = re.compile(PARTS_IN_A_TALK, re.IGNORECASE)
_CUE = re.compile(SPEECH_CUES, re.IGNORECASE)
_SEPARATOR = re.compile(r"[-–—|·•:،,/]?[ \t]*")
# a title may come first (د. , Dr.) and an office in brackets last
_LABEL = re.compile(
    r"[ \t]*(?:[-–—•][ \t]*)?"
    r"(?P<label>(?:[^\W\d_]{1,4}\.[ \t]?){0,2}[^\W\d_][^:\n\"«»“”?؟!.؛;,،()]{0,48}?)"
    r"[ \t]?(?:\([^)\n]{1,30}\)[ \t]?)?:(?=\s|$)[ \t]*"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The stretch before an entry's words, with what it says."""

    span: Span
    author: str | None = None
    at: str | None = None


def headings(text: str, kind: DocumentKind) -> tuple[Heading, ...]:
    r"""The headings of a text, in order.

    In a transcript: a stamp, a label after a stamp, one that returns or that names a part. In a live blog: a line that begins with the time.
    Elsewhere: labels that name a part, where there are at least two.

    >>> text = "[00:02:10] المذيع: متى؟\nالضيف: غداً."
    >>> [(heading.author, heading.at) for heading in headings(text, DocumentKind.TRANSCRIPT)]
    [('المذيع', '00:02:10'), ('الضيف', None)]
    """
    if kind is DocumentKind.LIVE_BLOG:
        return tuple(heading for line in _lines(text) if (heading := _post_heading(text, line)))
    turns = [heading for line in _lines(text) if (heading := _turn_heading(text, line))]
    if kind is not DocumentKind.TRANSCRIPT:
        named = tuple(turn for turn in turns if _names_a_part(turn))
        return named if len(named) > 1 else ()
    labels = Counter(turn.author for turn in turns)
    return tuple(turn for turn in turns if turn.at or labels[turn.author] > 1 or _names_a_part(turn))


def entries(text: str, kind: DocumentKind) -> tuple[Entry, ...]:
    """What stands after each heading and before the next, white space around it left out; empty ones are left out too."""
    found = headings(text, kind)
    starts_of_next = [*(heading.span.start for heading in found[1:]), len(text)]
    described = []
    for heading, end in zip(found, starts_of_next, strict=False):
        span = _trimmed(text, heading.span.end, end)
        if len(span):
            described.append(Entry(span, heading.author, heading.at))
    return tuple(described)


def western_digits(clock: str) -> str:
    """A time with European digits, however it was written.

    >>> western_digits("١٤:٣٥")
    '14:35'
    """
    return "".join(str(int(character)) if character.isdecimal() else character for character in clock)


def _lines(text: str) -> list[Span]:
    """The lines of a text, without their line feeds."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _turn_heading(text: str, line: Span) -> Heading | None:
    """Stamp and label at the start of a line, either of them enough."""
    stamp = _STAMP_AT_START.match(text, line.start, line.end)
    end = stamp.end() if stamp else line.start
    label = _LABEL.match(text, end, line.end)
    if label and _is_label(label["label"]):
        return Heading(Span(line.start, label.end()), label["label"].strip(), western_digits(stamp["at"]) if stamp else None)
    return Heading(Span(line.start, end), None, western_digits(stamp["at"])) if stamp else None


def _is_label(label: str) -> bool:
    words = label.split()
    return len(words) <= MAX_LABEL_WORDS and not any(_CUE.fullmatch(word) for word in words)


def _names_a_part(heading: Heading) -> bool:
    return heading.author is not None and _PART.fullmatch(heading.author.rstrip("0123456789٠١٢٣٤٥٦٧٨٩ ")) is not None


def _post_heading(text: str, line: Span) -> Heading | None:
    """The time at the start of a line; the rest of it is the author where it is short and no sentence."""
    stamp = _STAMP_AT_START.match(text, line.start, line.end)
    if stamp is None:
        return None
    separator = _SEPARATOR.match(text, stamp.end(), line.end)
    end = separator.end() if separator else stamp.end()
    rest = text[end : line.end].strip()
    at = western_digits(stamp["at"])
    label = _LABEL.match(text, end, line.end)
    if label and _is_label(label["label"]):
        return Heading(Span(line.start, label.end()), label["label"].strip(), at)
    if rest and len(rest.split()) <= MAX_AUTHOR_WORDS and rest[-1].isalpha() and _words_follow(text, line.end):
        return Heading(line, rest, at)
    return Heading(Span(line.start, end), None, at)


def _words_follow(text: str, end: int) -> bool:
    """Whether the next line that is not blank holds words and not the next time: only then was the line above a heading."""
    following = text[end:].lstrip()[:200].partition("\n")[0]
    return bool(following) and _STAMP_AT_START.match(following) is None


def _trimmed(text: str, start: int, end: int) -> Span:
    """The range without white space at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())))
