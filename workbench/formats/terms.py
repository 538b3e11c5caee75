"""What term formats read into and write from: a concept with its terms in any number of languages. One row in TERM_FORMATS for each kind of file."""

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.formats.record import Property


class TermStatus(StrEnum):
    """Whether a term is to be used; TBX's administrative statuses."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of a concept in one language; what is not known is None. `properties` keep what we have no field for."""

    text: str
    language: str
    status: TermStatus | None = None
    part_of_speech: str | None = None
    context: str | None = None
    source: str | None = None
    note: str | None = None
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept: what a term means, whatever it is called. `where` is the place it was read from and takes no part in comparing."""

    id: str
    terms: tuple[Term, ...]
    definition: str | None = None
    subject: str | None = None
    note: str | None = None
    properties: tuple[Property, ...] = ()
    where: str | None = field(default=None, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has terms in, as they first come up."""
        return tuple(dict.fromkeys(term.language for term in self.terms))


def tidy(text: str | None) -> str | None:
    r"""A term or a remark on one line, None for nothing: term files wrap and indent as they like.

    >>> tidy(" Syrian Arab\n   Army "), tidy(" ")
    ('Syrian Arab Army', None)
    """
    return " ".join((text or "").split()) or None
