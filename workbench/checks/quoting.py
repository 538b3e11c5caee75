"""What the writer put into a quotation or took out of it."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import SPAN_JOINER, Finding, Span, Unit
from workbench.text import negation
from workbench.text.arabic import arabic_words, fold, unglued
from workbench.text.names import is_same_name
from workbench.text.numbers import numbers
from workbench.text.pronouns import pronouns

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_ELLIPSIS = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\.?\]?")
_NOT_WORDS = re.compile(r"\[\s*(?:sic|…|\.\.\.)?\s*\]", re.IGNORECASE)
_CONTENT_WORD = re.compile(r"[A-Za-z][\w’'-]{2,}")
_SMALL_WORDS = re.compile(r"the|and|for|with|from|that|this|their|his|her|its|our|your|are|was|were|has|have|had|not|who|which|will", re.IGNORECASE)
# if, unless, on condition, before, until: folded. إن is left out, since without its hamza it is “that” as well.
_PRONOUNS_SHOWN, _NAMES_SHOWN = 3, 3
_CONDITIONS = frozenset({"اذا", "لو", "لولا", "شرط", "الا", "قبل", "حتي", "ريثما", "طالما", "حال"})


def brackets_added(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """Words in square brackets were put in by the writer; the message says whether the Arabic has them, here or around.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in brackets_added(Unit.of("مقر حزب البعث", "the headquarters of the [Baath] Party"), NOTHING_KNOWN)]
    ['“[Baath]” is in brackets, but the Arabic says it: البعث']

    >>> unit = Unit.of("دخلت الفصائل مواقعهم", "The factions entered [the soldiers'] positions")
    >>> [finding.message for finding in brackets_added(unit, NOTHING_KNOWN)]
    ["“[the soldiers']” was put in by the writer; the Arabic may say it by a pronoun: مواقعهم"]

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
    return f"“{text}” was put in by the writer; {_pronouns(unit) or 'the letters of the Arabic do not show it'}"


def _pronouns(unit: Unit) -> str | None:
    """The words of the Arabic that have a pronoun where the rendering may have brackets, and the names both texts have shortly before."""
    spans = pronouns(unit.source)
    if not spans:
        return None
    words = " ".join(dict.fromkeys(span.of(unit.source) for span in spans[:_PRONOUNS_SHOWN]))
    before = [span.of(unit.context.source_before) for span in arabic_words(unit.context.source_before)]
    named = [name for name in _names(unit.context.target_before) if any(is_same_name(reading, name) for word in before for reading in unglued(word))]
    shown = list(dict.fromkeys(reversed(named)))[:_NAMES_SHOWN]
    return f"the Arabic may say it by a pronoun: {words}" + (f"; named before: {', '.join(shown)}" if shown else "")


def _names(english: str) -> list[str]:
    return [match.group() for match in _CONTENT_WORD.finditer(english) if match.group()[0].isupper() and not _SMALL_WORDS.fullmatch(match.group())]


def _evidence(english: str, arabic: str) -> str | None:
    """The Arabic words that are the names or numbers of the English ones."""
    words = [span.of(arabic) for span in arabic_words(arabic)]
    found = []
    for name in _names(english):
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
    for span, elided in zip(_elisions(unit), context.elided, strict=False) if context.elided else ():
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
