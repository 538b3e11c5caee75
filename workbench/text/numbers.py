"""Numbers in a text with their places, whatever they are written in: digits of all scripts, Arabic and English words, or a mixture.

What is read: 1,200 and ١٬٢٠٠ and 1.200, ٩٢٫٣, 5 million, 1.2bn, خمسة وعشرون ألفا, مليون و200 ألف, twenty-five, two-thirds, 21st, الثالث عشر,
٪٤٠, 40 per cent. Digits at the end of a name (G20) and Roman numbers are read as small talk.
What is left alone: digits elsewhere in a name (A3maq), links, the ordinals in month names (تشرين الثاني). Signs, units and currencies are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import fold, folded_words
from workbench.text.number_grammar import Accumulator
from workbench.text.number_words import BEFORE_TEN, NumberWord, Part, arabic_counting_forms, arabic_number_word, english_lexicon
from workbench.text.tokens import ADDRESS, english_words, may_hold_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and its place.

    `readings` holds all values the writing allows: 3.500 is three and a half or three thousand five hundred. `small_talk` marks what the other
    language may well leave unsaid or say in another way: one, first, both, clock times, the digits of Covid-19. `vague` marks counts without a
    number (dozens, مئات); their value is 0.
    """

    value: Fraction
    span: Span
    readings: frozenset[Fraction]
    percent: bool = False
    ordinal: bool = False
    small_talk: bool = False
    vague: bool = False
    digits: bool = False


# the Arabic comma, too, is written between thousands, as in ٣٠،٠٠٠
_SEPARATORS = "\N{ARABIC COMMA}.,\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"
_WITHOUT_ADDRESSES = r"""
      (?P<latin>[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f]*)
    | (?P<arabic>[^\W\d_a-zA-Z][^\W\d_a-zA-Z\u064b-\u065f]*[\u064b-\u065f]*(?:[^\W\d_a-zA-Z][\u064b-\u065f]*)*)
    | (?=\d)(?:
        (?P<time>(?<![\w:])\d{1,2}(?::\d{2}(?![\w:])|\.\d{2}(?=\s?(?:[ap]\.?m\b|صباح|مساء|ظهر|فجر))))
      | (?P<digits>(?<![A-Za-z\d])\d+(?:[SEPARATORS]\d+)*) )
    """.replace("SEPARATORS", _SEPARATORS)
_ATOM = re.compile(_WITHOUT_ADDRESSES, re.VERBOSE)
_ATOM_OR_ADDRESS = re.compile(f"(?P<address>{ADDRESS.pattern}) | {_WITHOUT_ADDRESSES}", re.VERBOSE)
_PERCENT_AFTER = re.compile(r"\s*(?:[%٪]|per\s?cent\b|percentage\b|pct\b|(?:في\s+ال|بال)(?:مئة|مائة|مية|ميه|مئه|مائه)(?!\w))")
_PERCENT_BEFORE = re.compile(r"[%٪]\s?$")
_THE_HUNDRED = frozenset({"المءه", "الماءه", "الميه"})
_PERCENT_WORDS = re.compile(r"بال(?:مءه|ماءه|ميه)$")
_NAME_BEFORE = re.compile(r"[A-Za-z]-")
_BRIDGE = re.compile(r"[\s\u0640-]*")  # what may stand between the words of one number
_ORDINAL_ENDING = frozenset({"st", "nd", "rd", "th"})
_MAGNITUDES = {"bn": 10**9, "b": 10**9, "tn": 10**12, "k": 10**3, "m": 10**6, "mn": 10**6}
_BEFORE_PARTS_OF_DATES = frozenset({"كانون", "تشرين", "ربيع", "جمادي", "يوم"})
_SCALE_NAMES = frozenset({"hundred", "thousand", "million", "billion"})
_UNCOUNTING = frozenset({"several", "few", "some", "many"})
_ROMAN_NUMERALS = "II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI"
_ROMAN_VALUES = (2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)  # without V and X, which are mostly letters
_ROMAN = dict(zip(_ROMAN_NUMERALS.split(), _ROMAN_VALUES, strict=True))
_AND_ONE = "وأحد"  # folds to واحد, “one”, but before عشر it is “and one”
_MAY_GO_ON = frozenset({"", "of"})  # a quarter of a million
_JOINERS = frozenset({"and", "a", "of", "و"})


