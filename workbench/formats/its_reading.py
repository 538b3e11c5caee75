"""Reading ITS quality issues of XLIFF 2.1: spans are taken out of a text and become marks; what we wrote and nobody changed is what it was."""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Final, NamedTuple

from lxml import etree

from workbench.formats import categories
from workbench.formats.inline import local_name
from workbench.formats.its import BANDS, ISSUE, ITS, NAMES, REFERENCE, STANDOFF, XML_ID, Issue, issues_of, within_unit
from workbench.formats.record import Mark, Place, Record
from workbench.formats.report import Report
from workbench.formats.xliff_names import SECOND
from workbench.model import ErrorSeverity

HERE, THERE = "\ufdd0", "\ufdd1"
"""Enclose the number of a span's edge while a text is taken apart: noncharacters, which no text has for its own."""
EDGE: Final = re.compile(f"{HERE}([0-9]+)([<>]){THERE}")


class Found(NamedTuple):
    """A span of a text with what it refers to: the name of issues, or attributes of its own."""

    place: Place
    name: str | None
    attributes: Mapping[str, str]


def is_issue(candidate: etree._Element) -> bool:
    """Whether an element begins a span with a quality issue."""
    return local_name(candidate) in ("mrk", "sm") and any(
        name == REFERENCE or str(name) in {f"{{{ITS}}}{word}" for word in NAMES} for name in candidate.attrib
    )


def taken_apart(given: etree._Element) -> tuple[etree._Element, list[etree._Element]]:
    """A source or target whose quality marks are edges in the text, and the marks' elements by the edges' numbers."""
    if not any(is_issue(child) for child in given.iter()) or HERE in "".join(map(str, given.itertext())):
        return given, []
    copy = deepcopy(given)
    starts = [child for child in copy.iter() if is_issue(child)]
    kept = [deepcopy(start) for start in starts]
    ends = {child.get("startRef"): child for child in copy.iter(f"{{{SECOND}}}em")}
    for number, start in enumerate(starts):
        start.text = f"{HERE}{number}<{THERE}{start.text or ''}"
        if local_name(start) == "mrk":
            add_at_end(start, f"{HERE}{number}>{THERE}")
        elif (end := ends.get(start.get("id"))) is not None:
            end.text, end.tag = f"{HERE}{number}>{THERE}", "dissolved"
        start.tag = "dissolved"
    etree.strip_tags(copy, "dissolved")
    return copy, kept


def add_at_end(parent: etree._Element, text: str) -> None:
    """Put text behind everything in an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def put_together(text: str, elements: Sequence[etree._Element]) -> tuple[str, list[Found]]:
    """The text without the edges that `taken_apart` left in it, and the spans they enclosed."""
    if not elements:
        return text, []
    opened: dict[int, int] = {}
    found: list[Found] = []
    pieces: list[str] = []
    length = last = 0
    for match in EDGE.finditer(text):
        pieces.append(text[last : match.start()])
        length += match.start() - last
        last = match.end()
        number = int(match[1])
        if match[2] == "<":
            opened[number] = length
        else:
            found.append(of_element((opened.pop(number, length), length), elements[number]))
    pieces.append(text[last:])
    length += len(text) - last
    found += [of_element((start, length), elements[number]) for number, start in opened.items()]
    return "".join(pieces), found


def of_element(place: Place, start: etree._Element) -> Found:
    """The span of an element."""
    reference = start.get(REFERENCE)
    own = {word: value for word in NAMES if (value := start.get(f"{{{ITS}}}{word}")) is not None}
    return Found(place, within_unit(reference.rpartition("=")[2].lstrip("#")) if reference else None, own)


def standoff(unit: etree._Element) -> dict[str, list[dict[str, str]]]:
    """The issues beside the segments of a unit, by their xml:id."""
    issues: dict[str, list[dict[str, str]]] = {}
    for group in unit.iter(STANDOFF):
        issues[within_unit(group.get(XML_ID) or "")] = [
            {str(name): str(value) for name, value in issue.attrib.items()} for issue in group.iter(ISSUE)
        ]
    return issues


def with_issues(record: Record, found: Mapping[str, Sequence[Found]], beside: Mapping[str, Sequence[Mapping[str, str]]], report: Report) -> Record:
    """The record with the issues a file has now.

    A mark we wrote that is still as it was stays what it was; one whose words or issue a tool has changed is as the tool says; one a tool took
    away is gone, and counted.
    """
    places: dict[str, dict[str, Place]] = {}
    for side, spans in found.items():
        for span in spans:
            places.setdefault(span.name or "", {}).setdefault(side, span.place)
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
