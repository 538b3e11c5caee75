"""Where a text denies something: Arabic, written and spoken, and English.

The Arabic list is the strict one: ما is left out where it also means “what” (it counts in the spoken ما رح, ما عاد, ماكو), and ليس and its
sisters count in all persons. Phrases in which the particle denies nothing (لا يزال, لا بد, ليس إلا) are taken out first.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from workbench.model import Span
from workbench.text.arabic import Folded, fold, fold_with_offsets, folded_words, placed_words
from workbench.text.spelling import is_english
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed

# written with folded letters; `\b` works on Arabic letters too
_DENIES_NOTHING = re.compile(
    r"\b[وف]?(?:لا ?(?:يزال|تزال|زال|زالت|يزالون|نزال|ازال|بد|سيما|شك|ريب|محاله)|ما (?:زال|زالت|زالوا|زلنا|يزال|لم يكن)|لم (?:يزل|تزل|يزالوا)|"
    r"وفقا لم|"
    r"ليس (?:فقط|هذا فحسب|الا)|لا (?:يقتصر|تقتصر)|لم (?:يكتف|تكتف)|لا (?:يخلو|تخلو)|لا (?:يقل|تقل) عن|لا (?:اله|حول)|ان لم يكن|لماذا لا|لا (?:فقط|"
    r"لشيء|تتردد\w*|غبار|مفر|غني|غرو|عجب|جرم|ضير|مانع|باس)|لم (?:يلبث|تلبث)|"
    r"(?:نادرا|كثيرا|غالبا|عاده|سرعان|قليلا|حين|عند|مثل|متل|بقدر|كل|رغم|بعد|قبل|اذا|وقت|لحد|لحين|ريث|اول|حسب) ما)\b"
)
_ARABIC_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = r"لم|لن|لا|[بل]?عدم|بدون"
_LAYSA = r"ليس|ليست|ليسوا|ليسا|ليستا|لست|لسنا|لستم|لسن|لسنا"
_SPOKEN = (
    r"مش|مو|مب|موب|ماكو|ماكوش|مافي|مافيه|مافيش|ماحد|محدش|محد|مفيش|ماعندنا|ماعندي|ماعدنا|ماعاد|مارح|ماراح|"
    r"ما (?:رح|راح|عم|في|فيه|فيش|عاد|حد|حدا|احد|بد\w{1,3}|عند[نيهك]\w?|عدنا|عدهم|الي|النا|الهم|اله|معنا|معي|معهم|عنا|عندو|"
    r"قدر(?:نا|ت|وا|و)?|اقدر|نقدر|[يت]قدر(?! ب)|"
    r"شفنا|شفت|عرفنا|عرفت|خلو|خلونا|اجا|اجي|اكو|صار|ضل|ظل|ظلل|بق[ايت]|بقاش|حدش|نعرف|اعرف|ادري|ندري|اريد|نريد|يدري|تدري|اجا\w{0,3}|چان\w{0,3}|[اني]?گدر\w{0,3}|كو)"
)
# ما before a verb with the spoken ب: ما بعرف, ما بدنا, ما منقدر; but ما بين is “between”, ما بعد “after”
_SPOKEN_PRESENT = (
    r"ما (?:ب(?!ين|عد|ها|هم|ه\b|ك\b|ي\b|نا\b))\w{2,}|ما (?:من(?:قدر|عرف|حب|شوف|روح|رجع|ترك|حكي|نسي|خلي|نام|طلع|رضي|صدق|قبل|سمح|اكل)|عم )\w*"
)
_SPOKEN_CIRCUMFIX = r"ما\s?\w{2,}ش|م(?:كان|عند|في|حصل|قدر|عرف|جا|شف|بق|ينفع|تنفع|يقدر|نقدر|يعرف|نعرف)\w*ش"
# معرفتش, ملقيناش: of any verb, where the ending leaves no doubt; مفتش (inspector) and مراكش are shorter or end otherwise
_SPOKEN_GLUED = r"م\w{2,}(?:ناش|هاش|هوش|نيش|كوش)|م\w{3,}تش"
# In a text that has words only speech has, ما denies before any verb, as ما قلت and ما وصلت do; in print that would be “what I said”.
_SPOKEN_WORDS = frozenset(
    listed(
        "لسا لسه هلق هلا هسه يلي اللي هيك هيچ هيچي هالشي شو شي ليش وين مين كمان منيح عم رح راح "
        "بدي بدنا بدو بدها مو مش ماكو اكو آني اني احنا نحنا عنا "
        "عندو عدنا ايش شلون شنو شكد حچي هاي هاد هذول هدول كتير شوي بس هون هونيك منشان مشان عشان علشان كده دلوقتي ازاي فين ليه النهارده امبارح مبارح "
        "بكرا باچر زلمة زلمه حدا محدا يم گال گلت اگدر نگدر چان"
    )
)
_SPOKEN_MA = re.compile(
    r"(?<!قبل )(?<!بعد )(?<!مثل )(?<!متل )(?<!كل )(?<!يوم )(?<!وقت )(?<!حسب )(?<!لحد )(?<!اول )\b[وف]?ما (?=\w{2,})(?!بين\b|بعد\b)"
)
# “was not”, where it opens a clause; after كل or جميع it is “what was”
_MA_KANA = (
    r"(?:(?<=[.،؛:!؟«\"(] )|^|(?<=انه )|(?<=اننا )|(?<=لكن )|(?<=والله )|(?<=لانه )|(?<=بس ))[وف]?ما كان\w{0,3}|"
    r"\bوما كان(?= (?:معنا|معي|معهم|عنا|عندنا|عدنا|في|فيه|لنا|النا)\b)"
)
_NOUNS = r"(?:ب)?(?:عدم|دون|بدون|بلا|غير|انعدام|من غير)|دونما|سوي"
# ألا for أن لا, before a verb; written as إلا it is “except”, without its hamza either
_THAT_NOT = r"(?:[بل]?الا|لءلا|ل?كيلا)(?= [يتنا]\w{2})"
_EXCEPT = re.compile(r"[وفبل]?[\N{ARABIC LETTER ALEF WITH HAMZA BELOW}\N{ARABIC LETTER ALEF}]لا$")
# لايوجد: the particle and its verb without the space between; Latin, Latvia, Leipzig and ولاية begin alike
_GLUED_LA = r"لا[يت](?!(?:ين|في|بز|فب|ف\b|ت\b|ه(?!م\b)|ات\b|ت[هيك]\w{0,2}\b))\w{3,}"
_LA_GLUED = re.compile(rf"[وف]?{_GLUED_LA}")
_STRICT = re.compile(
    rf"\b[وف]?(?:{_PARTICLES}|{_GLUED_LA}|{_THAT_NOT}|{_LAYSA}|{_SPOKEN}|{_SPOKEN_PRESENT}|{_SPOKEN_CIRCUMFIX}|{_SPOKEN_GLUED})\b|{_MA_KANA}\b"
)
_WIDE_WORD = re.compile(
    rf"[وفال]{{0,2}}(?:{_PARTICLES}|{_LAYSA}|{_NOUNS}|مش|مو|مب|ماكو|مافي|مفيش|محدش|ما|الا|يرفض\w*|ترفض\w*|رفض\w*|نفي(?![ذس])\w*|[يت]نفي(?!ذ)\w*|"
    r"فشل\w*|تفشل\w*|يفشل\w*|منع(?!قد|طف|زل|ش)\w*|يمنع\w*|تمنع\w*|حظر\w*|يحظر\w*|تجنب\w*|يتجنب\w*|نقص\w*|استحال\w*|يستحيل|مستحيل\w*|نادر\w*|"
    r"بالكاد|قلما|افتقار\w*|تفتقر|يفتقر\w*|عجز\w*|يعجز\w*|تعجز|خال\w{0,2}|ضد|الغاء\w*|الغي(?!ر)\w{0,3}|توقف\w*|كف|انكر\w*|ينكر\w*|امتنع\w*|فقد(?:ان|وا|نا|ت)\w*|"
    r"غاب\w*|غياب|ابدا|يمتنع\w*|لولا|بمناي|كلا|عديم\w*|انعد\w*|نف[يت]|منفي\w*|رافض\w*|معدوم\w*|اوقف\w*|وقف\w*|بعيد\w*|قليل\w*|قل[هت]|اقل)"
)

# n’t also as a wrong decoding leaves it
_STRICT_ENGLISH = re.compile(
    r"\b(?:not|cannot|never|no longer|no way|none|nobody|nothing|nowhere|neither|nor|without|no one|no)\b|n(?:['’]|â€™)t\b",
    re.IGNORECASE,
)
_SURE_WORDS = frozenset(listed("not cannot never no none nobody nothing nowhere neither nor without"))
_NOT_GLUED = ("n't", "n’t", "nâ€™t", "no-", "not-")
# “not only … but”, “no doubt”, “nothing but”, “No. 3” deny nothing either
_ENGLISH_DENIES_NOTHING = re.compile(
    r"\b(?:not (?:only|just|merely|least)|no doubt|no\. ?\d|nothing but|why not|whether or not|or not|if not|none other|no less than|no matter|"
    r"not to mention|nothing less than|no sooner|not long (?:after|before|ago))\b",
    re.IGNORECASE,
)
# words that deny by themselves, by a prefix or an ending
_LIKELY_WORD = re.compile(
    r"un(?!til|der|it|i[fc]|is[eo]|ct|ion|iv|iq|ila|anim|cl[eo]s?$|cov|veil|earth|leash|fold|dul|guen|kem|load|lock|to$)\w{4,}|in(?:ability|capable|adequate|sufficient|visible|accurate|complete|correct|credibl\w+|"
    r"effective|evitabl\w+|frequent\w*|secur\w+|stab\w+|justice|valid|human|eligible|appropriat\w+|consisten\w+|experience\w*|tolera\w+)|"
    r"im(?:possib\w+|probab\w+|moral|mun\w+|partial|polite|perfect|potent)|"
    r"ir(?:regular\w*|re[lpstv]\w{4,}|rational)|il(?:legal\w*|licit|literate|logical|legitima\w+)|non-?\w{3,}|\w{2,}less(?:ly|ness)?(?<!unless)|"
    r"dis(?:agre\w+|appear\w*|lik\w+|regard\w*|belie\w+|satisf\w+|approv\w+|courag\w+|qualif\w+|put\w+|miss\w*|trust\w*|obe\w+)|"
    r"fail\w*|den(?:y|ies|ied|ying|ial)|refus\w+|reject\w*|prevent\w*|avoid\w*|lack\w*|absen\w+|barely|hardly|scarcely|rarely|seldom|"
    r"ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|forbade|unless|except\w*|impunity|neglect\w*|exclud\w+|with(?:hold|held)\w*|"
    r"devoid|refrain\w*|bereft|anonym\w+|ain['’]t|minus|out-of-\w+|[md]istrust\w*|halt\w*|ceas\w+|"
    r"rebuff\w*|spurn\w*|shun(?:s|ned|ning)?|snub\w*|balk\w*|renounc\w*|repudiat\w*|veto\w*|boycott\w*|oblivious\w*|ignoran\w*|inexorab\w*",
)
_POSSIBLE_WORD = re.compile(
    r"rare|little|few|fewer|stop\w*|instead|only|miss(?:ed|es|ing)?|los[est]\w*|loss|cancel\w*|abandon\w*|vain|regardless|ignor\w+|"
    r"spar(?:e|ed|ing)|shortage|declin\w+|quit|empty|escap\w+|resist\w*|weak\w*|whatever|anymore|excus\w+|"
    r"mis(?:tak|understand|represent)\w*|just|merely|simply|unique\w*|incredib\w+|indispensab\w+|essential\w*|lest|otherwise|"
    r"betray\w*|breach\w*|violat\w+|free|far|against|end(?:ed|s|ing)?|another|too|hard|"
    r"difficult\w*|remain\w*|stuck|away|off|clos(?:ed?|es|ing)|shut\w*|block\w*|barr(?:ed|ing)|limit\w*|restrict\w*|doubt\w*|wrong\w*|false\w*|"
    r"poor\w*|wors[et]|worsen\w*|struggl\w*|troubl\w*|former\w*|dead|hesita\w+|reluctan\w+|oppos\w+|contrary|void|zero|nil|null|curb\w*|secret\w*|"
    r"hidden|silen\w+|gone|until|before|rather|past|leav(?:e|es|ing)|left|drop(?:s|ped|ping)?|delay\w*|postpon\w*|suspend\w*|scarce\w*|blind|deaf|numb|secre\w+|alone|sole\w*|exclusive\w*",
)
_PREFIX = re.compile(r"un|in|im|il|ir|dis|non|mis")
# the prefixes deny nothing in inhabit, immediate, distant, though what follows them is a word
_NO_PREFIX = re.compile(
    r"in(?:board|born|bound|breed|carn|cisor|cit|clin|com|corpora|creas|de[bnpx]|dict|doo|duc|dwell|fanc|fest|flam|flow|form|fra|grain|hab|hal|her|"
    r"kling|land|line|mate|most|ning|put|quir|rush|scri|seam|sem|sett|shor|sid|sight|sole|spect|spir|sta(?!b)|stead|step|sur|teg|ten|ter|trod|tuit|"
    r"und|vent|ver[st]|vest|ward)|im(?:ag|bib|mediat|mer|migr|pact|pair|pal|pan|part|pass|peach|ped|pend|peri|pl|port|pos(?!s)|poun|prec|press|prin|"
    r"pris|prov|puls)|ir(?:id|is|on|rad|rit)|dis(?:ast|char|cip|clos|co|cuss|eas|guis|gust|h|infec|integ|joint|lodg|may|mem|ord|patch|per|play|pos|"
    r"sect|semin|solv|t(?!rust))|mis(?:sion|ter|sil)|un(?:it|ion|der|iv)"
)
_POSSIBLE_PHRASE = re.compile(r"\b(?:out of|less than|at most|at least|up to|more (?:\w+ ){1,3}than)\b", re.IGNORECASE)
_LIKELY_PHRASE = re.compile(
    r"\b(?:rather than|other than|r[au]n(?:s|ning)? out of|out of (?:reach|order|work|date|place|control|stock|service|the question)|"
    r"rul(?:es?|ed|ing) out|turn(?:s|ed|ing)? down|f[ae]ll(?:s|ing|en)? short|h[eo]ld(?:s|ing)? back|"
    r"far from|short of|let alone|yet to|free (?:of|from)|apart from|instead of|"
    r"no more|any more|hard to|difficult to|too \w+ to|(?:keep|keeps|keeping|kept|stay|stays|stayed) (?:away|out|off|from))\b",
    re.IGNORECASE,
)
# one of these is in every phrase of the two patterns
_IN_PHRASES = frozenset(listed("than out down short back far let yet free apart instead no any hard difficult too away off from least most up"))
_FREE_OF_NOTHING = re.compile(r"\bfree[ -](?=(?:trade|kick|market|press|election|speech|agent|fall|transfer|throw|spirit|time)s?\b)", re.IGNORECASE)
_ENGLISH_WORD = re.compile(r"[A-Za-z][\w’'-]*")


class Strength(IntEnum):
    """How likely a word stands for a negation of the other language.

    What is clear must be answered like what is sure, but where nothing answers that is a doubt only: غير and دون are said in many ways.
    """

    POSSIBLE = 1
    LIKELY = 2
    CLEAR = 3
    SURE = 4


@dataclass(frozen=True, slots=True)
class Denial:
    """A word or phrase that denies, and how surely."""

    span: Span
    strength: Strength


@lru_cache(maxsize=256)
def arabic(text: str) -> tuple[Span, ...]:
    """The particles that surely deny something.

    >>> [span.of("لم نعد نقيس، ولا يزال المقياس هنا") for span in arabic("لم نعد نقيس، ولا يزال المقياس هنا")]
    ['لم']
    >>> [span.of("ما رح نرجع ومش خايفين") for span in arabic("ما رح نرجع ومش خايفين")]
    ['ما رح', 'ومش']
    """
    if not (hopeful := _candidates(text).deny):
        return ()
    folded, meant = fold_with_offsets(text), _meant(text)
    spans = set(_particles(meant, hopeful))
    if not _SPOKEN_WORDS.isdisjoint(folded_words(text)):
        taken = {start for start, _ in spans}
        spans |= {(match.start(), match.end() - 1) for match in _SPOKEN_MA.finditer(meant) if match.start() not in taken}
    places = [folded.original(Span(*span)) for span in sorted(spans)]
    return tuple(span for span in places if not _EXCEPT.match(span.of(text)))


def _particles(meant: str, hopeful: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the strict pattern matches; it is tried only at words that may begin a negation, since trying it everywhere takes long."""
    end = 0
    for start in hopeful:
        if start >= end and (match := _STRICT.match(meant, start)):
            end = match.end()
            yield match.span()


