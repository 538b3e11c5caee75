"""Links, e-mail addresses, handles, hashtags and initials that must be the same on both sides."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.tokens import ADDRESS, may_hold_address

_HASH = re.compile(r"#[\w_]+")
_LINK_OR_MAIL = re.compile(r"https?://|www\.|@|\.\w")
_CAPITALS = re.compile(r"[A-Z]{2}")
_LATIN_INITIALS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,6}\d{0,3}(?![A-Za-z0-9])")


def address(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A link, e-mail address or handle differs, or initials that the Arabic writes in Latin letters are missing.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> unit = Unit.of("راسلونا على desk@example.org", "Write to desk@example.com")
    >>> [(finding.message, finding.suggestion) for finding in address(unit, NOTHING_KNOWN)]
    [('“desk@example.com” is “desk@example.org” in the Arabic', 'desk@example.org')]

    Hashtags are counted, not compared, since they are translated.
    """
    if not unit.source or not unit.target:
        return
    if may_hold_address(unit.source) or may_hold_address(unit.target):
        yield from _addresses(unit)
        yield from _hashtags(unit)
    yield from _initials(unit)


def _addresses(unit: Unit) -> Iterator[Finding]:
    there, here = _found(unit.source), _found(unit.target)
    missing = [span for text, span in there.items() if text not in here]
    added = [span for text, span in here.items() if text not in there]
    if len(missing) == len(added) == 1:
        right = missing[0].of(unit.source)
        message = f"“{added[0].of(unit.target)}” is “{right}” in the Arabic"
        yield Finding("address", message, source_span=missing[0], target_span=added[0], suggestion=right)
    elif there and here:
        for span in added:
            yield Finding("address", f"“{span.of(unit.target)}” is not in the Arabic", target_span=span)


def _found(text: str) -> dict[str, Span]:
    matches = (match for match in ADDRESS.finditer(text) if not match.group().startswith("#") and _LINK_OR_MAIL.search(match.group()))
    return {match.group().lower().rstrip("/"): Span(*match.span()) for match in matches}


def _hashtags(unit: Unit) -> Iterator[Finding]:
    there, here = _HASH.findall(unit.source), list(_HASH.finditer(unit.target))
    if there and here and len(there) != len(here):
        yield Finding("address", f"the Arabic has {len(there)} hashtags, the rendering {len(here)}", target_span=Span(*here[-1].span()))


def _initials(unit: Unit) -> Iterator[Finding]:
    """CNN in the Arabic and no CNN in the rendering, unless its dots or its full name are there."""
    for match in _LATIN_INITIALS.finditer(unit.source) if _CAPITALS.search(unit.source) else ():
        written = match.group()
        dotted = ".".join(written) + "."
        spelled = "".join(word[0] for word in re.findall(r"[A-Z][\w’']*", unit.target))
        if written.lower() not in unit.target.lower().replace(" ", "") and dotted not in unit.target and written not in spelled:
            yield Finding("address", f"“{written}” of the Arabic is missing", source_span=Span(*match.span()))
