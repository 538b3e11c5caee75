"""Error spans that come back from a tool: those that are not here yet, found again in the words as they stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.formats.categories import FROM_ITS, UNSPECIFIED
from workbench.formats.marks import fits, place_now
from workbench.formats.record import Mark, Place, Record
from workbench.formats.report import Report
from workbench.model import Anchor, ErrorSpan, Span
from workbench.services.marked import Texts
from workbench.services.stamps import Stamp


@dataclass(frozen=True, slots=True)
class Bringing:
    """What is the same for all marks of a delivery: the project's categories, whose work it is, and where losses are counted."""

    categories: Collection[str]
    made: Stamp
    report: Report


def marks_brought(record: Record, key: str, now: Texts, here: Sequence[ErrorSpan], bringing: Bringing) -> list[ErrorSpan]:
    """The new marks of a record as events; what cannot be one is counted in the report."""
    known = {mark.mark for mark in here}
    said = {(mark.author.rpartition(": ")[2], mark.category, mark.target, mark.source) for mark in here}
    events = []
    for number, mark in enumerate(record.marks, start=1):
        if mark.name in known:
            continue
        event = _event(mark, record, now, bringing)
        if event is None or (alike := (mark.author or bringing.made["author"], event.category, event.target, event.source)) in said:
            continue
        said.add(alike)
        named = mark.name or f"{bringing.made['operation'][:12]}-{number}"
        author = bringing.made["author"]
        if mark.author and mark.author != author:
            author = f"{author}: {mark.author}"
        events.append(
            ErrorSpan(
                unit_key=key,
                author=author,
                at=bringing.made["at"],
                operation=bringing.made["operation"],
                mark=named,
                category=event.category,
                severity=mark.severity,
                target=event.target,
                source=event.source,
                note=mark.note,
                origin=mark.origin or "",
            )
        )
    return events


@dataclass(frozen=True, slots=True)
class _Placed:
    category: str
    target: Anchor | None
    source: Anchor | None


def _event(mark: Mark, record: Record, now: Texts, bringing: Bringing) -> _Placed | None:
    category = mark.category if mark.category in bringing.categories else FROM_ITS.get(mark.category, mark.category)
    if category == UNSPECIFIED:
        bringing.report.lose("categories that the file does not give (mistranslation was taken)")
        category = "accuracy/mistranslation"
    if category not in bringing.categories:
        bringing.report.lose(f"marks of the category {category[:60]} (the project has none such)")
        return None
    if not fits(mark, record):
        bringing.report.lose("marks that reach beyond their text")
        return None
    target = _anchor(mark.target, record.target if mark.on_target is None else mark.on_target, now.target)
    source = _anchor(mark.source, record.source if mark.on_source is None else mark.on_source, now.source)
    if not mark.target and not mark.source:  # about the whole
        target = Anchor.of(now.target, Span(0, len(now.target)))
    if target is None and source is None:
        bringing.report.lose("marks on words that are not here (any more)")
        return None
    return _Placed(category, target, source)


def _anchor(place: Place | None, then: str, now: str) -> Anchor | None:
    """The place in the present text, None where its words have gone."""
    found = place_now(place, then or now, now)
    return Anchor.of(now, Span(*found)) if found and found[1] <= len(now) else None
