"""Enclosing tags of other formats in TMX: a `<bpt>` with the tag and an `<ept>` at its end, which CAT tools show as a pair, and back.

TMX has an enclosing tag of its own, `<hi>`, whose text some tools lose.
"""

from typing import Final

from lxml import etree

from workbench.formats.inline import PAIRED, add_text, bare, element_of, local_name, parsed

OTHERS: Final = "{urn:oasis:"
"""XLIFF has tags of the same names."""
PAIR: Final = "x-pair"
"""The type of a `<bpt>` that holds the tag of another format."""


def is_others(element: etree._Element) -> bool:
    """Whether an element is an enclosing tag of another format."""
    return str(element.tag).startswith(OTHERS) and local_name(element) in PAIRED


def parted(seg: etree._Element) -> None:
    """Put a pair of tags in the place of each enclosing tag of another format."""
    enclosing = [element for element in seg.iter() if is_others(element)]
    numbers = [int(said) for element in seg.iter() if (said := element.get("i", "")).isdecimal() and len(said) < 10]
    for number, element in enumerate(enclosing, start=max(numbers, default=0) + 1):
        opening = etree.Element("bpt", {"i": str(number), "type": PAIR})
        opening.text, opening.tail = bare(element), element.text
        closing = etree.Element("ept", {"i": str(number)})
        closing.text, closing.tail = f"</{local_name(element)}>", element.tail
        parent = element.getparent()
        assert parent is not None  # a seg is no tag of another format
        place = parent.index(element)
        element.tail = None
        parent[place : place + 1] = [opening, *element, closing]


def joined(seg: etree._Element) -> None:
    """The way back from `parted`; pairs that overlap, or hold something else, stay as they are."""
    for opening in [element for element in seg.iter() if local_name(element) == "bpt" and element.get("type") == PAIR]:
        closing = next((other for other in opening.itersiblings() if is_end_of(other, opening)), None)
        markup = opening.text or ""
        if closing is None or len(opening) or parsed(markup) is None:
            continue
        element = element_of(markup)
        if is_others(element) and bare(element) == markup and closing.text == f"</{local_name(element)}>":
            enclose(opening, closing, element)


def is_end_of(element: etree._Element, opening: etree._Element) -> bool:
    """Whether an element is the end of a pair."""
    return local_name(element) == "ept" and not len(element) and element.get("i") == opening.get("i")


def enclose(opening: etree._Element, closing: etree._Element, element: etree._Element) -> None:
    """Put an element in the place of a pair, around what stands between."""
    parent = opening.getparent()
    assert parent is not None  # both stand in a seg
    start, end = parent.index(opening), parent.index(closing)
    inside, behind = list(parent)[start + 1 : end], closing.tail
    add_text(element, opening.tail or "")
    element.extend(inside)
    opening.tail = closing.tail = None
    parent.remove(closing)
    parent.replace(opening, element)
    element.tail = behind
