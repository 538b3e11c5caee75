"""Words that stand for numbers in Arabic and English, each with the part it plays in a longer number.

Arabic forms are folded (see `workbench.text.arabic.fold`) and listed for both genders and all cases; Syrian and Egyptian spoken forms stand beside
the written ones. Left out because they are mostly something else: ثمن (price), أحد (anyone; it counts only before عشر), الاثنين (Monday).
"""

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from workbench.text.arabic import ARTICLE, fold


class Part(Enum):
    """What a word contributes."""

    UNIT = "1 to 9"
    TEEN = "10 to 19"
    TENS = "20, 30 … 90"
    HUNDRED = "100, may be multiplied by a unit"
    HUNDREDS = "200, 300 … 900 in one word"
    SCALE = "1,000 and more; multiplies what stands before it"
    SCALED = "a dual: two thousand in one word"
    FRACTION = "a half, a third"
    ALONE = "a decade, a pair: joins no longer number"
    VAGUE = "dozens, thousands without a count"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word's value and part; `joined` when a و or “and” stands before it, `ordinal` for first, second, third.

    `small_talk` marks words that other languages leave unsaid or say otherwise (one, first, both, a couple). `english` words need no و to add up.
    `vague_alone` ones count only after a number (خمسة آلاف); by themselves they are “thousands of”.
    """

    value: Fraction
    part: Part
    ordinal: bool = False
    joined: bool = False
    small_talk: bool = False
    english: bool = False
    vague_alone: bool = False
    decade: bool = False


def _word(value: int | Fraction, part: Part, **flags: bool) -> NumberWord:
    return NumberWord(Fraction(value), part, **flags)


_ARABIC_UNITS = {
    1: "واحد واحده واحدا",
    2: "اثنان اثنين اثنتان اثنتين ثنتين تنين اتنين",
    3: "ثلاث ثلاثه تلات تلاته تلت",
    4: "اربع اربعه",
    5: "خمس خمسه",
    6: "ست سته",
    7: "سبع سبعه",
    8: "ثمان ثماني ثمانيه تمن تمانيه تماني",
    9: "تسع تسعه",
}
_ARABIC_TEENS = {
    10: "عشر عشره",
    11: "احدعش احداشر حداشر هدعش",
    12: "اطنعش اتناشر اثناعش طنعش ثنعش",
    13: "تلتعش تلتطعش تلتاشر ثلطعش تلطعش",
    14: "اربعتعش اربعطعش اربعتاشر",
    15: "خمستعش خمسطعش خمستاشر",
    16: "ستعش سطعش ستاشر ستطعش",
    17: "سبعتعش سبعطعش سبعتاشر",
    18: "تمنتعش تمنطعش تمنتاشر ثمنطعش ثمنتعش",
    19: "تسعتعش تسعطعش تسعتاشر",
}
_ARABIC_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين تلاتين",
    40: "اربعون اربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين تمانين",
    90: "تسعون تسعين",
}
_ALSO_WATER = "ميه"  # spoken: a hundred, or water
_ARABIC_HUNDRED = "مءه ماءه ميه"
_ARABIC_HUNDREDS = {200: "مءتان مءتين مءتا مءتي ماءتان ماءتين ماءتا ماءتي ميتين"} | {
    digit * 100: " ".join(stem + hundred for stem in stems.split() for hundred in ("مءه", "ماءه", "ميه", "ميت"))
    for digit, stems in {3: "ثلاث تلت تلات", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان تمن ثماني", 9: "تسع"}.items()
}
_ARABIC_SCALES = {
    10**3: "الف الفا الاف",
    10**6: "مليون مليونا ملايين",
    10**9: "مليار مليارا مليارات بليون بلايين",
    10**12: "تريليون ترليون تريليونا تريليونات",
}
_ARABIC_SCALED = {
    2 * 10**3: "الفان الفين الفي",
    2 * 10**6: "مليونان مليونين مليوني",
    2 * 10**9: "ملياران مليارين ملياري",
}
_ARABIC_ORDINALS = {
    1: "اول اولي حادي حاديه",
    2: "ثاني ثانيه ثان",
    3: "ثالث ثالثه",
    4: "رابع رابعه",
    5: "خامس خامسه",
    6: "سادس سادسه",
    7: "سابع سابعه",
    8: "ثامن ثامنه",
    9: "تاسع تاسعه",
    10: "عاشر عاشره",
}
_ARABIC_FRACTIONS = {Fraction(1, 2): "نصف نص ونص", Fraction(1, 3): "ثلث تلت", Fraction(2, 3): "ثلثا ثلثي ثلثين ثلثان", Fraction(1, 4): "ربع ارباع"}
_ARABIC_SMALL_TALK = {0: "صفر", 2: "ثناءي ثناءيه", 3: "ثلاثي ثلاثيه", 4: "رباعي رباعيه", 5: "خماسي خماسيه", 6: "سداسي سداسيه", 10: "عقد", 12: "دزينه"}
_ARABIC_VAGUE = "عشرات مءات ماءات الوف"
_VAGUE_ALONE = frozenset({"الاف", "ملايين", "مليارات", "بلايين", "تريليونات"})
_ARABIC_DECADES = {20: "عشرين", 30: "ثلاثين", 40: "اربعين", 50: "خمسين", 60: "ستين", 70: "سبعين", 80: "ثمانين", 90: "تسعين"}

_ENGLISH_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth"
)
_ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ENGLISH_VAGUE = "dozens tens hundreds thousands millions billions trillions scores"
_ENGLISH_TWO = "both couple pair twice double doubled dual twofold twin"
_ENGLISH_SMALL_TALK = {
    3: "thrice triple tripled trio threefold trebled",
    4: "quadruple quadrupled quartet fourfold",
    5: "fivefold quintuple",
    10: "decade tenfold",
    12: "noon midnight",
    14: "fortnight",
}
_ENGLISH_OTHERS: dict[str, tuple[int | Fraction, Part]] = {
    "hundred": (100, Part.HUNDRED),
    "dozen": (12, Part.HUNDRED),
    "half": (Fraction(1, 2), Part.FRACTION),
    "quarter": (Fraction(1, 4), Part.FRACTION),
    "quarters": (Fraction(1, 4), Part.FRACTION),
    "thirds": (Fraction(1, 3), Part.FRACTION),
}


def _part_below_twenty(value: int) -> Part:
    return Part.UNIT if value < 10 else Part.TEEN


@lru_cache(maxsize=1)
def arabic_lexicon() -> dict[str, NumberWord]:
    """Folded Arabic word → number word, without clitics and article."""
    lexicon = {form: _word(share, Part.FRACTION) for share, forms in _ARABIC_FRACTIONS.items() for form in forms.split()}
    for table, part in (
        (_ARABIC_UNITS, Part.UNIT),
        (_ARABIC_TEENS, Part.TEEN),
        (_ARABIC_TENS, Part.TENS),
        ({100: _ARABIC_HUNDRED}, Part.HUNDRED),
        (_ARABIC_HUNDREDS, Part.HUNDREDS),
        (_ARABIC_SCALED, Part.SCALED),
        (_ARABIC_SCALES, Part.SCALE),
    ):
        for value, forms in table.items():
            for form in forms.split():
                lexicon[form] = _word(Fraction(value), part, small_talk=value == 1 or form == _ALSO_WATER, vague_alone=form in _VAGUE_ALONE)
    for value, forms in _ARABIC_ORDINALS.items():
        lexicon |= {form: _word(value, _part_below_twenty(value), ordinal=True, small_talk=value <= 2) for form in forms.split()}
    for value, forms in _ARABIC_SMALL_TALK.items():
        lexicon |= {form: _word(value, Part.ALONE, small_talk=True) for form in forms.split()}
    for value, stem in _ARABIC_DECADES.items():
        lexicon |= {stem + ending: _word(value, Part.TENS, decade=True) for ending in ("ات", "يات")}
    return lexicon | {form: _word(0, Part.VAGUE) for form in _ARABIC_VAGUE.split()}


@lru_cache(maxsize=1)
def english_lexicon() -> dict[str, NumberWord]:
    """Lower-case English word → number word."""
    lexicon: dict[str, NumberWord] = {}
    for value, word in enumerate(_ENGLISH_SMALL.split()):
        lexicon[word] = _word(value, _part_below_twenty(value), small_talk=value <= 1)
    for value, word in enumerate(_ENGLISH_ORDINALS.split(), start=1):
        lexicon[word] = _word(value, _part_below_twenty(value), ordinal=True, small_talk=value <= 2)
    for value, word in enumerate(_ENGLISH_TENS.split(), start=2):
        lexicon[word] = lexicon[word[:-1] + "ies"] = _word(value * 10, Part.TENS)  # the nineties
        lexicon[word[:-1] + "ieth"] = _word(value * 10, Part.TENS, ordinal=True)
    lexicon |= {word: _word(value, Part.SCALE) for word, value in _ENGLISH_SCALES.items()}
    for value, said in ({2: _ENGLISH_TWO} | _ENGLISH_SMALL_TALK).items():
        lexicon |= {word: _word(value, Part.ALONE, small_talk=True) for word in said.split()}
    lexicon |= {word: _word(0, Part.VAGUE) for word in _ENGLISH_VAGUE.split()}
    lexicon |= {word: _word(amount, part) for word, (amount, part) in _ENGLISH_OTHERS.items()}
    return {word: replace(number_word, english=True) for word, number_word in lexicon.items()}


# Words that look like a clitic and a number: “I am not”, “for the sake of”, “he arrived”, and the weekday.
_NOT_NUMBERS = frozenset({"لست", "الاثنين", "والاثنين", "لاول", "باول"})

BEFORE_TEN = {"احد": 1, "احدي": 1, "حادي": 1, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2}
"""Folded words that are units only before عشر or a joined ten; alone they are “anyone” and “praised”."""


def arabic_number_word(word: str) -> NumberWord | None:
    """The number an Arabic word stands for, its clitics and article taken off; None for any other word.

    >>> arabic_number_word("وعشرون").value, arabic_number_word("وعشرون").joined
    (Fraction(20, 1), True)
    >>> arabic_number_word("بالثالثة").ordinal, arabic_number_word("واحد").joined, arabic_number_word("مدينة")
    (True, False, None)
    """
    return _arabic_forms().get(fold(word))


@lru_cache(maxsize=1)
def arabic_counting_forms() -> frozenset[str]:
    """Every folded form that a number can begin with: those of number words, and what is a number only before ten."""
    before_ten = {conjunction + article + word for conjunction in ("", "و") for article in ("", ARTICLE) for word in BEFORE_TEN}
    return frozenset(_arabic_forms()) | before_ten


_JOINERS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLES = (ARTICLE, "بال", "كال", "لل")
_OWNERS = ("تهم", "تنا", "تهن", "تكم")  # ثلاثتهم, “the three of them”, from ثلاثه


@lru_cache(maxsize=1)
def _arabic_forms() -> dict[str, NumberWord]:
    """The lexicon with all that may be glued to its words, so that a text is read by looking each word up once."""
    lexicon = arabic_lexicon()
    counted = {word: number for word, number in lexicon.items() if word not in _NOT_NUMBERS}
    joined = {word: replace(number, joined=True) for word, number in counted.items()}
    bare = {form: number for form, number in _glued(counted).items() if not (form[0] in _JOINERS and len(form) > 3)}
    after_and = {joiner + form: number for form, number in (_glued(joined) | joined).items() if len(form) > 2 for joiner in _JOINERS}
    return {form: number for form, number in (bare | after_and | lexicon).items() if form not in _NOT_NUMBERS}


def _glued(counted: dict[str, NumberWord]) -> dict[str, NumberWord]:
    owned = {word[:-1] + owner: number for word, number in counted.items() if word.endswith("ه") for owner in _OWNERS}
    return owned | {prefix + word: number for prefix in (*_ARTICLES, *_PREPOSITIONS) for word, number in counted.items()}
