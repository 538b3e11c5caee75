"""A negation dropped or put in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
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
    in_arabic, in_english = _denials(unit)
    lost, added = _unanswered(_placed(in_arabic, len(unit.source)), _placed(in_english, len(unit.target)), _FORGIVING)
    for place in lost:
        yield _dropped("negation", in_arabic[place].span, unit)
    if added and not in_arabic:
        span = in_english[added[0]].span
        yield Finding("negation", f"the rendering denies it (“{span.of(unit.target)}”), the Arabic does not", target_span=span)


def negation_unsure(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic denies, and only a word that may mean something else (few, stop, just) stands where the rendering should.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> unit = Unit.of("لا نغادر المدينة ولو توقف القصف", "We left the city when the shelling stopped")
    >>> [finding.message for finding in negation_unsure(unit, NOTHING_KNOWN)]
    ['the Arabic denies it (“لا”), the rendering perhaps does not']
    """
    in_arabic, in_english = _denials(unit)
    source, target = _placed(in_arabic, len(unit.source)), _placed(in_english, len(unit.target))
    surely, added = _unanswered(source, target, _FORGIVING)
    perhaps, _ = _unanswered(source, target, _STRICT)
    for place in perhaps:
        if len(perhaps) > len(surely) and place not in surely:
            yield _dropped("negation-unsure", in_arabic[place].span, unit, "perhaps ")
    if added and in_arabic and all(denial.strength is not Strength.SURE for denial in in_arabic):
        span = in_english[added[0]].span
        yield Finding("negation-unsure", f"the rendering denies it (“{span.of(unit.target)}”), the Arabic perhaps does not", target_span=span)


def _dropped(check_id: str, span: Span, unit: Unit, perhaps: str = "") -> Finding:
    return Finding(check_id, f"the Arabic denies it (“{span.of(unit.source)}”), the rendering {perhaps}does not", source_span=span)


def _denials(unit: Unit) -> tuple[tuple[Denial, ...], tuple[Denial, ...]]:
    """All that denies on either side; nothing where no side surely denies, or the Arabic cannot be read word by word."""
    if not unit.source or not unit.target or is_run_together(unit.source):
        return (), ()
    if not facts.arabic(unit.source) and not facts.english(unit.target):
        return (), ()
    in_arabic, in_english = facts.arabic_denials(unit.source), facts.english_denials(unit.target)
    if _LA_OF_NAMES.search(unit.target):
        in_arabic = tuple(denial for denial in in_arabic if denial.span.of(unit.source) != "لا")
    return in_arabic, in_english


class _Placed(NamedTuple):
    """A denial, and how far into its text it stands, 0..1; `near` is the same with the places of a short text drawn together."""

    at: float
    near: float
    strength: Strength


_LONG_ENOUGH = 60  # code points; in a shorter text it is chance what comes first


def _placed(denials: Sequence[Denial], length: int) -> list[_Placed]:
    spread = min(1.0, length / _LONG_ENOUGH)
    places = [((denial.span.start + denial.span.end) / 2 / length, denial.strength) for denial in denials]
    return [_Placed(at, at * spread, strength) for at, strength in places]


# What it costs to leave a sure negation without a partner, and to pair two denials that stand at different places: nothing is far for two sure ones,
# a likely word must stand near, a merely possible one right there. Chosen on the tuning half of NTREX: “not”s found missing against false alarms.
_ALONE = 1.0
_FORGIVING = {
    (Strength.SURE, Strength.SURE): (0.0, 0.5),
    (Strength.SURE, Strength.LIKELY): (0.2, 3.0),
    (Strength.SURE, Strength.POSSIBLE): (0.3, 4.0),
    (Strength.LIKELY, Strength.SURE): (0.3, 2.0),
    (Strength.LIKELY, Strength.LIKELY): (-0.15, 1.0),
    (Strength.LIKELY, Strength.POSSIBLE): (0.0, 1.0),
}
_STRICT = _FORGIVING | {(Strength.SURE, Strength.LIKELY): (0.2, 5.0), (Strength.SURE, Strength.POSSIBLE): (0.3, 10.0)}

Distances = Mapping[tuple[Strength, Strength], tuple[float, float]]


def _unanswered(source: Sequence[_Placed], target: Sequence[_Placed], distances: Distances) -> tuple[list[int], list[int]]:
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
                options.append((cost + _pairing(source[i - 1], target[j - 1], distances), lost, added))
            if options:
                best[i, j] = min(options)
    _, lost, added = best[len(source), len(target)]
    return list(lost), list(added)


def _pairing(source: _Placed, target: _Placed, distances: Distances) -> float:
    base, slope = distances[source.strength, target.strength]
    away = source.at - target.at if target.strength is Strength.POSSIBLE else source.near - target.near
    return base + slope * abs(away)
