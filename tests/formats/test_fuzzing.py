"""Damaged files: every reader either reads them, and what it read can be written anywhere, or says in one line why not."""

import importlib.util
import io
import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.formats import test_mqm, test_papers, test_po, test_terms, test_tmx, test_xliff
from tests.formats.test_round_trips import prepared, written
from tests.ingest.docxs import with_part
from workbench.errors import BadInput
from workbench.formats import FORMATS, TERM_FORMATS, by_id
from workbench.formats.registry import Format
from workbench.formats.report import Report

TABLE = "key,source,target,state,plural,variants,inline,created,override,Client\n1,نص,text,approved,{},[],[[1]],2016,maybe,NOW\n"
UNIT = (
    '<tu tuid="7" usagecount="3" creationdate="20161003T093000Z"><note>[A, 2016-13-01T00:00:00Z] x</note><prop type="x-created">z</prop>'
    '<prop type="x-plural">{"a":1}</prop><tuv xml:lang="fr"><seg>a<ph x="1"/>b</seg></tuv><tuv xml:lang="ar"><seg>نص</seg></tuv></tu>'
)
SEEDS = {
    "po": test_po.HEADER + test_po.FOREIGN,
    "tmx": test_tmx.document(UNIT).decode(),
    "csv": TABLE,
    "tsv": TABLE.replace(",", "\t"),
    "xliff": test_xliff.FIRST,
    **{name: written(by_id(name), prepared(by_id(name), [test_mqm.UNIT])).decode() for name in ("xliff2", "mt-metrics-eval", "label-studio")},
    "marot": written(by_id("marot"), prepared(by_id("marot"), [test_mqm.UNIT])).decode() + test_mqm.WILD,
    "esa": test_mqm.esa_row(spans='[{"start_i": 1, "end_i": 3, "severity": "minor"}]') * 2,
}
PACKAGES = {
    "docx": (test_papers.written("table-docx"), "word/document.xml"),
    "xlsx": (written(by_id("xlsx"), prepared(by_id("xlsx"), [test_mqm.UNIT])), "xl/worksheets/sheet1.xml"),
}
"""Office files, and the part that is damaged within them: a damaged archive is refused before anything is read."""
TERM_SEEDS = {"tbx": test_terms.VERSION_2, "terms-csv": "concept,language,term,status\n1,ar,نص,preferred\n1,en,text,\n"}
ROOT = Path(__file__).parents[2]
SCRAPS = (
    b'"',
    b"\\",
    b"#",
    b"<",
    b">",
    b"\n",
    b"\0",
    b"\xff",
    b"[0]",
    b"msgid ",
    b"&",
    b"\r",
    b"#~ ",
    b"#| ",
    b"{",
    b"[[",
    b"9999999999",
    b"\xe2\x80\xa8",
    b"&#1;",
    b"&x;",
    b"]]>",
    b"<!DOCTYPE tmx>",
    b"NaN",
    b"1e999",
    b"-1",
    b"null",
    b"#~| ",
)


@dataclass(frozen=True)
class Target:
    """What a fuzzer begins with, and what it calls with every input."""

    seed: bytes
    attempt: Callable[[bytes], None]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bytes taken out, put in or moved."""
    result = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(result) + 1)
        match chance.randrange(3):
            case 0:
                del result[place : place + chance.randint(1, 8)]
            case 1:
                result[place:place] = chance.choice(SCRAPS)
            case _:
                start = chance.randrange(len(result) + 1)
                result[place:place] = result[start : start + 30]
    return bytes(result)


def try_it(content: bytes, format_id: str, into: Sequence[Format] = FORMATS) -> None:
    """Read it; what was read can be written into these formats and read again."""
    try:
        records = list(by_id(format_id).read(io.BytesIO(content), Report("x")))
    except BadInput as error:
        one_line = "\n" not in str(error)
        assert one_line, error  # noqa: PT017 - either outcome is right, a second line is not
        return
    for row in into:
        if row.prepare and row.write:
            stream = io.BytesIO()
            ready = list(row.prepare(records, Report()))
            row.write(ready, stream)
            stream.seek(0)
            assert sorted(map(hash, row.read(stream, Report()))) == sorted(map(hash, ready))


def damaged_within(content: bytes, part: str, chance: random.Random) -> bytes:
    """An office file with a damaged part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return with_part(content, part, damaged(archive.read(part), chance))


