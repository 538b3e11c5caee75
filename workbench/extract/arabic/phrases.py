"""Noun phrases of an Arabic sentence: who speaks, and the outlet it is said to."""

from collections.abc import Sequence

from workbench.extract.arabic import lexicon
from workbench.extract.arabic.tokens import Word

Words = Sequence[Word]
Phrase = tuple[int, int]
"""Words from the first up to, not including, the second."""

LOOK_BACK = 60
"""Words over which a verb without a subject may lean on another."""

MAX_NAME = 40
"""Code points; a longer region in quote marks is speech and no name."""

_PREFIXED_FOR = ("ل", "لـ")


def is_name(sentence: Words, at: int) -> bool:
    """Whether the quoted region at word `at` names an outlet, a movement or a work: صحيفة «عنب بلدي», لـ«رويترز», «جيش النصر»."""
    before = sentence[at - 1] if at else None
    if before is None or sentence[at].end - sentence[at].start > MAX_NAME:
        return False
    bare = before.bare
    noun = bare.removeprefix("و").removeprefix("ل").removeprefix("ب").removeprefix("ال")
    named = lexicon.OUTLET_NOUNS | lexicon.ORGANISATION_NOUNS
    if bare == "عن":  # نقلت عن «رويترز», but تحدثت عن «إصلاحات»
        return any(word.root in lexicon.RELAYED | lexicon.FROM_SOURCE for word in sentence[max(0, at - 8) : at])
    return bare in ("ل", "لـ", "ال") or bare in named or noun in named


