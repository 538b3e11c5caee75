"""Corpus folders: everything is held against everything, and what does not fit is one clear line."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import BadInput, NotFound, WorkbenchError
from workbench.ingest import corpora_folder, corpus_names, load_corpus
from workbench.model import Bead, Provenance, QuotationKind, Role, Span

ARTICLE = "He said “yes, we …will go,” and left.\n"
SOURCE = "قال: «نعم، سنذهب».\n"
QUOTATION = {
    "document": "article.en.txt",
    "text": "yes, we …will go,",
    "fragments": [[9, 26]],
    "kind": "direct",
    "speaker": "Abu Ahmed",
    "outlet": None,
    "interpolations": [],
    "elisions": [[17, 18]],
    "places": [{"document": "sources/a.ar.txt", "spans": [[6, 9], [11, 16]]}],
    "findings": ["elision"],
}


def row(path: str, content: str, **more: str) -> str:
    fields = {"path": path, "id": Path(path).name.partition(".")[0], "sha256": hashlib.sha256(content.encode()).hexdigest(), **more}
    return "\n[[documents]]\n" + "\n".join(f'{name} = "{value}"' for name, value in fields.items()) + "\n"


HEAD = 'title = "T"\nlicence = "CC0-1.0"\nprovenance = "Ours."\n'
ARTICLE_ROW = row("article.en.txt", ARTICLE, role="article", kind="article", language="en")
SOURCE_ROW = row("sources/a.ar.txt", SOURCE, role="source", kind="wire", language="ar-SY", outlet="Sham FM", provenance="reconstruction")


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write a corpus of one article and one source; what is given takes the place of the sound manifest and gold."""

    def write(manifest: str = HEAD + ARTICLE_ROW + SOURCE_ROW, gold: Any = None) -> Path:
        (tmp_path / "sources").mkdir()
        (tmp_path / "article.en.txt").write_text(ARTICLE, encoding="utf-8")
        (tmp_path / "sources" / "a.ar.txt").write_text(SOURCE, encoding="utf-8")
        (tmp_path / "corpus.toml").write_text(manifest, encoding="utf-8")
        if gold is not None:
            (tmp_path / "gold.json").write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
        return tmp_path

    return write


def test_a_sound_corpus(folder: Callable[..., Path]) -> None:
    corpus = load_corpus(folder(gold={"quotations": [QUOTATION], "beads": [{"source": [0, 1], "target": []}]}))
    assert [document.id for document in corpus.documents] == ["article", "a"]
    source = corpus.document("a")
    assert (source.outlet, source.language, source.provenance, source.text) == ("Sham FM", "ar-SY", Provenance.RECONSTRUCTION, SOURCE)
    assert corpus.in_role(Role.ARTICLE)[0].text == ARTICLE
    assert corpus.settings.segmentation == "sentences"
    assert corpus.gold is not None
    (quotation,) = corpus.gold.quotations
    assert (quotation.document_id, quotation.kind, quotation.fragments) == ("article", QuotationKind.DIRECT, (Span(9, 26),))
    assert [span.of(source.text) for span in quotation.places[0].spans] == ["نعم", "سنذهب"]
    assert corpus.gold.beads == (Bead((0, 1), ()),)


def test_without_gold(folder: Callable[..., Path]) -> None:
    corpus = load_corpus(folder(HEAD + 'segmentation = "lines"\n' + ARTICLE_ROW.replace("language", "published = 2016-10-03\nlanguage")))
    assert corpus.gold is None
    assert corpus.settings.segmentation == "lines"
    assert corpus.documents[0].published == date(2016, 10, 3)
    with pytest.raises(NotFound, match="has no document b"):
        corpus.document("b")


@pytest.mark.parametrize(
    ("manifest", "line"),
    [
        ("title = ", "not valid TOML"),
        (HEAD, r"there is no \[\[documents\]\] table"),
        (ARTICLE_ROW, '"title" is missing'),
        (HEAD + ARTICLE_ROW.replace("sha256", "hash"), 'article.en.txt in .*: "sha256" is missing'),
        (HEAD + row("article.en.txt", "other", role="article", kind="article", language="en"), "its sha256 differs; restore it"),
        (HEAD + row("missing.txt", "", role="article", kind="article", language="en"), "missing.txt: no such file"),
        (HEAD + row("../../etc/passwd", "", role="article", kind="article", language="en"), "the path leads out of the corpus"),
        (HEAD + ARTICLE_ROW.replace('role = "article"', 'role = "hero"'), "'hero' is not a valid Role"),
        (HEAD + ARTICLE_ROW + 'published = "2016-10-03"', '"published" is not a date; write it without quote marks'),
        (HEAD + ARTICLE_ROW + SOURCE_ROW.replace('id = "a"', 'id = "article"'), 'two documents have the id "article"'),
        (HEAD + 'segmentation = "words"\n' + ARTICLE_ROW, 'unknown segmentation "words"'),
    ],
)
def test_a_manifest_that_does_not_fit(folder: Callable[..., Path], manifest: str, line: str) -> None:
    with pytest.raises(WorkbenchError, match=line):
        load_corpus(folder(manifest))


@pytest.mark.parametrize(
    ("gold", "line"),
    [
        ("{\n,", "line 2 of .*gold.json: not valid JSON"),
        ([], "not in the shape of a gold.json"),
        ({"quotations": [{}]}, "an entry has no 'document'"),
        ({"quotations": [QUOTATION | {"document": "b.txt"}]}, "quotation 1 of .*: b.txt is not a document of the corpus"),
        ({"quotations": [QUOTATION | {"text": "no"}]}, "its fragments do not hold its text"),
        ({"quotations": [QUOTATION | {"kind": "loud"}]}, "'loud' is not a valid QuotationKind"),
        ({"quotations": [QUOTATION | {"elisions": [[900, 901]]}]}, "a span lies outside the text of article"),
        ({"quotations": [QUOTATION | {"fragments": [[5, 2]]}]}, "not a span: 5..2"),
        ({"beads": [{"source": [0]}]}, "an entry has no 'target'"),
    ],
)
def test_gold_that_does_not_fit(folder: Callable[..., Path], gold: Any, line: str) -> None:
    with pytest.raises(BadInput, match=line):
        load_corpus(folder(gold=gold))


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"corpus\.toml: no such file"):
        load_corpus(tmp_path)


def test_the_samples_are_found() -> None:
    assert "hama-2016" in corpus_names()
    hama = load_corpus(corpora_folder() / "hama-2016")
    assert hama.gold is not None
    assert len(hama.gold.quotations) == 7


def test_no_place_of_the_samples_touches_furniture() -> None:
    for name in corpus_names():
        corpus = load_corpus(corpora_folder() / name)
        for quotation in corpus.gold.quotations if corpus.gold else ():
            for place in quotation.places:
                furniture = corpus.document(place.document_id).furniture
                assert not any(span.overlap(piece) for span in place.spans for piece in furniture), (name, quotation.text)
