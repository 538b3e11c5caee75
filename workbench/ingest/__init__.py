"""From files to documents."""

from workbench.ingest.corpora import Corpus, corpora_folder, corpus_names, load_corpus
from workbench.ingest.gold import Gold, GoldPlace, GoldQuotation
from workbench.ingest.ingested import Ingested
from workbench.ingest.reading import read_document, read_pasted, read_upload

__all__ = [
    "Corpus",
    "Gold",
    "GoldPlace",
    "GoldQuotation",
    "Ingested",
    "corpora_folder",
    "corpus_names",
    "load_corpus",
    "read_document",
    "read_pasted",
    "read_upload",
]
