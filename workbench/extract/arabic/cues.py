"""Reporting words of an Arabic sentence, each with its speaker and the place where the words it reports begin."""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.extract.arabic import lexicon
from workbench.extract.arabic.phrases import (
    Phrase,
    Words,
    is_agency,
    is_name,
    is_outlet,
    main_subject,
    outlet,
    outlet_end,
    speaker,
    subject_in_front,
)


class Report(NamedTuple):
    """A cue at word `at`; the speaker is words `speaker`, what is said begins at word `said`.

    `speaker` None leans on who spoke before. `outlet` and `agency` are the words that name them. `opens` is the word that opens the speech: a
    colon (spoken words follow), إن and its kin (they are told), or None where only a quoted region shows what was said. `before` is where
    what was said begins when the cue stands behind it.
    """

    at: int
    speaker: Phrase | None
    said: int
    opens: str | None
    outlet: Phrase | None = None
    agency: Phrase | None = None
    before: int | None = None


REACH = 45
"""Words between a verb and what it opens."""

LOOK_BACK = 120
"""Words of a clause; no sentence that anybody reads is longer."""

NEAR = 25
"""Words in which an outlet stands beside a cue."""

_STAMP = frozenset(["[", "]", "(", ")", ":", ".", "-", "\N{EN DASH}", "\N{EM DASH}", "|"])
_PAUSES = frozenset(["،", ",", "-", "\N{EN DASH}", "\N{EM DASH}"])


def reports(sentence: Words, *, heads_line: bool = False) -> list[Report]:
    """Every reporting word of a sentence, in order; sources named behind another report are its outlet or agency.

    Where the sentence `heads_line`, a name and a colon in front of it are a report too.
    """
    found: list[Report] = []
    skip = -1
    for at, word in enumerate(sentence):
        if word.region is not None or at <= skip:
            continue
        for report in _at(sentence, at, found):
            if report.before is not None and found and found[-1].said <= at and report.opens is None and not _stands_behind(sentence, at):
                found[-1] = _with_source(sentence, found[-1], report)
                continue
            found.append(report)
            skip = report.said - 1 if report.opens is not None else at
    labelled = label(sentence) if heads_line else None
    if labelled is not None and (not found or (found[0].at > labelled.at and sentence[labelled.said].region is not None)):
        return [labelled, *found]
    return found


MAX_LABEL = 7
"""Words in front of a colon that may name a speaker."""


def label(sentence: Words) -> Report | None:
    """A speaker and a colon at the head of a line: a headline, a post, a transcript (المذيع: …)."""
    start = _behind_time(sentence)
    while start < len(sentence) and (not sentence[start].is_word or sentence[start].bare in lexicon.NOT_LABELS):
        if sentence[start].region is not None:
            return None
        start += 1
    colon = next((at for at in range(start, min(start + MAX_LABEL + 1, len(sentence) - 1)) if sentence[at].bare == ":"), None)
    if colon is None or colon == start:
        return None
    inside = sentence[start:colon]
    if any(not word.is_word or word.root in lexicon.VERBS | lexicon.GENERAL_VERBS | lexicon.THAT | lexicon.PARTICIPLES for word in inside):
        return None
    if any(word.bare.startswith(("بال", "لل")) for word in inside) or (len(inside) > 1 and inside[1].bare[:1] == "ب" and len(inside[1].bare) > 5):
        return None  # a verb with its object: استعن بمستشارك
    if inside[0].root in lexicon.NOT_SUBJECTS | lexicon.STOPS or inside[0].bare[:1].isdigit():
        return None
    if len(inside) == 1 and inside[0].bare.removeprefix("ال") not in lexicon.ROLES and sentence[colon + 1].region is None:
        return None
    return Report(colon, (start, colon), colon + 1, ":")


def _behind_time(sentence: Words) -> int:
    """Where the words begin behind a time stamp: [00:02:10] المذيع: …, 10:42 - المحافظ: …."""
    at = 0
    while at < len(sentence) and sentence[at].region is None and (sentence[at].bare.isdigit() or sentence[at].bare in _STAMP):
        at += 1
    return at if any(word.bare.isdigit() for word in sentence[:at]) else 0


def _with_source(sentence: Words, report: Report, source: Report) -> Report:
    """A report with whom it is taken from: قال الوزير إن …، نقلاً عن سانا."""
    carrier = source.agency or source.outlet or source.speaker
    if is_agency(sentence, carrier):
        return report._replace(agency=report.agency or carrier)
    return report._replace(outlet=report.outlet or carrier) if is_outlet(sentence, carrier) else report


