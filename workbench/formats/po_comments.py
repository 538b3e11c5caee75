"""What a record says beyond PO's own fields, as lines of comments that people can read, and back.

Extracted comments (`#.`) hold labelled fields (`Speaker: Ghassan Khalaf`), then properties (`[x-client] Acme`), then lines of other origin.
Translator comments (`#`) hold the rendering as published and the notes. Reading takes a line for ours only where writing would put the same line at
the same place, so that a foreign file's comments come back as they were.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from workbench.formats.fields import BY_NAME, Field, without
from workbench.formats.lines import from_line, note_of, note_text, one_line, time_text
from workbench.formats.record import Note, Property, Record

PAIR = ("source-language", "target-language")
EXTRACTED = without("state", "article-place", "published", "former-source", "flags", "notes", "obsolete", "plural", *PAIR)
STATE = "State"
LABELS: dict[str, Field] = {field.label: field for field in (*EXTRACTED, *(BY_NAME[name] for name in PAIR))}
REPEATED = frozenset(
    {"speaker", "outlet", "date", "fidelity", "verdict", "reviewer", "override", "protected", "created", "created-by", "changed-by", "segment-type"}
)
"""Fields that have the same few values in thousands of units: those taken in together were made at one time, too."""

Lines = Callable[[Any], str]
"""What makes the lines of the value of a field, or of the values of several, with mark and line feed; nothing where they say nothing."""


def line_maker(field: Field) -> Lines:
    """What makes the line of one field; every field here is false where it says nothing."""
    start, render = f"#. {field.label}: ", field.render
    if render is time_text:
        return lambda at: f"{start}{time_text(at)}\n" if at else ""
    if render is str:
        return lambda text: f"{start}{one_line(text)}\n" if text else ""
    return lambda value: f"{start}{one_line(render(value))}\n" if value else ""


def runs(fields: Sequence[Field]) -> Iterator[tuple[Callable[[Record], Any], Lines]]:
    """What takes values from a record, and what makes their lines: one by one, or those that stand and repeat themselves together, made once."""
    for repeated, group in groupby(fields, lambda field: field.name in REPEATED):
        run = list(group)
        if repeated:
            yield attrgetter(*(field.attribute for field in run)), lru_cache(maxsize=4096)(together([line_maker(field) for field in run]))
        else:
            yield from ((attrgetter(field.attribute), line_maker(field)) for field in run)


def together(makers: Sequence[Lines]) -> Lines:
    """What makes the lines of the values of several fields."""
    return lambda values: "".join([make(value) for make, value in zip(makers, values, strict=True)])


RUNS = tuple(runs(EXTRACTED))
ORDER = {label: place for place, label in enumerate((STATE, *LABELS))}

RAW = "x-comment"
"""The property that keeps an extracted comment of other origin."""

LABELLED = re.compile(r"(?P<label>[A-Z][a-z]+(?: [a-z]+)?): (?P<value>.*)", re.DOTALL)
PROPERTY = re.compile(r"\[(?P<name>(?:[^\]@\\]|\\.)*)(?:@(?P<language>(?:[^\]\\]|\\.)+))?\](?: (?P<value>.+))?", re.DOTALL)

PUBLISHED = "As published: "
NOTE = "Note: "
REJECTED = "Rejected: "
EMPTY_LINE = "\n"
"""At the beginning of a comment: polib drops it."""


def extracted_comment(record: Record, state: str | None, languages: tuple[str, str], properties: Sequence[Property]) -> str:
    """The extracted comment, of the `properties` without a line of their own, too; the state and languages only where nothing else says them."""
    lines = [make(values_of(record)) for values_of, make in RUNS]
    if state:
        lines.insert(0, f"#. {STATE}: {state}\n")
    if record.source_language != languages[0] or record.target_language != languages[1]:
        lines += language_lines(record, languages)
    first = True
    for entry in properties:
        name, value, language = entry
        if name == RAW and stands_raw(entry, first=first):
            lines.append(f"#. {value}\n")
        elif value and language is None:  # as `property_line` would, without its being called
            lines.append(f"#. {bracketed(name, '')} {one_line(value)}\n")
        else:
            lines.append(f"#. {property_line(entry)}\n")
        first = False
    return "".join(lines)


def language_lines(record: Record, languages: tuple[str, str]) -> Iterator[str]:
    """The languages of a record that are not those of the file."""
    sides = (record.source_language, record.target_language)
    for name, language, usual in zip(PAIR, sides, languages, strict=True):
        if language != usual:
            yield f"#. {BY_NAME[name].label}: {language}\n"


def stands_raw(entry: Property, *, first: bool) -> bool:
    """Whether a kept comment can stand as it is and be told from our own lines; the first one follows the labelled lines."""
    text = entry.value
    if entry.language is not None or not text or not plain_line(text) or property_of(text):
        return False
    match = LABELLED.fullmatch(text) if first and ": " in text else None
    return match is None or match["label"] not in ORDER


def plain_line(text: str) -> bool:
    """Whether a text survives as a line of a comment; a backslash does."""
    if "\\" in text:
        text = text.replace("\\", "/")
    return one_line(text) == text


def property_line(entry: Property) -> str:
    """A property on one line."""
    name, value, language = entry
    return f"{bracketed(name, language or '')} {one_line(value)}" if value else bracketed(name, language or "")


@lru_cache(maxsize=1024)
def bracketed(name: str, language: str) -> str:
    """A property's name and language in brackets."""
    name, language = (re.sub(r"([\]@\\])", r"\\\1", one_line(text)) for text in (name, language))
    return f"[{name}{'@' + language if language else ''}]"


