"""How sure, how many, which way: may and must, most and all, more and less."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import fold_with_offsets, folded_words, is_run_together
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed

# ربما and its like; قد only before a verb that is surely of the present (قد يعود, “may return”), since قد عاد is “has returned”
_PERHAPS = re.compile(r"\b(?:[وف]?(?:ربما|لعل\w{0,3}|يمكن ان يكون|من المحتمل|من الممكن ان|يحتمل|علي الارجح|بلكي|يجوز ان)|[وف]?قد (?=ي\w{3,}|تكون))\b")
_PERHAPS_WORDS = frozenset({"ربما", "وربما", "فربما", "قد", "وقد", "فقد", "المحتمل", "يحتمل", "الارجح", "لعل", "ولعل", "بلكي"})
_OPEN = frozenset(
    listed(
        "may might could perhaps possibly possible likely probably probable maybe can would should seem seems seemed appear appears "
        "appeared apparently suggest suggests suggested suspect suspected potentially potential presumably allegedly alleged unlikely if "
        "whether think thinks thought believe believes believed expect expected reportedly sometimes often chance chances risk risks "
        "threatens threat hope hopes fear fears feared unclear wonder about around almost nearly arguably sort kind surely "
        "tends tend prone able capable unless until how what why when"
    )
)
_MOST = frozenset({"معظم", "معظمهم", "معظمها", "اغلب", "اغلبهم", "اغلبيه", "غالبيه", "غالبيتهم", "اغلبها"})
_ALL = frozenset({"كل", "جميع", "كافه", "كلهم", "كلها", "جميعهم", "جميعا", "كلنا", "سائر", "ساءر"})
_SOME = frozenset({"بعض", "بعضهم", "بعضها", "عدد", "جزء", "قسم"})
_QUANTITIES = (
    (
        "most",
        _MOST,
        frozenset(listed("most majority mostly mainly largely bulk overwhelming main major")),
        frozenset(listed("all every everyone none few")),
    ),
    (
        "some",
        _SOME,
        frozenset(listed("some several certain few number part partly number-of sometimes a an any many")),
        frozenset(listed("all every most")),
    ),
    (
        "all",
        _ALL,
        frozenset(
            listed(
                "all every each everyone everybody everything everywhere whole entire entirely any anyone both throughout total totally full fully "
                "always together across wholly complete completely altogether whatever whoever no none nobody nothing never daily per"
            )
        ),
        frozenset(listed("some most several")),
    ),
)
_CONTRARY = frozenset().union(*(contrary for _, _, _, contrary in _QUANTITIES))
_MORE = re.compile(r"\b[وبل]?(?:اكثر من|ما يزيد عن|ما يزيد علي|يزيد علي|تزيد علي|يفوق|تفوق|ما لا يقل عن|لا يقل عن)\b")
_LESS = re.compile(r"\b[وبل]?(?:اقل من|ما يقل عن|دون ال|لا يتجاوز|لا يزيد علي|لا يزيد عن|لا تتجاوز)\b")
_ENGLISH_LESS = re.compile(r"\b(?:less|fewer|lower) than\b|\b(?:under|below) \d|\bat most\b", re.IGNORECASE)
_ENGLISH_MORE = re.compile(r"\b(?:more|greater|higher|larger) than\b|\b(?:over|above) \d|\bat least\b|\bexceed\w*\b", re.IGNORECASE)

_COMPARING = frozenset({"than", "under", "below", "over", "above", "most", "least"})

_RISING = """
    rose risen rise rises rising increase increased increases increasing grew grown growth climbed climbing jumped soared surge surged up higher high
    doubled gain gained more raised above tall height altitude elevation hike hikes
"""
_FALLING = """
    fell fallen fall falls falling decrease decreased decreases decreasing dropped drop drops declined decline declines shrank shrunk lower reduced
    down less
"""
# The same of other qualities, and of what rises and falls: Arabic up and down, English up and down. Folded; verbs in the forms that are nothing else.
_DIRECTIONS = tuple(
    tuple(frozenset(listed(column)) for column in row)
    for row in (
        ("اعلي ارفع", "ادني اخفض", "higher above up", "lower below down"),
        ("اكبر اضخم", "اصغر", "bigger larger greater older more", "smaller younger less lesser"),
        ("اسرع", "ابطا", "faster quicker sooner", "slower later"),
        ("اقوي", "اضعف", "stronger", "weaker"),
        ("افضل احسن", "اسوا", "better", "worse"),
        ("اغلي", "ارخص", "dearer costlier expensive", "cheaper cheap"),
        ("اقرب", "ابعد", "closer nearer", "farther further"),
        (
            "ارتفع ارتفعت يرتفع ترتفع ارتفاع ازداد ازدادت يزداد تزداد ازدياد تزايد تزايدت زياده تضاعف تضاعفت",
            "انخفض انخفضت ينخفض تنخفض انخفاض تراجع تراجعت هبط هبطت هبوط تناقص تقلص تقلصت",
            _RISING,
            _FALLING,
        ),
    )
)
_DIRECTED = frozenset(word for row in _DIRECTIONS for column in row[2:] for word in column)


def certainty(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic says “perhaps” or “may”, the rendering says it as a fact.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in certainty(Unit.of("ربما يعود الناس إلى بيوتهم", "The people are returning home"), NOTHING_KNOWN)]
    ['the Arabic is not sure (“ربما”), the rendering is']

    Silent where the rendering doubts in any way: may, could, likely, seem, think, if.
    """
    if not unit.target or _PERHAPS_WORDS.isdisjoint(folded_words(unit.source)) or not _OPEN.isdisjoint(english_words(unit.target)):
        return
    folded = fold_with_offsets(unit.source)
    for match in _PERHAPS.finditer(folded.text):
        span = folded.original(Span(match.start(), match.start() + len(match.group().rstrip())))
        yield Finding("certainty", f"the Arabic is not sure (“{span.of(unit.source)}”), the rendering is", source_span=span)


