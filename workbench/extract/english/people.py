"""The names of an article: who has which full name, which office, and how they are called again later."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.extract.english.article import Article
from workbench.extract.english.grammar import is_date, is_finite
from workbench.extract.lexicon import names, words
from workbench.extract.tokens import Token, is_date_word
from workbench.text.wordlists import listed

_PARTICLES = frozenset(listed("al el bin ibn bint abu de del der den di da dos du la le van von ter ten ud"))
_ORGANISATION = frozenset(
    listed(
        """party ministry university college council committee army front force forces agency group company corporation union association
    organisation organization court department institute institution foundation bank club team commission congress senate parliament house
    government administration bureau office police force brigade battalion movement campaign nations league council states kingdom republic
    city county street square avenue river sea airport hospital center centre school church coalition alliance trust society fund service
    services group labs inc ltd llc corp party's al-qaeda isis isil islamic state syrian american british russian democrats republicans
    democratic republican conservatives labour"""
    )
)
_BODY_HEADS = frozenset(
    listed(
        """army party front movement ministry university council committee observatory office bank institute center centre union league department
    bureau court association school house board agency organisation organization federation academy college network society foundation"""
    )
)
"""Nouns whose “of” or “for” is part of a name: the Army of Dawn, the Observatory for Human Rights."""

_NO_NAME = (
    words.DETERMINERS
    | words.PRONOUNS
    | words.PREPOSITIONS
    | words.SUBORDINATORS
    | words.COORDINATORS
    | words.ADVERBS
    | words.TIME_WORDS
    | words.RELATIVES
) - {"will", "may", "mark"}
_OFFICES = frozenset(
    listed("""state defense defence commerce energy education justice health labor labour interior treasury agriculture transportation""")
)
_PERSON_NOUNS = frozenset(
    listed(
        """source spokesman spokeswoman spokesperson official officials aide adviser advisor leader minister president governor mayor commander
    officer soldier activist resident witness fan man woman player actor lawyer attorney doctor professor teacher analyst expert director
    chairman secretary senator member reporter journalist editor critic supporter voter worker driver mother father son daughter wife husband
    brother sister friend grandson granddaughter grandfather grandmother
    uncle aunt nephew niece nurse boss skipper striker midfielder winger keeper goalkeeper captain pundit
    chief tycoon pilot priest imam scientist researcher economist student pupil shopkeeper trader refugee survivor veteran pensioner fisherman barber
    colleague neighbour neighbor cousin victim prosecutor judge founder manager coach host author singer candidate
    nominee envoy mediator farmer baker engineer ambassador"""
    )
)
_OUTLET_HEADS = words.OUTLET_NOUNS | frozenset(
    listed("""party group army movement front organisation organization company ministry network campaign""")
)


MOST_NAMES = 40
"""Names looked back for a person, and bearers of one name or office that are told apart."""


@dataclass(slots=True)
class Name:
    """One bearer of a name: its longest form, the places where it stands, the words for what he or she is, and the likely pronoun."""

    text: str
    parts: tuple[str, ...]
    places: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    titled: bool = False

    @property
    def is_organisation(self) -> bool:
        """Whether a word of the name says so."""
        if any(part in _ORGANISATION or part in words.OUTLET_NAME_PARTS or part in words.KNOWN_OUTLETS for part in self.parts):
            return True
        if len(self.parts) > 1 or self.titled:
            return False
        return self.parts[0] in names.BODIES or self.parts[0] in names.PLACES or (self.text.isupper() and 1 < len(self.text) <= 6)

    @property
    def is_person(self) -> bool:
        """Whether the name or what stands around it looks like a person's."""
        if self.is_organisation:
            return False
        given = self.parts[0] in names.MALE_NAMES or self.parts[0] in names.FEMALE_NAMES
        return self.titled or bool(self.roles) or bool(self.genders) or (given and len(self.parts) > 1)


