"""A sentence-transformers folder: a tiny model made here, with the files and names that the real ones have."""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from tests.encoder.test_encoding import Shelf
from workbench import encoder as encoders
from workbench.align.beads import align
from workbench.align.places import find
from workbench.encoder.folder import FolderEncoder
from workbench.encoder.plain import at_once
from workbench.errors import BadInput
from workbench.model import Document, DocumentKind, Role, Span
from workbench.ports import Vectors

MEANINGS = {"rain": 0, "مطر": 0, "bridge": 1, "جسر": 1, "school": 2, "مدرسة": 2, "snow": 3, "ثلج": 3}
"""Words of one meaning share a direction, as in a multilingual model."""

DIMENSIONS = 5
VOCABULARY = {word: number for number, word in enumerate(["[PAD]", "[UNK]", *MEANINGS])}


def weights() -> Vectors:
    rows = np.full((len(VOCABULARY), DIMENSIONS), 0.01, np.float32)
    for word, meaning in MEANINGS.items():
        rows[VOCABULARY[word], meaning] = 1
    return rows


def make(folder: Path, *, pooling: str = "mean_tokens") -> Path:
    """A folder as sentence-transformers writes it: an embedding of each token, pooled outside of the model."""
    names = ("input_ids", "attention_mask")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in names]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", DIMENSIONS])
    gather = helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])
    graph = helper.make_graph([gather], "tiny", inputs, [output], [numpy_helper.from_array(weights(), "table")])
    (folder / "onnx").mkdir(parents=True)
    (folder / "1_Pooling").mkdir()
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(folder / "onnx" / "model.onnx"))
    tokenizer = Tokenizer(WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({f"pooling_mode_{pooling}": True}), encoding="utf-8")
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": 6}), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> FolderEncoder:
    return FolderEncoder(make(tmp_path_factory.mktemp("models") / "tiny"))


def test_rows_are_pooled_and_have_length_one(tiny: FolderEncoder) -> None:
    found = tiny.encode(["rain", "rain bridge", "", "school rain bridge snow"])
    assert found.shape == (4, DIMENSIONS)
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 0, 1], abs=1e-5)
    mean = weights()[[VOCABULARY["rain"], VOCABULARY["bridge"]]].mean(axis=0)
    assert np.allclose(found[1], mean / np.linalg.norm(mean), atol=1e-5)


def test_padding_changes_nothing(tiny: FolderEncoder) -> None:
    together = tiny.encode(["snow", "snow rain bridge school"])
    assert np.allclose(together[0], FolderEncoder.encode(tiny, ["snow"])[0])


def test_a_text_longer_than_the_folder_says_is_cut(tiny: FolderEncoder) -> None:
    assert np.allclose(*tiny.encode(["rain " * 6 + "snow", "rain " * 6]))


def test_the_first_row_can_be_the_text(tmp_path: Path) -> None:
    found = FolderEncoder(make(tmp_path / "first", pooling="cls_token")).encode(["rain bridge", "rain"])
    assert np.allclose(found[0], found[1])


def test_stretches_are_what_encoding_them_gives(tiny: FolderEncoder) -> None:
    text = "rain bridge. furniture school snow"
    read = tiny.read(text, (Span(0, 12), Span(23, 34)))
    found = read.stretches(np.array([0, 5, 13]), np.array([4, 34, 22]))
    assert np.allclose(found[:2], tiny.encode(["rain", "bridge. school snow"]))
    assert not found[2].any()  # lies in no sentence
    assert np.allclose(read.vectors([[Span(0, 4), Span(30, 34)]]), tiny.encode(["rain snow"]))


def test_quotations_and_documents_are_searched_with_it(tiny: FolderEncoder) -> None:
    source = Document(id="wire", language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text="جسر مدرسة.\nمطر ثلج مطر ثلج.\nمدرسة جسر.")
    best = find("rain snow rain snow", [source], tiny).candidates[0]
    assert best.text(source.text) == "مطر ثلج مطر ثلج"
    beads = align(["مطر", "جسر", "مدرسة"], ["rain", "bridge", "school"], tiny)
    assert [(bead.source, bead.target) for bead in beads] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_the_name_tells_models_apart(tiny: FolderEncoder, tmp_path: Path) -> None:
    assert tiny.name.startswith("tiny-")
    assert FolderEncoder(make(tmp_path / "tiny")).name == tiny.name


def test_what_it_computes_is_kept_where_it_is_told_to(tiny: FolderEncoder) -> None:
    shelf = Shelf()
    found = tiny.keeping_in(shelf).encode(["snow bridge"])
    assert [encoder for encoder, _ in shelf.rows] == [tiny.name]
    assert np.array_equal(tiny.encode(["snow bridge"]), found)


def test_configuration_chooses_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(encoders.FOLDER_VARIABLE, str(make(tmp_path / "chosen")))
    assert encoders._loaded.__wrapped__().name.startswith("chosen-")


def test_what_is_no_model_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"there is no onnx/model.onnx; export the model"):
        FolderEncoder(tmp_path)
    folder = make(tmp_path / "damaged")
    (folder / "onnx" / "model.onnx").write_bytes(b"no model")
    with pytest.raises(BadInput, match="cannot be loaded"):
        FolderEncoder(folder)


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    with pytest.raises(BadInput, match="the package onnxruntime is not installed; pip install"):
        FolderEncoder(make(tmp_path / "tiny"))


def test_each_text_is_encoded_once() -> None:
    asked: list[str] = []

    def encode(texts: list[str]) -> Vectors:
        asked.extend(texts)
        return np.ones((len(texts), 2), np.float32)

    assert at_once(encode, ["a", "", "a", "b"], 2).tolist() == [[1, 1], [0, 0], [1, 1], [1, 1]]
    assert asked == ["a", "b"]
