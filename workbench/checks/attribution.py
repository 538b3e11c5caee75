"""Who is said to speak, against who speaks in the Arabic."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import folded_words, is_run_together
from workbench.text.capitals import is_translated
from workbench.text.names import find_glued, is_inside
from workbench.text.outlets import arabic_names, is_called

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

    Likewise of an outlet the article names whose Arabic name is known, where the source is another outlet's. Silent where any part of the name is
    there, where the speaker is described and not named, and where little of the Arabic around is known.
    """
    around = f"{unit.context.source_before} {unit.source} {unit.context.source_after}"
    if not unit.source or len(around) - len(unit.source) < _LEAST_CONTEXT or is_run_together(around):
        return
    whole, own = Span(0, len(unit.source)), unit.context.source_outlet
    if unit.context.speaker and not _may_be_named(unit.context.speaker, around):
        yield Finding("attribution", f"“{unit.context.speaker}” is not named in the Arabic around these words", source_span=whole)
    if unit.context.outlet and own and _is_another(unit.context.outlet, f"{around} {own}"):
        yield Finding("attribution", f"the article names “{unit.context.outlet}”; these words are from “{own}”", source_span=whole)


def _is_another(outlet: str, text: str) -> bool:
    """Whether a text has no name of an outlet that is known by its Arabic one; of others nobody can tell (All4Syria is كلنا شركاء)."""
    return bool(arabic_names(outlet)) and not is_called(outlet, text) and not _may_be_named(outlet, text)


def _may_be_named(name: str, text: str) -> bool:
    """Whether a text has any part of a name, in Arabic or in Latin letters, or the name is a description."""
    names = [match.group() for match in _NAME.finditer(name) if not is_translated(match.group())]
    words, latin = folded_words(text), text.lower()
    return not names or any(part.lower() in latin or find_glued(part, words) or any(is_inside(part, word) for word in words) for part in names)
