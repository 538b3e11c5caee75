"""Brackets and quote marks that open without closing, or close what nobody opened."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit

_CLOSERS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_OPENERS = frozenset(_CLOSERS.values())
# “1)” and “a)” number a list, “:)” smiles; neither closes anything
_LIST_NUMBER_OR_SMILEY = re.compile(r"(?:(?<!\S)\w{1,2}|[:;=]-?)\)|[:;=]-?\(")
_MARKS = re.compile(r"[()\[\]{}“”«»]")
_STRAIGHT = '"'
_ARABIC_QUOTES = re.compile(r"[\"“”„«»]")


def unpaired_marks(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A bracket or double quote mark without its partner.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in unpaired_marks(Unit.of("", "the left hand (three fingers of it"), NOTHING_KNOWN)]
    ['“(” is not closed']

    Silent on list numbers and smileys, and where a sentence is cut out of a longer quotation: the Arabic, too, has a mark without a partner, or the
    first or last character is the only mark and the Arabic has none.
    """
    text = unit.target
    for span in _unpaired(text):
        mark = span.of(text)
        if mark in "“”«»" and _goes_on(unit):
            continue
        message = f"“{mark}” is not closed" if mark in _OPENERS else f"nothing opens before “{mark}”"
        yield Finding("unpaired-marks", message, target_span=span)
    if text.count(_STRAIGHT) % 2 and not _goes_on(unit) and not _only_at_an_edge(unit):
        at = text.rindex(_STRAIGHT)
        yield Finding("unpaired-marks", "a quote mark has no partner", target_span=Span(at, at + 1))


def nested_marks(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A quotation inside a quotation has the same marks as the one around it.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.suggestion for finding in nested_marks(Unit.of("", "He said “they call it “the barrel” here”"), NOTHING_KNOWN)]
    ['‘the barrel’']

    Silent on single marks inside double ones, and the other way round.
    """
    if "“" not in unit.target and "‘" not in unit.target:
        return
    opened: list[int] = []
    for match in _CURLY.finditer(unit.target):
        if match.group() in "“‘":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            inner = _OTHER_MARKS.get(unit.target[start])
            if opened and inner and unit.target[opened[-1]] == unit.target[start]:
                span = Span(start, match.end())
                repaired = inner[0] + unit.target[start + 1 : match.start()] + inner[1]
                yield Finding("nested-marks", "the same quote marks inside one another", target_span=span, suggestion=repaired)


_CURLY = re.compile(r"[“”]|(?<!\w)‘|(?<=[\w.,!?])’(?!\w)")
_OTHER_MARKS = {"“": "‘’", "‘": "“”"}


def _unpaired(text: str) -> Iterator[Span]:
    if not _MARKS.search(text):
        return
    left_alone = {at for match in _LIST_NUMBER_OR_SMILEY.finditer(text) for at in range(*match.span())}
    open_marks: list[re.Match[str]] = []
    for match in _MARKS.finditer(text):
        mark = match.group()
        if mark in _OPENERS:
            if match.start() not in left_alone:
                open_marks.append(match)
        elif open_marks and open_marks[-1].group() == _CLOSERS[mark]:
            open_marks.pop()
        elif match.start() not in left_alone:
            yield Span(*match.span())
    yield from (Span(*match.span()) for match in open_marks)


def _goes_on(unit: Unit) -> bool:
    """Whether the Arabic, too, has a quote mark without a partner."""
    return len(_ARABIC_QUOTES.findall(unit.source)) % 2 == 1


def _only_at_an_edge(unit: Unit) -> bool:
    """Whether the one straight mark stands first or last and the Arabic has no pair: the quotation began before or ends later."""
    text = unit.target.strip()
    at_edge = text.startswith(_STRAIGHT) or text.endswith(_STRAIGHT)
    return text.count(_STRAIGHT) == 1 and at_edge and not _ARABIC_QUOTES.search(unit.source)
