"""Reporting words of an Arabic sentence, each with its speaker and the place where the words it reports begin."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.extract.arabic import lexicon
from workbench.extract.arabic.tokens import Word

Words = Sequence[Word]


class Report(NamedTuple):
    """A cue at word `at`; the speaker is words `speaker`, what is said begins at word `said`.

    `speaker` None leans on who spoke before. `outlet` are the words of the outlet. `opens` is the word that opens the speech: a colon
    (spoken words follow), إن and its kin (they are told), or None where only a quoted region shows what was said.
    """

    at: int
    speaker: tuple[int, int] | None
    said: int
    opens: str | None
    outlet: tuple[int, int] | None = None
    is_agency: bool = False
    follows: bool = False


def reports(sentence: Words) -> list[Report]:
    """Every reporting word of a sentence, in order."""
    found: list[Report] = []
    skip = -1
    for at, word in enumerate(sentence):
        if word.region is not None or at <= skip:
            continue
        for report in _at(sentence, at):
            found.append(report)
            skip = report.said - 1 if report.opens is not None else at
    return found


def _at(sentence: Words, at: int) -> Iterator[Report]:
    root = sentence[at].root
    if root in lexicon.RELAYED:
        yield from _relayed(sentence, at)
    elif root in lexicon.ACCORDING or root in lexicon.FROM_SOURCE:
        yield from _according(sentence, at)
    elif root in lexicon.STATED and at + 1 < len(sentence) and sentence[at + 1].root in ("في", "فيه", "فيها"):
        yield from _stated(sentence, at)
    elif root in lexicon.VERBS or root in lexicon.PARTICIPLES:
        yield from _verb(sentence, at)


def _verb(sentence: Words, at: int) -> Iterator[Report]:
    opening = _opening(sentence, at + 1)
    if opening is None:
        return
    said, opens = opening
    if sentence[at].root in lexicon.PARTICIPLES:
        if opens == "" and said > at + 3:
            return
        speaker = None
    else:
        speaker = _speaker(sentence, at + 1, said - (1 if opens else 0))
        if speaker is not None and sentence[at].root in lexicon.DESCRIBING and opens.startswith("با") and speaker[1] - speaker[0] > 1:
            speaker = (speaker[0], speaker[1] - 1)  # وصف الوزير الاتفاق بأنه: the last noun is what he described
        if speaker is None and opens and sentence[at].root == sentence[at].bare:
            speaker = _subject_in_front(sentence, at)
    yield Report(at, speaker, said, opens or None, _outlet(sentence, at + 1, said))


def _opening(sentence: Words, start: int) -> tuple[int, str] | None:
    """Where what was said begins, and the word that opens it; "" when only a quoted region does."""
    for index in range(start, min(start + 45, len(sentence))):
        word = sentence[index]
        if word.region is not None:
            if not _is_name(sentence, index):
                return index, ""
        elif word.bare == ":" or (
            word.root in lexicon.THAT and word.root not in lexicon.NOT_THAT and sentence[index - 1].bare not in lexicon.NOT_OPENED
        ):
            return index + 1, word.bare
        elif index > start and (word.bare in ".؟!؛" or word.root in lexicon.SAYING):
            return None
    return None


def _is_name(sentence: Words, at: int) -> bool:
    """Whether a quoted region is the name of something: صحيفة «عنب بلدي», لـ«رويترز», «جيش النصر» behind another noun of the kind."""
    before = sentence[at - 1] if at else None
    if before is None or before.end - before.start == 0:
        return False
    bare = before.bare
    return (
        bare in ("ل", "لـ", "ب", "ال", "عن")
        or bare.removeprefix("ل").removeprefix("ال") in lexicon.OUTLET_NOUNS | lexicon.ORGANISATION_NOUNS
        or bare in lexicon.OUTLET_NOUNS | lexicon.ORGANISATION_NOUNS
    ) and sentence[at].end - sentence[at].start <= 40


def is_name(sentence: Words, at: int) -> bool:
    """Whether the region at word `at` names an outlet, a movement or a work rather than quoting somebody."""
    return _is_name(sentence, at)


def _speaker(sentence: Words, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase behind the verb, up to a setting, an outlet or what was said."""
    stop = start
    while stop < end and not _ends_phrase(sentence, stop, start):
        stop += 1
    while stop > start and sentence[stop - 1].region is None and (not sentence[stop - 1].is_word or sentence[stop - 1].bare in lexicon.LINKS):
        stop -= 1
    if stop <= start or sentence[start].root in lexicon.NOT_SUBJECTS or not (sentence[start].is_word or sentence[start].region is not None):
        return None
    return start, stop


def _ends_phrase(sentence: Words, at: int, start: int) -> bool:
    word = sentence[at]
    if word.region is not None:
        return not _is_name(sentence, at)
    if _is_outlet_start(sentence, at) and at > start - 1 and word.bare.startswith("ل"):
        return True
    if word.bare in "،,":
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        return (
            following is None
            or following.root in lexicon.STOPS | lexicon.THAT | lexicon.VERBS
            or at - start > 12
            or not following.is_word
            or _is_clause(sentence, at + 1)
        )
    if word.bare in lexicon.ENDS_ONLY_BEFORE_SETTING:
        return at == start or any(
            near.bare in lexicon.SETTINGS or near.bare.removeprefix("ال") in lexicon.SETTINGS for near in sentence[at + 1 : at + 3]
        )
    return word.bare in lexicon.STOPS or word.root in lexicon.VERBS or word.root in lexicon.THAT


