"""The words of the filter box that need more than the rows of the queue: text in either language, likeness."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from workbench.text.arabic import fold as fold_arabic

LIKE = 60.0
"""How like two texts must be, in per cent of rapidfuzz's token_set_ratio: a doubled word or a changed name still is, another quotation is not."""

LONGEST = 400


class UnitText(NamedTuple):
    """What can be searched of a unit."""

    key: str
    source: str
    target: str


def contains(text: Callable[[UnitText], str], wanted: str) -> Callable[[UnitText], bool]:
    """A test whether the folded text has the folded words in it."""
    folded = _folded(wanted)
    return lambda unit: folded in _folded(text(unit))


def alike(wanted: UnitText) -> Callable[[UnitText], bool]:
    """A test whether either side is like that of `wanted`; an empty side is like nothing."""
    source, target = _folded(wanted.source), _folded(wanted.target)

    def test(unit: UnitText) -> bool:
        pairs = ((source, _folded(unit.source)), (target, _folded(unit.target)))
        return any(left and right and fuzz.token_set_ratio(left, right, score_cutoff=LIKE) for left, right in pairs)

    return test


def found(units: Iterable[UnitText], field: str, value: str) -> list[str]:
    """Keys of the units that `field:value` is true of: `ar` and `en` for text in a side, `like` for a text or the key of a unit.

    >>> units = [UnitText("q1", "سيطرنا على المدينة", "We took the city"), UnitText("q2", "انسحبنا", "We withdrew")]
    >>> found(units, "ar", "المَدينة"), found(units, "en", "TOOK"), found(units, "like", "we took a city")
    (['q1'], ['q1'], ['q1'])
    """
    known = list(units)
    wanted = value[:LONGEST]
    if field == "ar":
        test = contains(lambda unit: unit.source, wanted)
    elif field == "en":
        test = contains(lambda unit: unit.target, wanted)
    else:
        test = alike(next((unit for unit in known if unit.key == wanted), UnitText("", wanted, wanted)))
    return [unit.key for unit in known if test(unit)]


@lru_cache(maxsize=2**14)
def _folded(text: str) -> str:
    return fold_arabic(text).casefold()
