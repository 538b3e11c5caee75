"""Who is said to speak, against who speaks in the Arabic."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import folded_words, is_run_together
from workbench.text.capitals import is_translated
from workbench.text.names import find_glued, is_inside

_NAME = re.compile(r"[A-Z][a-z0-9][\w’'-]*")
_LEAST_CONTEXT = 80  # code points around the words: with less, a speaker may well be named elsewhere


def attribution(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The speaker the article names is nobody that the Arabic names in the words or around them.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> from workbench.model import Context
    >>> before = "وقال القائد العسكري في المنطقة أبو أحمد في حديث طويل مع الموقع مساء أمس الثلاثاء عبر الهاتف: "
    >>> around = Context(source_before=before, speaker="Wael Darwish")
    >>> unit = Unit(key="q1", source="سنعود", target="We will return", quotation_id="q1", context=around)
    >>> [finding.message for finding in attribution(unit, NOTHING_KNOWN)]
    ['“Wael Darwish” is not named in the Arabic around these words']

    Silent where any part of the name is there, where the speaker is described and not named, and where little of the Arabic around is known.
    """
    speaker = unit.context.speaker
    around = f"{unit.context.source_before} {unit.source} {unit.context.source_after}"
    if not speaker or not unit.source or len(around) - len(unit.source) < _LEAST_CONTEXT or is_run_together(around):
        return
    names = [match.group() for match in _NAME.finditer(speaker) if not is_translated(match.group())]
    words = folded_words(around)
    if names and not any(find_glued(name, words) or any(is_inside(name, word) for word in words) for name in names):
        yield Finding("attribution", f"“{speaker}” is not named in the Arabic around these words", source_span=Span(0, len(unit.source)))
