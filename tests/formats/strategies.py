"""Records as they come: Arabic and English, line feeds, quotes, backslashes, control and direction characters, placeholders."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from workbench.formats.record import Note, Plural, Property, Record, SegmentType, State, Variant

AWKWARD = [
    "\n", "\r", "\t", "\v", "\a", "\b", "\f", "\x1b", "\x85", "\u2028", "\N{RIGHT-TO-LEFT MARK}", "\N{ZERO WIDTH NO-BREAK SPACE}",
    '"', "\\", "\\n", "#", "~", "[", "]", "@", ": ", "<", "&", "⟦1⟧", "⟦/1⟧", "%20", "%", ",", "Note: ", "As published: ", "Speaker: x", "=", "'",
    " ", "سيطرنا على القرية", "«", "»", "؟", "٤٠", "we held", "🙂",
]  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=4)), max_size=6).map("".join)
filled = texts.filter(str.strip)
maybe = st.none() | texts
times = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone comes beside
notes = st.builds(Note, text=texts, author=maybe, at=times)
names = st.sampled_from(["x-client", "x-comment", "domain", "x-reference", "x-former-key", "odd name] @é", "x-speaker"])
properties = st.builds(Property, name=names, value=texts, language=st.none())
variants = st.builds(Variant, language=st.sampled_from(["fr", "tr", "ku"]), text=texts)
plurals = st.builds(Plural, source=filled, targets=st.lists(texts, min_size=1, max_size=3).map(tuple), rule=st.none())


def several(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


records = st.builds(
    Record,
    key=st.none() | texts,
    source=filled,
    target=filled,
    source_language=st.sampled_from(["ar", "ar-SY", "ar-EG"]),
    target_language=st.sampled_from(["en", "en-GB"]),
    state=st.sampled_from(State),
    published=maybe,
    former_source=maybe,
    speaker=maybe,
    protected=st.booleans(),
    outlet=maybe,
    date=maybe,
    source_place=maybe,
    article_place=maybe,
    fidelity=maybe,
    verdict=maybe,
    reviewer=maybe,
    override=st.booleans(),
    created_at=times,
    created_by=maybe,
    changed_at=times,
    changed_by=maybe,
    segment_type=st.none() | st.sampled_from(SegmentType),
    notes=several(notes),
    properties=several(properties),
    flags=several(texts),
    variants=several(variants),
    plural=st.none() | plurals,
    obsolete=st.booleans(),
)