class People:
    """All names of an article, looked up by their last word."""

    def __init__(self, article: Article) -> None:
        self.names: list[Name] = []
        self._by_last: dict[str, list[Name]] = defaultdict(list)
        self._by_first: dict[str, list[Name]] = defaultdict(list)
        self._by_role: dict[str, list[Name]] = defaultdict(list)
        self.mentions: list[tuple[int, Name]] = []
        runs = [run for sentence in article.sentences for run in name_runs(sentence.tokens)]
        for run in sorted(runs, key=lambda run: -len(run.parts)):
            self._enter(run)
        self.mentions.sort(key=lambda mention: mention[0])
        for name in self.names:
            for role in name.roles:
                self._by_role[role].append(name)

    def _enter(self, run: "Run") -> None:
        name = self.known(run.parts, run.start)
        if name is None:
            name = Name(run.text, run.parts)
            self.names.append(name)
            self._by_last[_bare(run.parts[-1])].append(name)
            self._by_first[run.parts[0]].append(name)
        if name.text.isupper() and len(run.parts) == len(name.parts):
            name.text = run.text  # a byline or a headline may shout
        insort(name.places, run.start)
        self.mentions.append((run.start, name))
        name.titled = name.titled or run.titled
        name.roles |= run.roles
        name.genders |= run.genders

    def known(self, parts: tuple[str, ...], position: int) -> Name | None:
        """The name these words are the whole or the end of; of several, the one mentioned last before `position`, else first."""
        fitting = [name for name in self._by_last.get(_bare(parts[-1]), ()) if _is_form_of(parts, name.parts)]
        if len(parts) == 1 and (not fitting or all(name.parts == parts for name in fitting)):
            fitting += [name for name in self._by_first.get(parts[0], ()) if _has_family_name_first(name)]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        return _latest(fitting, position) or fitting[0]

    def in_office(self, role: str, position: int) -> Name | None:
        """Who was called by this word, the one mentioned last before `position`."""
        return _latest(self._by_role.get(role, ()), position)

    def before(self, position: int) -> Iterator[Name]:
        """The names in front of `position`, nearest first, as far as one looks back."""
        end = bisect_left(self.mentions, position, key=lambda mention: mention[0])
        for _, name in reversed(self.mentions[max(0, end - MOST_NAMES) : end]):
            yield name


def _latest(names: Sequence[Name], position: int) -> Name | None:
    """The name that stands nearest before `position`."""
    places = [(name.places[at - 1], index) for index, name in enumerate(names[:MOST_NAMES]) if (at := bisect_right(name.places, position))]
    return names[max(places)[1]] if places else None


