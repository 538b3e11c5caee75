"""Office files are zip archives of XML: the gate before one is read, and the last touch when one has been written."""

import zipfile
from collections.abc import Mapping
from typing import BinaryIO, Final
from xml.sax.saxutils import escape

from workbench.formats.report import Report
from workbench.formats.xmlgate import check_prolog

MAX_UNPACKED_BYTES: Final = 200 * 2**20
MAX_RATIO: Final = 200
"""Office files pack their XML 5 to 30 times; a file made to fill the memory packs it 1,000 times."""
MAX_PARTS: Final = 10_000
SMALLEST: Final = 2**16
"""Below it the ratio says nothing: a short text repeated packs very well."""

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold; every part gets it, so that the same units always give the same bytes."""

CORE: Final = "docProps/core.xml"


def check(stream: BinaryIO, report: Report, needed: str) -> None:
    """Look at what the archive says it holds before anything is unpacked, then at the start of every XML part, and rewind.

    Raises BadInput for what is no archive with a part `needed`, would fill the memory, or declares a document type. What the directory says of a
    part's size is binding: zipfile never unpacks more.
    """
    size = stream.seek(0, 2)
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * max(size, SMALLEST) or len(entries) > MAX_PARTS:
                raise report.bad(f"unpacked the file would have {len(entries)} parts and {unpacked / 2**20:,.0f} MB", None, "split it")
            if needed not in {entry.filename for entry in entries}:
                raise report.bad(f"the archive has no {needed}", None, "choose the format that fits the file")
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        check_prolog(part, Report(f"{entry.filename} in {report.name}"), None)  # type: ignore[arg-type]  # IO[bytes] will do
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise report.bad(f"the file is damaged ({error})", None, "open it in the program it is from and save it again") from error
    stream.seek(0)


def core(title: str) -> bytes:
    """The document's properties: a title and no clock."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>quote workbench</dc:creator></cp:coreProperties>"
    ).encode()


def settle(source: BinaryIO, stream: BinaryIO, replaced: Mapping[str, bytes]) -> None:
    """Write the archive `source` to `stream` without its times, with some of its parts replaced."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(stream, "w") as settled:
        for entry in given.infolist():
            part = zipfile.ZipInfo(entry.filename, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3  # else the system it was made on decides a byte
            settled.writestr(part, replaced.get(entry.filename) or given.read(entry))