def try_terms(content: bytes, format_id: str) -> None:
    row = next(row for row in TERM_FORMATS if row.id == format_id)
    try:
        concepts = list(row.read(io.BytesIO(content), Report("x")))
    except BadInput as error:
        one_line = "\n" not in str(error)
        assert one_line, error  # noqa: PT017 - as above
        return
    for other in TERM_FORMATS:
        stream = io.BytesIO()
        ready = list(other.prepare(concepts, Report()))
        other.write(ready, stream)
        stream.seek(0)
        assert list(other.read(stream, Report())) == ready


def part_of(format_id: str) -> bytes:
    """The part of an office file that is damaged."""
    content, part = PACKAGES[format_id]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(part)


def try_part(part: bytes, format_id: str) -> None:
    content, name = PACKAGES[format_id]
    try_it(with_part(content, name, part), format_id, [by_id(format_id)])


TARGETS = (
    {name: Target(seed.encode(), partial(try_it, format_id=name, into=[by_id(name)])) for name, seed in SEEDS.items()}
    | {name: Target(seed.encode(), partial(try_terms, format_id=name)) for name, seed in TERM_SEEDS.items()}
    | {name: Target(part_of(name), partial(try_part, format_id=name)) for name in PACKAGES}
)
"""What atheris is let loose on; writing into one format, not into all, it comes ten times as far."""


@pytest.mark.parametrize("format_id", [row.id for row in FORMATS])
@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\0")
@example(b"\xff\xfe")
def test_whatever_the_bytes_are_there_is_an_answer(format_id, content):
    try_it(content, format_id)


@pytest.mark.parametrize("format_id", TERM_SEEDS)
def test_a_few_damaged_term_files(format_id):
    chance = random.Random(format_id)
    for _ in range(60):
        try_terms(damaged(TERM_SEEDS[format_id].encode(), chance), format_id)


@pytest.mark.parametrize("format_id", PACKAGES)
def test_a_few_damaged_office_files(format_id):
    chance = random.Random(format_id)
    content, part = PACKAGES[format_id]
    for _ in range(40):
        try_it(damaged_within(content, part, chance), format_id)
        try_it(damaged(content, chance), format_id)


@pytest.mark.parametrize("format_id", SEEDS)
def test_a_few_damaged_files(format_id):
    chance = random.Random(format_id)
    for _ in range(40):
        try_it(damaged(SEEDS[format_id].encode(), chance), format_id)


def new_walk(name: str) -> random.Random:
    """Chance of another kind in each campaign, printed (`-s`), or as CAMPAIGN_SEED says."""
    seed = int(os.environ.get("CAMPAIGN_SEED") or random.randrange(1_000_000))
    print(f"{name}: CAMPAIGN_SEED={seed}")
    return random.Random(f"{name} {seed}")


@pytest.mark.campaign
@pytest.mark.parametrize("format_id", SEEDS)
def test_many_damaged_files(format_id):
    chance = new_walk(format_id)
    for _ in range(20_000):
        try_it(damaged(SEEDS[format_id].encode(), chance), format_id)


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not made for this Python")
def test_coverage_leads_to_no_crash_in_a_few_seconds(tmp_path):
    seeds = {name: bytes([place]) + target.seed for place, (name, target) in enumerate(TARGETS.items())}
    look_for_crashes("any", seeds, tmp_path, seconds=5)


@pytest.mark.campaign
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not made for this Python")
@pytest.mark.parametrize("name", TARGETS)
def test_coverage_leads_to_no_crash_either(name, tmp_path):
    look_for_crashes(name, {"seed": TARGETS[name].seed}, tmp_path, seconds=60)


def look_for_crashes(name: str, seeds: dict[str, bytes], folder: Path, *, seconds: int) -> None:
    """Let the fuzzer run from these inputs; it ends with an error, and names the input, where something but BadInput is raised, or nothing ends."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for label, seed in seeds.items():
        (corpus / label).write_bytes(seed)
    words = folder / "words"
    escaped = ("".join(map(r"\x{:02x}".format, scrap)) for scrap in SCRAPS)
    words.write_text("".join(f'"{word}"\n' for word in escaped), "ascii")
    options = [f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20", f"-dict={words}", f"-artifact_prefix={folder}/"]
    command = [sys.executable, "-m", "tests.formats.fuzzer", name, str(corpus), *options]
    ended = subprocess.run(command, check=False, timeout=seconds + 240, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "0"}, capture_output=True)
    inputs = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path != words}
    assert ended.returncode == 0, (ended.stderr.decode(errors="replace")[-4000:], inputs)
