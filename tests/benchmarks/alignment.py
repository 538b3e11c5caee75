"""What aligning costs and is worth: against Gale-Church in one run, how the cost grows with the length, and one quotation in a source.

    .venv/bin/python -m tests.benchmarks.alignment baseline [--data ../shared/data]
    .venv/bin/python -m tests.benchmarks.alignment length [--sizes 1000 100000]
    .venv/bin/python -m tests.benchmarks.alignment quote [--data ../shared/data]
    .venv/bin/python -m tests.benchmarks.alignment article

`baseline` makes noisy bitexts as `evaluate` does and aligns each with galechurch (lengths only) and with the workbench. `length` aligns the story
of the samples over and over with heavy noise, each time with another number after every sentence (what is said twice is read once), each size in a
process of its own: CPU per pair, encoding included, and the process's peak of memory
(Linux: kilobytes). `quote` looks for labelled quotations in twenty sentences around them, the source never seen, read before a restart, and read;
`article` for ten quotations of a sample article in its eighteen sources; both with the dictionaries that are installed (`WORKBENCH_DICTIONARY=` for
none). All times are of the processor, not of the clock.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import galechurch

from workbench import extract
from workbench.align.beads import align
from workbench.align.ground import Grounds
from workbench.align.places import find, place
from workbench.encoder.use import UseEncoder
from workbench.ingest.corpora import corpora_folder, load_corpus
from workbench.metrics.beads import BeadScore, score
from workbench.model import Bead, Document, DocumentKind, Role
from workbench.services.dictionary import installed_dictionary
from workbench.services.evaluation.tasks import Data, noisy, read
from workbench.store import open_store

AROUND = 10
"""Sentences to each side of a quotation in its source."""

QUOTES = 20
NAMES = ("galechurch", "workbench")


def story() -> list[tuple[str, str]]:
    """As many lines of both sides of the sample story as pair up by number: for cost, not for quality."""
    folder = corpora_folder() / "river-library"
    arabic, english = ((folder / name).read_text(encoding="utf-8").splitlines() for name in ("story.ar.txt", "story.en.txt"))
    return list(zip(arabic, english, strict=False))


def gale_church(source: list[str], target: list[str]) -> list[Bead]:
    """Beads by length alone, with the parameters of the paper."""
    found = galechurch.align(source, target).beads
    return [Bead(tuple(range(bead.source_start, bead.source_end)), tuple(range(bead.target_start, bead.target_end))) for bead in found]


def baseline(data: Data) -> None:
    """Both aligners on the same noisy documents, in turns."""
    encoder = UseEncoder()
    encoder.encode(["warm"])
    pool = [pair for pairs in data.documents.values() for pair in pairs]
    for level in ("light", "heavy"):
        draw = random.Random(1)
        scores, seconds = [BeadScore(), BeadScore()], [0.0, 0.0]
        for pairs in data.documents.values():
            made = noisy(pairs, pool, level, draw)
            for index, aligner in enumerate((gale_church, lambda source, target: align(source, target, encoder))):
                began = time.process_time()
                found = aligner(made.source, made.target)
                seconds[index] += time.process_time() - began
                scores[index] += score(made.beads, found)
        named = " · ".join(f"{name} strict {one.strict_f1:.3f} lax {one.lax_f1:.3f}" for name, one in zip(NAMES, scores, strict=True))
        print(f"{level} noise, {scores[0].gold} beads: {named} · {seconds[1] / max(seconds[0], 1e-6):,.0f} times the CPU", flush=True)


def one_length(pairs: int) -> None:
    """Align so many pairs in this process and print CPU per pair and the peak of memory."""
    encoder = UseEncoder()
    encoder.encode(["warm"])
    lines = story()
    times = ((pair, number // len(lines)) for number, pair in enumerate(islice(cycle(lines), pairs)))
    told = [(f"{arabic} {round_}", f"{english} {round_}") for (arabic, english), round_ in times]
    made = noisy(told, lines, "heavy", random.Random(1))
    began = time.process_time()
    beads = align(made.source, made.target, encoder)
    cost = (time.process_time() - began) / pairs
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{pairs:>7} pairs: {1000 * cost:.3f} ms a pair, peak {peak:,.0f} MB, {len(beads)} beads", flush=True)


def quote(data: Data) -> None:
    """One quotation in a source of about twenty sentences: never seen, read before, and read before the process was started again."""
    asked = []
    for label in data.labelled[: 2 * QUOTES : 2]:
        lines = [arabic for arabic, _ in data.documents[label.document]]
        first = max(0, min(label.sentence - AROUND, len(lines) - 2 * AROUND))
        text = "\n".join(lines[first : first + 2 * AROUND])
        name = f"{label.document}-{first}-{len(asked)}"
        asked.append((label.quote, Document(id=name, language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text=text)))
    with TemporaryDirectory() as folder:
        store = open_store(f"{folder}/bench.sqlite")
        unseen, cached = _seconds_of(asked, UseEncoder(store.vectors))
        restarted, _ = _seconds_of(asked, UseEncoder(store.vectors))
        store.close()
    told = (("unseen", unseen), ("after a restart", restarted), ("read before", cached))
    found = ", ".join(f"{name} {1000 * median(seconds[1:]):.0f} ms" for name, seconds in told)
    print(f"one quotation in a source of twenty sentences: {found} (medians of {len(cached) - 1})")


def _seconds_of(asked: Sequence[tuple[str, Document]], encoder: UseEncoder) -> tuple[list[float], list[float]]:
    """The seconds each quotation takes at first, and again."""
    first, again, dictionary = [], [], installed_dictionary()
    for words, source in asked:
        grounds = Grounds(encoder)
        for seconds, wanted in ((first, words), (again, f"{words} ")):
            began = time.process_time()
            find(wanted, [source], encoder, grounds=grounds, dictionary=dictionary)
            seconds.append(time.process_time() - began)
    return first, again


def article() -> None:
    """Ten quotations of an article in all sources of the longer sample."""
    corpus, dictionary = load_corpus(corpora_folder() / "tell-sanabel"), installed_dictionary()
    sources = corpus.in_role(Role.SOURCE)
    for document in corpus.in_role(Role.ARTICLE)[:3]:
        encoder = UseEncoder()
        encoder.encode(["warm"])
        quotations, grounds, seconds = extract.quotations(document)[:10], Grounds(encoder), []
        for _ in range(2):
            began = time.process_time()
            place(quotations, document, sources, encoder, grounds=grounds, dictionary=dictionary)
            seconds.append(time.process_time() - began)
        sentences = sum(len(grounds.of(source).sentences) for source in sources)
        found = f"unseen {seconds[0]:.2f} s, read before {seconds[1]:.2f} s"
        print(f"{len(quotations)} quotations in {len(sources)} sources, {sentences} sentences: {found}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="What aligning costs and is worth.")
    parser.add_argument("what", choices=("baseline", "length", "quote", "article"))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    parser.add_argument("--here", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        one_length(arguments.here)
    elif arguments.what == "article":
        article()
    elif arguments.what == "length":
        for size in arguments.sizes:
            subprocess.run([sys.executable, "-m", "tests.benchmarks.alignment", "length", "--here", str(size)], check=True)
    else:
        {"baseline": baseline, "quote": quote}[arguments.what](read(arguments.data / "ntrex-dev"))


if __name__ == "__main__":
    main()
