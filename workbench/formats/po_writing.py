"""Writing PO as `msgcat --no-wrap` writes it, entry by entry.

polib reads; it does not write here: it wraps at U+2028 and its kin, leaves blanks at line ends, forgets what is said of obsolete entries, and takes
five to eight times as long.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import BinaryIO, Final

from workbench import __version__
from workbench.formats.po_comments import extracted_comment, translator_lines
from workbench.formats.po_names import FORMER_KEY, FORMER_PLURAL, FUZZY, Parted, parted, state_of, to_reference
from workbench.formats.record import Property, Record, State

ESCAPES: Final = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\v": r"\v", "\b": r"\b", "\f": r"\f", "\a": r"\a", '"': r"\""})
OBSOLETE: Final = "#~ "
APPROVED, REJECTED = State.APPROVED, State.REJECTED
FORMER_MARK, FORMER_OBSOLETE = "#| ", "#~| "
NEVER: Final = datetime.min.replace(tzinfo=UTC)
AT_ONCE: Final = 1000
"""Entries that are encoded and handed to the stream together."""
NOTHING: Final[Parted] = ([], {}, [])


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records; obsolete ones come last, as gettext has them."""
    kept = list(records)
    languages = (kept[0].source_language, kept[0].target_language) if kept else ("ar", "en")
    stream.write(header(kept).encode())
    obsolete = [record for record in kept if record.obsolete]
    ordered = [record for record in kept if not record.obsolete] + obsolete if obsolete else kept
    for start in range(0, len(ordered), AT_ONCE):
        entries = [entry(record, languages) for record in ordered[start : start + AT_ONCE]]
        stream.write(("\n" + "\n".join(entries)).encode())


def header(records: Sequence[Record]) -> str:
    """The entry that describes the file; its date is that of the newest record, so that the same state always gives the same file."""
    first = records[0] if records else Record(source="", target="")
    moments = [record.changed_at or record.created_at or NEVER for record in records]
    newest = records[moments.index(max(moments))] if records else first
    at = newest.changed_at or newest.created_at
    by = newest.changed_by if newest.changed_at else newest.created_by
    rule = next((record.plural.rule for record in records if record.plural), None)
    fields = {
        "Project-Id-Version": "quotes",
        "PO-Revision-Date": at.strftime("%Y-%m-%d %H:%M+0000") if at else None,
        "Last-Translator": " ".join((by or "").split()) or "quote workbench",
        "Language-Team": first.target_language,
        "Language": first.target_language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": rule,
        "X-Generator": f"quote workbench {__version__}",
        "X-Source-Language": first.source_language.replace("-", "_"),
    }
    return 'msgid ""\n' + string("msgstr", "".join(f"{name}: {value}\n" for name, value in fields.items() if value))


def entry(record: Record, languages: tuple[str, str]) -> str:
    """A prepared record as an entry of a file in these languages."""
    shown = "" if record.state is REJECTED else record.target
    fuzzy = bool(shown) and record.state is not APPROVED
    mark = OBSOLETE if record.obsolete else ""
    references, kept, others = parted(record.properties) if record.properties else NOTHING
    parts = [comments(record, languages, shown, references, others, fuzzy=fuzzy)]
    if kept or record.former_source is not None:
        parts.append(former(record, kept, FORMER_OBSOLETE if mark else FORMER_MARK))
    texts = f"{record.key}{record.source}{shown}"
    if not (mark or record.plural or record.key is None) and texts.isprintable() and '"' not in texts and "\\" not in texts:
        return f'{"".join(parts)}msgctxt "{record.key}"\nmsgid "{record.source}"\nmsgstr "{shown}"\n'  # as `string` would, in one go
    if record.key is not None:
        parts.append(string("msgctxt", record.key, mark))
    parts.append(string("msgid", record.source, mark))
    if record.plural:
        parts.append(string("msgid_plural", record.plural.source, mark))
        parts += (string(f"msgstr[{number}]", text, mark) for number, text in enumerate(record.plural.targets))
    else:
        parts.append(string("msgstr", shown, mark))
    return "".join(parts)


def comments(record: Record, languages: tuple[str, str], shown: str, references: list[str], others: Sequence[Property], *, fuzzy: bool) -> str:
    """What stands before an entry: comments, references, flags."""
    text = ""
    if record.published is not None or record.notes or not shown:
        lines = translator_lines(record, "" if shown else record.target)
        text = "".join([f"# {line}\n" if line and not line[-1].isspace() else f"# {line}".rstrip() + "\n" for line in lines])
    implied = APPROVED if shown and not fuzzy else state_of(None, fuzzy=fuzzy, translated=bool(shown))
    text += extracted_comment(record, None if record.state is implied else record.state.value, languages, others)
    places = [record.article_place, *references] if record.article_place else references
    if places:
        text += f"#: {' '.join(map(to_reference, places))}\n"
    if fuzzy or record.flags:
        text += f"#, {', '.join([FUZZY] * fuzzy + list(record.flags))}\n"
    return text


def former(record: Record, kept: Mapping[str, str], mark: str) -> str:
    """The former texts of an entry."""
    texts = (("msgctxt", kept.get(FORMER_KEY)), ("msgid", record.former_source), ("msgid_plural", kept.get(FORMER_PLURAL)))
    return "".join([string(keyword, text, mark) for keyword, text in texts if text is not None])


def string(keyword: str, text: str, mark: str = "") -> str:
    r"""A keyword with its string, in one line, or a line for each of the text's.

    >>> print(string("msgstr", 'we "held"'), end="")
    msgstr "we \"held\""
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'{mark}{keyword} "{text}"\n'
    if "\n" not in text[:-1]:
        return f'{mark}{keyword} "{text.translate(ESCAPES)}"\n'
    lines = text.split("\n")
    feeds = [f'{mark}"{line.translate(ESCAPES)}\\n"\n' for line in lines[:-1]]
    last = [f'{mark}"{lines[-1].translate(ESCAPES)}"\n'] if lines[-1] else []
    return "".join((f'{mark}{keyword} ""\n', *feeds, *last))
