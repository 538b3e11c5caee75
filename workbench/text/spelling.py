"""English words by a Hunspell dictionary: whether a word is one, and what a misspelt one may have been.

The one door to spylls, which brings the American dictionary with it. British spellings are accepted by the American ones that they stand for, so that
one dictionary reads both; which of the two a house writes is not its business.
"""

import gc
import re
import warnings
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from workbench.text.wordlists import listed

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_PART = 3
_LONGEST = 24  # letters: longer strings are no words, and cost time
# British endings and stems, and what the American dictionary has instead; tried one at a time
_BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our(?=$|s$|ed$|ing$|able$|ful|less|ite|er|ist|y$|hood|i)", "or"),
        (r"is(?=e$|es$|ed$|ing$|er$|ers$|ation|able$)", "iz"),
        (r"ys(?=e$|es$|ed$|ing$|er$|ers$)", "yz"),
        (r"ll(?=ed$|ing$|er$|ers$|ings$|ery$|or$|ors$)", "l"),
        (r"tre(?=$|s$)", "ter"),
        (r"tred$", "tered"),
        (r"or(?=s?$)", "er"),
        (r"artefact", "artifact"),
        (r"l(?=(?:ment|ments|ful|s)?$)", "ll"),
        (r"ence$", "ense"),
        (r"ences$", "enses"),
        (r"ogue(?=s?$)", "og"),
        (r"amme(?=s?$|d$)", "am"),
        (r"ae|oe", "e"),
        (r"grey", "gray"),
        (r"mould", "mold"),
        (r"plough", "plow"),
        (r"sceptic", "skeptic"),
        (r"tyre", "tire"),
        (r"cheque", "check"),
        (r"jewell", "jewel"),
        (r"(?<=storey)ed$|(?<=store)y(?=s?$)", ""),
        (r"wards$", "ward"),
        (
            r"^(?:post|pre|anti|non|re|de|counter|co|over|under|multi|semi|sub|super|inter|un|micro|mega|mini|pro|ex|self|cyber|eco|bio|geo|up|out|off|down)",
            "",
        ),
    )
)
_ANY_BRITISH = re.compile("|".join(f"(?:{british.pattern})" for british, _ in _BRITISH))
_ALSO_WORDS = frozenset(
    listed(
        "whilst amongst learnt dreamt burnt spelt spilt spoilt leapt pyjamas aluminium maths mum mums petrol queue queued queuing towards "
        "afterwards backwards aeroplane airstrike airstrikes jihadi jihadis jihadist jihadists sheikh sheikhs sheikhdom oud fatwa fatwas "
        "hadith intifada keffiyeh niqab hijab mujahideen shawarma falafel hummus souk mukhtar shabiha peshmerga wadi emir emirs emirate "
        "muezzin imam imams iftar suhoor ramadan eid online website websites internet email emails blog blogs selfie selfies smartphone "
        "smartphones livestream dinar dirham riyal lira piastre covid coronavirus vegan vegans reuse app apps tweet tweeted tweets retweet "
        "hashtag hashtags drone drones counterterrorism counteroffensive frontline frontlines ceasefire ceasefires infighting spokespeople"
    )
)


def load() -> None:
    """Read the dictionary from disk, once: half a second. `is_english` does it by itself, a server or a benchmark at its start."""
    _stems()


@cache
def _dictionary() -> Any:
    import spylls.hunspell

    folder = Path(spylls.hunspell.__file__).parent / "data" / "en"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves the closing of its files to the collector
        dictionary = spylls.hunspell.Dictionary.from_files(str(folder / "en_US"))
    gc.collect()
    gc.freeze()  # half a million small objects that stay: walking them in every collection would double the time of all checks
    return dictionary


@lru_cache(maxsize=65_536)
def is_english(word: str) -> bool:
    """Whether a word is in the dictionary, in American or British spelling; names are, where the dictionary has them with a capital.

    >>> is_english("committee"), is_english("comittee"), is_english("demilitarised"), is_english("colour"), is_english("Khalaf")
    (True, False, True, True, False)
    """
    if len(word) > _LONGEST:
        return False
    plain = word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return plain in _ALSO_WORDS or _looked_up(plain) or any(_looked_up(variant) for variant in _american(plain))


