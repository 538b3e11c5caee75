"""Noun phrases around a verb, without a parser.

Newswriting is regular enough for it: a subject stands before its verb, at most an apposition, a relative clause or an aside between
them, or directly behind an inverted reporting verb. Everything here works on the tokens of one sentence and gives token indices.
"""

from workbench.extract.english.grammar import Phrase, Tokens, can_start, is_adverb, is_date, is_finite, is_name
from workbench.extract.english.trimming import BREAKS, matching, trimmed
from workbench.extract.lexicon import words
from workbench.extract.lexicon.verbs import AUXILIARIES, Form, Strength, cue_words
from workbench.extract.tokens import Token


def clause_floor(sentence: Tokens, verb: int) -> int:
    """Where the words that can belong to the subject of `verb` begin: behind the last quoted region, stop or dash before it."""
    at = verb - 1
    while at >= 0:
        token = sentence[at]
        if token.region is not None and (relative := _relative_around(sentence, at)) is not None:
            at = relative - 1
            continue
        if token.region is not None or token.text in BREAKS or token.text in ("(", "["):
            if token.text in BREAKS and (opening := _dash_aside(sentence, at)) is not None:
                at = opening - 1
                continue
            return at + 1
        if token.text in (")", "]"):
            at = matching(sentence, at)
        at -= 1
    return 0


def _relative_around(sentence: Tokens, at: int) -> int | None:
    """The relative pronoun behind a comma whose clause ends with the region at `at`: “Najjar, who called the report “gossip,” said”."""
    for index in range(at - 1, max(0, at - 15), -1):
        if sentence[index].region is not None or sentence[index].text in (".", ";", ":"):
            return None
        if sentence[index].low in words.RELATIVES and sentence[index - 1].text == ",":
            return index
    return None


def _dash_aside(sentence: Tokens, at: int) -> int | None:
    """The first dash of an aside between dashes (“Cruz — who lost — said”) that ends at `at`."""
    if sentence[at].text in ";:":
        return None
    for index in range(at - 1, max(0, at - 20), -1):
        if sentence[index].text == sentence[at].text and index > 0:
            return index
        if sentence[index].region is not None:
            return None
    return None


def subject_before(sentence: Tokens, verb: int, tries: int = 4) -> Phrase | None:
    """The subject of the verb at `verb`, looked for on its left; None when the words before it are no noun phrase.

    An infinitive takes the subject of its governing verb, a verb joined by “and” that of the verb before, a relative pronoun its antecedent.
    """
    floor = clause_floor(sentence, verb)
    end = verb
    while end > floor and _stands_between(sentence, end - 1):
        end -= 1
    if end == floor or tries == 0:
        return None
    last = sentence[end - 1]
    if last.low in ("to", "and", "but", "or", "then", "not", "by", "of", "for"):
        governing = _verb_before(sentence, floor, end - 1)
        return subject_before(sentence, governing, tries - 1) if governing is not None else None
    if last.low in words.RELATIVES or (last.low == "that" and end - 2 >= floor and sentence[end - 2].is_word):
        return _antecedent(sentence, floor, end - 1)
    if last.low in words.PERSONAL or last.low in ("i", "we"):
        return Phrase(end - 1, end)
    return _by_chunks(sentence, floor, end)


def _stands_between(sentence: Tokens, at: int) -> bool:
    """An auxiliary, an adverb or a time (“who last year threatened”) in front of a verb."""
    token = sentence[at]
    if (token.low in AUXILIARIES and not (token.is_capital and at)) or is_adverb(token) or is_date(sentence, at):
        return True
    return (token.low in words.TIME_WORDS and at > 0 and sentence[at - 1].low in ("last", "this", "earlier", "later")) or token.low == "last"


def _verb_before(sentence: Tokens, floor: int, end: int) -> int | None:
    """The nearest verb of a clause in front of `end`."""
    for at in range(end - 1, floor - 1, -1):
        if is_finite(sentence, at):
            return at
    return None


