"""What is in a text without being said by anyone: time stamps, labels, buttons, counts, credits, addresses, page numbers.

The text is left as it is; the places are marked, and no span of a quotation or a link may touch them.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from workbench.ingest.headings import TIME_STAMP, headings
from workbench.ingest.vocabulary import AGES, BUTTONS, CREDITS, NOISES, POINTERS, REACTIONS
from workbench.model import DocumentKind, Span


class Rule(NamedTuple):
    """A sort of furniture: its name, what it looks like, and the kinds it is looked for in (None: all)."""

    name: str
    pattern: re.Pattern[str]
    kinds: frozenset[DocumentKind] | None = None


def _whole_line(content: str) -> re.Pattern[str]:
    """A line with nothing but `content`, bullets and closing marks around it apart."""
    return re.compile(rf"^[ \t]*(?:[-–•·|>…]+[ \t]*)?(?:{content})[ \t.…:|»]*$", re.MULTILINE | re.IGNORECASE)


_COUNT: Final = r"\d+(?:[.,٫٬]\d+)*[ \t]?(?:[KM]\b|ألف|آلاف|مليون)?"
_COUNTED: Final = rf"(?:{_COUNT}[ \t]?{REACTIONS}|{REACTIONS}(?:[ \t:]*{_COUNT})?)"
_POSTED: Final = frozenset({DocumentKind.POST, DocumentKind.LIVE_BLOG})
_PAGED: Final = frozenset({DocumentKind.SCAN, DocumentKind.TRANSCRIPT})

RULES: Final = (
    Rule("time stamp", TIME_STAMP),
    Rule("subtitle times", re.compile(r"^(?:\d+\n)?\d\d:\d\d:\d\d[.,]\d+ --> .*$", re.MULTILINE)),
    Rule("noise", re.compile(rf"[\[(]\s?{NOISES}\s?[\])]", re.IGNORECASE)),
    Rule("button", _whole_line(BUTTONS)),
    # a post cut off in the feed ends in an ellipsis and the button, on the same line as the words
    Rule("button after an ellipsis", re.compile(r"(?<=[….])[ \t]*(?:عرض المزيد|قراءة المزيد|See more|Read more)[ \t]*$", re.MULTILINE)),
    Rule("pointer to another page", _whole_line(rf"{POINTERS}[ \t]*[:|].{{0,160}}")),
    Rule("counts", _whole_line(rf"(?:{_COUNTED}[ \t]*(?:[·•|،,/–-]|و(?=\d))?[ \t]*){{1,6}}")),
    Rule("age of a post", _whole_line(rf"{AGES}(?:[ \t]*·.{{0,20}})?"), _POSTED),
    Rule("photo credit", _whole_line(rf"[(\[]?{CREDITS}[ \t]?[:/–-].{{1,80}}|[(\[]{CREDITS} [^()\[\]\n]{{1,60}}[)\]]")),
    Rule("address", re.compile(r"\b(?:https?://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\".,:;!?،؛؟)\]]")),
    Rule("mail address", _whole_line(r"(?:[^\n:@]{1,30}:[ \t]*)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,24}){1,4}")),
    Rule("repost", re.compile(r"^RT @\w+:", re.MULTILINE)),
    # joined words cannot be quoted as they stand; a tag of one word inside a sentence belongs to the sentence and stays
    Rule("joined hashtag", re.compile(r"#[^\W_]+(?:_+[^\W_]+)+_*")),
    Rule("line of hashtags", re.compile(r"^[^\w\n#@]*(?:#\w+[^\w\n#@]*)+$", re.MULTILINE)),
    Rule("hashtags at the end", re.compile(r"(?<=\s)#\w+(?:[ \t]+#\w+)+[ \t]*$", re.MULTILINE)),
    Rule("page number", _whole_line(r"[-–—][ \t]?\d{1,4}[ \t]?[-–—]|(?:صفحة|الصفحة|page) \d{1,4}(?: ?(?:من|of|/) ?\d{1,4})?")),
    Rule("bare number", re.compile(r"^[ \t\f]*\d{1,4}[ \t\f]*$", re.MULTILINE), _PAGED),
)
"""Every sort of furniture but the headings of turns and posts, which `headings` finds."""


def furniture(text: str, kind: DocumentKind) -> tuple[Span, ...]:
    r"""The furniture of a text, in order and without overlap; neighbours with only blanks between them are one.

    >>> text = "[00:02:10] المذيع: ماذا حدث؟\nالمصدر: www.example.org"
    >>> [span.of(text) for span in furniture(text, DocumentKind.TRANSCRIPT)]
    ['[00:02:10] المذيع:', 'www.example.org']
    """
    found = [heading.span for heading in headings(text, kind)]
    for rule in RULES:
        if rule.kinds is None or kind in rule.kinds:
            found += (Span(match.start(), match.end()) for match in rule.pattern.finditer(text))
    return merged(text, (_without_blanks(text, span) for span in found))


def merged(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap or have only blanks between them joined, empty ones dropped."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if joined and (span.start <= joined[-1].end or not text[joined[-1].end : span.start].strip(" \t")):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _without_blanks(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
