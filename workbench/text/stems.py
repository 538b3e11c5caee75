"""Stems of English and Arabic words: the one door to snowballstemmer, the algorithms of the Snowball project.

English by Porter's second stemmer, Arabic by a light one that takes off articles, pronouns and endings, and looks for no root.
"""

from functools import lru_cache

import snowballstemmer


@lru_cache(maxsize=65_536)
def english_stem(word: str) -> str:
    """The stem of an English word in lower case.

    >>> english_stem("attackers") == english_stem("attacked") == english_stem("attack")
    True
    """
    # a stemmer keeps the word it works on: each call has its own, so that threads cannot get at each other's
    return str(snowballstemmer.stemmer("english").stemWord(word))


@lru_cache(maxsize=65_536)
def arabic_stem(word: str) -> str:
    """The stem of a folded Arabic word.

    >>> arabic_stem("والمدارس") == arabic_stem("مدارسهم") == arabic_stem("مدارس")
    True
    """
    return str(snowballstemmer.stemmer("arabic").stemWord(word))