@lru_cache(maxsize=256)
def numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text, in order.

    >>> [int(number.value) for number in numbers("قُتل ٣٥ شخصا بينهم خمسة وعشرون مدنيا في 1,200 غارة")]
    [35, 25, 1200]
    >>> [(str(number.value), number.percent) for number in numbers("two-thirds, 5.5 million and forty percent")]
    [('2/3', False), ('5500000', False), ('40', True)]
    >>> numbers("")
    ()
    """
    return tuple(_with_halves(list(_Reader(text).read()), text)) if _may_hold_numbers(text) else ()


_DIGIT = re.compile(r"\d")
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")  # those that number words have
_LATIN_LETTER = re.compile(r"[A-Za-z]")
_JOINED = re.compile(r"['’-]")


def _may_hold_numbers(text: str) -> bool:
    """A quick look that misses nothing: whether there is a digit or a word that can begin a number."""
    if _DIGIT.search(text) or (_ARABIC_LETTER.search(text) and not arabic_counting_forms().isdisjoint(folded_words(text))):
        return True
    if not _LATIN_LETTER.search(text):
        return False
    counting, words = _latin_counting_words(), english_words(text)
    return not counting.isdisjoint(words) or any(not counting.isdisjoint(_JOINED.split(word)) for word in words if not word.isalnum())


@lru_cache(maxsize=1)
def _latin_counting_words() -> frozenset[str]:
    return frozenset((*english_lexicon(), *_MAGNITUDES, *map(str.lower, _ROMAN)))


_GAP = re.compile(r"\s+(?:[^\W\d_]+\s+)?")  # ثلاث ساعات ونصف: the unit stands between
_AND_A = re.compile(r"\s+and(?:\s+an?)?\s+")
_SCALES = sorted((10**power for power in (3, 6, 9, 12)), reverse=True)


def _with_halves(found: list[Number], text: str) -> Iterator[Number]:
    """Numbers said in two steps as one: مليار ونصف المليار, ثلاثة ملايين ونصف, “three and a half million”."""
    at = 0
    while at < len(found):
        joined = _and_a_half(found[at], found[at + 1], text) if at + 1 < len(found) else None
        yield joined or found[at]
        at += 2 if joined else 1


def _and_a_half(whole: Number, part: Number, text: str) -> Number | None:
    """The two as one, where “and” stands between them and the second is a fraction of one, or of the scale of the first."""
    gap, written = text[whole.span.end : part.span.start], part.span.of(text)
    arabic = _GAP.fullmatch(gap) is not None and written.startswith("و")
    if not (arabic or _AND_A.fullmatch(gap)) or part.digits or whole.value.denominator != 1 or whole.ordinal or whole.vague:
        return None
    share = _share(part.value)
    if share is None:
        return None
    share_of, scale = share
    if scale == 1 and arabic:
        scale = next((scale for scale in _SCALES if whole.value and whole.value % scale == 0), 1)
    base = whole.value * scale if not arabic and scale > 1 and whole.value < scale else whole.value
    value = base + share_of * scale
    return replace(whole, value=value, readings=frozenset({value}), span=Span(whole.span.start, part.span.end), small_talk=False)


def _share(value: Fraction) -> tuple[Fraction, int] | None:
    """A half, third or quarter, and of what: 1, a thousand, a million …; None for other numbers."""
    return next(((value / scale, scale) for scale in (1, *_SCALES) if value / scale in _SHARES), None)


_SHARES = frozenset({Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), Fraction(2, 3), Fraction(3, 4)})


@lru_cache(maxsize=65_536)
def _may_count(word: str) -> bool:
    """Whether a word by itself can begin a number: most words cannot, and need no closer look."""
    if word[0].isdigit():
        return True
    if word[0] <= "\u024f":
        return word[-1].isdigit() or word in _ROMAN or word.lower() in english_lexicon() or word.lower() in _MAGNITUDES
    return fold(word) in arabic_counting_forms()


class _Reader:
    """Walks over the atoms of a text and hands those that can form one number to an accumulator."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._atoms = list((_ATOM_OR_ADDRESS if may_hold_address(text) else _ATOM).finditer(text))
        self._words = [atom.group() for atom in self._atoms]

    def read(self) -> Iterator[Number]:
        after = 0
        for at in [at for at, word in enumerate(self._words) if _may_count(word)]:
            if at < after:
                continue
            atom = self._atoms[at]
            if atom.lastgroup == "time":
                yield self._time(atom)
            elif (inside := _inside_a_word(atom)) is not None:
                yield inside
            elif (first := self._component(at)) is not None and not self._is_left_alone(at):
                after, found = self._longest(at, first)
                yield from found

    def _is_left_alone(self, at: int) -> bool:
        """The second half of a month's name (تشرين الثاني), a weekday (يوم الأربع), or the مئة of a percentage without a number before it."""
        in_date = at > 0 and fold(self._words[at - 1]).lstrip("وفبل") in _BEFORE_PARTS_OF_DATES
        return (in_date and self._words[at].startswith("ال")) or self._is_percent_word(at)

    def _longest(self, at: int, first: "_Component") -> tuple[int, list[Number]]:
        """The longest number that starts here, and where to go on."""
        if first.readings is None:  # 3.10.2016: several numbers in one atom
            return at + 1, list(self._pieces(self._atoms[at]))
        total = Accumulator(first.word, first.is_digits)
        readings, last = first.readings, at
        position, joiner = at + 1, ""
        while position < len(self._atoms) and self._touches(position):
            word = self._words[position].lower()
            if joiner in _MAY_GO_ON and word in _JOINERS:
                joiner, position = word, position + 1
                continue
            component = self._component(position) if _may_count(self._words[position]) else None
            if component is None or component.readings is None or self._is_percent_word(position):
                break
            if (component.is_digits and joiner not in {"", "و"}) or not total.add(component.word, joined=bool(joiner)):
                break
            last, joiner, position = position, "", position + 1
        return last + 1, [self._number(at, last, total, readings)]

    def _is_percent_word(self, at: int) -> bool:
        """The مئة of بالمئة and في المئة, which neither counts nor multiplies."""
        folded = fold(self._words[at])
        after_in = at > 0 and self._words[at - 1] == "في"
        return _PERCENT_WORDS.fullmatch(folded) is not None or (after_in and folded in _THE_HUNDRED)

    def _touches(self, position: int) -> bool:
        """Whether nothing but space or hyphens stands before the atom."""
        gap = self._text[self._atoms[position - 1].end() : self._atoms[position].start()]
        return _BRIDGE.fullmatch(gap) is not None

    def _component(self, at: int) -> "_Component | None":
        atom = self._atoms[at]
        if atom.lastgroup == "digits":
            readings = _digit_readings(atom.group())
            word = NumberWord(readings[0] if readings else Fraction(0), Part.UNIT)
            return _Component(word, frozenset(readings) if readings else None, is_digits=True)
        found = self._word(at)
        return _Component(found, frozenset({found.value})) if found else None

    def _word(self, at: int) -> NumberWord | None:
        atom, written = self._atoms[at], self._words[at]
        if atom.lastgroup == "latin":
            lower = written.lower()
            if lower in _MAGNITUDES and at and self._atoms[at - 1].lastgroup == "digits" and self._atoms[at - 1].end() >= atom.start() - 1:
                return NumberWord(Fraction(_MAGNITUDES[lower]), Part.SCALE)
            return english_lexicon().get(lower)
        if atom.lastgroup != "arabic":
            return None
        word = None if written == _AND_ONE else arabic_number_word(written)
        return word or self._eleven(at) or arabic_number_word(written)

    def _eleven(self, at: int) -> NumberWord | None:
        """أحد is “anyone” and أثنى “praised” unless عشر or a ten follows."""
        bare = fold(self._words[at]).removeprefix("و").removeprefix("ال")
        if bare not in BEFORE_TEN or at + 1 == len(self._atoms):
            return None
        following = arabic_number_word(self._words[at + 1])
        counts = following is not None and (following.part is Part.TEEN or (following.part is Part.TENS and following.joined))
        return NumberWord(Fraction(BEFORE_TEN[bare]), Part.UNIT, joined=self._words[at].startswith("و")) if counts else None

    def _number(self, first: int, last: int, total: Accumulator, readings: frozenset[Fraction]) -> Number:
        span = Span(self._atoms[first].start(), self._atoms[last].end())
        is_digits = self._atoms[first].lastgroup == "digits"
        following = self._text[span.end : span.end + 2].lower()
        named = is_digits and _NAME_BEFORE.fullmatch(self._text, max(0, span.start - 2), span.start) is not None
        return Number(
            value=total.value,
            span=span,
            readings=readings if first == last else frozenset({total.value}),
            percent=bool(_PERCENT_AFTER.match(self._text, span.end) or _PERCENT_BEFORE.search(self._text, max(0, span.start - 3), span.start)),
            ordinal=total.ordinal or following in _ORDINAL_ENDING,
            small_talk=total.small_talk or named,
            vague=total.vague or self._is_uncounted(first, last),
            digits=is_digits,
        )

    def _is_uncounted(self, first: int, last: int) -> bool:
        """“several hundred”, “a few thousand”: a scale that nothing counts."""
        if first != last or self._atoms[first].lastgroup != "latin" or self._words[first].lower() not in _SCALE_NAMES:
            return False
        return first > 0 and self._words[first - 1].lower() in _UNCOUNTING

    def _time(self, atom: re.Match[str]) -> Number:
        hours, minutes = map(int, re.split(r"[:.]", atom.group()))
        value = Fraction(hours * 60 + minutes, 60)
        return Number(
            value=value,
            span=Span(*atom.span()),
            readings=frozenset({value, Fraction(hours), Fraction(hours % 12 or 12)}),
            small_talk=True,
            digits=True,
        )

    def _pieces(self, atom: re.Match[str]) -> Iterator[Number]:
        for piece in re.finditer(r"\d+", atom.group()):
            value = Fraction(int(piece.group()))
            yield Number(value=value, span=Span(*piece.span()).shifted(atom.start()), readings=frozenset({value}), digits=True)


