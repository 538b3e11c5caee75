"""Term bases as TBX: read in version 2 (`<martif>`) and 3 (`<tbx>`), with the data categories as attributes or as elements; written as TBX-Basic 2.

Source: ISO 30042:2008 and 2019, and the TBX-Basic dialect (tbxinfo.net). Version 2 is written because it is what tools read: OmegaT, the translate
toolkit and the term bases of CAT tools know no other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from lxml import etree

from workbench.formats.inline import local_name
from workbench.formats.record import Property
from workbench.formats.report import Report
from workbench.formats.tags import normal_tag
from workbench.formats.terms import Concept, Term, TermStatus, tidy
from workbench.formats.xmlgate import PROLOG_LIMIT, XML, elements, legal, line_of

DOCTYPE: Final = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
XML_LANG: Final = f"{{{XML}}}lang"
ENTRIES: Final = ("conceptEntry", "termEntry")
LANGUAGES: Final = frozenset({"langSec", "langSet"})
TERMS: Final = frozenset({"termSec", "tig", "ntig"})
GROUPS: Final = frozenset({"descripGrp", "termNoteGrp", "adminGrp", "termGrp"})
"""Elements that only hold others together."""
TYPED: Final = frozenset({"descrip", "termNote", "admin", "ref", "xref"})
"""Elements whose `type` is the data category; in the other style the category is the element."""

STATUS: Final = "administrativeStatus"
STATUSES: Final = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.DEPRECATED: "deprecatedTerm-admn-sts",
    TermStatus.SUPERSEDED: "supersededTerm-admn-sts",
}
READ_STATUSES: Final = {name: status for status, name in STATUSES.items()} | {
    name.removesuffix("-admn-sts").removesuffix("Term"): status for status, name in STATUSES.items()
}
DESCRIPTIONS: Final = frozenset({"definition", "subjectField", "context"})
ADMINISTRATIVE: Final = frozenset({"source", "customerSubset", "projectSubset", "entrySource", "productSubset"})
OF_CONCEPT: Final = {"definition": "definition", "subjectField": "subject", "note": "note"}
OF_TERM: Final = {"partOfSpeech": "part_of_speech", "context": "context", "source": "source", "note": "note"}


def read(stream: BinaryIO, report: Report) -> Iterator[Concept]:
    """The concepts of a term base; raises BadInput with the line where the file is broken or hostile."""
    beginning = stream.read(PROLOG_LIMIT)
    stream.seek(0)
    root = "martif" if b"<martif" in beginning else "tbx"
    for _, entry in elements(stream, report, root=root, tags=ENTRIES):
        report.read += 1
        concept = concept_of(entry, report, report.read)
        if concept.terms:
            yield concept
        else:
            report.skip(concept.id, line_of(entry), "it has no term")


def concept_of(entry: etree._Element, report: Report, number: int) -> Concept:
    """A concept; its definition may stand at a language, as many tools write it."""
    values: dict[str, str] = {}
    properties: list[Property] = []
    terms: list[Term] = []
    for child in entry:
        if local_name(child) in LANGUAGES:
            language = normal_tag(child.get(XML_LANG) or child.get("lang") or "") or "und"
            terms += (term for part in child if local_name(part) in TERMS and (term := term_of(part, language, report)))
            for name, text in categories(part for part in child if local_name(part) not in TERMS):
                keep(name, text, OF_CONCEPT, values, properties, language)
    for name, text in categories(child for child in entry if local_name(child) not in LANGUAGES):
        keep(name, text, OF_CONCEPT, values, properties, None)
    report.lose("records of who changed an entry when", sum(1 for _ in entry.iter("{*}transacGrp")))
    named: dict[str, Any] = values
    return Concept(id=entry.get("id") or f"c{number}", terms=tuple(terms), properties=tuple(properties), where=report.place(line_of(entry)), **named)


def term_of(section: etree._Element, language: str, report: Report) -> Term | None:
    """A term with what is said of it; None, and named, where the words are missing."""
    words = next((tidy("".join(map(str, term.itertext()))) for term in section.iter("{*}term")), None)
    if words is None:
        report.skip("a term", line_of(section), "it has no words")
        return None
    values: dict[str, str] = {}
    properties: list[Property] = []
    status: TermStatus | None = None
    for name, text in categories(child for child in section if local_name(child) != "term"):
        if name == STATUS and text in READ_STATUSES and status is None:
            status = READ_STATUSES[text]
        else:
            keep(name, text, OF_TERM, values, properties, None)
    named: dict[str, Any] = values
    return Term(text=words, language=language, status=status, properties=tuple(properties), **named)


def categories(children: Iterable[etree._Element]) -> Iterator[tuple[str, str]]:
    """The data categories among elements, in either style, with their values."""
    for child in children:
        name = local_name(child)
        if name in GROUPS:
            yield from categories(grandchild for grandchild in child if local_name(grandchild) != "term")
        elif name not in ("transacGrp", "transac", "date") and (text := tidy("".join(map(str, child.itertext())))):
            yield (child.get("type") or name) if name in TYPED else name, text


def keep(name: str, text: str, known: dict[str, str], values: dict[str, str], properties: list[Property], language: str | None) -> None:
    """Put a value into its field, or where that is full or there is none, among the properties."""
    if name in known and known[name] not in values:
        values[known[name]] = text
    else:
        properties.append(Property(name, text, language))


def prepare(concepts: Iterable[Concept], report: Report) -> Iterator[Concept]:
    """The concepts as a TBX file can carry them: with an id each, texts on one line and without what XML cannot carry."""
    taken: set[str] = set()

    def carried(text: str | None) -> str | None:
        return tidy(legal(text or "", lambda count: report.lose("characters that XML cannot carry", count)))

    for concept in concepts:
        terms = tuple(term for given in concept.terms if (term := fitted(given, carried)))
        if not terms:
            report.skip(concept.id, concept.where, "it has no term")
            continue
        name = carried(concept.id) or "c"
        identity = next(spelling for spelling in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))) if spelling not in taken)
        taken.add(identity)
        report.lose("languages of remarks", sum(entry.language is not None for entry in concept.properties))
        texts = {field: carried(getattr(concept, field)) for field in OF_CONCEPT.values()}
        properties = arranged(concept.properties, OF_CONCEPT, texts, carried)
        named: dict[str, Any] = texts
        # TBX groups terms by their language
        grouped = tuple(term for language in dict.fromkeys(term.language for term in terms) for term in terms if term.language == language)
        yield Concept(id=identity, terms=grouped, properties=properties, where=concept.where, **named)


def fitted(term: Term, carried: Callable[[str | None], str | None]) -> Term | None:
    """A term with its texts as they can be carried."""
    words = carried(term.text)
    if not words:
        return None
    texts = {field: carried(getattr(term, field)) for field in OF_TERM.values()}
    properties = arranged(term.properties, OF_TERM, texts, carried)
    status = term.status
    for entry in properties:
        if entry.name == STATUS and status is None and entry.value in READ_STATUSES:
            status = READ_STATUSES[entry.value]
            properties = tuple(other for other in properties if other is not entry)
    return Term(text=words, language=normal_tag(term.language) or "und", status=status, properties=properties, **texts)


def arranged(
    properties: Iterable[Property], known: Mapping[str, str], texts: dict[str, str | None], carried: Callable[[str | None], str | None]
) -> tuple[Property, ...]:
    """Properties with a name and a value; one that has a field of its own fills it where it is empty, as reading will."""
    kept = []
    for entry in properties:
        name, value = carried(entry.name), carried(entry.value)
        if name and name in known and value and not texts[known[name]]:
            texts[known[name]] = value
        elif name and value:
            kept.append(Property(name, value))
    return tuple(kept)


def write(concepts: Iterable[Concept], stream: BinaryIO) -> None:
    """Write prepared concepts as a stream."""
    with etree.xmlfile(stream, encoding="UTF-8") as file:
        file.write_declaration()
        file.write_doctype(DOCTYPE)
        with file.element("martif", {"type": "TBX-Basic", XML_LANG: "en"}, {"xml": XML}):
            file.write("\n", header(), "\n")
            with file.element("text"), file.element("body"):
                file.write("\n")
                for concept in concepts:
                    file.write(entry_of(concept), "\n")
    stream.write(b"\n")


def element(parent: etree._Element | None, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """An element of TBX."""
    made = etree.Element(name, attributes) if parent is None else etree.SubElement(parent, name, attributes)
    made.text = text
    return made


def header() -> etree._Element:
    """The header, which must say where the file is from."""
    head = element(None, "martifHeader")
    description = element(head, "fileDesc")
    element(element(description, "sourceDesc"), "p", "Quote workbench")
    return head


def entry_of(concept: Concept) -> etree._Element:
    """A concept as an element."""
    entry = element(None, "termEntry", id=concept.id)
    for category, name in OF_CONCEPT.items():
        put(entry, category, getattr(concept, name))
    for held in concept.properties:
        put(entry, held.name, held.value)
    for language in concept.languages:
        section = element(entry, "langSet")
        section.set(XML_LANG, language)
        for term in concept.terms:
            if term.language == language:
                put_term(section, term)
    etree.indent(entry)
    return entry


def put_term(section: etree._Element, term: Term) -> None:
    """A term as an element."""
    made = element(section, "tig")
    element(made, "term", term.text)
    if term.status:
        element(made, "termNote", STATUSES[term.status], type=STATUS)
    for category, name in OF_TERM.items():
        put(made, category, getattr(term, name), in_term=True)
    for held in term.properties:
        put(made, held.name, held.value, in_term=True)


def put(parent: etree._Element, category: str, text: str | None, *, in_term: bool = False) -> None:
    """A data category, in the element the standard has for it."""
    if not text:
        return
    if category == "note":
        element(parent, "note", text)
    elif category in DESCRIPTIONS:
        element(parent, "descrip", text, type=category)
    elif category in ADMINISTRATIVE or not in_term:
        element(parent, "admin", text, type=category)
    else:
        element(parent, "termNote", text, type=category)
