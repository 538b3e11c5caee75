"""The encoder and the sample corpora, loaded once for all tests."""

import pytest

from workbench import encoder as encoders
from workbench.ingest.corpora import Corpus, corpora_folder, load_corpus
from workbench.ports import SpanEncoder


@pytest.fixture(scope="session")
def encoder() -> SpanEncoder:
    """The default encoder."""
    return encoders.load()


@pytest.fixture(scope="session")
def hama() -> Corpus:
    """An article with seven quotations and its six sources."""
    return load_corpus(corpora_folder() / "hama-2016")


@pytest.fixture(scope="session")
def tell_sanabel() -> Corpus:
    """Six articles and their eighteen sources, live blogs among them."""
    return load_corpus(corpora_folder() / "tell-sanabel")


@pytest.fixture(scope="session")
def novel() -> Corpus:
    """A story and its translation, a line a sentence, with gold beads."""
    return load_corpus(corpora_folder() / "river-library")
