"""What reviewers confirmed is gold: measured on, and written so that `find --batch` can be held against it."""

import json
from pathlib import Path

import pytest

from tests.services.conftest import ARTICLE, FIRST, FIRST_PLACE, SECOND, SOURCE
from workbench import encoder
from workbench.errors import BadInput
from workbench.model import LinkDecision
from workbench.services.evaluation.confirmed import confirmed, evaluate_confirmed, export_confirmed
from workbench.services.linking import Finder
from workbench.services.stamps import stamp
from workbench.store import Store


@pytest.fixture
def decided(store: Store) -> Store:
    """One place confirmed, one quotation that a reviewer found in no source."""
    made = stamp("Lina")
    place = LinkDecision(**made, unit_key=FIRST, document_id="wire", spans=(FIRST_PLACE,))
    store.append("hama", [place, LinkDecision(**made, unit_key=SECOND, document_id=None)])
    return store


def test_nothing_is_gold_before_a_person_said_so(store: Store) -> None:
    assert confirmed(store, "hama") == []
    with pytest.raises(BadInput, match="review some quotations first"):
        evaluate_confirmed(store, "hama", encoder.load())


def test_decisions_are_gold(decided: Store) -> None:
    first, second = confirmed(decided, "hama")
    assert first.place is not None
    assert first.place.spans == (FIRST_PLACE,)
    assert second.place is None


def test_the_search_is_measured_on_them(decided: Store) -> None:
    table = evaluate_confirmed(decided, "hama", encoder.load())
    assert [figure.n for figure in table.figures] == [1, 1, 1, 2]
    first, in_three, *_ = table.figures
    assert first.value is not None
    assert first.value > 0.7
    assert in_three.value == 1


def test_the_gold_is_what_find_reads(decided: Store, tmp_path: Path) -> None:
    assert export_confirmed(decided, "hama", tmp_path / "gold") == 2
    tasks = [json.loads(line) for line in (tmp_path / "gold" / "tasks.jsonl").read_text(encoding="utf-8").splitlines()]
    assert tasks[0]["gold"] == [list(FIRST_PLACE.pair())]
    assert (tmp_path / "gold" / tasks[0]["sources"][0]).read_text(encoding="utf-8") == SOURCE
    assert tasks[0]["article_context"] in ARTICLE.replace("“", "").replace("”", "")
    assert tasks[1]["gold"] is None
    answers = list(Finder().batch(tmp_path / "gold" / "tasks.jsonl"))
    assert len(answers) == 2
    assert answers[0]["candidates"][0]["source"] == tasks[0]["sources"][0]


def test_gold_is_never_overwritten(decided: Store, tmp_path: Path) -> None:
    export_confirmed(decided, "hama", tmp_path)
    with pytest.raises(BadInput, match="there are tasks already"):
        export_confirmed(decided, "hama", tmp_path)
