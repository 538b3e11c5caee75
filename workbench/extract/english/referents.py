"""Who “he”, “the governor” or “Khalaf” is: the full name a speaker's mention stands for."""

from collections.abc import Sequence

from workbench.extract.english.article import Article
from workbench.extract.english.clauses import main_subject
from workbench.extract.english.descriptions import ANY, gender_of_someone_named, name_beside
from workbench.extract.english.grammar import Phrase, Tokens
from workbench.extract.english.people import Name, People, Run, head_of, is_person_noun, name_runs, names_organisation
from workbench.extract.lexicon import names, words
from workbench.extract.paragraphs import Part
from workbench.model import Span
from workbench.text.wordlists import listed

REACH = 7
"""Sentences looked back for the one a pronoun stands for."""

COMING = 3
"""Sentences looked ahead for the name that a story's first “he” stands for."""

MAX_FIRST = 8
"""Tokens in which the name that a sentence begins with must end."""

MOST_SUBJECTS = 8
"""Subjects of one sentence that are considered."""


_BODIES = (
    words.OUTLET_NOUNS
    | words.SPEECH_NOUNS
    | frozenset(
        listed(
            """government ministry party army group company team council court committee board police club bank union commission media
        town city village page country state"""
        )
    )
)
"""What speaks without being a he or a she."""

_MOUTHPIECES = words.SPEECH_NOUNS | frozenset(listed("page website account blog channel"))
"""“Its statement said”: whoever's it is speaks."""


def span_of(sentence: Tokens, phrase: Phrase) -> Span:
    """The phrase in the text, a possessive ending left off."""
    last = sentence[phrase.end - 1]
    end = last.end
    if last.owner and last.text[-2:-1] in "'\N{RIGHT SINGLE QUOTATION MARK}":
        end -= 2
    return Span(sentence[phrase.start].start, end)


