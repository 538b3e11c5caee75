"""Clauses at the edges of a stretch have to earn their place."""

import numpy as np
import pytest

from workbench.align.clauses import EARNED, clauses, idle
from workbench.align.ground import Ground
from workbench.align.places import find
from workbench.model import Document, DocumentKind, Role
from workbench.ports import SpanEncoder

TEXT = "وجدنا اليد اليسرى تحت جدار الطاحونة، وما زلنا نبحث عن البقية. ثم عدنا."
SOURCE = Document(id="statue", language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text=TEXT)
QUOTE = "We found the left hand under the wall of the mill"
WHOLE = "We found the left hand under the wall of the mill, and we are still looking for the rest"


@pytest.fixture(scope="module")
def ground(encoder: SpanEncoder) -> Ground:
    """The report on the statue, ready for searching."""
    return Ground(SOURCE, encoder)


def idle_of(ground: Ground, encoder: SpanEncoder, quote: str, *ranges: tuple[int, int]) -> list[float]:
    first, last = np.array(ranges, np.intp).T
    wanted = encoder.encode([quote])[0]
    return [float(lost) for lost in idle(ground, first, last, ground.vectors(first, last) @ wanted, wanted)]


def test_clauses_part_at_pauses_and_at_the_ends_of_sentences(ground: Ground) -> None:
    assert ground.clause_of.tolist() == [0] * 6 + [1] * 5 + [2] * 2
    assert ground.clause_bounds.tolist() == [0, 6, 11, 13]


def test_no_words_have_no_clauses(encoder: SpanEncoder) -> None:
    nothing = np.zeros(0, np.intp)
    assert clauses("", nothing, nothing, nothing).tolist() == []
    assert Ground(Document(id="empty", language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text="…"), encoder).clause_bounds.tolist() == [0]


def test_a_clause_too_many_is_idle_and_one_that_is_wanted_is_not(ground: Ground, encoder: SpanEncoder) -> None:
    too_much, fitting, within = idle_of(ground, encoder, QUOTE, (0, 10), (0, 5), (1, 4))
    assert within == fitting == 0 < too_much <= 2 * EARNED
    assert idle_of(ground, encoder, WHOLE, (0, 10))[0] < too_much / 3


def test_a_quotation_ends_where_its_words_end(encoder: SpanEncoder) -> None:
    for quote, words in ((QUOTE, TEXT.partition("،")[0]), (WHOLE, TEXT.partition(".")[0])):
        assert find(f"{quote},", [SOURCE], encoder).candidates[0].text(TEXT) == words
