"""Which words of a unit belong together, from names, numbers and a lexicon that is learnt from the project's approved pairs."""

import threading
import time
from collections.abc import Callable, Sequence

from workbench.align.lexicon import Lexicon
from workbench.align.words import LearntLinks
from workbench.ports import WordLink

LEAST_PAIRS = 300
"""Approved pairs from which a lexicon is learnt; below that names and numbers alone are linked. docs/evaluation.md says what a lexicon is worth."""

GROWN = 1.25
"""How many times more pairs there must be than the lexicon was learnt from, for another one to be learnt."""

LOOKS_AGAIN = 60.0
"""Seconds between two looks at how many pairs are approved."""

Pairs = Sequence[tuple[str, str]]


class ProjectWordLinks:
    """The links of one project. A lexicon is learnt in a thread; until it is there the former one is used."""

    def __init__(self, approved: Callable[[], Pairs]) -> None:
        self._approved = approved
        self._links = LearntLinks(Lexicon({}, {}))
        self._learnt_from = 0
        self._looked_at = float("-inf")
        self._learning: threading.Thread | None = None

    def of(self, source: str, target: str) -> list[WordLink]:
        """Confident links of an Arabic text and its rendering."""
        self._keep_learning()
        return self._links.links(source, target)

    def wait(self) -> None:
        """Until nothing is being learnt."""
        if self._learning:
            self._learning.join()

    def _keep_learning(self) -> None:
        if time.monotonic() - self._looked_at < LOOKS_AGAIN or (self._learning and self._learning.is_alive()):
            return
        self._looked_at = time.monotonic()
        pairs = self._approved()
        if len(pairs) >= max(LEAST_PAIRS, GROWN * self._learnt_from):
            self._learning = threading.Thread(target=self._learn, args=(pairs,), name="learning words", daemon=True)
            self._learning.start()

    def _learn(self, pairs: Pairs) -> None:
        self._links = LearntLinks(Lexicon.fit(pairs))
        self._learnt_from = len(pairs)
