"""The bitext page: beads put right by keyboard and mouse, saved, undone, and made into units."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.running import RunningApp
from workbench import encoder as encoders
from workbench.ingest.corpora import corpora_folder, load_corpus
from workbench.model import MACHINE, AlignedPair, BitextAligned, Document, DocumentKind, Role
from workbench.services import bitext as service
from workbench.services.names import bitext_key
from workbench.services.projects import states_of
from workbench.store import Project, open_store

pytestmark = pytest.mark.browser

PROJECT = "river-library"
SHIFTED = 9  # the planted mistake: this bead's English stands one bead too far down

MOVED = "moved-block"
MOVED_ARABIC = ["وصل الوفد إلى المدينة صباح الاثنين.", "ثم غادرها من دون أن يتكلم أحد منهم."]
MOVED_ENGLISH = ["The delegation reached the city on Monday morning.", "Then it left without anyone of them speaking."]


def prepared(database: Path) -> Path:
    """The sample story with its gold beads, one of them put wrong."""
    folder = corpora_folder() / PROJECT
    corpus = load_corpus(folder)
    store = open_store(str(database))
    store.add_project(Project(id=PROJECT, title=corpus.title, created_at=datetime.now(UTC)))
    for document in corpus.documents:
        store.add_document(PROJECT, document)
    (source,), (target,) = corpus.in_role(Role.SOURCE), corpus.in_role(Role.TRANSLATION)
    left, right = service.segments(source), service.segments(target)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["beads"]
    pairs = [AlignedPair(tuple(left[at] for at in bead["source"]), tuple(right[at] for at in bead["target"]), 0.5) for bead in gold]
    here, below = pairs[SHIFTED], pairs[SHIFTED + 1]
    pairs[SHIFTED : SHIFTED + 2] = [AlignedPair(here.source, (), 0.0), AlignedPair(below.source, (*here.target, *below.target), 0.1)]
    event = BitextAligned(
        unit_key=bitext_key(source.id, target.id),
        author=MACHINE,
        at=datetime.now(UTC),
        operation="prepared",
        source_id=source.id,
        target_id=target.id,
        pairs=tuple(pairs),
    )
    store.append(PROJECT, [event])
    store.close()
    return database


def with_a_moved_block(database: Path) -> Path:
    """A project more in the database: the story's opening, two of whose sentences come last in the Arabic and first in the English."""
    folder = corpora_folder() / PROJECT
    arabic, english = ((folder / f"story.{language}.txt").read_text(encoding="utf-8").splitlines()[:12] for language in ("ar", "en"))
    store = open_store(str(database))
    store.add_project(Project(id=MOVED, title="A moved block", created_at=datetime.now(UTC)))
    for language, role, lines in (("ar", Role.SOURCE, [*arabic, *MOVED_ARABIC]), ("en", Role.TRANSLATION, [*MOVED_ENGLISH, *english])):
        text = "\n".join(lines)
        store.add_document(MOVED, Document(id=language, language=language, role=role, kind=DocumentKind.ARTICLE, title=language, text=text))
    service.align_documents(store, MOVED, bitext_key("ar", "en"), encoders.load, lambda _done, _total, _note: None)
    store.close()
    return database


@pytest.fixture(scope="module")
def app(start_app: Callable[..., RunningApp], tmp_path_factory: pytest.TempPathFactory) -> RunningApp:
    return start_app(with_a_moved_block(prepared(tmp_path_factory.mktemp("bitext") / "workbench.sqlite")))


@pytest.fixture
def bitext(page: Page, app: RunningApp) -> Page:
    page.goto(f"{app.url}/bitext?project={PROJECT}&reviewer=Lina")
    expect(page.locator(".bead").first).to_be_visible(timeout=30_000)
    page.locator(".beads").focus()
    return page


def shape(page: Page, index: int) -> str:
    return page.locator(f"#bead-{index} .shape").text_content() or ""


def saved(page: Page) -> None:
    expect(page.locator(".bitext .status")).to_have_text("Saved", timeout=15_000)


def stored(app: RunningApp) -> service.Bitext:
    store = open_store(str(app.database))
    try:
        return service.bitext(store, PROJECT, "story-ar", "story-en")
    finally:
        store.close()