@lru_cache(maxsize=64)
def _meant(text: str) -> str:
    """The folded text without the phrases in which a particle denies nothing: blanks stand in their place, so that offsets stay.

    Each of them has a particle as its first or second word, and is looked for there only.
    """
    folded = meant = fold_with_offsets(text).text
    end = 0
    for before, start in _with_neighbours(text):
        for at in (before, start):
            if at >= end and (match := _DENIES_NOTHING.match(folded, at)):
                end = match.end()
                meant = meant[:at] + " " * (end - at) + meant[end:]
    return meant


def _with_neighbours(text: str) -> Iterator[tuple[int, int]]:
    """For each word that may deny where the word before it begins, and where it begins itself."""
    before = 0
    hopeful = frozenset(_candidates(text).deny)
    for _, start in placed_words(fold_with_offsets(text).text) if hopeful else ():
        if start in hopeful:
            yield before, start
        before = start


class _Candidates(NamedTuple):
    """Where in a folded text words begin that may begin a sure negation, and those that may answer for one."""

    deny: tuple[int, ...]
    answer: tuple[int, ...]


@lru_cache(maxsize=64)
def _candidates(text: str) -> _Candidates:
    wanted = {word for word in folded_words(text) if _may(word)}
    deny, answer = [], []
    for word, start in placed_words(fold_with_offsets(text).text) if wanted else ():
        if word in wanted:
            kind = _may(word)
            if kind & _DENY:
                deny.append(start)
            if kind & _ANSWER:
                answer.append(start)
    return _Candidates(tuple(deny), tuple(answer))


