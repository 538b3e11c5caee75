"""Paragraphs of a document and what each is: headline, byline, caption, heading or running text."""

import re
from dataclasses import dataclass
from enum import Enum

from workbench.model import Span

MAX_HEADING = 120
"""Code points; a longer line without a final stop is running text."""


class Part(Enum):
    """What a paragraph is in its article."""

    BODY = "running text"
    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the white space around it."""

    span: Span
    part: Part


_LINE = re.compile(r"[^\S\n]*(\S(?:[^\n]*\S)?)")
_SENTENCE_END = re.compile(r"[.!?\N{HORIZONTAL ELLIPSIS}:][\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]]*$")
_BYLINE = re.compile(
    r"(?:By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)|(?:Reporting|Additional reporting|Writing|Editing|Compiled|Translated|Edited|Written) by\b)"
    r"|(?:wrote this report|contributed (?:to|reporting)|translated (?:the )?Arabic)",
)
# A credit in brackets at the end, as picture desks write it: (Reuters/Name), (AFP), [Photo: Name]
_CREDIT = re.compile(
    r"[(\[](?:Photo|Picture|Image|Source|File|[A-Z][\w.]*/)[^()\[\]]{0,60}[)\]]\.?$|[(\[](?:AP|AFP|Reuters|Getty|EPA|Getty Images|AP Photo)[)\]]\.?$"
)
_CAPTION_START = re.compile(r"(?:Photo|Picture|Image|Caption|File photo|Video)\s?:|(?:FILE|File) [-\N{EN DASH}\N{EM DASH}]", re.IGNORECASE)
_MARKS = re.compile('["\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}]')


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""The paragraphs of `text`: its lines that are not blank.

    Lines are taken as they come; a hard-wrapped text (most lines end in mid-sentence and none is long) is put together first.

    >>> [part.part.value for part in paragraphs("Rebels close in\n\nBy Sara Haddad\n\nThe rebels are near the city.")]
    ['headline', 'byline', 'running text']
    """
    spans = _stanzas(text) if _is_hard_wrapped(text) else [Span(*match.span(1)) for match in _LINE.finditer(text)]
    return tuple(Paragraph(span, _part(text, span, index)) for index, span in enumerate(spans))


def _part(text: str, span: Span, index: int) -> Part:
    line = text[span.start : min(span.end, span.start + 400)]
    if len(span) <= 400 and _BYLINE.search(line):
        return Part.BYLINE
    if _CAPTION_START.match(line) or _CREDIT.search(text, max(span.start, span.end - 80), span.end):
        return Part.CAPTION
    if len(span) <= MAX_HEADING and not _SENTENCE_END.search(line) and (index == 0 or not _MARKS.search(line)):
        return Part.HEADLINE
    return Part.BODY


_STANZA = re.compile(r"\S(?:(?!\n[^\S\n]*\n)[\s\S])*")
_WRAP_WIDTH = 100


def _is_hard_wrapped(text: str) -> bool:
    """Whether the lines were broken at a width, as in mail and old wire copy: only blank lines then part paragraphs."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if len(lines) < 6 or "\n\n" not in text or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    followed = [(line, after) for line, after in zip(text[:20_000].split("\n"), text[:20_000].split("\n")[1:], strict=False) if line and after]
    broken = sum(1 for line, _ in followed if not _SENTENCE_END.search(line.rstrip()))
    return len(followed) >= len(lines) // 2 and broken > len(followed) // 2


def _stanzas(text: str) -> list[Span]:
    spans = []
    for match in _STANZA.finditer(text):
        stretch = match.group()
        spans.append(Span(match.start(), match.start() + len(stretch.rstrip())))
    return spans
