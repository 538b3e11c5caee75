"""Events on their way to the store, on the disk rather than in the memory: a file may bring a million of them."""

import pickle
from array import array
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from workbench.model import Event

AT_ONCE = 500
"""Events that are written together."""
SMALLEST = 1024
"""Places for keys at first; a power of two, as it stays."""


class Spool:
    """Takes events and gives them again, in their order, as often as asked; what it keeps is gone when the block ends."""

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="workbench-spool-")  # noqa: SIM115 - closed by __exit__
        self._waiting: list[Event] = []
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def append(self, event: Event) -> None:
        """Take one."""
        self._waiting.append(event)
        self._count += 1
        if len(self._waiting) >= AT_ONCE:
            self._flush()

    def extend(self, events: Iterable[Event]) -> None:
        """Take several."""
        for event in events:
            self.append(event)

    def _flush(self) -> None:
        self._file.seek(0, 2)
        pickle.dump(self._waiting, self._file, pickle.HIGHEST_PROTOCOL)
        self._waiting.clear()

    def __iter__(self) -> Iterator[Event]:
        self._flush()
        place, end = 0, self._file.tell()
        while place < end:
            self._file.seek(place)
            events = pickle.load(self._file)  # noqa: S301 - an unnamed file that only this object has written
            place = self._file.tell()
            yield from events


class Seen:
    """Which keys have come up: eight bytes and a bit for each, where a set of texts would keep a hundred.

    Two keys of one 64-bit hash would be taken for the same: among a million keys the odds are one in 37 million.

    >>> seen = Seen()
    >>> "hama/q01" in seen, seen.add("hama/q01"), "hama/q01" in seen, len(seen)
    (False, None, True, 1)
    """

    def __init__(self) -> None:
        self._slots = array("q", bytes(8 * SMALLEST))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: str) -> bool:
        return self._slots[self._place(hash(key) or 1)] != 0

    def add(self, key: str) -> None:
        """Keep a key."""
        number = hash(key) or 1
        place = self._place(number)
        if self._slots[place] == 0:
            self._slots[place] = number
            self._count += 1
            if 3 * self._count > 2 * len(self._slots):
                self._grow()

    def _place(self, number: int) -> int:
        """Where a number stands, or would."""
        slots, last = self._slots, len(self._slots) - 1
        place = number & last
        while slots[place] not in (0, number):
            place = (place + 1) & last
        return place

    def _grow(self) -> None:
        former, self._slots = self._slots, array("q", bytes(16 * len(self._slots)))
        for number in former:
            if number:
                self._slots[self._place(number)] = number
