"""Reading ITS quality issues of XLIFF 2.1: spans are taken out of a text and become marks; what we wrote and nobody changed is what it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from lxml import etree

from workbench.formats import categories
from workbench.formats.inline import local_name
from workbench.formats.its import BANDS, ISSUE, ITS, NAMES, OUR_ID, REFERENCE, STANDOFF, Issue, issues_of, within_unit
from workbench.formats.record import Mark, Place, Record
from workbench.formats.report import Report
from workbench.formats.xmlgate import XML_ID, text_of
from workbench.model import ErrorSeverity

MARKING: Final = frozenset((REFERENCE, *(f"{{{ITS}}}{word}" for word in NAMES)))
"""The attributes by which an element marks a span."""


class Found(NamedTuple):
    """A span of a text with what it refers to: the name of issues, or attributes of its own."""

    place: Place
    name: str | None
    attributes: Mapping[str, str]


class Spans:
    """The spans of a text that quality issues are about, as `inline.flatten` meets their edges."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self._started: list[tuple[etree._Element, int]] = []

    def begun(self, element: etree._Element, place: int) -> bool:
        """Take an element at a place of the text, where it marks a span or the end of one."""
        if is_issue(element):
            self._started.append((element, place))
            return True
        return local_name(element) == "em" and is_empty(element) and self._end(element.get("startRef"), place)

    def ended(self, element: etree._Element, place: int) -> None:
        """The end of what an element encloses."""
        if local_name(element) == "mrk":
            self._take(next(position for position, (start, _) in enumerate(self._started) if start is element), place)

    def all(self, length: int) -> list[Found]:
        """The spans of a text with this length, which ends those that nothing has ended."""
        while self._started:
            self._take(0, length)
        return self.found

    def _end(self, identity: str | None, place: int) -> bool:
        """End the latest span whose beginning has this id."""
        open_here = [number for number, (start, _) in enumerate(self._started) if local_name(start) == "sm" and start.get("id") == identity]
        if not identity or not open_here:
            return False
        self._take(open_here[-1], place)
        return True

    def _take(self, number: int, end: int) -> None:
        element, start = self._started.pop(number)
        self.found.append(of_element((start, end), element))


def is_issue(element: etree._Element) -> bool:
    """Whether an element begins a span with a quality issue."""
    name = local_name(element)
    return (name == "mrk" or (name == "sm" and is_empty(element))) and any(attribute in MARKING for attribute in element.attrib)


def is_empty(element: etree._Element) -> bool:
    """Whether an element has no content, as a point in a text should have none."""
    return not len(element) and not element.text


def of_element(place: Place, start: etree._Element) -> Found:
    """The span of an element."""
    reference = start.get(REFERENCE)
    own = {word: value for word in NAMES if (value := start.get(f"{{{ITS}}}{word}")) is not None}
    return Found(place, within_unit(reference.rpartition("=")[2].lstrip("#")) if reference else None, own)


def standoff(unit: etree._Element, report: Report) -> dict[str, list[dict[str, str]]]:
    """The issues beside the segments of a unit, by their xml:id."""
    issues: dict[str, list[dict[str, str]]] = {}
    referred = {element.get(REFERENCE, "").rpartition("=")[2].lstrip("#") for element in unit.iter()}
    for group in unit.iterchildren(STANDOFF):
        identity = group.get(XML_ID) or ""
        if identity not in referred and not OUR_ID.fullmatch(identity):
            report.lose("quality issues that no words refer to", len(group))
            continue
        said = ({text_of(name): text_of(value) for name, value in issue.attrib.items()} for issue in group.iterchildren(ISSUE))
        issues.setdefault(within_unit(identity), []).extend(said)
    return issues


def with_issues(record: Record, found: Mapping[str, Sequence[Found]], beside: Mapping[str, Sequence[Mapping[str, str]]], report: Report) -> Record:
    """The record with the issues a file has now.

    A mark we wrote that is still as it was stays what it was; one whose words or issue a tool has changed is as the tool says; one a tool took
    away is gone, and counted.
    """
    places = places_of(found, report)
    marks: dict[int, Mark] = dict(enumerate(record.marks))
    known = {issue.name: issue for issue in issues_of(record)}
    for name, issue in known.items():
        if name not in places:
            report.lose("error spans that a tool took away")
            del marks[issue.number]
        elif [dict(said) for said in beside.get(name, ())] == [issue.attributes]:
            marks[issue.number] = moved(marks[issue.number], issue, places[name])
        else:
            del marks[issue.number]
    untouched = {name for name, issue in known.items() if issue.number in marks}
    new = new_marks(places, beside, untouched, report)
    own = (mark_of(span.attributes, {side: span.place}, report) for side, spans in found.items() for span in spans if span.attributes)
    return replace(record, marks=(*marks.values(), *new, *(mark for mark in own if mark)))


def places_of(found: Mapping[str, Sequence[Found]], report: Report) -> dict[str, dict[str, Place]]:
    """Where the issues beside a text are said to be, by their name and side: on each side at one place."""
    places: dict[str, dict[str, Place]] = {}
    for side, spans in found.items():
        for span in spans:
            if span.name and places.setdefault(span.name, {}).setdefault(side, span.place) != span.place:
                report.lose("further places of one error span")
    return places


def moved(mark: Mark, issue: Issue, places: Mapping[str, Place]) -> Mark:
    """A mark of ours where its words stand now."""
    target, source = places.get("target"), places.get("source")
    if target and target != issue.target:
        mark = mark._replace(target=target, on_target=None)
    if source and source != issue.source:
        mark = mark._replace(source=source, on_source=None)
    return mark


def new_marks(
    places: Mapping[str, Mapping[str, Place]], beside: Mapping[str, Sequence[Mapping[str, str]]], untouched: set[str], report: Report
) -> Iterator[Mark]:
    """The marks of issues that are not ours, or not as we wrote them."""
    for name, sides in places.items():
        if name not in beside:
            report.lose("references to quality issues that are not there")
        for attributes in beside.get(name, ()) if name not in untouched else ():
            mark = mark_of(attributes, sides, report)
            if mark:
                yield mark


def mark_of(attributes: Mapping[str, str], places: Mapping[str, Place], report: Report) -> Mark | None:
    """An issue as a mark; None for one that was switched off."""
    if attributes.get("locQualityIssueEnabled") == "no":
        report.lose("quality issues that are switched off")
        return None
    kind = attributes.get("locQualityIssueType", "uncategorized")
    if kind not in categories.ITS_TYPES:
        report.lose("quality issues of a type that ITS does not have (read as other)")
        kind = "other"
    category = categories.FROM_ITS.get(kind, kind)
    return Mark(
        category,
        severity_of(attributes.get("locQualityIssueSeverity")),
        places.get("target"),
        places.get("source"),
        attributes.get("locQualityIssueComment", ""),
    )


def severity_of(text: str | None) -> ErrorSeverity:
    """A severity from 0 to 100 in our words; minor where none is said.

    >>> [severity_of(text).value for text in ("0", "33", "66.5", "100", None, "high")]
    ['neutral', 'minor', 'major', 'critical', 'minor', 'minor']
    """
    try:
        number = float(text or "")
    except ValueError:
        return ErrorSeverity.MINOR
    return next((severity for limit, severity in BANDS if number <= limit), ErrorSeverity.CRITICAL)
