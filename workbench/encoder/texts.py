"""Texts any stretch of which costs next to nothing: what the search for quotations works on."""

from collections.abc import Sequence

import numpy as np

from workbench.encoder.joints import BEGIN, END, joint_rows, tail_length
from workbench.encoder.kept import KeptRows
from workbench.encoder.network import DIMENSIONS, Network
from workbench.encoder.pieces import Pieces
from workbench.model import Span
from workbench.ports import Offsets, Vectors

FINISHED_AT_ONCE = 4096
"""Stretches that go through the end of the network in one pass: 8 MB for each of the few arrays it needs."""


class ReadText:
    """`EncodedText`: prefix sums of the tokens' rows, the rows of begin and end marks kept apart for each sentence.

    A stretch gets the begin mark of its first sentence and the end mark of its last. What changes where sentences meet is computed when a stretch
    first reaches across: most quotations lie inside one sentence.
    """

    def __init__(self, network: Network, text: str, sentences: Sequence[Pieces], kept: KeptRows) -> None:
        """Keep the rows of `sentences`, given by their tokens with places in `text`; one without tokens is left out."""
        self.text = text
        self._network = network
        self._tokens = [pieces.numbers for pieces in sentences if pieces.numbers]
        self._starts = np.concatenate([np.zeros(0, np.intp), *(pieces.starts for pieces in sentences)])
        self._edges = np.concatenate([[0], np.cumsum([len(tokens) for tokens in self._tokens])]).astype(np.intp)
        self._sentence = np.repeat(np.arange(len(self._tokens)), np.diff(self._edges))
        self._sums = np.zeros((len(self._starts) + 1, DIMENSIONS), np.float32)
        self._begins = np.zeros((len(self._tokens), DIMENSIONS), np.float32)
        self._ends, self._joints = np.zeros_like(self._begins), np.zeros_like(self._begins)
        self._joint_known = np.zeros(len(self._tokens), bool)
        total = np.zeros(DIMENSIONS, np.float64)
        for index, rows in enumerate(kept.get([[BEGIN, *tokens, END] for tokens in self._tokens], network.token_rows)):
            self._begins[index], self._ends[index] = rows[0], rows[-1]
            sums = total + np.cumsum(rows[1:-1], axis=0, dtype=np.float64)
            self._sums[self._edges[index] + 1 : self._edges[index + 1] + 1] = sums
            total = sums[-1]

    @property
    def size(self) -> int:
        """The number of tokens kept, 2 kB each."""
        return len(self._starts)

    def stretches(self, starts: Offsets, ends: Offsets) -> Vectors:
        """A vector for each `text[start:end]`; zeros where nothing was read."""
        found = np.zeros((len(starts), DIMENSIONS), np.float32)
        for at in range(0, len(starts), FINISHED_AT_ONCE):
            part = slice(at, at + FINISHED_AT_ONCE)
            found[part] = self._stretches(starts[part], ends[part])
        return found

    def _stretches(self, starts: Offsets, ends: Offsets) -> Vectors:
        firsts, lasts = np.searchsorted(self._starts, starts), np.searchsorted(self._starts, ends)
        found = np.zeros((len(firsts), DIMENSIONS), np.float32)
        filled = np.flatnonzero(firsts < lasts)
        firsts, lasts = firsts[filled], lasts[filled]
        sums = self._inner(firsts, lasts) + self._begins[self._sentence[firsts]] + self._ends[self._sentence[lasts - 1]]
        found[filled] = self._network.finish(sums, lasts - firsts + 2)
        return found

    def vectors(self, spans: Sequence[Sequence[Span]]) -> Vectors:
        """A vector for each list of spans, their words taken as one stretch of speech."""
        found = np.zeros((len(spans), DIMENSIONS), np.float32)
        for index, pieces in enumerate(spans):
            firsts = np.searchsorted(self._starts, [piece.start for piece in pieces])
            lasts = np.searchsorted(self._starts, [piece.end for piece in pieces])
            filled = np.flatnonzero(firsts < lasts)
            if len(filled):
                firsts, lasts = firsts[filled], lasts[filled]
                marks = self._begins[self._sentence[firsts[0]]] + self._ends[self._sentence[lasts[-1] - 1]]
                total = self._inner(firsts, lasts).sum(axis=0) + marks
                found[index] = self._network.finish(total[None], np.array([(lasts - firsts).sum() + 2]))[0]
        return found

    def _inner(self, firsts: Offsets, lasts: Offsets) -> Vectors:
        """The sums of rows of the tokens first..last-1, the joints inside included."""
        sums: Vectors = self._sums[lasts] - self._sums[firsts]
        left, right = self._sentence[firsts], self._sentence[lasts - 1]
        if (left < right).any():
            self._learn_joints(left, right)
            crossed = np.concatenate([np.zeros((1, DIMENSIONS), np.float32), np.cumsum(self._joints, axis=0)])
            sums += crossed[right] - crossed[left]
        return sums

    def _learn_joints(self, left: Offsets, right: Offsets) -> None:
        needed = np.zeros(len(self._tokens) + 1, np.intp)
        np.add.at(needed, left, 1)
        np.add.at(needed, right, -1)
        missing = np.flatnonzero((np.cumsum(needed)[:-1] > 0) & ~self._joint_known)
        together = joint_rows(self._network, [(self._tokens[at], self._tokens[at + 1]) for at in missing])
        for at, joined in zip(missing, together, strict=True):
            edge = self._edges[at + 1]
            alone = self._sums[edge + tail_length(self._tokens[at + 1])] - self._sums[edge - tail_length(self._tokens[at])]
            self._joints[at] = joined - alone
        self._joint_known[missing] = True
