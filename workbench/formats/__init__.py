"""Exchange formats, one module and one row in FORMATS each, and papers for people, one row in PAPERS each."""

from pathlib import Path

from workbench.errors import BadInput
from workbench.formats import (
    bitext,
    columns,
    esa,
    labelstudio,
    marot,
    mteval,
    note_docx,
    note_html,
    note_markdown,
    po,
    po_writing,
    ratings,
    table_docx,
    table_reading,
    tbx,
    terms_csv,
    tmx,
    tmx_writing,
    xliff,
    xliff_writing,
    xlsx,
)
from workbench.formats.papers import PaperKind
from workbench.formats.registry import Format, TermFormat

FORMATS: tuple[Format, ...] = (
    Format("po", "gettext PO", ".po", po.read, po.prepare, po_writing.write, other_extensions=(".pot",)),
    Format("tmx", "TMX 1.4b", ".tmx", tmx.read, tmx_writing.prepare, tmx_writing.write),
    Format("csv", "CSV table", ".csv", bitext.CSV.read, columns.prepare, bitext.CSV.write, headings=bitext.CSV.headings),
    Format("tsv", "TSV table", ".tsv", bitext.TSV.read, columns.prepare, bitext.TSV.write, (".tab",), bitext.TSV.headings),
    Format("xlsx", "Excel workbook", ".xlsx", xlsx.read, xlsx.prepare, xlsx.write, headings=xlsx.headings),
    Format(
        "xliff",
        "XLIFF 1.2",
        ".xlf",
        xliff.read,
        xliff_writing.FIRST_VERSION.prepare,
        xliff_writing.write_first,
        other_extensions=(".sdlxliff", ".mqxliff", ".mxliff"),
    ),
    Format("xliff2", "XLIFF 2.1", ".xliff", xliff.read, xliff_writing.SECOND_VERSION.prepare, xliff_writing.write_second),
    Format("marot", "Marot/Anthea MQM table", ".mqm.tsv", marot.read, ratings.prepare, marot.write),
    Format("mt-metrics-eval", "mt-metrics-eval ratings", ".seg.rating", mteval.read, ratings.prepare, mteval.write),
    Format(
        "label-studio", "Label Studio tasks", ".labels.json", labelstudio.read, labelstudio.prepare, labelstudio.write, other_extensions=(".json",)
    ),
    Format("docx", "Bilingual review table, Word", ".docx", table_reading.read),
    Format("esa", "Appraise ESA table", ".esa.csv", esa.read),
)

TERM_FORMATS: tuple[TermFormat, ...] = (
    TermFormat("tbx", "TBX-Basic term base", ".tbx", tbx.read, tbx.prepare, tbx.write),
    TermFormat("terms-csv", "CSV table of terms", ".terms.csv", terms_csv.read, terms_csv.prepare, terms_csv.write, (".terms.tsv",)),
)

PAPERS: tuple[PaperKind, ...] = (
    PaperKind("note-docx", "Correction note, Word with tracked changes", ".docx", note_docx.write),
    PaperKind("note-html", "Correction note, HTML", ".html", note_html.write),
    PaperKind("note-md", "Correction note, Markdown", ".md", note_markdown.write),
    PaperKind("table-docx", "Bilingual review table, Word", ".docx", table_docx.write),
)


def by_id(format_id: str) -> Format:
    """The format with this id; raises BadInput with those there are."""
    for row in FORMATS:
        if row.id == format_id:
            return row
    raise BadInput(f"there is no format {format_id}", remedy=f"choose one of {', '.join(row.id for row in FORMATS)}")


def by_path(path: Path) -> Format:
    """The format of a file by its extension, the longest that fits; raises BadInput where no format has it."""
    name = path.name.lower()
    fitting = [(len(extension), row) for row in FORMATS for extension in row.extensions if name.endswith(extension)]
    if fitting:
        return max(fitting, key=lambda pair: pair[0])[1]
    known = ", ".join(extension for row in FORMATS for extension in row.extensions)
    raise BadInput(f"the extension {path.suffix or '(none)'} belongs to no format", where=str(path), remedy=f"use one of {known}, or name the format")