class Referents:
    """Looks mentions up among the names of one article."""

    def __init__(self, article: Article, people: People) -> None:
        self.article = article
        self.people = people
        self._known: dict[tuple[int, int], str | None] = {}
        self._all_subjects: dict[int, list[tuple[Phrase, bool]]] = {}
        self._only_persons: dict[int, Name | None] = {}

    def resolve(self, sentence: int, phrase: Phrase) -> str | None:
        """The name for the mention at `phrase` of sentence number `sentence`; None when nothing in the article gives one.

        A description that stands for nobody named stays what it is, its text. Ask in the order of the text: what an earlier pronoun was
        found to stand for helps with the next one.
        """
        tokens = self.article.sentences[sentence].tokens
        leans = _leans(tokens, phrase)
        gender = words.GENDER[tokens[phrase.start].low] if leans else gender_of_someone_named(tokens, phrase)
        if gender is None:
            return self._by_itself(tokens, phrase)
        place = sentence, phrase.start
        if place not in self._known:
            self._known[place] = self._antecedent(sentence, phrase.start, gender)
        return self._known[place] or (None if leans else self._by_itself(tokens, phrase))

    def _by_itself(self, tokens: Tokens, phrase: Phrase) -> str | None:
        """What a name or a description says without what stands before it."""
        first = tokens[phrase.start]
        if phrase.end - phrase.start == 1 and (first.low in words.PRONOUNS or first.low in words.INDEFINITE):
            return None
        beside = name_beside(tokens, phrase)
        if beside is not None:
            return self._full(beside)
        return self._named(tokens, phrase) or self._described(tokens, phrase) or span_of(tokens, phrase).of(self.article.text)

    def _named(self, tokens: Tokens, phrase: Phrase) -> str | None:
        """The full form of the name that is the phrase's head."""
        inside = tokens[phrase.start : phrase.end]
        head, is_person = head_of(inside)
        runs = [run for run in name_runs(inside, phrase=True) if not _only_narrows(inside, run.first, run.last)]
        if not runs:
            return None
        run = runs[-1]
        if len(runs) == 2 and any(token.low == "and" for token in inside[runs[0].last : run.first]):
            return " and ".join(self._full(one) for one in runs)  # Omar Taha and Dina Fares
        if len(run.parts) == 1 and run.first == 0 and len(inside) > 1 and self.people.known(run.parts, run.start) is None:
            return None  # “Teachers at the school”: a capital only because the sentence begins
        last = run.last + (1 if run.last < len(inside) and inside[run.last].text == "." else 0)
        ends_phrase = last >= len(inside) or inside[last].low in words.PREPOSITIONS or not inside[last].is_word
        if ends_phrase or (not is_person and names_organisation(head)):
            name = self.people.known(run.parts, run.start)
            if name is not None and name.is_person and not ends_phrase:
                return None  # the Trump campaign
            return name.text if name is not None else run.text
        return None

    def _full(self, run: Run) -> str:
        name = self.people.known(run.parts, run.start)
        return name.text if name is not None else run.text

    def _described(self, tokens: Tokens, phrase: Phrase) -> str | None:
        """Who “the governor” is: the one who was called so, last before this place."""
        first = tokens[phrase.start]
        if first.low != "the":
            return None
        head, _ = head_of(tokens[phrase.start : phrase.end])
        if head is None or phrase.end - phrase.start > 4:
            return None
        name = self.people.in_office(head, first.start)
        return name.text if name is not None else None

    def _antecedent(self, sentence: int, before: int, gender: str) -> str | None:
        """The nearest earlier subject a pronoun may stand for, else the nearest person named."""
        for sure in (True, False):
            for index in range(sentence, max(-1, sentence - REACH - 1), -1):
                if self.article.sentences[index].part in (Part.BYLINE, Part.CAPTION):
                    continue
                if (found := self._fitting_subject(index, before if index == sentence else None, gender, sure=sure)) is not None:
                    return found
                if sure and index < sentence and (found := self._mentioned(index, gender)) is not None:
                    return found
        return self._nearest_person(self.article.sentences[sentence].tokens[before].start, gender) or self._named_next(sentence, gender)

    def _named_next(self, sentence: int, gender: str) -> str | None:
        """The person whom the next sentences are about, for a story that begins with “he” and tells later who that is."""
        if gender not in ("m", "f"):
            return None
        for index in range(sentence + 1, min(sentence + 1 + COMING, len(self.article.sentences))):
            tokens = self.article.sentences[index].tokens
            subject = main_subject(tokens, 0, len(tokens))
            name = self._name_of(tokens[subject.start : subject.end]) if subject is not None else None
            if name is not None and not name.is_organisation and (name.is_person or len(name.parts) > 1):
                return name.text if not name.genders or gender in name.genders else None
        return None

    def _fitting_subject(self, index: int, limit: int | None, gender: str, *, sure: bool) -> str | None:
        """The first subject of a sentence that fits; an earlier pronoun counts by what it was found to stand for, if it was asked."""
        tokens = self.article.sentences[index].tokens
        subjects = self._whole(index) if limit is None else self._subjects(index, limit)
        for phrase, speaks in subjects[:MOST_SUBJECTS]:
            if not self._may_be(index, phrase, gender, speaks=speaks, sure=sure):
                continue
            found = self._known.get((index, phrase.start)) if _leans(tokens, phrase) else self._by_itself(tokens, phrase)
            if found is not None:
                return found
        return None

    def _whole(self, index: int) -> list[tuple[Phrase, bool]]:
        """The subjects of a whole sentence, found once."""
        if index not in self._all_subjects:
            self._all_subjects[index] = self._subjects(index, len(self.article.sentences[index].tokens))
        return self._all_subjects[index]

    def _subjects(self, index: int, limit: int) -> list[tuple[Phrase, bool]]:
        """The subjects a later pronoun most likely means, and whether they speak: who speaks in a sentence, then whom it is about."""
        sentence = self.article.sentences[index]
        main = main_subject(sentence.tokens, 0, limit)
        asked = ("ask",) if limit < len(sentence.tokens) and sentence.tokens[0].low in ("when", "asked", "after", "as") else ()
        speaking = [
            (cue.subject, True)
            for cue in sentence.cues
            if max(cue.end, cue.subject.end) <= limit
            and cue.lemma not in asked
            and cue.strength >= (1.5 if limit < len(sentence.tokens) else 2)
            and cue.kind in ("verb", "inverted", "label", "participle", "according")
        ]
        about = [(main, False)] if main is not None else self._named_first(sentence.tokens, limit)
        if main is None and limit < len(sentence.tokens) and (later := main_subject(sentence.tokens, 0, len(sentence.tokens))) is not None:
            about = [(later, False)] if later.end <= limit else []  # “The museum, which “…,” according to its page, has put up a sign”
        return [*(about if limit < len(sentence.tokens) else []), *speaking, *about]

    def _named_first(self, tokens: Tokens, limit: int) -> list[tuple[Phrase, bool]]:
        """The name a sentence begins with, where its verb is one that no list knows: “Munira Hallak, 73, lights the stove”."""
        run = next(name_runs(tokens[:MAX_FIRST]), None)
        if run is None or run.first > 2 or run.last > limit or len(run.parts) < 2:
            return []
        return [(Phrase(run.first, run.last), False)]

    def _may_be(self, index: int, phrase: Phrase, gender: str, *, speaks: bool, sure: bool) -> bool:
        """Whether a pronoun of this gender can take up the phrase; `sure` wants a known person or somebody who speaks."""
        inside = self.article.sentences[index].tokens[phrase.start : phrase.end]
        first = inside[0].low
        if len(inside) == 1 and (first in words.PRONOUNS or first in words.INDEFINITE or first in words.POSSESSIVES):
            return words.GENDER.get(first) == gender
        head, _ = head_of(inside)
        beside = name_beside(self.article.sentences[index].tokens, phrase)
        name = self.people.known(beside.parts, beside.start) if beside is not None else self._name_of(inside)
        if gender == "n":
            if name is not None or inside[-1].is_capital:
                return name is None or not name.is_person
            if sure and not speaks and head not in _BODIES:
                return False  # “the lower gallery” says nothing
            return head is not None and not head.endswith("s") and not _is_somebody(head, "m", speaks=False)
        if gender == "p":
            return (head or "").endswith("s") or bool(name and name.is_organisation) or head in ("police", "people")
        if name is not None:
            return (
                not name.is_organisation
                and _agrees(name, gender)
                and (name.is_person or speaks or not sure or beside is not None or len(name.parts) > 1)
            )
        tokens = self.article.sentences[index].tokens
        if phrase.end < len(tokens) and tokens[phrase.end].low == "who":
            return not (head or "").endswith("s")
        return head is not None and _is_somebody(head, gender, speaks=speaks)

    def _mentioned(self, index: int, gender: str) -> str | None:
        """The one person a sentence names, for a sentence whose subject gives none (“Beside her sat Kadhim al-Sammak”)."""
        if index not in self._only_persons:
            tokens = self.article.sentences[index].tokens
            inside = [run for run in name_runs(tokens) if not tokens[run.last - 1].owner]
            named = [name for run in inside if (name := self.people.known(run.parts, run.start)) is not None and name.is_person]
            self._only_persons[index] = named[0] if len({name.text for name in named}) == 1 else None
        person = self._only_persons[index]
        return person.text if person is not None and _agrees(person, gender) else None

    def _name_of(self, inside: Tokens) -> Name | None:
        runs = [run for run in name_runs(inside, phrase=True) if not _only_narrows(inside, run.first, run.last)]
        if not runs or (runs[-1].last < len(inside) and inside[runs[-1].last].is_word and inside[runs[-1].last].low not in words.PREPOSITIONS):
            return None
        return self.people.known(runs[-1].parts, runs[-1].start)

    def _nearest_person(self, position: int, gender: str) -> str | None:
        """The person named last before `position` whom the pronoun fits."""
        for name in self.people.before(position):
            if name.is_person and _agrees(name, gender):
                return name.text
        return None


