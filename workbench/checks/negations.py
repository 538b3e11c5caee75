"""A negation dropped or put in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text import negation as facts
from workbench.text.arabic import is_run_together
from workbench.text.negation import Denial, Strength
from workbench.text.negation_senses import unrelated

_LA_OF_NAMES = re.compile(r"\bLa\s")  # La Riviera is written لا ريفييرا


def negation(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """One side denies, and nothing on the other could stand for it.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in negation(Unit.of("لا يوجد مقياس في الرواق", "There is a gauge in the gallery."), NOTHING_KNOWN)]
    ['the Arabic denies it (“لا”), the rendering does not']

    Silent where the other side denies in its own way: un-, -less, fail, deny, lack; عدم, غير, رفض.
    """
    compared = _compared(unit.source, unit.target)
    for span in compared.lost:
        yield _dropped("negation", span, unit)
    for span in compared.added:
        yield Finding("negation", f"the rendering denies it (“{span.of(unit.target)}”), the Arabic does not", target_span=span)


def negation_unsure(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic denies, and only a word that may mean something else (few, stop, just) stands where the rendering should.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> unit = Unit.of("لا نغادر المدينة ولو توقف القصف", "We left the city when the shelling stopped")
    >>> [finding.message for finding in negation_unsure(unit, NOTHING_KNOWN)]
    ['the Arabic denies it (“لا”), the rendering perhaps does not']
    """
    compared = _compared(unit.source, unit.target)
    for span in compared.perhaps_lost:
        yield _dropped("negation-unsure", span, unit, "perhaps ")
    for span in compared.perhaps_added:
        yield Finding("negation-unsure", f"the rendering denies it (“{span.of(unit.target)}”), the Arabic perhaps does not", target_span=span)


def _dropped(check_id: str, span: Span, unit: Unit, perhaps: str = "") -> Finding:
    return Finding(check_id, f"the Arabic denies it (“{span.of(unit.source)}”), the rendering {perhaps}does not", source_span=span)


@dataclass(frozen=True, slots=True)
class _Compared:
    """The places at which one side denies and the other does not, surely and perhaps."""

    lost: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    perhaps_lost: tuple[Span, ...] = ()
    perhaps_added: tuple[Span, ...] = ()


@lru_cache(maxsize=64)  # two checks ask, one after the other
def _compared(source: str, target: str) -> _Compared:
    """What pairing the denials of both sides leaves alone.

    A sure finding is one that no word of the other side could answer; for an unsure one a word that only says another word of the other side (reject
    beside رفض) is no answer, and the others must stand near.
    """
    in_arabic, in_english = _denials(source, target)
    if not in_arabic and not in_english:
        return _Compared()
    lengths = len(source), len(target)
    lost, added = _unanswered(in_arabic, in_english, lengths, _FORGIVING)
    lost = [span for span in lost if any(denial.span == span and denial.strength is Strength.SURE for denial in in_arabic)]
    left_arabic, left_english = unrelated(source, target, in_arabic, in_english)
    perhaps, perhaps_added = _unanswered(left_arabic, left_english, lengths, _STRICT)
    doubtful = [span for span in perhaps if span not in lost] if len(perhaps) > len(lost) else []
    if in_arabic:
        sure = any(denial.strength is Strength.SURE for denial in left_arabic)  # then the two sides deny at different places, which is no error
        added_too = _surplus(left_arabic, left_english, lengths) if sure else perhaps_added
        return _Compared(tuple(lost), (), tuple(doubtful), tuple(added_too[:1]))
    return _Compared(tuple(lost), tuple(added[:1]), tuple(doubtful), ())


_CLEARLY_NEARER = 0.1  # of the length of a text; chosen on the tuning half, where it makes no difference up to .15


def _surplus(in_arabic: Sequence[Denial], in_english: Sequence[Denial], lengths: tuple[int, int]) -> list[Span]:
    """The “not”s of a rendering that denies more often than its Arabic, where another word stands nearer to what the Arabic denies.

    “They were unimpressed after they had not stayed awake” for لم ينبهروا بعد أن ظلوا مستيقظين: the prefix answers لم, and “not” has nothing left.
    """
    there, here = ([denial for denial in denials if denial.strength >= Strength.LIKELY] for denials in (in_arabic, in_english))
    if len(here) <= len(there):
        return []
    surely = [_place(denial, lengths[0]) for denial in there if denial.strength is Strength.SURE]
    otherwise = [_place(denial, lengths[1]) for denial in here if denial.strength < Strength.SURE]
    nots = [denial for denial in here if denial.strength is Strength.SURE]
    return [denial.span for denial in nots if all(_is_answered(at, otherwise, _place(denial, lengths[1])) for at in surely)]


def _is_answered(at: float, otherwise: Sequence[float], denied: float) -> bool:
    return any(abs(at - other) + _CLEARLY_NEARER < abs(at - denied) for other in otherwise)


