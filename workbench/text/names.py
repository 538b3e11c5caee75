"""Is this Latin word that Arabic name? A similarity across the two scripts.

Both words are cut into stretches (ش and sh, وا and wa, nothing and an unwritten vowel), and the best cut's weights are added up: each is the
logarithm of how much likelier the two stretches stand together in one name than by chance. The sum is shown as 0..1.

Measured on the 1,431 evaluation pairs of google/transliteration (Apache-2.0), against 40 times as many random pairs of the same words, weights
fitted on its training pairs only: at SAME_NAME recall .992 with .1 % false positives. `tests/text/test_names.py` repeats it.

What no comparison of letters can tell: false friends (Assad, أسعد), exonyms (Orontes, العاصي), translated names (the Ba'ath's “Resurrection”).
So a name that is not found is a hint, never a proof.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from workbench.text.arabic import ARTICLE, fold, unglued
from workbench.text.name_skeletons import likely_words
from workbench.text.name_sums import best_sum, reaches, sums, weights
from workbench.text.name_weights import LETTERS_OF_OTHER_LANGUAGES

SAME_NAME = 0.5
"""From here on two words are taken for one name; chosen on the training pairs as the threshold of .1 % false positives."""

_MIDDLE, _SLOPE = 1.0, 2.0  # nats: the sum that becomes .5, and how fast it moves away from there
_LEAST_SUM = _MIDDLE + _SLOPE * math.log(SAME_NAME / (1 - SAME_NAME))  # the sum that becomes SAME_NAME
_SUM_INSIDE = 8.5  # nats, for a name inside a longer word
_SHORTEST_INSIDE = 4
_LATIN_LETTERS_EACH = 2.0  # at most, for an Arabic letter, counted over a whole name
_MISSING_CONSONANTS = 1  # of either side; with more, no cut reaches the threshold (checked on the training pairs)

_NOT_ARABIC = re.compile(r"[^\u0621-\u063a\u0641-\u064a]")
_NOT_LATIN = re.compile(r"[^a-z2-9]")
# most words are written with these letters only, and need neither folding nor cleaning
_PLAIN_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويء")
_PLAIN_LATIN = re.compile(r"[a-z]+")
_LATIN_EXTRAS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "œ": "oe", "đ": "d", "æ": "ae", "ß": "ss", "ð": "d"})
# al- takes the sound of the letter after it in some house styles: ash-Sham, as-Suwayda, ar-Raqqa
_WRITTEN_ARTICLE = re.compile(r"\b(?:al|el|il|ul|as|ash|ar|ad|an|at|az|adh|ath)[-\s'’]+(?=\w\w)")
_GLUED_ARTICLES = ("al", "el", "ul")
_GLUED_ARTICLE = re.compile(r"^(?:al|el|ul)(?=[a-z]{3})")
_POSSESSIVE = re.compile(r"['’]s?$")
_CONSONANTS = "bcdfgjklmnpqrstvxz23456789"  # h, w and y are as often vowels or silent


def similarity(arabic: str, english: str) -> float:
    """How likely the two are one name, 0..1; at SAME_NAME and above they are taken for one.

    The article may be written or not, glued or not, on either side:

    >>> [similarity(arabic, "elwakeel") >= SAME_NAME for arabic in ("الوكيل", "وكيل")]
    [True, True]

    Digits that stand for letters are read:

    >>> similarity("أعماق", "A3maq") >= SAME_NAME
    True

    Several words are compared as one; 0.0 where a side has no letters of its script:

    >>> similarity("غسان خلف", "Ghassan Khalaf") > 0.99, similarity("غسان خلف", "2016")
    (True, 0.0)
    """
    found = [best_sum(left, right) for left in _arabic_forms(arabic) for right in _latin_forms(english)]
    return _likelihood(max(found)) if found else 0.0


def _likelihood(nats: float) -> float:
    return 1 / (1 + math.exp(-(nats - _MIDDLE) / _SLOPE))


@lru_cache(maxsize=65_536)
def is_same_name(arabic: str, english: str) -> bool:
    """Whether `similarity` reaches SAME_NAME; most pairs are told apart by their consonants alone.

    >>> is_same_name("حماة", "Hamah"), is_same_name("خالد", "Khalaf")
    (True, False)
    """
    pairs = [(left, right) for left in _arabic_forms(arabic) for right in _latin_forms(english) if _may_be_one(left, right)]
    return any(reaches(left, right, _LEAST_SUM) for left, right in pairs)


def may_sound_like(word: str, name: str) -> bool:
    """A quick look that misses nothing: whether the Arabic `word`, whatever of it is glued on, has enough consonants of the Latin `name`.

    >>> may_sound_like("كريستين", "Christine"), may_sound_like("طفلين", "Christine")
    (True, False)
    """
    return any((heard & ~_given(word)).bit_count() <= _MISSING_CONSONANTS for _, heard in _sounds(name))


def find(name: str, words: Iterable[str]) -> str | None:
    """One of the Arabic `words` that is the Latin `name`, if any: of several the one with most of its consonants, then the first.

    >>> find("Khalaf", ["قال", "المحافظ", "غسان", "خلف"])
    'خلف'
    """
    return _best_of(name, words, _as_it_stands)


def find_glued(name: str, words: Iterable[str]) -> str | None:
    """The same whatever is glued to the folded `words`; gives the word without it.

    >>> find_glued("Hama", ["دخلوا", "لحماه"])
    'حماه'
    """
    listed = tuple(words)
    return find_at_once(name, listed) or _best_of(name, listed, unglued)


def find_at_once(name: str, words: tuple[str, ...]) -> str | None:
    """The same as far as a quick look finds it: among the words that have the consonants of the name in a row."""
    readings = (reading for word in likely_words(name, words) for reading in unglued(word))
    return next((reading for reading in readings if is_same_name(reading, name)), None)


def _as_it_stands(word: str) -> tuple[str, ...]:
    return (word,)


def _best_of(name: str, words: Iterable[str], readings: Callable[[str], tuple[str, ...]]) -> str | None:
    likely: dict[str, int] = {}
    listed = tuple(words)
    for latin, heard in _sounds(name):
        sounding = (word for word in listed if (heard & ~_given(word)).bit_count() <= _MISSING_CONSONANTS)
        hopeful = (word for word in sounding if _missing(latin, heard, _core(word)) is not None)
        candidates = [reading for word in hopeful for reading in readings(word) if len(reading) > 2]
        for reading, missing in _likely(latin, heard, candidates):
            likely[reading] = min(missing, likely.get(reading, missing))
    return next((word for word in sorted(likely, key=likely.__getitem__) if is_same_name(word, name)), None)


def _likely(latin: str, heard: int, words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The words that may be the name at all, with the consonants of either side that nothing stands for on the other, at most one on each side."""
    for word in words:
        for shape in _shapes(word):
            missing = _missing(latin, heard, shape)
            if missing is not None:
                yield word, missing


