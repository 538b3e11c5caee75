"""Who is looking at which unit right now. Kept in memory only: when the process ends, nobody is there."""

import threading
import time
from collections.abc import Callable

STAYS = 40.0
"""Seconds a person counts as there without a sign; panes give one every fifteen."""


class Presence:
    """The people on one project's desk."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[str, tuple[str, float]] = {}

    def seen(self, reviewer: str, unit_key: str) -> None:
        """A sign of `reviewer`, who looks at a unit."""
        with self._lock:
            self._seen[reviewer] = (unit_key, self._clock())

    def others(self, reviewer: str) -> list[dict[str, str]]:
        """Everybody else who is there, by name, with their unit.

        >>> presence = Presence(lambda: 0.0)
        >>> presence.seen("Lina", "hama/q01")
        >>> presence.others("Omar")
        [{'name': 'Lina', 'unit': 'hama/q01'}]
        """
        now = self._clock()
        with self._lock:
            self._seen = {name: sign for name, sign in self._seen.items() if now - sign[1] <= STAYS}
            return [{"name": name, "unit": unit} for name, (unit, _) in sorted(self._seen.items()) if name != reviewer]
