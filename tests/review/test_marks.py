"""Marks stay on their words through edits, or say that the words have changed; they are never put on others."""

import random
from collections import Counter

import pytest

from workbench.model import Anchor, Span
from workbench.review.marks import relocated
from workbench.text.tokens import tokens

TEXT = (
    "Most of the factions unanimously agreed on the need to preserve the state’s service institutions, and the factions that met in the "
    "city said that they would not, for now, enter the city again without the consent of the people who live there."
)
OTHER_WORDS = ("however", "yesterday", "in part", "men", "never", "because", "Hama")


def anchor(words: str, text: str = TEXT, occurrence: int = 1) -> Anchor:
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Anchor.of(text, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "now", "expected"),
    [
        pytest.param("unanimously", TEXT.replace("Most of", "Nearly all"), "unanimously", id="words before it changed"),
        pytest.param("the need to preserve", TEXT.replace("preserve", "keep"), None, id="one of its words changed"),
        pytest.param("unanimously", TEXT.replace("unanimously ", ""), None, id="taken out"),
        pytest.param("unanimously", "", None, id="everything taken out"),
        pytest.param("said", TEXT.upper(), None, id="every word differs"),
    ],
)
def test_a_mark_after_an_edit(words: str, now: str, expected: str | None) -> None:
    span = relocated(anchor(words), TEXT, now)
    assert (span.of(now) if span else None) == expected


def test_the_second_of_two_like_words_stays_the_second() -> None:
    now = TEXT.replace("Most of the factions unanimously agreed", "They agreed")
    span = relocated(anchor("the factions", occurrence=2), TEXT, now)
    assert span
    assert now[span.end :].startswith(" that met")


def test_a_point_where_something_is_missing_moves_with_its_surroundings() -> None:
    place = TEXT.index(" to preserve")
    now = "Yesterday m" + TEXT[1:]
    span = relocated(Anchor.of(TEXT, Span(place, place)), TEXT, now)
    assert span is not None
    assert (len(span), now[span.start :].startswith(" to preserve")) == (0, True)


def test_arabic_with_marks_latin_words_and_invisible_characters() -> None:
    arabic = "قال «جيش النصر» (Jaysh al-Nasr) إنّه\N{RIGHT-TO-LEFT MARK} لن يدخل المدينة"
    span = relocated(anchor("Jaysh al-Nasr", arabic), arabic, "أمس " + arabic)
    assert span == Span(arabic.index("Jaysh") + 4, arabic.index("Jaysh") + 4 + len("Jaysh al-Nasr"))


def test_what_comes_back_after_being_taken_out_is_found_by_its_words() -> None:
    moved = "and the factions that met in the city said so. Most of the factions unanimously agreed on the need to preserve them."
    span = relocated(anchor("unanimously agreed on the need"), TEXT, moved)
    assert span
    assert span.of(moved) == "unanimously agreed on the need"


def edited(rng: random.Random, edits: int) -> tuple[str, list[int | None]]:
    """The text with words put in, taken out and replaced; for each of its characters where it is now, None where it went."""
    pieces: list[tuple[str, int | None]] = [(character, index) for index, character in enumerate(TEXT)]
    for _ in range(edits):
        words = [token.span for token in tokens(TEXT)]
        start, end = rng.choice(words).pair()
        places = [place for place, (_, origin) in enumerate(pieces) if origin is not None and start <= origin < end]
        if not places:
            continue
        low, high = places[0], places[-1] + 1
        kind = rng.choice(("put in", "take out", "replace"))
        fresh = [(character, None) for character in (rng.choice(OTHER_WORDS) if kind == "replace" else f"{rng.choice(OTHER_WORDS)} ")]
        pieces[low : low if kind == "put in" else high] = [] if kind == "take out" else fresh
    where: list[int | None] = [None] * len(TEXT)
    for place, (_, origin) in enumerate(pieces):
        if origin is not None:
            where[origin] = place
    return "".join(character for character, _ in pieces), where


def outcomes(edits: int, rounds: int = 400) -> Counter[str]:
    """How often a mark is right, wrong or without a place after so many edits; an untouched stretch should keep its place."""
    rng = random.Random(20261125)
    counted: Counter[str] = Counter()
    for _ in range(rounds):
        now, where = edited(rng, edits)
        words = [token.span for token in tokens(TEXT)]
        first = rng.randrange(len(words))
        marked = Span(words[first].start, words[min(first + rng.randrange(4), len(words) - 1)].end)
        true_places = where[marked.start : marked.end]
        untouched = all(place is not None for place in true_places) and true_places[-1] - true_places[0] == len(marked) - 1
        found = relocated(Anchor.of(TEXT, marked), TEXT, now)
        if found is None:
            counted["lost" if untouched else "rightly none"] += 1
        elif untouched and found.start == true_places[0]:
            counted["right"] += 1
        else:
            counted["same words elsewhere" if found.of(now) == marked.of(TEXT) else "wrong words"] += 1
    return counted


@pytest.mark.parametrize(("edits", "kept"), [(2, 0.97), (12, 0.85)])
def test_marks_after_random_edits(edits: int, kept: float) -> None:
    counted = outcomes(edits)
    assert counted["wrong words"] == counted["same words elsewhere"] == 0
    assert counted["right"] >= kept * (counted["right"] + counted["lost"])
