"""All tables, with the default encoder."""

from collections.abc import Iterator
from pathlib import Path

from workbench import encoder
from workbench.services.evaluation.corpora import evaluate_corpora
from workbench.services.evaluation.data import evaluate_data
from workbench.services.evaluation.table import Table


def evaluate(data: Path | None = None) -> Iterator[Table]:
    """The tables of the sample corpora, then those of a folder of data."""
    loaded = encoder.load()
    yield from evaluate_corpora(loaded)
    if data is not None:
        yield from evaluate_data(data, loaded)
