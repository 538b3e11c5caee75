"""How number words add up: which word may follow which, in Arabic and in English."""

from fractions import Fraction

from workbench.text.number_words import NumberWord, Part

_HUNDRED = 100
_NOTHING = Fraction(0)
# “one thousand and five” is a number; “two million and forty” is nearly always two of them
_HIGHEST_SCALE_BEFORE_AND = {True: 1_000, False: 10**12}


class Accumulator:
    """A number under construction, below a thousand in `_current`, finished thousands and millions in `_total`.

    >>> from workbench.text.number_words import arabic_number_word
    >>> total = Accumulator(arabic_number_word("خمسة"))
    >>> total.add(arabic_number_word("وعشرون")), total.add(arabic_number_word("ألفا")), total.value
    (True, True, Fraction(25000, 1))
    >>> total.add(arabic_number_word("خمسة"))  # without و it begins another number
    False
    """

    def __init__(self, first: NumberWord, is_digits: bool = False) -> None:
        self._total = _NOTHING
        self._current = _NOTHING
        self._smallest_scale: Fraction | None = None
        self._last = first
        self._closed = is_digits  # digits take no further units, only a scale
        self.ordinal = first.ordinal
        self.small_talk = first.small_talk
        self.vague = False
        self._begin(first)

    @property
    def value(self) -> Fraction:
        """What the words so far stand for."""
        return self._total + self._current

    def _begin(self, word: NumberWord) -> None:
        if word.part is Part.VAGUE or word.vague_alone:
            self.vague = True
        elif word.part in (Part.SCALE, Part.SCALED):
            self._total, self._smallest_scale = word.value, word.value if word.part is Part.SCALE else word.value / 2
        else:
            self._current = word.value

    def add(self, word: NumberWord, *, joined: bool = False) -> bool:
        """Take the next word in; False, and nothing changed, where it begins another number."""
        joined = joined or word.joined
        if word.part is Part.VAGUE or self.vague:
            taken = self.vague and word.part in (Part.VAGUE, Part.SCALE)
        elif word.part is Part.SCALE:
            taken = self._scale(word)
        elif Part.ALONE in (word.part, self._last.part):
            taken = False
        elif self._current and not self._closed:
            taken = self._multiply(word) or self._teen(word, joined) or self._extend(word, joined)
        else:
            taken = not self._current and self._after_scale(word, joined)
        if taken:
            self._last = word
            self.ordinal = self.ordinal or word.ordinal
            self.small_talk = False
        return taken

    def _scale(self, word: NumberWord) -> bool:
        if not self._current or (self._smallest_scale is not None and word.value >= self._smallest_scale) or self._last.ordinal:
            return False
        self._total += self._current * word.value
        self._current, self._smallest_scale, self._closed = Fraction(0), word.value, False
        return True

    def _multiply(self, word: NumberWord) -> bool:
        """Three hundred, ثلاث مئة; two thirds, three quarters."""
        if word.joined or self._last.part is not Part.UNIT or self._current >= _HUNDRED:
            return False
        if word.part is Part.HUNDRED or (word.part is Part.FRACTION and self._current.denominator == 1):
            self._current = self._current - self._last.value + self._last.value * word.value
            self._last = word
            return True
        return False

    def _teen(self, word: NumberWord, joined: bool) -> bool:
        """خمس عشرة: a unit and ten without و."""
        if self._last.part is not Part.UNIT or joined or word.value != 10 or word.part is not Part.TEEN:
            return False
        self._current += word.value
        return True

    def _extend(self, word: NumberWord, joined: bool) -> bool:
        """مئة وخمسة وعشرون, one hundred (and) twenty-five."""
        if word.value.denominator != 1 or self._current.denominator != 1:
            return False
        current = int(self._current)
        hundreds_free, tens_free, units_free = current < _HUNDRED, current % _HUNDRED < 10, current % 10 == 0
        teen = 10 <= current % _HUNDRED < 20
        english_order = self._last.part is Part.TENS and word.part is Part.UNIT and not joined and not word.ordinal
        ordinal_ending = self._last.part is Part.TENS and word.part is Part.UNIT and word.ordinal and not joined
        allowed = {
            Part.UNIT: units_free and not teen and (joined or english_order or ordinal_ending or self._last.part is Part.HUNDRED),
            Part.TEEN: tens_free and units_free and not hundreds_free,
            Part.TENS: tens_free and not teen and (joined or (not hundreds_free and units_free)),
            Part.HUNDREDS: False,
        }.get(word.part, False)
        if allowed and not (joined and self._last.part is Part.TENS and word.part is Part.UNIT):
            self._current += word.value
            return True
        return False

    def _after_scale(self, word: NumberWord, joined: bool) -> bool:
        """مليون ومئتا ألف, one million two hundred thousand, ألفان وخمسة."""
        if self._smallest_scale is None or word.value >= self._smallest_scale or word.ordinal or self._last.part is Part.FRACTION:
            return False
        if word.part is Part.SCALED or word.value.denominator != 1:
            return False
        english = word.english and (not joined or word.value < _HUNDRED) and self._smallest_scale <= _HIGHEST_SCALE_BEFORE_AND[joined]
        if not (english or word.joined or (joined and not word.english)):
            return False
        self._current = word.value
        return True