def is_compound(word: str) -> bool:
    """Whether two words of the dictionary stand in one, as in many that no dictionary lists.

    >>> is_compound("homeware"), is_compound("breakast")
    (True, False)
    """
    return any(_is_plain(word[:cut]) and _is_plain(word[cut:]) for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))


def _looked_up(word: str) -> bool:
    if _is_plain(word):
        return True
    return _is_affixed(word) if _SMALL_LETTERS.fullmatch(word) else bool(_dictionary().lookup(word))


def _is_plain(word: str) -> bool:
    return word in _stems() or _is_regular(word)


@cache
def _stems() -> dict[str, tuple[Set[str], ...]]:
    """The entries of the dictionary, without their endings, each with the flags of the affixes that it takes: once for each word of that spelling."""
    stems: dict[str, tuple[Set[str], ...]] = {}
    for entry in _dictionary().dic.words:
        stems[entry.stem] = (*stems.get(entry.stem, ()), entry.flags)
    return stems


_SMALL_LETTERS = re.compile(r"[a-z]+")


class _Affixes(NamedTuple):
    prefixes: tuple[Any, ...]
    suffixes: tuple[Any, ...]
    endings: tuple[str, ...]


@cache
def _affixes() -> _Affixes:
    """The dictionary's rules, and what its suffixes look like."""
    rules = _dictionary().aff
    prefixes, suffixes = (tuple(rule for rows in table.values() for rule in rows) for table in (rules.PFX, rules.SFX))
    return _Affixes(prefixes, suffixes, tuple({rule.add for rule in suffixes}))


def _is_affixed(word: str) -> bool:
    """Whether a stem makes a word of small letters with a prefix, a suffix or both, as its flags allow.

    The dictionary's own search gives the same and takes ten times as long; compounds and words with other characters are left to it.
    """
    if _is_suffixed(word, None):
        return True
    prefixes = [rule for rule in _affixes().prefixes if word.startswith(rule.add)]
    bases = [(word[len(rule.add) :], rule.flag) for rule in prefixes]
    return any(any(flag in flags for flags in _stems().get(base, ())) or _is_suffixed(base, flag) for base, flag in bases)


def _is_suffixed(word: str, prefix: str | None) -> bool:
    """Whether a stem makes the word with a suffix, and may take the prefix, too."""
    if not word.endswith(_affixes().endings):
        return False
    fitting = [rule for rule in _affixes().suffixes if word.endswith(rule.add) and (prefix is None or rule.crossproduct)]
    stems = [(word[: -len(rule.add)] + rule.strip, rule) for rule in fitting]
    return any(
        rule.flag in flags and (prefix is None or prefix in flags) and rule.cond_regexp.search(stem)
        for stem, rule in stems
        for flags in _stems().get(stem, ())
    )


def _is_regular(word: str) -> bool:
    """Whether a stem with a plain ending makes the word: a little more than the dictionary's rules allow (informations)."""
    if not word.endswith(_PLAIN_ENDINGS):
        return False
    return any(word.endswith(ending) and word[: -len(ending)] + rest in _stems() for ending, rest in _ENDINGS)


_ENDINGS = (
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ies", "y"),
    ("es", ""),
    ("ied", "y"),
    ("er", ""),
    ("ers", ""),
)
_PLAIN_ENDINGS = tuple({ending for ending, _ in _ENDINGS})


def _american(word: str) -> Iterator[str]:
    if not _ANY_BRITISH.search(word):
        return
    for british, american in _BRITISH:
        variant = british.sub(american, word, count=1)
        if variant != word and len(variant) > 2:
            yield variant
            if american == "iz" and (both := variant.replace("our", "or")) != variant:
                yield both


@lru_cache(maxsize=1_024)
def nearest(word: str) -> str | None:
    """A dictionary word one slip away: two letters exchanged, one too many, one missing, one wrong, in this order; None where there is none.

    >>> nearest("comittee"), nearest("teh"), nearest("zzgrx")
    ('committee', 'the', None)
    """
    return next((candidate for candidate in _slips(word) if _is_plain(candidate)), None)


def _slips(word: str) -> Iterator[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    yield from (left + left[-1] + right for left, right in cuts if left)  # a doubled letter written once
    yield from (left + right[1:] for left, right in cuts if right)
    yield from (left + letter + right for left, right in cuts for letter in _ALPHABET)
    yield from (left + letter + right[1:] for left, right in cuts if right for letter in _ALPHABET)
