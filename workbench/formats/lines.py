"""Any text on one visible line, and notes with their author and time as text."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from workbench.formats.record import Note

TWO = tuple(f"{number:02}" for number in range(60))
"""Numbers as times have them."""

SHORT = {"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}
LONG = {short: character for character, short in SHORT.items()}

# What a line-based reader would break at, trim or refuse: C0 and C1 controls, the Unicode line and paragraph separators,
# and white space at either end.
UNSAFE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^\\s+|\\s+$")
ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|.)", re.DOTALL)


def one_line(text: str) -> str:
    r"""The text with everything escaped that would not survive on a line of a comment.

    >>> print(one_line("we held\nmeetings "))
    we held\nmeetings\u0020
    """
    # what is printable has no controls in it, and of all white space only blanks; most texts are, and looking costs a tenth of the search
    if text.isprintable() and "\\" not in text and not text.startswith(" ") and not text.endswith(" "):
        return text
    return UNSAFE.sub(lambda match: "".join(SHORT.get(character, f"\\u{ord(character):04x}") for character in match[0]), text)


def from_line(line: str) -> str:
    r"""What `one_line` was given; a backslash that escapes nothing stays.

    >>> from_line(one_line("C:\\new\n")) == "C:\\new\n"
    True
    """

    def unescaped(match: re.Match[str]) -> str:
        return chr(int(match[1], 16)) if match[1] else LONG.get(match[0], match[0])

    return ESCAPED.sub(unescaped, line) if "\\" in line else line


def time_text(at: datetime) -> str:
    """A time as ISO 8601 in UTC.

    >>> time_text(datetime(2016, 10, 3, 9, 30, tzinfo=UTC))
    '2016-10-03T09:30:00Z'
    """
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC)
    # isoformat takes five times as long
    return f"{day_text(at.toordinal())}T{TWO[at.hour]}:{TWO[at.minute]}:{TWO[at.second]}Z"


@lru_cache(maxsize=4096)
def day_text(ordinal: int) -> str:
    """A day by its number; a file has few days and many times."""
    return date.fromordinal(ordinal).isoformat()


def time_of(text: str) -> datetime:
    """The time of an ISO 8601 text, UTC where it names no zone; raises ValueError for anything else."""
    at = datetime.fromisoformat(text)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
SIGNED = re.compile(rf"\[(?P<author>(?:[^\]\\]|\\.)*?)(?P<at>(?:(?:^|(?<=\[)|, ){TIME})?)\] (?P<text>.*)", re.DOTALL)
LOOKS_SIGNED = re.compile(rf"(?:^|, ){TIME}\Z")


def note_text(note: Note) -> str:
    """A note as one text, its author and time in brackets before it.

    >>> note_text(Note("Check the second half.", "Ann", datetime(2016, 10, 3, 9, 30, tzinfo=UTC)))
    '[Ann, 2016-10-03T09:30:00Z] Check the second half.'
    >>> note_text(Note("Fine."))
    'Fine.'
    """
    if note.author is None and note.at is None:
        return f"[] {note.text}" if note.text.startswith("[") else note.text
    author = bracketed_author(note.author or "")
    if note.at is None:
        return f"[{author}] {note.text}"
    return f"[{author}{', ' if author else ''}{time_text(note.at)}] {note.text}"


@lru_cache(maxsize=1024)
def bracketed_author(author: str) -> str:
    """A name as it can stand in brackets, and cannot be taken for one with a time."""
    author = re.sub(r"([\]\\])", r"\\\1", author)
    return author[:-1] + r"\Z" if LOOKS_SIGNED.search(author) else author


def note_of(text: str) -> Note:
    """The note that `note_text` wrote; a text of another origin becomes a note without author.

    >>> note_of("[Ann] Fine."), note_of("[sic] is ours").author
    (Note(text='Fine.', author='Ann', at=None), 'sic')
    """
    match = SIGNED.fullmatch(text) if text.startswith("[") else None
    if match is None:
        return Note(text)
    author, at = re.sub(r"\\(.)", r"\1", match["author"]), match["at"].removeprefix(", ")
    try:
        return Note(match["text"], author or None, time_of(at) if at else None)
    except ValueError:  # 2016-13-45: looks like a time and is none
        return Note(text)
