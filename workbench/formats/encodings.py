"""Bytes of a text file → text, by its byte order mark, its declaration, or what it can be."""

import codecs

from workbench.formats.report import Report

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

ARABIC_FALLBACK = "cp1256"
"""What spreadsheets on Arabic Windows write when they do not write Unicode; every byte means something in it."""


def decode(content: bytes, report: Report, *, declared: str | None = None) -> str:
    """The text of a file without its byte order mark, line ends as line feeds.

    The mark counts most, then the declaration, then UTF-8, then windows-1256, which is remarked on in the report.
    Raises BadInput where the mark or the declaration is wrong, with the line of the first byte that does not fit.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return line_feeds(strictly(content[len(mark) :], encoding, report, "its byte order mark"))
    if declared:
        return line_feeds(strictly(content, declared, report, "the file itself"))
    if content[:64].count(b"\0") > 8:  # Latin or Arabic letters as UTF-16 have a NUL or a 06 in every other byte
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        return line_feeds(strictly(content, encoding, report, "its look"))
    try:
        return line_feeds(content.decode("utf-8"))
    except UnicodeDecodeError:
        report.remark("the file is not UTF-8 and was read as windows-1256; look at its Arabic before you use it")
        return line_feeds(content.decode(ARABIC_FALLBACK))


def strictly(content: bytes, encoding: str, report: Report, says: str) -> str:
    """Decode, or say in which line the first wrong byte stands."""
    try:
        return content.decode(encoding)
    except LookupError as error:
        raise report.bad(f"the encoding {encoding} is not known", None, "save the file as UTF-8") from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise report.bad(f"byte {content[error.start]:#04x} is not {encoding}, which {says} says it is", line, "save the file as UTF-8") from error


def line_feeds(text: str) -> str:
    """CRLF and CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