def _missing(latin: str, heard: int, shape: "_Shape") -> int | None:
    unexplained = (heard & ~shape.given).bit_count()
    if unexplained > _MISSING_CONSONANTS or not len(shape.required) - 1 <= len(latin) <= _LATIN_LETTERS_EACH * (shape.length + 1):
        return None
    unheard = 0
    for letters in shape.required:
        if not heard & letters:
            unheard += 1
            if unheard > _MISSING_CONSONANTS:
                return None
    return unexplained + unheard


def is_inside(name: str, run_on: str) -> bool:
    """Whether the Latin `name` begins or ends a longer Arabic word, as where a space was lost; stricter than `is_same_name`.

    >>> is_inside("Khalaf", "خلفقال"), is_inside("Khalaf", "المحافظة")
    (True, False)
    """
    return is_inside_any(name, (run_on,))


def is_inside_any(name: str, words: Iterable[str]) -> bool:
    """The same of several words."""
    latin = latin_letters(_POSSESSIVE.sub("", name.lower()))
    if len(latin) < _SHORTEST_INSIDE:
        return False
    heard, shortest = _heard(latin), len(latin) * 2 // 3 + 2
    return any(len(word) >= shortest and not heard & ~_given(word) and _runs_into(latin, letters(word)) for word in words)


def _runs_into(latin: str, form: str) -> bool:
    return len(form) >= len(latin) * 2 // 3 + 2 and max(sums(form, latin, anywhere=True)) >= _SUM_INSIDE


def letters(arabic: str) -> str:
    """The Arabic letters of a name, folded, letters of neighbouring languages as the Arabic ones they replace.

    >>> letters("أبو أحمد"), letters("چاڤيز")
    ('ابواحمد', 'تشافيز')
    """
    if _PLAIN_ARABIC.issuperset(arabic):
        return arabic
    return _NOT_ARABIC.sub("", fold(arabic).translate(LETTERS_OF_OTHER_LANGUAGES))


