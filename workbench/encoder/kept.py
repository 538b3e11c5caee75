"""Vectors that are not computed twice: the latest in memory, all in a persistent cache where there is one."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from workbench.ports import VectorCache, Vectors

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
