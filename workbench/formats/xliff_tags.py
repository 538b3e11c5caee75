"""The inline tags and attributes that each version of XLIFF knows, and how it carries those of others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from workbench.formats.inline import PAIRED, Adopt, Wrap, element_of, local_name
from workbench.formats.its_reading import is_issue
from workbench.formats.record import Property
from workbench.formats.xliff_names import FIRST, NUMBERED, SECOND, spaces
from workbench.formats.xmlgate import XML_ID

XMLNS: Final = "http://www.w3.org/2000/xmlns/"
TOKEN: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")

DANGLING: Final = ("dataRef", "dataRefStart", "dataRefEnd", "subFlows", "subFlowsStart", "subFlowsEnd")
"""Attributes of 2.x tags that point to native codes, which a record does not keep."""

UNIT_ATTRIBUTES: Final = frozenset(
    {
        "datatype",
        "resname",
        "restype",
        "translate",
        "reformat",
        "extradata",
        "extype",
        "help-id",
        "menu",
        "menu-option",
        "menu-name",
        "coord",
        "font",
        "css-style",
        "style",
        "exstyle",
        "size-unit",
        "maxwidth",
        "minwidth",
        "maxheight",
        "minheight",
        "maxbytes",
        "minbytes",
        "charclass",
        "merged-trans",
    }
)
"""What a 1.2 `<trans-unit>` may have beside its id and `approved`; attributes of other namespaces come in addition."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """A version's namespace, its tags, those whose id is not `id`, and the attributes it keeps on a unit."""

    namespace: str
    tags: frozenset[str]
    ids: Mapping[str, str | None]
    attributes: frozenset[str]

    @property
    def ways(self) -> tuple[Adopt, Wrap]:
        """How tags get into a text."""
        return self.adopted, self.wrapped

    def adopted(self, element: etree._Element, _number: int) -> etree._Element | None:
        """A tag of this version, without what it would point to in vain; None for any other, and for one that a reader takes for an error span."""
        namespace, _, name = str(element.tag).removeprefix("{").rpartition("}")
        if is_issue(element):
            return None
        needed = self.ids.get(name, "id")
        if namespace != self.namespace or name not in self.tags or (needed and not element.get(needed)):
            return None
        for attribute in DANGLING:
            element.attrib.pop(attribute, "")
        return element

    def wrapped(self, markup: str, number: int) -> etree._Element:
        """Another format's tag as `<ph>`, its markup as native code (1.2) or as what is displayed (2.1); one that encloses as `<g>` or `<pc>`."""
        if local_name(element_of(markup)) in PAIRED:
            tag, attribute = ("g", "equiv-text") if self.namespace == FIRST else ("pc", "dispStart")
            return etree.Element(f"{{{self.namespace}}}{tag}", {"id": f"w{number}", attribute: markup}, spaces(self.namespace))
        element = etree.Element(f"{{{self.namespace}}}ph", {"id": f"w{number}"}, spaces(self.namespace))
        if self.namespace == FIRST:
            element.text = markup
        else:
            element.set("disp", markup)
        return element

    def is_attribute(self, entry: Property) -> bool:
        """Whether a property was an attribute of a unit, and can be one again."""
        if not self.attributes or entry.language is not None or not entry.name.startswith("@"):
            return False
        try:
            name = etree.QName(entry.name[1:])
        except ValueError:
            return False
        return name.namespace not in (FIRST, XMLNS) and name.text != XML_ID if name.namespace else name.localname in self.attributes


FIRST_TAGS: Final = Dialect(FIRST, frozenset({"g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "mrk"}), {"mrk": "mtype"}, UNIT_ATTRIBUTES)
SECOND_TAGS: Final = Dialect(
    SECOND, frozenset({"ph", "pc", "sc", "ec", "mrk", "sm", "em", "cp"}), {"em": "startRef", "cp": "hex", "ec": None}, frozenset()
)


def is_token(key: str) -> bool:
    """Whether a key can be the id of a 2.x unit as it is.

    >>> is_token("q03"), is_token("hama-2016/q03"), is_token("wb-1")
    (True, False, False)
    """
    return bool(TOKEN.fullmatch(key)) and not key.startswith(NUMBERED)
