"""Vectors of texts, kept between runs: a cache beside the log, which may be emptied at any time."""

import json
from collections.abc import Mapping, Sequence

from workbench.store.connections import Connections

MOST_BYTES = 128 * 1024 * 1024
"""What the cache may take: about four hundred reports of twenty sentences, token by token. Beyond it the oldest quarter goes."""

LEFT = 0.75

CROWDED_OUT = """DELETE FROM vectors WHERE number <= coalesce((
    SELECT max(number) FROM (SELECT number, sum(length(vector)) OVER (ORDER BY number DESC) AS younger FROM vectors) WHERE younger > ?
), 0)"""
"""Takes out the oldest, until what is left is no larger than the parameter."""


class SqliteVectors:
    """See `workbench.ports.VectorCache`. Vectors belong to no project; removing any project empties the cache, since texts show through vectors."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def load(self, encoder: str, digests: Sequence[str]) -> Mapping[str, bytes]:
        """What is kept of these digests."""
        query = "SELECT digest, vector FROM vectors WHERE encoder = ? AND digest IN (SELECT value FROM json_each(?))"
        with self._connections.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query, (encoder, json.dumps(list(digests))))}

    def save(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        """Keep these, and drop the oldest of all where they are too many."""
        rows = [(encoder, digest, vector) for digest, vector in vectors.items()]
        with self._connections.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO vectors (encoder, digest, vector) VALUES (?, ?, ?)", rows)
            size = connection.execute("SELECT sum(length(vector)) FROM vectors").fetchone()[0]
            if size is not None and size > MOST_BYTES:
                connection.execute(CROWDED_OUT, (int(LEFT * MOST_BYTES),))
