"""Stretches of texts for encoders that can only encode: every stretch is encoded as it stands. Right, and slow; kept vectors help the next time."""

from collections.abc import Callable, Sequence

import numpy as np

from workbench.model import Span
from workbench.ports import Offsets, Vectors

Encode = Callable[[Sequence[str]], Vectors]


class PlainText:
    """`EncodedText` by encoding: the words of a stretch joined by single spaces, what lies in no sentence left out."""

    def __init__(self, text: str, sentences: Sequence[Span], encode: Encode) -> None:
        self.text = text
        self._sentences = tuple(sentences)
        self._encode = encode

    def vectors(self, spans: Sequence[Sequence[Span]]) -> Vectors:
        """A vector for each list of spans, their words taken as one stretch of speech."""
        return self._encode([" ".join(self._read(span) for span in pieces) for pieces in spans])

    def stretches(self, starts: Offsets, ends: Offsets) -> Vectors:
        """A vector for each `text[start:end]`; zeros where nothing is read."""
        return self._encode([self._read(Span(start, max(start, end))) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)])

    def _read(self, span: Span) -> str:
        pieces = (self.text[max(span.start, held.start) : min(span.end, held.end)] for held in self._sentences if held.overlap(span))
        return " ".join(" ".join(pieces).split())


class PlainSegments:
    """`EncodedSegments` by encoding: the segments of a run joined by spaces."""

    def __init__(self, texts: Sequence[str], encode: Encode) -> None:
        self._texts = [" ".join(text.split()) for text in texts]
        self._encode = encode

    def __len__(self) -> int:
        """The number of segments."""
        return len(self._texts)

    def joined(self, firsts: Offsets, lasts: Offsets) -> Vectors:
        """A vector for each run of the segments first..last-1; an empty run gives zeros."""
        runs = zip(firsts.tolist(), lasts.tolist(), strict=True)
        return self._encode([" ".join(filter(None, self._texts[first:last])) for first, last in runs])


def at_once(encode: Encode, texts: Sequence[str], dimensions: int) -> Vectors:
    """Encode each different text once; texts without anything to read give zeros."""
    filled = list(dict.fromkeys(text for text in texts if text.strip()))
    found = np.zeros((len(texts), dimensions), np.float32)
    if filled:
        rows = dict(zip(filled, encode(filled), strict=True))
        for index, text in enumerate(texts):
            if text in rows:
                found[index] = rows[text]
    return found
