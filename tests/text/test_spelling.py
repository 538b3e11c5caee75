"""The dictionary's words: our quick way through its affixes gives what its own search gives."""

import random
import re

from workbench.text import spelling


def made_up(count: int) -> list[str]:
    """Stems with an ending and a beginning that they may or may not take, and stems with a letter missing."""
    chance = random.Random(4)
    stems = [stem for stem in spelling._stems() if re.fullmatch(r"[a-z]+", stem)]
    beginnings = ["", "re", "un", "dis", "con", "pro"]
    endings = ["", "s", "es", "ed", "ing", "er", "ers", "est", "ly", "ness", "iness", "ment", "able", "ion", "ications", "ive", "th", "ies", "iest"]
    words = (chance.choice(beginnings) + stem[: chance.choice([None, None, -1])] + chance.choice(endings) for stem in chance.sample(stems, count))
    return [word for word in words if word not in spelling._stems()]


def test_affixes_are_taken_off_as_the_dictionary_does() -> None:
    dictionary, words = spelling._dictionary(), made_up(3_000)
    right = {word for word in words if dictionary.lookup(word)}
    assert right
    assert {word for word in words if spelling._is_affixed(word)} == right
