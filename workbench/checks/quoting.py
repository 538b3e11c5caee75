"""What the writer put into a quotation or took out of it."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import SPAN_JOINER, Finding, Span, Unit
from workbench.text import negation
from workbench.text.arabic import arabic_words, fold, unglued
from workbench.text.names import is_same_name
from workbench.text.numbers import numbers

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_ELLIPSIS = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\.?\]?")
_NOT_WORDS = re.compile(r"\[\s*(?:sic|…|\.\.\.)?\s*\]", re.IGNORECASE)
_CONTENT_WORD = re.compile(r"[A-Za-z][\w’'-]{2,}")
_SMALL_WORDS = re.compile(r"the|and|for|with|from|that|this|their|his|her|its|our|your|are|was|were|has|have|had|not|who|which|will", re.IGNORECASE)
# if, unless, on condition, before, until: folded. إن is left out, since without its hamza it is “that” as well.
_CONDITIONS = frozenset({"اذا", "لو", "لولا", "شرط", "الا", "قبل", "حتي", "ريثما", "طالما", "حال"})


def brackets_added(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """Words in square brackets were put in by the writer; the message says whether the Arabic has them, here or around.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in brackets_added(Unit.of("مقر حزب البعث", "the headquarters of the [Baath] Party"), NOTHING_KNOWN)]
    ['“[Baath]” is in brackets, but the Arabic says it: البعث']

    Silent on [sic] and […].
    """
    spans = unit.context.interpolations or tuple(Span(*match.span()) for match in _BRACKETED.finditer(unit.target))
    for span in spans:
        text = span.of(unit.target)
        if not _NOT_WORDS.fullmatch(text):
            yield Finding("brackets-added", _about_brackets(unit, text), target_span=span)


def _about_brackets(unit: Unit, text: str) -> str:
    if not unit.source:
        return f"“{text}” was put in by the writer"
    if evidence := _evidence(text, unit.source):
        return f"“{text}” is in brackets, but the Arabic says it: {evidence}"
    if evidence := _evidence(text, unit.context.source_before):
        return f"“{text}” was put in by the writer; shortly before, the Arabic has {evidence}"
    if evidence := _evidence(text, unit.context.source_after):
        return f"“{text}” was put in by the writer; shortly after, the Arabic has {evidence}"
    return f"“{text}” was put in by the writer; the letters of the Arabic do not show it"


def _evidence(english: str, arabic: str) -> str | None:
    """The Arabic words that are the names or numbers of the English ones."""
    words = [span.of(arabic) for span in arabic_words(arabic)]
    found = []
    for match in _CONTENT_WORD.finditer(english):
        name = match.group()
        if name[0].isupper() and not _SMALL_WORDS.fullmatch(name):
            found += [word for word in words if any(is_same_name(reading, name) for reading in unglued(word))][:1]
    wanted = {number.value for number in numbers(english) if number.value}
    found += [number.span.of(arabic) for number in numbers(arabic) if number.value in wanted]
    return " ".join(dict.fromkeys(found)) or None


# so-called, known as, he called it, alleged: the Arabic keeps its distance without marks; or somebody is said to have said it
_DISTANCE = re.compile(
    r"\b[وف]?(?:(?:ال)?(?:مزعوم|مدعو|مسم[ياه]|ملقب|معروف)\w*|ما (?:يسم|تسم|يدع|يعرف|سم|اسم|وصف|اعتبر|قال)\w*|"
    r"[يتنا]?(?:سم|صف|وصف|طلق|اطلق|عتبر|اعتبر|قول|قال|صرح|"
    r"اكد|اضاف|ذكر|اعلن|اوضح|دعو|دعا|عرف|لقب|هتف|كتب|اشار|حذر)\w{0,4}|بحسب|حسب|وفقا?|بقوله\w*|عباره|كلمه|شعار|مصطلح|تعبير|اسم|لقب)\b"
)
_ARABIC_MARKS = re.compile(r"[\"“”„«»'‘’]")
_SHORT_QUOTE = re.compile(r"(?<!\w)(?:“([^“”]{2,40})”|\"([^\"]{2,40})\"|‘([^‘’]{2,40})’(?!\w)|'([^']{2,40})'(?!\w))")
_SCARE_WORDS = 3


def scare_quote(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """A word or two of the rendering stand in quote marks, and the Arabic neither marks them nor says that anybody calls it so.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in scare_quote(Unit.of("زارت اللجنة المخيم", "The committee visited the “camp”"), NOTHING_KNOWN)]
    ['“camp” is in quote marks; the Arabic has none']
    >>> list(scare_quote(Unit.of("زارت اللجنة ما يسمى المخيم", "The committee visited the “camp”"), NOTHING_KNOWN))
    []

    Silent on longer stretches (they are speech), on titles in capitals, and where the Arabic has quote marks of any kind or a verb of saying.
    """
    if not unit.source or not unit.target or _ARABIC_MARKS.search(unit.source):
        return
    for match in _SHORT_QUOTE.finditer(unit.target):
        words = next(group for group in match.groups() if group is not None).split()
        if len(words) > _SCARE_WORDS or not words or words[0][:1].isupper() or not words[0][:1].isalpha():
            continue
        if _DISTANCE.search(fold(unit.source)):
            return
        yield Finding("scare-quote", f"“{' '.join(words)}” is in quote marks; the Arabic has none", target_span=Span(*match.span()))


def elision(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """An ellipsis: something may have been left out of what was said.

    Silent where the Arabic has the same dots: the speaker paused.
    """
    if "…" not in unit.target and unit.target.count(".") < 3 and not unit.context.elisions:
        return
    if _ELLIPSIS.search(unit.source.replace(SPAN_JOINER, " ")):
        return
    for span in _elisions(unit):
        shown = f": {' '.join(context.elided)}" if context.elided else ""
        yield Finding("elision", f"“{span.of(unit.target)}” leaves something out{shown}", target_span=span)


def elision_meaning(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """What an ellipsis left out holds a negation, a condition or a number, and so may change the meaning.

    >>> unit = Unit.of("سننشر التقرير […] قبل الصيف", "We will publish the report… before the summer")
    >>> [finding.message for finding in elision_meaning(unit, CheckContext(elided=("إذا وافقت الوزارة",)))]
    ['what is left out holds a condition: إذا وافقت الوزارة']
    """
    for span, elided in zip(_elisions(unit), context.elided, strict=False):
        if what := _weighty(elided):
            yield Finding("elision-meaning", f"what is left out holds {what}: {elided}", target_span=span)


def _elisions(unit: Unit) -> tuple[Span, ...]:
    return unit.context.elisions or tuple(Span(*match.span()) for match in _ELLIPSIS.finditer(unit.target))


def _weighty(arabic: str) -> str | None:
    if negation.arabic(arabic):
        return "a negation"
    if any(not _CONDITIONS.isdisjoint(unglued(span.of(arabic))) for span in arabic_words(arabic)):
        return "a condition"
    return "a number" if any(not number.small_talk for number in numbers(arabic)) else None
