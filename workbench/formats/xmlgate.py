"""The gate every XML file passes first: nothing is fetched, nothing expands, nothing grows without bounds.

A bare expat parser reads up to the first element and refuses every internal subset, every entity declaration and every document type but those of
the formats themselves. What passes is read by lxml without entities, network, DTD or huge trees; libxml2's own limits (256 levels, 10 million
characters in a piece of text) then stand.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO, NoReturn
from xml.parsers import expat

from lxml import etree

from workbench.formats.report import Report

TERM_BASE = re.compile(r"TBX.*\.dtd", re.IGNORECASE)
DOCUMENT_TYPES = {"tmx": re.compile(r"tmx1[1-4][ab]?\.dtd"), "xliff": re.compile(r"xliff.*\.dtd"), "martif": TERM_BASE, "tbx": TERM_BASE}
"""The file names of the document types that files of the formats declare; they are never fetched."""

NAMES = {"tmx": "a TMX file", "xliff": "an XLIFF file", "martif": "a TBX file", "tbx": "a TBX file"}

XML = "http://www.w3.org/XML/1998/namespace"
"""The namespace of `xml:lang` and `xml:space`; lxml's stream gives it a prefix of its own where it is not declared."""

XML_ID = f"{{{XML}}}id"

PROLOG_LIMIT = 1 << 20
"""Bytes before the first element; real files have a few hundred."""

CHUNK = 1 << 14


class RootReached(Exception):
    """No error: it stops expat at the first element."""


class Prolog:
    """What stands before the first element, as expat meets it; each method refuses what has no place there.

    Without a `root` any element may come first, and no document type at all before it.
    """

    def __init__(self, report: Report, root: str | None) -> None:
        self.report = report
        self.root = root
        self.doctype_end: int | None = None
        """The byte of the `>` that ends the document type, where there is one."""
        self.parser = expat.ParserCreate()
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.StartElementHandler = self.start

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Stop with the line expat is in."""
        raise self.report.bad(what, self.parser.CurrentLineNumber, remedy)

    def doctype(self, name: str, system: str | None, _public: str | None, has_subset: bool) -> None:
        """Only the formats' own document types, and none with declarations of its own."""
        if has_subset:
            self.refuse("the document type has an internal subset, which can hide attacks", "delete what stands between [ and ] in <!DOCTYPE")
        if self.root is None:
            self.refuse("it has a document type, which has no place here", "save the file again in the program it is from")
        if name != self.root:
            self.refuse(f"this is <{name}>, not <{self.root}>", "choose the format that fits the file")
        if system and not DOCUMENT_TYPES[self.root].fullmatch(PurePosixPath(system).name):
            self.refuse(f"the document type {name} {system} is not one of {self.root}", "delete the <!DOCTYPE line")
        self.doctype_end = self.parser.CurrentByteIndex

    def entity(self, *_: object) -> None:
        """No entities."""
        self.refuse("it declares an entity", "delete the declaration and write the text itself")

    def start(self, name: str, _attributes: object) -> None:
        """The first element must be the format's."""
        if self.root is not None and name.rpartition(":")[2] != self.root:
            self.refuse(f"this is <{name}>, not <{self.root}>", "choose the format that fits the file")
        raise RootReached


def check_prolog(stream: BinaryIO, report: Report, root: str | None) -> int | None:
    """Read to the first element of a seekable `stream` and rewind; raises BadInput for anything but a plain `root` document.

    Gives the byte of the `>` that ends the document type, None where there is none.
    """
    wanted = NAMES[root] if root else "an XML file"
    prolog = Prolog(report, root)
    try:
        feed(prolog.parser, stream, report)
    except RootReached:
        stream.seek(0)
        return prolog.doctype_end
    except expat.ExpatError as error:
        raise report.bad(f"this is not XML ({expat.ErrorString(error.code)})", error.lineno, f"{wanted} is needed") from error
    except (LookupError, ValueError) as error:  # the encoding it declares is unknown to Python, or has several bytes a character
        raise report.bad(f"its encoding cannot be read ({error})", 1, "save the file as UTF-8") from error
    raise report.bad("the file is empty or ends before its first element", None, f"{wanted} is needed")