def property_of(line: str) -> Property | None:
    """The property a line holds, if writing it gives the line again."""
    match = PROPERTY.fullmatch(line) if line.startswith("[") else None
    if match is None:
        return None
    name, language = (from_line(re.sub(r"\\([\]@\\])", r"\1", text)) if text else None for text in (match["name"], match["language"]))
    entry = Property(name or "", from_line(match["value"] or ""), language)
    return entry if property_line(entry) == line else None


def read_extracted(lines: Sequence[str]) -> tuple[dict[str, Any], tuple[Property, ...], str | None]:
    """The attributes, properties and state that the lines of an extracted comment give."""
    values: dict[str, Any] = {}
    state, last, ours = None, -1, 0
    for line in lines:
        match = LABELLED.fullmatch(line)
        place = ORDER.get(match["label"], -1) if match else -1
        if match is None or place <= last:
            break
        if match["label"] == STATE:
            state = match["value"]
        elif not take(LABELS[match["label"]], match["value"], values):
            break
        last, ours = place, ours + 1
    return values, tuple(property_of(line) or Property(RAW, line) for line in lines[ours:]), state


def take(field: Field, line: str, values: dict[str, Any]) -> bool:
    """Read a labelled value; False where it is not one we would have written."""
    try:
        value = field.parse(from_line(line))
        written = one_line(field.render(value))
    except (ValueError, OverflowError):
        return False
    if written == line:
        values[field.attribute] = value
    return written == line


def translator_lines(record: Record, rejected: str) -> list[str]:
    """The lines of the translator comment; `rejected` is the rendering that an empty msgstr stands for."""
    lines = [f"{PUBLISHED}{one_line(record.published)}"] if record.published is not None else []
    if rejected:
        lines.append(f"{REJECTED}{one_line(rejected)}")
    after_plain = False
    for note in record.notes:
        plain = not after_plain and stands_alone(note) and (bool(lines) or not note.text.startswith(EMPTY_LINE))
        lines += note.text.split("\n") if plain else [f"{NOTE}{one_line(note_text(note))}"]
        after_plain = plain
    return lines


def stands_alone(note: Note) -> bool:
    """Whether a note can be written as bare lines and found again."""
    if note.author is not None or note.at is not None or not note.text.strip():
        return False
    for position, line in enumerate(note.text.split("\n")):
        if not plain_line(line):
            return False
        if ": " in line and (line.startswith((PUBLISHED, REJECTED)) or is_note(line, after_plain=position > 0)):
            return False
    return True


def is_note(line: str, *, after_plain: bool, first: bool = True) -> bool:
    """Whether a line is a note as we write it; “Note: …” in a foreign file, which we would write bare, is not.

    `first` says that it may be the first line of the comment, where a note that begins with an empty line is not written bare.
    """
    if not line.startswith(NOTE):
        return False
    note = note_of(from_line(line.removeprefix(NOTE)))
    return after_plain or line.startswith(NOTE + NOTE) or not stands_alone(note) or (first and note.text.startswith(EMPTY_LINE))


def labelled(lines: list[str], label: str) -> str | None:
    """Take the value of a label off the front of the lines, if we would have written it so."""
    if not lines or not lines[0].startswith(label):
        return None
    value = from_line(lines[0].removeprefix(label))
    if one_line(value) != lines[0].removeprefix(label):
        return None
    del lines[0]
    return value


def read_translator(lines: Sequence[str], *, untranslated: bool) -> tuple[str | None, str, tuple[Note, ...]]:
    """The rendering as published, the rejected one (where the msgstr is empty), and the notes."""
    rest = list(lines)
    published = labelled(rest, PUBLISHED)
    rejected = labelled(rest, REJECTED) if untranslated else None
    notes: list[Note] = []
    plain: list[str] = []
    for position, line in enumerate((*rest, None)):
        if line is not None and not is_note(line, after_plain=bool(plain), first=position == 0 and len(rest) == len(lines)):
            plain.append(line)
            continue
        if any(plain):
            notes.append(Note("\n".join(plain)))
        plain.clear()
        if line is not None:
            notes.append(note_of(from_line(line.removeprefix(NOTE))))
    return published, rejected or "", tuple(notes)
