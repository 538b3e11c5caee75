"""A sentence-transformers model from a local folder, run by ONNX Runtime: for those who have a stronger model and the time it takes.

The folder is what `SentenceTransformer(…, backend="onnx").save_pretrained(folder)` writes: `tokenizer.json`, `onnx/model.onnx`, how rows are pooled
in `1_Pooling/config.json`, the longest text in `sentence_bert_config.json`. Nothing is fetched. The packages `onnxruntime` and `tokenizers` are not
installed with the workbench.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from copy import copy
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.kept import KeptVectors
from workbench.encoder.plain import PlainSegments, PlainText, at_once
from workbench.errors import BadInput
from workbench.model import Span
from workbench.ports import VectorCache, Vectors

MODELS = ("onnx/model.onnx", "model.onnx")
TOKENIZER, POOLING, LIMITS = "tokenizer.json", "1_Pooling/config.json", "sentence_bert_config.json"

LONGEST = 512
"""Tokens of a text that are read where the folder does not say."""

TEXTS_AT_ONCE = 32
POOLED = "sentence_embedding"
"""The output of models that pool their rows themselves."""


class FolderEncoder:
    """`SpanEncoder` on any sentence-transformers model with an ONNX file.

    Stretches are really encoded, so that a search takes seconds, not milliseconds.
    How sure places are was fitted on the default encoder's cosines; with another, read the ranking, not the figure.
    """

    def __init__(self, folder: Path, cache: VectorCache | None = None) -> None:
        """Load the model; BadInput where the folder is not one or a package is missing."""
        model = next((folder / name for name in MODELS if (folder / name).is_file()), None)
        if model is None or not (folder / TOKENIZER).is_file():
            missing = MODELS[0] if model is None else TOKENIZER
            raise BadInput(f"there is no {missing}", where=str(folder), remedy='export the model with backend="onnx"')
        runtime, tokenizers = _package("onnxruntime"), _package("tokenizers")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        try:
            self._session: Any = runtime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
            self._tokenizer: Any = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
        except Exception as error:
            raise BadInput(f"the model cannot be loaded ({error})", where=str(folder), remedy="export it again") from error
        self._tokenizer.enable_truncation(int(_settings(folder / LIMITS).get("max_seq_length") or LONGEST))
        self._tokenizer.enable_padding()
        self._first_row = bool(_settings(folder / POOLING).get("pooling_mode_cls_token"))
        self._inputs = {node.name for node in self._session.get_inputs()}
        self._outputs = [node.name for node in self._session.get_outputs()]
        self.name = f"{folder.name}-{hashlib.sha256(model.read_bytes()).hexdigest()[:8]}"
        self.dimensions = len(self._encode(["one"])[0])
        self._kept = KeptVectors(self.name, self.dimensions, cache)

    def keeping_in(self, cache: VectorCache) -> "FolderEncoder":
        """The same model, its vectors kept in `cache`."""
        found = copy(self)
        found._kept = KeptVectors(self.name, self.dimensions, cache)
        return found

    def encode(self, texts: Sequence[str]) -> Vectors:
        """`(n, dimensions)` float32, rows of length 1; a text without anything to read gives zeros. Vectors are kept by the text's hash."""
        return self._kept.get(texts, lambda missing: at_once(self._encode, missing, self.dimensions))

    def read(self, text: str, sentences: Sequence[Span]) -> PlainText:
        """A text whose stretches are encoded when they are asked for."""
        return PlainText(text, sentences, self.encode)

    def segments(self, texts: Sequence[str]) -> PlainSegments:
        """Segments whose runs are encoded when they are asked for."""
        return PlainSegments(texts, self.encode)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))  # texts of one length need no padding
        rows = np.concatenate(list(self._pooled([texts[index] for index in order])))
        found = np.empty_like(rows)
        found[order] = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(1e-12))
        return cast("Vectors", found)

    def _pooled(self, texts: Sequence[str]) -> Iterator[Vectors]:
        for first in range(0, len(texts), TEXTS_AT_ONCE):
            read = self._tokenizer.encode_batch(list(texts[first : first + TEXTS_AT_ONCE]))
            numbers = np.array([one.ids for one in read], np.int64)
            there = np.array([one.attention_mask for one in read], np.int64)
            given = {"input_ids": numbers, "attention_mask": there, "token_type_ids": np.zeros_like(numbers)}
            outputs = dict(zip(self._outputs, self._session.run(None, {name: given[name] for name in self._inputs}), strict=True))
            yield outputs[POOLED] if POOLED in outputs else self._pool(outputs[self._outputs[0]], there)

    def _pool(self, rows: NDArray[np.float32], there: NDArray[np.int64]) -> Vectors:
        """One row a text out of `(texts, tokens, dimensions)`: the first, or the mean of those that are no padding."""
        if self._first_row:
            return rows[:, 0]
        weights = there[..., None].astype(np.float32)
        return cast("Vectors", (rows * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1))


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise BadInput(f"the package {name} is not installed", remedy="pip install onnxruntime tokenizers") from error


def _settings(path: Path) -> dict[str, Any]:
    """A settings file of the folder; nothing where there is none."""
    if not path.is_file():
        return {}
    try:
        return cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise BadInput(f"not JSON ({error})", where=str(path), remedy="export the model again") from error
