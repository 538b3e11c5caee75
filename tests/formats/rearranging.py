"""XML that stays well-formed while what is in it goes to other places: damage that gets past the parser and into the reader."""

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

TEXTS = (
    "",
    " ",
    "\n",
    "⟦1⟧",
    "⟦/1⟧",
    "⟦2⟧",
    "⟦9999⟧",
    "\ufdd0",
    "\ufdd00<\ufdd1",
    "\ufdd1",
    "\u2028",
    "\x85",
    "\r",
    "\ufeff",
    "<ph/>",
    "[]",
    "[[1]]",
    '[["a","b"]]',
    "{",
    "NaN",
    "-1",
    "1e999",
    "0",
    "99999999999999999999",
    "2016-13-45",
    "20161003T093000Z",
    "[A, 2016-10-03T00:00:00Z] x",
    "#its=lqi1-0",
    "lqi1-0",
    "yes",
    "en",
    "ar",
    "نص",
)
"""What a text or an attribute becomes, or gets put in."""

FOREIGN = (
    '<ph id="1"/>',
    '<pc id="1">a</pc>',
    '<g id="1">a</g>',
    "<hi>a<hi/>b</hi>",
    '<mrk id="1"/>',
    '<mrk mtype="seg" mid="1">a</mrk>',
    '<sc id="1"/>',
    '<ec startRef="1"/>',
    '<sm id="1" type="its:generic"/>',
    '<em startRef="1"/>',
    '<cp hex="0001"/>',
    '<bpt i="1">a</bpt>',
    "<ut><ut/></ut>",
    '<x xmlns="urn:x"/>',
    '<y xmlns:a="urn:x" a:b="1"><a:c/></y>',
)
"""Elements put in; those without a namespace get that of the element they come into."""


def rearranged(content: bytes, chance: random.Random) -> bytes:
    """The document after a few changes to its tree; raises etree.XMLSyntaxError where it is none."""
    root = etree.fromstring(content)
    for _ in range(chance.randint(1, 5)):
        chance.choice(CHANGES)(root, chance)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def anywhere(root: etree._Element, chance: random.Random) -> etree._Element:
    """An element that is not the root, where there is one."""
    everywhere = list(root.iter("*"))
    return chance.choice(everywhere[1:] or everywhere)


def remove(root: etree._Element, chance: random.Random) -> None:
    """An element goes, with its content or without."""
    victim = anywhere(root, chance)
    parent = victim.getparent()
    if parent is None:
        return
    if chance.random() < 0.5:
        parent.remove(victim)
        return
    victim.tag = "dissolved"
    etree.strip_tags(parent, "dissolved")


def copy(root: etree._Element, chance: random.Random) -> None:
    """An element stands somewhere else, too."""
    anywhere(root, chance).insert(chance.randrange(3), deepcopy(anywhere(root, chance)))


def move(root: etree._Element, chance: random.Random) -> None:
    """An element stands somewhere else."""
    moved, place = anywhere(root, chance), anywhere(root, chance)
    if place not in moved.iter("*") and moved is not root:
        place.insert(chance.randrange(3), moved)


def rename(root: etree._Element, chance: random.Random) -> None:
    """An element becomes another of the document, or of no namespace."""
    renamed = anywhere(root, chance)
    renamed.tag = chance.choice([anywhere(root, chance).tag, etree.QName(renamed).localname])


def attribute(root: etree._Element, chance: random.Random) -> None:
    """An attribute goes, comes, or says something else."""
    changed, other = anywhere(root, chance), anywhere(root, chance)
    names = [*changed.attrib, *other.attrib, "{http://www.w3.org/XML/1998/namespace}lang", "id"]
    name = chance.choice(names)
    if chance.random() < 0.25:
        changed.attrib.pop(name, None)
    else:
        changed.set(name, chance.choice([*TEXTS, *other.attrib.values()]))


def text(root: etree._Element, chance: random.Random) -> None:
    """A text becomes another, or gets one put in."""
    changed, word = anywhere(root, chance), chance.choice(TEXTS)
    where = chance.choice(("text", "tail"))
    before = getattr(changed, where) or ""
    place = chance.randrange(len(before) + 1)
    setattr(changed, where, word if chance.random() < 0.3 else before[:place] + word + before[place:])


def put_in(root: etree._Element, chance: random.Random) -> None:
    """An inline tag, of this format or another, a comment or an instruction comes into an element."""
    place = anywhere(root, chance)
    if chance.random() < 0.1:
        place.insert(chance.randrange(3), chance.choice([etree.Comment("c"), etree.ProcessingInstruction("p", "q")]))
        return
    added = etree.fromstring(chance.choice(FOREIGN))
    namespace = etree.QName(place).namespace
    for element in added.iter("*"):
        if namespace and etree.QName(element).namespace is None:
            element.tag = f"{{{namespace}}}{element.tag}"
    added.tail = chance.choice(TEXTS)
    place.insert(chance.randrange(3), added)


def wrap(root: etree._Element, chance: random.Random) -> None:
    """An element comes into a new one of a kind that stands elsewhere."""
    inner, kind = anywhere(root, chance), anywhere(root, chance)
    parent = inner.getparent()
    if parent is not None:
        outer = etree.Element(kind.tag, dict(kind.attrib))
        outer.tail, inner.tail = inner.tail, None
        parent.replace(inner, outer)
        outer.append(inner)


Change = Callable[[etree._Element, random.Random], None]
CHANGES: tuple[Change, ...] = (remove, copy, move, rename, attribute, attribute, text, text, put_in, put_in, wrap)
