"""The evaluation measures what it says it does: its tasks have the answers they claim, and its tables carry how they were made."""

import random
from pathlib import Path

import pytest

from workbench import encoder
from workbench.errors import BadInput
from workbench.model import Span
from workbench.services.evaluation import tasks
from workbench.services.evaluation.corpora import evaluate_corpora
from workbench.services.evaluation.tasks import KINDS, Data, Labelled

PAIRS = [
    ("قال الوزير «سنعود قريبا إلى المدينة» أمس.", "The minister said “we will soon return to the city” yesterday."),
    ("وغادر الوفد المكان، ثم عاد مساء.", "The delegation left the place, then came back in the evening."),
    ("لم يصب أحد.", "Nobody was hurt."),
]
QUOTED = Span(12, 34)
DATA = Data({"news.1": PAIRS}, [Labelled("news.1", 0, "we will soon return to the city", QUOTED)])


@pytest.mark.parametrize("kind", KINDS)
def test_the_gold_of_a_task_is_where_it_says(kind: tasks.Kind) -> None:
    (task,) = tasks.tasks(DATA, kind)
    assert task == tasks.tasks(DATA, kind)[0]
    if kind == "absent":
        assert task.gold is None
        assert "سنعود" not in task.text
        return
    assert task.gold is not None
    assert task.gold[0].of(task.text) == QUOTED.of(PAIRS[0][0])
    assert ("«" in task.text) == (kind == "marked")
    assert ("[" in task.quote) == (kind == "bracketed")
    if kind == "elided":
        other = next(number for number, (arabic, _) in enumerate(PAIRS) if arabic == task.gold[1].of(task.text))
        assert task.quote.endswith(PAIRS[other][1])


@pytest.mark.parametrize("level", tasks.NOISE)
def test_noisy_beads_use_every_segment_once_and_in_order(level: str) -> None:
    made = tasks.noisy(PAIRS * 40, PAIRS, level, random.Random(3))
    assert [index for bead in made.beads for index in bead.source] == list(range(len(made.source)))
    assert [index for bead in made.beads for index in bead.target] == list(range(len(made.target)))
    assert (level == "clean") == all((len(bead.source), len(bead.target)) == (1, 1) for bead in made.beads)


def test_halves_share_no_document() -> None:
    data = Data({f"news.{number}": PAIRS for number in range(20)}, [])
    tuning, reporting = data.half("tuning"), data.half("reporting")
    assert set(tuning.documents) & set(reporting.documents) == set()
    assert len(tuning.documents) + len(reporting.documents) == 20
    assert min(len(tuning.documents), len(reporting.documents)) > 3


def test_the_samples_have_tables_with_signatures_and_good_figures() -> None:
    tables = {table.title: table for table in evaluate_corpora(encoder.load())}
    assert {title.partition(":")[0] for title in tables} == {"hama-2016", "river-library", "tell-sanabel"}
    assert all("v:" in str(table.signature) for table in tables.values())
    figures = {(title, figure.name): figure.value for title, table in tables.items() for figure in table.figures}
    assert figures["hama-2016: extraction", "quotation and speaker, F1"] == 1
    assert figures["hama-2016: places in the sources", "token F1 of the first candidate"] >= 0.85
    assert figures["hama-2016: places in the sources", "no source: said where none holds it"] == 1
    assert figures["tell-sanabel: places in the sources", "token F1 of the first candidate"] >= 0.67
    assert figures["river-library: alignment", "beads, strict F1"] >= 0.9


def test_a_folder_without_the_data_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"sentences\.tsv"):
        tasks.read(tmp_path)
    (tmp_path / "sentences.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    (tmp_path / "quote_spans.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match="expected shape"):
        tasks.read(tmp_path)


@pytest.mark.shared
def test_the_measuring_data_is_read_whole(shared_data: Path) -> None:
    data = tasks.read(shared_data / "ntrex-dev")
    assert (len(data.documents), sum(map(len, data.documents.values())), len(data.labelled)) == (63, 1053, 128)