_DENY, _ANSWER = 1, 2


@lru_cache(maxsize=65_536)
def _may(word: str) -> int:
    """A quick look at one folded word, in bits: whether a negation can begin with it, and whether it may answer for one."""
    return (_DENY if _MAY_DENY.fullmatch(word) else 0) | (_ANSWER if _WIDE_WORD.fullmatch(word) else 0)


_MAY_DENY = re.compile(r"[وفبل]?(?:الا|لءلا|ل?كيلا|لا\w*|لم|لن|لي?س\w{0,3}|عدم|بدون|مش|مو|مب|موب|ماكو\w*|محد|م\w{2,}ش)|[وف]?ما\w{0,8}")


@lru_cache(maxsize=256)
def english(text: str) -> tuple[Span, ...]:
    """The words that surely deny something.

    >>> [span.of("It didn’t stop, not only here") for span in english("It didn’t stop, not only here")]
    ['n’t']
    """
    if _SURE_WORDS.isdisjoint(english_words(text)) and not any(sign in text.lower() for sign in _NOT_GLUED):
        return ()
    meant = _blank(_ENGLISH_DENIES_NOTHING, text)
    return tuple(Span(*match.span()) for match in _STRICT_ENGLISH.finditer(meant))


@lru_cache(maxsize=256)
def arabic_denials(text: str) -> tuple[Denial, ...]:
    """All that may stand for an English “not”: the particles, and nouns and verbs of refusing, failing, being without.

    A second ولا goes on with a negation (“neither … nor”), so that it is only likely.

    >>> [(denial.span.of("لا خبز ولا غاز بلا ماء"), denial.strength.name) for denial in arabic_denials("لا خبز ولا غاز بلا ماء")]
    [('لا', 'SURE'), ('ولا', 'LIKELY'), ('بلا', 'CLEAR')]
    """
    folded, sure = fold_with_offsets(text), arabic(text)
    found = [Denial(span, _strength(span, folded, first=not place)) for place, span in enumerate(sure)]
    meant = _meant(text)
    for start in _candidates(text).answer:
        if match := _ARABIC_WORD.match(meant, start):
            span = folded.original(Span(*match.span()))
            if not any(span.overlap(other) for other in sure):
                found.append(Denial(span, _strength_of_word(match, folded)))
    return tuple(sorted(found, key=lambda denial: denial.span.start))


