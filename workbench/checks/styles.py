"""What the project's house sheet asks for; silent where it asks for nothing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.check import CheckContext
from workbench.checks.house import ArticleStyle, Formulas, QuotePunctuation
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import fold, fold_with_offsets, unglued
from workbench.text.names import is_same_name
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed

_FORMULAS = re.compile(
    r"\b[وفب]?(?:ان شاء الله|انشالله|باذن الله|بعون الله|الحمد لله|رحم(?:ه|ها|هم) الله|حفظه الله|لا سمح الله|والله|ما شاء الله|لا قدر الله|"
    r"صلي الله عليه وسلم|عليه السلام|رضي الله عنه|سبحانه وتعالي|عز وجل|بسم الله|الله اكبر)\b|\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"
)
_RENDERED = frozenset(
    listed("god god's god’s allah allah's allah’s inshallah alhamdulillah mashallah bismillah pbuh lord almighty bless blessed peace heaven rest")
)
_KEPT = frozenset(listed("inshallah alhamdulillah mashallah bismillah pbuh"))
_CONTRACTION = re.compile(r"\b\w+(?:n['’]t|['’](?:re|ve|ll|m|d))\b", re.IGNORECASE)
_MARK_OUTSIDE = re.compile(r"(?<=[\w])([”\"])([.,])(?!\d)")
_MARK_INSIDE = re.compile(r"(?<=[\w])([.,])([”\"])(?=\s+[a-z])")
_ARTICLE = re.compile(r"\b(?:[Aa]l|[Ee]l)[- ]?(?=[A-Z])")
_NAME_PART = re.compile(r"[A-Za-z][\w’'-]+")
_OF_NAMES = r"[Bb]in|[Ii]bn|[Aa]b[ou]u?|[Uu]mm|[Bb]int|[AaEe]l"
_PART = rf"(?:{_OF_NAMES}|(?:[a-z]{{2,3}}-)?[A-Z][\w’'-]*)"
_NAME = re.compile(rf"{_PART}(?: {_PART})*")


def formula(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A religious formula is left out although the house renders it, or rendered otherwise than the house does: kept, translated or left out.

    >>> from workbench.checks.house import HouseSheet
    >>> strict = CheckContext(house=HouseSheet(formulas=Formulas.RENDER))
    >>> [finding.message for finding in formula(Unit.of("سنعود إن شاء الله", "We will return"), strict)]
    ['“إن شاء الله” is left out']
    """
    if context.house.formulas is Formulas.FREE:
        return
    folded = fold_with_offsets(unit.source)
    said = _FORMULAS.search(folded.text)
    shown = _RENDERED & english_words(unit.target)
    if said and not shown and context.house.formulas is not Formulas.OMIT:
        span = folded.original(Span(*said.span()))
        yield Finding("formula", f"“{span.of(unit.source)}” is left out", source_span=span)
    elif said and (advice := _advice(context.house.formulas, shown)):
        match = next(match for match in re.finditer(r"[\w’']+", unit.target) if match.group().lower() in shown)
        yield Finding("formula", f"“{match.group()}”: {advice}", target_span=Span(*match.span()))


def _advice(formulas: Formulas, shown: frozenset[str]) -> str | None:
    """What the house wants otherwise of a formula that the rendering has; None where it is as the house wants it."""
    kept = bool(shown & _KEPT)
    if formulas is Formulas.OMIT and shown:
        return "the house leaves formulas out"
    if formulas is Formulas.KEEP and shown and not kept:
        return "the house keeps formulas in Arabic (inshallah)"
    return "the house translates formulas (God willing)" if formulas is Formulas.TRANSLATE and kept else None


