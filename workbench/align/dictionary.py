"""A printed dictionary as evidence: which Arabic and English words it gives for each other, whatever their endings."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from workbench.align.lexicon import target_words
from workbench.text.arabic import ARABIC_WORD, fold, unglued
from workbench.text.stems import arabic_stem, english_stem
from workbench.text.wordlists import listed

SHORTEST = 3
"""Letters below which a word is not looked up: what short words share is mostly chance."""

MOST_ARABIC_WORDS = 2
"""Words of an Arabic entry up to which each is taken for a translation; longer ones explain rather than translate."""

LONGEST_ENDING = 6
"""Letters by which a headword is longer than its stem at most."""

STEMS_KEPT = 16_384

LITTLE_WORDS = frozenset(
    listed(
        "the and but for from with was were are been being its this that these those she they his her their our your him them not nor does did "
        "has have had will would can could should may might must shall there who whom which what when where how why than then into out over "
        "after before more most very just also some any all one two such only own too both each few other same about under again between "
        "through during above below off upon per via yet ever never you"
    )
)
"""English words that a dictionary gives many Arabic ones for, and a sentence has many of."""


class Dictionary:
    """Which words translate each other. What it is asked for is stemmed then: a text has few of its words."""

    def __init__(self, entries: Iterable[tuple[str, str]] = ()) -> None:
        """From pairs of an Arabic and an English expression; those whose English is more than one word are left out."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for arabic, english in entries:
            if english.isalpha():
                found[english.casefold()].append(arabic)
        self._arabic_for = dict(found)
        self._headwords = sorted(found)
        self._stems = lru_cache(STEMS_KEPT)(self._looked_up)

    def __len__(self) -> int:
        """The number of English headwords."""
        return len(self._headwords)

    def gives(self, arabic: str, english: str) -> bool:
        """Whether a folded Arabic word and an English one in lower case translate each other.

        >>> Dictionary([("مدرسة", "school")]).gives("بالمدرسه", "schools")
        True
        """
        return not stems_of(arabic).isdisjoint(self.given_for(english))

    def given(self, text: str) -> tuple[frozenset[str], ...]:
        """For each word of an English text that the dictionary has, the stems of the Arabic words that translate it; once for one said twice."""
        found = (self.given_for(word.span.of(text).casefold()) for word in target_words(text)) if self._headwords else ()
        return tuple(dict.fromkeys(filter(None, found)))

    def given_for(self, english: str) -> frozenset[str]:
        """The stems of the Arabic words that translate an English word in lower case; none for a little or unknown one."""
        if len(english) < SHORTEST or english in LITTLE_WORDS:
            return frozenset()
        return self._stems(english_stem(english))

    def _looked_up(self, stem: str) -> frozenset[str]:
        """The stems of the Arabic words given for all English headwords of a stem."""
        start = stem.removesuffix("i")  # “city” has the stem “citi”
        found: set[str] = set()
        for at in range(bisect_left(self._headwords, start), len(self._headwords)):
            headword = self._headwords[at]
            if not headword.startswith(start):
                break
            if len(headword) <= len(stem) + LONGEST_ENDING and english_stem(headword) == stem:
                found.update(*map(_arabic_stems, self._arabic_for[headword]))
        return frozenset(found)


def stems_of(arabic: str) -> frozenset[str]:
    """The stems that a folded Arabic word may have, with and without what may be glued to it."""
    return frozenset(map(arabic_stem, unglued(arabic))) if len(arabic) >= SHORTEST else frozenset()


def _arabic_stems(expression: str) -> set[str]:
    words = ARABIC_WORD.findall(fold(expression))
    return {arabic_stem(word) for word in words if len(word) >= SHORTEST} if len(words) <= MOST_ARABIC_WORDS else set()
