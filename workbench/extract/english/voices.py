"""Who speaks in each quoted region: by a cue of its own sentence, else by what stands around it."""

from dataclasses import dataclass

from workbench.extract.english.article import Article, Sentence
from workbench.extract.english.clauses import main_subject
from workbench.extract.english.cues import Found
from workbench.extract.english.grammar import Phrase
from workbench.extract.english.naming import is_title, names_something
from workbench.extract.english.phrases import phrase_after
from workbench.extract.english.speakers import choose
from workbench.extract.lexicon import words
from workbench.extract.tokens import ending, is_whole

FAR = 3
"""Paragraphs over which a bare quotation still belongs to the speaker before."""

TURNS = 6
"""Quotations looked back over for the other speaker of a dialogue."""

SLOGAN = 3
"""Up to so many words without a cue of their own are left without a speaker."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker's mention, `phrase` of sentence number `sentence`, and the cue; `stated` when the region's own sentence says it."""

    sentence: int
    phrase: Phrase
    cue: Found | None
    stated: bool
    reason: str = ""


def voices(article: Article) -> dict[int, Voice]:
    """For every top-level region that somebody speaks, who: by the region's index."""
    found: dict[int, Voice] = {}
    names = {region for region, (index, at) in article.places.items() if _is_name(article, region, index, at)}
    for region, (index, at) in article.places.items():
        if region not in names and (voice := _own(article, region, index, at)) is not None:
            found[region] = voice
    order = list(article.places)
    for position, region in enumerate(order):
        if region not in found and region not in names and (voice := _inherited(article, order, position, found)) is not None:
            found[region] = voice
    return found


def _is_name(article: Article, region: int, index: int, at: int) -> bool:
    return names_something(article.sentences[index].tokens, at, article.regions[region].inner.of(article.text))


def _own(article: Article, region: int, index: int, at: int) -> Voice | None:
    sentence = article.sentences[index]
    if sentence.is_bare:
        return None
    choice = choose(sentence.tokens, at, sentence.cues, ending(article.text, article.regions[region]))
    if choice is not None:
        return Voice(index, choice.cue.subject, choice.cue, stated=True)
    if at and sentence.tokens[at - 1].text == ":" and (subject := main_subject(sentence.tokens, 0, at)) is not None:
        return Voice(index, subject, None, stated=True, reason="the subject of the sentence that a colon ends")
    return None


def _inherited(article: Article, order: list[int], position: int, found: dict[int, Voice]) -> Voice | None:
    """The speaker of a region whose sentence names none."""
    region = order[position]
    index, at = article.places[region]
    sentence = article.sentences[index]
    bare = sentence.is_bare
    if not bare and not _stands_alone(article, region, sentence, at):
        return _bystander(article, region, index, at)
    introduction = _introduced(article, index)
    if introduction is not None and introduction.reason == COLON:
        return introduction
    if bare and (turn := _turn(article, order, position, found)) is not None:
        return turn
    previous = order[position - 1] if position else None
    near = previous is not None and sentence.paragraph - article.sentences[article.places[previous][0]].paragraph
    if previous in found and near == 0 and not _words_between(article, previous, index):
        return _passed_on(found[previous], "goes on from the quotation before")
    following = order[position + 1] if position + 1 < len(order) else None
    if following in found and found[following].stated and _is_next(article, index, following):
        return _passed_on(found[following], "goes on into the quotation after")
    if bare and (later := _told_after(article, index)) is not None:
        return later
    if introduction is not None:
        return introduction
    if previous in found and bare and near is not False and near is not None and near <= FAR and not _words_between(article, previous, index):
        return _passed_on(found[previous], "goes on from the quotation before")
    return None if bare else _bystander(article, region, index, at)


def _told_after(article: Article, index: int) -> Voice | None:
    """Who is named by the sentence behind a bare quotation: “With these words Najm left”, “So says Alwan”, “Hallak has said this before”."""
    if index + 1 >= len(article.sentences):
        return None
    after = article.sentences[index + 1]
    opening = [token.low for token in after.tokens[:3]]
    if any(token.region is not None for token in after.tokens):
        return None
    pointing = next((cue for cue in after.cues if cue.strength >= 2 and cue.end < len(after.tokens) and _points_back(after, cue)), None)
    if pointing is not None:
        return Voice(index + 1, pointing.subject, pointing, stated=False, reason=POINTED)
    if opening[:1] == ["so"] and opening[1:2] in (["says"], ["said"], ["goes"]) and (subject := phrase_after(after.tokens, 2)) is not None:
        return Voice(index + 1, subject, None, stated=False, reason=POINTED)
    if opening[:2] in (["with", "these"], ["with", "those"]) and opening[2:] == ["words"]:
        subject = main_subject(after.tokens, 3, len(after.tokens))
        return Voice(index + 1, subject, None, stated=False, reason=POINTED) if subject is not None else None
    return None


POINTED = "the sentence after says whose words they are"


def _points_back(sentence: Sentence, cue: Found) -> bool:
    """“has said this”, “says so”: what was said stands before."""
    return sentence.tokens[cue.end].low in ("this", "so") and cue.kind in ("verb", "inverted")