def _at(sentence: Words, at: int, earlier: list[Report]) -> Iterator[Report]:
    root = sentence[at].root
    following = sentence[at + 1].bare if at + 1 < len(sentence) else ""
    if root in lexicon.RELAYED:
        yield from _relayed(sentence, at)
    elif root in lexicon.ACCORDING or root in lexicon.FROM_SOURCE:
        yield from _according(sentence, at, at + 1)
    elif root == lexicon.UPON and following == lexicon.LIMIT and at + 3 < len(sentence):
        yield from _according(sentence, at, at + 3)
    elif root in lexicon.STATED and following in lexicon.IN_IT:
        yield from _stated(sentence, at)
    elif root in lexicon.VERBS or root in lexicon.PARTICIPLES or root in lexicon.WITH_OBJECT:
        yield from _verb(sentence, at, earlier)


def _verb(sentence: Words, at: int, earlier: list[Report]) -> Iterator[Report]:
    if _stands_behind(sentence, at):
        yield from _behind(sentence, at)
        return
    opening = _opening(sentence, at + 1)
    if opening is None:
        return
    said, opens = opening
    root = sentence[at].root
    if root in lexicon.PARTICIPLES:
        if opens == "" and said > at + 3:
            return
        subject = None if earlier else main_subject(sentence, at)
    elif root in lexicon.WITH_OBJECT:
        subject = None if earlier else main_subject(sentence, at)
    else:
        subject = _subject(sentence, at, said, opens)
        if subject is None and not earlier and sentence[at].root not in lexicon.NAMELESS:
            subject = main_subject(sentence, at)
    relayed = next((index for index in range(at + 1, said) if sentence[index].root in lexicon.FROM_SOURCE), None)
    if relayed is not None and subject is not None and subject[0] < relayed < said - 2 and is_outlet(sentence, subject):
        yield _taken_from(sentence, at, subject, relayed, (said, opens))
        return
    said_to = outlet(sentence, at + 1, said) or (outlet(sentence, max(0, at - NEAR), at) if not earlier else None)
    yield Report(at, subject, said, opens or None, said_to)


def _taken_from(sentence: Words, at: int, carrier: Phrase, relayed: int, opening: tuple[int, str]) -> Report:
    """ذكرت وكالة X نقلاً عن شهود أن: the witnesses speak, the agency carries it."""
    said, opens = opening
    carrier = (carrier[0], min(carrier[1], relayed))
    agency = carrier if is_agency(sentence, carrier) else None
    return Report(at, speaker(sentence, relayed + 2, said - (1 if opens else 0)), said, opens or None, None if agency else carrier, agency)


def _subject(sentence: Words, at: int, said: int, opens: str) -> Phrase | None:
    root = sentence[at].root
    found = speaker(sentence, at + 1, said - (1 if opens else 0))
    if found is not None and root in lexicon.DESCRIBING and found[1] - found[0] > 1 and (opens.startswith("با") or not opens):
        return found[0], found[1] - 1  # وصف الوزير الاتفاق بأنه: the last noun is what he described
    if (
        found is None and at and (opens or sentence[at - 1].bare == "قد") and sentence[at].bare == root
    ):  # وقال, فقال have their subject behind them or lean on the one before
        return subject_in_front(sentence, at)
    return found


def _stands_behind(sentence: Words, at: int) -> bool:
    """Whether a finite verb of saying follows the quotation it reports: «…»، قال أحد النازحين."""
    if sentence[at].root not in lexicon.VERBS or sentence[at].bare != sentence[at].root:
        return False
    index = at - 1
    while index >= 0 and sentence[index].region is None and sentence[index].bare in _PAUSES:
        index -= 1
    return index >= 0 and sentence[index].region is not None and not is_name(sentence, index)


def _behind(sentence: Words, at: int) -> Iterator[Report]:
    """The report of the region in front, and of the one that goes on behind the speaker."""
    end = next(
        (index for index in range(at + 1, len(sentence)) if sentence[index].region is not None and not is_name(sentence, index)), len(sentence)
    )
    said_by = speaker(sentence, at + 1, end)
    first = next((index for index in range(at - 1, max(-1, at - NEAR), -1) if sentence[index].region is not None), at)
    yield Report(at, said_by, end, None, outlet(sentence, at + 1, end), before=first)


def _opening(sentence: Words, start: int) -> tuple[int, str] | None:
    """Where what was said begins, and the word that opens it; "" when only a quoted region does."""
    for index in range(start, min(start + REACH, len(sentence))):
        word = sentence[index]
        if word.region is not None:
            if not is_name(sentence, index):
                return index, ""
        elif word.bare == ":" or (
            word.root in lexicon.THAT and word.root not in lexicon.NOT_THAT and sentence[index - 1].bare not in lexicon.NOT_OPENED
        ):
            return index + 1, word.bare
        elif index > start and (word.bare in (".", "؟", "!", "؛") or word.root in lexicon.SAYING):
            return None
    return None


