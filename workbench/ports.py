"""What the core needs from outside, as protocols."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from workbench.model import Span

Vectors = NDArray[np.float32]
Offsets = NDArray[np.intp]


class Encoder(Protocol):
    """Turns texts of any supported language into vectors of one space."""

    @property
    def name(self) -> str:
        """Short name with version, for signatures and for the cache of vectors."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """`(n, d)` float32, rows of length 1; an empty text gives a row of zeros."""


class EncodedText(Protocol):
    """A text read once by a span encoder; any stretch of it then costs next to nothing."""

    @property
    def text(self) -> str:
        """The text that was read."""

    def vectors(self, spans: Sequence[Sequence[Span]]) -> Vectors:
        """A vector for each list of spans, taken as one stretch of speech: `(n, d)` float32, rows of length 1."""

    def stretches(self, starts: Offsets, ends: Offsets) -> Vectors:
        """A vector for each `text[start:end]`, offsets in code points `(n,)`: `(n, d)` float32, rows of length 1, zeros where no text was read."""


class EncodedSegments(Protocol):
    """A list of segments read once; any run of neighbours can then be taken as one text."""

    def __len__(self) -> int:
        """The number of segments."""

    def joined(self, firsts: Offsets, lasts: Offsets) -> Vectors:
        """A vector for each run of the segments first..last-1 `(n,)`: `(n, d)` float32, rows of length 1; an empty run gives zeros."""


class SpanEncoder(Encoder, Protocol):
    """An encoder that can also give the vector of any stretch of a text it has read."""

    def read(self, text: str, sentences: Sequence[Span]) -> EncodedText:
        """Read a text sentence by sentence; what lies in no sentence is not read."""

    def segments(self, texts: Sequence[str]) -> EncodedSegments:
        """Read a list of segments, in order."""


class VectorCache(Protocol):
    """Keeps what encoders compute of texts between runs; which texts it belongs to is known by their SHA-256 only."""

    def load(self, encoder: str, digests: Sequence[str]) -> Mapping[str, bytes]:
        """What is kept of these digests for the encoder of this name, byte for byte as it was saved."""

    def save(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        """Keep these."""


@dataclass(frozen=True, slots=True)
class WordLink:
    """A word of the source and the word of the target that translates it, code points into each; `confidence` 0..1."""

    source: Span
    target: Span
    confidence: float

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is outside 0..1")


class WordLinks(Protocol):
    """Says which words of a text and its translation belong together; silent where it is not sure."""

    def links(self, source: str, target: str) -> Sequence[WordLink]:
        """Confident links only, in the order of the source; each word is in at most one."""
