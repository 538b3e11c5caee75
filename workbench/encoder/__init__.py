"""The sentence encoder: loaded on first use, once per process."""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.ports import SpanEncoder, VectorCache

if TYPE_CHECKING:
    from workbench.encoder.folder import FolderEncoder
    from workbench.encoder.use import UseEncoder

FOLDER_VARIABLE = "WORKBENCH_ENCODER"
"""Names a folder with a sentence-transformers model to be used instead of the default one."""


def load(kept_in: VectorCache | None = None) -> SpanEncoder:
    """The encoder of this process; the first call reads the weights (about a second), later ones share them.

    With `kept_in` what it computes is kept there, and what is kept there is not computed again. BadInput where the environment names a folder that
    holds no model.
    """
    return _loaded().keeping_in(kept_in) if kept_in else _loaded()


@cache
def _loaded() -> "UseEncoder | FolderEncoder":
    folder = os.environ.get(FOLDER_VARIABLE)
    if folder:
        from workbench.encoder.folder import FolderEncoder

        return FolderEncoder(Path(folder).expanduser())
    from workbench.encoder.use import UseEncoder

    return UseEncoder()
