"""Which words of a unit belong together: from names, numbers, a dictionary where one is installed, and a lexicon learnt from approved pairs."""

import threading
import time
from collections.abc import Callable, Sequence

from workbench.align.dictionary import Dictionary
from workbench.align.lexicon import Lexicon
from workbench.align.words import LearntLinks
from workbench.ports import WordLink
from workbench.services.dictionary import installed_dictionary

LEAST_PAIRS = 300
"""Approved pairs from which a lexicon is learnt. docs/evaluation.md says what one is worth, and what a dictionary is."""

GROWN = 1.25
"""How many times more pairs there must be than the lexicon was learnt from, for another one to be learnt."""

LOOKS_AGAIN = 60.0
"""Seconds between two looks at how many pairs are approved."""

Pairs = Sequence[tuple[str, str]]


class ProjectWordLinks:
    """The links of one project. What takes long is read or learnt in a thread; until it is there, what was known before is used."""

    def __init__(self, approved: Callable[[], Pairs], load_dictionary: Callable[[], Dictionary] = installed_dictionary) -> None:
        self._approved = approved
        self._load_dictionary = load_dictionary
        self._links = LearntLinks(Lexicon({}, {}))
        self._learnt_from: int | None = None
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
        enough = len(pairs) >= max(LEAST_PAIRS, GROWN * (self._learnt_from or 0))
        if enough or self._learnt_from is None:
            self._learning = threading.Thread(target=self._learn, args=(pairs if enough else (),), name="learning words", daemon=True)
            self._learning.start()

    def _learn(self, pairs: Pairs) -> None:
        self._links = LearntLinks(Lexicon.fit(pairs), self._load_dictionary())
        self._learnt_from = len(pairs)
