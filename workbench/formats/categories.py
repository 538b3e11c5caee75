"""What other tools call the categories of our typology, and back.

Sources: the issue types of ITS 2.0 (W3C Recommendation, 29 October 2013, appendix C), which XLIFF 2.1 takes over; the categories of the MQM data of
the WMT metrics tasks, as Marot and Anthea write them.
"""

import re
from collections.abc import Mapping
from typing import Final

UNSPECIFIED: Final = "unspecified"
"""The category of a mark whose tool asks only for a severity."""

ITS_TYPES: Final = frozenset(
    {
        "terminology",
        "mistranslation",
        "omission",
        "untranslated",
        "addition",
        "duplication",
        "inconsistency",
        "grammar",
        "legal",
        "register",
        "locale-specific-content",
        "locale-violation",
        "style",
        "characters",
        "misspelling",
        "typographical",
        "formatting",
        "inconsistent-entities",
        "numbers",
        "markup",
        "pattern-problem",
        "whitespace",
        "internationalization",
        "length",
        "non-conformance",
        "uncategorized",
        "other",
    }
)
"""The 27 values a locQualityIssueType may have; the schema of XLIFF 2.1 takes any text."""

TO_ITS: Final[Mapping[str, str]] = {
    "accuracy/mistranslation": "mistranslation",
    "accuracy/omission": "omission",
    "accuracy/addition": "addition",
    "accuracy/overtranslation": "mistranslation",
    "accuracy/undertranslation": "mistranslation",
    "accuracy/untranslated": "untranslated",
    "accuracy/do-not-translate": "mistranslation",
    "accuracy/non-translation": "non-conformance",
    "terminology": "terminology",
    "linguistic-conventions/grammar": "grammar",
    "linguistic-conventions/spelling": "misspelling",
    "linguistic-conventions/punctuation": "typographical",
    "linguistic-conventions/unintelligible": "non-conformance",
    "linguistic-conventions/character-encoding": "characters",
    "style/register": "register",
    "style/inconsistent": "inconsistency",
    "style": "style",
    "locale-conventions": "locale-violation",
    "audience-appropriateness/culture-specific": "locale-specific-content",
    "quotation/elision": "omission",
    "quotation/interpolation": "addition",
    UNSPECIFIED: "uncategorized",
}
"""A category, or its group, and the ITS type that comes nearest; everything else is `other`."""

FROM_ITS: Final[Mapping[str, str]] = {
    "terminology": "terminology/wrong-term",
    "mistranslation": "accuracy/mistranslation",
    "omission": "accuracy/omission",
    "untranslated": "accuracy/untranslated",
    "addition": "accuracy/addition",
    "duplication": "linguistic-conventions/grammar",
    "inconsistency": "style/inconsistent",
    "grammar": "linguistic-conventions/grammar",
    "register": "style/register",
    "locale-specific-content": "audience-appropriateness/culture-specific",
    "style": "style/awkward",
    "characters": "linguistic-conventions/character-encoding",
    "misspelling": "linguistic-conventions/spelling",
    "typographical": "linguistic-conventions/punctuation",
    "inconsistent-entities": "terminology/inconsistent-use",
    "numbers": "locale-conventions/number-format",
    "whitespace": "linguistic-conventions/punctuation",
    "uncategorized": UNSPECIFIED,
}
"""The category an ITS type is read as; a type that has none here keeps its own name."""

TO_MQM: Final[Mapping[str, str]] = {
    "accuracy/mistranslation": "Accuracy/Mistranslation",
    "accuracy/omission": "Accuracy/Omission",
    "accuracy/addition": "Accuracy/Addition",
    "accuracy/untranslated": "Accuracy/Source language fragment",
    "accuracy/non-translation": "Non-translation!",
    "terminology/wrong-term": "Terminology/Inappropriate for context",
    "terminology/inconsistent-use": "Terminology/Inconsistent",
    "linguistic-conventions/grammar": "Fluency/Grammar",
    "linguistic-conventions/spelling": "Fluency/Spelling",
    "linguistic-conventions/punctuation": "Fluency/Punctuation",
    "linguistic-conventions/character-encoding": "Fluency/Character encoding",
    "style/register": "Fluency/Register",
    "style/inconsistent": "Fluency/Inconsistency",
    "style/awkward": "Style/Unnatural or awkward",
    "locale-conventions/number-format": "Locale convention/Number format",
    "locale-conventions/date-format": "Locale convention/Date format",
    "locale-conventions/time-format": "Locale convention/Time format",
    "locale-conventions/currency-format": "Locale convention/Currency format",
    "locale-conventions/name-format": "Locale convention/Name format",
    UNSPECIFIED: "Other",
}
"""The words Marot weighs by: minor punctuation counts 0.1, a non-translation 25. A category that is not here goes under its own name."""

ALSO: Final[Mapping[str, str]] = {
    "accuracy/untranslated-text": "accuracy/untranslated",
    "accuracy/do-not-translate": "accuracy/do-not-translate",
    "accuracy/creative-reinterpretation": "accuracy/mistranslation",
    "accuracy/overly-literal": "style/unidiomatic",
    "accuracy/gender-mismatch": "accuracy/mistranslation",
    "terminology/inconsistent-use-of-terminology": "terminology/inconsistent-use",
    "terminology": "terminology/wrong-term",
    "style/awkward": "style/awkward",
    "style/bad-sentence-structure": "style/awkward",
    "style/archaic-or-obscure-word-choice": "style/awkward",
    "fluency/unintelligible": "linguistic-conventions/unintelligible",
    "fluency/text-breaking": "linguistic-conventions/punctuation",
    "fluency/display": "linguistic-conventions/character-encoding",
    "non-translation": "accuracy/non-translation",
    "other": UNSPECIFIED,
}
"""Further spellings met in the wild, as `normal` makes them."""


def normal(name: str) -> str:
    """A category's name as names are compared.

    >>> normal("Fluency / Character_Encoding"), normal("Non-translation!")
    ('fluency/character-encoding', 'non-translation')
    """
    return re.sub(r"[\s_-]+", "-", re.sub(r"\s*/\s*", "/", name.strip().casefold().rstrip("!")))


KNOWN: Final[Mapping[str, str]] = {normal(theirs): ours for ours, theirs in TO_MQM.items()} | dict(ALSO)


def ours(name: str) -> str:
    """Our id for an MQM tool's category; its own name, in our spelling, where we have none.

    >>> ours("Accuracy/Source language fragment"), ours("fluency/PUNCTUATION"), ours("Source issue"), ours("accuracy/omission")
    ('accuracy/untranslated', 'linguistic-conventions/punctuation', 'source-issue', 'accuracy/omission')
    """
    return KNOWN.get(normal(name), normal(name)) or UNSPECIFIED


def mqm(category: str) -> str:
    """An MQM tool's name for one of our categories."""
    return TO_MQM.get(category, category)


def its(category: str) -> str:
    """The ITS issue type of one of our categories, or of a type's own name.

    >>> its("terminology/inconsistent-use"), its("numbers"), its("quotation/attribution")
    ('terminology', 'numbers', 'other')
    """
    return TO_ITS.get(category) or TO_ITS.get(category.partition("/")[0]) or (category if category in ITS_TYPES else "other")