def _is_clause(sentence: Words, at: int) -> bool:
    """Whether a comma is followed by a verb in the past or present, not by an apposition."""
    bare = sentence[at].bare
    return (len(bare) == 3 and at + 1 < len(sentence) and sentence[at + 1].bare in ("عدم", "من", "في")) or (
        bare[:1] in "يت" and len(bare) >= 4 and not bare.endswith("ه")
    )


def _subject_in_front(sentence: Words, at: int) -> tuple[int, int] | None:
    """The subject before its verb (المتحدث باسم الوزارة قال إن), as headlines and sentences with the noun first have it."""
    start = at
    while start > 0 and at - start < 14 and sentence[start - 1].bare not in "،,.:؛" and sentence[start - 1].region is None:
        start -= 1
    if (
        start >= at
        or sentence[start].root in lexicon.NOT_SUBJECTS | lexicon.STOPS | lexicon.VERBS | lexicon.THAT
        or sentence[start].bare.startswith("و")
    ):
        return None
    return start, at


def _is_outlet_start(sentence: Words, at: int) -> bool:
    """لوكالة, لصحيفة, لـ«…», لموقع …: where a noun phrase for an outlet begins."""
    bare = sentence[at].bare
    if bare in ("ل", "لـ"):
        return at + 1 < len(sentence) and (
            sentence[at + 1].region is not None or sentence[at + 1].bare in lexicon.OUTLET_NOUNS | lexicon.KNOWN_OUTLETS
        )
    return bare[:1] == "ل" and (bare[1:] in lexicon.OUTLET_NOUNS or bare[1:] in lexicon.KNOWN_OUTLETS or "ا" + bare[1:] in lexicon.OUTLET_NOUNS)


def _outlet(sentence: Words, start: int, end: int) -> tuple[int, int] | None:
    """The outlet somebody spoke to, between the verb and what was said."""
    for at in range(start, min(end, len(sentence))):
        if _is_outlet_start(sentence, at):
            first = at + (1 if sentence[at].bare in ("ل", "لـ") else 0)
            return first, _outlet_end(sentence, first, end)
        if sentence[at].bare in lexicon.OUTLET_NOUNS and at > start and sentence[at - 1].bare in ("مع", "عبر", "علي", "الي"):
            return at, _outlet_end(sentence, at, end)
    return None


def _outlet_end(sentence: Words, first: int, end: int) -> int:
    """Up to three words or one quoted name behind the outlet's noun."""
    stop = first + 1
    while stop < min(end, len(sentence)) and stop - first < 4:
        word = sentence[stop]
        if word.region is not None and sentence[stop - 1].region is None and stop - first <= 2:
            return stop + 1
        if not word.is_word or word.bare in lexicon.STOPS | lexicon.THAT | lexicon.ADJUNCTS or word.root in lexicon.VERBS:
            break
        stop += 1
    return stop


def _relayed(sentence: Words, at: int) -> Iterator[Report]:
    """نقلت وكالة X عن Y (قوله) إن …: the agency and the speaker."""
    source = next((index for index in range(at + 1, min(at + 14, len(sentence))) if sentence[index].bare == "عن"), None)
    opening = _opening(sentence, source + 1) if source is not None else None
    if source is None or opening is None:
        return
    said, opens = opening
    stop = next((index for index in range(source + 1, said) if sentence[index].root in lexicon.SAYINGS), said - (1 if opens else 0))
    outlet = (at + 1, _outlet_end(sentence, at + 1, source)) if source > at + 1 else None
    yield Report(at, _speaker(sentence, source + 1, stop), said, opens or None, outlet, is_agency=_is_agency(sentence, outlet))


def _is_agency(sentence: Words, phrase: tuple[int, int] | None) -> bool:
    return phrase is not None and any(word.bare in lexicon.AGENCY_NOUNS or word.bare in lexicon.KNOWN_OUTLETS for word in sentence[slice(*phrase)])


def _according(sentence: Words, at: int) -> Iterator[Report]:
    """بحسب X، … before what was said, … بحسب X behind it; نقلاً عن names who carried it."""
    first = at + 1
    if first < len(sentence) and sentence[first].bare in ("ل", "لـ", "ما", "عن"):
        first += 1
    speaker = _speaker(sentence, first, min(len(sentence), first + 14))
    if speaker is None or sentence[first].root in lexicon.VERBS:
        return
    if sentence[at].root in lexicon.LOOSE_ACCORDING and not (sentence[first].bare in lexicon.AGENTS or sentence[first].bare.startswith(("ال", "لل"))):
        return
    stop = next((index for index in range(*speaker) if sentence[index].bare in "،,."), speaker[1])
    speaker = (speaker[0], max(stop, speaker[0] + 1))
    if sentence[at].root in lexicon.FROM_SOURCE:
        yield Report(at, None, at, None, speaker, is_agency=True, follows=True)
    else:
        yield Report(at, speaker, speaker[1], None, follows=at > 1)


def _stated(sentence: Words, at: int) -> Iterator[Report]:
    """جاء في بيان X: … and وجاء فيه: … behind a document named before."""
    opening = _opening(sentence, at + 1)
    if opening is None:
        return
    said, opens = opening
    speaker = _speaker(sentence, at + 2, said - (1 if opens else 0)) if sentence[at + 1].bare == "في" else None
    yield Report(at, speaker, said, opens or None)
