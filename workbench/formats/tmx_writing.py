"""Writing TMX 1.4b as a stream, the way CAT tools read it without loss.

UTF-8 without a byte order mark, the document type, all header attributes, notes and properties before the variants, extras as
`<prop type="x-…">`, segments on one line without padding, no empty target.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import BinaryIO

from lxml import etree

from workbench import __version__
from workbench.formats.clean import with_texts
from workbench.formats.fields import FIELDS, named_texts
from workbench.formats.inline import Codes, Settled, local_name, restore
from workbench.formats.lines import note_text
from workbench.formats.marks import following
from workbench.formats.record import InlineCode, Property, Record, SegmentType, State
from workbench.formats.report import Report
from workbench.formats.tags import same_language
from workbench.formats.tmx import DATES, FIELD_PREFIX, NAMES, NATIVE, PROP_FIELDS, SIDES, XML_LANG
from workbench.formats.tmx_tags import OTHERS, is_others, parted
from workbench.formats.tmx_text import plain_unit, sides_told, tmx_date
from workbench.formats.xmlgate import legal

AT_ONCE = 1000
"""Units that are encoded and handed to the stream together."""
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
INLINE_TAGS = frozenset({"bpt", "ept", "ph", "it", "hi", "ut"})
OWN_PROPS = frozenset((*PROP_FIELDS, *SIDES))
PROPS = tuple(field for field in FIELDS if field.name not in NATIVE)
SEGMENT_TYPE = SegmentType.SENTENCE

VARIANT_ATTRIBUTES = frozenset(
    {
        "o-encoding",
        "datatype",
        "usagecount",
        "lastusagedate",
        "creationtool",
        "creationtoolversion",
        "creationdate",
        "creationid",
        "changedate",
        "changeid",
        "o-tmf",
    }
)
"""What the DTD allows on a `<tuv>`, the language aside; on a `<tu>` segtype comes in addition."""
VARIANT_NOTE = "#note"


def prepare(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """The records as TMX can carry them; what it cannot carry is left out and named in the report."""
    for given in records:
        record = with_texts(given, lambda text: legal(text, lambda count: report.lose("characters that XML cannot carry", count)))
        if not record.source.strip():
            report.skip(record.label, record.where, "it has no source text")
        elif not record.target.strip():
            report.skip(record.label, record.where, "it has no target text, and an empty one would be taken for a translation")
        elif record.state is State.REJECTED:
            report.skip(record.label, record.where, "its rendering was rejected, and a memory would offer it")
        elif same_language(record.source_language, record.target_language):
            report.skip(record.label, record.where, f"both its sides are in one language ({record.source_language})")
        else:
            yield fitted(record, report)


def fitted(record: Record, report: Report) -> Record:
    """The record with everything at the place where a reader of TMX finds it again."""
    return with_properties(with_tags(record, report), report) if record.inline or record.properties else record


def with_tags(record: Record, report: Report) -> Record:
    """The record with its inline tags settled."""
    if not record.inline:
        return record
    settled: dict[str, Settled] = {}
    texts: list[str] = []
    for language, text in texts_of(record):  # a second text in one language has no tags
        first = language not in settled
        own = settled.setdefault(language, Settled(text, codes_of(record, language), adopted, wrapped)) if first else None
        texts.append(own.text if own else text)
    of_no_text = sum(code.language not in settled for code in record.inline)
    report.lose("inline tags", of_no_text + sum(text.lost for text in settled.values()))
    source, target, *others = texts
    return replace(
        record,
        source=source,
        target=target,
        marks=following(record, source, target),
        variants=tuple(variant._replace(text=text) for variant, text in zip(record.variants, others, strict=True)),
        inline=tuple(InlineCode(language, *pair) for language, text in settled.items() for pair in text.codes.items()),
    )


def adopted(element: etree._Element, _number: int) -> etree._Element | None:
    """A tag that TMX knows, or one that it can carry as a pair."""
    return element if is_others(element) or (local_name(element) in INLINE_TAGS and not str(element.tag).startswith(OTHERS)) else None


def wrapped(markup: str, _number: int) -> etree._Element:
    """Another format's tag as `<ph>`, its markup as native code."""
    element = etree.Element("ph")
    element.text = markup
    return element


def with_properties(record: Record, report: Report) -> Record:
    """The record without properties that would be read as something else, or that TMX has no place for."""
    if all(entry.language is None and entry.name[:1] not in ("@", "#") and entry.name not in OWN_PROPS for entry in record.properties):
        return record
    languages = {language for language, _ in texts_of(record)}
    kept = tuple(entry for entry in record.properties if writable(entry, record, languages))
    report.lose("properties without a place in TMX", len(record.properties) - len(kept))
    return replace(record, properties=(*(entry for language in (None, *order(record)) for entry in arranged(kept, language)),))


