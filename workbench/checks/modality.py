"""What must be and what may be, taken for each other."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import fold_with_offsets, is_run_together
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed

# Folded. “Must” where it is said of somebody, “may” where somebody is able or permitted; ربما and قد, which leave it open whether it is so at all,
# are looked at by “certainty”.
_MUST = re.compile(r"\b[وف]?(?:يجب|يتعين|ينبغي|لا بد|لابد|يتوجب|علي(?:\w{0,3}| ال\w+) ان|لازم|لازمنا|مضطر\w{0,3}|يلزم)\b")
_MAY = re.compile(r"\b[وف]?(?:يمكن\w{0,3}|[يت]جوز|يحق|[يت]سمح|من الممكن|بامكان\w{0,3}|باستطاع\w{1,5}|[يتن]ستطيع\w{0,2}|فيكم|فيهم|[يتن]قدر\w{0,2})\b")
_SAYS_MUST = frozenset(
    listed(
        "must should ought shall need needs needed needing necessary obliged obligation obligatory required require requires requirement "
        "imperative mandatory compulsory forced compelled essential vital crucial important supposed duty incumbent bound demand demands demanded "
        "urge urged urges better let call calls called calling until unless cannot can't can’t not never no without deserve deserves"
    )
)
_HAS_TO = re.compile(r"\b(?:has|have|had|having|got|is|are|was|were) to\b", re.IGNORECASE)
_OPENLY = frozenset(listed("may might could can maybe perhaps possibly possible"))
_ORDERS = re.compile(r"\b(?:must|(?:has|have|had) to)\b(?! (?:have|be able)\b)", re.IGNORECASE)
_ORDERING = frozenset({"must", "has", "have", "had"})
_SAYS_MAY = frozenset(
    listed(
        "may might could can can't can’t cannot able unable capable possible possibly possibility perhaps maybe likely unlikely probably probable "
        "potential potentially would should allowed allow allows permitted permit permits entitled right rights free eligible ability enable enables "
        "if whether seem seems appear appears chance chances risk not never no without until only unless"
    )
)


def modality(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic says that something must be, the rendering that it may be; or the other way round.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in modality(Unit.of("يجب أن يعود النازحون", "The displaced may return"), NOTHING_KNOWN)]
    ['the Arabic says that it must be (“يجب”), the rendering that it may be (“may”)']
    >>> [finding.message for finding in modality(Unit.of("يمكن للأهالي أن يعودوا", "The residents must return"), NOTHING_KNOWN)]
    ['the Arabic says that it may be (“يمكن”), the rendering that it must be (“must”)']

    Silent where a side has both, where it denies, and on mere facts: whether doubt is lost altogether is looked at by “certainty”.
    """
    said = english_words(unit.target)
    open_words, orders = said & _OPENLY, None if _ORDERING.isdisjoint(said) else _ORDERS.search(unit.target)
    if not (open_words or orders) or is_run_together(unit.source):
        return
    folded = fold_with_offsets(unit.source)
    must, may = _MUST.search(folded.text), _MAY.search(folded.text)
    if (must is None) == (may is None):
        return
    if must and open_words and said.isdisjoint(_SAYS_MUST) and not _HAS_TO.search(unit.target):
        here = next(match for match in _WORD.finditer(unit.target) if match.group().lower() in open_words)
        yield _finding(unit, folded.original(Span(*must.span())), Span(*here.span()), ("must be", "may be"))
    elif may and orders and said.isdisjoint(_SAYS_MAY):
        yield _finding(unit, folded.original(Span(may.start(), may.start() + len(may.group().rstrip()))), Span(*orders.span()), ("may be", "must be"))


_WORD = re.compile(r"[A-Za-z]+")


def _finding(unit: Unit, there: Span, here: Span, meant: tuple[str, str]) -> Finding:
    message = f"the Arabic says that it {meant[0]} (“{there.of(unit.source)}”), the rendering that it {meant[1]} (“{here.of(unit.target)}”)"
    return Finding("modality", message, source_span=there, target_span=here)
