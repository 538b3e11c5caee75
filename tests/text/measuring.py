"""How well names are told across scripts: `python -m tests.text.measuring` prints the table over all pairs beside the project.

The pairs are those of google/transliteration; the weights and the threshold come from the training pairs, so the evaluation pairs alone are unseen.
The wrong pairs are the same words drawn at random, as often as `ROUNDS` says. `quick` is `is_same_name`, which the checks ask.
"""

import math
import random
from collections.abc import Callable
from pathlib import Path

from workbench import __version__
from workbench.model import Signature
from workbench.text.names import SAME_NAME, is_same_name, similarity

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "names"
SEED = 7
ROUNDS = {"ar2en-eval": 40, "ar2en-train": 4}
"""How many wrong pairs for each right one."""

Pair = tuple[str, str]


def pairs_of(path: Path) -> list[Pair]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(arabic, english) for arabic, _, english in (line.partition("\t") for line in lines)]


def random_pairs(pairs: list[Pair], rounds: int) -> list[Pair]:
    right, chance = set(pairs), random.Random(SEED)
    english = [name for _, name in pairs]
    drawn: list[Pair] = []
    for _ in range(rounds):
        chance.shuffle(english)
        drawn += [pair for pair in zip((arabic for arabic, _ in pairs), english, strict=True) if pair not in right]
    return drawn


def interval(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson (1927)."""
    share, z2 = hits / of, 1.96**2
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = math.sqrt(z2 * (share * (1 - share) / of + z2 / (4 * of * of))) / (1 + z2 / of)
    return middle - half, middle + half


def main() -> None:
    looks: dict[str, Callable[[str, str], bool]] = {"whole": lambda arabic, english: similarity(arabic, english) >= SAME_NAME, "quick": is_same_name}
    for name, rounds in ROUNDS.items():
        right = pairs_of(FOLDER / f"{name}.txt")
        wrong = random_pairs(right, rounds)
        for look, same in looks.items():
            for what, pairs in (("recall", right), ("false positives", wrong)):
                hits = sum(same(*pair) for pair in pairs)
                low, high = interval(hits, len(pairs))
                print(f"{name:12} {look:6} {what:16} {hits:6} of {len(pairs):6}  {hits / len(pairs):.5f} [{low:.5f}, {high:.5f}]")
        signature = (("names", name), ("rounds", str(rounds)), ("seed", str(SEED)), ("threshold", str(SAME_NAME)), ("v", __version__))
        print(f"  [{Signature(signature)}]")


if __name__ == "__main__":
    main()
