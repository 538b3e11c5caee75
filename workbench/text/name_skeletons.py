"""The bare consonants of a name in one alphabet for both scripts, coarse on purpose: a quick way to the word that a name most likely is.

A skeleton that fits proves nothing and one that does not excludes nothing; `workbench.text.names` decides.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_CLASSES = {
    "b": "ب",
    "t": "تطث",
    "d": "دضذ",
    "g": "جغ",
    "k": "قك",
    "h": "خحهة",
    "r": "ر",
    "s": "سصشزظ",
    "f": "ف",
    "l": "ل",
    "m": "م",
    "n": "ن",
}
_SILENT = "عءآأإاوؤيئى"
_ARABIC = str.maketrans({letter: sound for sound, letters in _CLASSES.items() for letter in letters} | dict.fromkeys(_SILENT))
_LATIN = str.maketrans({"p": "b", "j": "g", "q": "k", "c": "k", "v": "f", "z": "s", "x": "ks"} | dict.fromkeys("aeiouwy'’-"))
_DIGRAPHS = (
    *(("augh", ""), ("ough", ""), ("chr", "kr"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("sch", "s"), ("tch", "ts"), ("ch", "s"), ("ck", "k")),
    *(("sh", "s"), ("th", "t"), ("dh", "d"), ("kh", "h"), ("gh", "g"), ("ph", "f")),
)
_DOUBLED = re.compile(r"([a-z])\1+")
_BREAK = "|"
_FEWEST = 2  # consonants: fewer fit everywhere


@lru_cache(maxsize=8_192)
def latin_skeleton(name: str) -> str:
    """The consonants of a Latin name.

    >>> latin_skeleton("Ghassan"), latin_skeleton("Khalaf"), latin_skeleton("Hama")
    ('gsn', 'hlf', 'hm')
    """
    plain = name.lower()
    for letters, sound in _DIGRAPHS:
        plain = plain.replace(letters, sound)
    return _DOUBLED.sub(r"\1", plain.translate(_LATIN))


@lru_cache(maxsize=64)
def _skeletons(words: tuple[str, ...]) -> str:
    return _DOUBLED.sub(r"\1", _BREAK.join(words).translate(_ARABIC))


def likely_words(name: str, words: tuple[str, ...]) -> Iterator[str]:
    """The Arabic words that have the consonants of the name in a row.

    >>> list(likely_words("Khalaf", ("قال", "المحافظ", "غسان", "وخلف")))
    ['وخلف']
    """
    wanted = latin_skeleton(name)
    if len(wanted) < _FEWEST:
        return
    skeletons = _skeletons(words)
    at = skeletons.find(wanted)
    while at >= 0:
        place = skeletons.count(_BREAK, 0, at)
        yield words[place]
        end = skeletons.find(_BREAK, at)
        at = skeletons.find(wanted, end) if end >= 0 else -1
