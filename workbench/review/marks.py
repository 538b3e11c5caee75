"""Finding what a person marked again after the text was edited.

An untouched stretch is followed through the tracked changes. What a change did touch is looked for by its exact words and what stood around them;
where that leaves any doubt there is no place, and the mark is shown as being on words that have changed since. Nothing is ever dropped.
"""

from collections.abc import Iterable
from itertools import takewhile

from workbench.model import Anchor, Span
from workbench.review.changes import ChangeKind, changes

ENOUGH_CONTEXT = 6
"""Code points around the exact words that must agree before they count as the same place. On the edits of `tests/review/test_marks.py` no smaller
number kept every wrong place out."""


def relocated(anchor: Anchor, then: str, now: str) -> Span | None:
    """Where the anchor's words of the text `then` stand in the text `now`; None where they are gone or could be in several places.

    >>> had = Anchor.of("we had several talks", Span(3, 6))
    >>> relocated(had, "we had several talks", "Today we had talks")
    Span(start=9, end=12)
    >>> relocated(had, "we had several talks", "we held several talks") is None
    True
    """
    if then == now:
        return anchor.span
    followed = _followed(anchor.span, then, now)
    return searched(anchor, now) if followed is None else followed  # a point is a span too, and as false as an empty list


def _followed(span: Span, then: str, now: str) -> Span | None:
    """The span's place by the tracked changes, where no change touches it."""
    old = new = 0
    for change in changes(then, now):
        length = len(change.text)
        if change.kind is ChangeKind.INSERTED:
            new += length
            continue
        # A point between a kept and a changed stretch stays at the kept one.
        if change.kind is ChangeKind.EQUAL and Span(old, old + length).contains(span):
            return span.shifted(new - old)
        old += length
        if change.kind is ChangeKind.EQUAL:
            new += length
    return None


def searched(anchor: Anchor, now: str) -> Span | None:
    """The one place that has the exact words and most of what stood around them."""
    places = sorted(((_agreement(anchor, now, start), start) for start in _occurrences(anchor, now)), reverse=True)
    if not places or places[0][0] < ENOUGH_CONTEXT or (len(places) > 1 and places[1][0] == places[0][0]):
        return None
    start = places[0][1]
    return Span(start, start + len(anchor.exact))


def _occurrences(anchor: Anchor, now: str) -> list[int]:
    if not anchor.exact:
        return [start for start in range(len(now) + 1) if now[:start].endswith(anchor.before) or now[start:].startswith(anchor.after)]
    starts, start = [], now.find(anchor.exact)
    while start >= 0:
        starts.append(start)
        start = now.find(anchor.exact, start + 1)
    return starts


def _agreement(anchor: Anchor, now: str, start: int) -> int:
    """How many code points next to the place read as they did; an edge of the text that was an edge counts as enough on its side."""
    before, after = now[:start], now[start + len(anchor.exact) :]
    kept_before = _common(reversed(anchor.before), reversed(before)) if anchor.before else ENOUGH_CONTEXT * (not before)
    kept_after = _common(anchor.after, after) if anchor.after else ENOUGH_CONTEXT * (not after)
    return kept_before + kept_after


def _common(left: Iterable[str], right: Iterable[str]) -> int:
    """How many characters agree from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
