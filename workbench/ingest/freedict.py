"""The Arabic–English dictionaries of the FreeDict project where they are installed, as for a dictd server.

Debian's packages dict-freedict-ara-eng and dict-freedict-eng-ara put them where this looks. They are under the GPL and no part of the workbench: they
are read where the machine has them, and nothing needs them. A dictionary is two files: NAME.index has a line `headword, offset, length` for each
entry, separated by tabs, the numbers in base 64; NAME.dict.dz, compressed as by gzip, has the entries: a line with the headword and its
pronunciation between slashes, then a line for each translation, numbered where there are several.
"""

import gzip
import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from workbench.errors import BadInput
from workbench.text.arabic import has_arabic

FOLDER = Path("/usr/share/dictd")
NAMES = ("freedict-ara-eng", "freedict-eng-ara")

LARGEST = 64 * 1024 * 1024
"""Bytes of a dictionary's text; the ones there are have four million."""

_DIGITS = 8
_PRONUNCIATION = re.compile(r"\s*/[^/]*/\s*$")
_NUMBERED = re.compile(r"^\d+\.\s+")
_REMARK = re.compile(r"\s+-\s.*$")
_REMEDY = "install dict-freedict-ara-eng and dict-freedict-eng-ara anew"


def installed(folder: Path = FOLDER) -> tuple[str, ...]:
    """The names of the dictionaries that the folder has."""
    return tuple(name for name in NAMES if (folder / f"{name}.index").is_file() and (folder / f"{name}.dict.dz").is_file())


def entries(name: str, folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """Every pair of an Arabic and an English expression that a dictionary gives; BadInput where its files are damaged."""
    for headword, translations in _articles(name, folder):
        for translation in translations:
            if has_arabic(headword) != has_arabic(translation):
                yield (headword, translation) if has_arabic(headword) else (translation, headword)


def _articles(name: str, folder: Path) -> Iterator[tuple[str, list[str]]]:
    text, index = _text(folder / f"{name}.dict.dz"), folder / f"{name}.index"
    try:
        lines = index.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read ({error})", where=str(index), remedy=_REMEDY) from error
    seen = set()
    for number, line in enumerate(lines, start=1):
        place = _place(line, where=f"{index}, line {number}")
        if not line.startswith("00") and place not in seen:  # 00-database-… tell of the dictionary; one article may have several headwords
            seen.add(place)
            start, length = place
            head, *rest = text[start : start + length].decode("utf-8", "replace").splitlines() or [""]
            yield _PRONUNCIATION.sub("", head).strip(), [_translation(said) for said in rest if said.strip()]


def _text(path: Path) -> bytes:
    try:
        with gzip.open(path) as stream:
            text = stream.read(LARGEST + 1)
    except (OSError, EOFError) as error:
        raise BadInput(f"cannot be read ({error})", where=str(path), remedy=_REMEDY) from error
    if len(text) > LARGEST:
        raise BadInput(f"more than {LARGEST} bytes", where=str(path), remedy=_REMEDY)
    return text


def _place(line: str, *, where: str) -> tuple[int, int]:
    """Offset and length, in bytes."""
    try:
        start, length = map(_number, line.split("\t")[1:3])
    except ValueError as error:
        raise BadInput("no headword with two numbers in base 64", where=where, remedy=_REMEDY) from error
    return start, length


def _number(digits: str) -> int:
    """A number in base 64; leading zeros make it whole bytes."""
    return int.from_bytes(b64decode(digits.rjust(_DIGITS, "A"), validate=True))


def _translation(line: str) -> str:
    """A translation without its number, and without the remark that explains it."""
    return _REMARK.sub("", _NUMBERED.sub("", line.strip()))
