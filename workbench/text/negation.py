"""Where a text denies something: Arabic, written and spoken, and English.

The Arabic list is the strict one: ما is left out where it also means “what” (it counts in the spoken ما رح, ما عاد, ماكو), and ليس and its
sisters count in all persons. Phrases in which the particle denies nothing (لا يزال, لا بد, ليس إلا) are taken out first.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import Folded, fold_with_offsets, folded_words
from workbench.text.spelling import is_english
from workbench.text.tokens import english_words
from workbench.text.wordlists import listed

# written with folded letters; `\b` works on Arabic letters too
_DENIES_NOTHING = re.compile(
    r"\b[وف]?(?:لا (?:يزال|تزال|زال|زالت|يزالون|نزال|ازال|بد|سيما|شك|ريب|محاله)|ما (?:زال|زالت|زالوا|زلنا|يزال|لم يكن)|لم (?:يزل|تزل|يزالوا)|"
    r"ليس (?:فقط|هذا فحسب|الا)|لا (?:يقتصر|تقتصر)|لم (?:يكتف|تكتف)|لا (?:يخلو|تخلو)|لا (?:يقل|تقل) عن|لا (?:اله|حول)|ان لم يكن|لماذا لا|لا (?:فقط|"
    r"لشيء|تتردد\w*|غبار|مفر|غني|غرو|عجب|جرم|ضير|مانع|باس)|لم (?:يلبث|تلبث)|"
    r"(?:نادرا|كثيرا|غالبا|عاده|سرعان|قليلا|حين|عند|مثل|بقدر|كل|رغم|بعد|قبل|اذا|وقت) ما)\b"
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
_STRICT = re.compile(rf"\b[وف]?(?:{_PARTICLES}|{_LAYSA}|{_SPOKEN}|{_SPOKEN_PRESENT}|{_SPOKEN_CIRCUMFIX}|{_SPOKEN_GLUED})\b|{_MA_KANA}\b")
_WIDE_WORD = re.compile(
    rf"[وفال]{{0,2}}(?:{_PARTICLES}|{_LAYSA}|{_NOUNS}|مش|مو|مب|ماكو|مافي|مفيش|محدش|ما|الا|يرفض\w*|ترفض\w*|رفض\w*|نفي\w*|ينفي\w*|تنفي\w*|"
    r"فشل\w*|تفشل\w*|يفشل\w*|منع\w*|يمنع\w*|تمنع\w*|حظر\w*|يحظر\w*|تجنب\w*|يتجنب\w*|نقص\w*|استحال\w*|يستحيل|مستحيل\w*|نادر\w*|"
    r"بالكاد|قلما|افتقار\w*|تفتقر|يفتقر\w*|عجز\w*|يعجز\w*|تعجز|خال\w{0,2}|ضد|الغاء\w*|الغي(?!ر)\w{0,3}|توقف\w*|كف|انكر\w*|ينكر\w*|امتنع\w*|فقد(?:ان|وا|نا|ت)\w*|"
    r"غاب\w*|غياب|ابدا|يمتنع\w*|لولا|بمناي|كلا|عديم\w*|انعد\w*|نف[يت]|منفي\w*|رافض\w*|معدوم\w*|اوقف\w*|وقف\w*|بعيد\w*|قليل\w*|قل[هت]|اقل)"
)

# n’t also as a wrong decoding leaves it
_STRICT_ENGLISH = re.compile(
    r"\b(?:not|cannot|never|no longer|none|nobody|nothing|nowhere|neither|nor|without|no one|no)\b|n(?:['’]|â€™)t\b",
    re.IGNORECASE,
)
_SURE_WORDS = frozenset(listed("not cannot never no none nobody nothing nowhere neither nor without"))
_NOT_GLUED = re.compile(r"n(?:['’]|â€™)t|\b(?:no|not)-", re.IGNORECASE)
# “not only … but”, “no doubt”, “nothing but”, “No. 3” deny nothing either
_ENGLISH_DENIES_NOTHING = re.compile(
    r"\b(?:not (?:only|just|merely|least)|no doubt|no\. ?\d|nothing but|why not|whether or not|or not|if not|none other|no less than|no matter|"
    r"not to mention|nothing less than|no sooner)\b",
    re.IGNORECASE,
)
# words that deny by themselves, by a prefix or an ending
_LIKELY_WORD = re.compile(
    r"un(?!til|der|it|ion|iv|iq|cles?$|to$)\w{4,}|in(?:ability|capable|adequate|sufficient|visible|accurate|complete|correct|credibl\w+|"
    r"effective|evitabl\w+|frequent\w*|secur\w+|stab\w+|justice|valid|human|eligible|appropriat\w+|consisten\w+|experience\w*|tolera\w+)|"
    r"im(?:possib\w+|probab\w+|moral|mun\w+|partial|polite|perfect|potent)|"
    r"ir(?:regular\w*|re[lpstv]\w{4,}|rational)|il(?:legal\w*|licit|literate|logical|legitima\w+)|non-?\w{3,}|\w{2,}less(?:ly|ness)?(?<!unless)|"
    r"dis(?:agre\w+|appear\w*|lik\w+|regard\w*|belie\w+|satisf\w+|approv\w+|courag\w+|qualif\w+|put\w+|miss\w*|trust\w*|obe\w+)|"
    r"fail\w*|den(?:y|ies|ied|ying|ial)|refus\w+|reject\w*|prevent\w*|avoid\w*|lack\w*|absen\w+|barely|hardly|scarcely|rarely|seldom|"
    r"ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|forbade|unless|except\w*|impunity|neglect\w*|exclud\w+|with(?:hold|held)\w*|"
    r"devoid|refrain\w*|bereft|anonym\w+|ain['’]t|minus|silen\w+|out-of-\w+|[md]istrust\w*|halt\w*|ceas\w+",
    re.IGNORECASE,
)
_POSSIBLE_WORD = re.compile(
    r"rare|little|few|fewer|stop\w*|instead|only|miss(?:ed|es|ing)?|los[est]\w*|loss|cancel\w*|abandon\w*|vain|regardless|ignor\w+|"
    r"spar(?:e|ed|ing)|shortage|declin\w+|quit|empty|escap\w+|resist\w*|weak\w*|whatever|anymore|excus\w+|"
    r"mis(?:tak|understand|represent)\w*|just|merely|simply|unique\w*|incredib\w+|indispensab\w+|essential\w*|lest|otherwise|"
    r"betray\w*|breach\w*|violat\w+|free|far|against|end(?:ed|s|ing)?|another|too|hard|"
    r"difficult\w*|remain\w*|stuck|away|off|clos(?:ed?|es|ing)|shut\w*|block\w*|barr?(?:ed|ing|s)?|limit\w*|restrict\w*|doubt\w*|wrong\w*|false\w*|"
    r"poor\w*|wors[et]|worsen\w*|struggl\w*|troubl\w*|former\w*|dead|hesita\w+|reluctan\w+|oppos\w+|contrary|void|zero|nil|null|curb\w*|secret\w*|"
    r"hidden|gone|until|before|rather|past|leav(?:e|es|ing)|left|drop(?:s|ped|ping)?|delay\w*|postpon\w*|suspend\w*|scarce\w*|blind|deaf|numb|secre\w+|alone|sole\w*|exclusive\w*",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"un|in|im|il|ir|dis|non|mis|de|anti|counter")
_NO_PREFIX = re.compile(
    r"inform|incom|insid|inde|increas|input|install|inten|inland|invest|inclin|indent|inspir|instep|inter|indoor|inbound|incite|inborn|inherit|infra|"
    r"improv|impact|import|impos|impress|impli|impart|display|discover|discuss|disea|distri|dispatch|discount|distinct|dispos|disco|mission|mister|"
    r"unit|union|under|decide|depart|defin|deliver|demand|declar|describ|design|deserv|detail|develop|depend|depict|deposit|derive|descen|despite|"
    r"destin|detain|deter|devot|debat|debt|decad|decor|defen|degree|delay|delight|dense|dent|deput|desir|desk|detect|device|democ"
)
_LIKELY_PHRASE = re.compile(
    r"\b(?:rather than|other than|out of|rule[sd]? out|far from|short of|let alone|yet to|free (?:of|from)|apart from|instead of|less than|at most|"
    r"no more|any more|at least|up to|hard to|difficult to|too \w+ to|(?:keep|keeps|keeping|kept|stay|stays|stayed) (?:away|out|off|from))\b",
    re.IGNORECASE,
)
_ENGLISH_WORD = re.compile(r"[A-Za-z][\w’'-]*")


class Strength(IntEnum):
    """How likely a word stands for a negation of the other language."""

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


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
    if not any(map(_may_deny, folded_words(text))):
        return ()
    folded = fold_with_offsets(text)
    meant = _blank(_DENIES_NOTHING, folded.text)
    spans = {match.span() for match in _STRICT.finditer(meant)}
    if not _SPOKEN_WORDS.isdisjoint(folded_words(text)):
        taken = {start for start, _ in spans}
        spans |= {(match.start(), match.end() - 1) for match in _SPOKEN_MA.finditer(meant) if match.start() not in taken}
    return tuple(folded.original(Span(*span)) for span in sorted(spans))


@lru_cache(maxsize=65_536)
def _may_deny(word: str) -> bool:
    """A quick look at one folded word: whether a negation can begin with it."""
    return _MAY_DENY.fullmatch(word) is not None


_MAY_DENY = re.compile(r"[وفبل]?(?:لا|لم|لن|لي?س\w{0,3}|عدم|بدون|مش|مو|مب|موب|ماكو\w*|محد|م\w{2,}ش)|[وف]?ما\w{0,8}")


@lru_cache(maxsize=256)
def english(text: str) -> tuple[Span, ...]:
    """The words that surely deny something.

    >>> [span.of("It didn’t stop, not only here") for span in english("It didn’t stop, not only here")]
    ['n’t']
    """
    if _SURE_WORDS.isdisjoint(english_words(text)) and not _NOT_GLUED.search(text):
        return ()
    meant = _blank(_ENGLISH_DENIES_NOTHING, text)
    return tuple(Span(*match.span()) for match in _STRICT_ENGLISH.finditer(meant))


@lru_cache(maxsize=256)
def arabic_denials(text: str) -> tuple[Denial, ...]:
    """All that may stand for an English “not”: the particles, and nouns and verbs of refusing, failing, being without.

    A second ولا goes on with a negation (“neither … nor”), so that it is only likely.

    >>> [(denial.span.of("لا خبز ولا غاز بلا ماء"), denial.strength.name) for denial in arabic_denials("لا خبز ولا غاز بلا ماء")]
    [('لا', 'SURE'), ('ولا', 'LIKELY'), ('بلا', 'LIKELY')]
    """
    folded, sure = fold_with_offsets(text), arabic(text)
    found = [Denial(span, _strength(span, folded, first=not place)) for place, span in enumerate(sure)]
    if any(map(_is_wide, folded_words(text))):
        for match in _ARABIC_WORD.finditer(_blank(_DENIES_NOTHING, folded.text)):
            if _is_wide(match.group()):
                span = folded.original(Span(*match.span()))
                if not any(span.start < other.end and other.start < span.end for other in sure):
                    found.append(Denial(span, Strength.LIKELY))
    return tuple(sorted(found, key=lambda denial: denial.span.start))


# لم يُفتح إلا للإغاثة: opened only for relief
_BUT = re.compile(r"(?: [^\W\d_]+){1,7}? (?:الا\b(?! ان)|سوي|فقط|فحسب|حتي|بل|وانما|انما)\b")
# as good as one word of English: countless, unique, incredible, everybody, unprecedented
_ONE_WORD = re.compile(
    r" (?:يحصي|تحصي|يعد|تعد ولا|مثيل|يصدق|تصدق|ينسي|تنسي|يقدر|تقدر|يطاق|تطاق|نظير|حصر|حدود|نهايه|نهاءي\w*|متناه\w*|يضاهي|تضاهي|غير|اراديا|يستهان|"
    r"تستهان|يقهر|تقهر|جدال|خلاف|سبيل|يحتمل|تحتمل|يسبق|تسبق|مجال|داعي|مركزي\w*|سلكي\w*|يتجزا|تتجزا|بهم|يخفي|تخفي)\b"
)


def _strength(span: Span, folded: Folded, *, first: bool) -> Strength:
    word = span.of(folded.source)
    goes_on = word == "ولا" and not first
    only = len(folded.text) == len(folded.source) and (_BUT.match(folded.text, span.end) or _ONE_WORD.match(folded.text, span.end))
    return Strength.LIKELY if goes_on or only else Strength.SURE


@lru_cache(maxsize=65_536)
def _is_wide(word: str) -> bool:
    return _WIDE_WORD.fullmatch(word) is not None


@lru_cache(maxsize=256)
def english_denials(text: str) -> tuple[Denial, ...]:
    """All that may stand for an Arabic negation: not and no, un-, -less, fail, refuse, unless; few and only, less surely.

    >>> [(denial.span.start, denial.strength.name) for denial in english_denials("unless they only refused, not until the union")]
    [(0, 'LIKELY'), (12, 'POSSIBLE'), (17, 'LIKELY'), (26, 'SURE'), (30, 'POSSIBLE')]
    """
    found = [Denial(span, Strength.SURE) for span in english(text)]
    taken = {span.start for span in english(text)}
    if any(map(_hint, _ENGLISH_WORD.findall(text))):
        hinted = ((match, _hint(match.group())) for match in _ENGLISH_WORD.finditer(text))
        found += [Denial(Span(*match.span()), strength) for match, strength in hinted if strength and match.start() not in taken]
    found += [Denial(Span(*match.span()), Strength.LIKELY) for match in _LIKELY_PHRASE.finditer(text)]
    return tuple(sorted(found, key=lambda denial: denial.span.start))


@lru_cache(maxsize=65_536)
def _hint(word: str) -> Strength | None:
    if _LIKELY_WORD.fullmatch(word):
        return Strength.LIKELY
    return Strength.POSSIBLE if _POSSIBLE_WORD.fullmatch(word) or _has_denying_prefix(word.lower()) else None


def _has_denying_prefix(word: str) -> bool:
    prefix = _PREFIX.match(word)
    return prefix is not None and len(word) - prefix.end() > 3 and not _NO_PREFIX.match(word) and is_english(word[prefix.end() :])


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches replaced by as many spaces, so that offsets stay."""
    return pattern.sub(lambda match: " " * len(match.group()), text)
