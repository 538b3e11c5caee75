"""Terms as CSV: a row for each term, which a spreadsheet sorts and filters; house sheets with a column for each language are read as well."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, BinaryIO, Final

from workbench.formats.bitext import guarded, unguarded
from workbench.formats.columns import normal
from workbench.formats.encodings import decode
from workbench.formats.record import Property
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.formats.terms import Concept, Term, TermStatus, tidy

TERM_COLUMNS: Final = ("concept", "language", "term", "status", "part-of-speech", "context", "source", "term-note")
CONCEPT_COLUMNS: Final = ("definition", "subject", "note")
COLUMNS: Final = (*TERM_COLUMNS, *CONCEPT_COLUMNS)
OTHER_NAMES: Final = {"id": "concept", "key": "concept", "entry": "concept", "domain": "subject", "subject-field": "subject", "comment": "note"}
BETWEEN_SYNONYMS: Final = "|"
PLAIN_NAME: Final = re.compile(r"\w[\w -]*")
"""A heading that no delimiter can be in."""
NOT_A_LANGUAGE: Final = frozenset({*COLUMNS, "type", "gender", "date", "author"})


def read(stream: BinaryIO, report: Report) -> Iterator[Concept]:
    """The concepts of a table; raises BadInput where its first line names neither `term` and `language` nor two languages."""
    text = decode(stream.read(), report)
    if "\0" in text:
        raise report.bad("a NUL character", text[: text.index("\0")].count("\n") + 1, "delete it")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [row for row in reader if any(row)]
    except csv.Error as error:
        remedy = 'enclose cells that have quote marks in "…" and double the marks'
        raise report.bad(f"the table cannot be read ({error})", reader.line_num, remedy) from error
    headings = [OTHER_NAMES.get(normal(unguarded(cell)), normal(unguarded(cell))) for cell in rows[0]] if rows else []
    if {"term", "language"} <= set(headings):
        yield from by_term(headings, rows[1:], report)
    elif len(languages := languages_in(headings)) > 1:
        yield from by_language(headings, languages, rows[1:], report)
    else:
        raise report.bad("the first line names neither term and language nor two languages", 1, "head the columns “ar” and “en”")


def languages_in(headings: Sequence[str]) -> dict[int, str]:
    """The columns that are languages, by their place."""
    tags = {place: normal_tag(name) for place, name in enumerate(headings) if name not in NOT_A_LANGUAGE}
    return {place: tag for place, tag in tags.items() if tag and tag.partition("-")[0] in USUAL}


USUAL: Final = frozenset({"ar", "en", "fr", "de", "es", "tr", "fa", "he", "ku", "ru", "it", "nl", "pt", "zh", "ur"})
"""Two letters alone would take any short heading for a language."""


def cells_of(headings: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """A row by its headings, empty cells left out."""
    return {name: text for name, cell in zip(headings, row, strict=False) if (text := tidy(unguarded(cell)))}


def by_term(headings: Sequence[str], rows: Iterable[Sequence[str]], report: Report) -> Iterator[Concept]:
    """Concepts of a table with a row for each term; rows of one concept belong together wherever they stand."""
    found: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for number, row in enumerate(rows, start=2):
        cells = cells_of(headings, row)
        found.setdefault(cells.get("concept") or f"row {number}", []).append((number, cells))
    for name, group in found.items():
        report.read += 1
        terms = []
        for number, cells in group:
            language = normal_tag(cells.get("language", ""))
            if "term" not in cells or language is None:
                report.skip(cells.get("term") or name, f"row {number} of {report.name}", "it has no term, or no language we know")
                continue
            terms.append(term_of(cells, language, report))
        first = {column: next((cells[column] for _, cells in group if column in cells), None) for column in CONCEPT_COLUMNS}
        if terms:
            named: dict[str, Any] = first
            yield Concept(id=name.removeprefix("row ") if name.startswith("row ") else name, terms=tuple(terms), where=f"row {group[0][0]}", **named)


def term_of(cells: dict[str, str], language: str, report: Report) -> Term:
    """The term of a row."""
    status: TermStatus | None = None
    if "status" in cells:
        try:
            status = TermStatus(cells["status"].casefold())
        except ValueError:
            report.lose("statuses that are none of preferred, admitted, deprecated, superseded")
    others = tuple(Property(name, text) for name, text in cells.items() if name not in COLUMNS and name)
    return Term(
        text=cells["term"],
        language=language,
        status=status,
        part_of_speech=cells.get("part-of-speech"),
        context=cells.get("context"),
        source=cells.get("source"),
        note=cells.get("term-note"),
        properties=others,
    )


def by_language(headings: Sequence[str], languages: dict[int, str], rows: Iterable[Sequence[str]], report: Report) -> Iterator[Concept]:
    """Concepts of a house sheet: a row each, a column for each language, synonyms apart by a bar."""
    for number, row in enumerate(rows, start=2):
        report.read += 1
        cells = cells_of(headings, row)
        texts = [(languages[place], tidy(unguarded(row[place]))) for place in languages if place < len(row)]
        terms = tuple(
            Term(text=word, language=language) for language, text in texts for part in (text or "").split(BETWEEN_SYNONYMS) if (word := tidy(part))
        )
        if not terms:
            report.skip(cells.get("concept") or "a row", f"row {number} of {report.name}", "it has no term")
            continue
        known = {headings[place] for place in languages} | {"concept", *CONCEPT_COLUMNS}
        others = tuple(Property(name, text) for name, text in cells.items() if name not in known and name)
        named: dict[str, Any] = {name: cells.get(name) for name in CONCEPT_COLUMNS}
        yield Concept(id=cells.get("concept") or str(number - 1), terms=terms, properties=others, where=f"row {number}", **named)


def prepare(concepts: Iterable[Concept], report: Report) -> Iterator[Concept]:
    """The concepts as a table can carry them; a property of a concept has no column, one of a term has, in the order of the columns."""
    kept = list(usable(concepts, report))
    places = {name: place for place, name in enumerate(extra_columns(kept))}
    for concept in kept:
        terms = (replace(term, properties=tuple(sorted(term.properties, key=lambda entry: places[entry.name]))) for term in concept.terms)
        yield replace(concept, terms=tuple(terms))


def extra_columns(concepts: Iterable[Concept]) -> list[str]:
    """The names of all properties of terms, as they first come up."""
    return list(dict.fromkeys(entry.name for concept in concepts for term in concept.terms for entry in term.properties))


def usable(concepts: Iterable[Concept], report: Report) -> Iterator[Concept]:
    """The concepts that have a term, each with a name of its own."""
    taken: set[str] = set()
    for number, given in enumerate(concepts, start=1):
        terms = tuple(filter(None, (fitted(term, report) for term in given.terms)))
        if not terms:
            report.skip(given.id, given.where, "it has no term")
            continue
        report.lose("properties of concepts", len(given.properties))
        name = carried(given.id, report) or str(number)
        while name in taken or name.startswith("row "):
            name = f"{name.removeprefix('row ')}-{number}"
        taken.add(name)
        named: dict[str, Any] = {column: carried(getattr(given, column), report) for column in CONCEPT_COLUMNS}
        yield Concept(id=name, terms=terms, where=given.where, **named)


def fitted(term: Term, report: Report) -> Term | None:
    """A term as a row can carry it."""
    texts = {item.name: carried(getattr(term, item.name), report) for item in fields(Term) if item.name not in ("language", "status", "properties")}
    if not texts["text"]:
        return None
    kept: dict[str, Property] = {}
    for entry in term.properties:
        name, value = normal(carried(entry.name, report) or ""), carried(entry.value, report)
        usable = value and PLAIN_NAME.fullmatch(name) and OTHER_NAMES.get(name, name) not in COLUMNS and name not in kept
        if usable and value:
            kept[name] = Property(name, value)
        else:
            report.lose("properties of terms that repeat a name, or have none")
    named: dict[str, Any] = texts
    return Term(language=normal_tag(term.language) or "und", status=term.status, properties=tuple(kept.values()), **named)


def carried(text: str | None, report: Report) -> str | None:
    """A text on one line, without NUL and lone surrogates."""
    cleaned = "".join(character for character in text or "" if character != "\0" and not "\ud800" <= character <= "\udfff")
    report.lose("characters that a table cannot carry", len(text or "") - len(cleaned))
    return tidy(cleaned)


def write(concepts: Iterable[Concept], stream: BinaryIO) -> None:
    """Write prepared concepts, a row for each term; what belongs to the concept stands in its first row."""
    kept = list(concepts)
    extra = extra_columns(kept)
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([guarded(name) for name in (*COLUMNS, *extra)])
    for concept in kept:
        for place, term in enumerate(concept.terms):
            own = {entry.name: entry.value for entry in term.properties}
            said = (term.status.value if term.status else None, term.part_of_speech, term.context, term.source, term.note)
            shared = [getattr(concept, name) if place == 0 else None for name in CONCEPT_COLUMNS]
            row = (concept.id, term.language, term.text, *said, *shared, *(own.get(name) for name in extra))
            writer.writerow([guarded(cell or "") for cell in row])
    text.detach()
