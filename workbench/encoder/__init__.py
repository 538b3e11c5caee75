"""The sentence encoder: loaded on first use, once per process."""

import os
from functools import cache
from pathlib import Path

from workbench.ports import SpanEncoder

FOLDER_VARIABLE = "WORKBENCH_ENCODER"
"""Names a folder with a sentence-transformers model to be used instead of the default one."""


@cache
def load() -> SpanEncoder:
    """The encoder of this process; the first call reads the weights (about a second), later ones give the same object.

    BadInput where the environment names a folder that holds no model.
    """
    folder = os.environ.get(FOLDER_VARIABLE)
    if folder:
        from workbench.encoder.folder import FolderEncoder

        return FolderEncoder(Path(folder).expanduser())
    from workbench.encoder.use import UseEncoder

    return UseEncoder()
