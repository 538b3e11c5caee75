"""From files to documents."""

from workbench.ingest.ingested import Ingested
from workbench.ingest.reading import read_document, read_pasted, read_upload

__all__ = ["Ingested", "read_document", "read_pasted", "read_upload"]
