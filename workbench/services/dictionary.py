"""The dictionary of this machine: read once a process, an empty one where none is installed."""

import logging
import os
from functools import cache
from pathlib import Path

from workbench.align.dictionary import Dictionary
from workbench.errors import BadInput
from workbench.ingest import freedict

FOLDER_VARIABLE = "WORKBENCH_DICTIONARY"
"""Names another folder to look for dictionaries in; empty, it says that none is to be used."""


def named(dictionary: Dictionary) -> tuple[tuple[str, str], ...]:
    """The entry of a signature for figures that a dictionary has a part in; none for an empty one."""
    return (("dictionary", f"freedict-{len(dictionary)}"),) if len(dictionary) else ()


@cache
def installed_dictionary() -> Dictionary:
    """What the machine's dictionaries have, in about a second and 25 MB; one that is damaged is named in the log and left out."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen == "":
        return Dictionary()
    folder = Path(chosen).expanduser() if chosen else freedict.FOLDER
    entries: list[tuple[str, str]] = []
    for name in freedict.installed(folder):
        try:
            entries.extend(freedict.entries(name, folder))
        except BadInput as error:  # without it less is known, and everything works as it would where none is installed
            logging.getLogger(__name__).warning("%s", error)
    return Dictionary(entries)
