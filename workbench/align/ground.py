"""A source made ready for searching: its words, where speech may begin and end, what stands in quote marks, and the vectors of any stretch."""

import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from workbench.align.answered import Answered, Given
from workbench.align.clauses import clauses
from workbench.align.dictionary import stems_of
from workbench.align.edges import Edges, edges, quoted_regions
from workbench.model import Document, Span
from workbench.ports import EncodedText, Offsets, SpanEncoder, Vectors
from workbench.text.arabic import fold
from workbench.text.sentences import sentences

WORD = re.compile(r"[\w\u064B-\u065F\u0670\u0640]+")
WINDOW_LENGTHS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987)
"""Words in the windows of the first look; each class has about 1.6 times the length of the one before."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Word ranges first..last (last included) and their vectors."""

    first: Offsets
    last: Offsets
    vectors: Vectors


class Ground:
    """A source document as the search sees it; words are counted through the whole document, without furniture."""

    def __init__(self, document: Document, encoder: SpanEncoder) -> None:
        self.document = document
        self.sentences = sentences(document.text, document.language, document.furniture)
        self.read: EncodedText = encoder.read(document.text, self.sentences)
        places = [
            (match.start(), match.end(), index)
            for index, span in enumerate(self.sentences)
            for match in WORD.finditer(document.text, span.start, span.end)
        ]
        table = np.array(places, np.intp).reshape(-1, 3)
        self.starts, self.ends, self.sentence_of = table[:, 0].copy(), table[:, 1].copy(), table[:, 2].copy()
        self._windows: dict[int, Windows] = {}
        self._answered: tuple[Given, Answered] | None = None

    def __len__(self) -> int:
        """The number of words."""
        return len(self.starts)

    @cached_property
    def edges(self) -> Edges:
        """What speaks for a span beginning or ending at each word."""
        return edges(self.document.text, self.starts, self.ends, self.sentence_of)

    @cached_property
    def sentence_vectors(self) -> Vectors:
        """The vectors of the sentences, `(sentences, d)`."""
        bounds = np.array([span.pair() for span in self.sentences], np.intp).reshape(-1, 2)
        return self.read.stretches(bounds[:, 0], bounds[:, 1])

    @cached_property
    def regions(self) -> tuple[tuple[int, int], ...]:
        """Word ranges first..last (last included) that stand in quote marks."""
        found = []
        for span in quoted_regions(self.document.text):
            first, last = int(np.searchsorted(self.starts, span.start)), int(np.searchsorted(self.ends, span.end, side="right")) - 1
            if first <= last:
                found.append((first, last))
        return tuple(found)

    @cached_property
    def region_of(self) -> Offsets:
        """For every word the innermost region it lies in, or -1."""
        owner = np.full(len(self), -1, np.intp)
        for index, (first, last) in enumerate(self.regions):  # an inner region comes after the one around it
            owner[first : last + 1] = index
        return owner

    @cached_property
    def clause_of(self) -> Offsets:
        """The clause each word is in."""
        return clauses(self.document.text, self.starts, self.ends, self.sentence_of)

    @cached_property
    def clause_bounds(self) -> Offsets:
        """The first word of each clause, and the number of words."""
        return np.searchsorted(self.clause_of, np.arange(int(self.clause_of.max(initial=-1)) + 2))

    @cached_property
    def stems(self) -> dict[str, list[int]]:
        """The words by the stems they may have."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for word, (start, end) in enumerate(zip(self.starts.tolist(), self.ends.tolist(), strict=True)):
            for stem in stems_of(fold(self.document.text[start:end])):
                found[stem].append(word)
        return dict(found)

    def answered(self, given: Given) -> Answered:
        """The words of a quotation, as a dictionary translates them, against the words here; kept until other words are asked for."""
        if self._answered is None or self._answered[0] is not given:
            self._answered = given, Answered(given, self.stems, len(self))
        return self._answered[1]

    def span(self, first: int, last: int) -> Span:
        """The text from the first to the last word; a question or exclamation mark after it belongs to it, inside quote marks a full stop, too."""
        end = int(self.ends[last])
        text = self.document.text
        while end < len(text) and text[end] in "!?\N{ARABIC QUESTION MARK}":
            end += 1
        return Span(int(self.starts[first]), end)

    def vectors(self, first: Offsets, last: Offsets) -> Vectors:
        """The vectors of word ranges, last included."""
        return self.read.stretches(self.starts[first], self.ends[last])

    def windows(self, words: float) -> Windows:
        """Windows of about this many words, overlapping by two thirds, and runs of whole sentences of that length; computed once."""
        length = min(WINDOW_LENGTHS, key=lambda size: abs(np.log(size / max(words, 1))))
        if length not in self._windows:
            first, last = self._ranges(length)
            self._windows[length] = Windows(first, last, self.vectors(first, last))
        return self._windows[length]

    def _ranges(self, length: int) -> tuple[Offsets, Offsets]:
        found: set[tuple[int, int]] = set()
        counts = np.bincount(self.sentence_of, minlength=len(self.sentences)) if len(self) else np.zeros(0, np.intp)
        edges_ = np.concatenate([[0], np.cumsum(counts)])
        step = max(1, length // 3)
        for low, high in zip(edges_[:-1].tolist(), edges_[1:].tolist(), strict=True):
            if high - low <= length and high > low:
                found.add((low, high - 1))
            found.update((first, min(first + length, high) - 1) for first in range(low, max(low, high - length) + step, step) if first < high)
        found.update(_sentence_runs(edges_.tolist(), length))
        table = np.array(sorted(found), np.intp).reshape(-1, 2)
        return table[:, 0], table[:, 1]


def _sentence_runs(edges_: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Two or more neighbouring sentences, from half to twice `length` words together."""
    for index, low in enumerate(edges_[:-2]):
        for high in edges_[index + 2 :]:
            if high - low > 2 * length:
                break
            if high - low >= length / 2:
                yield low, high - 1


class Grounds:
    """Sources kept ready, so that the next quotation finds their vectors; the least recently used go first."""

    def __init__(self, encoder: SpanEncoder, most: int = 64) -> None:
        self._encoder = encoder
        self._most = most
        self._kept: OrderedDict[tuple[str, str], Ground] = OrderedDict()

    def of(self, document: Document) -> Ground:
        """The document, ready for searching."""
        key = (document.id, document.text)
        if key not in self._kept or self._kept[key].document != document:
            self._kept[key] = Ground(document, self._encoder)
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[key]
