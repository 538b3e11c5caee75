"""From a database address to a store."""

from pathlib import Path

from workbench.errors import BadInput
from workbench.store.protocol import Store
from workbench.store.sqlite import SqliteStore


def open_store(address: str) -> Store:
    """The store at `address`: the path of an SQLite file, made when it does not exist; `:memory:` for tests.

    Raises BadInput for an address of an engine this version does not know.
    """
    if "://" in address:
        scheme = address.split("://", maxsplit=1)[0]
        raise BadInput(f"no store for {scheme}:// addresses in this version", where="--database", remedy="give the path of an SQLite file")
    return SqliteStore(":memory:" if address == ":memory:" else Path(address).expanduser())