# لم يُفتح إلا للإغاثة: opened only for relief
_BUT = re.compile(r"(?: [^\W\d_]+){1,7}? (?:الا\b(?! ان)|سوي|فقط|فحسب)\b")
# as good as one word of English: countless, unique, incredible, everybody, unprecedented
_ONE_WORD = re.compile(
    r" (?:يحصي|تحصي|يعد ولا|تعد ولا|مثيل|يصدق|تصدق|ينسي|تنسي|يقدر|تقدر|يطاق|تطاق|نظير|حصر|حدود|نهايه|نهاءي\w*|متناه\w*|يضاهي|تضاهي|غير|اراديا|يستهان|"
    r"تستهان|يقهر|تقهر|جدال|خلاف|سبيل|يحتمل|تحتمل|يسبق|تسبق|مجال|داعي|مركزي\w*|سلكي\w*|يتجزا|تتجزا|بهم|يخفي|تخفي)\b"
)


# “What” more often than “not”, “except”, and words that only may be “no longer”, “hardly”, “without”
_WEAK_WORD = re.compile(r"[وف]?(?:ال)?(?:ما|الا|ضد|ا?وقف\w*|توقف\w*|قليل\w*|ا?قل[هت]?|بعيد\w*|كف|كلا|خال\w{0,2}|غاب\w*)")