def _antecedent(sentence: Tokens, floor: int, end: int) -> Phrase | None:
    """What a relative pronoun at `end` stands for; a clause in front of it keeps only its last noun (“came from Hatem Jad, who”)."""
    if end > floor and sentence[end - 1].text == ",":
        end -= 1
    if end == floor:
        return None
    start = next((at + 1 for at in range(end - 1, floor - 1, -1) if sentence[at].text == ","), floor)
    if _has_verb(sentence, Phrase(start, end)):
        linked = (at for at in range(end - 2, start, -1) if is_finite(sentence, at) or sentence[at].low in words.PREPOSITIONS - {"of"})
        return trimmed(sentence, next(linked, start - 1) + 1, end)
    return _by_chunks(sentence, floor, end)


def main_subject(sentence: Tokens, floor: int, before: int) -> Phrase | None:
    """The subject of the clause that begins at `floor`: of its first verb, introductions and relative clauses skipped."""
    start = floor
    if start < before and _introduces(sentence[start]):
        start = next((at + 1 for at in range(start, before) if sentence[at].text == ","), start)
    for at in range(start + 1, before):
        if not is_finite(sentence, at) or sentence[at - 1].low in words.RELATIVES:
            continue
        found = subject_before(sentence, at)
        if found is not None and found.start >= floor:
            return found
    return None


def _introduces(token: Token) -> bool:
    """Whether a sentence that begins so has its subject behind a comma: “Although …,”, “In …,”, “Asked …,”."""
    if token.low in words.SUBORDINATORS or token.low in words.PREPOSITIONS:
        return True
    return token.low.endswith(("ed", "ing")) and len(token.low) > 4


def _chunks(sentence: Tokens, floor: int, end: int) -> list[Phrase]:
    """The stretches between commas; what stands in brackets parts nothing."""
    chunks, start, at = [], floor, floor
    while at < end:
        if sentence[at].text == ",":
            chunks.append(Phrase(start, at))
            start = at + 1
        elif sentence[at].text in ("(", "["):
            at = next((index for index in range(at, min(end, at + 15)) if sentence[index].text in (")", "]")), at)
        at += 1
    return [*chunks, Phrase(start, end)]


def _without_relative(sentence: Tokens, found: list[Phrase]) -> tuple[list[Phrase], bool]:
    """The chunks that are no comments, up to a relative clause that ends in the comma at their end; and whether there is a comma."""
    chunks = found[:1] + [chunk for chunk in found[1:] if not _is_comment(sentence, chunk)]
    if chunks[-1].start != chunks[-1].end:
        return chunks, False
    chunks.pop()
    relative = next((at for at in range(len(chunks) - 1, 0, -1) if sentence[chunks[at].start].low in words.RELATIVES), None)
    return chunks[:relative], True


def _by_chunks(sentence: Tokens, floor: int, end: int) -> Phrase | None:
    """The noun phrase that ends before `end`, or before the asides that end there."""
    chunks, aside = _without_relative(sentence, _chunks(sentence, max(floor, end - 120), end))
    if not chunks:
        return None
    at = len(chunks) - 1
    last = at
    first = chunks[at].start
    if sentence[first].low in words.RELATIVES and first + 1 < end and _begins_noun(sentence, first + 1):
        return trimmed(sentence, first + 1, chunks[at].end)  # “Orbis, which regulators called …”: the subject stands in the relative clause
    while at > 0 and (sentence[chunks[at].start].low not in words.PRONOUNS or sentence[chunks[at].start + 1].low == "of"):
        current, left = chunks[at], chunks[at - 1]
        if left.start == left.end or (
            (_is_introduction(sentence, left, chunks[at - 2] if at > 1 else None) or _has_verb(sentence, left))
            and not _is_relative(sentence, current)
        ):
            break
        if is_name(sentence, current) and sentence[left.start].low in words.DETERMINERS:
            break  # “the governor of the province, Ghassan Khalaf,”: the name says more
        if not (aside or at < last) and _is_list(sentence, left, current):
            return trimmed(sentence, left.start, current.end)
        if not (_is_relative(sentence, current) or _is_apposition(sentence, current, left, current_is_aside=aside or at < last)):
            break
        if at == last and not aside and (is_name(sentence, current) or _holds_clause(sentence, current)):
            break  # “China, Branstad wrote, …”; “the page, where the town usually announces”
        at -= 1
    return trimmed(sentence, chunks[at].start, chunks[at].end)


