"""The corpora as their files stand on disk, read with the standard library only."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.model import Span

CORPORA = Path(__file__).parents[2] / "corpora"


@dataclass(frozen=True, slots=True)
class Sample:
    """One folder of corpora/: what its manifest says, its gold, and its texts by path."""

    folder: Path
    manifest: dict[str, Any]
    gold: dict[str, Any]
    texts: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> "Sample":
        manifest = tomllib.loads((folder / "corpus.toml").read_text(encoding="utf-8"))
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        texts = {path: (folder / path).read_bytes().decode("utf-8") for path in (document["path"] for document in manifest["documents"])}
        return cls(folder, manifest, gold, texts)

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def documents(self) -> list[dict[str, Any]]:
        return self.manifest["documents"]

    @property
    def quotations(self) -> list[dict[str, Any]]:
        return self.gold["quotations"]

    def paths(self, role: str) -> list[str]:
        return [document["path"] for document in self.documents if document["role"] == role]


SAMPLES = tuple(Sample.read(manifest.parent) for manifest in sorted(CORPORA.glob("*/corpus.toml")))

QUOTATIONS = [(sample, quotation) for sample in SAMPLES for quotation in sample.quotations]


def sample(name: str) -> Sample:
    return next(sample for sample in SAMPLES if sample.name == name)


def spans(pairs: list[list[int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs]


def label(value: object) -> str:
    """A readable parameter name: the corpus, or the first words of the quotation."""
    if isinstance(value, Sample):
        return value.name
    return " ".join(value["text"].split()[:4]) if isinstance(value, dict) else str(value)
