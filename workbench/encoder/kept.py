"""What is not computed twice: vectors in memory and in a persistent cache where there is one, rows of tokens in the cache only."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from workbench.ports import VectorCache, Vectors

Tokens = Sequence[int]
ComputeRows = Callable[[Sequence[Tokens]], Iterable[Vectors]]

IN_MEMORY = 20_000
"""Vectors in memory, 2 kB each."""


class KeptVectors:
    """Vectors by the SHA-256 of their text."""

    def __init__(self, encoder: str, dimensions: int, cache: VectorCache | None = None) -> None:
        self._encoder = encoder
        self._dimensions = dimensions
        self._cache = cache
        self._memory: OrderedDict[str, Vectors] = OrderedDict()

    def get(self, texts: Sequence[str], compute: Callable[[list[str]], Vectors]) -> Vectors:
        """The vectors of `texts`, `(n, dimensions)`; `compute` is asked once for all that nobody has kept."""
        digests = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        wanted = dict(zip(digests, texts, strict=True))
        found = {digest: self._memory[digest] for digest in wanted if digest in self._memory}
        found |= self._loaded([digest for digest in wanted if digest not in found])
        missing = [digest for digest in wanted if digest not in found]
        if missing:
            computed = compute([wanted[digest] for digest in missing])
            found |= dict(zip(missing, computed, strict=True))
            if self._cache:
                self._cache.save(self._encoder, {digest: found[digest].astype("<f4").tobytes() for digest in missing})
        self._remember(found)
        return np.stack([found[digest] for digest in digests]) if digests else np.zeros((0, self._dimensions), np.float32)

    def _loaded(self, digests: Sequence[str]) -> dict[str, Vectors]:
        if not (self._cache and digests):
            return {}
        return {digest: np.frombuffer(row, "<f4").astype(np.float32) for digest, row in self._cache.load(self._encoder, digests).items()}

    def _remember(self, found: dict[str, Vectors]) -> None:
        for digest, vector in found.items():
            self._memory[digest] = vector
            self._memory.move_to_end(digest)
        while len(self._memory) > IN_MEMORY:
            self._memory.popitem(last=False)


class KeptRows:
    """Rows of the tokens of sentences by the SHA-256 of the tokens: one byte a figure, and a scale for each row.

    Rows are rounded whether they are kept or not, so that a search finds the same before and after a restart. The rounding moves the vector of a
    stretch by 1e-5 of cosine, that of a single word by up to 1e-4.
    """

    def __init__(self, encoder: str, dimensions: int, cache: VectorCache | None = None) -> None:
        self._name = f"{encoder}/rows"
        self._dimensions = dimensions
        self._cache = cache

    def get(self, sentences: Sequence[Tokens], compute: ComputeRows) -> list[Vectors]:
        """For each sentence its rows, `(tokens, dimensions)`; `compute` is asked once for all that nobody has kept."""
        digests = [hashlib.sha256(np.array(tokens, "<i4").tobytes()).hexdigest() for tokens in sentences]
        wanted = dict(zip(digests, sentences, strict=True))
        found = dict(self._cache.load(self._name, list(wanted))) if self._cache and wanted else {}
        missing = [digest for digest in wanted if digest not in found]
        computed = {digest: packed(rows) for digest, rows in zip(missing, compute([wanted[digest] for digest in missing]), strict=True)}
        if computed and self._cache:
            self._cache.save(self._name, computed)
        found |= computed
        return [unpacked(found[digest], self._dimensions) for digest in digests]


def packed(rows: Vectors) -> bytes:
    """Each row divided by its scale (little-endian float32) and rounded to -127..127; all scales first."""
    scales = np.abs(rows).max(axis=1, keepdims=True) / 127 + np.float32(1e-12)
    return bytes(scales.astype("<f4").tobytes() + np.rint(rows / scales).astype(np.int8).tobytes())


def unpacked(kept: bytes, dimensions: int) -> Vectors:
    """The rows that were packed, `(tokens, dimensions)`."""
    count = len(kept) // (dimensions + 4)
    scales = np.frombuffer(kept, "<f4", count)
    figures = np.frombuffer(kept, np.int8, offset=4 * count).reshape(count, dimensions)
    return figures.astype(np.float32) * scales[:, None].astype(np.float32)
