"""A document and its translation: aligned, put right, aligned again around what is confirmed, turned into units."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench import encoder as encoders
from workbench.errors import BadInput, Conflict, NotFound
from workbench.ingest.corpora import corpora_folder
from workbench.model import AlignedPair, Document, DocumentKind, Role
from workbench.ports import SpanEncoder
from workbench.services import bitext as service
from workbench.services.bitext import Bitext, Made
from workbench.services.projects import states_of
from workbench.store import Project, Store, open_store
from workbench.ui.bitext import Edit

ARABIC = "وصل الوفد إلى المدينة صباح الاثنين.\nثم غادرها من دون أن يتكلم أحد منهم.\nوعاد في المساء."
ENGLISH = "The delegation reached the city on Monday morning.\nThen it left.\nNone of them spoke.\nIn the evening it came back."


def silent(_done: int, _total: int, _note: str) -> None:
    """A progress nobody looks at."""


@pytest.fixture(scope="module")
def encoder() -> SpanEncoder:
    return encoders.load()


@pytest.fixture
def store() -> Store:
    store = open_store(":memory:")
    store.add_project(Project(id="visit", title="The visit", created_at=datetime.now(UTC)))
    for name, language, role, text in (("ar", "ar", Role.SOURCE, ARABIC), ("en", "en", Role.TRANSLATION, ENGLISH)):
        store.add_document("visit", Document(id=name, language=language, role=role, kind=DocumentKind.ARTICLE, text=text))
    return store


@pytest.fixture
def found(store: Store, encoder: SpanEncoder) -> Bitext:
    assert service.align_documents(store, "visit", "bitext/ar/en", lambda: encoder, silent) == 3
    return aligned(store)


def aligned(store: Store) -> Bitext:
    return service.bitext(store, "visit", "ar", "en")


def shapes(text: Bitext) -> list[tuple[int, int]]:
    return [(len(pair.source), len(pair.target)) for pair in text.pairs]


def test_two_documents_are_aligned_and_the_log_keeps_the_beads(found: Bitext) -> None:
    assert shapes(found) == [(1, 1), (1, 2), (1, 1)]
    assert [service.joined(ENGLISH, pair.target) for pair in found.pairs][1] == "Then it left. None of them spoke."
    assert 0 < found.doubtful_below < 1


def test_a_block_that_was_moved_is_kept_beside_the_beads(encoder: SpanEncoder) -> None:
    folder = corpora_folder() / "river-library"
    arabic, english = ((folder / f"story.{language}.txt").read_text(encoding="utf-8").splitlines()[:12] for language in ("ar", "en"))
    store = open_store(":memory:")
    store.add_project(Project(id="visit", title="The visit", created_at=datetime.now(UTC)))
    texts = {"ar": [*arabic, *ARABIC.splitlines()[:2]], "en": [ENGLISH.splitlines()[0], "Then it left without anyone of them speaking.", *english]}
    for name, role in (("ar", Role.SOURCE), ("en", Role.TRANSLATION)):
        store.add_document("visit", Document(id=name, language=name, role=role, kind=DocumentKind.ARTICLE, text="\n".join(texts[name])))
    service.align_documents(store, "visit", "bitext/ar/en", lambda: encoder, silent)
    found = aligned(store)
    told = [(service.joined(found.source.text, block.source), service.joined(found.target.text, block.target)) for block in found.crossings]
    assert told == [(" ".join(texts["ar"][-2:]), " ".join(texts["en"][:2]))]
    service.save(store, "visit", found, [replace(pair, confirmed=True) for pair in found.pairs], reviewer="Lina", operation="edit-1")
    assert aligned(store).crossings == found.crossings


def test_documents_that_are_not_there_are_named(store: Store) -> None:
    with pytest.raises(NotFound, match="no documents ar and fr"):
        service.bitext(store, "visit", "ar", "fr")


def test_what_is_confirmed_stays_when_the_rest_is_aligned_again(store: Store, found: Bitext, encoder: SpanEncoder) -> None:
    first, second, third = found.pairs
    wrong = replace(first, target=(*first.target, second.target[0]), confirmed=True)
    rest = replace(second, target=second.target[1:])
    service.save(store, "visit", found, [wrong, rest, third], reviewer="Lina", operation="edit-1")
    service.align_documents(store, "visit", "bitext/ar/en", lambda: encoder, silent)
    again = aligned(store)
    assert again.pairs[0] == wrong
    assert shapes(again) == [(1, 2), (1, 1), (1, 1)]


def test_a_save_over_newer_beads_is_refused(store: Store, found: Bitext) -> None:
    confirmed = [replace(pair, confirmed=True) for pair in found.pairs]
    service.save(store, "visit", found, confirmed, reviewer="Lina", operation="edit-1")
    with pytest.raises(Conflict):
        service.save(store, "visit", found, found.pairs, reviewer="Omar", operation="edit-2")
    assert all(pair.confirmed for pair in aligned(store).pairs)


def test_the_same_save_twice_is_stored_once(store: Store, found: Bitext) -> None:
    confirmed = [replace(pair, confirmed=True) for pair in found.pairs]
    first = service.save(store, "visit", found, confirmed, reviewer="Lina", operation="edit-1")
    assert service.save(store, "visit", aligned(store), confirmed, reviewer="Lina", operation="edit-1", based_on=found.sequence) == first


@pytest.mark.parametrize("lost", ["a segment", "the order"])
def test_no_segment_is_lost_or_out_of_order(store: Store, found: Bitext, lost: str) -> None:
    pairs = list(found.pairs)
    pairs = pairs[:-1] if lost == "a segment" else [pairs[1], pairs[0], pairs[2]]
    with pytest.raises(BadInput, match="not all there, once each and in order"):
        service.save(store, "visit", found, pairs, reviewer="Lina", operation="edit-1")


def test_confirmed_beads_become_units_once(store: Store, found: Bitext) -> None:
    first, second, third = found.pairs
    alone = AlignedPair((), second.target[:1], confirmed=True)
    rest = replace(second, target=second.target[1:])
    pairs = [replace(first, confirmed=True), alone, rest, replace(third, confirmed=True)]
    service.save(store, "visit", found, pairs, reviewer="Lina", operation="edit-1")
    assert service.make_units(store, "visit", aligned(store), "Lina") == Made(added=2, known=0, one_sided=1, unconfirmed=1)
    units = states_of(store, "visit")
    assert [(state.key, state.published) for state in units.values()] == [
        ("visit/b0001", "The delegation reached the city on Monday morning."),
        ("visit/b0002", "In the evening it came back."),
    ]
    assert units["visit/b0002"].supplied_source == "وعاد في المساء."
    assert service.make_units(store, "visit", aligned(store), "Lina") == Made(added=0, known=2, one_sided=1, unconfirmed=1)


def test_degenerate_documents(encoder: SpanEncoder) -> None:
    def between(arabic: str, english: str) -> list[tuple[int, int]]:
        made = [
            Document(id=name, language=name, role=role, kind=DocumentKind.ARTICLE, text=text)
            for name, role, text in (("ar", Role.SOURCE, arabic), ("en", Role.TRANSLATION, english))
        ]
        pairs = service.aligned_again(Bitext("bitext/ar/en", made[0], made[1], (), 0), encoder).pairs
        return [(len(pair.source), len(pair.target)) for pair in pairs]

    assert between("", "") == []
    assert between("نص واحد.", "") == [(1, 0)]
    assert between("", "One text.\nTwo.") == [(0, 1), (0, 1)]


@pytest.mark.parametrize(
    ("beads", "whole"),
    [
        ([[[0], [0, 1], 0.5, True], [[1], [], 0, False]], True),
        ([[[0], [0], 0.5, True], [[1], [], 0, False]], False),
        ([[[1], [0, 1], 0.5, True], [[0], [], 0, False]], False),
        ([[[0, 1], [0, 1], 0.5, True], [[], [], 0, False]], False),
    ],
)
def test_an_edit_covers_every_segment_once(beads: list[object], whole: bool) -> None:
    assert Edit.parse({"request": "a", "based_on": 1, "beads": beads}).covers(2, 2) is whole


@pytest.mark.parametrize(
    "value", [None, {}, {"request": "a", "based_on": 1, "beads": [[["x"], [], 0, 0]]}, {"request": "", "based_on": 1, "beads": []}]
)
def test_an_edit_that_is_none_says_so(value: object) -> None:
    with pytest.raises(BadInput, match="reload the page"):
        Edit.parse(value)
