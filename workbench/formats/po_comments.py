"""What a record says beyond PO's own fields, as lines of comments that people can read, and back.

Extracted comments (`#.`) hold labelled fields (`Speaker: Ghassan Khalaf`), then properties (`[x-client] Acme`), then lines of other origin.
Translator comments (`#`) hold the rendering as published and the notes. Reading takes a line for ours only where writing would put the same line at
the same place, so that a foreign file's comments come back as they were.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from workbench.formats.fields import BY_NAME, DEFAULTS, Field, without
from workbench.formats.lines import from_line, note_of, note_text, one_line
from workbench.formats.po_names import has_own_line
from workbench.formats.record import Note, Property, Record

PAIR = ("source-language", "target-language")
EXTRACTED = without("state", "article-place", "published", "former-source", "flags", "notes", "obsolete", "plural", *PAIR)
STATE = "State"
LABELS: dict[str, Field] = {field.label: field for field in (*EXTRACTED, *(BY_NAME[name] for name in PAIR))}
ROWS = tuple((field.attribute, DEFAULTS[field.attribute], f"{field.label}: ", field.render) for field in EXTRACTED)
"""What `named_texts` does, laid out for a loop that runs a hundred thousand times."""
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


def extracted_lines(record: Record, state: str | None, languages: tuple[str, str]) -> list[str]:
    """The lines of the extracted comment; the state and languages only where nothing else in the file says them."""
    lines = [f"{STATE}: {state}"] if state else []
    values = record.__dict__
    for attribute, usual, label, render in ROWS:
        value = values.get(attribute, usual)
        if value is not usual and value != usual:
            lines.append(label + one_line(render(value)))
    sides = (record.source_language, record.target_language)
    if sides != languages:
        lines += [f"{BY_NAME[name].label}: {language}" for name, language, usual in zip(PAIR, sides, languages, strict=True) if language != usual]
    own = (entry for entry in record.properties if not has_own_line(entry))
    for position, entry in enumerate(own):
        lines.append(entry.value if stands_raw(entry, first=position == 0) else property_line(entry))
    return lines


def stands_raw(entry: Property, *, first: bool) -> bool:
    """Whether a kept comment can stand as it is and be told from our own lines; the first one follows the labelled lines."""
    if entry.name != RAW or entry.language is not None or not entry.value or not plain_line(entry.value) or property_of(entry.value):
        return False
    match = LABELLED.fullmatch(entry.value) if first else None
    return match is None or match["label"] not in ORDER


def plain_line(text: str) -> bool:
    """Whether a text survives as a line of a comment; a backslash does."""
    return one_line(text.replace("\\", "/")) == text.replace("\\", "/")


def property_line(entry: Property) -> str:
    """A property on one line."""
    return f"{bracketed(entry.name, entry.language or '')} {one_line(entry.value)}".rstrip()


@lru_cache(maxsize=1024)
def bracketed(name: str, language: str) -> str:
    """A property's name and language in brackets."""
    name, language = (re.sub(r"([\]@\\])", r"\\\1", one_line(text)) for text in (name, language))
    return f"[{name}{'@' + language if language else ''}]"


def property_of(line: str) -> Property | None:
    """The property a line holds, if writing it gives the line again."""
    match = PROPERTY.fullmatch(line)
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
    return all(
        plain_line(line) and not line.startswith((PUBLISHED, REJECTED)) and not is_note(line, after_plain=position > 0)
        for position, line in enumerate(note.text.split("\n"))
    )


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
