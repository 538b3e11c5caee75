"""What reading and writing PO share: flags and states, references, and the properties that have a line of their own."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from workbench.formats.record import Property, State

FUZZY: Final = "fuzzy"
REFERENCE, FORMER_KEY, FORMER_PLURAL = "x-reference", "x-former-key", "x-former-plural"
FORMER: Final = (FORMER_KEY, FORMER_PLURAL)
"""Properties that keep what a record has no field for."""
OWN: Final = frozenset({REFERENCE, *FORMER})


FUZZY_STATES = frozenset({State.WAITING, State.CHANGED, State.SECOND_LOOK, State.NO_SOURCE})


STATES = {str(state): state for state in State}


def state_of(label: str | None, *, fuzzy: bool, translated: bool) -> State:
    """The state; where an outside editor took or gave `fuzzy`, the flag counts more than our label."""
    labelled = STATES.get(label) if label else None
    if not translated:
        return State.REJECTED if labelled is State.REJECTED else State.WAITING
    if not fuzzy:
        return State.APPROVED
    return labelled if labelled in FUZZY_STATES else State.SECOND_LOOK


# everything polib would split a reference at
WHITE_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
SPACES = {character: quote(character) for character in WHITE_SPACE}
CODES = "|".join(code[1:] for code in (*SPACES.values(), "%25"))


def to_reference(place: str) -> str:
    """A place as one word: white space percent-encoded, and a percent sign that would be mistaken for it.

    >>> to_reference("hama 2016/article.txt:120"), from_reference("hama%202016/article.txt:120")
    ('hama%202016/article.txt:120', 'hama 2016/article.txt:120')
    """
    if "%" not in place and " " not in place and place.isprintable():  # of all white space only blanks are printable
        return place
    place = re.sub(f"%(?={CODES})", "%25", place)
    return re.sub(r"\s", lambda match: SPACES[match[0]], place)


def from_reference(word: str) -> str:
    """What `to_reference` was given; other percent-encodings are left alone, so that foreign references come back as they were."""
    names = {code: character for character, code in SPACES.items()}
    return re.sub(f"%25(?={CODES})|{'|'.join(names)}", lambda match: names.get(match[0], "%"), word)


def has_own_line(entry: Property) -> bool:
    """Whether PO has a line of its own for a property."""
    return entry.name in OWN and entry.language is None


Parted = tuple[list[str], dict[str, str], Sequence[Property]]
"""Properties by the lines they have: references, former texts by their names, and all others."""


def parted(properties: tuple[Property, ...]) -> Parted:
    """The properties by their lines."""
    if OWN.isdisjoint([entry.name for entry in properties]):
        return [], {}, properties
    references: list[str] = []
    former: dict[str, str] = {}
    others: list[Property] = []
    for entry in properties:
        name, value, language = entry
        if name not in OWN or language is not None:
            others.append(entry)
        elif name != REFERENCE:
            former[name] = value
        elif value:
            references.append(value)
    return references, former, others
