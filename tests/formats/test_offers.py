"""What a translation memory offered is read from every format that says it, reported by `check`, and forgotten with the first edit."""

from io import BytesIO
from pathlib import Path

import pytest

from workbench.formats import by_path
from workbench.formats.offers import offered_in
from workbench.formats.record import Record
from workbench.formats.report import Report
from workbench.services.checking import check_file

ARABIC, OTHER_ARABIC = "غادرت سبع عائلات المخيم", "غادرت ست عائلات المخيم"
OFFERED, EDITED = "Six families left the camp", "Seven families left the camp"

FIRST = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="u1"><source>{source}</source><target state="needs-review-translation">{target}</target>
<alt-trans match-quality="85%" origin="camps"><source>{other}</source><target>{offered}</target></alt-trans>
<alt-trans match-quality="60%"><source>عاد</source><target>They returned</target></alt-trans></trans-unit>
</body></file></xliff>"""
QUALIFIED = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="u1"><source>{source}</source><target state-qualifier="fuzzy-match">{offered}</target></trans-unit>
</body></file></xliff>"""
TRADOS = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<file original="a" source-language="ar" target-language="en" datatype="x-sdlfilterframework2"><body>
<trans-unit id="u1"><source>{source} نعم</source>
<seg-source><mrk mtype="seg" mid="1">{source}</mrk> <mrk mtype="seg" mid="2">نعم</mrk></seg-source>
<target><mrk mtype="seg" mid="1">{target}</mrk> <mrk mtype="seg" mid="2">Yes</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="Draft" origin="{origin}" percent="{percent}"/>
<sdl:seg id="2" conf="Translated" origin="interactive"/></sdl:seg-defs>
</trans-unit></body></file></xliff>"""
SECOND = """<xliff version="2.1" srcLang="ar" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"
 xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f"><unit id="u1">
<mtc:matches><mtc:match ref="#s1" similarity="82.5" matchQuality="90" origin="camps" type="{kind}">
<source>{other}</source><target>{offered}</target></mtc:match></mtc:matches>
<segment id="s1" state="translated"><source>{source}</source><target>{target}</target></segment></unit></file></xliff>"""
GETTEXT = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"
"X-Source-Language: ar\\n"

#{flags}
#| msgid "{other}"
msgctxt "u1"
msgid "{source}"
msgstr "{target}"
"""
TEXTS = {"source": ARABIC, "other": OTHER_ARABIC, "offered": OFFERED, "target": OFFERED}


def records(name: str, content: str) -> list[Record]:
    return list(by_path(Path(name)).read(BytesIO(content.encode()), Report(name)))


def findings(folder: Path, name: str, content: str) -> list[tuple[str, str | None]]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    found = [found for found in check_file(path).findings if found.finding.check_id.startswith("fuzzy-match")]
    return [(one.finding.check_id, one.finding.source_span.of(one.unit.source) if one.finding.source_span else None) for one in found]


@pytest.mark.parametrize(
    ("name", "content", "percent", "origin"),
    [
        ("a.xlf", FIRST.format(**TEXTS), 85.0, "camps"),
        ("a.xlf", SECOND.format(**TEXTS, kind="tm"), 82.5, "camps"),
        ("a.po", GETTEXT.format(**TEXTS, flags=", fuzzy"), None, None),
    ],
    ids=["xliff 1.2", "xliff 2", "po"],
)
def test_an_offer_with_its_source_is_read_and_reported(tmp_path: Path, name: str, content: str, percent: float | None, origin: str | None) -> None:
    (record,) = records(name, content)
    offer = offered_in(record)
    assert offer is not None
    assert (offer.target, offer.source, offer.percent, offer.origin) == (OFFERED, OTHER_ARABIC, percent, origin)
    assert findings(tmp_path, name, content) == [("fuzzy-match-meaning", "سبع")]


@pytest.mark.parametrize(
    "content", [QUALIFIED.format(**TEXTS), TRADOS.format(**TEXTS, origin="tm", percent="85")], ids=["state-qualifier", "sdlxliff"]
)
def test_an_offer_without_its_source_is_reported(tmp_path: Path, content: str) -> None:
    assert findings(tmp_path, "a.xlf", content) == [("fuzzy-match", None)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlf", FIRST.format(**TEXTS | {"target": EDITED})),
        ("a.xlf", FIRST.format(**TEXTS | {"other": ARABIC})),
        ("a.xlf", FIRST.format(**TEXTS).replace('match-quality="85%"', 'match-quality="100%"')),
        ("a.xlf", FIRST.format(**TEXTS).replace("<target>Six", '<target state-qualifier="mt-suggestion">Six')),
        ("a.xlf", FIRST.format(**TEXTS).replace('<alt-trans match-quality="85%"', '<alt-trans alttranstype="previous-version"')),
        ("a.xlf", TRADOS.format(**TEXTS, origin="tm", percent="100")),
        ("a.xlf", TRADOS.format(**TEXTS, origin="interactive", percent="85")),
        ("a.xlf", SECOND.format(**TEXTS | {"target": EDITED}, kind="tm")),
        ("a.xlf", SECOND.format(**TEXTS, kind="mt")),
        ("a.xlf", SECOND.format(**TEXTS, kind="tm").replace('ref="#s1"', 'ref="#s2"')),
        ("a.po", GETTEXT.format(**TEXTS, flags=" ")),
    ],
    ids=[
        "edited",
        "the same Arabic",
        "exact",
        "by machine",
        "a former version",
        "exact in Trados",
        "written by hand",
        "edited in XLIFF 2",
        "by machine in XLIFF 2",
        "of another segment",
        "settled in PO",
    ],
)
def test_what_is_edited_exact_or_no_memorys_is_left_in_peace(tmp_path: Path, name: str, content: str) -> None:
    assert findings(tmp_path, name, content) == []


@pytest.mark.parametrize("name", ["b.xlf", "b.tmx", "b.po", "b.csv"])
def test_an_offer_is_carried_into_other_formats(tmp_path: Path, name: str) -> None:
    (record,) = records("a.xlf", FIRST.format(**TEXTS))
    row, report, written = by_path(Path(name)), Report(name), BytesIO()
    row.write(row.prepare([record], report), written)
    (tmp_path / name).write_bytes(written.getvalue())
    found = [one.finding.check_id for one in check_file(tmp_path / name).findings]
    assert "fuzzy-match-meaning" in found
