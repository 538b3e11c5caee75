"""Months and weekdays in Arabic and English, with their places.

Arabic months come in families: Levantine and Iraqi (كانون الثاني), Egyptian and Gulf (يناير), Algerian and Tunisian (جانفي), Moroccan (غشت).
Often two of them name one month together (تشرين الأول/أكتوبر), which counts once. Hijri months are not read.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# folded; the second tuple of a month holds names that are also everyday words and need a number or “month of” beside them
_ARABIC_MONTHS: tuple[tuple[str, str], ...] = (
    ("كانون الثاني|كانون ثاني|كانون 2|يناير|جانفي", ""),
    ("شباط|فبراير|فيفري", ""),
    ("اذار", "مارس"),
    ("نيسان|ابريل|افريل", ""),
    ("ايار|مايو", "ماي"),
    ("حزيران|يونيو|يونيه|جوان", ""),
    ("تموز|يوليو|يوليه|يوليوز|جويليه", ""),
    ("اغسطس|غشت", "اب|اوت"),
    ("ايلول|سبتمبر|شتنبر", ""),
    ("تشرين الاول|تشرين اول|تشرين 1|اكتوبر", ""),
    ("تشرين الثاني|تشرين ثاني|تشرين 2|نوفمبر|نونبر", ""),
    ("كانون الاول|كانون اول|كانون 1|ديسمبر|دجنبر", ""),
)
_ARABIC_WEEKDAYS = ("الاثنين", "الثلاثاء|الثلاثا", "الاربعاء|الاربعا|الاربع", "الخميس", "الجمعه", "السبت", "الاحد")
_SURE = {name: month for month, (names, _) in enumerate(_ARABIC_MONTHS, start=1) for name in names.split("|")}
_DOUBTFUL = {name: month for month, (_, names) in enumerate(_ARABIC_MONTHS, start=1) for name in names.split("|") if name}
_ARABIC_MONTH = re.compile(rf"\b[وفبل]?({'|'.join(sorted(_SURE | _DOUBTFUL, key=len, reverse=True))})\b")
_ARABIC_WEEKDAY = re.compile(
    rf"(?:\b[وفبل]?يوم\w{{0,2}} |\b(?:مساء|صباح|فجر|ظهر|عصر|ليل|ليله|نهار|امس|اليوم) |\b[وفبل]?)({'|'.join(_ARABIC_WEEKDAYS)})\b"
)
# also “the one”, “the two” and “the four”, but hardly ever after “day” or with a date
_ALSO_NUMBERS = frozenset({"الاحد", "الاثنين", "الاربع"})

_ENGLISH_MONTH = re.compile(
    r"\b(Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))(?!\w)"
)
_ENGLISH_WEEKDAY = re.compile(r"\b(Mon|Tues?|Wed(?:nes)?|Thur(?:s)?|Fri|Sat(?:ur)?|Sun)(day)?s?\b")
_IN_A_DATE_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|since|until|till|by|of|last|next|this|early|late|mid|from|during|on)|,) $", re.IGNORECASE
)
_IN_A_DATE_AFTER = re.compile(r"^,? \d")
_ENGLISH_PREFIXES = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH_BEGINNINGS = tuple(name[:3] for name in MONTHS)
_WEEKDAY_BEGINNINGS = tuple(name[:3] for name in WEEKDAYS)
_WEEKDAY_PREFIXES = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
_RELATIVE = re.compile(
    r"\b[وف]?(?:(?P<before>(?:اول|قبل) (?:امس|البارحه|مبارح|امبارح))|(?P<after>بعد (?:غد\w?|الغد|بكرا|بكره))|"
    r"(?P<yesterday>[با]?امس|البارحه|مبارح|امبارح)|(?P<today>اليوم|الليله|النهارده)|(?P<tomorrow>غدا|الغد|بكرا|بكره|باچر))\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A month (1–12) or weekday (0 is Monday), and where it is named."""

    number: int
    span: Span


@lru_cache(maxsize=256)
def arabic_months(text: str) -> tuple[Named, ...]:
    """The months an Arabic text names, in order, each double name once.

    >>> [month.number for month in arabic_months("في 3 تشرين الأول/أكتوبر 2016 وفي آب 2017")]
    [10, 8]

    Names that are also words need a date around them: مارس (practised), آب (father):

    >>> arabic_months("مارس الضغط على أب")
    ()
    """
    folded = fold_with_offsets(text)
    found: list[Named] = []
    for match in _ARABIC_MONTH.finditer(folded.text):
        name = match.group(1)
        number = _SURE.get(name) or (_DOUBTFUL[name] if _in_a_date(folded.text, match) else 0)
        span = folded.original(Span(*match.span(1)))
        if number and not (found and found[-1].number == number and span.start - found[-1].span.end <= 4):
            found.append(Named(number, span))
    return tuple(found)