def quantity(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """Most, all and some are taken for each other.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in quantity(Unit.of("وافقت معظم الفصائل", "All of the factions agreed"), NOTHING_KNOWN)]
    ['“معظم” is “most”; the rendering says “All”']

    Speaks up only where the rendering has a word that contradicts and none that fits, and the Arabic says only one of them.
    """
    said = english_words(unit.target)
    if said.isdisjoint(_CONTRARY) or is_run_together(unit.source):
        return
    words = {word.removeprefix("و").removeprefix("ال") for word in folded_words(unit.source)}
    for meaning, arabic, fitting, contrary in _QUANTITIES:
        others = (_MOST | _ALL | _SOME) - arabic
        if words.isdisjoint(arabic) or not words.isdisjoint(others):
            continue
        if not said.isdisjoint(contrary) and said.isdisjoint(fitting):
            yield _quantity_finding(unit, meaning, arabic, contrary)


def _quantity_finding(unit: Unit, meaning: str, arabic: frozenset[str], contrary: frozenset[str]) -> Finding:
    folded = fold_with_offsets(unit.source)
    there = next(match for match in re.finditer(r"\w+", folded.text) if match.group().removeprefix("و").removeprefix("ال") in arabic)
    here = next(match for match in re.finditer(r"[A-Za-z]+", unit.target) if match.group().lower() in contrary)
    span = folded.original(Span(*there.span()))
    message = f"“{span.of(unit.source)}” is “{meaning}”; the rendering says “{here.group()}”"
    return Finding("quantity", message, source_span=span, target_span=Span(*here.span()))


def comparison(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """More than became less than, or the other way round.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> [finding.message for finding in comparison(Unit.of("أكثر من ثلاثين بيتا", "fewer than thirty houses"), NOTHING_KNOWN)]
    ['“fewer than” is “أكثر من” in the Arabic']
    """
    if not _DIRECTED.isdisjoint(english_words(unit.target)):
        yield from _directions(unit)
    if _COMPARING.isdisjoint(english_words(unit.target)) and "xceed" not in unit.target:
        return
    less, more = _ENGLISH_LESS.search(unit.target), _ENGLISH_MORE.search(unit.target)
    if (less is None) == (more is None):
        return
    folded = fold_with_offsets(unit.source)
    more_there, less_there = _MORE.search(folded.text), _LESS.search(folded.text)
    wrong, there = (less, more_there) if less else (more, less_there)
    if wrong and there and not (more_there and less_there):
        span = folded.original(Span(*there.span()))
        message = f"“{wrong.group()}” is “{span.of(unit.source)}” in the Arabic"
        yield Finding("comparison", message, source_span=span, target_span=Span(*wrong.span()))


def _directions(unit: Unit) -> Iterator[Finding]:
    """Higher became lower, rose became fell; silent where a side has both or the Arabic compares nothing of the kind."""
    said = english_words(unit.target)
    words = {word.removeprefix("و").removeprefix("ف").removeprefix("ب").removeprefix("ال"): word for word in folded_words(unit.source)}
    for up, down, rises, falls in _DIRECTIONS:
        goes_up, goes_down = not up.isdisjoint(words), not down.isdisjoint(words)
        if goes_up == goes_down or said.isdisjoint(falls if goes_up else rises) or not said.isdisjoint(rises if goes_up else falls):
            continue
        there = next(words[word] for word in words if word in (up if goes_up else down))
        here = next(match for match in _ENGLISH_WORD.finditer(unit.target) if match.group().lower() in (falls if goes_up else rises))
        folded = fold_with_offsets(unit.source)
        span = folded.original(Span(folded.text.index(there), folded.text.index(there) + len(there)))
        message = f"“{here.group()}” is “{span.of(unit.source)}” in the Arabic"
        yield Finding("comparison", message, source_span=span, target_span=Span(*here.span()))


_ENGLISH_WORD = re.compile(r"[A-Za-z]+")