def _inside_a_word(atom: re.Match[str]) -> Number | None:
    """The number in G20 or Henry VIII, which Arabic may write as a word of its own (مجموعة العشرين)."""
    if atom.lastgroup != "latin":
        return None
    digits = re.fullmatch(r"[A-Za-z]{1,3}(\d{1,2})", atom.group())
    value = int(digits.group(1)) if digits else _ROMAN.get(atom.group())
    if value is None:
        return None
    return Number(value=Fraction(value), span=Span(*atom.span()), readings=frozenset({Fraction(value)}), small_talk=True)


@dataclass(frozen=True, slots=True)
class _Component:
    word: NumberWord
    readings: frozenset[Fraction] | None
    is_digits: bool = False


def _digit_readings(written: str) -> tuple[Fraction, ...] | None:
    """The values that digits with separators may have, the likeliest first; None where they are no single number.

    >>> [tuple(map(str, _digit_readings(written) or ())) for written in ("1,000", "3.500", "٩٢٫٣", "1.234,5", "3.10.2016")]
    [('1000', '1'), ('7/2', '3500'), ('923/10',), ('2469/2',), ()]
    """
    if written.isdigit():
        return (Fraction(int(written)),)
    parts = re.split(f"[{_SEPARATORS}]", written)
    marks = [mark for mark in written if mark in _SEPARATORS]
    last = marks[-1]
    decimal = Fraction(int("".join(parts)), 10 ** len(parts[-1])) if marks.count(last) == 1 else None
    in_thousands = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3
    thousands = Fraction(int("".join(parts))) if in_thousands and len(set(marks)) == 1 else None
    if len(set(marks)) > 1 and not all(len(part) == 3 for part in parts[1:-1]):
        return None
    if last == "\N{ARABIC DECIMAL SEPARATOR}":
        thousands = None
    elif last in "\N{ARABIC THOUSANDS SEPARATOR}\N{ARABIC COMMA}" and thousands is not None:
        decimal = None
    ordered = (thousands, decimal) if last == "," else (decimal, thousands)
    return tuple(value for value in ordered if value is not None) or None