# وما رجعنا, ما قدروا: a verb of the past that can hardly be “what we …”
_MA_WITH_A_VERB = re.compile(r"[وف]?ما \w{2,}(?:نا|وا)\b")


def _strength_of_word(match: re.Match[str], folded: Folded) -> Strength:
    if _is_clear(folded.text, match.start()):
        return Strength.CLEAR
    if _MA_WITH_A_VERB.match(folded.text, match.start()):
        return Strength.LIKELY
    return Strength.POSSIBLE if _WEAK_WORD.fullmatch(match.group()) else Strength.LIKELY


# “Not” as it is said of a whole sentence, and “without”. غير before the adjective of a noun is said in
# many ways, and it is also “other than”, دون also “below”.
_CLEAR = re.compile(
    r"(?:(?<=من )غير ال(?=\w{3})|[وف]?غير (?=(?:قادر|موجود|واضح|صحيح|مسموح|متاح|ممكن|معروف|متوفر|مستعد|راض|خاءف|موافق|مقبول)\w{0,3}\b)|"
    r"[وف]?(?:دون|دونما|بلا) (?:اي[هة]? )?(?!سن\b|ال\d|المستوي|غير|سواه|استثناء)(?=[^\W\d]{2}))"
)
# غير is a predicate after a pronoun, after “was” and its sisters, after “that he”, and behind a noun with the article that it has not itself
_BEFORE_A_PREDICATE = re.compile(
    r"(?:\b[وف]?(?:هو|هي|هم|هما|نحن|انا|انت|انتم|هن|هذا|هذه|ذلك|تلك|[بكل]?[اا]ن(?:ه|ها|هم|ني|نا|ك|ي)|لكن(?:ه|ها|هم|ني|نا)?|كان\w{0,2}|"
    r"[يتنا]كون\w{0,2}|[يت]بدو|بدا|بدت|اصبح\w{0,2}|[يت]صبح|بات\w?|ظل\w?|[يت]ظل|[يت]?زال\w?|ما[يت]زال|ليس\w?)|\b[وف]?ال\w{2,}) $"
)


