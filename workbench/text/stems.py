"""Stems of English and Arabic words: the one door to PyStemmer, the algorithms of the Snowball project.

English by Porter's second stemmer, Arabic by a light one that takes off articles, pronouns and endings, and looks for no root.
"""

from functools import lru_cache

import Stemmer

NOTHING_KEPT = 0
"""A stemmer's own cache: it may not be shared among threads, so that each word gets a stemmer of its own, in less than a microsecond."""


@lru_cache(maxsize=65_536)
def english_stem(word: str) -> str:
    """The stem of an English word in lower case.

    >>> english_stem("attackers") == english_stem("attacked") == english_stem("attack")
    True
    """
    return str(Stemmer.Stemmer("english", NOTHING_KEPT).stemWord(word))


@lru_cache(maxsize=65_536)
def arabic_stem(word: str) -> str:
    """The stem of a folded Arabic word.

    >>> arabic_stem("المدارس") == arabic_stem("مدارسهم") == arabic_stem("مدارس")
    True
    """
    return str(Stemmer.Stemmer("arabic", NOTHING_KEPT).stemWord(word))
