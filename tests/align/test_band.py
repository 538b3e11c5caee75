"""Where to look for beads: the same, however much of the texts is held at a time."""

import numpy as np
import pytest

from workbench.align import band
from workbench.align.likeness import Compact


def directions(count: int, seed: int) -> Compact:
    """Random vectors of length 1."""
    rows = np.random.default_rng(seed).normal(size=(count, 16))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


@pytest.mark.parametrize("count", [1, 2, 7, 8, 11])
def test_pooling_in_blocks_is_pooling_pair_by_pair(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(band, "AT_ONCE", 4)
    vectors = directions(count, 1)
    pairs = [vectors[at : at + 2].astype(np.float32).sum(axis=0) for at in range(0, count, 2)]
    assert np.allclose(band.pooled(vectors), [pair / np.linalg.norm(pair) for pair in pairs], atol=1e-3)


def test_the_path_follows_what_is_alike_and_does_not_depend_on_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    target = directions(400, 2)
    source = np.concatenate([target[:150], target[190:]])  # forty segments of the target have no counterpart
    found = band.path(source, target)
    assert np.abs(found[:-1] - np.concatenate([np.arange(150), np.arange(190, 400)])).max() <= 40
    assert (found[:140] == np.arange(140)).all()
    assert (found[160:-1] == np.arange(200, 400)).all()
    monkeypatch.setattr(band, "ROWS_AT_ONCE", 7)
    assert (band.path(source, target) == found).all()
