"""A negation dropped or put in."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text import negation as facts
from workbench.text.arabic import is_run_together

_LA_OF_NAMES = re.compile(r"\bLa\s")  # La Riviera is written لا ريفييرا


def negation(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """One side denies, and nothing on the other could stand for it.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in negation(Unit.of("لا يوجد مقياس في الرواق", "There is a gauge in the gallery."), NOTHING_KNOWN)]
    ['the Arabic denies it (“لا”), the rendering does not']

    Silent where the other side denies in its own way: un-, -less, fail, deny, lack; عدم, غير, رفض.
    """
    if not unit.source or not unit.target or is_run_together(unit.source):
        return
    in_arabic, in_english = facts.arabic(unit.source), facts.english(unit.target)
    if _LA_OF_NAMES.search(unit.target):
        in_arabic = tuple(span for span in in_arabic if span.of(unit.source) != "لا")
    if len(in_arabic) > len(in_english) + facts.hints_in_english(unit.target):
        word = in_arabic[0].of(unit.source)
        yield Finding("negation", f"the Arabic denies it (“{word}”), the rendering does not", source_span=in_arabic[0])
    elif in_english and not in_arabic and not facts.hinted_in_arabic(unit.source):
        word = in_english[0].of(unit.target)
        yield Finding("negation", f"the rendering denies it (“{word}”), the Arabic does not", target_span=in_english[0])
