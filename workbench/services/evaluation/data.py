"""A folder of measuring data beside the project: both halves of its documents, apart, with bootstrap intervals."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from workbench import __version__
from workbench.align.beads import align
from workbench.align.confidence import FOUND, LIKELY, SURE
from workbench.align.dictionary import Dictionary
from workbench.align.ground import Grounds
from workbench.align.places import find
from workbench.metrics import beads as bead_metrics
from workbench.metrics.spans import RIGHT, area_under_curve, bootstrap, mean, precision_at, token_f1, tokens
from workbench.model import Document, DocumentKind, LinkState, Placement, Role, Signature, Unit
from workbench.ports import SpanEncoder
from workbench.services.checking import measure_alarms
from workbench.services.dictionary import installed_dictionary, named
from workbench.services.evaluation.table import Figure, Table
from workbench.services.evaluation.tasks import KINDS, Data, Half, Kind, Task, noisy, read, tasks

HALVES: tuple[Half, ...] = ("tuning", "reporting")
COVERAGE = 0.6
LONG = 5
"""Arabic words from which a place counts as long."""

SIX_WORDS = 6
STEPS = (0.0, 0.1, FOUND, LIKELY, SURE, 1.01)
"""Of confidence: the words that reviewers read change at the inner ones but the first."""

SEED = 1


def evaluate_data(folder: Path, encoder: SpanEncoder) -> Iterator[Table]:
    """Places, no-source, beads and false alarms of checks on each half of the data; BadInput where the folder has not the data."""
    data = read(folder / "ntrex-dev" if (folder / "ntrex-dev").is_dir() else folder)
    for half in HALVES:
        part = data.half(half)
        yield from _places(part, half, encoder)
        yield _beads(part, data, half, encoder)
        yield _alarms(part, half)


def _signature(half: Half, encoder: SpanEncoder, dictionary: Dictionary | None = None) -> Signature:
    made_with = (("encoder", encoder.name), *(named(dictionary) if dictionary else ()))
    return Signature((("data", f"ntrex-dev/{half}"), ("seed", str(SEED)), *made_with, ("langs", "ar-en"), ("v", __version__)))


@dataclass(frozen=True, slots=True)
class _Found:
    """A task, what was found, and the token F1 of the first and the best of three candidates."""

    task: Task
    placement: Placement
    first: float
    best: float

    @property
    def long(self) -> bool:
        return self.task.gold is not None and len(tokens(self.task.text, self.task.gold)) >= LONG

    @property
    def words(self) -> int:
        return len(self.task.quote.split())


def _places(data: Data, half: Half, encoder: SpanEncoder) -> Iterator[Table]:
    signature = _signature(half, encoder, installed_dictionary())
    everything: list[_Found] = []
    for around, said in ((False, ""), (True, ", the English sentence around given")):
        by_kind = {kind: _solved(tasks(data, kind, seed=SEED), encoder, around=around) for kind in KINDS}
        for kind in KINDS:
            if kind != "absent":
                yield Table(f"{half} half, {kind} quotations{said}", tuple(_place_figures(by_kind[kind])), signature)
        yield Table(f"{half} half, quotations that the source does not hold{said}", tuple(_absence_figures(by_kind)), signature)
        everything.extend(one for solved in by_kind.values() for one in solved)
    yield Table(f"{half} half, how often the first candidate is right, by the confidence it was given", tuple(_reliability(everything)), signature)


def _reliability(solved: Sequence[_Found]) -> Iterator[Figure]:
    """For each step of confidence the share that was right; a place for a quotation that the source does not hold is always wrong."""
    for low, high in pairwise(STEPS):
        part = [float(one.first >= RIGHT) for one in solved if low <= one.placement.confidence < high]
        yield Figure(f"given {low:.1f} to {min(high, 1.0):.1f}", mean(part), len(part), bootstrap(part))


def _solved(made: Sequence[Task], encoder: SpanEncoder, *, around: bool = False) -> list[_Found]:
    grounds, ids = Grounds(encoder), {text: f"text-{number}" for number, text in enumerate(dict.fromkeys(task.text for task in made))}
    solved = []
    for task in made:
        source = Document(id=ids[task.text], language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text=task.text)
        context = task.around if around else None
        placement = find(task.quote, [source], encoder, article_context=context, grounds=grounds, dictionary=installed_dictionary())
        scores = [token_f1(task.text, task.gold or (), link.spans) for link in placement.candidates[:3]] or [0.0]
        solved.append(_Found(task, placement, scores[0], max(scores)))
    return solved


def _place_figures(solved: Sequence[_Found]) -> Iterator[Figure]:
    for name, part in (("all", solved), ("of 5+ words", [one for one in solved if one.long]), ("shorter", [one for one in solved if not one.long])):
        first = [one.first for one in part]
        yield Figure(f"token F1 of the first candidate, {name}", mean(first), len(first), bootstrap(first))
    in_three = [float(one.best >= RIGHT) for one in solved]
    yield Figure("right one among the first three", mean(in_three), len(in_three), bootstrap(in_three))
    sure = [(one.placement.confidence, one.first >= RIGHT) for one in solved]
    yield Figure(f"right among the {COVERAGE:.0%} most confident", precision_at(sure, COVERAGE), round(COVERAGE * len(sure)))


def _absence_figures(by_kind: dict[Kind, list[_Found]]) -> Iterator[Figure]:
    absent = by_kind["absent"]
    for kind in ("marked", "blank"):
        for name, least in (("all", 0), (f"of {SIX_WORDS}+ words", SIX_WORDS)):
            there = [one.placement.confidence for one in by_kind[kind] if one.words >= least]
            gone = [one.placement.confidence for one in absent if one.words >= least]
            yield Figure(f"told from {kind} ones, area under the curve, {name}", area_under_curve(there, gone), len(there) + len(gone))
    said = [float(one.placement.state is LinkState.NO_SOURCE) for one in absent]
    yield Figure("no source said", mean(said), len(said), bootstrap(said))
    lost = [float(one.placement.state is LinkState.NO_SOURCE) for one in by_kind["marked"]]
    yield Figure("no source said of marked quotations that are there", mean(lost), len(lost), bootstrap(lost))


def _beads(data: Data, everything: Data, half: Half, encoder: SpanEncoder) -> Table:
    pool = [pair for pairs in everything.documents.values() for pair in pairs]
    figures = []
    for level in ("light", "heavy"):
        draw = random.Random(SEED)  # noqa: S311 (the same noise every time)
        total = bead_metrics.BeadScore()
        for pairs in data.documents.values():
            made = noisy(pairs, pool, level, draw)
            total += bead_metrics.score(made.beads, align(made.source, made.target, encoder))
        figures.append(Figure(f"beads, {level} noise, strict F1", total.strict_f1, total.gold))
        figures.append(Figure(f"beads, {level} noise, lax F1", total.lax_f1, total.gold))
    return Table(f"{half} half, noisy documents", tuple(figures), _signature(half, encoder))


def _alarms(data: Data, half: Half) -> Table:
    """Every pair is a professional translation, so that nearly every finding is a false alarm."""
    units = [Unit.of(arabic, english) for pairs in data.documents.values() for arabic, english in pairs]
    alarms = measure_alarms(units)
    figures = (
        Figure("findings a unit", alarms.per_unit, alarms.units),
        Figure("findings of major or higher a unit", alarms.serious_per_unit, alarms.units),
    )
    return Table(f"{half} half, checks on right translations", figures, alarms.signature)
