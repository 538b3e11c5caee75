"""User text inside Streamlit's Markdown: shown as it is, never as markup."""

import re
from datetime import UTC, datetime

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:@&^=\"'])")


def plain(text: str) -> str:
    r"""The text with every character that Markdown, LaTeX or Streamlit's directives could read as markup made literal.

    >>> plain("*Hama* :red[now] $5")
    '\\*Hama\\* \\:red\\[now\\] \\$5'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def ago(at: datetime, now: datetime | None = None) -> str:
    """How long ago, in words.

    >>> ago(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), now=datetime(2026, 11, 23, 11, 30, tzinfo=UTC))
    '2 hours ago'
    """
    seconds = max(0, int(((now or datetime.now(UTC)) - at).total_seconds()))
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = seconds // length
        if count:
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"


def counted(count: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "quotation"), counted(0, "source")
    ('1 quotation', '0 sources')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
