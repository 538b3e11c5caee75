"""What a number counts, where that can be told: lengths, weights, temperatures, spans of time, sums of money.

Units of one kind can be converted into each other, so that “62 miles” is 100 كيلومتر and “30 years” ثلاثة عقود. Money is never
converted: rates change.
Factors of lengths, weights and areas are those of the international yard and pound (1959); a month counts 30.4 days, a year 365.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets, placed_words
from workbench.text.numbers import Number

TOLERANCE = 0.06
"""How far a converted figure may be rounded, as a share."""


@dataclass(frozen=True, slots=True)
class MeasureUnit:
    """A unit: its name, what kind it is of, how many of the kind's smallest it holds (None for money, which is not converted), and its words.

    The Arabic words are folded; `arabic_dual` are those that say “two” by themselves.
    """

    name: str
    kind: str
    factor: float | None
    arabic: str
    english: str
    arabic_dual: str = ""

    @property
    def plural(self) -> str:
        """Its name after a number."""
        return _PLURALS.get(self.name, f"{self.name}s")


_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "pound sterling": "pounds sterling"}

UNITS: tuple[MeasureUnit, ...] = (
    MeasureUnit("metre", "length", 1.0, "متر مترا امتار م", "metre metres meter meters m", "متران مترين"),
    MeasureUnit(
        "kilometre", "length", 1000.0, "كيلومتر كيلومترا كيلومترات كيلو كم كلم", "kilometre kilometres kilometer kilometers km kms", "كيلومترين"
    ),
    MeasureUnit("centimetre", "length", 0.01, "سنتيمتر سنتيمترا سنتيمترات سم", "centimetre centimetres centimeter centimeters cm"),
    MeasureUnit("mile", "length", 1609.344, "ميل ميلا اميال", "mile miles", "ميلين ميلان"),
    MeasureUnit("foot", "length", 0.3048, "قدم قدما اقدام", "foot feet ft", "قدمين قدمان"),
    MeasureUnit("yard", "length", 0.9144, "ياردة يارده ياردات", "yard yards"),
    MeasureUnit("inch", "length", 0.0254, "بوصه بوصات انش", "inch inches"),
    MeasureUnit("kilogram", "weight", 1.0, "كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجرامات كغ كغم كجم كيلو", "kilogram kilograms kilo kilos kg"),
    MeasureUnit("ton", "weight", 1000.0, "طن طنا اطنان", "ton tons tonne tonnes", "طنين طنان"),
    MeasureUnit("pound", "weight", 0.45359237, "رطل رطلا ارطال باوند", "pound pounds lb lbs"),
    MeasureUnit("hectare", "area", 10_000.0, "هكتار هكتارا هكتارات", "hectare hectares", "هكتارين"),
    MeasureUnit("dunam", "area", 1000.0, "دونم دونما دونمات", "dunam dunams dunum dunums", "دونمين"),
    MeasureUnit("acre", "area", 4046.8564224, "فدان فدانا افدنه اكر", "acre acres feddan feddans", "فدانين"),
    MeasureUnit("litre", "volume", 1.0, "ليتر لتر ليترا لترا ليترات لترات", "litre litres liter liters"),
    MeasureUnit("gallon", "volume", 3.785411784, "غالون غالونا غالونات جالون", "gallon gallons"),
    MeasureUnit("barrel", "volume", 158.987294928, "برميل برميلا براميل", "barrel barrels"),
    MeasureUnit("second", "time", 1 / 86_400, "ثانيه ثواني ثوان", "seconds"),
    MeasureUnit("minute", "time", 1 / 1440, "دقيقه دقاءق", "minute minutes", "دقيقتين دقيقتان"),
    MeasureUnit("hour", "time", 1 / 24, "ساعه ساعات", "hour hours", "ساعتين ساعتان"),
    MeasureUnit("day", "time", 1.0, "يوم يوما ايام تيام", "day days", "يومين يومان"),
    MeasureUnit("week", "time", 7.0, "اسبوع اسبوعا اسابيع", "week weeks", "اسبوعين اسبوعان"),
    MeasureUnit("month", "time", 30.4, "شهر شهرا اشهر شهور", "month months", "شهرين شهران"),
    MeasureUnit("year", "time", 365.0, "عام عاما اعوام سنه سنوات سنين", "year years", "عامين عامان سنتين سنتان"),
    MeasureUnit("decade", "time", 3650.0, "عقد عقدا عقود", "decade decades", "عقدين عقدان"),
    MeasureUnit("century", "time", 36_500.0, "قرن قرنا قرون", "century centuries", "قرنين قرنان"),
    MeasureUnit("dollar", "money", None, "دولار دولارا دولارات", "dollar dollars usd $", "دولارين"),
    MeasureUnit("euro", "money", None, "يورو يوروهات", "euro euros eur €"),
    MeasureUnit("pound sterling", "money", None, "استرليني", "sterling £ gbp"),
    MeasureUnit("lira", "money", None, "ليره ليرات", "lira liras lire", "ليرتين"),
    MeasureUnit("dinar", "money", None, "دينار دينارا دنانير", "dinar dinars", "دينارين"),
    MeasureUnit("riyal", "money", None, "ريال ريالا ريالات", "riyal riyals rial rials", "ريالين"),
    MeasureUnit("dirham", "money", None, "درهم درهما دراهم", "dirham dirhams", "درهمين"),
    MeasureUnit("rouble", "money", None, "روبل روبلا", "rouble roubles ruble rubles"),
)

_ARABIC = {word: unit for unit in UNITS for word in unit.arabic.split()}
_ARABIC_DUAL = {word: unit for unit in UNITS for word in unit.arabic_dual.split()}
_ENGLISH = {word: unit for unit in UNITS for word in unit.english.split()}
# after a number: two words at most come before its unit (“5 square miles” is another unit than a mile)
_ARABIC_AFTER = re.compile(r"\s*(?:من |من ال|ال)?([^\W\d_]+)")
_ENGLISH_AFTER = re.compile(r"[\s-]*([A-Za-z]+)")
_SIGN_BEFORE = re.compile(r"([$€£])\s?$")
_DEGREES = re.compile(r"فهرنهايت|fahrenheit|°\s?F\b", re.IGNORECASE)
_CELSIUS = re.compile(r"مءويه|celsius|°\s?C\b|centigrade", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit; `span` is that of the number, or of the dual that says both."""

    value: Fraction
    unit: MeasureUnit
    span: Span