class WithoutDoctype:
    """A stream with blanks for its document type.

    Where there is one, libxml2 takes entities that nobody declared for declared in the file it names, and drops them; so it refuses them.
    """

    def __init__(self, stream: BinaryIO, end: int) -> None:
        self.stream = stream
        beginning = stream.read(end + 2)
        for encoding in ("ascii", "utf-16-le", "utf-16-be"):
            blank = " ".encode(encoding)
            start = beginning.rfind("<!DOCTYPE".encode(encoding), 0, end)
            if start >= 0 and (end - start) % len(blank) == 0:
                stop = end + len(blank)
                feeds = (beginning[place : place + len(blank)] for place in range(start, stop, len(blank)))
                blanks = b"".join(feed if feed.strip(b"\0") in (b"\n", b"\r") else blank for feed in feeds)
                beginning = beginning[:start] + blanks + beginning[stop:]
                break
        self.beginning = beginning

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`; lxml always names one."""
        part, self.beginning = self.beginning[:size], self.beginning[size:]
        return part or self.stream.read(size)


def feed(parser: "expat.XMLParserType", stream: BinaryIO, report: Report) -> None:
    """Hand the start of the stream to expat, at most PROLOG_LIMIT bytes of it."""
    stream.seek(0)
    taken = 0
    while chunk := stream.read(CHUNK):
        taken += len(chunk)
        parser.Parse(chunk, False)
        if taken > PROLOG_LIMIT:
            raise report.bad("no element in the first megabyte", None, "this is no exchange file")
    parser.Parse(b"", True)


@contextmanager
def syntax_errors(report: Report) -> Iterator[None]:
    """Turn what lxml finds broken into BadInput with its line."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        # of an undeclared entity lxml only says “no element found”, in line 0; the end of its log knows better
        logged = None if error.lineno else error.error_log.last_error  # type: ignore[attr-defined]  # the stubs do not know it
        message, line = (logged.message, logged.line) if logged else (error.msg, error.lineno)
        raise report.bad(f"broken XML ({plain(message)})", line or None, "repair the file or export it again") from error


def plain(message: str | None) -> str:
    """libxml2's message without the line it repeats, on one line."""
    return re.sub(r", line \d+, column \d+.*$", "", " ".join((message or "cannot be parsed").split()))


def elements(
    stream: BinaryIO, report: Report, *, root: str, tags: tuple[str, ...], holders: tuple[str, ...] = ()
) -> Iterator[tuple[str, etree._Element]]:
    """The `(event, element)` pairs of a file that passed the gate, in any namespace: the end of each of `tags`, the start and end of its `holders`.

    Memory stays the same however long the file is: an element is gone when the next is asked for. What stands within one of `tags` is part of it,
    whatever its name.
    """
    end = check_prolog(stream, report, root)
    home: etree._Element | None = None
    with syntax_errors(report):
        for event, element in etree.iterparse(
            stream if end is None else WithoutDoctype(stream, end),
            events=("start", "end") if holders else ("end",),
            tag=[f"{{*}}{tag}" for tag in (*tags, *holders)],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        ):
            parent = element.getparent()
            if parent is not home and parent is not None and is_within(parent, tags):
                continue
            home = parent
            yield event, element
            if event == "end":
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]


def is_within(element: etree._Element, names: tuple[str, ...]) -> bool:
    """Whether an element, or one around it, has one of these names in any namespace."""
    return any(str(around.tag).rpartition("}")[2] in names for around in (element, *element.iterancestors()))


# What XML 1.0 cannot carry: control characters but tab, line feed and carriage return, lone surrogates, and two noncharacters.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str, count: Callable[[int], None]) -> str:
    r"""The text without the characters that XML cannot carry; `count` is told how many were taken out.

    >>> legal("a\x0bb", print)
    1
    'ab'
    """
    cleaned, taken = ILLEGAL.subn("", text)
    if taken:
        count(taken)
    return cleaned


def line_of(element: etree._Element) -> int | None:
    """The line an element starts in, None where the parser does not know."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def text_of(value: str | bytes) -> str:
    """A name or value of an attribute; lxml's types allow bytes, which it never gives."""
    return value if isinstance(value, str) else value.decode("utf-8")