def quote_punctuation(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A full stop or comma stands on the wrong side of a closing quote mark, by the project's style.

    >>> from workbench.checks.house import HouseSheet
    >>> american = CheckContext(house=HouseSheet(quote_punctuation=QuotePunctuation.AMERICAN))
    >>> [finding.suggestion for finding in quote_punctuation(Unit.of("", "They call it “the barrel”, he said"), american)]
    [',”']
    """
    style = context.house.quote_punctuation
    pattern = {QuotePunctuation.AMERICAN: _MARK_OUTSIDE, QuotePunctuation.BRITISH: _MARK_INSIDE}.get(style)
    if pattern is None:
        return
    where = "inside" if style is QuotePunctuation.AMERICAN else "outside"
    for match in pattern.finditer(unit.target):
        mark = match.group(2) if style is QuotePunctuation.AMERICAN else match.group(1)
        repaired = match.group(2) + match.group(1)
        yield Finding("quote-punctuation", f"“{mark}” belongs {where} the quote mark", target_span=Span(*match.span()), suggestion=repaired)


def contraction(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A contraction where the house avoids them, or a word on its list of words to avoid.

    >>> from workbench.checks.house import HouseSheet
    >>> sheet = CheckContext(house=HouseSheet(avoid_contractions=True, avoid=(("utilise", "use"),)))
    >>> [finding.message for finding in contraction(Unit.of("", "We don’t utilise it"), sheet)]
    ['“don’t” is a contraction', '“utilise”: the house writes “use”']
    """
    if context.house.avoid_contractions:
        for match in _CONTRACTION.finditer(unit.target):
            yield Finding("contraction", f"“{match.group()}” is a contraction", target_span=Span(*match.span()))
    for wrong, right in context.house.avoid:
        for match in _whole_word(wrong).finditer(unit.target):
            advice = f"the house writes “{right}”" if right else "the house avoids it"
            yield Finding("contraction", f"“{match.group()}”: {advice}", target_span=Span(*match.span()), suggestion=right or None)


@lru_cache(maxsize=512)
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


def loaded_word(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A loaded word of the rendering that the Arabic does not say; one that it does say is the speaker's own and is left alone.

    >>> from workbench.checks.house import HouseSheet
    >>> sheet = CheckContext(house=HouseSheet(loaded=(("regime", "النظام"), ("martyr", "شهيد شهداء"))))
    >>> [finding.message for finding in loaded_word(Unit.of("قوات الحكومة", "the regime’s forces"), sheet)]
    ['“regime” is a loaded word, and the Arabic does not say it']
    >>> list(loaded_word(Unit.of("قوات النظام", "the regime’s forces"), sheet))
    []
    """
    for word, arabic in context.house.loaded:
        for match in _inflected(word).finditer(unit.target):
            if not _says(unit.source, arabic):
                message = f"“{match.group()}” is a loaded word, and the Arabic does not say it"
                yield Finding("loaded-word", message, target_span=Span(*match.span()))


def _says(source: str, words: str) -> bool:
    wanted = {reading for word in words.split() for reading in unglued(word)}
    return any(not wanted.isdisjoint(unglued(word)) for word in fold(source).split())


@lru_cache(maxsize=512)
def _inflected(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?:s|es)?(?!\w)", re.IGNORECASE)


def house_spelling(unit: Unit, context: CheckContext) -> Iterator[Finding]:
    """A name of the house sheet is spelled otherwise, or its article is written in another style.

    >>> from workbench.checks.house import HouseSheet
    >>> sheet = CheckContext(house=HouseSheet(names=(("خلف", "Khalaf"),), article=ArticleStyle.AL))
    >>> [finding.suggestion for finding in house_spelling(Unit.of("غسان خلف من الرستن", "Ghassan Halaf of El-Rastan"), sheet)]
    ['Khalaf', 'al-']
    """
    for arabic, latin in context.house.names:
        if fold(arabic) not in fold(unit.source) or latin in unit.target:
            continue
        for span in _written_otherwise(arabic, latin, unit.target):
            yield Finding("house-spelling", f"“{span.of(unit.target)}” is spelled “{latin}” here", target_span=span, suggestion=latin)
    if context.house.article is not ArticleStyle.FREE:
        yield from _articles(unit, context.house.article)


def _written_otherwise(arabic: str, latin: str, target: str) -> Iterator[Span]:
    """Where as many words in a row as the name has, or one more or less, are that name: Bin al-Walid for Ibn al-Walid."""
    words = list(_NAME_PART.finditer(target))
    size = latin.count(" ") + 1
    lengths = [length for length in (size, size + 1, size - 1) if length] if size > 1 else [1]
    end = 0
    for first, word in enumerate(words):
        stretches = [Span(word.start(), words[first + length - 1].end()) for length in lengths if first + length <= len(words)]
        fitting = (span for span in stretches if _NAME.fullmatch(target, span.start, span.end) and is_same_name(arabic, span.of(target)))
        if word.start() >= end and (span := next(fitting, None)):
            end = span.end
            yield span


def _articles(unit: Unit, style: ArticleStyle) -> Iterator[Finding]:
    for match in _ARTICLE.finditer(unit.target):
        written = match.group()
        opens = style is ArticleStyle.AL and written == "Al-" and match.start() == 0
        if written != style.value and not opens:
            yield Finding("house-spelling", f"“{written}” is written “{style.value}” here", target_span=Span(*match.span()), suggestion=style.value)