def _is_form_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` is `full`, its end (Khalaf), or its first and last words with a middle name left out."""
    if len(short) > len(full):
        return False
    short, full = tuple(map(_bare, short)), tuple(map(_bare, full))
    if short == full[-len(short) :]:
        return len(short) == len(full) or full[0] not in ("abu", "um", "umm")
    return len(short) == 2 and len(full) > 2 and short[0] == full[0] and short[-1] == full[-1]


def _bare(part: str) -> str:
    """A part of a name without its Arabic article: Ms Alwani is Huda al-Alwani."""
    return part[3:] if part.startswith(("al-", "el-")) else part


def _has_family_name_first(name: Name) -> bool:
    """Whether a longer name of a person may be called by its first word, as Korean and Chinese ones are (Ri Yong-ho)."""
    given = name.parts[0] in names.MALE_NAMES or name.parts[0] in names.FEMALE_NAMES
    shaped = len(name.parts) == 3 or (len(name.parts) == 2 and ("-" in name.parts[1] or name.is_person))
    return shaped and not given and not name.is_organisation and len(name.parts[0]) <= 5


@dataclass(frozen=True, slots=True)
class Run:
    """A name where it stands, with what its surroundings say of its bearer."""

    text: str
    parts: tuple[str, ...]
    start: int
    end: int
    titled: bool
    roles: frozenset[str]
    genders: frozenset[str]
    first: int
    last: int


def name_runs(sentence: Sequence[Token], *, phrase: bool = False) -> Iterator[Run]:
    """The names of a sentence, or of a `phrase` of one; titles in front are not part of a name."""
    at = 0
    while at < len(sentence):
        if not _begins_name(sentence, at, phrase=phrase):
            at += 1
            continue
        end = at + 1
        while end < len(sentence) and not sentence[end - 1].owner and _continues_name(sentence, end):
            end += 1
        while end > at + 1 and (sentence[end - 1].low in _PARTICLES or not sentence[end - 1].is_word):
            end -= 1
        if (run := _run(sentence, at, end)) is not None:
            yield run
        at = end


def _begins_name(sentence: Sequence[Token], at: int, *, phrase: bool) -> bool:
    token = sentence[at]
    if not token.is_capital or not token.is_word or token.text == "I":
        return False
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if is_date_word(token):  # the Sunday Times
        return following is not None and following.low in words.OUTLET_NAME_PARTS and following.is_capital
    if at == 0 and not phrase and (following is None or not following.is_capital) and token.low.endswith("s") and not token.owner:
        return False  # a plural that only begins its sentence
    return token.low not in _NO_NAME


def _continues_name(sentence: Sequence[Token], at: int) -> bool:
    token = sentence[at]
    if token.text == ".":
        before = sentence[at - 1]
        return (before.low in words.TITLES or len(before.text) == 1) and at + 1 < len(sentence) and sentence[at + 1].is_capital
    if token.low in ("of", "for") and sentence[at - 1].low in _BODY_HEADS:
        follows = at + 2 if at + 1 < len(sentence) and sentence[at + 1].low == "the" else at + 1
        return follows < len(sentence) and sentence[follows].is_capital and not is_date(sentence, follows)
    if token.low == "the" and sentence[at - 1].low in ("of", "for"):
        return True
    if token.low in _PARTICLES and not token.is_capital:
        return at + 1 < len(sentence) and sentence[at + 1].is_capital
    if is_date(sentence, at):
        return False
    return token.is_capital and token.is_word and (token.low not in _NO_NAME or token.low in words.TIME_WORDS)


def _run(sentence: Sequence[Token], start: int, end: int) -> Run | None:
    titled = [at for at in range(start, end) if _is_title(sentence, at, end)]
    if titled and titled[-1] == end - 1:
        return None  # an office, no name: the President, the Wellingborough MP
    first = titled[-1] + 1 if titled else start
    titles = [sentence[at].low.rpartition("-")[2] for at in titled]
    while sentence[first].text == ".":
        first += 1
    if (
        start >= 2
        and sentence[start - 1].low == "of"
        and sentence[start - 2].low in words.TITLES
        and end - first > 1
        and sentence[first].low in _OFFICES
    ):
        titles.append(sentence[start - 2].low)  # Secretary of State Mike Pompeo
        first += 1
    given = [at for at in range(first, end - 1) if sentence[at].low in names.MALE_NAMES or sentence[at].low in names.FEMALE_NAMES]
    if given and not titled and not sentence[end - 1].owner and all(_is_no_first_name(sentence[at]) for at in range(first, given[0])):
        first = given[0]  # Tory Brexiteer Andrea Jenkyns, Businessmen Solomon Lew
    inside = [token for token in sentence[first:end] if token.text != "."]
    roles = set(titles) | _described_before(sentence, start) | _described_after(sentence, end)
    parts = tuple(token.low for token in inside)
    last = inside[-1]
    stop = last.start + len(last.text) - (2 if last.owner else 0)
    text = " ".join(token.text if token is not last else token.text[: stop - last.start] for token in inside)
    return Run(text, parts, inside[0].start, stop, bool(titles), frozenset(roles), frozenset(_genders(roles, parts)), first, end)


def _is_title(sentence: Sequence[Token], at: int, end: int) -> bool:
    """Whether a word of a run of capitals is a title: of course one, or a noun for people with more of the run to come (Majority Leader Finch)."""
    token = sentence[at]
    return not token.owner and (is_title_word(token.low) or (token.low in _PERSON_NOUNS and at < end - 1))


def is_title_word(low: str) -> bool:
    """Whether a word in front of a name is a title, also one put together: Vice-President, Lieutenant-General."""
    return low in words.TITLES or ("-" in low and low.rpartition("-")[2] in words.TITLES)


_ROLE_ENDINGS = ("er", "or", "ist", "men", "man", "woman", "ian", "ean", "ish", "ese", "ans", "ers", "ors", "ists", "crat", "oos", "bureau")


def _is_no_first_name(token: Token) -> bool:
    """Whether a capitalised word in front of a given name says what its bearer is or where from, rather than being a name too."""
    return token.low in _ORGANISATION or token.low in names.PLACES or token.low in _NATIONS or token.low.endswith(_ROLE_ENDINGS)


_NATIONS = frozenset(listed("us uk eu un tory labour republican democrat socialist green french dutch greek czech swiss iraqi israeli saudi emirati"))


def _genders(roles: set[str], parts: tuple[str, ...]) -> Iterator[str]:
    if roles & words.MALE_TITLES or parts[0] in names.MALE_NAMES:
        yield "m"
    if roles & words.FEMALE_TITLES or parts[0] in names.FEMALE_NAMES:
        yield "f"


_OPENERS = words.ARTICLES | words.POSSESSIVES


def _described_before(sentence: Sequence[Token], start: int) -> set[str]:
    """“foreign minister Ri Yong Ho”, “the governor of the province, Ghassan Khalaf”: nouns in lower case in front of a name."""
    at = start - 1
    found: set[str] = set()
    if at >= 1 and sentence[at].text == ",":
        if sentence[at - 1].is_capital and not (start + 1 < len(sentence) and sentence[start + 1].is_capital):
            return found  # an official in Aleppo, Syria
        opening = next((index for index in range(at - 1, max(-1, at - 12), -1) if sentence[index].low in _OPENERS or sentence[index].owner), None)
        if opening is None or any(sentence[index].text == "," for index in range(opening, at)) or (opening > 0 and sentence[opening - 1].is_word):
            return found
        return _head_words(sentence, opening + 1, at)
    if at > 0 and sentence[at].low in ("named", "called"):
        at -= 1  # a nurse named Selin
    while at >= 0 and not sentence[at].is_capital and (sentence[at].low in _PERSON_NOUNS or sentence[at].low in words.TITLES):
        found.add(sentence[at].low)
        at -= 1
    return found


def _described_after(sentence: Sequence[Token], end: int) -> set[str]:
    """“Khalaf, the governor of Hama,”: the head of an apposition; “Khalaf is a lawyer” too."""
    at = end
    if at < len(sentence) and sentence[at - 1].owner:
        return set()
    if at + 2 < len(sentence) and sentence[at].text == "," and sentence[at + 1].low[:1].isdigit() and sentence[at + 2].text == ",":
        at += 2
    if at + 1 >= len(sentence) or not (sentence[at].text == "," or sentence[at].low in ("is", "was")):
        return set()
    opening = at + 1
    if sentence[opening].low not in words.ARTICLES | {"his", "her", "their"} and (
        sentence[at].text != "," or sentence[opening].is_capital or sentence[opening].low in _NO_NAME
    ):
        return set()
    found = _head_words(sentence, opening, len(sentence))
    if sentence[at].text == "," and not _is_closed(sentence, opening):
        return set()
    return found if sentence[at].text == "," or found & (_PERSON_NOUNS | words.TITLES) else set()


def _is_closed(sentence: Sequence[Token], opening: int) -> bool:
    """Whether what looks like an apposition is none: “in Aberdeen, Scotland, the former president was less interested”."""
    for at in range(opening + 1, min(len(sentence), opening + 14)):
        token = sentence[at]
        if token.region is not None or not token.is_word or token.low in words.RELATIVES:
            return True
        if is_finite(sentence, at):
            return False
    return True


def _head_words(sentence: Sequence[Token], start: int, limit: int) -> set[str]:
    """The nouns of a description up to its first preposition or comma, where it is one of a person."""
    found = set()
    for token in sentence[start : min(limit, start + 10)]:
        if not token.is_word or token.low in words.PREPOSITIONS or token.low in words.RELATIVES:
            break
        if (not token.is_capital and token.low not in _NO_NAME) or token.low in words.TITLES:
            found.add(token.low)
    return (
        found if found & (_PERSON_NOUNS | words.TITLES) or any(word.endswith(("er", "or", "ist", "ian", "man", "woman")) for word in found) else set()
    )


def head_of(phrase: Sequence[Token]) -> tuple[str | None, bool]:
    """The last noun of a description before its first preposition, and whether names in it only narrow that noun."""
    head = None
    for token in phrase:
        if token.low in words.PREPOSITIONS or token.low in words.RELATIVES or token.text == ",":
            break
        if token.is_word and not token.owner:
            head = token.low
    return head, head in _PERSON_NOUNS


def is_person_noun(noun: str) -> bool:
    """Whether the noun is one the news calls people by."""
    return noun in _PERSON_NOUNS


def names_organisation(head: str | None) -> bool:
    """Whether a description with this head is a name with its kind behind it (“its A3maq news agency”)."""
    return head in _OUTLET_HEADS
