"""What the core needs from outside, as protocols."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from workbench.model import Span

Vectors = NDArray[np.float32]


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


class SpanEncoder(Encoder, Protocol):
    """An encoder that can also give the vector of any stretch of a text it has read."""

    def read(self, text: str, sentences: Sequence[Span]) -> EncodedText:
        """Read a text sentence by sentence."""
