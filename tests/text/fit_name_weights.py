"""Fit the weights of `workbench/text/name_weights.py` again: `python -m tests.text.fit_name_weights TRAIN.txt` prints the rows.

Expectation maximisation over all ways to cut a pair into an Arabic stretch of 0–2 letters and a Latin one of 0–3. A weight is the logarithm of
how much likelier the two stretches stand together in a pair of one name than in a pair drawn at random, in nats to one decimal.
Only the training pairs are read; the figures in the docstring of `workbench.text.names` are from the evaluation pairs.
"""

import math
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from workbench.text.names import latin_letters, letters

ROUNDS = 9
LONGEST_LATIN = 3
RARE_EARLY, RARE = 0.5, 3.0  # expected counts below which a correspondence is dropped, while settling and at the end
A_LINE = 16  # spellings to a line of the printed table
LEAST_OF_ONE_LETTER, LEAST_OF_SEVERAL = -6.0, 0.0  # weights below say next to nothing, or chance neighbours
TWO_LETTERS = frozenset({"كس", "تش", "وا", "اي", "يا", "او", "ال", "جي"})

Step = tuple[str, str]


def arabic_stretches(word: str, at: int) -> Iterator[str]:
    yield ""
    if at < len(word):
        yield word[at]
    if word[at : at + 2] in TWO_LETTERS:
        yield word[at : at + 2]


def steps(arabic: str, latin: str) -> Iterator[tuple[int, int, Step]]:
    """Every step of the lattice, from the upper left."""
    for i in range(len(arabic) + 1):
        for j in range(len(latin) + 1):
            for stretch in arabic_stretches(arabic, i):
                for length in range(min(LONGEST_LATIN, len(latin) - j) + 1):
                    if stretch or length == 1:
                        yield i, j, (stretch, latin[j : j + length])


def first_guess(pairs: list[Step]) -> dict[Step, float]:
    """Stretches at about the same part of both words, short ones preferred."""
    counts: Counter[Step] = Counter()
    for arabic, latin in pairs:
        for i, j, (stretch, spelling) in steps(arabic, latin):
            if abs(i / len(arabic) - j / len(latin)) <= 0.3:
                size = len(stretch) + len(spelling)
                counts[stretch, spelling] += 0.3 if size == 1 else 1 if size == 2 else 0.1  # type: ignore[assignment]
    return shares({step: count for step, count in counts.items() if count > RARE})


def shares(counts: dict[Step, float]) -> dict[Step, float]:
    total = sum(counts.values())
    return {step: count / total for step, count in counts.items()}


def expected_counts(arabic: str, latin: str, chance: dict[Step, float]) -> dict[Step, float]:
    """How often each step is expected on the ways from one corner to the other."""
    forward: defaultdict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    taken = []
    for i, j, step in steps(arabic, latin):
        if (weight := chance.get(step)) and forward[i, j]:
            there = (i + len(step[0]), j + len(step[1]))
            forward[there] += forward[i, j] * weight
            taken.append(((i, j), there, step, weight))
    end = (len(arabic), len(latin))
    counts: defaultdict[Step, float] = defaultdict(float)
    backward: defaultdict[tuple[int, int], float] = defaultdict(float, {end: 1.0})
    for here, there, step, weight in reversed(taken):
        if forward[end] and backward[there]:
            backward[here] += weight * backward[there]
            counts[step] += forward[here] * weight * backward[there] / forward[end]
    return counts


def fit(pairs: list[Step]) -> dict[Step, float]:
    chance = first_guess(pairs)
    for round_ in range(ROUNDS):
        counts: Counter[Step] = Counter()
        for arabic, latin in pairs:
            counts.update(expected_counts(arabic, latin, chance))
        rare = RARE_EARLY if round_ < ROUNDS - 4 else RARE
        chance = shares({step: count for step, count in counts.items() if count >= rare})
    return chance


def log_shares(words: list[str]) -> dict[str, float]:
    counts = Counter(letter for word in words for letter in word)
    total = sum(counts.values()) + len(words)
    return {letter: math.log(count / total) for letter, count in counts.items()}


def main(path: Path) -> None:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [(letters(arabic), latin_letters(latin)) for arabic, latin in rows]
    pairs = [pair for pair in pairs if all(pair)]
    arabic_share, latin_share = log_shares([arabic for arabic, _ in pairs]), log_shares([latin for _, latin in pairs])
    table: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (stretch, spelling), chance in fit(pairs).items():
        independent = sum(map(arabic_share.__getitem__, stretch)) + sum(map(latin_share.__getitem__, spelling))
        weight = math.log(chance) - independent
        if weight >= (LEAST_OF_ONE_LETTER if len(spelling) <= 1 else LEAST_OF_SEVERAL):
            table[stretch][spelling] = weight
    for stretch, weights in sorted(table.items()):
        names = "".join(rf"\N{{{unicodedata.name(letter)}}}" for letter in stretch)
        ranked = sorted(weights.items(), key=lambda weight: -weight[1])
        row = [f"{spelling or '-'} {weight:.1f}" for spelling, weight in ranked]
        lines = [" ".join(row[start : start + A_LINE]) for start in range(0, len(row), A_LINE)]
        print(f'    "{names}": "{" ".join(row)}",' if len(lines) == 1 else f'    "{names}": (')
        if len(lines) > 1:
            print("".join(f'        "{line} "\n' for line in lines[:-1]) + f'        "{lines[-1]}"\n    ),')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
