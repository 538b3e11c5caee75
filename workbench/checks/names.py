"""Names in the rendering that the Arabic does not have."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import ARTICLE, fold, folded_words, unglued
from workbench.text.capitals import is_translated
from workbench.text.dates import MONTHS, WEEKDAYS
from workbench.text.exonyms import EXONYMS
from workbench.text.names import find_at_once, find_glued, is_inside_any
from workbench.text.spelling import is_english
from workbench.text.wordlists import listed

# A capital inside a sentence; Mr. and Mrs. do not end one. A3maq and the like keep their digits.
_BEFORE = (
    r"[\w,;:%)”’\"'] [A-Z]",
    r"Mr\. [A-Z]",
    r"Dr\. [A-Z]",
    r"Mrs\. [A-Z]",
    r"\[[A-Z]",
    r"[ (“][ae]l-[A-Z]",
    r"[ (“]a[snrdtz]-[A-Z]",
    r"[ (“]ash-[A-Z]",
)
_NAME = re.compile(rf"[A-Z](?:{'|'.join(f'(?<={before})' for before in _BEFORE)})[a-z0-9][\w’'-]*")
_CAPITAL = re.compile(r"[A-Z][a-z0-9]")
_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]r|[Aa]n|[Aa]d|[Aa]t|[Aa]z)-")
_POSSESSIVE = re.compile(r"['’]s?$")
_PREFIXES = frozenset(
    {"al", "el", "abu", "abi", "umm", "ibn", "bin", "bint", "abd", "de", "van", "von", "le", "la", "du", "di", "da", "ho", "ri", "san", "los"}
)
_SURNAME = re.compile(r" ([A-Z][a-z0-9][\w’'-]*)")
_LATIN = re.compile(r"[A-Za-z]")
_FUNCTION_WORDS = frozenset(
    listed(
        "علي عن الي من في مع بين حول ضد بعد قبل عند لدي منذ خلال امام وراء تحت فوق دون بدون بان وان فان كان كانت قال قالت قاله ذكر ذكرت اضاف اضافت "
        "اكد اكدت اعلن اعلنت صرح صرحت هو هي وهو وهي ثم او اما لكن ولكن حيث اذ كما مثل هذا هذه ذلك تلك قد وقد سيد سيده دكتور رءيس شهاده ترشيح اداره "
        "حكومه"
    )
)
_SHORTEST = 3
_LONG_WORD = 6
_FEW_WORDS = 4
_DATES = frozenset((*MONTHS, *WEEKDAYS))
_HEADLINE = 0.6  # of the longer words in capitals: then capitals say nothing about names


def name(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A name in the rendering whose letters no Arabic word has, here or around.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> arabic = "صاحب الرسالة هو المهندس وائل زيدان"
    >>> [finding.message for finding in name(Unit.of(arabic, "It was the engineer Wael Darwish"), NOTHING_KNOWN)]
    ['“Darwish” has no counterpart in the Arabic']
    >>> list(name(Unit.of(arabic, "It was the engineer Wa’il Zaydan"), NOTHING_KNOWN))
    []

    How a name is spelled is left alone, as long as it can be that name. Silent on what Arabic translates (Ministry, Egypt), on words of the
    dictionary, on initials, at the start of a sentence, in headlines, in brackets, and on a first name that the Arabic leaves out before its surname.
    It compares letters only: a hint, never a proof.
    """
    if not unit.source:
        return
    around = (unit.context.source_before, unit.context.source_after)
    known = " ".join((unit.source, *around)) if any(around) else unit.source
    reported = set(context.accepted_names)
    for match in _NAME.finditer(unit.target) if _CAPITAL.search(unit.target, 1) else ():
        written = _POSSESSIVE.sub("", match.group())
        span = Span(match.start(), match.start() + len(written))
        if written in reported or any(bracket.contains(span) for bracket in unit.context.interpolations):
            continue
        if _is_accounted_for(written, match, unit.target, known):
            continue
        if _is_headline(unit.target):
            return
        reported.add(written)
        yield Finding("name", f"“{written}” has no counterpart in the Arabic", target_span=span)


def _is_accounted_for(written: str, match: re.Match[str], target: str, arabic: str) -> bool:
    """Whether the Arabic has the name or need not have it; what costs least is asked first."""
    if (places := EXONYMS.get(written.lower())) is not None:
        return any(place in fold(arabic) for place in places)
    bare = _ARTICLE.sub("", written) if "-" in written else written
    if is_translated(written) or find_at_once(bare, _candidates(arabic)) or _is_word(written):
        return True
    return _is_known(bare, arabic) or _is_left_out(match, target, arabic)


def _is_word(written: str) -> bool:
    """Whether a capitalised word is in the dictionary without its capital, so that Arabic will have translated it."""
    parts = [part for part in written.split("-") if part]
    return all(not part[0].isupper() or is_translated(part) or is_english(part.lower()) for part in parts)


def _is_headline(text: str) -> bool:
    longer = [word for word in re.findall(r"\b[A-Za-z]{4,}", text) if word not in _DATES]
    return len(longer) > _FEW_WORDS and sum(word[0].isupper() for word in longer) > _HEADLINE * len(longer)


def _is_left_out(match: re.Match[str], target: str, arabic: str) -> bool:
    """Whether a surname follows that the Arabic has, with no word before it there that might be another first name."""
    surname = _SURNAME.match(target, match.end())
    if surname is None or is_translated(surname.group(1)):
        return False
    words = folded_words(arabic)
    if find_glued(_POSSESSIVE.sub("", surname.group(1)), words) is None:
        return False
    places = [at for at, word in enumerate(words) if find_glued(_POSSESSIVE.sub("", surname.group(1)), (word,)) is not None]
    return bool(places) and all(at == 0 or _is_no_name(words[at - 1]) for at in places)


def _is_no_name(word: str) -> bool:
    return len(word) < _SHORTEST or word in _FUNCTION_WORDS or any(reading.startswith(ARTICLE) for reading in unglued(word))


def _is_known(written: str, arabic: str) -> bool:
    """Whether an Arabic word, or two together, are the name or one of its parts, or the Arabic writes it in Latin letters."""
    if len(written) < _SHORTEST or written.lower() in _PREFIXES or (_LATIN.search(arabic) and written.lower() in arabic.lower()):
        return True
    parts = [part for part in written.split("-") if len(part) >= _SHORTEST and part[0].isupper()]
    candidates = _candidates(arabic)
    return any(find_glued(form, candidates) is not None or _is_run_into(form, arabic) for form in dict.fromkeys((written, *parts)))


def _is_run_into(written: str, arabic: str) -> bool:
    """Whether the name stands in an Arabic word that has lost its space."""
    return is_inside_any(written, (word for word in folded_words(arabic) if len(word) >= _LONG_WORD))


@lru_cache(maxsize=32)
def _candidates(arabic: str) -> tuple[str, ...]:
    """The words of a text, and neighbours as one word (عبد الرحمن is Abdulrahman)."""
    words = folded_words(arabic)
    pairs = [unglued(first)[-1] + second for first, second in pairwise(words) if len(first) <= 4]
    return tuple(dict.fromkeys((*words, *pairs)))
