"""GNU gettext PO, through polib.

msgctxt is the unit's key, msgid the source, msgstr the target as reviewed. `fuzzy` stands on everything that is not approved; a rejected rendering is
an empty msgstr; a changed source is `#| msgid` with the former text. What else is known stands in comments (`po_comments`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO
from urllib.parse import quote

import polib

from workbench import __version__
from workbench.formats.clean import with_texts
from workbench.formats.encodings import decode
from workbench.formats.po_comments import extracted_lines, read_extracted, read_translator, translator_lines
from workbench.formats.po_scan import Scan
from workbench.formats.record import Plural, Property, Record, State
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag

FUZZY = "fuzzy"
CHARSET = re.compile(rb'"Content-Type:[^"\n]*?charset=([\w:.-]+)', re.IGNORECASE)
DEFAULT_CHARSET = "CHARSET"  # what xgettext writes into templates

REFERENCE, FORMER_KEY, FORMER_PLURAL = "x-reference", "x-former-key", "x-former-plural"
FORMER = (FORMER_KEY, FORMER_PLURAL)
"""Properties that keep what a record has no field for."""

PLURAL_RULE = "nplurals={count}; plural=(n != 1);"
OUR_HEADERS = frozenset(
    {
        "Project-Id-Version",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Plural-Forms",
        "X-Generator",
        "X-Source-Language",
    }
)
"""The header fields we write; a file's others are counted as not kept."""

ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\v": r"\v", "\b": r"\b", "\f": r"\f", "\a": r"\a", '"': r"\""})


