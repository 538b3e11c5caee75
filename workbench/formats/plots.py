"""Plots of the quality report as SVG that needs nothing else. The one door to matplotlib, which is loaded when a report is made."""

import io
import re
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree

from workbench.formats.xmlgate import ILLEGAL

INK, DIM, ACCENT = "#22201c", "#67615a", "#0f5e5a"
SEVERITY_COLOURS: Final = {"critical": "#7d1f23", "major": "#bd3f26", "minor": "#d9a520", "neutral": "#a8a195"}
WIDTH: Final = 7.2
"""Inches; 72 points each."""
LONGEST_LABEL: Final = 40


def stacked_bars(rows: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], *, axis: str, title: str) -> Any:
    """Horizontal bars, one for each row, in parts by series; the first row on top. An SVG element."""
    figure, axes = _figure(0.9 + 0.34 * len(rows))
    left = [0.0] * len(rows)
    for name, values in series:
        axes.barh(range(len(rows)), values, left=left, label=name, color=SEVERITY_COLOURS.get(name, ACCENT), height=0.66)
        left = [start + value for start, value in zip(left, values, strict=True)]
    for place, total in enumerate(left):
        axes.text(total, place, f" {total:g}", va="center", color=INK, fontsize=9)
    axes.set_yticks(range(len(rows)), [_label(row) for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, max([*left, 1]) * 1.1)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel(axis)
    if len(series) > 1:
        axes.legend(frameon=False, fontsize=9, loc="lower right")
    return _svg(figure, title)


def histogram(values: Sequence[float], *, axis: str, title: str) -> Any:
    """How many values lie in each tenth of 0..100; what is more lies in the last. An SVG element."""
    figure, axes = _figure(2.2)
    edges = list(range(0, 101, 10))
    axes.hist([min(value, 99.9) for value in values], bins=edges, color=ACCENT, rwidth=0.92)
    axes.set_xticks(edges)
    axes.set_xlabel(axis)
    axes.set_ylabel("renderings")
    axes.yaxis.get_major_locator().set_params(integer=True)
    return _svg(figure, title)


def _figure(height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes: Any = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(colors=DIM, labelsize=9)
    return figure, axes


def _svg(figure: Any, title: str) -> Any:
    """The figure as an element for a page: text as text, the same figure always the same bytes, nothing pointing outside."""
    import matplotlib as mpl

    stream = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": title, "font.family": "sans-serif"}):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}, transparent=True)
    markup = re.sub(rb"<!DOCTYPE[^>]*>", b"", stream.getvalue())
    element = etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))
    namespace = "{http://www.w3.org/2000/svg}"
    for metadata in element.findall(f"{namespace}metadata"):
        element.remove(metadata)
    element.set("role", "img")
    element.set("aria-label", title)
    for unwanted in ("width", "height"):
        element.attrib.pop(unwanted, "")
    return element


def _label(text: str) -> str:
    """A row's name as matplotlib may have it: `$` would begin a formula."""
    short = text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"
    return ILLEGAL.sub("", short).replace("$", r"\$")
