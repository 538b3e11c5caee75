"""Tags inside a text: shown as ⟦1⟧ (a pair as ⟦1⟧…⟦/1⟧), restored when the text is written.

The text stays readable and editable, and whoever edits it may move a placeholder or take it out.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from itertools import count
from typing import Any, NamedTuple, Protocol

from lxml import etree

from workbench.formats.xmlgate import XML, XML_ID, text_of

OPEN, CLOSE = "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}", "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}"
PLACEHOLDER = re.compile(f"({OPEN}/?[0-9]{{1,9}}{CLOSE})")
NUMBER = re.compile(f"{OPEN}/?([0-9]{{1,9}}){CLOSE}")

PAIRED = frozenset({"hi", "g", "pc", "mrk"})
"""Elements that enclose text of the unit; all others stand for themselves, with everything in them."""

Codes = dict[str, str]
"""Placeholder → the element as XML, an enclosing one without its content."""


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def free_numbers(text: str) -> Iterator[int]:
    """The numbers that no placeholder-like stretch of the text uses."""
    taken = set(map(int, NUMBER.findall(text)))
    return (number for number in count(1) if number not in taken)


class Spans(Protocol):
    """Takes elements that are no tags but mark a span of the text; places count in the text with its placeholders."""

    def begun(self, element: etree._Element, place: int) -> bool:
        """Whether this element, met at a place, is one of them."""

    def ended(self, element: etree._Element, place: int) -> None:
        """The end of such an element's content."""


def flatten(element: etree._Element, spans: Spans | None = None) -> tuple[str, Codes]:
    """The text of a segment with a placeholder for each inline element, and what each stands for."""
    if len(element) == 0:
        return element.text or "", {}
    codes: Codes = {}
    numbers = free_numbers("".join(own_text(element)))
    pieces: list[str] = []
    length = 0

    def put(text: str | None) -> None:
        nonlocal length
        if text:
            pieces.append(text)
            length += len(text)

    def tag(child: etree._Element) -> None:
        number = next(numbers)
        placeholder = f"{OPEN}{number}{CLOSE}"
        put(placeholder)
        if local_name(child) in PAIRED:
            codes[placeholder] = bare(child)
            walk(child)
            put(f"{OPEN}/{number}{CLOSE}")
        else:
            codes[placeholder] = markup_of(deepcopy(child))

    def walk(parent: etree._Element) -> None:
        put(parent.text)
        for child in parent:
            if spans is not None and spans.begun(child, length):
                walk(child)
                spans.ended(child, length)
            else:
                tag(child)
            put(child.tail)

    walk(element)
    return "".join(pieces), codes


def own_text(element: etree._Element) -> Iterator[str]:
    """The text of the unit itself, without the native code inside tags."""
    yield element.text or ""
    for child in element:
        if local_name(child) in PAIRED:
            yield from own_text(child)
        yield child.tail or ""


def bare(element: etree._Element) -> str:
    """An enclosing element without its content."""
    copy = deepcopy(element)
    copy.text = None
    del copy[:]  # not clear(), which takes the attributes: one whose prefix nobody declared could not be put back
    return markup_of(copy)


def markup_of(copy: etree._Element) -> str:
    """A copied element as XML, without the text behind it, in a spelling that hangs on nothing around it in its file."""
    etree.cleanup_namespaces(copy)
    text = etree.tostring(copy, with_tail=False, encoding="unicode")
    if "xmlns:" not in text and text.count("xmlns") < 2:
        return text
    try:
        return etree.tostring(respelled(copy), with_tail=False, encoding="unicode")
    except ValueError:  # a prefix nobody declared; the parser says so when it has come to the end of what it has read
        return text


def respelled(element: etree._Element) -> etree._Element:
    """The element with every namespace declared at its beginning, its own as the default one, the others numbered as they come.

    Prefixes say nothing, and libxml2 puts one in the place of another where an element comes into a document that has both.
    """
    parts = list(element.iter("*"))
    names = [etree.QName(text_of(name)) for part in parts for name in (part.tag, *part.attrib)]
    known = dict.fromkeys(name.namespace for name in names if name.namespace not in (None, XML))
    spaces: dict[Any, Any] = {f"n{number}": namespace for number, namespace in enumerate(known)}
    own = etree.QName(element).namespace
    if own and all(etree.QName(part).namespace for part in parts):  # an element without a namespace cannot stand below a default one
        spaces = {prefix: namespace for prefix, namespace in spaces.items() if namespace != own} | {None: own}
    return copied(element, etree.Element(element.tag, attributes_of(element), spaces))


def without_ids(element: etree._Element) -> etree._Element:
    """The element without what has to be there once in a file: a tag stands on both sides, and may come again in any unit."""
    for part in element.iter("*"):
        part.attrib.pop(XML_ID, "")
    return element


def attributes_of(element: etree._Element) -> dict[str, str]:
    """The attributes by their names."""
    return {text_of(name): text_of(value) for name, value in element.attrib.items()}


def copied(element: etree._Element, made: etree._Element) -> etree._Element:
    """Put the content of one element into another."""
    made.text = element.text
    for child in element:
        copied(child, etree.SubElement(made, child.tag, attributes_of(child))).tail = child.tail
    return made