def latin_letters(name: str) -> str:
    """The Latin letters of a name, without accents; digits stay where they stand for Arabic letters.

    >>> latin_letters("Müller"), latin_letters("A3maq"), latin_letters("2016")
    ('muller', 'a3maq', '')
    """
    if _PLAIN_LATIN.fullmatch(name):
        return name
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LATIN_EXTRAS))
    kept = _NOT_LATIN.sub("", plain)
    return kept if any(character.isalpha() for character in kept) else ""


@lru_cache(maxsize=65_536)
def _arabic_forms(arabic: str) -> tuple[str, ...]:
    """The name as written and without its articles."""
    parts = [letters(part) for part in arabic.split()]
    whole = "".join(parts)
    if ARTICLE not in whole:
        return (whole,) if whole else ()
    bare = "".join(part[len(ARTICLE) :] if part.startswith(ARTICLE) and len(part) > 4 else part for part in parts)
    return (whole, bare) if bare and bare != whole else (whole,)


@lru_cache(maxsize=65_536)
def _latin_forms(name: str) -> tuple[str, ...]:
    """The name as written and without its articles."""
    plain = name.lower()
    if not plain.isalpha():
        plain = _POSSESSIVE.sub("", plain)
    whole = latin_letters(plain)
    unmarked = _WRITTEN_ARTICLE.sub("", plain)
    bare = whole if unmarked == plain else latin_letters(unmarked)
    if bare.startswith(_GLUED_ARTICLES):
        bare = _GLUED_ARTICLE.sub("", bare)
    return tuple(dict.fromkeys(form for form in (whole, bare) if form))


class _Shape(NamedTuple):
    """What an Arabic form may sound like, as sets of Latin consonants in bits: all it can give, and letter by letter what must be heard."""

    length: int
    given: int
    required: tuple[int, ...]


@lru_cache(maxsize=65_536)
def _shape(form: str) -> _Shape:
    given, required, table = 0, [], _letter_sounds()
    for letter in form:
        sounds, must_be_heard = table.get(letter, _SILENT)
        given |= sounds
        if must_be_heard:
            required.append(sounds)
    return _Shape(len(form), given, tuple(required))


@lru_cache(maxsize=65_536)
def _given(word: str) -> int:
    """All Latin consonants that the letters of a word may stand for, in bits."""
    given, table = 0, _letter_sounds()
    for letter in letters(word):
        if letter in table:
            given |= table[letter][0]
    return given


@lru_cache(maxsize=65_536)
def _core(word: str) -> _Shape:
    """What no reading of a word can do without, and what all of them together can give: a look before its readings are tried."""
    return _Shape(len(letters(word)), _given(word), _shape(letters(unglued(word)[-1])).required)


@lru_cache(maxsize=65_536)
def _sounds(name: str) -> tuple[tuple[str, int], ...]:
    """The forms of a Latin name, and the consonants heard in each."""
    return tuple((form, _heard(form)) for form in _latin_forms(name))


_SILENT = (0, True)


@lru_cache(maxsize=1)
def _letter_sounds() -> dict[str, tuple[int, bool]]:
    """For each Arabic letter the Latin consonants in its likely spellings, and whether every one of these has a consonant."""
    table = {}
    for letter, spellings in weights().items():
        if len(letter) == 1:
            likely = [_heard(spelling) for spelling, weight in spellings.items() if weight > 0]
            table[letter] = (_union(likely), all(likely))
    return table


@lru_cache(maxsize=65_536)
def _heard(latin: str) -> int:
    """The consonants of a Latin form, in bits; digits, which stand for Arabic letters, count as consonants."""
    return _union(1 << _CONSONANTS.index(character) for character in latin if character in _CONSONANTS)


def _union(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)


@lru_cache(maxsize=65_536)
def _shapes(arabic: str) -> tuple[_Shape, ...]:
    return tuple(map(_shape, _arabic_forms(arabic)))


def _may_be_one(arabic: str, latin: str) -> bool:
    """A cheap necessary condition: nearly every consonant of either side has one that may stand for it on the other."""
    return _missing(latin, _heard(latin), _shape(arabic)) is not None
