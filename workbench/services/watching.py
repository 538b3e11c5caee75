"""Telling whoever waits how far a long piece of work is, and stopping it: what the watcher raises goes through, and nothing of the work is kept."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Watch = Callable[[int, str], None]
"""Is told how many units are done and with what: `read`, `written`, `stored`. To stop the work it raises."""

EVERY = 500
"""Units between two calls: often enough to see it move, seldom enough to cost nothing."""


T = TypeVar("T")


def watched(things: Iterable[T], watch: Watch | None, what: str) -> Iterator[T]:
    """The things, with the watcher told on the way.

    >>> list(watched("ab", lambda count, what: print(count, what), "read"))
    2 read
    ['a', 'b']
    """
    count = 0
    for count, thing in enumerate(things, start=1):
        yield thing
        if watch and count % EVERY == 0:
            watch(count, what)
    if watch:
        watch(count, what)
