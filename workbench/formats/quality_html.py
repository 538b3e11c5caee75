"""The quality report as one HTML page that needs nothing else, fit to be printed: tables, and plots as SVG inside it."""

from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from lxml import etree
from lxml.html import builder as E  # noqa: N812 - lxml's own name for it

from workbench.formats import plots
from workbench.formats.note_html import shown
from workbench.formats.quality import Quality, effort_words, raters_words
from workbench.metrics.mqm import sample_words
from workbench.model import ErrorSeverity

SEVERITIES: Final = tuple(reversed(ErrorSeverity))
PLOTTED: Final = 12
"""Categories a plot shows; the table has them all."""
FEW: Final = 5
"""Below so many values a histogram shows nothing the values do not."""
STYLES: Final = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: .95rem/1.55 system-ui, sans-serif; color: #22201c; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin: 2.2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; } caption { text-align: start; color: #67615a; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #e4e0d8; text-align: start; vertical-align: top; }
td.figure, th.figure { text-align: end; font-variant-numeric: tabular-nums; } tfoot td { font-weight: 600; border-top: 2px solid #8f897d; }
.said { color: #67615a; } .big { font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
code { font-size: .85em; overflow-wrap: anywhere; }
figure { margin: .8rem 0; } svg { max-width: 100%; height: auto; } svg text { font-family: system-ui, sans-serif !important; }
@media print { body { margin: 0; max-width: none; } table, figure { break-inside: avoid; } }
@page { size: A4; margin: 18mm; }
"""


def write(quality: Quality, stream: BinaryIO) -> None:
    """Write the page; the same figures always give the same bytes."""
    until = f"as of {quality.until.isoformat()}" if quality.until else "nothing reviewed yet"
    page = E.HTML(
        E.HEAD(
            E.META(charset="utf-8"),
            E.META(name="viewport", content="width=device-width, initial-scale=1"),
            E.TITLE(f"Quality report: {shown(quality.title)}"),
            E.STYLE(STYLES),
        ),
        E.BODY(
            E.H1("Quality report: ", E.SPAN(shown(quality.title), dir="auto")),
            said(f"{counted(quality.units, 'quotation')}, {until}."),
            *states(quality),
            *errors(quality),
            *effort(quality),
            *(people(quality) if quality.raters else []),
            E.H2("How the figures are made"),
            E.P(
                "Points by MQM 2.0: neutral 0, minor 1, major 5, critical 25; raw score = 100 · (1 - points / words). WMT points: minor 1, minor "
                "punctuation 0.1, major and critical 5, non-translation 25. Words are those of the renderings as published, which were rated."
            ),
            E.P(E.CODE(shown(quality.signature))),
        ),
        lang="en",
    )
    stream.write(etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>"))


def states(quality: Quality) -> Iterable[Any]:
    """Where the review stands."""
    yield E.H2("Where the review stands")
    there = [(name, count) for name, count in quality.states if count]
    if there:
        names, counts = [name for name, _ in there], [float(count) for _, count in there]
        yield E.E.figure(plots.stacked_bars(names, [("quotations", counts)], axis="quotations", title="Quotations by state"))
    if quality.alone:
        yield said(f"{counted(quality.alone, 'quotation')} approved by the author of the text alone, without a second person.")


def errors(quality: Quality) -> Iterable[Any]:
    """What was found wrong."""
    tally = quality.tally
    yield E.H2("Errors marked")
    yield said(raters_words(quality.raters))
    yield E.P(E.SPAN(E.CLASS("big"), f"{tally.points:,} points"), f" for {counted(tally.errors, 'error')}; by the WMT scheme {tally.wmt_points:g}")
    graded = tally.raw_score
    if graded is not None and tally.per_thousand is not None:
        fails = ". One critical error is enough for the text to fail" if tally.has_critical else ""
        yield E.P(f"{tally.per_thousand:.1f} points in a thousand words; raw score {graded:.2f}{fails}.")
    yield said(sample_words(tally))
    if tally.counts:
        first = tally.categories[:PLOTTED]
        series = [(grade.value, [float(tally.count(name, grade) * grade.points) for name in first]) for grade in SEVERITIES if grade.points]
        yield E.E.figure(
            plots.stacked_bars([quality.title_of(name) for name in first], series, axis="points", title="Points by category and severity")
        )
        yield by_category(quality)
    if quality.worst:
        rows = [[unit.key, unit.published, f"{unit.errors}", f"{unit.points}"] for unit in quality.worst]
        yield table(("Unit", "As published", "Errors", "Points"), rows, caption="Most points", figures=2)


def by_category(quality: Quality) -> Any:
    """The table of all categories."""
    tally = quality.tally
    rows = []
    for name in tally.categories:
        numbers = [tally.count(name, grade) for grade in SEVERITIES]
        points = sum(number * grade.points for number, grade in zip(numbers, SEVERITIES, strict=True))
        rows.append([quality.title_of(name), *(str(number or "") for number in numbers), f"{points:,}"])
    sums = [sum(count for _, grade, count in tally.counts if grade is wanted) for wanted in SEVERITIES]
    total = ["All", *(str(number or "") for number in sums), f"{tally.points:,}"]
    headings = ("Category", *(grade.value.capitalize() for grade in SEVERITIES), "Points")
    return table(headings, rows, caption="Errors by category and severity", figures=len(headings) - 1, total=total)


def effort(quality: Quality) -> Iterable[Any]:
    """How much was changed."""
    yield E.H2("Post-edit effort")
    if quality.effort is None:
        yield said("No rendering has been reviewed yet.")
        return
    yield E.P(E.SPAN(E.CLASS("big"), f"HTER {quality.effort.value:.1f}"), " edits for a hundred words, from published to reviewed")
    yield said(effort_words(quality.effort))
    if len(quality.effort.each) >= FEW:
        yield E.E.figure(plots.histogram(quality.effort.each, axis="edits for a hundred words", title="Changed renderings by effort"))
    yield E.P(E.CODE(shown(quality.effort.signature)))


def people(quality: Quality) -> Iterable[Any]:
    """Who marked."""
    yield E.H2("Who marked")
    rows = [[rater.name, f"{rater.units}", f"{rater.errors}", f"{rater.points:,}"] for rater in quality.raters]
    yield table(("Person", "Quotations", "Errors", "Points"), rows, figures=3)


def table(headings: Iterable[str], rows: Iterable[list[str]], *, figures: int, caption: str = "", total: list[str] | None = None) -> Any:
    """A table whose last `figures` columns are numbers."""
    names = list(headings)
    texts = len(names) - figures
    head = E.TR(*(E.TH(shown(name), E.CLASS("figure")) if place >= texts else E.TH(shown(name)) for place, name in enumerate(names)))
    body = [E.TR(*cells(row, texts)) for row in rows]
    foot = [E.E.tfoot(E.TR(*cells(total, texts)))] if total else []
    return E.TABLE(*([E.CAPTION(caption)] if caption else []), E.E.thead(head), E.E.tbody(*body), *foot)


def cells(row: list[str], texts: int) -> Iterable[Any]:
    """The cells of a row."""
    for place, text in enumerate(row):
        yield E.TD(shown(text), E.CLASS("figure")) if place >= texts else E.TD(shown(text), dir="auto")


def said(text: str) -> Any:
    """A sentence that explains."""
    return E.P(E.CLASS("said"), shown(text))


def counted(number: int, noun: str) -> str:
    """So many of something.

    >>> counted(1, "error"), counted(1200, "error")
    ('1 error', '1,200 errors')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
