"""The bare consonants of a name in one alphabet for both scripts, coarse on purpose: a quick way to the word that a name most likely is.

A skeleton that fits proves nothing and one that does not excludes nothing; `workbench.text.names` decides.
"""

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
# Words are looked at in the Windows table for Arabic: translating bytes takes a twentieth of what translating characters does, and the letters that
# the table lacks are none that a Latin skeleton has.
_BYTES = "cp1256"
_ARABIC = bytes.maketrans("".join(_CLASSES.values()).encode(_BYTES), "".join(sound * len(letters) for sound, letters in _CLASSES.items()).encode())
_SILENT_BYTES = _SILENT.encode(_BYTES)
_LATIN = str.maketrans({"p": "b", "j": "g", "q": "k", "c": "k", "v": "f", "z": "s", "x": "ks"} | dict.fromkeys("aeiouwy'’-"))
_DIGRAPHS = (
    *(("augh", ""), ("ough", ""), ("chr", "kr"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("sch", "s"), ("tch", "ts"), ("ch", "s"), ("ck", "k")),
    *(("sh", "s"), ("th", "t"), ("dh", "d"), ("kh", "h"), ("gh", "g"), ("ph", "f")),
)
_DOUBLED = tuple((sound * 2, sound) for sound in _CLASSES)
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
    return _once(plain.translate(_LATIN))


@lru_cache(maxsize=64)
def _skeletons(words: tuple[str, ...]) -> str:
    written = _BREAK.join(words).encode(_BYTES, "replace")
    return _once(written.translate(_ARABIC, _SILENT_BYTES).decode("latin-1"))


def _once(skeleton: str) -> str:
    """Doubled consonants written once."""
    for doubled, single in _DOUBLED:
        while doubled in skeleton:
            skeleton = skeleton.replace(doubled, single)
    return skeleton


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
