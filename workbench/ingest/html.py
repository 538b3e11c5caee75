"""Web pages: the main text and what the page says of itself. The one door to trafilatura, which is never given an address to fetch from."""

import re
from datetime import date
from typing import Any, Final

from workbench.errors import BadInput
from workbench.ingest.decoding import decode, mend
from workbench.ingest.extracted import Extracted

MAX_PAGE_CHARACTERS: Final = 8_000_000
"""A news page with its scripts has a tenth of it; parsing is linear, 1 s a million."""

DECLARATION_WITHIN: Final = 2048
"""Bytes in which a page names its encoding; the HTML standard (13.2.3.2) asks for 1024."""

PARAGRAPH_BREAK: Final = "\n\n"

_CHARSET = re.compile(rb"<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,200}?encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[a-zA-Z!/]")
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def extract(content: bytes, name: str) -> Extracted:
    """The main text of a page, its paragraphs apart by a blank line; title, author, outlet, date and address where the page names them."""
    declared = _CHARSET.search(content[:DECLARATION_WITHIN])
    decoded = decode(content, declared=declared[1].decode("ascii") if declared else None, where=name)
    markup = _XML_DECLARATION.sub("", decoded.text)
    if not _TAG.search(markup):
        return Extracted(text=decoded.text, encoding=decoded.encoding, warnings=decoded.warnings)
    if len(markup) > MAX_PAGE_CHARACTERS:
        raise BadInput(
            f"the page has {len(markup):,} characters, more than the {MAX_PAGE_CHARACTERS:,} that are read", where=name, remedy="paste its text"
        )
    page, fallback = _main_part(markup, name)
    mended = mend(_paragraphs(page.text if page else "") or fallback)
    return Extracted(
        text=mended.text,
        title=_said(page, "title") or "",
        author=_said(page, "author"),
        outlet=_said(page, "sitename"),
        published=_day(_said(page, "date")),
        url=_address(_said(page, "url")),
        encoding=decoded.encoding,
        warnings=decoded.warnings + mended.warnings,
    )


def _main_part(markup: str, name: str) -> tuple[Any, str]:
    """What trafilatura takes for the article (None where it finds none), and then all the visible text instead."""
    import trafilatura

    try:
        page: Any = trafilatura.bare_extraction(
            markup, include_comments=False, with_metadata=True, date_extraction_params={"original_date": True, "extensive_search": False}
        )
        fallback = "" if page and (page.text or "").strip() else trafilatura.html2txt(markup)
    except Exception as error:
        raise BadInput("the page cannot be read", where=name, remedy="paste its text instead") from error
    return page, fallback


def _paragraphs(text: str | None) -> str:
    """The extractor's lines as paragraphs."""
    return PARAGRAPH_BREAK.join(line.strip() for line in (text or "").split("\n") if line.strip())


def _said(page: Any, field: str) -> str | None:
    """What the page says of itself, None where it says nothing."""
    value = mend(str(getattr(page, field, None) or "")).text.strip()
    return value or None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _address(url: str | None) -> str | None:
    """Only an address that leads to the web: a page may name any other, and it will be shown as a link."""
    return url if url and _WEB_ADDRESS.fullmatch(url) else None
