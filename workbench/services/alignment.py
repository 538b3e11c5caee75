"""Align two documents: read, divide into segments, find the beads."""

from pathlib import Path
from typing import Any

from workbench import encoder
from workbench.align.beads import align
from workbench.align.crossings import crossings
from workbench.errors import BadInput
from workbench.model import Bead, Document, Role, Span
from workbench.services.files import Tell, read, tell_cautions, unheard
from workbench.text.sentences import sentences


def align_files(
    source_path: Path, target_path: Path, *, lines: bool = False, source_language: str = "ar", target_language: str = "en", tell: Tell = unheard
) -> dict[str, Any]:
    """The segments and beads of two files as the command line prints them; with `lines` each line is a segment, a blank one too.

    Told are the blocks that translate each other out of order, and what looks wrong with a file.
    """
    if lines:
        source, target = _text(source_path), _text(target_path)
        tell_cautions(source_path, source, source_language, tell)
        tell_cautions(target_path, target, target_language, tell)
        source_spans, target_spans = line_spans(source), line_spans(target)
    else:
        source_document = read(source_path, role=Role.SOURCE, language=source_language, tell=tell)
        target_document = read(target_path, role=Role.TRANSLATION, language=target_language, tell=tell)
        source, target = source_document.text, target_document.text
        source_spans, target_spans = _sentences(source_document), _sentences(target_document)
    source_texts, target_texts = [span.of(source) for span in source_spans], [span.of(target) for span in target_spans]
    beads = align(source_texts, target_texts, encoder.load())
    for block in crossings(source_texts, target_texts, beads, encoder.load()):
        tell(f"{list(block.source)} and {list(block.target)} translate each other out of order")
    return {
        "segments": {"source": [span.pair() for span in source_spans], "target": [span.pair() for span in target_spans]},
        "beads": [_as_json(bead) for bead in beads],
    }


def _as_json(bead: Bead) -> dict[str, Any]:
    return {"source": list(bead.source), "target": list(bead.target), "score": bead.score}


def line_spans(text: str) -> tuple[Span, ...]:
    r"""Every line as a segment, without its line feed; a feed at the very end begins no further line.

    >>> [span.pair() for span in line_spans("one\n\nthree\n")]
    [[0, 3], [4, 4], [5, 10]]
    """
    spans, at = [], 0
    for line in text.removesuffix("\n").split("\n") if text else []:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def _sentences(document: Document) -> tuple[Span, ...]:
    return sentences(document.text, document.language, document.furniture)


def _text(path: Path) -> str:
    """The text of a file of lines, decoded, without byte order mark, with line feeds only; blank lines at its ends are kept, since they count."""
    try:
        return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError as error:
        raise BadInput("there is no such file", where=str(path), remedy="look at its name") from error
    except UnicodeDecodeError as error:
        raise BadInput("the file is not UTF-8", where=str(path), remedy="save it as UTF-8, one segment a line") from error
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", where=str(path), remedy="look at its name and rights") from error
