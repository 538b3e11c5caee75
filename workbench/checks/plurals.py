"""One that became several, several that became one."""

from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Unit
from workbench.text.arabic import is_run_together
from workbench.text.plurals import misnumbered


def plural(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic has a plural, the rendering the singular; or the other way round.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in plural(Unit.of("أحرقوا البيوت", "They burned the house."), NOTHING_KNOWN)]
    ['“البيوت” is a plural, “the house” is one']

    Knows some sixty nouns that news counts. Silent where a side has both numbers, and where the Arabic counts in the singular (عشرون بيتا, كل بيت).
    """
    if not unit.source or is_run_together(unit.source):
        return
    for there, here, several in misnumbered(unit.source, unit.target):
        arabic, english = there.of(unit.source), here.of(unit.target)
        message = f"“{arabic}” is a plural, “{english}” is one" if several else f"“{arabic}” is one, “{english}” is a plural"
        yield Finding("plural", message, source_span=there, target_span=here)
