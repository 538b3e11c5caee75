"""Records as they come: Arabic and English, line feeds, quotes, backslashes, control and direction characters, placeholders."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from workbench.formats.record import Mark, Note, Plural, Property, Record, SegmentType, State, Variant
from workbench.model import ErrorSeverity

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


@st.composite
def places(draw, text):
    return draw(st.none() | st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: (min(ends), max(ends))))


@st.composite
def marks(draw, record):
    """A mark whose places lie within the texts it was made on."""
    on_target, on_source = draw(maybe), draw(maybe)
    return Mark(
        category=draw(st.sampled_from(["accuracy/mistranslation", "style/awkward", "project/honorific"]) | texts),
        severity=draw(st.sampled_from(ErrorSeverity)),
        target=draw(places(record.target if on_target is None else on_target)),
        source=draw(places(record.source if on_source is None else on_source)),
        note=draw(texts),
        author=draw(maybe),
        at=draw(times),
        name=draw(maybe),
        origin=draw(maybe),
        on_target=on_target,
        on_source=on_source,
    )


@st.composite
def marked(draw, record):
    return replace(record, marks=tuple(draw(st.lists(marks(record), max_size=2))))


unmarked = st.builds(
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
records = unmarked.flatmap(marked)
