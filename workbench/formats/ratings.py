"""What the formats of MQM tools share: a unit is one or several rated texts, and each file also says, beside what its tool shows, what the unit is.

The tools know systems, raters and errors, no keys, states or comments. Every format has a corner that tools leave alone; there the whole unit stands
as JSON. Reading takes from it what the visible part still says the same way, and believes the visible part wherever a tool has changed it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from workbench.formats.clean import with_texts
from workbench.formats.columns import encodable
from workbench.formats.fields import BY_NAME, FIELDS, named_texts, strings
from workbench.formats.marks import fitting
from workbench.formats.record import Mark, Property, Record
from workbench.formats.report import Report
from workbench.model import ErrorSeverity

CORNER: Final = "workbench"
"""The name our JSON goes by in every format."""
PUBLISHED, REVIEWED, EARLIER = "published", "reviewed", "earlier"
RATED_BY: Final = "x-rated-by"
"""The property that names a rater who found nothing."""

SEVERITIES: Final = {
    "trivial": ErrorSeverity.NEUTRAL,
    "neutral": ErrorSeverity.NEUTRAL,
    "minor": ErrorSeverity.MINOR,
    "major": ErrorSeverity.MAJOR,
    "critical": ErrorSeverity.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Version:
    """A text of a unit that was rated, under the name a tool takes for that of a translation system; `marks` count in its texts."""

    system: str
    source: str
    target: str
    marks: tuple[Mark, ...]


def versions(record: Record) -> tuple[Version, ...]:
    """The present text of a unit, then every other text that marks were made on.

    >>> [(version.system, version.target) for version in versions(Record(source="نص", target="held", published="had"))]
    [('reviewed', 'held')]
    """
    present = PUBLISHED if record.published in (None, record.target) else REVIEWED
    texts: dict[tuple[str, str], list[Mark]] = {(record.source, record.target): []}
    for mark in record.marks:
        source = record.source if mark.on_source is None else mark.on_source
        target = record.target if mark.on_target is None else mark.on_target
        texts.setdefault((source, target), []).append(mark)
    names = [present]
    for source, target in list(texts)[1:]:
        as_published = target == record.published and source == record.source and PUBLISHED not in names
        names.append(PUBLISHED if as_published else f"{EARLIER}-{len(names)}")
    return tuple(Version(name, *pair, tuple(marks)) for name, (pair, marks) in zip(names, texts.items(), strict=True))


def prepare(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The records as a rating file can carry them: their marks in the order of their texts, those that reach beyond a text left out and counted."""
    for given in records:
        record = with_texts(given, lambda text: encodable(text, report))
        record = replace(record, marks=fitting(record, report))
        yield replace(record, marks=tuple(mark for version in versions(record) for mark in version.marks))


def content_raters(record: Record) -> list[str]:
    """Who looked at the unit and found nothing: those the file named, and its reviewer where nobody has marked anything."""
    named = [entry.value for entry in record.properties if entry.name == RATED_BY and entry.value]
    return named or ([record.reviewer] if record.reviewer and not record.marks else [])


def unit_json(record: Record) -> dict[str, Any]:
    """The whole unit by the names of its fields."""
    value: dict[str, Any] = {"source": record.source, "target": record.target}
    if record.key is not None:
        value["key"] = record.key
    value |= {field.name: text for field, text in named_texts(record, FIELDS)}
    if record.properties:
        value["properties"] = [list(entry[: 2 if entry.language is None else 3]) for entry in record.properties]
    return value


def unit_of(value: Any, where: str | None = None) -> Record:
    """The way back from `unit_json`; raises ValueError for anything else."""
    if not isinstance(value, dict):
        raise ValueError("not a unit")
    rows = value.get("properties", [])
    texts = {name: text for name, text in value.items() if name != "properties"}
    strings(list(texts.values()))
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) in (2, 3) and strings(row) for row in rows):
        raise ValueError("not properties")
    try:
        fields = {BY_NAME[name].attribute: BY_NAME[name].parse(text) for name, text in texts.items() if name not in ("key", "source", "target")}
        source, target = texts["source"], texts["target"]
    except KeyError as error:
        raise ValueError(f"no {error}") from error
    return Record(key=texts.get("key"), source=source, target=target, properties=tuple(Property(*row) for row in rows), where=where, **fields)


def reread(unit: Record, marks: list[Mark], raters: list[str]) -> Record:
    """A unit with the marks, and the raters who found nothing, that a file's visible part has now."""
    known = set(content_raters(unit))
    new = tuple(Property(RATED_BY, rater) for rater in dict.fromkeys(raters) if rater not in known)
    return replace(unit, marks=tuple(marks), properties=(*unit.properties, *new))


def on_texts(mark: Mark, source: str, target: str) -> Mark:
    """A mark that counts in these texts, whichever the unit's own are."""
    return mark._replace(on_source=source if mark.source else None, on_target=target if mark.target else None)


def utf16(text: str, offset: int) -> int:
    """A place counted in UTF-16 units as code points; one inside a pair counts as before it.

    >>> utf16("a🙂b", 3), utf16("a🙂b", 2), utf16("abc", 9)
    (2, 1, 3)
    """
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))


def numbered(names: Iterator[str]) -> Iterator[str]:
    """Names, each once: a repeated one gets a number.

    >>> list(numbered(iter(["a", "b", "a"])))
    ['a', 'b', 'a-2']
    """
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"
