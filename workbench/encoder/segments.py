"""Lists of segments whose runs cost next to nothing: what the document aligner works on."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from workbench.encoder.joints import BEGIN, END, joint_rows, tail_length
from workbench.encoder.network import DIMENSIONS, Network
from workbench.ports import Offsets, Vectors

READ_AT_ONCE = 1024
"""Segments whose rows are held in full precision at a time."""

FINISHED_AT_ONCE = 4096
"""Runs that go through the end of the network in one pass."""


class ReadSegments:
    """`EncodedSegments`: per segment the sum of its rows and what they change by where it meets the next, and the rows of its marks.

    A run is the sum of what each segment holds, the begin mark of its first and the end mark of its last, from which the joint after it is taken off
    beforehand. Kept as float16, 3 kB a segment: 100,000 segment pairs take 600 MB. Sums of a thousand tokens stay far below the largest float16, and
    the rounding moves a vector by less than 1e-6 of cosine.
    """

    def __init__(self, network: Network, texts: Sequence[str], numbers: Callable[[str], list[int]]) -> None:
        """Read texts, `numbers` giving a text's tokens without marks; one without tokens has nothing to read."""
        self._network = network
        self._counts = np.zeros(len(texts), np.int32)
        shape = (len(texts), DIMENSIONS)
        self._inner, self._begins, self._ends = (np.zeros(shape, np.float16) for _ in range(3))
        for first in range(0, len(texts), READ_AT_ONCE):
            # one segment more than the block, so that the joint at the block's end is known; the next block reads it again
            self._read(first, [numbers(text) for text in texts[first : first + READ_AT_ONCE + 1]])

    def __len__(self) -> int:
        """The number of segments."""
        return len(self._counts)

    def _read(self, first: int, segments: Sequence[Sequence[int]]) -> None:
        self._counts[first : first + len(segments)] = [len(segment) for segment in segments]
        texts = [tuple(segment) for segment in segments]
        distinct = list(dict.fromkeys(filter(None, texts)))  # what is said twice goes through the network once
        rows = dict(zip(distinct, self._network.sums([[BEGIN, *text, END] for text in distinct], [_ranges(text) for text in distinct]), strict=True))
        meeting = list(dict.fromkeys((left, right) for left, right in pairwise(texts) if left and right))
        joints = dict(zip(meeting, joint_rows(self._network, meeting), strict=True))
        for here, (text, after) in enumerate(zip(texts, [*texts[1:], ()], strict=True), start=first):
            if text:
                begin, inner, end, _, last = rows[text]
                joint = joints[text, after] - last - rows[after][3] if after else 0.0
                self._begins[here], self._inner[here], self._ends[here] = begin, inner + joint, end - joint

    def joined(self, firsts: Offsets, lasts: Offsets) -> Vectors:
        """A vector for each run of the segments first..last-1; an empty run, or one with nothing to read, gives zeros."""
        found = np.zeros((len(firsts), DIMENSIONS), np.float32)
        for at in range(0, len(firsts), FINISHED_AT_ONCE):
            part = slice(at, at + FINISHED_AT_ONCE)
            found[part] = self._finished(firsts[part], lasts[part])
        return found

    def _finished(self, firsts: Offsets, lasts: Offsets) -> Vectors:
        found = np.zeros((len(firsts), DIMENSIONS), np.float32)
        sums, counts = np.zeros_like(found), np.zeros(len(firsts), np.int64)
        for step in range(int((lasts - firsts).max(initial=0))):
            here = np.flatnonzero(firsts + step < lasts)
            segment = firsts[here] + step
            sums[here] += self._inner[segment]
            counts[here] += self._counts[segment]
        filled = np.flatnonzero(counts)
        sums[filled] += self._begins[firsts[filled]].astype(np.float32) + self._ends[lasts[filled] - 1]
        found[filled] = self._network.finish(sums[filled], counts[filled] + 2)
        return found


def _ranges(segment: Sequence[int]) -> list[tuple[int, int]]:
    """In the segment with its marks: begin mark, all tokens, end mark, the tokens a joint changes at its start, those at its end."""
    size, reach = len(segment), tail_length(segment)
    return [(0, 1), (1, size + 1), (size + 1, size + 2), (1, reach + 1), (size + 1 - reach, size + 1)]