def _relayed(sentence: Words, at: int) -> Iterator[Report]:
    """نقلت وكالة X عن Y (قوله) إن …: the agency and the speaker."""
    source = next((index for index in range(at + 1, min(at + 14, len(sentence))) if sentence[index].bare == "عن"), None)
    opening = _opening(sentence, source + 1) if source is not None else None
    if source is None or opening is None:
        return
    said, opens = opening
    stop = next((index for index in range(source + 1, said) if sentence[index].root in lexicon.SAYINGS), said - (1 if opens else 0))
    carrier = (at + 1, outlet_end(sentence, at + 1, source)) if source > at + 1 else None
    agency = carrier if is_agency(sentence, carrier) else None
    yield Report(at, speaker(sentence, source + 1, stop), said, opens or None, None if agency else carrier, agency)


def _according(sentence: Words, at: int, first: int) -> Iterator[Report]:
    """بحسب X، … before what was said, … بحسب X behind it; نقلاً عن names who carried it."""
    if first < len(sentence) and sentence[first].bare in ("ل", "لـ", "ما", "عن"):
        first += 1
    sure = first < len(sentence) and sentence[first].root in lexicon.VERBS | lexicon.RELAYED  # حسبما ذكرت وكالة …, وفق ما أفادت به
    if sure:
        first += 2 if first + 1 < len(sentence) and sentence[first + 1].bare in lexicon.IN_WHICH else 1
    said_by = speaker(sentence, first, min(len(sentence), first + 14))
    if said_by is None:
        return
    agent = sentence[first].bare
    if sentence[at].root in lexicon.LOOSE_ACCORDING and not (
        agent in lexicon.AGENTS or agent.startswith(("ال", "لل")) or agent[1:] in lexicon.AGENTS
    ):
        return
    stop = next((index for index in range(*said_by) if sentence[index].bare in ("،", ",", ".")), said_by[1])
    said_by = (said_by[0], max(stop, said_by[0] + 1))
    start = _clause_start(sentence, at)
    if sentence[at].root in lexicon.FROM_SOURCE:
        agency = said_by if is_agency(sentence, said_by) else None
        yield Report(at, None, said_by[1], None, None if agency else said_by, agency, before=start)
    elif at > start + 1:
        yield Report(at, said_by, said_by[1], None, outlet(sentence, said_by[1], said_by[1] + NEAR), before=start)
    else:
        comma = said_by[1] if said_by[1] < len(sentence) and sentence[said_by[1]].bare in _PAUSES else None
        opening = _opening(sentence, said_by[1]) if comma is None else None
        if comma is not None and comma + 1 < len(sentence) and sentence[comma + 1].root in lexicon.THAT:
            comma += 1  # بحسب الناشط، فإن القصف بدأ
        said = comma + 1 if comma is not None else opening[0] if opening is not None else said_by[1]
        yield Report(at, said_by, said, "،" if comma is not None else (opening[1] or None) if opening is not None else None)


def _clause_start(sentence: Words, at: int) -> int:
    """Where the clause in front of `at` begins: the sentence, or behind its last stop."""
    return next(
        (index + 1 for index in range(at - 1, max(-1, at - LOOK_BACK), -1) if sentence[index].bare in ("؛", ".", ":")), max(0, at - LOOK_BACK)
    )


def _stated(sentence: Words, at: int) -> Iterator[Report]:
    """جاء في بيان X: …, أصدر X بياناً جاء فيه: …, or جاء على لسان X أن."""
    following = sentence[at + 1].bare
    start = at + 2
    if following == lexicon.UPON:
        if at + 2 >= len(sentence) or sentence[at + 2].bare != lexicon.TONGUE:
            return
        start = at + 3
    opening = _opening(sentence, at + 1)
    if opening is None:
        return
    said, opens = opening
    found = speaker(sentence, start, said - (1 if opens else 0)) if following in (lexicon.IN, lexicon.UPON) else _issuer(sentence, at)
    yield Report(at, found, said, opens or None)


def _issuer(sentence: Words, at: int) -> Phrase | None:
    """Who issued the document of “in which it is said”: أصدر جيش الفجر بياناً جاء فيه."""
    paper = next((index for index in range(at - 1, max(-1, at - REACH), -1) if sentence[index].bare.removeprefix("ال") in lexicon.PAPERS), None)
    if paper is None:
        return None
    verb = next(
        (index for index in range(paper - 1, max(-1, paper - REACH), -1) if sentence[index].root in lexicon.GENERAL_VERBS | lexicon.VERBS), None
    )
    if verb is not None:
        return speaker(sentence, verb + 1, paper)
    return speaker(sentence, paper + 1, at)
