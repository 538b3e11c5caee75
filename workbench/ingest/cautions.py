"""What a reader should know of a text before it is used: sentences, never a refusal."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from workbench.ingest.limits import LONG_TEXT
from workbench.text.bidi import OVERRIDES, controls, unclosed
from workbench.text.languages import identify

LANGUAGE_NAMES: Final = {
    "ar": "Arabic", "en": "English", "fa": "Persian", "ur": "Urdu", "he": "Hebrew", "fr": "French", "tr": "Turkish", "de": "German", "es": "Spanish",
    "it": "Italian", "ru": "Russian", "nl": "Dutch", "pt": "Portuguese",
}  # fmt: skip

_PHONE_LETTERS = re.compile("[\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER FARSI YEH}\N{ARABIC LETTER HEH GOAL}]")
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]")
# UTF-8 read as windows-1252 puts Ø or Ù before every Arabic letter and â€ before every typographic mark.
_UTF8_AS_1252 = re.compile(
    "(?:[\u00d8\u00d9][^\\s\\w]|[\u00d8\u00d9][\u00a0-\u00ff\u0152-\u0178\u2013-\u2122]){3,}|\u00e2\u20ac.|\u00c3[\u00a0-\u00bf]"
)
# UTF-8 read as windows-1256 puts ط or ظ before every letter.
_UTF8_AS_1256 = re.compile("(?:[\u0637\u0638][^\\s\u0637\u0638]){5,}")
# Teh marbuta and alef maksura stand at the end of words only.
_FINAL_AT_END = re.compile(r"\w[\u0629\u0649]\b")
_FINAL_AT_START = re.compile(r"\b[\u0629\u0649]\w")
_LOST_LETTERS = re.compile(r"\?{3,}(?: +\?{2,}){2,}")


def cautions(text: str, *, language: str) -> tuple[str, ...]:
    """What is to be said of a text that should be in `language` (BCP 47), in the order in which it matters.

    >>> cautions("قال المحافظ إن قوات الأمن تعاملت مع الانتحاري الآخر", language="en")
    ('this looks like Arabic, and English was expected',)
    """
    if not text.strip():
        return ("there is no text in it",)
    return tuple(sentence for caution in CAUTIONS for sentence in caution(text, language))


def language_name(tag: str) -> str:
    """The English name of a language, or its tag where we have no name for it.

    >>> language_name("ar-SY")
    'Arabic'
    """
    return LANGUAGE_NAMES.get(tag.partition("-")[0], tag)


def wrong_language(text: str, language: str) -> Iterator[str]:
    """The text looks like another language than its side should be in; dialects of one language are not told apart."""
    found = identify(text)
    if found and found.partition("-")[0] != language.partition("-")[0]:
        yield f"this looks like {language_name(found)}, and {language_name(language)} was expected"


def mojibake(text: str, _language: str) -> Iterator[str]:
    """The file was once read in the wrong encoding and saved so; the damage is in the file."""
    for pattern in (_UTF8_AS_1252, _UTF8_AS_1256, _LOST_LETTERS):
        if match := pattern.search(text):
            yield f"{_place(text, match.start())} looks garbled (“{match[0][:20]}”): the text was saved in a wrong encoding before it came here"
            return


def invisible_characters(text: str, _language: str) -> Iterator[str]:
    """Characters nobody sees; kept, and shown as marks."""
    found = controls(text)
    if not found:
        return
    names = ", ".join(f"{count} × {name}" for name, count in Counter(control.name for control in found).most_common())
    yield f"invisible characters were kept as they are and are shown as marks: {names}; the first is in {_place(text, found[0].span.start)}"
    if overrides := [control for control in found if control.span.of(text) in OVERRIDES]:
        yield f"a direction override makes {_place(text, overrides[0].span.start)} read otherwise than it is stored"
    elif stray := unclosed(text):
        yield f"a direction control ({stray[0].name}) in {_place(text, stray[0].span.start)} has no counterpart"


def foreign_letters(text: str, language: str) -> Iterator[str]:
    """Letters that Arabic copy has from phone keyboards or from old PDFs; search folds them, the text stays."""
    if not language.startswith("ar"):
        return
    if count := len(_PHONE_LETTERS.findall(text)):
        yield f"{count} letters are Persian look-alikes (ک ی); searching treats them as ك and ي"
    if count := len(_PRESENTATION_FORMS.findall(text)):
        yield f"{count} characters are shapes of letters (presentation forms), not letters; searching may miss them"


def back_to_front(text: str, language: str) -> Iterator[str]:
    """Letters that only end words begin them: some programs paint Arabic from left to right, and a PDF keeps what was painted."""
    ends, begins = len(_FINAL_AT_END.findall(text)), len(_FINAL_AT_START.findall(text))
    if language.startswith("ar") and begins > max(2, ends):
        yield "the Arabic seems to be stored back to front; turn it round, or type it"


def very_long(text: str, _language: str) -> Iterator[str]:
    """Every step will take its time."""
    if len(text) > LONG_TEXT:
        yield f"the text is long ({len(text):,} characters); reading it will take a while"


CAUTIONS: Final[tuple[Callable[[str, str], Iterator[str]], ...]] = (
    wrong_language,
    mojibake,
    back_to_front,
    invisible_characters,
    foreign_letters,
    very_long,
)


def _place(text: str, offset: int) -> str:
    return "line " + str(text.count("\n", 0, offset) + 1)
