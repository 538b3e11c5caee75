"""Quotations set off as paragraphs of their own, without quote marks, behind a paragraph that announces them with a colon."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from workbench.extract.english.article import Article, Sentence
from workbench.extract.english.clauses import main_subject
from workbench.extract.english.cue_nouns import is_speech_noun
from workbench.extract.english.cues import Found
from workbench.extract.english.grammar import Phrase
from workbench.extract.paragraphs import Paragraph, Part
from workbench.model import Span

MIN_WORDS = 5
MOST_PARAGRAPHS = 12
ANNOUNCING = 12
"""Tokens between the word of saying and the colon; farther off it announces something else."""

NEAR = 3
"""Tokens, the colon among them, between a word of saying and the end of its paragraph."""

_LIST = re.compile(r"(?:[-*\N{BULLET}\N{EN DASH}\N{EM DASH}]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_QUOTED_MAIL = re.compile(r">\s?")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me|We|My|Our)\b")


class _Marked:
    """Where the quoted regions of an article stand."""

    def __init__(self, article: Article) -> None:
        self.spans = [region.outer for region in article.regions if region.depth == 0]
        self.starts = [span.start for span in self.spans]

    def touches(self, span: Span) -> bool:
        """Whether a quoted region shares text with `span`."""
        last = bisect_left(self.starts, span.end) - 1
        return last >= 0 and self.spans[last].end > span.start


class Block(NamedTuple):
    """Paragraphs `spans` announced by sentence number `sentence`, whose `speaker` and cue stand there."""

    sentence: int
    spans: tuple[Span, ...]
    speaker: Phrase
    cue: Found | None


def blocks(article: Article) -> Iterator[Block]:
    """Every announced block without marks, in order."""
    marked = _Marked(article)
    last = {sentence.paragraph: index for index, sentence in enumerate(article.sentences)}
    taken = -1
    for number, paragraph in enumerate(article.paragraphs[:-1]):
        if number <= taken or article.text[paragraph.span.end - 1] != ":" or number not in last:
            continue
        found = _announced(article.sentences[last[number]])
        spans = _spans(article, number + 1, marked, sure=_is_direct(article.sentences[last[number]], found[1])) if found is not None else ()
        if found is not None and spans:
            taken = number + len(spans)
            yield Block(last[number], spans, *found)


def _announced(sentence: Sentence) -> tuple[Phrase, Found | None] | None:
    """Who is about to speak: by the last word of saying before the colon, else the subject whose statement it is."""
    tokens = sentence.tokens
    if any(token.region is not None for token in tokens):
        return None
    end = len(tokens)
    speaking = [cue for cue in sentence.cues if cue.strength >= 2 and end - max(cue.end, cue.subject.end) <= ANNOUNCING]
    if speaking:
        verb = next((cue for cue in reversed(speaking) if cue.kind != "noun"), speaking[-1])
        return verb.subject, verb
    if any(is_speech_noun(token.low) for token in tokens[-ANNOUNCING:]):
        subject = main_subject(tokens, 0, end)
        return (subject, None) if subject is not None else None
    return None


def _is_direct(sentence: Sentence, cue: Found | None) -> bool:
    """Whether the word of saying stands right before the colon: “the statement read:”."""
    return cue is not None and len(sentence.tokens) - max(cue.end, cue.subject.end) <= NEAR


def _spans(article: Article, first: int, marked: "_Marked", *, sure: bool) -> tuple[Span, ...]:
    paragraph = article.paragraphs[first]
    text = article.text
    if not _may_be_quoted(text, paragraph, marked, sure=sure):
        return ()
    indent = _indent(text, paragraph)
    spans = [_without_mark(text, paragraph.span)]
    for later in article.paragraphs[first + 1 : first + MOST_PARAGRAPHS]:
        set_off = (indent > 0 and _indent(text, later) == indent) or _QUOTED_MAIL.match(text, later.span.start) is not None
        if not set_off or not _may_be_quoted(text, later, marked, sure=True):
            break
        spans.append(_without_mark(text, later.span))
    return tuple(spans)


def _may_be_quoted(text: str, paragraph: Paragraph, marked: "_Marked", *, sure: bool) -> bool:
    span = paragraph.span
    if paragraph.part is not Part.BODY or _LIST.match(text, span.start) or marked.touches(span):
        return False
    said = span.of(text)
    if len(said.split()) < MIN_WORDS or said.endswith(":"):
        return False
    set_off = _indent(text, paragraph) > 0 or _QUOTED_MAIL.match(text, span.start) is not None
    return sure or set_off or _FIRST_PERSON.search(said) is not None


def _indent(text: str, paragraph: Paragraph) -> int:
    return paragraph.span.start - (text.rfind("\n", 0, paragraph.span.start) + 1)


def _without_mark(text: str, span: Span) -> Span:
    match = _QUOTED_MAIL.match(text, span.start)
    return Span(match.end(), span.end) if match and match.end() < span.end else span
