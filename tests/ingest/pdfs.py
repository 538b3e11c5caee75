"""Small PDFs made by hand: pages of placed lines in a font without shapes, whose characters say what they mean by a ToUnicode map."""

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """Characters placed from left to right, their first at `x`, their base line at `y`; A4 is 595 × 842 points."""

    text: str
    x: float = 72
    y: float = 760
    size: float = 12


def pdf(*pages: Sequence[Line], encrypt: bool = False) -> bytes:
    """A PDF with these pages. Every character is half an em wide."""
    glyphs = {character: number for number, character in enumerate(sorted({c for page in pages for line in page for c in line.text}), 1)}
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> >>",
        _stream(_to_unicode(glyphs)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>".encode()
        )
        objects.append(_stream("\n".join(_shown(line, glyphs) for line in page)))
    return _assembled(objects, encrypt=encrypt)


def _shown(line: Line, glyphs: dict[str, int]) -> str:
    codes = "".join(f"{glyphs[character]:04x}" for character in line.text)
    return f"BT /F {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm <{codes}> Tj ET"


def _to_unicode(glyphs: dict[str, int]) -> str:
    pairs = [f"<{number:04x}> <{character.encode('utf-16-be', 'surrogatepass').hex()}>" for character, number in glyphs.items()]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plain def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{mapped}\nendcmap end end"
    )


def _stream(content: str) -> bytes:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode("ascii")


def _assembled(objects: Sequence[bytes], *, encrypt: bool) -> bytes:
    """The objects with their table of places; `encrypt` claims a password nobody knows."""
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"00" * 32, b"11" * 32) if encrypt else b""
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return content + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, lock, start)