def speaker(sentence: Words, start: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `start`, up to a setting, an outlet or what was said."""
    while start < end and sentence[start].bare in lexicon.FOR_WHOM:
        start += 1
    stop = start
    while stop < end and not _ends(sentence, stop, start):
        stop += 1
    while stop > start and sentence[stop - 1].region is None and (not sentence[stop - 1].is_word or sentence[stop - 1].bare in lexicon.LINKS):
        stop -= 1
    first = sentence[start] if start < len(sentence) else None
    if stop <= start or first is None or not (first.is_word or first.region is not None) or _is_no_subject(first.bare, first.root):
        return None
    return start, stop


def _is_no_subject(bare: str, root: str) -> bool:
    """Whether a noun phrase for a speaker cannot begin so: a preposition, an occasion, بخطابها."""
    owned = bare.startswith("ب") and bare.endswith(("ه", "ها", "هم"))
    return owned or root in lexicon.NOT_SUBJECTS or bare in lexicon.SETTINGS - lexicon.AGENTS


def _ends(sentence: Words, at: int, start: int) -> bool:
    word = sentence[at]
    if word.region is not None:
        return not is_name(sentence, at)
    if _outlet_at(sentence, at) is not None and word.bare.startswith("ل"):
        return True
    if word.bare in ("،", ",", "-", "\N{EN DASH}", "\N{EM DASH}"):
        return _closes_at_comma(sentence, at, start)
    if word.bare in lexicon.ENDS_ONLY_BEFORE_SETTING:
        near = sentence[at + 1 : at + 3]
        return at == start or any(one.bare in lexicon.SETTINGS or one.bare.removeprefix("ال") in lexicon.SETTINGS for one in near)
    ended = word.bare in lexicon.STOPS or word.bare in lexicon.CLOSING
    return ended or word.root in lexicon.VERBS | lexicon.THAT | lexicon.WITH_OBJECT | lexicon.PARTICIPLES


def _closes_at_comma(sentence: Words, at: int, start: int) -> bool:
    """Whether a comma ends the phrase: not before a further name or description of the same person."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or not following.is_word or at - start > lexicon.LONGEST_SUBJECT:
        return True
    return following.root in lexicon.STOPS | lexicon.THAT | lexicon.VERBS | lexicon.GENERAL_VERBS or _is_clause(sentence, at + 1)


def _is_clause(sentence: Words, at: int) -> bool:
    """Whether a comma is followed by a verb in the past or present, not by an apposition."""
    bare = sentence[at].bare
    short = len(bare) == 3 and at + 1 < len(sentence) and sentence[at + 1].bare in ("عدم", "من", "في")
    return short or (bare[:1] in ("ي", "ت") and len(bare) >= 4 and not bare.endswith("ه"))


def subject_in_front(sentence: Words, at: int) -> Phrase | None:
    """The subject before its verb: المتحدث باسم الوزارة قال, كان المدير قد صرح, as headlines and sentences with the noun first have it."""
    end = at
    if end > 0 and sentence[end - 1].bare == "قد":
        end -= 1
    start = end
    while start > 0 and end - start < lexicon.LONGEST_SUBJECT + 2 and sentence[start - 1].bare not in ("،", ",", ".", ":", "؛"):
        if sentence[start - 1].region is not None or sentence[start - 1].root in lexicon.WAS:
            break
        start -= 1
    if end > start and sentence[end - 1].bare.removeprefix("و") in lexicon.RELATIVES:
        return None  # والتي تقول إن: the noun in front is too far to be sure
    was = start > 0 and sentence[start - 1].root in lexicon.WAS
    barred = lexicon.NOT_SUBJECTS | lexicon.STOPS | lexicon.VERBS | lexicon.THAT
    if start >= end or sentence[start].root in barred or (sentence[start].bare.startswith("و") and not was and sentence[start].bare[1:3] != "ال"):
        return None
    return start, end


def main_subject(sentence: Words, at: int) -> Phrase | None:
    """The subject of the clause before, which a participle or a verb without subject at `at` leans on.

    That of the nearest verb with a subject (وصل الوزير إلى المدينة، مؤكداً أن), else what follows the verb, known or not, that the sentence
    begins with behind its introduction (من جانبها، حمّلت الوزارة).
    """
    for index in range(at - 1, max(-1, at - LOOK_BACK), -1):
        if sentence[index].root in lexicon.GENERAL_VERBS or sentence[index].root in lexicon.VERBS:
            found = speaker(sentence, index + 1, _preposition(sentence, index + 2, at))
            if found is not None or index == 0:
                return found
            if (found := subject_in_front(sentence, index)) is not None:
                return found
    first = _behind_introduction(sentence, at)
    if first is None or first + 1 >= at or sentence[first].bare.startswith("ال") or sentence[first].bare in lexicon.AGENTS | lexicon.ROLES:
        return None
    following = sentence[first + 1].bare
    if following.startswith("ال") or following in lexicon.AGENTS or following in lexicon.ROLES:
        return speaker(sentence, first + 1, _preposition(sentence, first + 2, at))
    return None


def opening_subject(sentence: Words) -> Phrase | None:
    """The subject of the verb a sentence begins with: تروي سعاد الحلبي كيف عبرت الحدود."""
    if not sentence or sentence[0].root not in lexicon.VERBS | lexicon.GENERAL_VERBS:
        return None
    return speaker(sentence, 1, _preposition(sentence, 2, len(sentence)))


def _preposition(sentence: Words, start: int, end: int) -> int:
    """Where the first preposition stands: what follows it belongs to the verb, not to its subject."""
    return next((index for index in range(start, end) if sentence[index].bare in lexicon.LINKS), end)


def _behind_introduction(sentence: Words, at: int) -> int | None:
    """The first word of the clause, behind من جانبه، and its like."""
    first = next((index for index in range(min(at, LOOK_BACK)) if sentence[index].is_word), None)
    if first is None or at > LOOK_BACK or sentence[first].root not in lexicon.NOT_SUBJECTS | lexicon.STOPS:
        return first
    comma = next((index for index in range(first, at) if sentence[index].bare in ("،", ",")), None)
    return comma + 1 if comma is not None and comma + 1 < at else None


def _outlet_at(sentence: Words, at: int) -> int | None:
    """Where an outlet begins whose preposition stands at `at`: لوكالة, لـ«», لموقع, لمراسل."""
    bare = sentence[at].bare
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if bare in _PREFIXED_FOR:
        known = following is not None and (following.region is not None or following.bare in lexicon.OUTLET_NOUNS | lexicon.KNOWN_OUTLETS)
        return at + 1 if known else None
    if bare[:1] != "ل" or len(bare) < 3:
        return None
    if bare[1:] in lexicon.REPORTERS:
        return at + 1 if following is not None and following.is_word else None
    named = bare[1:] in lexicon.OUTLET_NOUNS or bare[1:] in lexicon.KNOWN_OUTLETS or f"ا{bare[1:]}" in lexicon.OUTLET_NOUNS
    return at if named or f"ال{bare[2:]}" in lexicon.KNOWN_OUTLETS else None


def outlet(sentence: Words, start: int, end: int) -> Phrase | None:
    """The outlet somebody spoke to, among words `start`..`end`."""
    for at in range(start, min(end, len(sentence))):
        if sentence[at].region is not None:
            continue
        first = _outlet_at(sentence, at)
        if first is not None:
            return first, outlet_end(sentence, first, end)
        noun = sentence[at].bare.removeprefix("ب")
        linked = at > 0 and sentence[at - 1].bare in ("مع", "عبر", "علي", "الي", "في", "من")
        if noun in lexicon.OUTLET_NOUNS and linked:
            return at, outlet_end(sentence, at, end)
    return None


def outlet_end(sentence: Words, first: int, end: int) -> int:
    """Up to three words or one quoted name behind the outlet's noun."""
    stop = first + 1
    if sentence[first].region is not None:
        return stop
    while stop < min(end, len(sentence)) and stop - first < 4:
        word = sentence[stop]
        if word.region is not None and sentence[stop - 1].region is None and stop - first <= 2:
            return stop + 1
        if not word.is_word or word.bare in lexicon.STOPS | lexicon.THAT | lexicon.ADJUNCTS or word.root in lexicon.VERBS:
            break
        stop += 1
    return stop


def is_outlet(sentence: Words, phrase: Phrase | None) -> bool:
    """Whether a phrase names an outlet or agency."""
    if phrase is None:
        return False
    return any(word.bare.removeprefix("ال") in lexicon.OUTLET_NOUNS or word.bare in lexicon.KNOWN_OUTLETS for word in sentence[slice(*phrase)])


def is_agency(sentence: Words, phrase: Phrase | None) -> bool:
    """Whether a phrase names a news agency."""
    return phrase is not None and any(word.bare in lexicon.AGENCY_NOUNS or word.bare in lexicon.AGENCIES for word in sentence[slice(*phrase)])
