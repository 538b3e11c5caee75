"""Whether the corpora are what their manifests and their gold say."""

import hashlib
import itertools
import re
from typing import Any

import pytest

from tests.corpora.samples import CORPORA, QUOTATIONS, SAMPLES, Sample, label, sample, spans
from workbench.ingest.corpora import load_corpus
from workbench.model import DocumentKind, Provenance, QuotationKind, Role, Span

OPENING, CLOSING = '“«"', '”»"'

PERSIAN_LETTERS = "[\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER FARSI YEH}]"

# The stroke is right in one place only: in the sign for a Hijri year.
LONG_DRAWN = "(?<!\\d\N{ARABIC LETTER HEH})\N{ARABIC TATWEEL}"

# What the eye can see of a planted error in the English, without the Arabic.
VISIBLE = {
    "arabic-left-over": re.compile("[\u0600-\u06ff]+"),
    "double-space": re.compile(r"\S {2,}\S"),
    "missing-space": re.compile(r"[a-z][.,;:?!][A-Za-z]"),
    "mixed-script": re.compile("[\u0400-\u04ff]"),
    "mojibake": re.compile("[\u00c2\u00c3\u00e2]."),
    "repeated-words": re.compile(r"\b(\w+(?: \w+){0,5}) \1\b"),
}

FINDINGS = frozenset(
    {
        "arabic-left-over",
        "brackets-added",
        "date",
        "double-space",
        "dual",
        "elision",
        "elision-meaning",
        "length",
        "missing-space",
        "mixed-script",
        "mojibake",
        "name",
        "negation",
        "number",
        "percent",
        "question",
        "repeated-words",
        "reported-speech",
        "unpaired-marks",
    }
)


def quotations(test: Any) -> Any:
    return pytest.mark.parametrize(("sample", "quotation"), QUOTATIONS, ids=label)(test)


def samples(test: Any) -> Any:
    return pytest.mark.parametrize("sample", SAMPLES, ids=label)(test)


@samples
def test_every_file_is_listed_with_its_hash(sample: Sample) -> None:
    listed = {document["path"]: document["sha256"] for document in sample.documents}
    assert listed.keys() == {path.relative_to(sample.folder).as_posix() for path in sample.folder.rglob("*.txt")}
    assert listed == {path: hashlib.sha256((sample.folder / path).read_bytes()).hexdigest() for path in listed}


@samples
def test_texts_need_no_repair(sample: Sample) -> None:
    for path, text in sample.texts.items():
        assert "\r" not in text, path
        assert "\N{ZERO WIDTH NO-BREAK SPACE}" not in text, path
        assert text.strip(), path
        assert text.endswith("\n"), path


@samples
def test_manifest_speaks_the_models_words(sample: Sample) -> None:
    assert {"title", "description", "licence", "provenance"} <= sample.manifest.keys()
    ids = [document["id"] for document in sample.documents]
    assert len(ids) == len(set(ids))
    for document in sample.documents:
        role = Role(document["role"])
        DocumentKind(document["kind"])
        Provenance(document.get("provenance", "original"))
        assert document["language"].split("-")[0] == ("ar" if role is Role.SOURCE else "en"), document["path"]


@quotations
def test_fragments_are_the_text(sample: Sample, quotation: dict[str, Any]) -> None:
    article = sample.texts[quotation["document"]]
    assert quotation["document"] in sample.paths("article")
    assert " ".join(fragment.of(article) for fragment in spans(quotation["fragments"])) == quotation["text"]
    QuotationKind(quotation["kind"])


@quotations
def test_marks_stand_around_fragments(sample: Sample, quotation: dict[str, Any]) -> None:
    article = sample.texts[quotation["document"]]
    fragments = spans(quotation["fragments"])
    for fragment, following in zip(fragments, [*fragments[1:], None], strict=True):
        assert article[fragment.start - 1] in OPENING
        closed = article[fragment.end] in CLOSING
        opens_again = following is not None and article[fragment.end : following.start].strip() in OPENING
        assert closed or opens_again


@quotations
def test_interpolations_and_elisions_are_what_the_article_shows(sample: Sample, quotation: dict[str, Any]) -> None:
    article = sample.texts[quotation["document"]]
    fragments = spans(quotation["fragments"])
    for span in spans(quotation["interpolations"]):
        assert any(fragment.contains(span) for fragment in fragments)
        assert (article[span.start], article[span.end - 1]) == ("[", "]")
    for span in spans(quotation["elisions"]):
        assert any(fragment.contains(span) for fragment in fragments)
        assert span.of(article).strip("[]") in {"…", "..."}
    assert ("elision" in quotation["findings"]) == bool(quotation["elisions"])
    assert "brackets-added" not in quotation["findings"] or quotation["interpolations"]


@quotations
def test_places_are_whole_words_of_a_source(sample: Sample, quotation: dict[str, Any]) -> None:
    for place in quotation["places"]:
        assert place["document"] in sample.paths("source")
        source = sample.texts[place["document"]]
        found = spans(place["spans"])
        assert found
        assert found == sorted(found)
        for span in found:
            assert span.end <= len(source)
            assert cuts_no_word(source, span), span.of(source)
        assert not any(left.overlap(right) for left, right in itertools.pairwise(found))
    documents = [place["document"] for place in quotation["places"]]
    assert len(documents) == len(set(documents))


def cuts_no_word(text: str, span: Span) -> bool:
    """Whether the span begins and ends with something other than a space, and not in the middle of a word."""
    inside = span.of(text)
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return inside == inside.strip() and not (before.isalnum() and inside[0].isalnum()) and not (inside[-1].isalnum() and after.isalnum())