def test_a_shifted_sentence_is_found_and_put_back_by_keyboard(bitext: Page, app: RunningApp) -> None:
    bitext.keyboard.press("n")
    while bitext.locator(".bead.here").get_attribute("id") != f"bead-{SHIFTED}":
        bitext.keyboard.press("n")
    bitext.keyboard.press("ArrowDown")
    bitext.keyboard.press("ArrowRight")
    bitext.keyboard.press("Backspace")
    assert shape(bitext, SHIFTED).endswith("–1")
    saved(bitext)
    before = stored(app).pairs
    assert before[SHIFTED].target
    bitext.keyboard.press("Shift+Space")
    bitext.keyboard.press("Control+z")
    bitext.keyboard.press("Control+z")
    saved(bitext)
    assert not stored(app).pairs[SHIFTED].target
    bitext.keyboard.press("Control+y")
    saved(bitext)
    assert stored(app).pairs == before


def test_split_merge_and_drag(bitext: Page, app: RunningApp) -> None:
    number = bitext.locator(".bead").count()
    bitext.keyboard.press("Home")
    bitext.keyboard.press("m")
    expect(bitext.locator(".bead")).to_have_count(number - 1)
    bitext.keyboard.press("e")
    expect(bitext.locator(".bead")).to_have_count(number)
    assert [shape(bitext, index) for index in (0, 1)] == ["1–1", "1–1"]
    bitext.locator("#bead-0 [data-side=target] p").drag_to(bitext.locator("#bead-1 [data-side=target]"))
    assert [shape(bitext, index) for index in (0, 1)] == ["1–0", "1–2"]
    saved(bitext)
    bitext.reload()
    expect(bitext.locator("#bead-1 .shape")).to_have_text("1–2", timeout=15_000)
    bitext.locator(".beads").focus()
    bitext.keyboard.press("Home")
    bitext.keyboard.press("ArrowDown")
    bitext.keyboard.press("ArrowRight")
    bitext.keyboard.press("Backspace")
    saved(bitext)
    assert [(len(pair.source), len(pair.target)) for pair in stored(app).pairs[:2]] == [(1, 1), (1, 1)]


def test_confirmed_beads_become_units_to_review(bitext: Page, app: RunningApp) -> None:
    bitext.keyboard.press("Home")
    bitext.keyboard.press("ArrowDown")
    bitext.keyboard.press("ArrowDown")
    bitext.keyboard.press("Shift+Space")
    expect(bitext.locator(".bead.confirmed")).to_have_count(3)
    bitext.get_by_role("button", name="Make units of what is confirmed").click()
    expect(bitext.get_by_text("3 units added to the review")).to_be_visible(timeout=15_000)
    store = open_store(str(app.database))
    assert len(states_of(store, PROJECT)) == 3
    store.close()
    bitext.goto(f"{app.url}/review?project={PROJECT}&reviewer=Lina")
    expect(bitext.locator(".row")).to_have_count(3, timeout=15_000)
    expect(bitext.locator(".sides:not(.ahead) .arabic .span")).to_be_visible()


def test_the_dot_plot_leads_to_a_bead(bitext: Page) -> None:
    plot = bitext.locator("canvas.plot")
    box = plot.bounding_box()
    assert box
    plot.click(position={"x": box["width"] - 14, "y": box["height"] - 14})
    here = int((bitext.locator(".bead.here").get_attribute("id") or "").removeprefix("bead-"))
    assert here > 100


def test_a_block_that_was_moved_is_marked_on_both_sides(page: Page, app: RunningApp) -> None:
    page.goto(f"{app.url}/bitext?project={MOVED}&reviewer=Lina")
    expect(page.locator(".bead.moved")).to_have_count(4, timeout=30_000)
    first = page.locator("#bead-0")
    last = page.locator(".bead").count() - 1
    expect(first.locator(".moved-mark")).to_have_text(f"⤭ its Arabic is in bead {last}")
    assert f"moved: its Arabic is in bead {last}" in (first.get_attribute("aria-label") or "")
    expect(page.locator(".legend")).to_contain_text("1 block moved ◆")
    page.locator(".beads").focus()
    page.keyboard.press("x")
    expect(page.locator(".bead.here")).to_have_id(f"bead-{last - 1}")
    page.locator(".bead.here .moved-mark").click()
    expect(page.locator(".bead.here")).to_have_id("bead-0")
    for key in ("ArrowDown", "ArrowDown", "m"):  # what stands below moves up by one, and what is said of it with it
        page.keyboard.press(key)
    expect(first.locator(".moved-mark")).to_have_text(f"⤭ its Arabic is in bead {last - 1}")
    assert f"moved: its Arabic is in bead {last - 1}" in (first.get_attribute("aria-label") or "")