def _is_clear(folded: str, start: int) -> bool:
    if _CLEAR.match(folded, start) or _CLEAR_VERB.match(folded, start):
        return True
    return folded.startswith("غير ", start) and not _NO_PREDICATE.match(folded, start) and _BEFORE_A_PREDICATE.search(folded, 0, start) is not None


# what refuses, fails or is impossible, in forms that are nothing else
_CLEAR_VERB = re.compile(
    r"[وف]?(?:[يتن]?رفض\w{0,3}|نف[يت]|[يتن]نف[يو]\w{0,2}|[يتن]?ا?متنع\w{0,2}|[يتن]?فشل\w{0,2}|[ايت]خفق\w{0,2}|[يتن]?عجز\w{0,2}|[يت]?تعذر|"
    r"[يت]فتقر\w{0,2}|انعدام|مستحيل\w?|بالكاد|نادرا|قلما|لولا)\b"
)
_NO_PREDICATE = re.compile(r"غير (?:(?:ان|انه|ذلك|هذ|تلك|مره|قليل|من|في|علي)\b|ال|(?:اسم|راي|موقف|مسار|مكان|طريق|خط)\w{0,4}\b)")  # the last: changed


def _strength(span: Span, folded: Folded, *, first: bool) -> Strength:
    word = span.of(folded.source)
    if len(word) > 5 and _LA_GLUED.fullmatch(fold(word)):
        return Strength.CLEAR  # another word may look like it
    goes_on = word == "ولا" and not first
    end = bisect_left(folded.offsets, span.end)
    only = _BUT.match(folded.text, end) or _ONE_WORD.match(folded.text, end)
    return Strength.LIKELY if goes_on or only else Strength.SURE