@quotations
def test_findings_are_known(sample: Sample, quotation: dict[str, Any]) -> None:
    assert set(quotation["findings"]) <= FINDINGS
    assert len(quotation["findings"]) == len(set(quotation["findings"]))


@quotations
def test_speakers_are_named_in_the_article(sample: Sample, quotation: dict[str, Any]) -> None:
    article = sample.texts[quotation["document"]].casefold()
    for name in (quotation["speaker"], quotation["outlet"]):
        assert name is None or name.casefold() in article


@samples
def test_quotations_come_in_order_and_apart(sample: Sample) -> None:
    order = sample.paths("article")
    places = [(order.index(quotation["document"]), *fragment) for quotation in sample.quotations for fragment in quotation["fragments"]]
    assert places == sorted(places)
    for (document, _, end), (next_document, start, _) in itertools.pairwise(places):
        assert document != next_document or end < start


@samples
def test_no_quotation_is_forgotten(sample: Sample) -> None:
    for path in sample.paths("article"):
        fragments = [fragment for quotation in sample.quotations if quotation["document"] == path for fragment in quotation["fragments"]]
        text = sample.texts[path]
        assert text.count("“") + text.count('"') / 2 == len(fragments), path


@samples
def test_beads_take_every_line_once_and_in_order(sample: Sample) -> None:
    if sample.manifest.get("segmentation") != "lines":
        assert sample.gold["beads"] == []
        return
    for side, role in (("source", "source"), ("target", "translation")):
        (path,) = sample.paths(role)
        lines = sample.texts[path].removesuffix("\n").split("\n")
        assert all(line.strip() for line in lines)
        assert [index for bead in sample.gold["beads"] for index in bead[side]] == list(range(len(lines)))
    assert all(bead["source"] or bead["target"] for bead in sample.gold["beads"])


@samples
@pytest.mark.parametrize("finding", VISIBLE)
def test_visible_errors_stand_where_they_are_labelled_and_nowhere_else(sample: Sample, finding: str) -> None:
    for path in sample.paths("article"):
        labelled = [quotation for quotation in sample.quotations if quotation["document"] == path and finding in quotation["findings"]]
        found = {Span(*match.span()) for match in VISIBLE[finding].finditer(sample.texts[path])}
        inside = {span for span in found for quotation in labelled if any(part.contains(span) for part in spans(quotation["fragments"]))}
        assert found == inside, path
        assert len(found) == len(labelled), path


@samples
def test_arabic_is_typed_with_arabic_signs(sample: Sample) -> None:
    for path in sample.paths("source"):
        text = sample.texts[path]
        assert not re.search("[\u0620-\u064a][,;?]", text), path
        assert not re.search(PERSIAN_LETTERS, text), path
        assert not re.search(LONG_DRAWN, text), path
        assert "  " not in text, path


def test_hama_has_seven_quotations_and_one_without_a_source() -> None:
    found = sample("hama-2016").quotations
    assert len(found) == 7
    assert [quotation["text"].split()[0] for quotation in found if not quotation["places"]] == ["The"]
    assert any(len(quotation["places"]) > 1 for quotation in found)


def test_all_corpora_are_described() -> None:
    readme = (CORPORA / "README.md").read_text(encoding="utf-8")
    assert {sample.name for sample in SAMPLES} == {folder.name for folder in CORPORA.iterdir() if folder.is_dir()}
    assert all(f"`{sample.name}`" in readme for sample in SAMPLES)
    assert all(f"`{finding}`" in readme for finding in FINDINGS)


def test_the_story_has_beads_of_many_shapes() -> None:
    story = sample("river-library")
    (path,) = story.paths("source")
    assert len(story.texts[path].splitlines()) >= 120
    shapes = {(len(bead["source"]), len(bead["target"])) for bead in story.gold["beads"]}
    assert {(0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2)} <= shapes


def test_the_dossier_is_large_enough_to_measure_on() -> None:
    dossier = sample("tell-sanabel")
    assert len(dossier.paths("article")) >= 4
    assert len(dossier.paths("source")) >= 12
    assert len(dossier.quotations) >= 40
    assert {quotation["kind"] for quotation in dossier.quotations} >= {"direct", "partial", "scare"}
    assert any(len(quotation["places"]) > 1 for quotation in dossier.quotations)
    assert any(not quotation["places"] for quotation in dossier.quotations)
    assert any(len(place["spans"]) > 1 for quotation in dossier.quotations for place in quotation["places"])
    kinds = {document["kind"] for document in dossier.documents if document["role"] == "source"}
    assert kinds >= {"wire", "article", "post", "live blog", "transcript", "statement"}


def test_the_dossier_quotes_one_statement_in_two_articles() -> None:
    articles_by_place: dict[tuple[str, int], set[str]] = {}
    for quotation in sample("tell-sanabel").quotations:
        for place in quotation["places"]:
            articles_by_place.setdefault((place["document"], place["spans"][0][0]), set()).add(quotation["document"])
    assert any(len(articles) > 1 for articles in articles_by_place.values())


def test_the_dossier_plants_every_error_and_is_mostly_right() -> None:
    planted = [quotation["findings"] for quotation in sample("tell-sanabel").quotations]
    assert {finding for findings in planted for finding in findings} == FINDINGS
    assert sum(not findings for findings in planted) > len(planted) / 2


@samples
def test_the_program_reads_them(sample: Sample) -> None:
    corpus = load_corpus(sample.folder)
    assert corpus.gold is not None
    assert len(corpus.gold.quotations) == len(sample.quotations)
    for quotation in corpus.gold.quotations:
        for place in quotation.places:
            furniture = corpus.document(place.document_id).furniture
            assert not any(span.overlap(mark) for span in place.spans for mark in furniture), quotation.text