@lru_cache(maxsize=4096)
def parsed(markup: str) -> bytes | None:
    """The markup in one spelling, None where it is not one plain element."""
    if "<!" in markup or "<?" in markup:
        return None
    try:
        return etree.tostring(element_of(markup), encoding="UTF-8")  # in ASCII, a name with other letters would be broken
    except (etree.XMLSyntaxError, ValueError):
        return None


def element_of(markup: str) -> etree._Element:
    """The element of markup that `settle` has accepted."""
    return etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))


Adopt = Callable[[etree._Element, int], etree._Element | None]
"""A format's way to take an element as its own, given the number its placeholder will have; None where it is not one of its tags."""
Wrap = Callable[[str, int], etree._Element]
"""A format's way to carry the markup of another format."""


class Settled:
    """A text whose placeholders are in order, fit to be written: numbered as a reader will number them, every pair closed."""

    def __init__(self, text: str, codes: Mapping[str, str], adopt: Adopt, wrap: Wrap) -> None:
        self.lost = 0
        self.codes: Codes = {}
        self._given = codes
        self._adopt = adopt
        self._wrap = wrap
        self._numbers = free_numbers("".join(piece for piece in PLACEHOLDER.split(text) if self._is_literal(piece)))
        self._open: list[tuple[str, str]] = []
        self.text = "".join(self._piece(piece) for piece in PLACEHOLDER.split(text)) + self._closed()
        self.lost += sum(placeholder not in text for placeholder in codes)

    def _is_literal(self, piece: str) -> bool:
        return piece.replace("/", "", 1) not in self._given if PLACEHOLDER.fullmatch(piece) else True

    def _piece(self, piece: str) -> str:
        if not PLACEHOLDER.fullmatch(piece) or self._is_literal(piece):
            return piece
        if piece.startswith(f"{OPEN}/"):
            return self._close(piece.replace("/", "", 1))
        return self._new(piece)

    def _new(self, piece: str) -> str:
        spelled = parsed(self._given[piece])
        if spelled is None:
            self.lost += 1
            return ""
        number = next(self._numbers)
        own = self._adopt(without_ids(etree.fromstring(spelled)), number)
        element = self._wrap(self._given[piece], number) if own is None else own
        paired = local_name(element) in PAIRED
        placeholder = f"{OPEN}{number}{CLOSE}"
        self.codes[placeholder] = bare(element) if paired else markup_of(element)
        if paired:
            self._open.append((piece, placeholder))
        return placeholder

    def _close(self, opener: str) -> str:
        if not self._open or self._open[-1][0] != opener:
            # an end whose beginning was moved behind it or stands for itself here
            self.lost += 1
            return ""
        return self._open.pop()[1].replace(OPEN, f"{OPEN}/")

    def _closed(self) -> str:
        self.lost += len(self._open)
        return "".join(placeholder.replace(OPEN, f"{OPEN}/") for _, placeholder in reversed(self._open))


class Edge(NamedTuple):
    """Where an element that is no tag comes into a text; one that encloses holds what follows until an edge without an element ends it."""

    place: int
    element: etree._Element | None
    encloses: bool = False


def restore(parent: etree._Element, text: str, codes: Mapping[str, str], edges: Iterable[Edge] = ()) -> None:
    """Put a settled text into an element, its placeholders as elements again, and further elements at their edges, given in order."""
    if not codes and not edges:
        parent.text = text
        return
    here: etree._Element = parent
    for piece in cut(text, codes, edges):
        if isinstance(piece, str) and not is_tag(piece, codes):
            add_text(here, piece)
            continue
        element, encloses = (piece.element, piece.encloses) if isinstance(piece, Edge) else tag_of(piece, codes)
        if element is None:
            enclosing = here.getparent()
            here = parent if enclosing is None else enclosing
            continue
        here.append(element)
        here = element if encloses else here


def tag_of(piece: str, codes: Mapping[str, str]) -> tuple[etree._Element | None, bool]:
    """The element of a placeholder, None for one that ends an element, and whether it encloses what follows."""
    if piece not in codes:
        return None, False
    element = element_of(codes[piece])
    return element, local_name(element) in PAIRED


def is_tag(piece: str, codes: Mapping[str, str]) -> bool:
    """Whether a stretch of text is a placeholder of a tag, or of its end."""
    return piece in codes or (piece.startswith(f"{OPEN}/") and piece.replace("/", "", 1) in codes)


def cut(text: str, codes: Mapping[str, str], edges: Iterable[Edge]) -> Iterator[str | Edge]:
    """The text in pieces: placeholders of tags, edges at their places, and what stands between them."""
    waiting = deque(edges)
    place = 0
    for piece in PLACEHOLDER.split(text):
        end = place + len(piece)
        reach = place if is_tag(piece, codes) else end
        while waiting and waiting[0].place <= reach:
            edge = waiting.popleft()
            yield text[place : edge.place]
            place = max(place, edge.place)
            yield edge
        yield text[place:end]
        place = end


def add_text(parent: etree._Element, text: str) -> None:
    """Put text behind everything in an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
