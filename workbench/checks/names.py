"""Names in the rendering that the Arabic does not have."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import arabic_words, is_run_together, unglued
from workbench.text.capitals import is_translated
from workbench.text.names import find

# A capital inside a sentence; Mr. and Mrs. do not end one. A3maq and the like keep their digits.
_NAME = re.compile(r"(?:(?<=[\w,;:%)”’\"'] )|(?<=Mr\. )|(?<=Dr\. )|(?<=Mrs\. )|(?<=\[))[A-Z][a-z0-9][\w’'-]*")
_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]r|[Aa]n|[Aa]d|[Aa]t|[Aa]z)-")
_POSSESSIVE = re.compile(r"['’]s?$")
_PREFIXES = frozenset(
    {"al", "el", "abu", "abi", "umm", "ibn", "bin", "bint", "abd", "de", "van", "von", "le", "la", "du", "di", "da", "ho", "ri", "san", "los"}
)
_SHORTEST = 3
_FEW_WORDS = 4
_HEADLINE = 0.6  # of the longer words in capitals: then capitals say nothing about names


def name(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A name in the rendering whose letters no Arabic word has, here or around.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> arabic = "صاحب الرسالة هو المهندس وائل زيدان"
    >>> [finding.message for finding in name(Unit.of(arabic, "It was the engineer Wael Darwish"), NOTHING_KNOWN)]
    ['“Darwish” has no counterpart in the Arabic']
    >>> list(name(Unit.of(arabic, "It was the engineer Wa’il Zaydan"), NOTHING_KNOWN))
    []

    How a name is spelled is left alone, as long as it can be that name. Silent on what Arabic translates (Ministry, Egypt), on initials, at the start
    of a sentence, in headlines, and in brackets. It compares letters only: a hint, never a proof.
    """
    if not unit.source or _is_headline(unit.target) or is_run_together(unit.source):
        return
    known = " ".join((unit.source, unit.context.source_before, unit.context.source_after))
    reported = set(context.accepted_names)
    for match in _NAME.finditer(unit.target):
        written = _POSSESSIVE.sub("", match.group())
        span = Span(match.start(), match.start() + len(written))
        if written in reported or any(bracket.contains(span) for bracket in unit.context.interpolations):
            continue
        if not is_translated(written) and not _is_known(_ARTICLE.sub("", written), known):
            reported.add(written)
            yield Finding("name", f"“{written}” has no counterpart in the Arabic", target_span=span)


def _is_headline(text: str) -> bool:
    longer = re.findall(r"\b[A-Za-z]{4,}", text)
    return len(longer) > _FEW_WORDS and sum(word[0].isupper() for word in longer) > _HEADLINE * len(longer)


def _is_known(written: str, arabic: str) -> bool:
    """Whether an Arabic word, or two together, are the name or one of its parts."""
    if len(written) < _SHORTEST or written.lower() in _PREFIXES:
        return True
    parts = [part for part in written.split("-") if len(part) >= _SHORTEST and part[0].isupper()]
    return any(find(form, _candidates(arabic)) is not None for form in dict.fromkeys((written, *parts)))


@lru_cache(maxsize=32)
def _candidates(arabic: str) -> tuple[str, ...]:
    """The words of a text without what may be glued to them, and neighbours as one word (عبد الرحمن is Abdulrahman)."""
    words = [span.of(arabic) for span in arabic_words(arabic)]
    readings = [reading for word in words for reading in unglued(word)]
    pairs = [unglued(first)[-1] + second for first, second in pairwise(words) if len(first) <= 4]
    return tuple(dict.fromkeys(candidate for candidate in (*readings, *pairs) if len(candidate) >= _SHORTEST))
