"""The watch over the core sees what it has to see, and nothing else."""

import socket
import types
from pathlib import Path

import pytest

from tests.purity import PACKAGE, ImpureCore


def written_in(place: str, source: str) -> types.ModuleType:
    """A module as if its text stood at `place` in the package."""
    module = types.ModuleType("stand_in")
    exec(compile(source, str(PACKAGE / place), "exec"), module.__dict__)
    return module


@pytest.mark.parametrize("place", ["align/places.py", "text/arabic.py", "ports.py", "model/document.py"])
@pytest.mark.parametrize("deed", ["open(path)", "io.open(path)", "path.read_text()", "socket.socket()"])
def test_the_core_opens_nothing(place: str, deed: str) -> None:
    module = written_in(place, f"import io, socket\n\ndef use(path):\n    return {deed}\n")
    with pytest.raises(ImpureCore, match=f"^workbench/{place}:4 opens a (file|socket)"):
        module.use(Path(__file__))


@pytest.mark.parametrize("place", ["encoder/model.py", "formats/po.py", "services/linking.py", "cli/link.py"])
def test_the_edges_may(place: str) -> None:
    assert written_in(place, "def use(path):\n    return path.read_text()\n").use(Path(__file__))


def test_an_encoder_called_by_the_aligner_may_load_its_model() -> None:
    encoder = written_in("encoder/model.py", "def load(path):\n    return path.read_text()\n")
    aligner = written_in("align/places.py", "def place(encode, path):\n    return encode(path)\n")
    assert aligner.place(encoder.load, Path(__file__))


def test_a_library_may_read_while_it_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "library_with_a_table.py").write_text("from pathlib import Path\nTABLE = Path(__file__).read_text()\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert "TABLE" in written_in("metrics/scores.py", "from library_with_a_table import TABLE\n").TABLE


def test_the_core_may_not_read_while_it_is_imported() -> None:
    with pytest.raises(ImpureCore):
        written_in("text/names.py", f"TABLE = open({__file__!r})\n")


def test_tests_may(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("text")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
