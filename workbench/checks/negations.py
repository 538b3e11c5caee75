"""A negation dropped or put in."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text import negation as facts
from workbench.text.arabic import is_run_together
from workbench.text.negation import Denial, Strength

_LA_OF_NAMES = re.compile(r"\bLa\s")  # La Riviera is written لا ريفييرا


def negation(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """One side denies, and nothing on the other could stand for it.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in negation(Unit.of("لا يوجد مقياس في الرواق", "There is a gauge in the gallery."), NOTHING_KNOWN)]
    ['the Arabic denies it (“لا”), the rendering does not']

    Silent where the other side denies in its own way: un-, -less, fail, deny, lack; عدم, غير, رفض.
    """
    if not unit.source or not unit.target or is_run_together(unit.source):
        return
    in_arabic, in_english = facts.arabic_denials(unit.source), facts.english_denials(unit.target)
    if not any(denial.strength is Strength.SURE for denial in (*in_arabic, *in_english)):
        return
    if _LA_OF_NAMES.search(unit.target):
        in_arabic = tuple(denial for denial in in_arabic if denial.span.of(unit.source) != "لا")
    lost, added = _unanswered(_placed(in_arabic, len(unit.source)), _placed(in_english, len(unit.target)))
    for place in lost:
        span = in_arabic[place].span
        yield Finding("negation", f"the Arabic denies it (“{span.of(unit.source)}”), the rendering does not", source_span=span)
    if added and not in_arabic:
        span = in_english[added[0]].span
        yield Finding("negation", f"the rendering denies it (“{span.of(unit.target)}”), the Arabic does not", target_span=span)


class _Placed(NamedTuple):
    """A denial, and how far into its text it stands, 0..1."""

    at: float
    strength: Strength


def _placed(denials: Sequence[Denial], length: int) -> list[_Placed]:
    return [_Placed((denial.span.start + denial.span.end) / 2 / length, denial.strength) for denial in denials]


# What it costs to leave a sure negation without a partner, and to pair two denials that stand at different places: nothing is far for two sure ones, a
# likely word must stand near, a merely possible one right there. Chosen on the tuning half of NTREX by the “not”s found missing against false alarms.
_ALONE = 1.0
_DISTANCE = {
    (Strength.SURE, Strength.SURE): (0.0, 0.5),
    (Strength.SURE, Strength.LIKELY): (0.2, 3.0),
    (Strength.SURE, Strength.POSSIBLE): (0.3, 4.0),
    (Strength.LIKELY, Strength.SURE): (0.1, 0.5),
    (Strength.LIKELY, Strength.LIKELY): (-0.15, 1.0),
    (Strength.LIKELY, Strength.POSSIBLE): (0.0, 1.0),
}


def _unanswered(source: Sequence[_Placed], target: Sequence[_Placed]) -> tuple[list[int], list[int]]:
    """The sure denials on either side that the cheapest pairing in the order of the text leaves alone, by their numbers."""
    best: dict[tuple[int, int], tuple[float, tuple[int, ...], tuple[int, ...]]] = {(0, 0): (0.0, (), ())}
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            options = []
            if i:
                cost, lost, added = best[i - 1, j]
                options.append((cost + _ALONE, (*lost, i - 1), added) if source[i - 1].strength is Strength.SURE else (cost, lost, added))
            if j:
                cost, lost, added = best[i, j - 1]
                options.append((cost + _ALONE, lost, (*added, j - 1)) if target[j - 1].strength is Strength.SURE else (cost, lost, added))
            if i and j:
                cost, lost, added = best[i - 1, j - 1]
                base, slope = _DISTANCE[source[i - 1].strength, target[j - 1].strength]
                options.append((cost + base + slope * abs(source[i - 1].at - target[j - 1].at), lost, added))
            if options:
                best[i, j] = min(options)
    _, lost, added = best[len(source), len(target)]
    return list(lost), list(added)
