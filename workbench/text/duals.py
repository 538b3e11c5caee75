"""Arabic duals: “two” said by an ending.

The ending ان/ين is shared with plurals and with countless other words, so a dual is certain only for nouns that are listed here, and for the
feminine تان/تين less a few words that merely end so.
"""

import re
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import CLITICS, fold_with_offsets, folded_words
from workbench.text.wordlists import listed

# Nouns that news counts, folded, in the singular; their dual is theirs plus ان or ين. Those whose plural looks the same (مدني, مراقب) are left out.
_COUNTED = (
    "مقر|شخص|رجل|طفل|ولد|شاب|جندي|ضابط|عنصر|قتيل|جريح|شهيد|انتحاري|مهاجم|مسلح|يوم|شهر|عام|اسبوع|قرن|كيلومتر|متر|طن|هجوم|انفجار|حاجز|صاروخ|"
    "منزل|بيت|مبني|طابق|باب|طريق|شارع|جسر|نهر|حي|قصف|لغم|مدفع|رشاش|جيش|لواء|فصيل|حزب|بيان|لقاء|اجتماع|موقع|مركز|مستشفي|مخيم|معبر|مطار|حقل|"
    "بءر|سد|خزان|بند|شرط|سبب|امر|كتاب|ملف|تقرير|قرار|مشروع|وفد|مبعوث|طرف|جانب|بلد|قسم|صف|كرسي|هاتف|مفتاح|حجر|جدار|جبل|قبر|جثمان|برج|مصنع|فرن"
)
_NOT_DUAL = re.compile(
    "[متف]?تين|متين|بساتين|كتان|بهتان|فستان|بستان|قبطان|سرتان|[ار]?ثلاثين|اثنتين|اثنتان|ثنتين|مءتين|مءتان|ماءتين|ماءتان|فلسطين|افغانستان|كتاتين"
)
_MASCULINE = re.compile(rf"[وفبلك]{{0,2}}(?:ال|ل)?(?:{_COUNTED})(?:ان|ين)")
# before a noun the ending loses its n: مقري الحزب, “the party's two headquarters”; ي could be “my” with persons, not with these
_CONSTRUCT = frozenset(listed("مقر هجوم انفجار حاجز صاروخ مبني جسر موقع لقاء اجتماع بيان مدينت قريت غارت عمليت دولت محافظت منطقت"))
_FEMININE = re.compile(r"\w{3,}(?:تان|تين)")
_GLUED = re.compile(r"^[وفبلك]?(?:ال|لل)?")
_NUMBER_AFTER = re.compile(r" (?:اثنتين|اثنتان)\b")
_BEFORE_A_WORD = re.compile(r" \w")
_WORD = re.compile(r"\w+")
_LOOKS_DUAL = re.compile(r"\b\w{2,}(?:ان|ين|تا|تي|ي|ا|هما|ما)\b")


@lru_cache(maxsize=256)
def duals(text: str) -> tuple[Span, ...]:
    """The words that are surely dual.

    >>> [span.of("استهدفوا مقري الحزب وقريتين، والمدنيين") for span in duals("استهدفوا مقري الحزب وقريتين، والمدنيين")]
    ['مقري', 'وقريتين']
    """
    if not any(map(_is_dual, folded_words(text))):
        return ()
    folded = fold_with_offsets(text)
    return tuple(folded.original(Span(*match.span())) for match in _WORD.finditer(folded.text) if _is_dual_here(match, folded.text))


def _is_dual_here(match: re.Match[str], text: str) -> bool:
    word = match.group()
    if not _is_dual(word):
        return False
    if word.endswith("ي"):
        return _BEFORE_A_WORD.match(text, match.end()) is not None
    return not _NUMBER_AFTER.match(text, match.end())


@lru_cache(maxsize=65_536)
def _is_dual(word: str) -> bool:
    """Whether a folded word is a dual wherever it stands."""
    if word.endswith("ي"):
        return word[:-1] in _CONSTRUCT or (word.startswith(CLITICS) and word[1:-1] in _CONSTRUCT)
    if not word.endswith(("ان", "ين")):
        return False
    if _has_counted_noun(word) and _MASCULINE.fullmatch(word):
        return True
    return _FEMININE.fullmatch(word) is not None and not _NOT_DUAL.fullmatch(_GLUED.sub("", word))


def _has_counted_noun(word: str) -> bool:
    """A quick look before the long pattern is tried: whether one of its nouns stands before the ending, with at most four letters before it."""
    return not _NOUNS.isdisjoint(word[start:-2] for start in range(_LONGEST_GLUED + 1))


_NOUNS = frozenset(_COUNTED.split("|"))
_LONGEST_GLUED = 4


@lru_cache(maxsize=256)
def may_be_dual(text: str) -> bool:
    """Whether any word has an ending that a dual can have; nearly every longer sentence does."""
    return _LOOKS_DUAL.search(fold_with_offsets(text).text) is not None
