"""What a file is for decides what goes into it.

The archive keeps everything; a memory for clients holds only what a CAT tool can use and a client may see.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from workbench.formats.record import Record, State
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.model import SPAN_JOINER


class Profile(StrEnum):
    """Whom a file is for."""

    ARCHIVE = "archive"
    CLEAN = "clean"


NOT_A_TRANSLATION = {
    "condensed": "its rendering is condensed",
    "paraphrased": "its rendering is a paraphrase",
    "spliced": "its rendering is spliced from several places",
    "not in the supplied sources": "it is not in the supplied sources",
}
"""Fidelities that would teach a memory wrong pairs, and the reason as the report gives it."""

NOT_USABLE = {State.REJECTED: "its rendering was rejected", State.NO_SOURCE: "no source holds it"}

# Both spellings of the dots; three or more, as wire copy also writes four at the end of a sentence.
ELISION = re.compile(r"…|\.{3,}")
INTERPOLATION = re.compile(r"\[[^\]\n]*\]")


def why_not_clean(record: Record) -> str | None:
    """Why a unit has no place in a memory for clients, None where it has one.

    >>> why_not_clean(Record(source="استهدفوا مقر الحزب", target="targeted the headquarters of the [Baath] Party"))
    'its rendering has words in brackets that nobody said'
    """
    if not record.source.strip():
        return "it has no source text"
    if not record.target.strip():
        return "it has no target text"
    if record.state in NOT_USABLE:
        return NOT_USABLE[record.state]
    if record.fidelity in NOT_A_TRANSLATION:
        return NOT_A_TRANSLATION[record.fidelity]
    if record.obsolete:
        return "it is obsolete"
    if SPAN_JOINER.strip() in record.source or ELISION.search(record.target):
        return "something is left out of it (…)"
    if INTERPOLATION.search(record.target):
        return "its rendering has words in brackets that nobody said"
    return None


def cleaned(record: Record) -> Record:
    """The texts, languages, times, outlet and date; the speaker where nobody protects them; no reviewers, comments or inner workings."""
    return Record(
        key=record.key,
        source=record.source,
        target=record.target,
        source_language=record.source_language,
        target_language=record.target_language,
        state=record.state,
        speaker=None if record.protected else record.speaker,
        outlet=record.outlet,
        date=record.date,
        created_at=record.created_at,
        changed_at=record.changed_at,
        segment_type=record.segment_type,
        inline=record.inline,
        where=record.where,
    )


def clean(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The units that belong into a memory for clients, cleaned; the others are named in the report with the reason."""
    for record in records:
        reason = why_not_clean(record)
        if reason is None:
            yield cleaned(record)
        else:
            report.skip(record.label, record.where, reason)


def with_regions(records: Iterable[Record], regions: Mapping[str, str]) -> Iterator[Record]:
    """The records with regional tags where a text has only a language: `{"ar": "ar-SY", "en": "en-US"}`.

    >>> [record.source_language for record in with_regions([Record(source="نص", target="text")], {"ar": "ar-sy"})]
    ['ar-SY']
    """
    tags = {language: normal_tag(tag) or tag for language, tag in regions.items()}
    for record in records:
        source, target = (tags.get(language, language) for language in (record.source_language, record.target_language))
        if (source, target) == (record.source_language, record.target_language):
            yield record
        else:
            old = {record.source_language: source, record.target_language: target}
            yield replace(
                record,
                source_language=source,
                target_language=target,
                inline=tuple(code._replace(language=old.get(code.language, code.language)) for code in record.inline),
                properties=tuple(entry._replace(language=old.get(entry.language or "", entry.language)) for entry in record.properties),
            )


def apply(profile: Profile, records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The records as the profile lets them out."""
    return clean(records, report) if profile is Profile.CLEAN else iter(records)
