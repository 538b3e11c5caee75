"""Language tags as files spell them → BCP 47."""

import re
from functools import lru_cache

# ISO 639-2 codes and plain names that tools and people write where a tag belongs.
NAMES = {
    "ara": "ar",
    "arb": "ar",
    "arabic": "ar",
    "العربية": "ar",
    "عربي": "ar",
    "eng": "en",
    "english": "en",
    "fra": "fr",
    "fre": "fr",
    "french": "fr",
    "deu": "de",
    "ger": "de",
    "german": "de",
    "spa": "es",
    "spanish": "es",
    "tur": "tr",
    "turkish": "tr",
    "fas": "fa",
    "per": "fa",
    "persian": "fa",
    "heb": "he",
    "hebrew": "he",
    "kur": "ku",
    "kurdish": "ku",
    "rus": "ru",
    "russian": "ru",
}

SHAPE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# `ar_SY.UTF-8`, `ca_ES@valencia`: what POSIX locales add behind the tag.
LOCALE_TAIL = re.compile(r"[.@].*$")
# `Arabic (Syria)`: the region is a name, so only the language can be told.
REGION_IN_WORDS = re.compile(r"\s*\(.*\)$")


@lru_cache(maxsize=1024)
def normal_tag(spelling: str) -> str | None:
    """The BCP 47 tag for any common spelling, None where it is none.

    >>> [normal_tag(tag) for tag in ("AR-SA", "ar_eg", "ara", "Arabic", "zh-hant-tw", "EN_us.UTF-8", "Arabic (Syria)")]
    ['ar-SA', 'ar-EG', 'ar', 'ar', 'zh-Hant-TW', 'en-US', 'ar']
    >>> normal_tag("?") is None
    True
    """
    tag = REGION_IN_WORDS.sub("", LOCALE_TAIL.sub("", spelling.strip())).replace("_", "-")
    language, *rest = tag.split("-")
    language = NAMES.get(language.casefold(), language)
    if not SHAPE.fullmatch("-".join((language, *rest))):
        return None
    return "-".join((language.lower(), *(cased(subtag) for subtag in rest)))


def cased(subtag: str) -> str:
    """A subtag in the case BCP 47 recommends: `Latn`, `SY`, everything else small."""
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.capitalize()
    if len(subtag) == 2 and subtag.isalpha():
        return subtag.upper()
    return subtag.lower()


def same_language(one: str, other: str) -> bool:
    """Whether two normal tags are of one language, regions aside.

    >>> same_language("ar-SY", "ar"), same_language("ar", "arc")
    (True, False)
    """
    return one.partition("-")[0] == other.partition("-")[0]