@lru_cache(maxsize=256)
def english_denials(text: str) -> tuple[Denial, ...]:
    """All that may stand for an Arabic negation: not and no, un-, -less, fail, refuse, unless; few and only, less surely.

    >>> [(denial.span.start, denial.strength.name) for denial in english_denials("unless they only refused, not until the union")]
    [(0, 'LIKELY'), (12, 'POSSIBLE'), (17, 'LIKELY'), (26, 'SURE'), (30, 'POSSIBLE')]
    """
    found = [Denial(span, Strength.SURE) for span in english(text)]
    taken = {span.start for span in english(text)}
    meant = _blank(_FREE_OF_NOTHING, text) if "free" in english_words(text) else text
    hinted = ((match, _hint(match.group())) for match in _ENGLISH_WORD.finditer(meant))
    found += [Denial(Span(*match.span()), strength) for match, strength in hinted if strength and match.start() not in taken]
    if not _IN_PHRASES.isdisjoint(english_words(text)):
        found += [Denial(Span(*match.span()), Strength.LIKELY) for match in _LIKELY_PHRASE.finditer(text)]
        found += [Denial(Span(*match.span()), Strength.POSSIBLE) for match in _POSSIBLE_PHRASE.finditer(text)]
    return tuple(sorted(found, key=lambda denial: denial.span.start))


@lru_cache(maxsize=65_536)
def _hint(word: str) -> Strength | None:
    small = word.lower()
    if _LIKELY_WORD.fullmatch(small):
        return Strength.LIKELY
    return Strength.POSSIBLE if _POSSIBLE_WORD.fullmatch(small) or _has_denying_prefix(small) else None


def _has_denying_prefix(word: str) -> bool:
    prefix = _PREFIX.match(word)
    return prefix is not None and len(word) - prefix.end() > 3 and not _NO_PREFIX.match(word) and is_english(word[prefix.end() :])


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches replaced by as many spaces, so that offsets stay."""
    return pattern.sub(lambda match: " " * len(match.group()), text)