def _place(denial: Denial, length: int) -> float:
    """Where in its text a denial stands, 0..1."""
    return (denial.span.start + denial.span.end) / 2 / length


def _denials(source: str, target: str) -> tuple[Sequence[Denial], Sequence[Denial]]:
    """All that denies on either side; nothing where no side clearly denies, or the Arabic cannot be read word by word."""
    if not source or not target or is_run_together(source):
        return (), ()
    in_arabic = facts.arabic_denials(source)
    if not facts.english(target) and all(denial.strength < Strength.CLEAR for denial in in_arabic):
        return (), ()
    if "La" in target and _LA_OF_NAMES.search(target):
        in_arabic = tuple(denial for denial in in_arabic if denial.span.of(source) != "لا")
    return in_arabic, facts.english_denials(target)


class _Placed(NamedTuple):
    """A denial, and how far into its text it stands, 0..1; `near` is the same with the places of a short text drawn together."""

    at: float
    near: float
    strength: Strength


_LONG_ENOUGH = 60  # code points; in a shorter text it is chance what comes first


def _placed(denials: Sequence[Denial], length: int, spread: float) -> list[_Placed]:
    places = [(_place(denial, length), denial.strength) for denial in denials]
    return [_Placed(at, at * spread, strength) for at, strength in places]


# What it costs to leave a negation without a partner, and to pair two denials that stand at different places: nothing is far for two sure ones,
# a likely word must stand near, a merely possible one right there. Chosen on the tuning half of NTREX: “not”s found missing against false alarms.
_ALONE = {Strength.POSSIBLE: 0.0, Strength.LIKELY: 0.0, Strength.CLEAR: 0.7, Strength.SURE: 1.0}
_FORGIVING = {
    (Strength.CLEAR, Strength.SURE): (0.0, 0.5),
    (Strength.CLEAR, Strength.LIKELY): (0.0, 0.8),
    (Strength.CLEAR, Strength.POSSIBLE): (0.1, 1.0),
    (Strength.SURE, Strength.SURE): (0.0, 0.5),
    (Strength.SURE, Strength.LIKELY): (0.2, 2.0),
    (Strength.SURE, Strength.POSSIBLE): (0.3, 3.0),
    (Strength.LIKELY, Strength.SURE): (0.3, 2.0),
    (Strength.LIKELY, Strength.LIKELY): (-0.15, 1.0),
    (Strength.LIKELY, Strength.POSSIBLE): (0.0, 1.0),
    (Strength.POSSIBLE, Strength.SURE): (0.4, 2.0),
    (Strength.POSSIBLE, Strength.LIKELY): (-0.05, 1.0),
    (Strength.POSSIBLE, Strength.POSSIBLE): (0.0, 1.0),
}
_STRICT = _FORGIVING | {
    (Strength.SURE, Strength.LIKELY): (0.2, 2.5),
    (Strength.SURE, Strength.POSSIBLE): (0.3, 20.0),
    (Strength.LIKELY, Strength.SURE): (0.3, 4.0),
    (Strength.POSSIBLE, Strength.SURE): (2.0, 0.0),  # more than leaving both alone: what only may deny is no answer to a “not”
}

Distances = Mapping[tuple[Strength, Strength], tuple[float, float]]


def _unanswered(
    in_arabic: Sequence[Denial], in_english: Sequence[Denial], lengths: tuple[int, int], distances: Distances
) -> tuple[list[Span], list[Span]]:
    """The clear denials on either side that the cheapest pairing in the order of the text leaves alone."""
    spread = min(1.0, *(length / _LONG_ENOUGH for length in lengths))
    source, target = _placed(in_arabic, lengths[0], spread), _placed(in_english, lengths[1], spread)
    best: dict[tuple[int, int], tuple[float, tuple[int, ...], tuple[int, ...]]] = {(0, 0): (0.0, (), ())}
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            options = []
            if i:
                cost, lost, added = best[i - 1, j]
                alone = _ALONE[source[i - 1].strength]
                options.append((cost + alone, (*lost, i - 1) if alone else lost, added))
            if j:
                cost, lost, added = best[i, j - 1]
                alone = _ALONE[target[j - 1].strength]
                options.append((cost + alone, lost, (*added, j - 1) if alone else added))
            if i and j:
                cost, lost, added = best[i - 1, j - 1]
                options.append((cost + _pairing(source[i - 1], target[j - 1], distances), lost, added))
            if options:
                best[i, j] = min(options)
    _, lost, added = best[len(source), len(target)]
    return [in_arabic[place].span for place in lost], [in_english[place].span for place in added]


def _pairing(source: _Placed, target: _Placed, distances: Distances) -> float:
    base, slope = distances[source.strength, target.strength]
    away = source.at - target.at if target.strength is Strength.POSSIBLE else source.near - target.near
    return base + slope * abs(away)
