"""What python-docx has no words for: tracked changes, text from the right, the time of a comment, a file without a clock."""

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any, BinaryIO, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from workbench.formats import package
from workbench.formats.papers import Quote
from workbench.formats.record import Note
from workbench.formats.xmlgate import ILLEGAL
from workbench.review.changes import ChangeKind

TRACKED: Final = {ChangeKind.INSERTED: ("w:ins", "w:t"), ChangeKind.DELETED: ("w:del", "w:delText")}
ARABIC_FONT: Final = "Noto Naskh Arabic"
UNKNOWN_AUTHOR: Final = "quote workbench"


class WordDocument:
    """A document being written; ids of tracked changes count through it."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.docx: Any = docx.Document()
        self._changes = 0

    def turn(self) -> None:
        """Landscape."""
        section = self.docx.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    def save(self, stream: BinaryIO) -> None:
        """Write the file; the same content always gives the same bytes."""
        draft = io.BytesIO()
        self.docx.save(draft)
        package.settle(draft, stream, {package.CORE: package.core(carried(self.title))})

    def track(self, paragraph: Any, quote: Quote) -> None:
        """The rendering as published with its changes, for a reader of the document to accept or reject."""
        for change in quote.changes:
            run = paragraph.add_run(carried(change.text))
            if change.kind is ChangeKind.EQUAL:
                continue
            wrapper, text_tag = TRACKED[change.kind]
            for text in list(run._r):
                if text.tag == qn("w:t"):
                    text.tag = qn(text_tag)
                    text.set(qn("xml:space"), "preserve")
            run._r.addprevious(tracked := self._change(wrapper, quote))
            tracked.append(run._r)

    def _change(self, tag: str, quote: Quote) -> Any:
        self._changes += 1
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(self._changes))
        element.set(qn("w:author"), carried(quote.text_author or UNKNOWN_AUTHOR))
        if quote.record.changed_at:
            element.set(qn("w:date"), stamp(quote.record.changed_at))
        return element

    def comment(self, paragraph: Any, notes: Iterable[Note]) -> None:
        """Comments in the margin of a paragraph, each with its author and time."""
        for note in notes:
            author = carried(note.author or UNKNOWN_AUTHOR)
            runs = paragraph.runs or [paragraph.add_run("")]
            comment = self.docx.add_comment(runs, carried(note.text), author, initials(author))
            element = comment._comment_elm
            if note.at:
                element.date = note.at
            else:
                element.attrib.pop(qn("w:date"), None)


def from_the_right(paragraph: Any, text: str, language: str) -> None:
    """Arabic text in a paragraph that runs from the right."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(OxmlElement("w:bidi"))
    run = paragraph.add_run(carried(text))
    fonts = run._r.get_or_add_rPr()
    font = OxmlElement("w:rFonts")
    font.set(qn("w:cs"), ARABIC_FONT)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:bidi"), language)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), "26")
    # in the order the schema wants
    for element in (font, size, OxmlElement("w:rtl"), tongue):
        fonts.append(element)


def stamp(at: datetime) -> str:
    """A time as Word writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def initials(author: str) -> str:
    """The first letters of a name.

    >>> initials("Lina Haddad")
    'LH'
    """
    return "".join(word[0] for word in author.split())[:3]


def carried(text: str) -> str:
    """The text without what XML cannot carry."""
    return ILLEGAL.sub("", text)
