"""Quote-finding tasks and noisy bitexts with known answers, made out of a folder of sentence pairs and labelled quotations.

The folder holds `sentences.tsv` (document, sentence, arabic, english) and `quote_spans.jsonl` (a quote and the span of its Arabic in a sentence).
Documents are halved by a hash of their name: one half for tuning, the other for reporting.
"""

import csv
import hashlib
import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbench.errors import BadInput
from workbench.model import Bead, Span

Kind = Literal["marked", "blank", "bracketed", "elided", "absent"]
KINDS: tuple[Kind, ...] = ("marked", "blank", "bracketed", "elided", "absent")
Half = Literal["tuning", "reporting"]

MARKS = str.maketrans(dict.fromkeys('"“”„«»‹›', " "))
STRANGERS = ("the governor", "Syrian", "government", "opposition", "local", "the ministry", "later")
FARTHEST_PART = 4
"""The two parts of an elided task stand at most so many sentences apart."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A quote of a document's English and where its Arabic stands in the sentence of that number."""

    document: str
    sentence: int
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Data:
    """The sentence pairs of every document, and the labelled quotations."""

    documents: Mapping[str, Sequence[Pair]]
    labelled: Sequence[Labelled]

    def half(self, half: Half) -> "Data":
        """The documents of one half."""
        documents = {name: pairs for name, pairs in self.documents.items() if half_of(name) == half}
        return Data(documents, [label for label in self.labelled if label.document in documents])


@dataclass(frozen=True, slots=True)
class Task:
    """A quote to be found in one text; `gold` is None where the text does not hold it, `around` the English sentence that the quote begins in."""

    quote: str
    text: str
    gold: tuple[Span, ...] | None
    around: str


def half_of(document: str) -> Half:
    """The half a document is in, by the parity of the SHA-256 of its name: even for tuning."""
    return "reporting" if hashlib.sha256(document.encode()).digest()[-1] % 2 else "tuning"


def read(folder: Path) -> Data:
    """The folder's data; BadInput when a file is missing or not in its shape."""
    documents: dict[str, list[Pair]] = {}
    sentences, quotes = folder / "sentences.tsv", folder / "quote_spans.jsonl"
    try:
        with sentences.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                documents.setdefault(row["document"], []).append((row["arabic"], row["english"]))
        rows = [json.loads(line) for line in quotes.read_text(encoding="utf-8").splitlines() if line.strip()]
        labelled = [Labelled(row["document"], row["sentence"], row["quote"], Span(row["start"], row["end"])) for row in rows]
    except OSError as error:
        raise BadInput(
            f"cannot be read ({error.strerror})", where=str(folder), remedy="give a folder with sentences.tsv and quote_spans.jsonl"
        ) from error
    except (KeyError, ValueError) as error:
        raise BadInput(
            f"not in the expected shape ({error})", where=str(folder), remedy="give a folder with sentences.tsv and quote_spans.jsonl"
        ) from error
    return Data(documents, labelled)


def tasks(data: Data, kind: Kind, *, seed: int = 1) -> list[Task]:
    """The tasks of one kind; the same for the same data and seed."""
    draw = random.Random(seed)  # noqa: S311 (the same tasks every time)
    arabic = {name: [one if kind == "marked" else one.translate(MARKS) for one, _ in pairs] for name, pairs in data.documents.items()}
    made = []
    for label in data.labelled:
        task = _task(label, kind, arabic[label.document], data, draw)
        if task is not None:
            made.append(task)
    return made


def _task(label: Labelled, kind: Kind, lines: Sequence[str], data: Data, draw: random.Random) -> Task | None:
    starts = _starts(lines)
    gold = label.span.shifted(starts[label.sentence])
    text = "".join(f"{line}\n" for line in lines)
    words = label.quote.split(" ")
    around = data.documents[label.document][label.sentence][1]
    match kind:
        case "marked" | "blank":
            return Task(label.quote, text, (gold,), around)
        case "absent":
            kept = [line for number, line in enumerate(lines) if number != label.sentence]
            return Task(label.quote, "".join(f"{line}\n" for line in kept), None, around)
        case "bracketed":
            cut = draw.randrange(1, len(words)) if len(words) > 3 else 0
            return Task(" ".join([*words[:cut], f"[{draw.choice(STRANGERS)}]", *words[cut:]]), text, (gold,), around) if cut else None
        case "elided":
            later = range(label.sentence + 1, min(len(lines), label.sentence + FARTHEST_PART + 1))
            if not later or len(words) < 3:
                return None
            other = draw.choice(later)
            second = Span(starts[other], starts[other] + len(lines[other]))
            return Task(f"{label.quote.rstrip('.,')}… {data.documents[label.document][other][1]}", text, (gold, second), around)


def _starts(lines: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts


NOISE = {"clean": (0.0, 0.0, 0.0, 0.0), "light": (0.05, 0.05, 0.03, 0.03), "heavy": (0.15, 0.15, 0.10, 0.10)}
"""Shares of pairs that are split, merged, deleted on one side, and preceded by a stranger."""

SPLIT_AT = (re.compile(r"(?<=[،؛,:;])\s+"), re.compile(r"(?<=[,;:–—])\s+"))


@dataclass(slots=True)
class Bitext:
    """Two sides and the beads between them, as they grow."""

    source: list[str]
    target: list[str]
    beads: list[Bead]

    def add(self, source: Sequence[str], target: Sequence[str]) -> None:
        """Append a bead's segments."""
        left = tuple(range(len(self.source), len(self.source) + len(source)))
        right = tuple(range(len(self.target), len(self.target) + len(target)))
        self.source.extend(source)
        self.target.extend(target)
        self.beads.append(Bead(left, right))


def noisy(pairs: Sequence[Pair], pool: Sequence[Pair], level: str, draw: random.Random) -> Bitext:
    """The pairs with noise of a level; strangers are drawn from `pool`."""
    split, merge, delete, insert = NOISE[level]
    made, number = Bitext([], [], []), 0
    while number < len(pairs):
        one = pairs[number]
        number += 1
        chance, left = draw.random(), draw.random() < 0.5
        if chance < merge and number < len(pairs):
            other = pairs[number]
            number += 1
            made.add(*(([f"{one[0]} {other[0]}"], [one[1], other[1]]) if left else ([one[0], other[0]], [f"{one[1]} {other[1]}"])))
        elif chance < merge + split:
            made.add(*((_halves(one[0], 0), [one[1]]) if left else ([one[0]], _halves(one[1], 1))))
        elif chance < merge + split + delete:
            made.add(*(([one[0]], []) if left else ([], [one[1]])))
        else:
            if chance < merge + split + delete + insert:
                stranger = draw.choice(pool)
                made.add(*(([stranger[0]], []) if left else ([], [stranger[1]])))
            made.add([one[0]], [one[1]])
    return made


def _halves(text: str, side: int) -> list[str]:
    """The text in two, at the punctuation nearest to its middle; whole where none is near."""
    cuts = [match.start() for match in SPLIT_AT[side].finditer(text) if 0.25 < match.start() / len(text) < 0.75]
    if not cuts:
        return [text]
    cut = min(cuts, key=lambda place: abs(place - len(text) / 2))
    return [text[:cut].strip(), text[cut:].strip()]