def _begins_noun(sentence: Tokens, at: int) -> bool:
    """Whether a noun phrase, not the verb, stands behind a relative pronoun."""
    token = sentence[at]
    return can_start(token) and token.is_word and not is_finite(sentence, at) and not is_adverb(token)


def _is_comment(sentence: Tokens, chunk: Phrase) -> bool:
    """“Her husband, she said, had called Pell”: who says it stands between commas and is no part of the subject."""
    if not 2 <= chunk.end - chunk.start <= 6:
        return False
    for at in (chunk.start, chunk.end - 1):
        word = cue_words().get(sentence[at].low)
        if word is not None and word.strength is Strength.SPEECH and word.form is Form.FINITE and not sentence[at].is_capital:
            return sentence[chunk.start].low not in words.RELATIVES
    return False


def _is_introduction(sentence: Tokens, chunk: Phrase, before: Phrase | None) -> bool:
    first = sentence[chunk.start]
    if before is not None and before.end > before.start and first.low in ("of", "from", "at") and sentence[before.end - 1].is_capital:
        return False  # “Jay Berzofsky, of the institute in Bethesda, Maryland, said”
    if first.low in words.PREPOSITIONS or first.low in words.SUBORDINATORS or is_adverb(first) or first.low in words.TIME_WORDS:
        return True
    return first.low in words.COORDINATORS or (first.low.endswith(("ing", "ed")) and chunk.end - chunk.start > 1 and first.low != "king")


def _has_verb(sentence: Tokens, chunk: Phrase) -> bool:
    return any(is_finite(sentence, at) and sentence[at - 1].low not in words.RELATIVES for at in range(chunk.start + 1, chunk.end))


def _is_relative(sentence: Tokens, chunk: Phrase) -> bool:
    return sentence[chunk.start].low in words.RELATIVES


def _is_apposition(sentence: Tokens, chunk: Phrase, left: Phrase, *, current_is_aside: bool) -> bool:
    """Whether `chunk` tells more of the name or noun that `left` ends with: a role, an age, a place, a party."""
    first = sentence[chunk.start]
    if first.low in ("he", "she", "they", "it", "i", "we"):
        return False
    if sentence[left.start].low in ("one", "another"):
        return True  # one of them, Hasna, was not convinced
    if left.end - left.start == 1 and sentence[left.start].low[:1].isdigit():
        return True  # behind an age: Hala Murr, 41, a teacher
    if any(token.owner for token in sentence[chunk.start : chunk.end - 1]) and not first.owner and not sentence[chunk.end - 1].is_capital:
        return True  # Father Johnson's son
    if first.low[:1].isdigit() or first.low in ("of", "from", "with", "in", "at", "now", "then", "himself", "herself"):
        return True
    if first.low in words.PREPOSITIONS and current_is_aside:
        return True
    last = sentence[left.end - 2] if sentence[left.end - 1].text == "." and left.end - left.start > 1 else sentence[left.end - 1]
    if last.is_capital or last.text == ")":
        return (
            first.low in words.DETERMINERS
            or not first.is_capital
            or "-" in first.text
            or chunk.end - chunk.start == 1
            or _holds_role(sentence, chunk)
        )
    described = sentence[left.start].low in words.POSSESSIVES and first.low in words.ARTICLES  # Her father, a schoolmaster,
    return described or first.low[:1].isdigit() or first.low.endswith(("ing", "ed"))


def _holds_role(sentence: Tokens, chunk: Phrase) -> bool:
    """“Bellator company president”: capitals in front, a noun in lower case last."""
    return not sentence[chunk.end - 1].is_capital


def _holds_clause(sentence: Tokens, chunk: Phrase) -> bool:
    """Whether a clause of its own begins inside: its subject is not the phrase in front of the comma."""
    return any(sentence[at].low in ("where", "when", "while", "because", "as") for at in range(chunk.start + 1, chunk.end))


def _is_list(sentence: Tokens, left: Phrase, current: Phrase) -> bool:
    joined = any(sentence[at].low in ("and", "or") for at in range(current.start, current.end))
    return joined and is_name(sentence, left) and sentence[current.start].is_capital
