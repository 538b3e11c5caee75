"""Whatever the text: no exception, sound spans, the same answer twice, and time that grows with the length only."""

import gc
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.extract.passages import document
from workbench.extract import quotations
from workbench.extract.paragraphs import paragraphs
from workbench.extract.regions import regions
from workbench.model import Quotation, Span

PIECES = st.sampled_from(
    [
        *"“”\"'‘’«»„‹›.,:;?!-—…()[]\n \u200f\u00ad\u0301",
        "``", "''", "\n\n", " said ", " he ", "He ", " told ", " that ", " who ", " and ", " according to ", " called ", " telling ", "Khalaf",
        " Abu Ahmed ", " Sham FM ", " 5'10\" ", "the governor", " in an interview with ", " [sic] ", " . . . ", "the",
        " قال ", " إن ", " وأضاف ", " عن ",
        " نقلت ", " وكالة ", " بحسب ", "مصدر", "لـ", "May", " to ", " with ", " of ", "'s ", "U.S.", "Mr. ",
        " as saying ", " put it ", " \N{EM DASH} ", ":\n\n", "((", "))", " نقلاً عن ", " قد ", "the 40-year-old", " by ",
        " dubbed ", "By ", " on Monday", " أمس ", "بحسب ", ": ", " جاء فيه ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60)).filter(lambda text: "\r" not in text and text[:1] != "\ufeff")
LANGUAGES = st.sampled_from(["en", "ar"])


def own_level(found: tuple[Quotation, ...]) -> list[Span]:
    """The fragments of the quotations that stand in no other one."""
    return [fragment for quotation in found if "inside another quotation" not in quotation.reasons for fragment in quotation.fragments]


@given(TEXTS, LANGUAGES)
@example(" Abu Ahmed  بحسب  بحسب  said ", "ar")  # two reporting words over one speech
@example(" قال : وكالة “'", "ar")  # a name in marks inside a speech without any
@example("“'“ قال  بحسب  وكالة ", "ar")  # a second report behind what the first has taken
@example(" قال  نقلاً عن  وكالة ““'", "ar")  # an agency that carries nothing
@example(", told ” called “'", "en")  # nothing before a comma
def test_any_text_gives_sound_quotations(text: str, language: str) -> None:
    found = quotations(document(text, language))
    assert [quotation.id for quotation in found] == sorted(quotation.id for quotation in found)
    for quotation in found:
        spans = [*quotation.fragments, *quotation.interpolations, *quotation.elisions]
        if quotation.attribution is not None:
            spans += [party.span for party in quotation.attribution.chain if party.span is not None]
            spans += [quotation.attribution.cue.span] if quotation.attribution.cue is not None else []
        assert all(span.start < span.end <= len(text) for span in spans)
        for party in quotation.attribution.chain if quotation.attribution else ():
            assert party.span is None or party.span.of(text) == party.who
    level = sorted(own_level(found))
    assert all(left.end <= right.start for left, right in pairwise(level))


@given(TEXTS, LANGUAGES)
def test_the_same_text_gives_the_same_quotations(text: str, language: str) -> None:
    assert quotations(document(text, language)) == quotations(document(text, language))


@given(TEXTS)
def test_regions_nest_and_never_cross(text: str) -> None:
    found = regions(text, paragraphs(text))
    for index, region in enumerate(found):
        assert region.outer.contains(region.inner)
        for later in found[index + 1 :]:
            assert later.outer.start >= region.outer.end or region.inner.contains(later.outer)


@given(st.lists(st.sampled_from(["The road is open.", "Nobody came", "it is over,", "we go [on] now", "God willing…"]), min_size=1, max_size=8))
def test_balanced_double_marks_are_found_with_exact_bounds(words: list[str]) -> None:
    text, wanted = "", []
    for number, said in enumerate(words):
        opening, closing = (("“", "”"), ('"', '"'), ("«", "»"))[number % 3]
        text += f"Murr said {opening}"
        wanted.append(Span(len(text), len(text) + len(said)))
        text += f"{said}{closing} again" + (".\n\n" if number % 2 else ". ")
    assert [region.inner for region in regions(text, paragraphs(text))] == wanted


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("piece", ['"', "“", "”", "“”", "'", "«", "» "])
def test_a_hundred_thousand_marks_are_no_burden(piece: str, language: str) -> None:
    text = piece * (100_000 // len(piece))
    assert (
        fastest(lambda: quotations(document(text, language))) < 1.5
    )  # a tenth of the megabyte that must pass in two seconds, with room for a busy machine


def fastest(run: Callable[[], object]) -> float:
    """CPU seconds of the fastest of three runs, without the collector: its pauses belong to what other tests left behind."""
    times = []
    gc.disable()
    try:
        for _ in range(3):
            before = time.process_time()
            run()
            times.append(time.process_time() - before)
    finally:
        gc.enable()
    return min(times)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_time_grows_with_the_length_only(language: str) -> None:
    stanza = "“We go,” Murr said, calling it “a day.” قال المدير إن «الفرن» مفتوح. " * 20 + "\n\n"

    quotations(document(stanza, language))
    short, long = (fastest(lambda text=stanza * times: quotations(document(text, language))) for times in (20, 80))
    assert long < 10 * max(short, 0.01)


@pytest.mark.parametrize(
    "piece",
    [
        "He said ",
        "“a” he said ",
        "Mr Ali Ben said “x”. ",
        "its statement said “x”, ",
        "Ali Ben, ",
        "قال ",
        "who said that ",
        "(“",
        "as he said, ",
        "“a” \N{EM DASH} Ali Ben. ",
        "he wrote:\n\nWe go there now.\n\n",
        "بحسب ",
        "((x)) ",
        "وقال ",
        "ما ",
        "that “a” said ",
    ],
)
def test_what_repeats_without_end_takes_time_by_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times + "“x”"
        return fastest(lambda: [quotations(document(text, language)) for language in ("en", "ar")])

    seconds(1)
    assert seconds(1200) < 10 * max(seconds(300), 0.02)
