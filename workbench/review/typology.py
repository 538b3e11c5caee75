"""The error typology reviewers choose from: the core of MQM, whose categories are those of ISO 5060:2024, and what only quotations can get wrong.

Source: the MQM Core typology (themqm.org) and ISO 5060:2024, clause 6, for the names and their meaning; descriptions are ours. A project adds
categories of its own as lines of text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.errors import BadInput

LONGEST_TITLE = 60


class Place(StrEnum):
    """What a mark of a category covers."""

    SPAN = "span"
    OMISSION = "omission"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of error. `id` is `group/name` as MQM writes it; `key` is the character that picks it in the pane, empty for those chosen by name."""

    id: str
    title: str
    description: str
    key: str = ""
    place: Place = Place.SPAN

    @property
    def group(self) -> str:
        """The dimension it belongs to."""
        return self.id.partition("/")[0]


GROUPS = {
    "accuracy": "Accuracy",
    "quotation": "Quotation",
    "terminology": "Terminology",
    "linguistic-conventions": "Linguistic conventions",
    "style": "Style",
    "locale-conventions": "Locale conventions",
    "audience-appropriateness": "Audience appropriateness",
    "project": "Of this project",
}
"""The dimensions. Design and markup is left out: a quotation has none. `quotation` is ours, `project` holds what a project adds."""

CORE = (
    Category("accuracy/mistranslation", "Mistranslation", "says something else than the Arabic", "1"),
    Category("accuracy/omission", "Omission", "leaves out what was said", "2", Place.OMISSION),
    Category("accuracy/addition", "Addition", "says what was not said", "3"),
    Category("accuracy/overtranslation", "Overtranslation", "more specific than the Arabic"),
    Category("accuracy/undertranslation", "Undertranslation", "less specific than the Arabic"),
    Category("accuracy/untranslated", "Untranslated", "left in Arabic, or in its letters, without need"),
    Category("accuracy/do-not-translate", "Should not be translated", "a name or formula that stays as it is was translated"),
    Category("accuracy/non-translation", "Non-translation", "the whole rendering is no translation of this Arabic", "0", Place.WHOLE),
    Category("terminology/wrong-term", "Wrong term", "not the word this field uses", "4"),
    Category("terminology/inconsistent-with-resource", "Not the agreed term", "differs from the house sheet or termbase"),
    Category("terminology/inconsistent-use", "Inconsistent term", "one thing under two names"),
    Category("linguistic-conventions/grammar", "Grammar", "agreement, tense, word order, articles", "5"),
    Category("linguistic-conventions/spelling", "Spelling", "letters, capitals, spellings of names", "6"),
    Category("linguistic-conventions/punctuation", "Punctuation", "marks, spaces, quote marks", "7"),
    Category("linguistic-conventions/unintelligible", "Unintelligible", "cannot be understood at all"),
    Category("linguistic-conventions/character-encoding", "Character encoding", "characters damaged on the way"),
    Category("style/register", "Register", "more formal or more colloquial than the speaker", "8"),
    Category("style/awkward", "Awkward", "right, but hard to read"),
    Category("style/unidiomatic", "Unidiomatic", "right, but nobody says it so", "9"),
    Category("style/inconsistent", "Inconsistent style", "changes its manner within a text"),
    Category("style/third-party", "House style", "not as the house style wants it"),
    Category("locale-conventions/number-format", "Number format", "separators, digits, magnitudes"),
    Category("locale-conventions/date-format", "Date format", "order, month names, calendar"),
    Category("locale-conventions/time-format", "Time format", "hours, time zones"),
    Category("locale-conventions/currency-format", "Currency format", "signs and names of currencies"),
    Category("locale-conventions/measurement-format", "Measurement format", "units and their conversion"),
    Category("locale-conventions/name-format", "Name format", "order and parts of a name, titles"),
    Category("audience-appropriateness/culture-specific", "Culture-specific reference", "needs a word of explanation for readers"),
    Category("audience-appropriateness/offensive", "Offensive", "offends where the speaker did not"),
    Category("quotation/attribution", "Wrong attribution", "said by, to or through somebody else", "q"),
    Category("quotation/interpolation", "Bracket not in the Arabic", "what the writer put in changes what was said", "w"),
    Category("quotation/elision", "Misleading cut", "what the ellipsis leaves out changes what is left", "e"),
    Category("quotation/spliced", "Spliced", "joins words said apart as if said in one go"),
    Category("quotation/not-quoted", "Paraphrase in quote marks", "a report in the writer's words, shown as the speaker's own", "p"),
)
"""In the order they are offered; a key is a character of the keyboard, unique."""


