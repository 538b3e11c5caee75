"""Hostile and broken XML: each gives one clear line, quickly, and touches neither disk nor network."""

import contextlib
import io
import time

import pytest

from workbench.errors import BadInput
from workbench.formats import FORMATS
from workbench.formats.report import Report
from workbench.formats.tmx import read

UNIT = '<tu><tuv xml:lang="ar"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>text</seg></tuv></tu>'
BODY = '<tmx version="1.4"><header srclang="ar"/><body>' + UNIT + "</body></tmx>"

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

HOSTILE = {
    "billion laughs": f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]>' + BODY.format("&l9;"),
    "quadratic blowup": f'<!DOCTYPE tmx [<!ENTITY a "{"a" * 50_000}">]>' + BODY.format("&a;" * 50_000),
    "external entity": '<!DOCTYPE tmx [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + BODY.format("&e;"),
    "parameter entity": '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>' + BODY.format("a"),
    "internal subset": '<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ATTLIST tu x CDATA "1">]>' + BODY.format("a"),
    "foreign document type": '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/evil.dtd">' + BODY.format("a"),
    "document type of another root": "<!DOCTYPE html>" + BODY.format("a"),
    "undeclared entity": BODY.format("&nobody;"),
    "deep nesting": BODY.format('<hi type="a">' * 5_000 + "</hi>" * 5_000),
    "huge text": BODY.format("a" * 11_000_000),
    "many attributes": BODY.format("a").replace("<tu>", "<tu " + " ".join(f'a{n}="{n}"' for n in range(3)) + ' a0="again">'),
    "truncated": BODY.format("a")[:-20],
    "control character": BODY.format("\x0b"),
    "bare ampersand": BODY.format("a & b"),
    "other root": "<html><body/></html>",
    "not XML": "PK\x03\x04 hello",
    "empty": "",
    "only a prolog": '<?xml version="1.0"?>' + "\n" * 10,
    "endless prolog": "<!-- " + "a" * 2_000_000 + " -->" + BODY.format("a"),
    "unknown encoding": '<?xml version="1.0" encoding="x-none"?>' + BODY.format("a"),
    "wrong encoding": '<?xml version="1.0" encoding="utf-16"?>' + BODY.format("a"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_broken_files_give_one_line(name):
    start = time.process_time()
    with pytest.raises(BadInput) as caught:
        list(read(io.BytesIO(HOSTILE[name].encode()), Report("a.tmx")))
    assert "\n" not in str(caught.value)
    assert "a.tmx" in str(caught.value)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("inside", ["<seg>&nobody;</seg>", "<prop type='x-speaker'>A&nobody;B</prop><seg>a</seg>", "<seg id='&nobody;'>a</seg>"])
def test_an_entity_nobody_declared_is_refused_beside_a_document_type_too(inside, encoding):
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    declared = {"utf-8-sig": "utf-8", "cp1256": "windows-1256"}.get(encoding, encoding.removesuffix("-le").removesuffix("-be"))
    start = f'<?xml version="1.0" encoding="{declared}"?>\n<!-- "<!DOCTYPE tmx" -->\n<!DOCTYPE tmx\n SYSTEM "tmx14.dtd"  >\n'
    file = f'{mark}{start}<tmx version="1.4"><body>\n<tu><tuv xml:lang="ar"><seg>نص</seg></tuv><tuv xml:lang="en">{inside}</tuv></tu></body></tmx>'
    with pytest.raises(BadInput, match=r"line 6 of a\.tmx: broken XML \(Entity 'nobody' not defined\)"):
        list(read(io.BytesIO(file.encode(encoding)), Report("a.tmx")))
    (record,) = read(io.BytesIO(file.replace("&nobody;", "&lt;&#65;").encode(encoding)), Report("a.tmx"))
    assert (record.source, record.where) == ("نص", "line 6 of a.tmx")


@pytest.mark.parametrize(
    "doctype",
    [
        "",
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<!DOCTYPE tmx SYSTEM "http://www.lisa.org/tmx/tmx11.dtd">',
        '<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "tmx14a.dtd">',
    ],
)
def test_real_document_types_pass_unread(doctype):
    assert len(list(read(io.BytesIO((doctype + BODY.format("نص")).encode()), Report()))) == 1


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.id)
@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"\xff\xfe", b"\xff" * 50, b"<", b'"', b"\n", b"msgid", bytes(range(256))], ids=repr)
def test_no_reader_fails_but_with_one_line(row, content):
    found: list[object] = []
    with contextlib.suppress(BadInput):  # its message is tested with each format
        found += row.read(io.BytesIO(content), Report("x"))
    assert found == []
