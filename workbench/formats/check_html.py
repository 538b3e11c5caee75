"""Findings as a page for people: both sides of every unit with the words marked, in one file that asks no other server for anything."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from lxml import etree
from lxml.html import builder as E  # noqa: N812 - lxml's own name for it

from workbench.formats.check_sarif import FindingRow
from workbench.formats.xmlgate import ILLEGAL

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
section { border-top: 1px solid #ccc; padding: 1rem 0; }
h2 { font-size: 1rem; margin: 0 0 .5rem; }
p[lang=ar] { font-family: "Noto Naskh Arabic", Amiri, serif; font-size: 1.2rem; line-height: 1.9; }
mark { background: #ffe08a; }
.severity { font-size: .8rem; padding: .1rem .4rem; border-radius: .3rem; background: #eee; }
.major, .critical { background: #f8d0d0; }
.minor { background: #fdeec2; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1c1c1c; }
  mark { background: #7a5d00; color: #fff; } .severity { color: #222; } }
"""


def html(findings: Iterable[FindingRow], summary: str) -> bytes:
    """The page, as UTF-8."""
    units = [list(rows) for _, rows in groupby(findings, key=lambda row: (row.file, row.unit))]
    page = E.HTML(
        E.HEAD(E.META(charset="utf-8"), E.TITLE("Findings"), E.STYLE(_STYLE)),
        E.BODY(E.H1("Findings"), E.P(_clean(summary)), *[_unit(rows) for rows in units]),
        lang="en",
    )
    written: bytes = etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return written


def _unit(rows: list[FindingRow]) -> Any:
    first = rows[0]
    return E.E.section(
        E.H2(_clean(f"{first.file}: {first.unit}")),
        _marked(first.source, [row.source_span for row in rows], lang="ar", direction="rtl"),
        _marked(first.target, [row.target_span for row in rows], lang="en", direction="ltr"),
        E.UL(*[_finding(row) for row in rows]),
    )


def _finding(row: FindingRow) -> Any:
    repair = f" → “{row.suggestion}”" if row.suggestion is not None else ""
    label = E.SPAN(row.severity, E.CLASS(f"severity {row.severity}"))
    return E.LI(label, _clean(f" {row.title}: {row.message}{repair}"), dir="auto")


def _marked(text: str, spans: Iterable[tuple[int, int] | None], *, lang: str, direction: str) -> Any:
    """A paragraph with the spans marked; where they overlap, the first goes before."""
    parts: list[Any] = []
    at = 0
    for start, end in sorted(span for span in spans if span):
        if start >= at and end > start:
            parts += [_clean(text[at:start]), E.E.mark(_clean(text[start:end]))]
            at = end
    return E.P(*parts, _clean(text[at:]), lang=lang, dir=direction)


def _clean(text: str) -> str:
    """The text without the control characters that no page may hold."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