@lru_cache(maxsize=256)
def arabic_measures(text: str, numbers: tuple[Number, ...]) -> tuple[Measured, ...]:
    """The measured numbers of an Arabic text, duals included.

    >>> from workbench.text.numbers import numbers
    >>> text = "بعد 100 كيلومتر وقبل أسبوعين"
    >>> [(str(found.value), found.unit.name) for found in arabic_measures(text, numbers(text))]
    [('100', 'kilometre'), ('2', 'week')]
    """
    folded = fold_with_offsets(text)
    found = [Measured(number.value, unit, number.span) for number in numbers if (unit := _unit_after(number, text, arabic=True))]
    for word, start in placed_words(folded.text):
        if word[-1] == "ن" and (unit := _ARABIC_DUAL.get(word) or _ARABIC_DUAL.get(word[1:])):
            found.append(Measured(Fraction(2), unit, folded.original(Span(start, start + len(word)))))
    return tuple(found)


@lru_cache(maxsize=256)
def english_measures(text: str, numbers: tuple[Number, ...]) -> tuple[Measured, ...]:
    """The measured numbers of an English text.

    >>> from workbench.text.numbers import numbers
    >>> text = "62 miles for $1.5 million"
    >>> [(str(found.value), found.unit.name) for found in english_measures(text, numbers(text))]
    [('62', 'mile'), ('1500000', 'dollar')]
    """
    return tuple(Measured(number.value, unit, number.span) for number in numbers if (unit := _unit_after(number, text, arabic=False)))


def _unit_after(number: Number, text: str, *, arabic: bool) -> MeasureUnit | None:
    if number.percent:
        return None
    if not arabic and (sign := _SIGN_BEFORE.search(text, max(0, number.span.start - 2), number.span.start)):
        return _ENGLISH[sign.group(1)]
    after = (_ARABIC_AFTER if arabic else _ENGLISH_AFTER).match(text, number.span.end)
    if after is None:
        return None
    word = fold_with_offsets(after.group(1)).text if arabic else after.group(1).lower()
    return (_ARABIC if arabic else _ENGLISH).get(word)


def same_quantity(source: Measured, target: Measured) -> bool:
    """Whether two measured numbers of one kind come to the same, give or take `TOLERANCE`."""
    if source.unit.kind != target.unit.kind or source.unit.factor is None or target.unit.factor is None:
        return False
    left, right = float(source.value) * source.unit.factor, float(target.value) * target.unit.factor
    return abs(left - right) <= TOLERANCE * max(left, right)


def same_temperature(source: Number, target: Number, texts: tuple[str, str]) -> bool:
    """Whether two numbers are one temperature in Celsius and in Fahrenheit, to a degree."""
    celsius_here, fahrenheit_there = _CELSIUS.search(fold_with_offsets(texts[0]).text), _DEGREES.search(texts[1])
    if not (celsius_here and fahrenheit_there):
        return False
    return abs(float(source.value) * 9 / 5 + 32 - float(target.value)) <= 1


def unconverted(source: Sequence[Measured], target: Sequence[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Pairs with one number but two units of one kind, where neither text has the other unit: 100 كيلومتر and “100 miles”."""
    names_here, names_there = {found.unit.name for found in source}, {found.unit.name for found in target}
    for left in source:
        for right in target:
            strange = right.unit.name not in names_here and left.unit.name not in names_there
            if left.value == right.value and left.unit.kind == right.unit.kind and strange:
                yield left, right
