"""What a translation memory offered for a unit, where an XLIFF file says so and the target is still word for word what was offered.

Read are `<alt-trans>` and `state-qualifier="fuzzy-match"` of XLIFF 1.2, `<sdl:seg origin="tm" percent="85">` of SDLXLIFF, and `<mtc:match>` of
XLIFF 2. The offer is kept as a property of the record, which every format carries. In PO the former msgid of a fuzzy entry says the same by itself.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from workbench.formats.inline import PLACEHOLDER, flatten, local_name
from workbench.formats.record import Property, Record, State
from workbench.model import MemoryOffer

OFFER: Final = "memory-offer"
"""The name of the property."""
EXACT: Final = 100.0
FROM_MEMORY: Final = frozenset({"tm", "am"})
"""Types of `<mtc:match>`: translation memory, and a match assembled from several of its units."""
BY_MACHINE: Final = frozenset({"mt-suggestion", "leveraged-mt"})
"""State qualifiers of what no memory offered."""


def with_first_offer(record: Record, unit: etree._Element, segment: str | None = None) -> Record:
    """The record of a `<trans-unit>`, or of one of its segments, with what it was offered."""
    confirmed = (entry for defs in _children(unit, "seg-defs") for entry in _children(defs, "seg") if entry.get("id") == segment)
    offers = [
        *_proposals(unit, segment),
        *(MemoryOffer(target=record.target, percent=_percent(entry.get("percent"))) for entry in confirmed if _is_tm(entry)),
    ]
    if not offers and any(target.get("state-qualifier") == "fuzzy-match" for target in _children(unit, "target")):
        offers = [MemoryOffer(target=record.target)]
    return _with_offer(record, offers)


def with_second_offer(record: Record, unit: etree._Element, segment: etree._Element) -> Record:
    """The record of a `<segment>` of XLIFF 2 with what it was offered."""
    names = {segment.get("id"), *(mark.get("id") for mark in segment.iter() if local_name(mark) == "mrk")}
    matches = (match for group in _children(unit, "matches") for match in _children(group, "match"))
    fitting = [match for match in matches if match.get("type", "tm") in FROM_MEMORY and _points_at(match.get("ref"), names)]
    return _with_offer(record, [offer for match in fitting if (offer := _offer(match, match.get("similarity") or match.get("matchQuality")))])


def offered_in(record: Record) -> MemoryOffer | None:
    """What the record was offered: as its property says, or by the former source of a rendering that waits for a second look.

    >>> offered_in(Record(source="غادر خمسة", target="Six left", former_source="غادر ستة", state=State.SECOND_LOOK)).source
    'غادر ستة'
    """
    if (value := next((entry.value for entry in record.properties if entry.name == OFFER), None)) is not None:
        return offer_of(value)
    as_it_came = record.published in (None, record.target)
    if record.former_source and record.state is State.SECOND_LOOK and as_it_came:
        return MemoryOffer(target=record.target, source=record.former_source)
    return None


def offer_of(value: str) -> MemoryOffer | None:
    """The offer that a property holds; None for a value that is none.

    >>> offer_of('{"target": "Six left", "percent": 85}'), offer_of("85 %")
    (MemoryOffer(target='Six left', source=None, percent=85.0, origin=None), None)
    """
    try:
        row = json.loads(value)
        target, source, percent, origin = (row.get(name) for name in ("target", "source", "percent", "origin"))
    except (ValueError, AttributeError):
        return None
    texts = isinstance(target, str) and isinstance(source, str | None) and isinstance(origin, str | None)
    if not texts or not isinstance(percent, int | float | None):
        return None
    return MemoryOffer(target=target, source=source, percent=None if percent is None else float(percent), origin=origin)


def offer_text(offer: MemoryOffer) -> str:
    """The way back from `offer_of`."""
    said = {"target": offer.target, "source": offer.source, "percent": offer.percent, "origin": offer.origin}
    return json.dumps({name: part for name, part in said.items() if part is not None}, ensure_ascii=False)


def _with_offer(record: Record, offers: Iterable[MemoryOffer]) -> Record:
    """The record with the best offer that its target still is; without any where that is no fuzzy one."""
    taken = [offer for offer in offers if record.target and _words(offer.target) == _words(record.target)]
    if not taken or any(entry.name == OFFER for entry in record.properties):
        return record
    best = max(taken, key=lambda offer: offer.percent or 0.0)
    exact = best.source is not None and _words(best.source) == _words(record.source)
    if exact or (best.percent is not None and best.percent >= EXACT):
        return record
    return replace(record, properties=(*record.properties, Property(OFFER, offer_text(best))))


def _proposals(unit: etree._Element, segment: str | None) -> Iterator[MemoryOffer]:
    for proposal in _children(unit, "alt-trans"):
        kind, target = proposal.get("alttranstype", "proposal"), _children(proposal, "target")
        by_machine = any(element.get("state-qualifier") in BY_MACHINE for element in target)
        is_ours = kind == "proposal" and not by_machine and proposal.get("mid") in (None, segment)
        if is_ours and (offer := _offer(proposal, proposal.get("match-quality"))):
            yield offer


def _offer(element: etree._Element, percent: str | None) -> MemoryOffer | None:
    """The texts inside a proposal."""
    sources, targets = _children(element, "source"), _children(element, "target")
    if not targets:
        return None
    source = _plain(sources[0]) if sources else None
    return MemoryOffer(target=_plain(targets[0]), source=source or None, percent=_percent(percent), origin=element.get("origin") or None)


def _is_tm(entry: etree._Element) -> bool:
    """Whether an SDL segment came from a memory and was not touched since: then its origin is another and this one its former."""
    return entry.get("origin") == "tm" and (_percent(entry.get("percent")) or 0.0) < EXACT


def _points_at(ref: str | None, names: set[str | None]) -> bool:
    return ref is None or ref.rpartition("#")[2].rpartition("=")[2] in names


def _percent(text: str | None) -> float | None:
    """`85`, `85%` and `0.85` as 85.0; None for anything else."""
    try:
        value = float((text or "").strip().removesuffix("%"))
    except ValueError:
        return None
    if not 0 <= value <= 10 * EXACT:  # also what is no number at all
        return None
    return value * EXACT if value <= 1 and "." in (text or "") else value


def _plain(element: etree._Element) -> str:
    return PLACEHOLDER.sub("", flatten(element)[0])


def _words(text: str) -> list[str]:
    return PLACEHOLDER.sub("", text).split()


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if local_name(child) == name]