def _turn(article: Article, order: list[int], position: int, found: dict[int, Voice]) -> Voice | None:
    """Who speaks in a paragraph of bare speech inside a dialogue of two: the one who did not speak the paragraph before."""
    paragraph = article.sentences[article.places[order[position]][0]].paragraph
    earlier = [other for other in order[max(0, position - TURNS) : position] if other in found]
    paragraphs = [article.sentences[article.places[other][0]].paragraph for other in earlier]
    if len(earlier) < 2 or paragraphs[-1] != paragraph - 1:
        return None
    last = _surname(article, found[earlier[-1]])
    others = [other for other in earlier if _surname(article, found[other]) not in (last, None)]
    if last is None or not others or paragraph - article.sentences[article.places[others[-1]][0]].paragraph > 2:
        return None
    asks = [ending(article.text, article.regions[region]) == "?" for region in (earlier[-1], others[-1], order[position])]
    if asks[0] or (asks[1] and asks[2]):
        return _passed_on(found[others[-1]], "answers the one who asked" if asks[0] else "asks again")
    return None


def _surname(article: Article, voice: Voice) -> str | None:
    """The last word of a speaker's mention; None for a pronoun, which may be either of two."""
    token = article.sentences[voice.sentence].tokens[voice.phrase.end - 1]
    return None if token.low in words.PRONOUNS else token.low


def _stands_alone(article: Article, region: int, sentence: Sentence, at: int) -> bool:
    """Whether a region in a sentence with other words may be speech of its own: a whole sentence, or the words that open one."""
    if not is_whole(article.text, article.regions[region]):
        return False
    few = len(article.regions[region].inner.of(article.text).split()) <= SLOGAN
    return at == 0 or sentence.tokens[at - 1].text == ":" or not few


COLON = "introduced by the sentence before"


def _passed_on(voice: Voice, reason: str) -> Voice:
    return Voice(voice.sentence, voice.phrase, voice.cue, stated=False, reason=reason)


def _words_between(article: Article, previous: int, index: int) -> bool:
    """Whether a sentence without quotation stands between the region `previous` and sentence `index`."""
    between = article.sentences[article.places[previous][0] + 1 : index]
    return any(not any(token.region is not None for token in sentence.tokens) and not _is_question(sentence) for sentence in between)


def _is_question(sentence: Sentence) -> bool:
    """A question without marks in a paragraph of its own, as printed interviews put them between the answers."""
    return sentence.tokens[-1].text == "?"


def _is_next(article: Article, index: int, following: int) -> bool:
    """Whether the following region is in the same paragraph and begins its sentence."""
    there, at = article.places[following]
    return there - index <= 1 and at == 0 and article.sentences[there].paragraph == article.sentences[index].paragraph


def _introduced(article: Article, index: int) -> Voice | None:
    """The speaker of the sentence before a bare quotation: who spoke in it, else whom it is about."""
    if index == 0:
        return None
    before = article.sentences[index - 1]
    gap = article.sentences[index].paragraph - before.paragraph
    if gap > 1 or any(token.region is not None for token in before.tokens):
        return None
    announced = before.tokens[-1].text in (":", ",")
    if gap and not announced and not article.sentences[index].is_bare:
        return None
    speaking = [cue for cue in before.cues if cue.strength >= 2 and cue.kind != "infinitive"]
    if speaking:
        cue = speaking[-1]
        return Voice(index - 1, cue.subject, cue, stated=False, reason=COLON if announced else "by the sentence before")
    subject = main_subject(before.tokens, 0, len(before.tokens))
    if subject is None and announced and index > 1 and article.sentences[index - 2].paragraph == before.paragraph:
        earlier = article.sentences[index - 2]  # “Selim has just finished speaking. Key lines:”
        subject = main_subject(earlier.tokens, 0, len(earlier.tokens))
        return Voice(index - 2, subject, None, stated=False, reason=COLON) if subject is not None and _may_speak(earlier, subject) else None
    if subject is None or not (announced or _may_speak(before, subject)):
        return None
    return Voice(index - 1, subject, None, stated=False, reason=COLON if announced else "the sentence before is about this speaker")


def _may_speak(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a subject looks like somebody: a pronoun for a person or a name."""
    first, last = sentence.tokens[phrase.start], sentence.tokens[phrase.end - 1]
    begins = phrase.start == 0 or sentence.tokens[phrase.start - 1].text == ":"
    if begins and phrase.end == phrase.start + 1 and first.low.endswith("s") and first.low not in words.PERSONAL:
        return False  # “Students can …”: a capital only because the sentence begins
    return first.low in words.PERSONAL or (first.is_capital and last.is_capital and first.low not in words.DETERMINERS)


def _bystander(article: Article, region: int, index: int, at: int) -> Voice | None:
    """The subject of a sentence that reports no speech, for words too many to be a slogan."""
    inner = article.regions[region].inner
    said = inner.of(article.text).split()
    if len(said) <= SLOGAN or is_title(" ".join(said)):
        return None
    sentence = article.sentences[index]
    subject = main_subject(sentence.tokens, 0, at)
    if subject is None or not _may_speak(sentence, subject):
        return None
    return Voice(index, subject, None, stated=False, reason="the subject of the sentence, which names no speaker")
