"""Reading GNU gettext PO, through polib, and making records fit for it.

msgctxt is the unit's key, msgid the source, msgstr the target as reviewed. `fuzzy` stands on everything that is not approved; a rejected rendering is
an empty msgstr; a changed source is `#| msgid` with the former text. What else is known stands in comments (`po_comments`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

import polib

from workbench.formats.clean import with_texts
from workbench.formats.encodings import decode
from workbench.formats.po_comments import read_extracted, read_translator
from workbench.formats.po_names import FORMER, FORMER_KEY, FORMER_PLURAL, FUZZY, REFERENCE, from_reference, has_own_line, state_of
from workbench.formats.po_scan import Scan
from workbench.formats.record import Plural, Property, Record, State
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag

CHARSET = re.compile(rb'"Content-Type:[^"\n]*?charset=([\w:.-]+)', re.IGNORECASE)
DEFAULT_CHARSET = "CHARSET"  # what xgettext writes into templates

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
        flags=tuple(flag for flag in entry.flags if flag and (flag != FUZZY or not target)),  # of a text that is there, the state says it
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
    kept = [entry for entry in record.properties if entry not in own]
    plural = record.plural
    if plural:
        plural = plural._replace(targets=("",) * len(plural.targets) if hidden else (record.target, *plural.targets[1:]))
    return replace(
        record,
        state=record.state if record.target or hidden else State.WAITING,
        plural=plural,
        flags=tuple(flag for flag in record.flags if flag != FUZZY or not (record.target or hidden)),
        properties=(*kept, *(Property(REFERENCE, value) for value in references), *(former[name] for name in FORMER if name in former)),
    )


def encodable(text: str, report: Report) -> str:
    """The text without NUL and lone surrogates, which no PO file can hold."""
    if text.isascii() and "\0" not in text:
        return text
    cleaned = re.sub("[\0\ud800-\udfff]", "", text)
    report.lose("characters that PO cannot carry", len(text) - len(cleaned))
    return cleaned