class Entry(polib.POEntry):
    """An entry written as msgcat --no-wrap does.

    polib's own also breaks strings at U+2028 and its kin, leaves blanks at line ends and forgets what is said of obsolete entries.
    """

    def __unicode__(self, wrapwidth: int = 0) -> str:  # polib's hook for str()
        lines = [f"# {line}".rstrip() for line in self.tcomment.split("\n") if self.tcomment]
        lines += [f"#. {line}" for line in self.comment.split("\n") if self.comment]
        if self.occurrences:
            lines.append("#: " + " ".join(path for path, _ in self.occurrences))
        if self.flags:
            lines.append("#, " + ", ".join(self.flags))
        for name in ("previous_msgctxt", "previous_msgid", "previous_msgid_plural"):
            text = getattr(self, name)
            if text is not None:
                lines += self._str_field(name, "#| ", "", text)
        message: str = polib._BaseEntry.__unicode__(self, wrapwidth)  # type: ignore[no-untyped-call]
        return "\n".join([*lines, message])

    def _str_field(self, fieldname: str, delflag: str, plural_index: str, field: str, wrapwidth: int = 0) -> list[str]:  # noqa: ARG002
        lines = field.split("\n")
        strings = [line + "\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1] or len(lines) == 1)
        first, *rest = strings if len(strings) == 1 else ["", *strings]
        keyword = f"{delflag}{fieldname.removeprefix('previous_')}{plural_index}"
        return [f'{keyword} "{first.translate(ESCAPES)}"', *(f'{delflag}"{line.translate(ESCAPES)}"' for line in rest)]


class Lines(str):
    """A text whose lines end at line feeds only; polib asks a text that is no path for its `splitlines`."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002
        """The lines of a PO file."""
        return self.split("\n")


def read(stream: BinaryIO, report: Report) -> Iterator[Record]:
    """The records of a PO file; raises BadInput with the line where the file is broken.

    An entry that repeats the key and text of an earlier one is left out and reported, as gettext does not allow it.
    """
    content = stream.read()
    match = CHARSET.search(content)
    charset = match[1].decode("ascii") if match else None
    text = decode(content, report, declared=None if charset == DEFAULT_CHARSET else charset)
    if "\0" in text:
        raise report.bad("a NUL character", text[: text.index("\0")].count("\n") + 1, "delete it")
    scan = Scan(report)
    lines = "\n".join(scan.lines(text))
    catalogue = parse(lines, report, has_header=scan.has_header)
    header = Header(catalogue, report)
    seen: set[tuple[str | None, str]] = set()
    for entry in catalogue:
        report.read += 1
        label = entry.msgctxt or entry.msgid[:40]
        if (entry.msgctxt, entry.msgid) in seen and not entry.obsolete:
            report.skip(label, entry.linenum, "an earlier entry has the same msgctxt and msgid")
        elif not entry.msgid:
            report.skip(label, entry.linenum, "its msgid is empty")
        else:
            seen.add((entry.msgctxt, entry.msgid))
            yield record_of(entry, header, report)


def parse(text: str, report: Report, *, has_header: bool) -> polib.POFile:
    """What polib makes of a text that passed the scan."""
    # without a header polib takes an entry with a context and an empty msgid for it, and the comments of the first entry for those of the file
    header = "" if has_header else 'msgid ""\nmsgstr ""\n\n'
    shift = header.count("\n")
    try:
        catalogue: polib.POFile = polib.pofile(Lines(header + text + "\n"), encoding="utf-8")  # type: ignore[no-untyped-call]
    except (OSError, UnicodeError, ValueError, IndexError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise report.bad("gettext syntax error", int(line[1]) - shift if line else None, "msgfmt -c says more about it") from error
    for entry in catalogue:
        entry.linenum = max(1, entry.linenum - shift)
    return catalogue


class Header:
    """What the header of a file says of all its entries."""

    def __init__(self, catalogue: polib.POFile, report: Report) -> None:
        fields = catalogue.metadata
        target = normal_tag(fields.get("Language", ""))
        source = normal_tag(fields.get("X-Source-Language", ""))
        arabic_target = bool(target) and str(target).partition("-")[0] == "ar"
        self.target_language = target or "en"
        self.source_language = source or ("en" if arabic_target else "ar")
        self.rule: str | None = fields.get("Plural-Forms")
        report.lose("header fields", len(set(fields) - OUR_HEADERS))
        report.lose("comments on the whole file", bool(catalogue.header.strip()))


def record_of(entry: polib.POEntry, header: Header, report: Report) -> Record:
    """An entry as a record."""
    values, properties, state = read_extracted(entry.comment.split("\n") if entry.comment else [])
    plural = plural_of(entry, header)
    target = plural.targets[0] if plural else entry.msgstr
    published, rejected, notes = read_translator(entry.tcomment.split("\n") if entry.tcomment else [], untranslated=not target)
    places = [f"{path}:{line}" if line else path for path, line in entry.occurrences]
    kept = [(FORMER_KEY, entry.previous_msgctxt), (FORMER_PLURAL, entry.previous_msgid_plural)]
    languages = {"source_language": header.source_language, "target_language": header.target_language}
    return Record(
        key=entry.msgctxt,
        source=entry.msgid,
        target=target or rejected,
        state=state_of(state, fuzzy=FUZZY in entry.flags, translated=bool(target)),
        published=published,
        former_source=entry.previous_msgid,
        article_place=from_reference(places[0]) if places else None,
        notes=notes,
        properties=(
            *properties,
            *(Property(REFERENCE, from_reference(place)) for place in places[1:]),
            *(Property(name, value) for name, value in kept if value is not None),
        ),
        flags=tuple(flag for flag in entry.flags if flag and flag != FUZZY),
        plural=plural,
        obsolete=bool(entry.obsolete),
        where=report.place(entry.linenum),
        **(languages | values),
    )


def plural_of(entry: polib.POEntry, header: Header) -> Plural | None:
    """The plural of an entry that has one."""
    if not entry.msgid_plural and not entry.msgstr_plural:
        return None
    forms = entry.msgstr_plural or {0: entry.msgstr}
    return Plural(entry.msgid_plural, tuple(forms[index] for index in sorted(forms)), header.rule)


FUZZY_STATES = frozenset({State.WAITING, State.CHANGED, State.SECOND_LOOK, State.NO_SOURCE})


def state_of(label: str | None, *, fuzzy: bool, translated: bool) -> State:
    """The state; where an outside editor took or gave `fuzzy`, the flag counts more than our label."""
    labelled = next((state for state in State if state == label), None)
    if not translated:
        return State.REJECTED if labelled is State.REJECTED else State.WAITING
    if not fuzzy:
        return State.APPROVED
    return labelled if labelled in FUZZY_STATES else State.SECOND_LOOK


# everything polib would split a reference at
WHITE_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
SPACES = {character: quote(character) for character in WHITE_SPACE}
CODES = "|".join(code[1:] for code in (*SPACES.values(), "%25"))


def to_reference(place: str) -> str:
    """A place as one word: white space percent-encoded, and a percent sign that would be mistaken for it.

    >>> to_reference("hama 2016/article.txt:120"), from_reference("hama%202016/article.txt:120")
    ('hama%202016/article.txt:120', 'hama 2016/article.txt:120')
    """
    place = re.sub(f"%(?={CODES})", "%25", place)
    return re.sub(r"\s", lambda match: SPACES[match[0]], place)


def from_reference(word: str) -> str:
    """What `to_reference` was given; other percent-encodings are left alone, so that foreign references come back as they were."""
    names = {code: character for character, code in SPACES.items()}
    return re.sub(f"%25(?={CODES})|{'|'.join(names)}", lambda match: names.get(match[0], "%"), word)


def prepare(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The records as PO can carry them; what it cannot carry is left out and named in the report."""
    seen: set[tuple[str | None, str]] = set()
    rule: str | None = None
    for given in records:
        if not given.source:
            report.skip(given.label, given.where, "it has no source text")
            continue
        record = fitted(with_texts(given, lambda text: encodable(text, report)), report)
        if record.plural and not (record.plural.source and record.plural.targets):
            report.lose("plural forms without a plural source")
            record = replace(record, plural=None)
        if record.plural:
            rule = rule or record.plural.rule or PLURAL_RULE.format(count=len(record.plural.targets))
            report.lose("plural rules of single units", record.plural.rule not in (None, rule))
            record = replace(record, plural=record.plural._replace(rule=rule))
        if (record.key, record.source) in seen:
            report.skip(given.label, given.where, "an earlier unit has the same key and source text")
            continue
        seen.add((record.key, record.source))
        yield record


def fitted(record: Record, report: Report) -> Record:
    """The record with everything at the place where a reader of PO finds it again."""
    hidden = record.state is State.REJECTED
    own = [entry for entry in record.properties if has_own_line(entry)]
    references = [entry.value for entry in own if entry.name == REFERENCE and entry.value]
    if record.article_place is None and references:
        record = replace(record, article_place=references.pop(0))
    former = {entry.name: entry for entry in own if entry.name != REFERENCE}
    report.lose("repeated former texts", len(own) - len(former) - sum(entry.name == REFERENCE for entry in own))
    if record.obsolete:
        report.lose("former texts of obsolete entries", len(former) + (record.former_source is not None))
        former.clear()
        record = replace(record, former_source=None)
    kept = [entry for entry in record.properties if entry not in own]
    plural = record.plural
    if plural:
        plural = plural._replace(targets=("",) * len(plural.targets) if hidden else (record.target, *plural.targets[1:]))
    return replace(
        record,
        state=record.state if record.target or hidden else State.WAITING,
        plural=plural,
        flags=tuple(flag for flag in record.flags if flag != FUZZY),
        properties=(*kept, *(Property(REFERENCE, value) for value in references), *(former[name] for name in FORMER if name in former)),
    )


def has_own_line(entry: Property) -> bool:
    """Whether PO has a line of its own for a property."""
    return entry.language is None and entry.name in (REFERENCE, *FORMER)


def encodable(text: str, report: Report) -> str:
    """The text without NUL and lone surrogates, which no PO file can hold."""
    if text.isascii() and "\0" not in text:
        return text
    cleaned = re.sub("[\0\ud800-\udfff]", "", text)
    report.lose("characters that PO cannot carry", len(text) - len(cleaned))
    return cleaned


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records; the text is what msgcat --no-wrap gives."""
    kept = list(records)
    catalogue = polib.POFile(wrapwidth=0)  # type: ignore[no-untyped-call]
    catalogue.metadata = header_fields(kept)
    languages = (kept[0].source_language, kept[0].target_language) if kept else ("ar", "en")
    catalogue.extend(entry_of(record, languages) for record in kept)
    stream.write(str(catalogue).removeprefix("#\n").encode("utf-8"))


def header_fields(records: Sequence[Record]) -> dict[str, str]:
    """The header; its date is that of the newest record, so that the same state always gives the same file."""
    first = records[0] if records else Record(source="", target="")
    newest = max((moment(record) for record in records), default=None, key=lambda pair: pair[0] or "")
    rule = next((record.plural.rule for record in records if record.plural), None)
    fields: dict[str, str] = {"Project-Id-Version": "quotes"}
    if newest and newest[0]:
        fields["PO-Revision-Date"] = newest[0]
    fields |= {
        "Last-Translator": (newest[1] if newest else None) or "quote workbench",
        "Language-Team": first.target_language,
        "Language": first.target_language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"quote workbench {__version__}",
        "X-Source-Language": first.source_language.replace("-", "_"),
    }
    return fields | ({"Plural-Forms": rule} if rule else {})


def moment(record: Record) -> tuple[str, str]:
    """When a record last changed and by whom, as the header spells it."""
    at: datetime | None = record.changed_at or record.created_at
    by = record.changed_by if record.changed_at else record.created_by
    return (at.strftime("%Y-%m-%d %H:%M+0000") if at else "", " ".join((by or "").split()))


def entry_of(record: Record, languages: tuple[str, str]) -> polib.POEntry:
    """A prepared record as an entry of a file in these languages."""
    shown = "" if record.state is State.REJECTED else record.target
    fuzzy = bool(shown) and record.state is not State.APPROVED
    implied = state_of(None, fuzzy=fuzzy, translated=bool(shown))
    own = [entry for entry in record.properties if has_own_line(entry)]
    former = {entry.name: entry.value for entry in own if entry.name in FORMER}
    comments = replace(record, properties=tuple(entry for entry in record.properties if entry not in own))
    places = [record.article_place, *(entry.value for entry in own if entry.name == REFERENCE)]
    return Entry(  # type: ignore[no-untyped-call]
        msgctxt=record.key,
        msgid=record.source,
        msgid_plural=record.plural.source if record.plural else "",
        msgstr="" if record.plural else shown,
        msgstr_plural=dict(enumerate(record.plural.targets)) if record.plural else {},
        comment="\n".join(extracted_lines(comments, None if record.state is implied else str(record.state), languages)),
        tcomment="\n".join(translator_lines(record, "" if shown else record.target)),
        occurrences=[(to_reference(place), "") for place in places if place],
        flags=[FUZZY] * fuzzy + list(record.flags),
        previous_msgctxt=former.get(FORMER_KEY),
        previous_msgid=record.former_source,
        previous_msgid_plural=former.get(FORMER_PLURAL),
        obsolete=record.obsolete,
    )
