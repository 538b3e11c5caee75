"""How much a reviewer changed: chrF and TER of the published rendering against the reviewed one, by sacrebleu.

TER with case is the post-edit effort (HTER). The defaults are traps here: sacrebleu's TER ignores case unless told, its `normalized`
and chrF's own default would count a space put in after a comma as no change. Both figures are 0..100.
"""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER


@dataclass(frozen=True, slots=True)
class EditScore:
    """A figure's name, value (0..100) and sacrebleu's signature."""

    name: str
    value: float
    signature: str


@cache
def _metrics() -> tuple[tuple[str, Any], ...]:
    return (("chrF", CHRF(whitespace=True)), ("TER", TER(case_sensitive=True)))


def edit_scores(published: str, reviewed: str) -> tuple[EditScore, ...]:
    """Figures of one rendering; none where either text is empty, since there is nothing to compare.

    >>> [(score.name, round(score.value, 1)) for score in edit_scores("in case of its liberation", "in case of its liberation")]
    [('chrF', 100.0), ('TER', 0.0)]
    >>> edit_scores("words", "")
    ()
    """
    if not published.strip() or not reviewed.strip():
        return ()
    scores = []
    for name, metric in _metrics():
        value = metric.sentence_score(published, [reviewed]).score
        scores.append(EditScore(name, round(float(value), 4), f"{name}|{metric.get_signature().format()}"))
    return tuple(scores)


def edit_counts(published: str, reviewed: str) -> tuple[float, float]:
    """Edits by TER, and words of the reviewed text as TER counts them; an unchanged text is not looked at twice.

    >>> edit_counts("we had several talks", "we held several talks")
    (1.0, 4.0)
    """
    if published == reviewed:
        return 0.0, float(len(reviewed.split()))
    score = dict(_metrics())["TER"].sentence_score(published, [reviewed])
    return float(score.num_edits), float(score.ref_length)


def ter_signature() -> str:
    """How TER counts here."""
    return f"TER|{dict(_metrics())['TER'].get_signature().format()}"


def scorer() -> str:
    """Name and version of what makes the figures."""
    return f"sacrebleu {version('sacrebleu')}"