def _agrees(name: Name, gender: str) -> bool:
    """Whether a pronoun of this gender may stand for the person of that name; “it” and “they” stand for nobody."""
    if gender in ("n", "p"):
        return False
    return gender == ANY or not name.genders or gender in name.genders


def _is_somebody(head: str, gender: str, *, speaks: bool) -> bool:
    """Whether a description with this noun for its head can be a he or a she."""
    if gender != ANY and head in words.MALE_TITLES | words.FEMALE_TITLES:
        return head in (words.MALE_TITLES if gender == "m" else words.FEMALE_TITLES)
    if head in words.TITLES or head.endswith(("er", "or", "ist", "man", "woman")):
        return True
    return is_person_noun(head) or (speaks and not head.endswith("s") and head not in _BODIES)


def _leans(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a mention is a pronoun, or a statement or page of somebody whom only a pronoun names."""
    if tokens[phrase.start].low not in words.GENDER:
        return False
    return phrase.end - phrase.start == 1 or head_of(tokens[phrase.start : phrase.end])[0] in _MOUTHPIECES


def _only_narrows(inside: Sequence, first: int, last: int) -> bool:  # type: ignore[type-arg]
    """Whether a name in a phrase is not its head: it owns it, stands in brackets or behind a preposition."""
    if any(token.text == "(" for token in inside[:first]):
        return True
    if inside[last - 1].owner:
        return True
    if first and inside[first - 1].is_capital and inside[first - 1].low in names.PLACES:
        return False  # ambassador to Pakistan Abdul Salam Zaeef
    links = [at for at in range(first) if inside[at].low in words.PREPOSITIONS]
    office = inside[links[-1] - 1] if links and links[-1] else None  # Attorney General of Texas Ken Paxton
    if links and any(token.is_capital and token.low in words.TITLES for token in inside[links[-1] + 1 : first]):
        return False  # District of Columbia Attorney General Karl Racine
    return bool(links) and not (office is not None and office.is_capital and office.low in words.TITLES and inside[links[-1]].low == "of")
