"""Damaged files: every reader either reads them, and what it read can be written anywhere, or says in one line why not."""

import io
import random

import pytest

from tests.formats import test_po, test_tmx, test_xliff
from workbench.errors import BadInput
from workbench.formats import FORMATS, by_id
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
}
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
)


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


def try_it(content: bytes, format_id: str) -> None:
    try:
        records = list(by_id(format_id).read(io.BytesIO(content), Report("x")))
    except BadInput as error:
        one_line = "\n" not in str(error)
        assert one_line, error  # noqa: PT017 - either outcome is right, a second line is not
        return
    for row in FORMATS:
        if row.prepare and row.write:
            stream = io.BytesIO()
            ready = list(row.prepare(records, Report()))
            row.write(ready, stream)
            stream.seek(0)
            assert sorted(map(hash, row.read(stream, Report()))) == sorted(map(hash, ready))


@pytest.mark.parametrize("format_id", SEEDS)
def test_a_few_damaged_files(format_id):
    chance = random.Random(format_id)
    for _ in range(150):
        try_it(damaged(SEEDS[format_id].encode(), chance), format_id)


@pytest.mark.campaign
@pytest.mark.parametrize("format_id", SEEDS)
def test_many_damaged_files(format_id):
    chance = random.Random()  # a new walk each time; the failing content is in the traceback
    for _ in range(20_000):
        try_it(damaged(SEEDS[format_id].encode(), chance), format_id)