def _in_a_date(text: str, match: re.Match[str]) -> bool:
    """Whether a number, “month of” or a second name of the month stands beside."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 6]
    return (
        re.search(r"(?:\d\s*|شهر |/\s?|مطلع |اواخر |منتصف |نهايه )$", before) is not None
        or re.match(r"\s*(?:/|\(|\d|الماضي|المقبل)", after) is not None
    )


@lru_cache(maxsize=256)
def english_months(text: str) -> tuple[Named, ...]:
    """The months an English text names.

    >>> [month.number for month in english_months("On Oct. 2, not in May; they may march in August")]
    [10, 5, 8]
    """
    if not any(month in text for month in _MONTH_BEGINNINGS):
        return ()
    found = []
    for match in _ENGLISH_MONTH.finditer(text):
        ambiguous = match.group() in {"May", "March"}
        dated = _IN_A_DATE_BEFORE.search(text, max(0, match.start() - 10), match.start()) or _IN_A_DATE_AFTER.search(text[match.end() :])
        if not ambiguous or dated:
            found.append(Named(_ENGLISH_PREFIXES[match.group()[:3].lower()], Span(*match.span())))
    return tuple(found)


@lru_cache(maxsize=256)
def arabic_weekdays(text: str) -> tuple[Named, ...]:
    """The weekdays an Arabic text names.

    >>> [day.number for day in arabic_weekdays("يوم الثلاثاء، وليس الأربعاء")]
    [1, 2]
    """
    folded = fold_with_offsets(text)
    found = []
    for match in _ARABIC_WEEKDAY.finditer(folded.text):
        name = match.group(1)
        if (
            name in _ALSO_NUMBERS
            and match.group().lstrip("وفبل") == name
            and not re.match(r"\s*(?:\d|الماضي|المقبل|،|\.|\()", folded.text[match.end() :])
        ):
            continue
        number = next(number for number, names in enumerate(_ARABIC_WEEKDAYS) if name in names.split("|"))
        found.append(Named(number, folded.original(Span(*match.span(1)))))
    return tuple(found)


@lru_cache(maxsize=256)
def english_weekdays(text: str) -> tuple[Named, ...]:
    """The weekdays an English text names.

    >>> [day.number for day in english_weekdays("Early Monday afternoon, the sun")]
    [0]
    """
    if "day" not in text or not any(day in text for day in _WEEKDAY_BEGINNINGS):
        return ()
    # “Sun” and “Sat” without “day” are mostly words
    matches = (match for match in _ENGLISH_WEEKDAY.finditer(text) if match.group(2))
    return tuple(Named(_WEEKDAY_PREFIXES[match.group(1)[:3].lower()], Span(*match.span())) for match in matches)


HIJRI = (
    "Muharram",
    "Safar",
    "Rabi al-Awwal",
    "Rabi al-Thani",
    "Jumada al-Awwal",
    "Jumada al-Thani",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijjah",
)
"""The months of the Islamic calendar, in one of their many spellings."""

# صفر is zero, too, and محرم forbidden: these two count only after “month of”
_ARABIC_HIJRI = (
    "شهر محرم|شهر المحرم",
    "شهر صفر",
    "ربيع الاول",
    "ربيع الثاني|ربيع الاخر",
    "جمادي الاولي|جمادي الاول",
    "جمادي الثانيه|جمادي الاخره",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعده|ذي القعده",
    "ذو الحجه|ذي الحجه",
)
_ENGLISH_HIJRI = (
    "Muharram",
    "Safar",
    "Rabi['’‘]? al-Aww?al|Rabi['’‘]? I",
    "Rabi['’‘]? (?:al-Thani|al-Akhir|II)",
    "Jumada (?:al-Awwal|al-Ula|I)",
    "Jumada (?:al-Thani|al-Akhira?|II)",
    "Rajab",
    "Sha['’‘]?ban",
    "Ramadh?an",
    "Shaww?al",
    "Dhu al-Qa['’‘]?da?h?",
    "Dhu al-Hijj?ah?",
)
_HIJRI_HERE = re.compile("|".join(f"(?P<m{number}>\\b(?:{names})\\b)" for number, names in enumerate(_ENGLISH_HIJRI, start=1)))
_HIJRI_THERE = re.compile("|".join(f"(?P<m{number}>\\b[وفبل]?(?:{names})\\b)" for number, names in enumerate(_ARABIC_HIJRI, start=1)))


def english_hijri(text: str) -> tuple[Named, ...]:
    """The Islamic months an English text names.

    >>> [month.number for month in english_hijri("between Sha’ban and Ramadan")]
    [8, 9]
    """
    return tuple(Named(int((match.lastgroup or "m0")[1:]), Span(*match.span())) for match in _HIJRI_HERE.finditer(text))


def arabic_hijri(text: str) -> tuple[Named, ...]:
    """The Islamic months an Arabic text names.

    >>> [month.number for month in arabic_hijri("بين شعبان ورمضان")]
    [8, 9]
    """
    folded = fold_with_offsets(text)
    matches = _HIJRI_THERE.finditer(folded.text)
    return tuple(Named(int((match.lastgroup or "m0")[1:]), folded.original(Span(*match.span()))) for match in matches)


def relative_days(arabic: str) -> frozenset[int]:
    """The days an Arabic text dates by, counted from the day of speaking: -1 for yesterday, 0 for today, 1 for tomorrow.

    >>> sorted(relative_days("قُتل أمس ثلاثة، واليوم خمسة")), relative_days("قُتل ثلاثة"), sorted(relative_days("أول أمس وبعد غد"))
    ([-1, 0], frozenset(), [-2, 2])
    """
    shifts = (_SHIFTS[match.lastgroup or ""] for match in _RELATIVE.finditer(fold_with_offsets(arabic).text))
    return frozenset(shifts)


_SHIFTS = {"before": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after": 2}
