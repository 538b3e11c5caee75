"""The best way to cut an Arabic and a Latin word into stretches that stand for each other, and what its weights add up to.

All sums are in nats; the weights and where they come from are in `workbench.text.name_weights`.
"""

import math
from functools import lru_cache

from workbench.text.name_weights import ARABIZI, WEIGHTS

Weights = dict[str, dict[str, float]]
Cuts = tuple[tuple[tuple[str, int], ...], ...]

_UNEXPLAINED = -7.0  # for a letter that nothing on the other side stands for
_LONGEST_LATIN = 3
_NEVER = -math.inf
_NO_ROW: dict[str, float] = {}


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The table, parsed: for each Arabic stretch of at most two letters its Latin spellings and their weights."""
    table: Weights = {}
    for rows in (WEIGHTS, ARABIZI):
        for stretch, row in rows.items():
            words = row.split()
            pairs = zip(words[::2], map(float, words[1::2]), strict=True)
            table.setdefault(stretch, {}).update({"" if spelling == "-" else spelling: weight for spelling, weight in pairs})
    return table


def best_sum(arabic: str, latin: str, *, floor: float = _NEVER) -> float:
    """The largest sum over all ways to cut both words; -inf as soon as it cannot reach `floor`.

    >>> best_sum("خلف", "khalaf") > best_sum("خالد", "khalaf")
    True
    """
    return sums(arabic, latin, floor=floor)[-1]


def reaches(arabic: str, latin: str, floor: float) -> bool:
    """Whether the largest sum comes to `floor`: mostly the first cut that suggests itself shows it.

    >>> reaches("خلف", "khalaf", 1.0), reaches("خالد", "khalaf", 1.0)
    (True, False)
    """
    if _hopes(arabic, latin)[0] < floor:
        return False
    return _first_sum(arabic, latin) >= floor or best_sum(arabic, latin, floor=floor) >= floor


def _first_sum(arabic: str, latin: str) -> float:
    """The sum of the cut that takes, from the beginning, each time the spelling that weighs most; letters that fit nowhere stay unwritten."""
    table, total, i, j = weights(), 0.0, 0, 0
    unwritten = table[""]
    while i < len(arabic):
        step, spelling, weight = 1, "", _NEVER
        for stretch in (arabic[i], arabic[i : i + 2]):
            row = table.get(stretch, _NO_ROW)
            for end in range(j + 1, min(j + _LONGEST_LATIN, len(latin)) + 1):
                if (written := latin[j:end]) in row and row[written] > weight:
                    step, spelling, weight = len(stretch), written, row[written]
        if spelling:
            total, i, j = total + weight, i + step, j + len(spelling)
        elif j < len(latin):
            total, j = total + unwritten.get(latin[j], _UNEXPLAINED), j + 1
        else:
            total, i = total + table.get(arabic[i], _NO_ROW).get("", _UNEXPLAINED), i + 1
    return total + sum(unwritten.get(letter, _UNEXPLAINED) for letter in latin[j:])


def sums(arabic: str, latin: str, *, floor: float = _NEVER, anywhere: bool = False) -> list[float]:
    """The largest sum of the whole Latin word with the Arabic up to each place, from its beginning or, with `anywhere`, from any place on."""
    hopes = _hopes(arabic, latin)
    table, cuts, unwritten = weights(), _cuts(latin), _unwritten(latin)
    height, width = len(arabic), len(latin)
    best = [[_NEVER] * (width + 1) for _ in range(height + 1)]
    best[0][0] = 0.0
    for i, row in enumerate(best):
        if anywhere and row[0] < 0.0:
            row[0] = 0.0
        for j, weight in enumerate(unwritten):
            if (reached := row[j] + weight) > row[j + 1]:
                row[j + 1] = reached
        least = floor - hopes[i]
        if i == height or max(row) < least:
            continue
        hopeful = [(j, reached) for j, reached in enumerate(row) if reached >= least and reached != _NEVER]
        _advance(hopeful, best[i + 1], cuts, table.get(arabic[i], _NO_ROW))
        if i + 1 < height and (spellings := table.get(arabic[i : i + 2])):
            _advance(hopeful, best[i + 2], cuts, spellings)
        for j, reached in hopeful:
            if reached + _UNEXPLAINED > best[i + 1][j]:
                best[i + 1][j] = reached + _UNEXPLAINED
    return [row[width] for row in best]


def _advance(hopeful: list[tuple[int, float]], below: list[float], cuts: Cuts, spellings: dict[str, float]) -> None:
    """Take one Arabic stretch together with each of its spellings, wherever they stand and it is not hopeless."""
    for j, reached in hopeful:
        for spelling, end in cuts[j]:
            if spelling in spellings and (total := reached + spellings[spelling]) > below[end]:
                below[end] = total


def _hopes(arabic: str, latin: str) -> list[float]:
    """For each place of an Arabic word the most that the letters from there on can still add, wherever in the Latin word, and 0 for its end.

    Latin letters that Arabic leaves unwritten only cost.
    """
    rows, after, hope, hopes = _heaviest_first(), 0.0, 0.0, [0.0]
    for i in range(len(arabic) - 1, -1, -1):
        best = _UNEXPLAINED + hope
        for spelling, weight in rows.get(arabic[i], ()):
            if spelling in latin:
                best = max(best, weight + hope)
                break
        for spelling, weight in rows.get(arabic[i : i + 2], ()) if i + 1 < len(arabic) else ():
            if spelling in latin:
                best = max(best, weight + after)
                break
        hope, after = best, hope
        hopes.append(hope)
    hopes.reverse()
    return hopes


@lru_cache(maxsize=1)
def _heaviest_first() -> dict[str, tuple[tuple[str, float], ...]]:
    """The table, the spellings of each stretch of Arabic by their weight."""
    return {stretch: tuple(sorted(row.items(), key=lambda pair: -pair[1])) for stretch, row in weights().items()}


@lru_cache(maxsize=8_192)
def _cuts(latin: str) -> Cuts:
    """For each place of a Latin word, and for its end, the stretches that begin there and can be a spelling, with where each ends."""
    places = range(len(latin) + 1)
    return tuple(tuple((latin[start:end], end) for end in range(start, min(start + _LONGEST_LATIN, len(latin)) + 1)) for start in places)


@lru_cache(maxsize=8_192)
def _unwritten(latin: str) -> tuple[float, ...]:
    """For each Latin letter its weight as one that Arabic leaves unwritten."""
    row = weights()[""]
    return tuple(row.get(letter, _UNEXPLAINED) for letter in latin)
