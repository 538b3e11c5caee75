"""Error spans as ITS quality issues in XLIFF 2.1: `<mrk>` around the words, the issues themselves beside the segment.

Source: XLIFF 2.1 (OASIS Standard, 13 February 2018), ITS module, data category Localization Quality Issue. A reference is `#its=` and the xml:id of
the issues; a span that another one or a tag cuts is a pair of `<sm>` and `<em>`. Severity runs from 0 to 100. What ITS has no word for (the category
itself, author and time) stands in our own metadata; an issue that is still as we wrote it is read from there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from workbench.formats import categories
from workbench.formats.inline import OPEN, PLACEHOLDER, Codes, Edge
from workbench.formats.marks import place_now
from workbench.formats.record import Place, Record
from workbench.formats.xliff_names import SECOND, spaces
from workbench.model import ErrorSeverity

ITS: Final = "http://www.w3.org/2005/11/its"
STANDOFF: Final = f"{{{ITS}}}locQualityIssues"
ISSUE: Final = f"{{{ITS}}}locQualityIssue"
REFERENCE: Final = f"{{{ITS}}}locQualityIssuesRef"
GENERIC: Final = "its:generic"
FRAGMENT: Final = "#its="
NAMES: Final = ("locQualityIssueType", "locQualityIssueComment", "locQualityIssueSeverity", "locQualityIssueEnabled")
PREFIX: Final = "lqi"
OUR_ID: Final = re.compile(rf"({PREFIX})[0-9]+(-[0-9]+)")

SEVERITIES: Final = {ErrorSeverity.NEUTRAL: 0.0, ErrorSeverity.MINOR: 33.0, ErrorSeverity.MAJOR: 66.0, ErrorSeverity.CRITICAL: 100.0}
BANDS: Final = ((0.0, ErrorSeverity.NEUTRAL), (40.0, ErrorSeverity.MINOR), (80.0, ErrorSeverity.MAJOR))
"""Up to which number of another tool a severity goes; what is more is critical."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What ITS says of a mark, and where its words stand in the present texts."""

    number: int
    target: Place | None
    source: Place | None
    type: str
    severity: ErrorSeverity
    comment: str

    @property
    def name(self) -> str:
        """Its xml:id within its unit, as `within_unit` gives it."""
        return f"{PREFIX}-{self.number}"

    def identity(self, unit: int) -> str:
        """Its xml:id within the file; `unit` is the number of its unit."""
        return f"{PREFIX}{unit}-{self.number}"

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of its `<its:locQualityIssue>`."""
        said = {"locQualityIssueType": self.type, "locQualityIssueSeverity": f"{SEVERITIES[self.severity]:g}"}
        return said | ({"locQualityIssueComment": self.comment} if self.comment else {})


def within_unit(identity: str) -> str:
    """An xml:id of ours without the number of its unit; any other as it is.

    >>> within_unit("lqi12-0"), within_unit("lqi1")
    ('lqi-0', 'lqi1')
    """
    return OUR_ID.sub(r"\1\2", identity) if OUR_ID.fullmatch(identity) else identity


def issues_of(record: Record) -> list[Issue]:
    """The marks that have a place in the present texts, as issues; a mark of the whole stands on the whole rendering."""
    issues = []
    for number, mark in enumerate(record.marks):
        target = place_now(mark.target, mark.on_target, record.target)
        source = place_now(mark.source, mark.on_source, record.source)
        if mark.target is None and mark.source is None:
            target = (0, len(record.target))
        target, source = fitted(target, record.target, record), fitted(source, record.source, record)
        if target or source:
            issues.append(Issue(number, target, source, categories.its(mark.category), mark.severity, mark.note))
    return issues


def fitted(place: Place | None, text: str, record: Record) -> Place | None:
    """A place that does not begin or end within a placeholder; None where it lies beyond the text, or there is none."""
    if place is None or not text or place[1] > len(text):
        return None
    known = {code.placeholder for code in record.inline}
    start, end = place
    for match in PLACEHOLDER.finditer(text):
        if match[0].replace("/", "", 1) in known:
            start = match.start() if match.start() < start < match.end() else start
            end = match.end() if match.start() < end < match.end() else end
    return start, end


class Span(NamedTuple):
    """A span to be marked in a text; `enclosing` where an element can enclose it."""

    start: int
    end: int
    name: str
    enclosing: bool = True


def edges_of(text: str, codes: Codes, side: str, unit: int, places: Sequence[tuple[Place, Issue]]) -> list[Edge]:
    """The elements around each place of a text, in order; `side` makes their ids different on both sides of a unit."""
    spans = nested([Span(*place, issue.identity(unit)) for place, issue in places], pairs(text, codes))
    edges: list[tuple[int, int, Edge]] = []
    for order, span in enumerate(spans):
        identity = free_id(f"{side}-{span.name}", codes)
        opening = Edge(span.start, element("mrk" if span.enclosing else "sm", span.name, identity), encloses=span.enclosing)
        closing = Edge(span.end, None if span.enclosing else etree.Element(f"{{{SECOND}}}em", {"startRef": identity}, spaces(SECOND)))
        # at one place what began last ends first; an empty span ends where it has begun
        edges += [(span.start, 2 * order + 1, opening), (span.end, 2 * order + 2 if span.start == span.end else -order, closing)]
    return [edge for _, _, edge in sorted(edges, key=lambda entry: entry[:2])]


def free_id(identity: str, codes: Codes) -> str:
    """An id that no tag of the text has or refers to."""
    while any(f'"{identity}"' in markup for markup in codes.values()):
        identity += "-"
    return identity


def element(tag: str, name: str, identity: str) -> etree._Element:
    """The element at the beginning of a span."""
    attributes = {"id": identity, "type": GENERIC, REFERENCE: FRAGMENT + name}
    return etree.Element(f"{{{SECOND}}}{tag}", attributes, spaces(SECOND) | {"its": ITS})


class Enclosed(NamedTuple):
    """What an enclosing tag takes up, with its own placeholders and without."""

    outer: Place
    inner: Place


def pairs(text: str, codes: Mapping[str, str]) -> list[Enclosed]:
    """Where enclosing tags stand."""
    found = []
    for match in PLACEHOLDER.finditer(text):
        closing = match[0].replace(OPEN, f"{OPEN}/")
        end = text.find(closing, match.end())
        if match[0] in codes and end >= 0:
            found.append(Enclosed((match.start(), end + len(closing)), (match.end(), end)))
    return found


def nested(spans: Sequence[Span], tags: Sequence[Enclosed]) -> list[Span]:
    """The spans, longest first, those that cut a tag or an earlier span marked as such."""
    taken = list(tags)
    result = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        whole = not any(cuts(span, other) for other in taken)
        result.append(span._replace(enclosing=whole))
        if whole:
            taken.append(Enclosed((span.start, span.end), (span.start, span.end)))
    return result


def cuts(span: Span, other: Enclosed) -> bool:
    """Whether a span is neither beside something, nor around it, nor within it."""
    (start, end), (inner_start, inner_end) = other
    apart = span.end <= start or end <= span.start
    around = span.start <= start and end <= span.end
    within = inner_start <= span.start and span.end <= inner_end
    return not (apart or around or within)
