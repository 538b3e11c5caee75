"""Texts to vectors: their shape, what an empty text gives, what is kept and what is computed again."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pytest

from workbench import encoder as encoders
from workbench.encoder import kept
from workbench.encoder.kept import KeptVectors
from workbench.encoder.network import Network
from workbench.encoder.use import UseEncoder
from workbench.model import Span
from workbench.ports import Vectors


class Shelf:
    """A cache of vectors that lives in a dictionary."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], bytes] = {}

    def load(self, encoder: str, digests: Sequence[str]) -> Mapping[str, bytes]:
        return {digest: self.rows[encoder, digest] for digest in digests if (encoder, digest) in self.rows}

    def save(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        self.rows |= {(encoder, digest): row for digest, row in vectors.items()}


class Counting:
    """Gives each text its length as vector, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, texts: list[str]) -> Vectors:
        self.asked.append(texts)
        return np.array([[len(text), 1] for text in texts], np.float32)


def test_loading_twice_gives_one_encoder() -> None:
    assert encoders.load() is encoders.load()


def test_rows_have_length_one(encoder: UseEncoder) -> None:
    found = encoder.encode(["Rain.", "مطر.", "x" * 5000, "1 2 3"])
    assert found.shape == (4, 512)
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx([1] * 4, abs=1e-5)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\N{RIGHT-TO-LEFT MARK}", "\N{ZERO WIDTH SPACE}"])
def test_a_text_without_anything_to_read_gives_zeros(encoder: UseEncoder, text: str) -> None:
    found = encoder.encode([text, "Rain."])
    assert not found[0].any()
    assert found[1].any()


def test_no_texts_give_no_rows(encoder: UseEncoder) -> None:
    assert encoder.encode([]).shape == (0, 512)


def test_a_sentence_lies_nearer_to_its_translation_than_to_another(encoder: UseEncoder) -> None:
    arabic, english, other = encoder.encode(
        ["أغلقت المدرسة أبوابها بسبب الثلج.", "The school closed because of the snow.", "The match ended in a draw."]
    )
    assert arabic @ english > arabic @ other + 0.3


def test_a_text_read_lately_is_not_read_again(encoder: UseEncoder) -> None:
    held = (Span(0, 5),)
    assert encoder.read("Rain.", held) is encoder.read("Rain.", held)
    assert encoder.read("Rain.", ()) is not encoder.read("Rain.", held)


def test_only_what_is_missing_is_computed_and_in_the_order_asked() -> None:
    compute, vectors = Counting(), KeptVectors("lengths-1", 2)
    vectors.get(["a", "bb"], compute)
    found = vectors.get(["bb", "ccc", "a", "ccc"], compute)
    assert found[:, 0].tolist() == [2, 3, 1, 3]
    assert compute.asked == [["a", "bb"], ["ccc"]]


def test_the_persistent_cache_spares_the_next_process_the_work() -> None:
    shelf, compute = Shelf(), Counting()
    first = KeptVectors("lengths-1", 2, shelf).get(["a", "bb"], compute)
    again = KeptVectors("lengths-1", 2, shelf).get(["bb", "a"], compute)
    assert np.array_equal(again, first[::-1])
    assert len(compute.asked) == 1


def test_another_encoder_does_not_get_these_vectors() -> None:
    shelf, compute = Shelf(), Counting()
    KeptVectors("lengths-1", 2, shelf).get(["a"], compute)
    KeptVectors("lengths-2", 2, shelf).get(["a"], compute)
    assert len(compute.asked) == 2


def test_the_cache_never_sees_the_text() -> None:
    shelf = Shelf()
    KeptVectors("lengths-1", 2, shelf).get(["the source asked not to be named"], Counting())
    ((_, digest),) = shelf.rows
    assert len(digest) == 64
    assert set(digest) <= set("0123456789abcdef")


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "IN_MEMORY", 2)
    compute, vectors = Counting(), KeptVectors("lengths-1", 2)
    vectors.get(["a", "bb", "ccc"], compute)
    vectors.get(["ccc", "bb"], compute)
    assert len(compute.asked) == 1
    vectors.get(["a"], compute)  # the oldest had to go
    assert compute.asked[1:] == [["a"]]


def test_a_text_read_in_another_process_is_not_run_through_the_network_again(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, text, held = Shelf(), "The river rose again. The bridge held.", (Span(0, 21), Span(22, 38))
    starts, ends = np.array([0, 4, 10]), np.array([21, 16, 38])
    before = UseEncoder(shelf).read(text, held).stretches(starts, ends)
    asked: list[int] = []

    def counting(_: Network, sentences: Sequence[Sequence[int]]) -> Iterator[Vectors]:
        asked.append(len(sentences))
        yield from ()

    monkeypatch.setattr(Network, "token_rows", counting)
    assert np.array_equal(UseEncoder(shelf).read(text, held).stretches(starts, ends), before)
    assert asked == [0]


def test_rounded_rows_hardly_move_a_vector() -> None:
    rows = np.random.default_rng(1).normal(size=(30, 512)).astype(np.float32)
    found = kept.unpacked(kept.packed(rows), 512)
    assert np.abs(found - rows).max() <= np.abs(rows).max() / 250
    total, rounded = rows.sum(axis=0), found.sum(axis=0)
    assert total @ rounded / np.linalg.norm(total) / np.linalg.norm(rounded) > 1 - 5e-5