def writable(entry: Property, record: Record, languages: set[str]) -> bool:
    """Whether a property can be written and read again."""
    if entry.language is not None and entry.language not in languages:
        return False
    if entry.name == VARIANT_NOTE:
        return entry.language is not None
    if not entry.name.startswith("@"):
        return entry.language is not None or entry.name not in OWN_PROPS
    name = entry.name[1:]
    if entry.language is not None:
        return name in VARIANT_ATTRIBUTES
    native = DATES.get(name) or NAMES.get(name)
    return name in VARIANT_ATTRIBUTES and (native is None or getattr(record, native) is None)


def arranged(entries: Iterable[Property], language: str | None) -> list[Property]:
    """The properties of one side in the order a reader meets them: attributes, then notes and properties."""
    own = [entry for entry in entries if entry.language == language]
    attributes = {entry.name: entry for entry in own if entry.name.startswith("@")}
    return [*attributes.values(), *(entry for entry in own if not entry.name.startswith("@"))]


def order(record: Record) -> list[str]:
    """The languages in the order of the variants."""
    return list(dict.fromkeys(language for language, _ in texts_of(record)))


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Every variant: source, target, then the rest."""
    yield record.source_language, record.source
    yield record.target_language, record.target
    yield from record.variants


def codes_of(record: Record, language: str) -> Codes:
    """The inline tags of one side."""
    return {code.placeholder: code.markup for code in record.inline if code.language == language}


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write prepared records; nothing in the file depends on the clock."""
    iterator = iter(records)
    first = next(iterator, None)
    source_language = first.source_language if first else "ar"
    head = etree.tostring(header(source_language), encoding="unicode")
    stream.write(f"<?xml version='1.0' encoding='UTF-8'?>\n{DOCTYPE}\n<tmx version=\"1.4\">\n{head}\n<body>\n".encode())
    chunk: list[str] = []
    for record in chain([first] if first else [], iterator):
        text = plain_unit(record, source_language)
        chunk.append(etree.tostring(unit(record, source_language), encoding="unicode") if text is None else text)
        if len(chunk) == AT_ONCE:
            stream.write("".join(chunk).encode())
            chunk.clear()
    stream.write(("".join(chunk) + "</body>\n</tmx>\n").encode())


def header(source_language: str) -> etree._Element:
    """The header with all that the DTD asks for."""
    return etree.Element(
        "header",
        {
            "creationtool": "quote workbench",
            "creationtoolversion": __version__,
            "segtype": SEGMENT_TYPE,
            "o-tmf": "quote workbench",
            "adminlang": "en",
            "srclang": source_language,
            "datatype": "plaintext",
        },
    )


def unit(record: Record, source_language: str) -> etree._Element:
    """A prepared record as `<tu>`."""
    element = etree.Element("tu", unit_attributes(record, source_language))
    element.text, element.tail = "\n  ", "\n"
    for note in record.notes:
        child(element, "note", note_text(note))
    for kind, language in sides_told(record):
        child(element, "prop", language, {"type": kind})
    for field, text in named_texts(record, PROPS):
        child(element, "prop", text, {"type": f"{FIELD_PREFIX}{field.name}"})
    for entry in record.properties:
        if entry.language is None and not entry.name.startswith("@"):
            child(element, "prop", entry.value, {"type": entry.name})
    taken: set[str] = set()
    for language, text in texts_of(record):
        variant(element, language, text, record, first=language not in taken)
        taken.add(language)
    element[-1].tail = "\n"
    return element


def unit_attributes(record: Record, source_language: str) -> dict[str, str]:
    """The attributes of a `<tu>`."""
    attributes = {"tuid": record.key} if record.key is not None else {}
    if record.source_language != source_language:
        attributes["srclang"] = record.source_language
    attributes |= {entry.name[1:]: entry.value for entry in record.properties if entry.language is None and entry.name.startswith("@")}
    if record.segment_type is not None:
        attributes["segtype"] = record.segment_type
    attributes |= {name: tmx_date(at) for name, attribute in DATES.items() if (at := getattr(record, attribute))}
    return attributes | {name: who for name, attribute in NAMES.items() if (who := getattr(record, attribute))}


def child(parent: etree._Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> etree._Element:
    """A child on a line of its own."""
    element = etree.SubElement(parent, tag, attributes)
    element.text, element.tail = text, "\n  "
    return element


def variant(parent: etree._Element, language: str, text: str, record: Record, *, first: bool) -> None:
    """A `<tuv>`; what belongs to its language stands on the first of that language."""
    own = [entry for entry in record.properties if entry.language == language] if first else []
    element = etree.SubElement(parent, "tuv", {XML_LANG: language} | {entry.name[1:]: entry.value for entry in own if entry.name.startswith("@")})
    element.tail = "\n  "
    for entry in own:
        if entry.name == VARIANT_NOTE:
            etree.SubElement(element, "note").text = entry.value
        elif not entry.name.startswith("@"):
            etree.SubElement(element, "prop", {"type": entry.name}).text = entry.value
    seg = etree.SubElement(element, "seg")
    restore(seg, text, codes_of(record, language) if record.inline and first else {})
    if len(seg):
        parted(seg)
