"""A project's profile of checks: as JSON, in its settings, and its terms as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from workbench.checks import CHECKS
from workbench.checks.across import ACROSS
from workbench.checks.house import ArticleStyle, Formulas, HouseSheet, Pattern, QuotePunctuation, Term
from workbench.checks.patterns import compiled
from workbench.checks.profile import NO_PROFILE, Profile
from workbench.errors import BadInput, NotFound
from workbench.model import Severity
from workbench.store import Store

SETTING = "checks"
"""Under which a project's settings keep the profile."""

TERM_COLUMNS = ("arabic", "preferred", "allowed", "forbidden")
SEPARATOR = ";"
"""Between several allowed or forbidden words in one cell."""

_IDS = frozenset(check.id for check in CHECKS) | frozenset(check.id for check in ACROSS)
_Choice = TypeVar("_Choice", bound=StrEnum)


def profile_of(store: Store, project_id: str) -> Profile:
    """The project's profile; empty where it has none."""
    text = store.project(project_id).settings.get(SETTING)
    return from_json(text, where=f"the settings of {project_id}") if text else NO_PROFILE


def save_profile(store: Store, project_id: str, profile: Profile) -> None:
    """Keep the profile with the project; BadInput where a pattern cannot be read."""
    for row in profile.house.patterns:
        for expression in (row.source, row.target):
            compiled(expression, row.name)
    store.set_settings(project_id, store.project(project_id).settings | {SETTING: to_json(profile)})


def read_profile(path: Path) -> Profile:
    """The profile in a file; NotFound or BadInput."""
    if not path.exists():
        raise NotFound(f"{path}: there is no such file")
    try:
        return from_json(path.read_text(encoding="utf-8-sig"), where=str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("the profile cannot be read", where=str(path), remedy="save it as UTF-8") from error


def to_json(profile: Profile) -> str:
    """The profile as text, what is empty left out.

    >>> to_json(Profile(off=frozenset({"dual"})))
    '{"off": ["dual"]}'
    """
    house = {name: value for name, value in asdict(profile.house).items() if value and value != "free"}
    fields = {
        "off": sorted(profile.off),
        "severities": {check_id: severity.value for check_id, severity in profile.severities},
        "accepted_names": sorted(profile.accepted_names),
        "accepted_words": sorted(profile.accepted_words),
        "house": house,
    }
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False)


def from_json(text: str, *, where: str) -> Profile:
    """The profile a text holds; BadInput with the field that is not right."""
    try:
        fields = json.loads(text)
    except ValueError as error:
        raise BadInput(f"not JSON ({error})", where=where, remedy="write it as docs/checks.md shows") from error
    return profile_from(fields, where=where)


def profile_from(fields: Mapping[str, Any], *, where: str = "the profile") -> Profile:
    """The profile of plain values; BadInput with the field that is not right."""
    try:
        off, severities = frozenset(map(str, fields.get("off", ()))), dict(fields.get("severities", {}))
        _known((*off, *severities), where)
        return Profile(
            off=off,
            severities=tuple((check_id, _choice(Severity, value, where)) for check_id, value in severities.items()),
            accepted_names=frozenset(map(str, fields.get("accepted_names", ()))),
            accepted_words=frozenset(map(str, fields.get("accepted_words", ()))),
            house=sheet_of(fields.get("house", {}), where=where),
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise BadInput(f"not a profile of checks ({error})", where=where, remedy="write it as docs/checks.md shows") from error


def sheet_of(fields: Mapping[str, Any], *, where: str = "the house sheet") -> HouseSheet:
    """The house sheet of plain values."""
    return HouseSheet(
        names=_pairs(fields.get("names", ())),
        ranks=_pairs(fields.get("ranks", ())),
        terms=tuple(_term(row) for row in fields.get("terms", ())),
        patterns=tuple(Pattern(**row) for row in fields.get("patterns", ())),
        loaded=_pairs(fields.get("loaded", ())),
        avoid=_pairs(fields.get("avoid", ())),
        formulas=_choice(Formulas, fields.get("formulas", "free"), where),
        quote_punctuation=_choice(QuotePunctuation, fields.get("quote_punctuation", "free"), where),
        article=_choice(ArticleStyle, fields.get("article", "free"), where),
        avoid_contractions=bool(fields.get("avoid_contractions", False)),
    )


def _known(ids: Iterable[str], where: str) -> None:
    unknown = sorted(set(ids) - _IDS)
    if unknown:
        raise BadInput(f"there is no check “{unknown[0]}”", where=where, remedy="docs/checks.md lists them")


def _choice(kind: type[_Choice], value: str, where: str) -> _Choice:
    try:
        return kind(value)
    except ValueError as error:
        raise BadInput(f"“{value}” is not one of {', '.join(kind)}", where=where, remedy="choose one of them") from error


def _pairs(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in rows)


def _term(row: Mapping[str, Any]) -> Term:
    allowed, forbidden = tuple(row.get("allowed", ())), tuple(row.get("forbidden", ()))
    return Term(arabic=row.get("arabic", ""), preferred=row.get("preferred", ""), allowed=allowed, forbidden=forbidden)


def read_terms(content: bytes, *, where: str) -> tuple[Term, ...]:
    r"""The terms of a CSV with the columns arabic, preferred, allowed, forbidden; several words in a cell are parted by semicolons.

    >>> read_terms("arabic,preferred,forbidden\nحاجز,checkpoint,barrier; gate\n".encode(), where="terms.csv")
    (Term(arabic='حاجز', preferred='checkpoint', allowed=(), forbidden=('barrier', 'gate')),)
    """
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput("the terms are not CSV in UTF-8", where=where, remedy="save them as CSV UTF-8") from error
    if rows and "preferred" not in rows[0] and "forbidden" not in rows[0]:
        raise BadInput("no column “preferred” or “forbidden”", where=where, remedy=f"name the columns {', '.join(TERM_COLUMNS)}")
    terms = [
        Term(
            arabic=_cell(row, "arabic"),
            preferred=_cell(row, "preferred"),
            allowed=_cells(row, "allowed"),
            forbidden=_cells(row, "forbidden"),
        )
        for row in rows
    ]
    return tuple(term for term in terms if term.arabic or term.forbidden)


def read_terms_file(path: Path) -> tuple[Term, ...]:
    """The terms in a file; NotFound or BadInput."""
    if not path.exists():
        raise NotFound(f"{path}: there is no such file")
    try:
        return read_terms(path.read_bytes(), where=str(path))
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(path), remedy="look at its name and rights") from error


def write_terms(terms: Iterable[Term]) -> bytes:
    """The same, back."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(TERM_COLUMNS)
    writer.writerows([term.arabic, term.preferred, "; ".join(term.allowed), "; ".join(term.forbidden)] for term in terms)
    return stream.getvalue().encode("utf-8-sig")


def with_terms(profile: Profile, terms: tuple[Term, ...]) -> Profile:
    """The profile with these terms instead of its own."""
    return replace(profile, house=replace(profile.house, terms=terms))


def _cell(row: Mapping[str, str | None], column: str) -> str:
    return (row.get(column) or "").strip()


def _cells(row: Mapping[str, str | None], column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _cell(row, column).split(SEPARATOR) if part.strip())
