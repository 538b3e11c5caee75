"""What sort of text it seems to be; a first guess that the form shows for correction."""

import re
from typing import Final

from workbench.ingest.furniture import RULES
from workbench.ingest.headings import headings
from workbench.model import DocumentKind, Role

MIN_TURNS: Final = 3
"""So many turns with a stamp or a returning label make a transcript, so many posts that begin with the time a live blog."""

MAX_STATEMENT: Final = 1500
"""Code points. A source without a headline that is no longer than this is a statement rather than an article."""

# "دمشق (رويترز) -", "دمشق – (سانا) –", "دمشق - سانا", "BEIRUT (AP) —": the agency's line before the first sentence of a wire report
_DATELINE = re.compile(
    r"^[^\n.:()]{2,40}?[ \t]*(?:\([^()\n\d]{2,24}\)[ \t]*[-–—:]|[-–—][ \t]*\([^()\n\d]{2,24}\))"
    r"|^[^\n.:()]{2,40}?[ \t]*[-–—/|،,][ \t]*(?:سانا|رويترز|فرانس برس|وام|واس|الأناضول|وكالات|أ ف ب|د ب أ)\b",
    re.MULTILINE,
)
_STATEMENT = re.compile(r"^[^\n]{0,40}?\b(?:بسم الله الرحمن الرحيم|بيان|تصريح صحفي|بلاغ|توضيح|statement|press release)\b|^كلمة\b", re.IGNORECASE)
_POST_SIGNS = ("counts", "line of hashtags", "hashtags at the end", "button after an ellipsis", "age of a post", "repost")


def guess_kind(text: str, *, role: Role, headline: str = "") -> DocumentKind:
    r"""The kind a text seems to be. An article of ours is taken for one unless it is plainly a transcript or a live blog.

    >>> guess_kind("دمشق - سانا\nأعلنت الوزارة اليوم…", role=Role.SOURCE)
    <DocumentKind.WIRE: 'wire'>
    """
    if _is_transcript(text):
        return DocumentKind.TRANSCRIPT
    if len([heading for heading in headings(text, DocumentKind.LIVE_BLOG) if heading.at]) >= MIN_TURNS:
        return DocumentKind.LIVE_BLOG
    if role is not Role.SOURCE:
        return DocumentKind.ARTICLE
    beginning = text.lstrip()[:400]
    if _is_post(text):
        return DocumentKind.POST
    if _STATEMENT.search(beginning):
        return DocumentKind.STATEMENT
    if _DATELINE.search(beginning):
        return DocumentKind.WIRE
    return DocumentKind.ARTICLE if headline or len(text) > MAX_STATEMENT else DocumentKind.STATEMENT


def _is_transcript(text: str) -> bool:
    """Several turns, and a voice that returns: a report with three lines like "Casualties: …" has none."""
    authors = [heading.author for heading in headings(text, DocumentKind.TRANSCRIPT) if heading.author]
    return len(authors) >= MIN_TURNS and len(set(authors)) < len(authors)


def _is_post(text: str) -> bool:
    """Two signs of a feed, or one in a short text."""
    signs = sum(rule.pattern.search(text) is not None for rule in RULES if rule.name in _POST_SIGNS)
    return signs >= (1 if len(text) < MAX_STATEMENT else 2)
