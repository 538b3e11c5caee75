"""The encoder, loaded once for all tests, and the texts it is measured on."""

import pytest

from workbench import encoder as encoders
from workbench.encoder.use import UseEncoder
from workbench.ingest.corpora import Corpus, corpora_folder, load_corpus


@pytest.fixture(scope="session")
def encoder() -> UseEncoder:
    """The default encoder."""
    loaded = encoders.load()
    assert isinstance(loaded, UseEncoder)
    return loaded


@pytest.fixture(scope="session")
def novel() -> Corpus:
    """A story in Arabic and English, a hundred and fifty sentences each."""
    return load_corpus(corpora_folder() / "river-library")
