"""What a client's memory holds, and what not."""

from datetime import UTC, datetime

import pytest

from workbench.formats.profile import clean, why_not_clean, with_regions
from workbench.formats.record import InlineCode, Note, Property, Record, State
from workbench.formats.report import Report


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"target": "It cost $5... no more"}, "left out"),
        ({"target": "three martyrdom attackers… targeted"}, "left out"),
        ({"source": "ثلاثة […] استهدفوا"}, "left out"),
        ({"target": "the [Baath] Party"}, "brackets"),
        ({"fidelity": "condensed"}, "condensed"),
        ({"fidelity": "spliced"}, "spliced"),
        ({"fidelity": "faithful"}, None),
        ({"state": State.REJECTED}, "rejected"),
        ({"state": State.NO_SOURCE}, "no source"),
        ({"source": " "}, "no source text"),
        ({"target": ""}, "no target text"),
        ({"obsolete": True}, "obsolete"),
    ],
)
def test_why_a_unit_has_no_place_in_a_clean_memory(changes, reason):
    found = why_not_clean(Record(**({"source": "نص", "target": "text"} | changes)))
    assert found is None if reason is None else reason in (found or "")


def test_nothing_of_reviewers_comments_or_protected_speakers_gets_out():
    names = dict.fromkeys(("created_by", "changed_by", "reviewer"), "Ann")
    record = Record(
        key="q1",
        source="نص",
        target="text",
        speaker="Abu Ahmed",
        protected=True,
        outlet="All4Syria",
        published="Ann's text",
        notes=(Note("said Ann"),),
        properties=(Property("@changeid", "Ann", "en"),),
        changed_at=datetime(2016, 10, 3, tzinfo=UTC),
        article_place="ann.txt:1",
        **names,
    )
    (kept,) = clean([record], Report())
    assert "Ann" not in repr(kept)
    assert "Abu Ahmed" not in repr(kept)
    assert (kept.outlet, kept.changed_at) == ("All4Syria", record.changed_at)


def test_regions_follow_what_belongs_to_a_language():
    record = Record(source="⟦1⟧نص", target="text", inline=(InlineCode("ar", "⟦1⟧", "<ph/>"),), properties=(Property("q", "1", "en"),))
    (regional,) = with_regions([record], {"ar": "ar-sy", "en": "en-US"})
    assert (regional.source_language, regional.target_language) == ("ar-SY", "en-US")
    assert regional.inline[0].language == "ar-SY"
    assert regional.properties[0].language == "en-US"
    assert next(iter(with_regions([Record(source="نص", target="text", source_language="ar-EG")], {"ar": "ar-SY"}))).source_language == "ar-EG"
