"""Outlets of the sample articles against the sources their words are from: All4Syria is كلنا شركاء, and nothing is to be said."""

from collections.abc import Iterator

import pytest

from workbench.checks.attribution import attribution
from workbench.checks.check import NOTHING_KNOWN
from workbench.ingest.corpora import corpora_folder, load_corpus
from workbench.model import Context, Unit
from workbench.services.units import surroundings


def units(name: str) -> Iterator[Unit]:
    """The quotations of a sample whose outlet the article names, with their places as a reader marked them."""
    corpus = load_corpus(corpora_folder() / name)
    assert corpus.gold is not None
    for number, one in enumerate(corpus.gold.quotations):
        for place in one.places:
            source = corpus.document(place.document_id)
            around = surroundings(source.text, place.spans)
            context = Context(source_before=around.before, source_after=around.after, outlet=one.outlet, source_outlet=source.outlet)
            arabic = " ".join(span.of(source.text) for span in place.spans)
            if one.outlet and source.outlet:
                yield Unit(key=f"{name}-{number}", source=arabic, target=one.text, quotation_id=str(number), context=context)


@pytest.mark.parametrize("name", ["hama-2016", "tell-sanabel"])
def test_the_outlets_of_the_samples_are_their_sources_own(name: str) -> None:
    found = [(unit.context.outlet, unit.context.source_outlet) for unit in units(name) if list(attribution(unit, NOTHING_KNOWN))]
    assert found == []


def test_the_samples_have_such_outlets() -> None:
    assert {unit.context.outlet for unit in units("hama-2016")} >= {"All4Syria"}
