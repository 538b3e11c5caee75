"""Readable identifiers for projects, documents and units."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from workbench.model import Document

LONGEST_SLUG = 40
SINGLE_ARTICLE = "article"
"""The id of the one article of a project; its units are named by the project alone (`hama-2016/q03`)."""


def slug(title: str, taken: Container[str] = (), fallback: str = "untitled") -> str:
    """A short name in Latin letters, digits and hyphens that is not taken.

    >>> slug("ISIS claims attack in Syria’s Hama")
    'isis-claims-attack-in-syrias-hama'
    >>> slug("مقابلة", taken={"source"}, fallback="source")
    'source-2'
    """
    plain = unicodedata.normalize("NFKD", title).replace("’", "").replace("'", "").encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(name) > LONGEST_SLUG:
        name = name[: LONGEST_SLUG + 1].rpartition("-")[0] or name[:LONGEST_SLUG]
    name = name or fallback
    return next(candidate for candidate in _numbered(name) if candidate not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def unit_key(project_id: str, article: Document, quotation_id: str) -> str:
    """The key of a quotation's unit."""
    return f"{project_id if article.id == SINGLE_ARTICLE else article.id}/{quotation_id}"


def free_quotation_id(taken: Iterable[str]) -> str:
    """The next number after all that were ever given.

    >>> free_quotation_id(["q01", "q07"]), free_quotation_id([])
    ('q08', 'q01')
    """
    numbers = (re.fullmatch(r"q(\d+)", name) for name in taken)
    return f"q{max((int(number.group(1)) for number in numbers if number), default=0) + 1:02}"


def bitext_key(source_id: str, target_id: str) -> str:
    """How the log names a document and its translation.

    >>> bitext_key("story-ar", "story-en")
    'bitext/story-ar/story-en'
    """
    return f"bitext/{source_id}/{target_id}"