def typology(own: str = "") -> tuple[Category, ...]:
    """The categories of a project: the core and `own`, a line each: `name: Title: what it means`.

    >>> typology("honorific: Honorific: a title that the house sheet leaves out")[-1]
    Category(id='project/honorific', title='Honorific', description='a title that the house sheet leaves out', key='', place=<Place.SPAN: 'span'>)

    Raises BadInput for a line that is none, or names a category twice.
    """
    return (*CORE, *_own(own.splitlines()))


def _own(lines: Iterable[str]) -> Iterable[Category]:
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name, _, rest = (part.strip() for part in line.partition(":"))
        title, _, description = (part.strip() for part in rest.partition(":"))
        where = f"line {number} of the project's error categories"
        if not name.replace("-", "").isalnum() or not title or len(title) > LONGEST_TITLE:
            raise BadInput(
                f"“{line.strip()}” is no category", where=where, remedy="write “name: Title: what it means”, the name of letters, digits and hyphens"
            )
        if name in seen:
            raise BadInput(f"“{name}” is there twice", where=where, remedy="give one of them another name")
        seen.add(name)
        yield Category(f"project/{name.lower()}", title, description)


CATEGORY_OF_CHECK = {
    "arabic-left-over": "accuracy/untranslated",
    "brackets-added": "quotation/interpolation",
    "elision": "quotation/elision",
    "elision-meaning": "quotation/elision",
    "repeated-words": "linguistic-conventions/grammar",
    "reported-speech": "quotation/not-quoted",
    "length": "accuracy/omission",
    "wrong-language": "accuracy/non-translation",
    "attribution": "quotation/attribution",
    "number-glued": "linguistic-conventions/punctuation",
    "name-spelling": "linguistic-conventions/spelling",
    "small-start": "linguistic-conventions/spelling",
    "contraction": "style/third-party",
    "formula": "style/third-party",
    "loaded-word": "style/third-party",
    "pattern": "style/third-party",
    "address": "accuracy/mistranslation",
}
"""The category a finding of a check is filed under when a reviewer takes it over; the families below come next."""

CATEGORY_OF_FAMILY = (
    (("number", "percent", "date", "dual", "negation", "name", "question"), "accuracy/mistranslation"),
    (("space", "mark", "punctuation"), "linguistic-conventions/punctuation"),
    (("mojibake", "invisible", "script"), "linguistic-conventions/character-encoding"),
    (("letter", "spelling", "capital"), "linguistic-conventions/spelling"),
    (("term",), "terminology/inconsistent-with-resource"),
)
"""Parts of a check's id, and the category of the family they are in."""


def category_of(check_id: str) -> str:
    """The category to offer for a finding; a mistranslation where nothing better is known.

    >>> category_of("missing-space"), category_of("brackets-added"), category_of("number")
    ('linguistic-conventions/punctuation', 'quotation/interpolation', 'accuracy/mistranslation')
    """
    if check_id in CATEGORY_OF_CHECK:
        return CATEGORY_OF_CHECK[check_id]
    families = (category for parts, category in CATEGORY_OF_FAMILY if any(part in check_id for part in parts))
    return next(families, "accuracy/mistranslation")
